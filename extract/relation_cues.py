"""Relations by cue words between two names in one sentence, over `relations.yml`.

A name may be stood for by "it", "this group" or "which"; then the body last spoken of is meant, or the one that heads the row of a
table, and where that is not plain, nothing is said.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from extract import vocabulary
from extract.blocks import SILENT, Block
from extract.entities import Entity, Place
from extract.records import RELATION_ENDS, RelationType
from extract.scanning import beginnings, matches_at
from extract.sentences import Sentence


@dataclass(eq=False)
class RelationFound:
    """One relation: who, what, whom, and the words for each. Offsets of `doc.text`."""

    type: RelationType
    subject: Entity
    subject_place: Place
    object: Entity
    object_place: Place
    cue: Place
    role: Place | None = None
    by_attendance: bool = False
    proposed: bool = False
    negated: bool = False


@dataclass(frozen=True)
class Mention:
    """A name in the text and what it names."""

    start: int
    end: int
    entity: Entity


@dataclass(frozen=True)
class _Words:
    """The words that state a relation, in the shape of a match."""

    first: int
    last: int

    def start(self) -> int:
        """Where they begin."""
        return self.first

    def end(self) -> int:
        """Where they end."""
        return self.last


@dataclass(frozen=True)
class _Cue:
    type: RelationType
    subject_left: bool
    left: frozenset[str]
    right: frozenset[str]


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, list[_Cue]]]:
    table: dict[str, list[_Cue]] = {}
    for entry in vocabulary.load("relations")["cues"]:
        cue = _Cue(entry["type"], entry["subject"] == "left", frozenset(entry["left"]), frozenset(entry["right"]))
        for words in entry["words"]:
            table.setdefault(words.lower(), []).append(cue)
    whole = re.compile(rf"{vocabulary.alternation(table)}(?!\w)", re.IGNORECASE)
    return beginnings(table), whole, table


@cache
def _either(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{vocabulary.alternation(vocabulary.words('relations', name))}\b", re.IGNORECASE)


#: What may stand between two names of one list: commas, "and", articles, a bracketed acronym, "as well as".
_JOINT = re.compile(
    r"(?:\s|,|;|&|/|\band\b|\bboth\b|\bthe\b|\bwith\b|\bfrom\b|\bthe\s+local\b|\bas\s+well\s+as\b|\bor\b|\([^)]{1,20}\)|[’']s?)*",
    re.IGNORECASE,
)
#: What may stand between a cue and the name to its right.
_REACH_RIGHT = re.compile(
    r"(?:\s|[:;,‘“\"'-]|\bthe\b|\ba\b|\ban\b|\bboth\b|\blocal\b|\bits\b|\ball\b|\bnew\b|\bfrom\b|\bof\b|\bwider\b|\bfor\b|\band\b|\bpartner\b|\b(?:Council|Board|Trust|Authority|Partnership|Committee)[’']s\b)*",
    re.IGNORECASE,
)
#: A clause between commas that stands between a subject and its verb.
_APPOSITION = re.compile(r"\s?,\s[^,;.]{3,70},\s*(?:and\s+|which\s+|also\s+|will\s+|now\s+)*")
#: What joins an owner to what it owns.
_OWNS = re.compile(r"\s?[’']?s?\s+(?:own\s+)?")
#: Whom a body is made up of, before the names: "made up of senior officers from …".
_OF_WHOM = re.compile(
    r"\s*(?:(?:one|two|senior|the|chief|lead|executive)\s+)*(?:representatives?|officers|leads|members|staff|colleagues|directors|executives)"
    r"\s+(?:from|of)\s+(?:each\s+of\s+|both\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
#: How many agreements there are, before their name: "have two overarching section 75 agreements".
_HOW_MANY = re.compile(
    r"\s+(?:(?:a|an|one|two|three|four|five|several|number|of|both|overarching|separate|joint|formal|single|in|place)\s+)*",
    re.IGNORECASE,
)
#: A post before the name of whoever holds it: "chaired by Assistant Chief Constable Ann Brook", "by the Dean, Ann Brook".
_POST = re.compile(
    r"\s+(?:the\s+|our\s+)?(?:(?:[A-Z][\w’'-]*|of|for|and|the|at|&),?\s+){1,14}",
)
#: Parties without a name amid a list of names: ", the twelve district councils,".
_UNNAMED = re.compile(
    r",\s+(?:the|all|other|local|twelve|district|voluntary)\b[a-z -]{3,50}(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?"
)
#: A verb that "and" joins to another: its subject is that of the other verb.
_JOINED_VERB = re.compile(
    r"\band\s+(?:(?:is|are|was|were|will|be|been|has|have|also|then|now|currently|itself|jointly|both|in\s+turn|which)\s+)*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s*(?:\([^)]{1,40}\)\s*|\)\s*)?,?\s*\b(?:which|who)\b", re.IGNORECASE)
#: Between a name and its verb, where "which" can only mean that name.
_WHICH = re.compile(
    r"(?:\s+(?:scheme|programme|model|initiative|project|service))?\s*(?:\([^)]{1,40}\)\s*)?,\s*(?:which|who)\s+"
    r"(?:(?:also|then|in\s+turn|itself|is|are|was|were|will|be|has|been|now)\s+)*",
    re.IGNORECASE,
)
#: What may stand before the words of an item that speaks of the body over the list.
_OPENS = re.compile(r"\W*(?:(?:is|are|to\s+be|will\s+be|it|a|the)\s+)*", re.IGNORECASE)
#: The label of a line that says something of the body whose name stands above it.
_FIELD = re.compile(
    r"\W*(?:(?:independent\s+|current\s+)?(?:co-|vice-|vice\s+)?chairs?|chaired\s+by|reports?\s+(?:in)?to|reporting\s+to|accountable\s+to"
    r"|members|membership|led\s+by|overseen\s+by|purpose|frequency)\s*:",
    re.IGNORECASE,
)
#: Who holds the chair, or who the members are, said with the body after "of".
_CHAIR_OF = re.compile(r"\b(?:chair(?:man|person)?|convener)\s+(?:of|for)\s+(?:the\s+)?$", re.IGNORECASE)
_PARTNERS_OF = re.compile(
    r"\b(?:members|partners|membership|constituents?|parties)\s+(?:of|in|on|to)\s+(?:the\s+)?$", re.IGNORECASE
)
_NAMELY = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?(?:is|are|include|includes|comprise|comprises|currently|being|:|both|the|\s)+",
    re.IGNORECASE,
)
#: After a name: it only owns what is meant.
_POSSESSED = re.compile(r"[’']s?\s+(?:own\s+)?[A-Za-z]")
#: How a body came about, before what it is for: "was set up in 2019 to oversee …".
_SET_UP = re.compile(
    r"\s*(?:\([^)]{1,40}\)\s*|\)\s*)?(?:,\s*)?(?:(?:which|has|have|was|were|is|been|being|will|be|first|originally|recently|also)\s+)*"
    r"(?:set\s+up|established|created|formed|convened|constituted)\s+(?:(?:in|on)\s+[\w ]{3,25}\s)?",
    re.IGNORECASE,
)
#: Before names of those with whom something is done.
_MADE_WITH = re.compile(r"\b(?:with|between|alongside|involving|from)\s+(?:the\s+|both\s+)?$", re.IGNORECASE)
#: Initials of a person where a paper says who leads: "chaired by RV".
_BY_INITIALS = re.compile(
    r"\b(?:chaired|led)\s+by\s+(?P<by>[A-Z][A-Z-]{1,3})\b"
    r"|\b(?P<of>[A-Z][A-Z-]{1,3})\b(?=,?\s+(?:as\s+)?(?:the\s+)?(?:[Vv]ice[- ])?[Cc]hair(?:man|person)?\s+of\b)"
)
#: What may stand between a name and the cue to its right.
_REACH_LEFT = re.compile(
    r"(?:\s|[,)’'‘\"-]|\([^)]{1,40}\)?|\b(?:who|which|that|itself|also|now|and|then|currently|both|jointly|each|has|have|is|are|was|will|be|been|would|to|not|no|longer|never|does|do|together|two|three|four|five|six|work|stream|workstream|arrangements|services?|s)\b)*",
    re.IGNORECASE,
)


def mentions_of(doc: Doc) -> list[Mention]:
    """Every mention of a person, body or programme, outermost only, in order of the text; kept with the doc."""
    kept: list[Mention] | None = doc.user_data.get("mentions")
    if kept is not None:
        return kept
    spans = [
        Mention(span.start_char, span.end_char, entity)
        for name in ("people", "organisations", "programmes")
        for span in doc.spans.get(name, [])
        if (entity := span._.entity) is not None
    ]
    initials = doc._.initials or {}
    if initials:
        spans += [
            Mention(match.start(match.lastgroup), match.end(match.lastgroup), initials[match[match.lastgroup]])
            for match in _BY_INITIALS.finditer(doc._.layout.text)
            if match.lastgroup is not None and match[match.lastgroup] in initials
        ]
    found: list[Mention] = []
    for mention in sorted(spans, key=lambda m: (m.start, -m.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    doc.user_data["mentions"] = found
    return found


def mentions_between(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Those of the mentions, which stand in order of the text, that lie wholly inside [start, end)."""
    first, last = (bisect_left(mentions, offset, key=lambda m: m.start) for offset in (start, end))
    return [m for m in mentions[first:last] if m.end <= end]


