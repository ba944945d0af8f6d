"""Finds what a body decided or is asked to decide: candidates only; `decision_kinds` says what each is.

Three places hold decisions (conventions 1 to 57): a section or field under a heading of recommendations, where every limb is
one; a marker such as RESOLVED or "It was agreed", with its limbs; and outcomes that stand alone. A paper of kind report or
agenda tells of other decisions in passing, so that there only the first place counts. Known miss: outcomes in votes by name.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from extract.blocks import SILENT, Block
from extract.decision_patterns import (
    ASKING,
    Marker,
    decision_patterns,
    heading_words,
    lead_behind,
    lead_body,
    past_verb,
    short_forms,
)
from extract.entities import Place
from extract.limbs import (
    Limb,
    block_part,
    following_limbs,
    inline_labels,
    inline_limbs,
    is_limb_block,
    label_shape,
    trimmed_end,
)
from extract.records import DecisionKind
from extract.scanning import end_of_words
from extract.sentences import Sentence


@dataclass(eq=False)
class DecisionFound:
    """A candidate: its words, the words that mark it, and what later components make of it. Offsets of `doc.text`."""

    start: int
    end: int
    block: int
    cue: Place
    marker: Marker
    part: Place | None = None
    number: Place | None = None
    item: int | None = None
    kind: DecisionKind | None = None
    verb: str | None = None
    verb_place: Place | None = None
    proposer: Place | None = None
    seconder: Place | None = None
    votes: Place | None = None
    routine: bool = False


#: A limb with a decimal number that goes on in small letters, and the lead-in above the first of them.
_DECIMAL_LIMB = re.compile(r"[\s*]*(\d{1,3}(?:\.\d{1,2}){1,2})\.?\s+(?=(?:that|to)\s)")
_RESOLVED_LEAD = re.compile(r"\b(RESOLVED|Resolved|AGREED|Agreed)(?:\s+that)?[\s:*–-]*$")
#: A remark in brackets before an outcome, and the number of the next limb behind it.
_REMARK = re.compile(r"^\([^()]{1,60}\)\s+|\s+\(?[ivx]{1,5}[.)]$")

#: The list that follows corrects the minutes of the last meeting; its items are no decisions of their own.
_CORRECTIONS = re.compile(
    r"\b(?:following|these)\s+(?:\w+\s+)?(?:changes?|amendments?|corrections?|alterations?)\b", re.IGNORECASE
)
#: The rest of a body's name before the noun with which a marker begins: "The SCRUTINY" of "The SCRUTINY COMMITTEE noted".
_BODY_BEFORE = re.compile(r"(?:\b[Tt]he\s+)?(?:[A-Z][\w&’'-]*\s+(?:(?:and|of|for|&)\s+)?){1,8}$|\b[Tt]he\s+$")
#: Labels under which every item of a list was resolved.
_LISTING = frozenset({"resolved", "it was resolved", "resolution"})
#: Sentences between a motion and its outcome: who seconded it, how the vote went.
_VOTE = re.compile(r"\W*(?:[Ss]econded|[Pp]roposed\s*:|[Vv]otes?\b|[Oo]n\s+being\s+put)")
#: What is proposed stands beside who proposed it.
_PROPOSED_WHAT = re.compile(
    r"\b(?:proposed|moved)\s+(?!by\b|and\b|this\b|it\b|so\b|in\s+favour|the\s+above|the\s+motion|the\s+recommendation)[a-z£]"
)
_SAYS_WHAT = re.compile(r"\bthat\b|\b(?:agreed|resolved|approved)\s+to\b")
#: A lead-in that breaks off: "That;", "That this Committee -".
_BROKEN_OFF = re.compile(r"(?:\bthat\W*|\s[-–—]\s*|:[-–—\s]*)$", re.IGNORECASE)
#: The number behind the name of a resolution: "Resolution 22/45".
_NUMBERED = re.compile(r"(?<=^resolution)\s+(?:no\.?\s*)?\d[\d/.-]*$")
#: What stands before a decision that is only supposed: "If the Committee approved the plan".
_SUPPOSED = re.compile(
    r"(?<![\w-])(?:if|unless|until|whether|once|when|at\s+which(?:\s+time)?)\s+(?:the\s+)?$", re.IGNORECASE
)
#: The year of an earlier decision: "approved the plan in 2019".
_IN_YEAR = re.compile(r"[^,;:]{0,60}?\b(?:in|during)\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b")
#: A sum of money that a table prints before the outcome.
_SUM = re.compile(r"^£[\d,.]+(?:k|m)?\s+(?=\w)")
#: What one who holds an office has decided, under a heading that says that it is a decision (convention 29).
_HAS_DECIDED = re.compile(
    r"[A-Z][^.;:\n]{2,90}?\b(?:has|have)\s+(?:agreed|approved|authorised|awarded|decided|delegated|endorsed|granted)\b"
)


def _plain_words(words: str) -> str:
    """Words as they are compared: small, without marks and without the marker before them."""
    return re.sub(
        r"^(?:it was )?(?:unanimously )?(?:resolved|agreed|decided) (?=that\b)",
        "",
        re.sub(r"\W+", " ", words).lower().strip(),
    )


def _has_capitals(words: str) -> bool:
    """Whether a marker is written in capitals: AGREED, NOTED."""
    return any(word.isupper() and len(word) > 3 for word in words.split())


class _Finder:
    """Walks the blocks of one paper once; state is what has been used already."""

    def __init__(self, doc: Doc) -> None:
        self.text: str = doc._.layout.text
        self.blocks: list[Block] = doc._.layout.blocks
        self.sentences: dict[int, list[Sentence]] = {}
        for sentence in doc._.sentences:
            self.sentences.setdefault(sentence.block, []).append(sentence)
        self.narrative = getattr(doc._.facts, "kind", None) not in ("report", "agenda")
        self.year = int(meeting[:4]) if (meeting := getattr(doc._.facts, "date", None)) and meeting[:4].isdigit() else 0
        self.used: set[int] = set()
        self.found: list[DecisionFound] = []
        self.short = short_forms(getattr(doc._.facts, "body", None))
        self.patterns = decision_patterns(self.short)

    def run(self) -> list[DecisionFound]:
        for block in self.blocks:
            if block.kind in SILENT or block.index in self.used:
                continue
            if self.narrative and self._read_decimal_limb(block):
                continue
            place = self._place_of(block)
            if place == "recommendation":
                self._read_recommendations(block)
            elif place == "closing":
                continue
            elif self.narrative or place == "resolution":
                self._read_narrative(block, under_heading=place == "resolution")
            else:
                self._read_asked(block)
        if self._is_proposed_record():
            for decision in self.found:
                decision.marker = "recommended"
        return self.found

    def _is_proposed_record(self) -> bool:
        """Whether the paper is the draft of a record of decision: its limbs are still asked for (convention 30)."""
        head = self.text[:1500].upper()
        return "PROPOSED" in head and "RECORD OF DECISION" in head

    # -- where a block stands ------------------------------------------------------------------------------------------

    def _words(self, block: Block) -> str:
        return self.text[block.body_start : block.end]

    def _place_of(self, block: Block) -> str | None:
        """recommendation, resolution, closing, or None: by the block's own label or the heading above it."""
        names = [_NUMBERED.sub("", heading_words(block.label))] if block.label else []
        if not names and block.section is not None:
            names.append(heading_words(self._words(self.blocks[block.section])))
        for name in names:
            for place, headings in (
                ("recommendation", self.patterns.recommendation_headings),
                ("resolution", self.patterns.resolution_headings),
                (
                    "closing",
                    self.patterns.closing_headings
                    if block.label or name.startswith(("reason", "alternative", "other options"))
                    else frozenset(),
                ),
            ):
                if name in headings:
                    return place
            if block.label and name.startswith(("reason", "alternative", "other options")):
                return "closing"
        return None

    def _cue_of(self, block: Block) -> Place:
        """The words that put the block under recommendations: its label or heading."""
        if block.label_start is not None and block.label_end is not None:
            return Place(block.label_start, block.label_end)
        if block.section is not None:
            heading = self.blocks[block.section]
            return Place(heading.body_start, heading.end)
        return Place(block.body_start, block.end)

    def _read_decimal_limb(self, block: Block) -> bool:
        """Whether a paragraph is a limb with a decimal number below a resolution's lead-in, "3.1 that the rent be noted"; found."""
        opening = _DECIMAL_LIMB.match(self.text, block.body_start, block.end)
        above = next((b for b in reversed(self.blocks[: block.index]) if b.kind not in SILENT), None)
        if opening is None or above is None:
            return False
        last = self.found[-1] if self.found and self.found[-1].block == above.index else None
        cue: Place | None = None
        if (lead := _RESOLVED_LEAD.search(self.text, above.start, above.end)) is not None:
            cue = Place(lead.start(1), lead.end(1))
        elif last is not None and _DECIMAL_LIMB.match(
            self.text, last.part.start if last.part else last.start, last.end
        ):
            cue = last.cue
        if cue is None:
            return False
        start = opening.end()
        marker: Marker = "agreed" if self.text[cue.start : cue.end].lower() == "agreed" else "resolved"
        limb = Limb(
            start, trimmed_end(self.text, start, block.end), Place(opening.start(1), opening.end(1)), block.index
        )
        self._add(limb, cue, marker)
        return True

    # -- recommendations -----------------------------------------------------------------------------------------------

    def _read_recommendations(self, first: Block) -> None:
        """All limbs of one section of recommendations, from its first block on."""
        section = [
            block
            for block in self.blocks[first.index :]
            if block.kind not in SILENT
            and block.section == first.section
            and block.label == first.label
            and block.index not in self.used
        ]
        cue = self._cue_of(first)
        has_limbs = any(is_limb_block(block) for block in section)
        limbs: list[Limb] = []
        base: int | None = None
        for block in section:
            self.used.add(block.index)
            if block.kind == "heading":
                continue
            inner = inline_limbs(self.text, block.body_start, block.end, block.index)
            lead = self._is_lead_in(block)
            if lead and not inner:
                cue = Place(block.body_start, block.end)
            elif inner and not is_limb_block(block):
                limbs.extend(inner)
            elif is_limb_block(block):
                base = block.level if base is None else min(base, block.level)
                if limbs and block.level > base:
                    limbs[-1] = Limb(
                        limbs[-1].start,
                        trimmed_end(self.text, limbs[-1].start, block.end),
                        limbs[-1].part,
                        limbs[-1].block,
                    )
                else:
                    limbs.append(
                        Limb(
                            block.body_start,
                            trimmed_end(self.text, block.body_start, block.end),
                            block_part(block, self.text),
                            block.index,
                        )
                    )
            elif not has_limbs and not limbs:
                limbs.extend(self._paragraph_limbs(block))
        for limb in limbs:
            self._add(limb, cue, "recommended")

    def _is_lead_in(self, block: Block) -> bool:
        words = self._words(block).rstrip()
        return words.endswith((":", ":-", ": -", ":–")) or bool(self.patterns.asked.search(words))

    def _paragraph_limbs(self, block: Block) -> list[Limb]:
        """Limbs of a paragraph under recommendations: sentences that begin "That", with a verb, or with an asking."""
        limbs = []
        for sentence in self.sentences.get(block.index, []):
            words = self.text[sentence.start : sentence.end]
            asks = self.patterns.cue.match(words) or re.match(
                r"(?:\w+\s+){1,6}?(?:is|are)\s+(?:asked|recommended|invited|requested)\s+to\b", words
            )
            if asks or self.patterns.limb_start.match(words):
                limbs.append(Limb(sentence.start, sentence.end, block_part(block, self.text), block.index))
        return limbs

    def _read_asked(self, block: Block) -> None:
        """In a report outside its recommendations only an explicit asking counts: "Cabinet is recommended to: (a) …"."""
        if not ASKING.search(self.text, block.body_start, block.end):
            return
        for match in self.patterns.cue.finditer(self.text, block.body_start, block.end):
            if match.lastgroup == "recommended" and re.search(r"\b(?:is|are)\b", match[0]) and self._is_lead_in(block):
                self._read_marked(block, match)
                return

    # -- marked and narrative decisions --------------------------------------------------------------------------------

    def _read_narrative(self, block: Block, *, under_heading: bool) -> None:
        words = self._words(block)
        if lead_body(self.short).fullmatch(words.strip()):
            self._read_verb_limbs(block)
            return
        if lead_behind(self.short).search(words):
            self._read_verb_limbs(block, numbered=True)
        last = re.split(r":\s|\s[-–]\s", words)[-1]
        outcome = self._outcome(words) or (self._outcome(last) if len(last) < len(words) else None)
        if outcome is not None and not (outcome == "agreed" and self._resolved_next(block)):
            self._add(
                Limb(block.body_start, block.end, None, block.index),
                Place(block.body_start, block.end),
                "noted" if outcome == "noted" else "outcome",
            )
            return
        if block.row is not None and (sentences := self.sentences.get(block.index)):
            opening = sentences[0]  # an outcome at the head of a cell, its reason behind it (convention 50)
            if outcome := self._outcome(self.text[opening.start : opening.end]):
                limb = Limb(opening.start, opening.end, None, block.index)
                self._add(limb, Place(opening.start, opening.end), "noted" if outcome == "noted" else "outcome")
                return
        if (
            block.kind == "heading"
            and not block.number
            and len(words) < 60
            and not re.search(r"RESOLVED|AGREED|\bproposes?\s+to\s*:", words)
        ):
            return
        before = len(self.found)
        if under_heading and (run_on := inline_limbs(self.text, block.body_start, block.end, block.index)):
            part = run_on[0].part
            if part is not None and part.start - block.body_start < 8:  # "Resolved: that (1) …; (2) …"
                for limb in run_on:
                    self._add(limb, self._cue_of(block), "resolved")
                return
        self._read_last_words(block)
        if self.patterns.gate.search(words):
            position = block.body_start
            while match := self.patterns.cue.search(self.text, position, block.end):
                position = max(match.end(), self._read_marked(block, match))
        if len(self.found) == before:
            self._read_unmarked(block, under_heading=under_heading)

    def _resolved_next(self, block: Block) -> bool:
        """Whether what was carried is resolved in words of its own right below (convention 52)."""
        below = next((b for b in self.blocks[block.index + 1 :] if b.kind not in SILENT), None)
        return (
            below is not None
            and re.match(r"(?:It was )?(?:RESOLVED|AGREED|Resolved)\b", self.text[below.start : below.end]) is not None
        )

    def _outcome(self, words: str) -> Marker | None:
        """What a bare outcome says, a reason or condition behind it and a sum before it left aside: "£200 approved" (50)."""
        bare = _SUM.sub("", self.patterns.because.sub("", words.strip(" .*\n")))
        return self.patterns.outcomes.get(bare.lower().replace("&", "and"))

    def _read_verb_limbs(self, lead: Block, *, numbered: bool = False) -> None:
        """ "The Cabinet:" and limbs that begin with what it did: "(a) Noted …; (b) Approved …" (conventions 22 and 28).

        Behind words that tell of the discussion only `numbered` limbs are decisions; bullets may go on telling.
        """
        for limb in following_limbs(self.text, self.blocks, lead):
            if numbered and limb.part is None:
                continue
            verb = past_verb().match(self.text, limb.start, limb.end)
            if verb is not None:
                self.used.add(limb.block)
                marker: Marker = (
                    "noted" if verb[0].lower() == "noted" else "agreed" if verb[0].lower() == "agreed" else "resolved"
                )
                self._add(limb, Place(verb.start(), verb.end()), marker)

    def _read_last_words(self, block: Block) -> None:
        """An outcome in a sentence of its own: "24/0117/F, a porch at Rose Cottage. No objections raised" (convention 49).

        What it decides is the sentence before it; a remark in brackets between them (who left the room) is passed over.
        """
        sentences = self.sentences.get(block.index, [])
        for before, last in pairwise(sentences):
            if last.end - last.start > 100:
                continue
            words = _REMARK.sub("", self.text[last.start : last.end]).strip(" .*\n")
            outcome = self._outcome(words)
            if outcome is None and not self.patterns.all_in_support.fullmatch(words):
                continue
            if _VOTE.match(self.text, before.start, before.end):
                motion = [s for s in sentences if s.end <= before.start and not _VOTE.match(self.text, s.start, s.end)]
                before = motion[-1] if motion else before
            start, number = before.start, _REMARK.search(self.text[last.start + 1 : last.end])
            end = last.end if number is None else last.start + 1 + number.start()
            limb = Limb(start, trimmed_end(self.text, start, end), block_part(block, self.text), block.index)
            self._add(limb, Place(last.start, end), "noted" if outcome == "noted" else "outcome")

    def _read_unmarked(self, block: Block, *, under_heading: bool) -> None:
        """Resolutions whose marker was stripped (convention 16), and the bare text of a decision field (28)."""
        words = self._words(block).strip().lstrip("“”\"'‘’")
        if under_heading and (self._is_lead_in(block) or _BROKEN_OFF.search(words)):
            limbs = following_limbs(self.text, self.blocks, block) or self._capital_limbs(block)
            self.used.update(limb.block for limb in limbs)
            for limb in limbs:
                self._add(limb, self._cue_of(block), "resolved")
            if limbs:
                return
        listed = heading_words(block.label or "") in _LISTING and self._follows_limb(block)
        starts = listed or self.patterns.limb_start.match(words) is not None
        limbs = inline_limbs(self.text, block.body_start, block.end, block.index)
        if under_heading and not starts:
            opens = bool(limbs) and self.patterns.limb_start.match(self.text, limbs[0].start) is not None
            subjunctive = block.kind != "heading" and self.patterns.be_done.match(words) is not None
            starts = opens or subjunctive or _HAS_DECIDED.match(words) is not None
        if not starts and not under_heading and (bare := self._bare_limbs(block)):
            self.used.update(limb.block for limb in bare)
            for limb in bare:
                self._add(limb, Place(limb.start, limb.end), "resolved")
            return
        if (under_heading and starts and block.kind != "heading") or self.patterns.bare_that.match(words):
            for limb in limbs or [
                Limb(
                    block.body_start,
                    trimmed_end(self.text, block.body_start, block.end),
                    block_part(block, self.text),
                    block.index,
                )
            ]:
                self._add(limb, self._cue_of(block) if under_heading else Place(limb.start, limb.end), "resolved")

    def _follows_limb(self, block: Block) -> bool:
        """Whether a block is the next limb of the list whose last limb was just found."""
        part, last = block_part(block, self.text), self.found[-1] if self.found else None
        if not is_limb_block(block) or part is None or last is None or last.part is None:
            return False
        beside = self.blocks[last.block].label == block.label and last.block < block.index
        return beside and label_shape(self.text[part.start : part.end]) == label_shape(
            self.text[last.part.start : last.part.end]
        )

    def _bare_limbs(self, first: Block) -> list[Limb]:
        """The limbs of a resolution whose lead-in was lost: two or more, each of which says what be done (convention 16)."""
        if first.kind != "list_item" or first.index == 0 or not self.patterns.be_done.match(self._words(first)):
            return []
        above = self.blocks[first.index - 1]
        if above.kind == "list_item" or _BROKEN_OFF.search(self._words(above).rstrip()):
            return []
        limbs = following_limbs(self.text, self.blocks, above)
        done = all(self.patterns.be_done.match(self.text[limb.start : limb.end]) for limb in limbs)
        return limbs if done and len(limbs) > 1 and limbs[0].block == first.index else []

    def _read_marked(self, block: Block, match: re.Match[str]) -> int:
        """The decisions that one marker opens. Returns where reading goes on in the block."""
        marker: Marker = "agreed" if match.lastgroup == "passive" else match.lastgroup  # type: ignore[assignment]
        sentence = next((s for s in self.sentences.get(block.index, []) if s.start <= match.end() - 1 < s.end), None)
        if sentence is None:
            return match.end()
        if self._is_reported(sentence, match):
            return sentence.end
        if "carried" in match[0].lower() and len(self._words(block)) < 120 and self._resolved_next(block):
            return sentence.end
        cue = Place(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
        if marker == "formal" and re.search(r"second|2\s*nd", match[0], re.IGNORECASE):
            return self._read_movers(block, sentence, cue)
        last = self.patterns.cue.search(self.text, match.end(), block.end) is None
        labels = inline_labels(self.text, match.end(), block.end)
        if labels and labels[0][0] <= sentence.end + 3:
            for limb in inline_limbs(self.text, match.end(), block.end, block.index):
                self._add(limb, cue, marker)
            return block.end
        rest = self.text[match.end() : block.end].strip(" :;–-—\n\t*")
        opens = self._words(block).rstrip().endswith((":", ":-", ":–", "- ", "-", "that", "to")) or rest in (
            "",
            "that",
            "That",
            "to",
        )
        corrected = _CORRECTIONS.search(self.text, sentence.start, sentence.end)
        if last and opens and not corrected and sentence.end >= end_of_words(self.text, block.end):
            limbs = following_limbs(self.text, self.blocks, block) or self._capital_limbs(block)
            if not limbs and (not rest or rest.lower() in ("that", "to")):
                limbs = self._next_paragraph(block)
            if limbs:
                self.used.update(limb.block for limb in limbs)
                for limb in limbs:
                    self._add(limb, cue, marker)
                return block.end
        end = self._next_capital(sentence, match)
        start = self._clause_start(sentence, cue, whole=match.lastgroup in ("passive", "formal"))
        self._add(
            Limb(start, trimmed_end(self.text, start, end), block_part(block, self.text), block.index),
            cue,
            marker,
        )
        return end if end < sentence.end else self._further_limbs(block, sentence, cue, marker)

    def _next_capital(self, sentence: Sentence, match: re.Match[str]) -> int:
        """Where the next marker in capitals begins another decision of the same sentence, else its end (convention 23)."""
        following = self.patterns.cue.search(self.text, match.end(), sentence.end)
        passive = following is not None and re.search(r"\bbe\s*$", self.text[match.end() : following.start()])
        if following is not None and not passive and _has_capitals(match[0]) and _has_capitals(following[0]):
            return following.start()
        return sentence.end

    def _read_movers(self, block: Block, sentence: Sentence, cue: Place) -> int:
        """Proposing and seconding is the decision (convention 39), unless it only names the movers of the one before it (40)."""
        text, end = self.text, sentence.end
        words = text[sentence.start : end]
        if re.search(r"\bthe\s+(?:\w+\s+)?motion\b(?!.*\b(?:agreed|carried|adopted)\b)", words):
            return end  # moved: whether it was carried is said elsewhere
        if re.search(r"\band[\s:,]*$", words) and not _SAYS_WHAT.search(words) and self._resolved_next(block):
            return end  # the resolution stands below in words of its own
        says = _SAYS_WHAT.search(words) or _PROPOSED_WHAT.search(words)
        only_movers = self.patterns.movers.match(words) and len(words) < 160 and not says
        before = [d for d in self.found if d.block == block.index or d.block == block.index - 1]
        if only_movers and before:
            return end
        start, place = sentence.start, block
        if only_movers:
            earlier = [s for s in self.sentences.get(block.index, []) if s.end <= sentence.start]
            if earlier:
                start, end = earlier[-1].start, earlier[-1].end
            elif (motion := self._motion_above(block)) is not None:
                start, end, place = motion
            else:
                return end
        resolved = self._place_of(block) == "resolution"
        limb = Limb(start, trimmed_end(text, start, end), block_part(place, text), place.index)
        self._add(limb, self._cue_of(block) if resolved else cue, "resolved" if resolved else "formal")
        return sentence.end

    def _motion_above(self, block: Block) -> tuple[int, int, Block] | None:
        """The motion that a line of movers carries: from the first sentence of the paragraph above that says what is to be done
        ("Clerk to write to the owner. Prop RV 2nd BL, all in favour", convention 40)."""
        above = next((b for b in reversed(self.blocks[: block.index]) if b.kind not in SILENT), None)
        if above is None or above.kind == "heading" or above.section != block.section:
            return None
        for sentence in self.sentences.get(above.index, []):
            if self.patterns.to_be_done.match(self.text, sentence.start, sentence.end):
                return sentence.start, above.end, above
        return None

    def _further_limbs(self, block: Block, sentence: Sentence, cue: Place, marker: Marker) -> int:
        """Sentences after a resolution that begin "That" and decide on their own."""
        end = sentence.end
        if marker != "resolved":
            return end
        for following in self.sentences.get(block.index, []):
            if following.start >= end and self.patterns.bare_that.match(self.text[following.start : following.end]):
                self._add(Limb(following.start, following.end, None, block.index), cue, marker)
                end = following.end
        return end

    def _capital_limbs(self, lead: Block) -> list[Limb]:
        """Paragraphs without number or letter that begin with a verb in capitals: "APPROVE …", "DELEGATE …" (convention 30)."""
        limbs: list[Limb] = []
        for block in self.blocks[lead.index + 1 :]:
            if block.kind in SILENT:
                continue
            opening = re.match(r"[A-Z]{4,}\b", self.text[block.body_start : block.end])
            if block.kind == "heading" or opening is None or self.patterns.limb_start.match(opening[0]) is None:
                break
            end = trimmed_end(self.text, block.body_start, block.end)
            limbs.append(Limb(block.body_start, end, block_part(block, self.text), block.index))
        return limbs

    def _next_paragraph(self, lead: Block) -> list[Limb]:
        for block in self.blocks[lead.index + 1 :]:
            if block.kind in SILENT:
                continue
            if block.kind == "heading" or (block.label is not None and block.label != lead.label):
                return []
            if self.patterns.movers.match(self.text, block.body_start, block.end):
                return []
            inner = inline_limbs(self.text, block.body_start, block.end, block.index)
            if not inner and self._words(block).rstrip().endswith((":", ":-", ":–")):
                inner = following_limbs(
                    self.text, self.blocks, block
                )  # "That Cabinet:" and its limbs (conventions 4, 10)
                self.used.update({block.index} if inner else ())
            return inner or [
                Limb(block.body_start, trimmed_end(self.text, block.body_start, block.end), None, block.index)
            ]
        return []

    def _clause_start(self, sentence: Sentence, cue: Place, *, whole: bool) -> int:
        """A decision begins with its marker; a short lead ("On being put to the vote, it was …") stays outside."""
        lead = self.text[sentence.start : cue.start]
        content = re.search(r"\b(?:proposed|seconded|minutes|subject|proposal)\b", lead, re.IGNORECASE)
        if whole or content or len(lead) < 4:
            return sentence.start
        body = _BODY_BEFORE.search(lead) if self.text[cue.start].isupper() else None
        return cue.start if body is None else sentence.start + body.start()

    def _is_reported(self, sentence: Sentence, match: re.Match[str]) -> bool:
        near = self.text[max(sentence.start, match.start() - 12) : min(sentence.end, match.end() + 30)]
        if match.lastgroup in ("resolved", "agreed", "noted") and match[0].strip().isupper():
            return False
        if "second" in match[0].lower():
            return False
        if _SUPPOSED.search(self.text, max(sentence.start, match.start() - 20), match.start()):
            return True
        past = _IN_YEAR.match(self.text, match.end(), sentence.end)
        if past and match.lastgroup != "resolved" and self.year and int(past[1]) < self.year:
            return True
        return bool(
            self.patterns.reported.search(near) or self.patterns.by_others.match(self.text, match.end(), sentence.end)
        )

    def _add(self, limb: Limb, cue: Place, marker: Marker) -> None:
        block = self.blocks[limb.block]
        if marker == "formal" and heading_words(block.label or "") == "resolved":
            marker = "resolved"
        start, end = limb.start, limb.end
        while start < end and self.text[start].isspace():
            start += 1
        if not re.search(r"\w", self.text[start:end]):
            return
        if any(d.start <= start and end <= d.end and d.block == limb.block for d in self.found):
            return  # the words of one found already: "Proposed by …, seconded by …. Carried."
        words = _plain_words(self.text[start:end])
        twin = next(
            (
                d
                for d in self.found
                if (d.end - d.start > 40 or d.end - d.start > 12 and self._beside_it(d.block, limb.block))
                and _plain_words(self.text[d.start : d.end]) == words
            ),
            None,
        )
        if twin is not None and (marker != "resolved" or twin.marker == "resolved"):
            return  # the same resolution printed twice: under Decision and under Minutes (conventions 26 and 32)
        if twin is not None:
            self.found.remove(twin)  # the motion as it was moved: what was resolved in its words stands for it
        self.found.append(
            DecisionFound(
                start,
                end,
                limb.block,
                cue,
                marker,
                part=limb.part,
                item=block.section,
                number=self._minute_number(block),
            )
        )

    def _beside_it(self, one: int, other: int) -> bool:
        """Whether two blocks stand in one item, under labels of their own: Decision and Minutes."""
        first, second = self.blocks[one], self.blocks[other]
        return first.section == second.section and first.label != second.label

    def _minute_number(self, block: Block) -> Place | None:
        """The number of the item or paragraph under which the block stands."""
        if block.section is not None and (place := block_part(self.blocks[block.section], self.text)):
            return place
        parent = self.blocks[block.parent] if block.parent is not None else None
        return block_part(parent, self.text) if parent is not None else None


@Language.component(
    "matters_decisions", requires=["doc._.layout", "doc._.sentences", "doc._.facts"], assigns=["doc._.decisions"]
)
def matters_decisions(doc: Doc) -> Doc:
    """Writes `doc._.decisions`: candidates in the order of the paper.

    "RESOLVED: (a) that the plan be adopted; and (b) that a report be brought back" gives two. "The grant had been agreed by
    the Cabinet" gives none. Known misses stand in docs/limits.md.
    """
    doc._.decisions = sorted(_Finder(doc).run(), key=lambda found: (found.start, found.end))
    return doc
