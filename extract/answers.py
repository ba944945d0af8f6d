"""Finds what a paper tells of the outcome of something asked for or decided earlier (practice notes, section 1).

Four places hold such words: a heading under which a meeting comes back to its earlier business, a sentence anywhere that cites an
earlier minute or a reference, a letter that does so, and a paper that answers numbered recommendations. What is only planned,
awaited or begun is told as progress and never as an answer.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract import vocabulary
from extract.answer_words import (
    CITED_REF,
    Judged,
    are_joined,
    brought_as_asked,
    channel_of,
    is_follow_up,
    is_title,
    judged,
    letter_opening,
    reference_of,
)
from extract.answers_formal import AnswerFound, FormalAnswers
from extract.blocks import SILENT, Block
from extract.entities import Place
from extract.limbs import block_part
from extract.log_cells import cited_minute
from extract.logs import Logs
from extract.sentences import Sentence
from extract.times import find_times

#: From so many characters on a cell of a table of minutes tells something and is no heading or name.
_TELLS = 60
#: What every citation has.
_GATE = re.compile(r"[Mm]in|MIN|ction|CTION|[Rr]ef")


#: A reference of a log, and several of them together.
_REF = r"(?:[A-Z]{1,8}[\s/-]?)?\d{1,4}[/.-]\d{1,4}(?:[/.-]\d{1,4})?"
_SEVERAL = re.compile(
    rf"\b[Aa]ctions?\s+(?:(?:[Nn]os?\.?|[Nn]umbers?|[Rr]efs?\.?)\s+)?(?P<refs>{_REF}(?:(?:,\s*|\s*,?\s+and\s+|\s*&\s*){_REF})+)(?![\w/])"
)


class _Finder:
    """Walks the blocks of one paper once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc._.layout.text
        self.blocks: list[Block] = doc._.layout.blocks
        self.logs: Logs = doc._.logs or Logs()
        self.kind: str | None = getattr(doc._.facts, "kind", None)
        self.date: str | None = getattr(doc._.facts, "date", None)
        self.sentences: dict[int, list[Sentence]] = {}
        for sentence in doc._.sentences or []:
            self.sentences.setdefault(sentence.block, []).append(sentence)
        self.people = [
            (s.start_char, s.end_char, s._.entity) for s in doc.spans.get("people", []) if s._.entity is not None
        ]
        self.letter = letter_opening(self.text, self.blocks)
        self.unknown: list[tuple[Place, str, str]] = []

    def run(self) -> list[AnswerFound]:
        formal = FormalAnswers(self.text, self.blocks, self.logs, self.date)
        found = formal.run()
        self.unknown = formal.unknown
        if self.letter is not None:
            found += self._letter()
        else:
            found += self._told(found)
        return sorted(found, key=lambda answer: (answer.start, answer.end))

    # -- minutes and letters ---------------------------------------------------------------------------------------------

    def _told(self, known: Sequence[AnswerFound]) -> Iterator[AnswerFound]:
        for block in self.blocks:
            if block.kind in SILENT or block.kind == "heading" or self._in_log(block):
                continue
            if any(a.start < block.end and block.start < a.end for a in known):
                continue
            heading = self._follow_up(block)
            yield from self._brought(block)
            if several := list(self._of_several(block)):
                yield from several
                continue
            if heading is None and _GATE.search(self.text, block.start, block.end) is None:
                continue
            minute, ref, meeting = self._cites(block)
            if heading is None and not (ref or (minute and meeting)):
                continue
            yield from self._of_block(block, heading, minute, ref, meeting)

    def _of_several(self, block: Block) -> Iterator[AnswerFound]:
        """What a sentence tells of several lines of a log at once: "The Board agreed to close actions 23/081 and 23/094"."""
        for match in _SEVERAL.finditer(self.text, block.start, block.end):
            sentence = self._sentence_of(block, match.start())
            found = judged(self.text, sentence.start, sentence.end, cited=True) if sentence is not None else None
            if sentence is None or found is None:
                continue
            for ref in re.finditer(_REF, match["refs"]):
                at = match.start("refs") + ref.start()
                place = Place(at, at + len(ref[0]))
                yield self._answer(sentence.start, sentence.end, block, found, None, None, place, None)

    def _brought(self, block: Block) -> Iterator[AnswerFound]:
        """A thing that lies before the meeting because an earlier one asked for it: the sentence that says both."""
        if (
            self.kind != "minutes"
            or "request" not in (words := self.text[block.start : block.end])
            and "as agreed" not in words
        ):
            return
        for sentence in self.sentences.get(block.index, []):
            found = brought_as_asked(self.text, sentence.start, sentence.end)
            if found is not None:
                yield self._answer(sentence.start, sentence.end, block, found, None, None, None, None)

    def _of_block(
        self,
        block: Block,
        heading: Block | None,
        minute: Place | None,
        ref: Place | None,
        meeting: tuple[Place, str] | None,
    ) -> Iterator[AnswerFound]:
        """What a paragraph tells: as a whole where it cites what it is about, else each sentence by itself."""
        sentences = self.sentences.get(block.index, [])
        if minute is not None or ref is not None:
            told = [(s, j) for s in sentences if (j := judged(self.text, s.start, s.end, cited=True)) is not None]
            if told:
                worst = next((j for _, j in told if j.kind == "progress"), told[-1][1])
                start = min(sentences[0].start, *(p.start for p in (minute, ref) if p is not None))
                yield self._answer(start, told[-1][0].end, block, worst, heading, minute, ref, meeting)
            return
        for sentence in sentences:
            found = judged(self.text, sentence.start, sentence.end)
            if found is not None:
                yield self._answer(sentence.start, sentence.end, block, found, heading, None, None, meeting)

    def _answer(
        self,
        start: int,
        end: int,
        block: Block,
        found: Judged,
        heading: Block | None,
        minute: Place | None,
        ref: Place | None,
        meeting: tuple[Place, str] | None,
    ) -> AnswerFound:
        channel, shown = channel_of(self.text, start, end, heading)
        named = [(s, e, entity) for s, e, entity in self.people if start <= s and e <= end]
        owner = named[0] if named else None
        role = None if owner else _role(self.text, start, end)
        return AnswerFound(
            start,
            end,
            block.index,
            found.kind,
            found.status,
            found.cue,
            channel,
            shown or found.cue,
            ref=ref,
            minute=minute,
            meeting=meeting,
            owner=Place(owner[0], owner[1]) if owner else role,
            owner_entity=owner[2] if owner else None,
            item=block.section,
        )

    def _letter(self) -> Iterator[AnswerFound]:
        """A letter that cites the minute or reference that it answers: the words that cite it and what follows them."""
        assert self.letter is not None
        readable = [b for b in self.blocks if b.kind not in SILENT]
        for position, block in enumerate(readable):
            minute, ref, meeting = self._cites(block)
            if not (ref or (minute and meeting)):
                continue
            end = block
            for following in readable[position + 1 : position + 4]:
                other = self._cites(following)
                if following.kind == "heading" or other[0] or other[1] or _closes(self.text, following):
                    break
                end = following
            first = next((p for p in (ref, minute) if p is not None), None)
            cite = self._sentence_of(block, first.start if first else block.start)
            start = cite.start if cite is not None else block.body_start
            found = judged(self.text, start, end.end, letter=True)
            if found is not None:
                answer = self._answer(start, end.end, block, found, None, minute, ref, meeting)
                answer.channel, answer.channel_place = "letter", self.letter
                yield answer

    def _sentence_of(self, block: Block, offset: int) -> Sentence | None:
        return next((s for s in self.sentences.get(block.index, []) if s.start <= offset < s.end), None)

    # -- what is cited ---------------------------------------------------------------------------------------------------

    def _in_log(self, block: Block) -> bool:
        in_log = any(row.start <= block.start < row.end for row in self.logs.rows)
        return in_log or (
            block.row is not None and not (self.kind == "minutes" and block.end - block.body_start > _TELLS)
        )

    def _follow_up(self, block: Block) -> Block | None:
        """The heading of the item, where the meeting comes back to earlier business under it."""
        if block.section is None:
            return None
        heading = self.blocks[block.section]
        if not is_follow_up(self.text[heading.body_start : heading.end]) or is_title(heading, self.blocks, self.text):
            return None
        return heading

    def _cites(self, block: Block) -> tuple[Place | None, Place | None, tuple[Place, str] | None]:
        """The earlier minute, the reference and the date of the earlier meeting that a paragraph names."""
        ref = reference_of(self.text, self.blocks, block)
        minute = cited_minute(self.text, block.start, block.end)
        if minute is None and ref is None:
            minute = self._numbered_as_before(block)
        cited = CITED_REF.search(self.text, block.start, block.end) if ref is None else None
        if cited is not None and (cited["ref"] or self._follow_up(block) is not None or self.letter is not None):
            group = "ref" if cited["ref"] else "bare"
            ref = Place(cited.start(group), cited.end(group))
        meeting = None
        days = [
            t
            for t in find_times(self.text, block.start, block.end)
            if t.edtf and re.fullmatch(r"\d{4}-\d\d-\d\d", t.edtf) and (not self.date or t.edtf < self.date)
        ]
        joined = [t for t in days if minute is not None and are_joined(self.text, minute, t.start, t.end)]
        if joined:
            meeting = (Place(joined[0].start, joined[0].end), str(joined[0].edtf))
        elif minute is not None:
            meeting = self._minutes_under(block)
        return minute, ref, meeting

    def _numbered_as_before(self, block: Block) -> Place | None:
        """The number of a paragraph under matters arising where it is that of an earlier minute: 5.2 under item 4."""
        heading = self._follow_up(block)
        if heading is None or heading.number is None:
            return None
        if len(_digits(heading.number)) > 1 and (place := self._alike(heading.number, block)) is not None:
            return place
        if block.number is None:
            return None
        own, other = (re.match(r"\d+", number.strip("(")) for number in (heading.number, block.number))
        if own is None or other is None or own[0] == other[0] or block.number.strip("().").isdigit():
            return None
        return block_part(block, self.text)

    def _alike(self, own: str, block: Block) -> Place | None:
        """A number before or in the first words of a paragraph that is made as that of the item and is lower: "24/04" under "24/12"."""
        shape = re.sub(r"\d+", r"\\d{1,4}", re.escape(own.rstrip(".:")))
        for match in re.finditer(rf"(?<![\w/.-]){shape}(?![\w/]|\.\d)", self.text[block.start : block.start + 160]):
            if block.start + match.end() <= block.end and _digits(match[0]) < _digits(own):
                return Place(block.start + match.start(), block.start + match.end())
        return None

    def _minutes_under(self, block: Block) -> tuple[Place, str] | None:
        """The one date of earlier minutes that the heading, or a paragraph above in the same item, names."""
        above = [self.blocks[i] for i in (block.section,) if i is not None]
        above += [b for b in self.blocks[: block.index] if b.section == block.section and b.kind not in SILENT]
        found: dict[str, Place] = {}
        for other in above:
            if not re.search(r"\bminutes\b|\bmeeting\b", self.text[other.start : other.end], re.IGNORECASE):
                continue
            for time in find_times(self.text, other.start, other.end):
                if time.edtf and len(time.edtf) == 10 and (not self.date or time.edtf < self.date):
                    found.setdefault(time.edtf, Place(time.start, time.end))
        return next(((place, day) for day, place in found.items()), None) if len(found) == 1 else None


