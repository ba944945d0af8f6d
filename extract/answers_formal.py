"""Papers that answer numbered recommendations one by one: tables with a column of responses, and "Response: …" in running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.answer_words import response_kind, response_label
from extract.blocks import SILENT, Block
from extract.entities import Entity, Place
from extract.log_cells import minute_of, raised_at
from extract.logs import LogRow, Logs
from extract.records import ActionStatus, ResponseChannel, ResponseKind
from extract.times import find_times

#: Recommendations called by their numbers: "recommendation 2", "Recommendations 1, 3 and 4".
_OF_NUMBER = re.compile(
    r"\b(?P<name>[Rr]ecommendations?\s+(?:[Nn]os?\.?\s+)?\(?)(?P<numbers>\d{1,2}\)?(?:(?:,\s*|\s+and\s+|\s*&\s*)\(?\d{1,2}\)?)*)(?![\d/.]*\d)"
)


@dataclass(eq=False)
class AnswerFound:
    """Words that answer something earlier, and what they say of it; offsets of the paper's text."""

    start: int
    end: int
    block: int
    kind: ResponseKind
    status: ActionStatus
    cue: Place
    channel: ResponseChannel
    channel_place: Place
    about: Place | None = None
    ref: Place | None = None
    minute: Place | None = None
    meeting: tuple[Place, str] | None = None
    owner: Place | None = None
    owner_entity: Entity | None = None
    item: int | None = None