def relations_of_words(doc: Doc) -> list[RelationFound]:
    """Every relation that cue words state between two names of one sentence, or a name and what stands for one."""
    return _Reader(doc).run()


class _Reader:
    """Reads cue words sentence by sentence and keeps in mind which body was last spoken of."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc._.layout.text
        self.blocks = doc._.layout.blocks
        self.sentences: list[Sentence] = doc._.sentences
        self.mentions = mentions_of(doc)
        self.found: list[RelationFound] = []
        self.row_heads = row_heads(self.blocks, self.mentions)
        self.list_heads = list_heads(self.text, self.blocks, self.mentions)
        self.before_start = -1

    def run(self) -> list[RelationFound]:
        first, pattern, table = _cues()
        position = 0
        before: list[Mention] = []
        last_block = -1
        for sentence in self.sentences:
            while position < len(self.mentions) and self.mentions[position].start < sentence.start:
                position += 1
            stop = position
            while stop < len(self.mentions) and self.mentions[stop].end <= sentence.end:
                stop += 1
            here = self.mentions[position:stop]
            silent = self.blocks[sentence.block].kind == "heading" and sentence.block not in self.list_heads
            if not silent and (here or before):
                if here:
                    self._name_after_of(sentence, here)
                    for match in matches_at(first, pattern, self.text, sentence.start, sentence.end):
                        for cue in table[re.sub(r"\s+", " ", match[0]).lower()]:
                            if self._relate(
                                sentence, match, cue, here, before if sentence.block - last_block <= 1 else []
                            ):
                                break
            if here:
                before, last_block, self.before_start = here, sentence.block, sentence.start
        return self.found

    def _relate(
        self, sentence: Sentence, match: re.Match[str], cue: _Cue, here: list[Mention], before: list[Mention]
    ) -> bool:
        own = match[0].lower().startswith("its ")
        left = self._left(sentence, match.start() + 3 if own else match.start(), cue, here, before)
        right = self._right(sentence, match.end(), cue, here)
        if not left or not right:
            return False
        left = [self._holding(found, here) for found in left]
        subjects, objects = (left, right) if cue.subject_left else (right, left)
        if cue.type == "party_to" and match[0].lower() in ("have", "has", "between"):
            objects = [found for found in objects if found.entity.kind == "agreement"]  # others one merely has
            if not objects:
                return False
        for subject in subjects:
            for other in objects:
                self._add(sentence, match, cue.type, subject, other)
        return True

    def _holding(self, mention: Mention, here: list[Mention]) -> Mention:
        """The board of which a council is said to be the owner ("Care Board of Ashby Council"), or the mention itself."""
        for other in here:
            owned = getattr(other.entity, "parent", None) is mention.entity
            if owned and other.end < mention.start and self.text[other.end : mention.start].split() == ["of"]:
                return other
        return mention

    def _right(self, sentence: Sentence, start: int, cue: _Cue, here: list[Mention]) -> list[Mention]:
        following = [m for m in here if m.start >= start]
        if len(following) > 1 and _OWNS.fullmatch(self.text, following[0].end, following[1].start):
            following = following[1:]  # "part of the Trust's Recovery Plan": the plan is meant
        if not following:
            return []
        if "people" in cue.right and (holder := self._holder(start, cue, following)) is not None:
            return [holder]
        gap = self.text[start : following[0].start]
        if not self._reaches(gap, cue, following[0]):
            return []
        members = cue.type == "member_of" and not cue.subject_left
        return [
            m
            for m in self._joined(following, members=members)
            if m.entity.table in cue.right and not _POSSESSED.match(self.text, m.end)
        ]

    def _reaches(self, gap: str, cue: _Cue, mention: Mention) -> bool:
        """Whether the words between a cue and the name to its right leave that name meant."""
        if _REACH_RIGHT.fullmatch(gap):
            return True
        if cue.type == "member_of" and not cue.subject_left and _OF_WHOM.fullmatch(gap):
            return True
        if cue.type == "party_to" and mention.entity.kind == "agreement" and _HOW_MANY.fullmatch(gap):
            return True
        return len(gap) < 90 and re.search(r"\b(?:including|namely)\s+(?:the\s+)?$", gap) is not None

    def _holder(self, start: int, cue: _Cue, following: list[Mention]) -> Mention | None:
        """The person whose post stands before the name, with the body of that post in between or not."""
        for mention in following[: 3 if cue.right == {"people"} else 1]:
            if mention.entity.table == "people":
                return mention if _POST.fullmatch(self.text, start, mention.start) else None
        return None

    def _name_after_of(self, sentence: Sentence, here: list[Mention]) -> None:
        """chairs and member_of where the body follows "of": "The Chair of the Board is Ann Brook", "Partners in the Board are …"."""
        for at, body in enumerate(here[:-1]):
            if body.entity.table != "organisations":
                continue
            lead = self.text[max(sentence.start, body.start - 40) : body.start]
            following = here[at + 1 :]
            if not (gap := _NAMELY.match(self.text, body.end, following[0].start)) or gap.end() < following[0].start:
                if not _CHAIR_OF.search(lead) or following[0].entity.table != "people" or gap is None:
                    continue
                if not _POST.fullmatch(self.text, gap.end() - 1, following[0].start):
                    continue
            if not re.search(r"\b(?:is|are|include|includes|comprise|comprises)\b|:", gap[0]):
                continue
            if (match := _CHAIR_OF.search(lead)) is not None:
                kind: RelationType = "chairs"
                names = [m for m in self._joined(following) if m.entity.table == "people"]
            elif (match := _PARTNERS_OF.search(lead)) is not None:
                kind = "member_of"
                names = [m for m in self._joined(following, members=True) if m.entity.table != "programmes"]
            else:
                continue
            start = body.start - len(lead) + match.start()
            for name in names:
                self._add(sentence, _Words(start, start + len(match[0].rstrip())), kind, name, body)

    def _joined(self, mentions: list[Mention], *, members: bool = False) -> list[Mention]:
        """The names of one list: from the first on, as long as only commas and "and" stand between.

        In a list of members there may be parties without a name.
        """
        group = [mentions[0]]
        for mention in mentions[1:]:
            joint = _JOINT.fullmatch(self.text, group[-1].end, mention.start) or (
                members and _UNNAMED.fullmatch(self.text, group[-1].end, mention.start)
            )
            if mention.entity.table != group[0].entity.table and self.text[mention.start - 1] == "(":
                continue  # whom a person sits for: "Ann Brook (Harbour Union) and …"
            if not joint or mention.entity.table != group[0].entity.table:
                break
            group.append(mention)
        return group

    def _left(
        self, sentence: Sentence, end: int, cue: _Cue, here: list[Mention], before: list[Mention]
    ) -> list[Mention]:
        preceding = [m for m in here if m.end <= end]
        if not preceding and (head := self.list_heads.get(sentence.block)) is not None:
            if _OPENS.fullmatch(self.text, sentence.start, end):
                return [head] if head.entity.table in cue.left else []
        if not preceding and self.blocks[sentence.block].column and _OPENS.fullmatch(self.text, sentence.start, end):
            return self._row_head(sentence, cue)  # "Oversees the Harbour Programme." in the row of a body
        joined_on = self._joined_on(sentence, end, cue, preceding, before)
        if joined_on is not None:
            return joined_on
        if len(preceding) > 1 and re.search(r"\bto\s+$", self.text[preceding[-1].end : end]):
            agent = re.search(r"\bby\s+(?:the\s+)?$", self.text[sentence.start : preceding[-1].start])
            if agent is not None and preceding[-2].entity.table in cue.left:
                return [preceding[-2]]  # "the Trust was commissioned by the Board to provide …": the Trust
        relative = bool(preceding) and _WHICH.fullmatch(self.text, preceding[-1].end, end) is not None
        for mention in reversed(preceding if not relative else []):
            if _APPOSITION.fullmatch(self.text, mention.end, end) and mention.entity.table in cue.left:
                return [mention]  # "the Care Board, chaired by Ruth Vale, reports to …"
        if preceding and (
            relative
            or _REACH_LEFT.fullmatch(self.text, preceding[-1].end, end)
            or _SET_UP.fullmatch(self.text, preceding[-1].end, end)
        ):
            one = relative and re.search(r"\b(?:is|was|has)\b", self.text[preceding[-1].end : end + 4]) is not None
            group = preceding[-1:] if one else self._joined_backwards(preceding)
            fitting = [m for m in group if m.entity.table in cue.left]
            if fitting and _MADE_WITH.search(self.text, sentence.start, group[0].start) and self.text[end - 2] == ",":
                return []  # "a hub was set up with the Council and the Trust, reporting to …": the hub reports
            if fitting:
                return fitting
        lead = self.text[sentence.start : end]
        aside = self.text[end : end + 3] == "as "  # "The Trust runs clinics as part of the Plan": the clinics are
        if cue.type == "part_of" and not aside and len(preceding) == 1 and preceding[0].entity.table in cue.left:
            opening = self.text[sentence.start : preceding[0].start]
            if re.fullmatch(r"(?:The\s+|.{0,60}\bthat\s+(?:the\s+)?)?", opening) and not re.search(r"[;:]", lead):
                return preceding
        anaphor = _either("anaphors").match(lead)
        joined = re.search(r"\b(and|but|that|which|who)\s+(?:\w+\s+){0,2}$", lead)
        if joined is not None and joined[1] in ("which", "who") and len(preceding) > 1:
            return []  # which of them is meant is not said
        if anaphor is None and preceding and joined is not None:
            subject = preceding[0]  # one subject of two verbs: "The Group was set up to … and reports to …"
            return (
                [subject]
                if subject.entity.table in cue.left and subject.start - sentence.start < 6
                else self._row_head(sentence, cue)
            )
        if anaphor is not None and len(lead) - anaphor.end() < 240:
            return self._row_head(sentence, cue) or self._spoken_of(anaphor[0].lower(), cue, before)
        return []

    def _joined_on(
        self, sentence: Sentence, end: int, cue: _Cue, preceding: list[Mention], before: list[Mention]
    ) -> list[Mention] | None:
        """The subject of a verb that "and" joins to another: that of the other verb, never its object or agent; None elsewhere.

        "The Board is hosted by the Trust and reports to …": the Board. "… by the Board, which is chaired by Ann Brook and reports
        to …": the Board.
        """
        lead = self.text[sentence.start : end]
        if not preceding or _JOINED_VERB.search(lead) is None:
            return None
        last = preceding[-1]
        if not (_REACH_LEFT.fullmatch(self.text, last.end, end) or _APPOSITION.fullmatch(self.text, last.end, end)):
            return None
        for mention in reversed(preceding[:-1]):
            if (match := _RELATIVE.match(self.text, mention.end, end)) is not None and match.end() <= last.start:
                return [mention] if mention.entity.table in cue.left else []
        if last is not preceding[0] and preceding[0].start - sentence.start < 6:
            return [m for m in self._joined(preceding) if m.entity.table in cue.left]
        anaphor = _either("anaphors").match(lead)
        if anaphor is not None:
            return self._row_head(sentence, cue) or self._spoken_of(anaphor[0].lower(), cue, before)
        agent = re.search(r"\bby\s+(?:the\s+)?$", self.text[sentence.start : last.start]) is not None
        return None if last is preceding[0] and not agent else []

    def _joined_backwards(self, mentions: list[Mention]) -> list[Mention]:
        group = [mentions[-1]]
        for mention in reversed(mentions[:-1]):
            if (
                not _JOINT.fullmatch(self.text, mention.end, group[0].start)
                or mention.entity.table != group[0].entity.table
            ):
                break
            group.insert(0, mention)
        return group

    def _row_head(self, sentence: Sentence, cue: _Cue) -> list[Mention]:
        """In a row of a governance table the body is the one that heads the row."""
        row = self.blocks[sentence.block].row
        head = self.row_heads.get(row) if row is not None else None
        return [head] if head is not None and head.entity.table in cue.left and head.start < sentence.start else []

    def _spoken_of(self, anaphor: str, cue: _Cue, before: list[Mention]) -> list[Mention]:
        """The body last spoken of: "this" points at the end of the sentence before, "it" and "the group" at its subject."""
        fitting = [m for m in before if m.entity.table in cue.left and m.entity.table != "people"]
        noun = anaphor.split()[-1]
        named = [m for m in fitting if re.search(rf"\b{noun}\b", m.entity.name, re.IGNORECASE)]
        if anaphor == "this":
            return fitting[-1:]
        if anaphor in ("it", "its") and fitting and 0 <= fitting[0].start - self.before_start < 6:
            return fitting[:1]
        if named:
            return named[:1]
        return (
            fitting[:1]
            if anaphor in ("it", "which", "its", "this group", "the group")
            and len({id(m.entity) for m in fitting}) == 1
            else []
        )

    def _add(
        self, sentence: Sentence, match: re.Match[str] | _Words, kind: RelationType, subject: Mention, other: Mention
    ) -> None:
        ends = RELATION_ENDS[kind]
        if subject.entity is other.entity or subject.entity.table not in ends[0] or other.entity.table not in ends[1]:
            return
        lead = self.text[max(sentence.start, match.start() - 40) : match.start()]
        self.found.append(
            RelationFound(
                kind,
                subject.entity,
                Place(subject.start, subject.end),
                other.entity,
                Place(other.start, other.end),
                Place(match.start(), match.end()),
                proposed=bool(_either("proposed").search(lead)),
                negated=bool(re.search(rf"{_either('negated').pattern}\s*$", lead, re.IGNORECASE)),
            )
        )


def row_heads(blocks: list[Block], mentions: list[Mention]) -> dict[int, Mention]:
    """For each table row the body named by the whole of its first cell."""
    heads: dict[int, Mention] = {}
    by_start = {m.start: m for m in mentions}
    for block in blocks:
        if block.row is not None and block.column == 0 and block.kind not in SILENT and block.row not in heads:
            mention = by_start.get(block.body_start)
            if mention is not None and mention.entity.table != "people" and block.end - mention.end < 4:
                heads[block.row] = mention
    return heads


def list_heads(text: str, blocks: list[Block], mentions: list[Mention]) -> dict[int, Mention]:
    """For each item of a list, or line with a label such as "Reports to:", the body or programme that is the whole line above."""
    heads: dict[int, Mention] = {}
    by_start = {m.start: m for m in mentions if m.entity.table != "people"}
    head: Mention | None = None
    for block in blocks:
        if block.kind in SILENT or block.row is not None:
            continue
        if block.kind == "list_item":
            if head is not None:
                heads[block.index] = head
            continue
        if head is not None and block.end - block.start < 250 and _FIELD.match(text, block.start):
            heads[block.index] = head
            continue
        named = by_start.get(block.body_start)
        head = named if named is not None and -1 <= block.end - named.end < 3 else None
    return heads