def _digits(number: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", number)]


@cache
def _reporter() -> re.Pattern[str]:
    roles = vocabulary.alternation(vocabulary.words("actions", "owner_roles"))
    return re.compile(
        rf"\b[Tt]he\s+((?:[A-Z][\w-]+\s+){{0,4}}?{roles}(?:\s+(?:of|for)\s+(?:[A-Z][\w-]+\s?)+)?)(?=\s+[a-z])"
    )


def _role(text: str, start: int, end: int) -> Place | None:
    """An officer named by office who reports: "The Clerk reported"."""
    match = _reporter().search(text, start, end)
    return None if match is None else Place(match.start(1), match.end(1))


def _closes(text: str, block: Block) -> bool:
    return (
        re.match(
            r"\W*(?:yours|kind regards|with best wishes|best wishes)\b", text[block.start : block.end], re.IGNORECASE
        )
        is not None
    )


@Language.component(
    "matters_answers",
    requires=["doc._.layout", "doc._.sentences", "doc._.facts", "doc._.logs", "doc.spans"],
    assigns=["doc._.answers", "doc._.unused"],
)
def matters_answers(doc: Doc) -> Doc:
    """Writes `doc._.answers`.

    "Minute 6 (12 June): the Clerk reported that the letter had been sent" gives an answer; "the Clerk would chase the reply" is progress.
    """
    finder = _Finder(doc)
    doc._.answers = finder.run()
    doc._.unknown_answers = finder.unknown
    return doc