class FormalAnswers:
    """Finds the responses of one paper; `unknown` holds those whose words come to no kind, each with what it is and why."""

    def __init__(self, text: str, blocks: Sequence[Block], logs: Logs, date: str | None) -> None:
        self.text, self.blocks, self.logs, self.date = text, blocks, logs, date
        self.unknown: list[tuple[Place, str, str]] = []

    def run(self) -> list[AnswerFound]:
        """Every response, those of tables first."""
        if "ecommendation" not in self.text and not any("response" in row.cells for row in self.logs.rows):
            return []
        found = [*self._rows(), *self._numbered()]
        return [*found, *(a for a in self._decided() if not any(f.start < a.end and a.start < f.end for f in found))]

    def _rows(self) -> Iterator[AnswerFound]:
        """Lines of tables with a column of responses."""
        meeting = self._meeting_of_recommendations()
        for row in self.logs.rows:
            place = row.cells.get("response")
            if place is None:
                continue
            kind = response_kind(self.text, place.start, place.end)
            if kind is None:
                self.unknown.append((place, "a response", "no kind of answer is known by these words"))
                continue
            yield self._response(row, place, kind, meeting)

    def _response(
        self, row: LogRow, place: Place, kind: tuple[ResponseKind, Place], meeting: tuple[Place, str] | None
    ) -> AnswerFound:
        reasons = row.cells.get("reasons") or row.cells.get("progress")
        end = place.end
        if reasons is not None and place.end <= reasons.start and not self._between(row, place.end, reasons.start):
            end = reasons.end
        return AnswerFound(
            place.start,
            end,
            row.block,
            kind[0],
            _state(kind[0]),
            kind[1],
            "paper",
            kind[1],
            about=row.cells["text"],
            ref=row.cells.get("ref"),
            minute=minute_of(self.text, row),
            meeting=raised_at(self.text, row) or meeting,
            owner=row.cells.get("owner"),
            item=row.section,
        )

    def _between(self, row: LogRow, start: int, end: int) -> bool:
        """Whether another cell of the line lies between two offsets."""
        return any(start <= cell.start < end for cell in row.cells.values())

    def _numbered(self) -> Iterator[AnswerFound]:
        """ "Recommendation 2: That …" with "Response: Accepted. …" below it."""
        about: Place | None = None
        ref: Place | None = None
        meeting = self._meeting_of_recommendations()
        for block in self.blocks:
            if block.kind in SILENT or block.row is not None:
                continue
            label = response_label(self.text, block)
            if label is None:
                head = re.match(
                    r"\W*((?:Scrutiny\s+)?Recommendation\s+\(?\w{1,4}\)?)\s*[:.–-]*\s*",
                    self.text[block.start : block.end],
                )
                if head is not None:
                    ref = Place(block.start + head.start(1), block.start + head.end(1))
                    about = Place(block.start + head.end(), block.end) if block.start + head.end() < block.end else None
                elif ref is not None and about is None:
                    about = Place(block.body_start, block.end)
                continue
            if ref is None:
                continue
            kind = response_kind(self.text, label.end, min(block.end, label.end + 120))
            if kind is None:
                self.unknown.append(
                    (Place(label.start, block.end), "a response", "no kind of answer is known by these words")
                )
            else:
                start = (
                    label.end
                    + len(self.text[label.end : block.end])
                    - len(self.text[label.end : block.end].lstrip(" :\n\t–-"))
                )
                yield AnswerFound(
                    start, block.end, block.index, kind[0], _state(kind[0]), kind[1], "paper", label,
                    about=about, ref=ref, meeting=meeting, item=block.section,
                )  # fmt: skip
            about = ref = None

    def _decided(self) -> Iterator[AnswerFound]:
        """Limbs by which the body addressed decides of recommendations by their number: "that recommendation 2 be accepted"."""
        for block in self.blocks:
            if block.kind in SILENT or block.kind == "heading" or block.row is not None:
                continue
            matches = list(_OF_NUMBER.finditer(self.text, block.body_start, block.end))
            for place, match in enumerate(matches):
                end = matches[place + 1].start() if place + 1 < len(matches) else block.end
                kind = response_kind(self.text, match.end(), min(end, match.end() + 60))
                meeting = self._meeting_of_recommendations(self._above(block))
                if (
                    kind is None
                    or meeting is None
                    or not re.fullmatch(r"[^.;]{0,60}", self.text[match.end() : kind[1].start])
                ):
                    continue
                words = self.text[match.start() : end].rstrip(" ;\n")
                words = re.sub(r"\W+(?:and|\(?\w{1,3}\)|that)\s*$", "", words)
                for number in re.finditer(r"\d{1,2}", match["numbers"]):
                    at = match.start("numbers") + number.start()
                    first = not number.start()
                    yield AnswerFound(
                        match.start(), match.start() + len(words), block.index, kind[0], _state(kind[0]), kind[1], "minuted", kind[1],
                        ref=Place(match.start("name") if first else at, at + len(number[0])), meeting=meeting, item=block.section,
                    )  # fmt: skip

    def _above(self, block: Block) -> list[Block]:
        """The blocks from the heading of the item down to a limb; "RESOLVED" on a line of its own is no heading of an item."""
        found: list[Block] = []
        for other in reversed(self.blocks[max(block.index - 15, 0) : block.index]):
            found.append(other)
            if other.kind == "heading" and len(self.text[other.start : other.end].split()) > 2:
                break
        return found

    def _meeting_of_recommendations(self, within: Sequence[Block] | None = None) -> tuple[Place, str] | None:
        """The one earlier date that the paper's own sentences name, or those of an item: of the meeting whose recommendations it answers."""
        named: dict[str, Place] = {}
        for block in self.blocks if within is None else within:
            if (
                block.kind in SILENT
                or block.row is not None
                or not re.search(r"recommend", self.text[block.start : block.end], re.IGNORECASE)
            ):
                continue
            for time in find_times(self.text, block.start, block.end):
                if (
                    time.edtf
                    and re.fullmatch(r"\d{4}-\d\d-\d\d", time.edtf)
                    and (not self.date or time.edtf < self.date)
                ):
                    named.setdefault(time.edtf, Place(time.start, time.end))
        return next(((place, day) for day, place in named.items()), None) if len(named) == 1 else None


def _state(kind: ResponseKind) -> ActionStatus:
    if kind == "rejected":
        return "not_accepted"
    return "no_longer_feasible" if kind == "no_longer_feasible" else "response_received"
