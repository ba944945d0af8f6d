"""Why words with the shape of a name are held for a person: one reason each, all of them standing in the paper.

A title, a list, an office beside the name, a label before it, a table column of names, a verb of saying behind it, a second
mention. The rarer the name, the stronger the reason must be; a known given name never is one by itself.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from extract import vocabulary
from extract.attendance import Listing
from extract.blocks import Block
from extract.people_identity import is_councillor, surname_key
from extract.people_lists import Lists
from extract.people_names import Name, is_given, seldom, title_pattern
from extract.people_role_reader import Role
from extract.people_roles import honours_after, legend_after, role_elected, roles_after
from extract.people_roles_before import role_before
from extract.people_surroundings import Surroundings

#: The office at this very meeting in the words before a name: "the meeting was chaired by Jo Smith" (convention 98).
_PRESIDED = re.compile(r"\b(?:[Mm]eeting|MEETING)\s+(?:was|is|WAS)\s+([Cc]hair|CHAIR)(?:ed\s+by|ED\s+BY):?\s*$")
_BUILDING = re.compile(
    r"(?:['’]s)?[ \u00a0]+(?:Road|Street|Lane|Avenue|Close|Drive|Way|Court|House|Hall|School|Surgery|Practice|Hospital|Park|Square|Place|"
    r"Terrace|Grove|Gardens|Farm|Centre|Crescent|Academy|College|Library|Church|Wood|Hill|Ltd|Limited|Trust|Report|Review|Inquiry|Foundation|"
    r"Award|Cup|Trophy|Bequest|Charity|Memorial|Room|Building|Bridge|Estate|Junction|Island|Green)\b"
)
#: Behind the name of someone to be reached, or of the presenter of an item with its time.
_CONTACT = re.compile(r"[\s,*]*(?:(?i:Tel|Telephone|E-?mail|Phone|Ext|Mobile)\b|█|\d{1,2}[:.]\d\d\s*(?:\n|$))")
_WEAK_PLACE = re.compile(
    r"\b(?:in|on|at|along|near|to|of|off|into|around|from|between|outside|opposite)\s+(?:the\s+)?$"
)
_AUXILIARIES = frozenset(
    {
        "was",
        "is",
        "had",
        "has",
        "will",
        "would",
        "also",
        "then",
        "who",
        "and",
        "left",
        "set",
        "took",
        "led",
        "opened",
        "closed",
        "provided",
        "moved",
    }
)
_LINK = r"\s*(?:,|;|,?\s*and|&)\s*|[ \t\u00a0]*\n[ \t\u00a0]*"
_FIRM_LEADS = frozenset({"chaired by", "co-chaired by", "proposed by", "seconded by", "moved by", "minuted by"})


class Judge:
    """Decides over every name of one paper; keeps what it read beside the names for those who need it next."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        around: Surroundings,
        names: Sequence[Name],
        listed: Mapping[Name, Listing],
    ) -> None:
        self.text, self.blocks, self.around, self.names, self.listed = text, blocks, around, names, listed
        self.roles: dict[Name, list[Role]] = {}
        self.before: dict[Name, Role | None] = {}
        self.labels: dict[Name, Block] = {}
        self.lists = Lists(blocks, around)
        self._small: frozenset[str] | None = None
        self._starts = [name.start for name in names]

    def legends(self, name: Name) -> list[str]:
        """Initials that the paper gives behind a name or behind its role: "Jo Smith, Chair (JS)"."""
        ends = [honours_after(self.text, name.end)[1], *(role.stop for role in self.roles.get(name, []))]
        found = [legend_after(self.text, end, name.initials, name.surname) for end in ends]
        return [legend[0] for legend in found if legend is not None]

    # -- reasons -------------------------------------------------------------------------------------------------------

    def accepted(self) -> list[Name]:
        """The names that are people, in order of the text."""
        for name in self.names:
            self._judge(name)
        self._join_company()
        self._second_mentions()
        return [name for name in self.names if name.cues and not self._private(name)]

    def _judge(self, name: Name) -> None:
        text, known = self.text, _known(name)
        if _BUILDING.match(text, name.end):
            return
        block = self.lists.block_of(name)
        in_list = name in self.listed or self._in_cell_of_names(name, block)
        _, end = honours_after(text, name.end)
        legend = legend_after(text, end, name.initials, name.surname)
        if legend is not None:
            end = legend[1].end + 1 if text[legend[1].end : legend[1].end + 1] == ")" else legend[1].end
        roles = roles_after(self.around, end, listed=in_list or legend is not None)
        elected = role_elected(self.around, end)
        if elected is not None and elected.start is not None:
            roles.append(elected)
        presided = _PRESIDED.search(text, max(name.outer_start - 60, 0), name.outer_start)
        if presided is not None:
            roles.append(Role(presided.start(1), presided.end(1), [], name.end, of_meeting=True))
        self.roles[name] = roles
        self.before[name] = role_before(self.around, name.outer_start, listed=in_list) if not name.plural else None
        if self._titled(name, in_list):
            name.cues.add("title")
        if name in self.listed and (
            known or roles or name.title is not None or not (name.weak or self._common_words(name))
        ):
            name.cues.add("list")
        if legend is not None and not name.weak and (known or in_list or name.title is not None):
            name.cues.add("legend")
        stated = any(role.start is not None for role in roles) and (
            known or name.title is not None or not self._common_words(name)
        )
        if name.weak and (not name.given or name.surname in _place_endings()):
            stated = False
        if stated or (roles and known):
            name.cues.add("role")
        if self.before[name] is not None and self._role_before_counts(name, known):
            name.cues.add("role")
        if self._label_before(name, block) and not name.weak:
            name.cues.add("label")
        if (in_list and name not in self.listed or self._fills_cell(name, block)) and not name.weak:
            name.cues.add("cell")
        if not name.weak and self._speaks(name, known):
            name.cues.add("verb")
        if not name.weak and self.lists.body_of(name) is not None and (known or self._marked_in_list(name, block)):
            name.cues.add("body")
        if known and _CONTACT.match(text, name.end):
            name.cues.add("contact")
        if name.cues and (stated or self.before[name] is not None) and name.title is None:
            name.cues.add("officer")

    def _titled(self, name: Name, in_list: bool) -> bool:
        if name.title is None:
            return False
        words = name.title.text.lower().split()
        if words[0].strip(".") not in _weak_titles() or len(words) > 1 and words[-1] not in _weak_titles():
            return True
        return bool(name.initials) and (in_list or _known(name)) or in_list

    def _role_before_counts(self, name: Name, known: bool) -> bool:
        if name.title is not None or known:
            return True
        if name.weak:
            return False
        return re.compile(r"\s*(?:[,).;]|\n|$|[a-z]+(?:ed|s)\b)").match(self.text, name.end) is not None and name.full

    def _speaks(self, name: Name, known: bool) -> bool:
        """Whether a verb of saying or doing stands behind the name, or "chaired by" before it."""
        lead = _leads().search(self.text, max(0, name.outer_start - 40), name.outer_start)
        if lead is not None and (
            known or (" ".join(lead[1].lower().split()) in _FIRM_LEADS and not self._common_words(name))
        ):
            return True
        match = _verbs().match(self.text, name.end)
        if match is None:
            return False
        verb = match[1].lower()
        place = _WEAK_PLACE.search(self.text, max(0, name.outer_start - 20), name.outer_start)
        if known:
            return not (place and verb in _AUXILIARIES) and not (
                verb in _AUXILIARIES and any(word in seldom() for word in name.surname.split())
            )
        return verb not in _AUXILIARIES and place is None and not self._common_words(name)

    def _common_words(self, name: Name) -> bool:
        """Whether the paper itself uses a word of the name as a common word."""
        if self._small is None:
            self._small = frozenset(re.findall(r"\b[a-z]{3,}\b", self.text))
        return any(word.lower() in self._small for word in re.findall(r"[^\W\d_]+", self.text[name.start : name.end]))

    def _label_before(self, name: Name, block: Block) -> bool:
        before = self.text[max(0, name.outer_start - 70) : name.outer_start]
        match = _label().search(before)
        if match is not None:
            return True
        if block.label is not None and not self.text[block.body_start : name.outer_start].strip(" \n*"):
            return _is_label(block.label)
        row = self.lists.row_of(block)
        if row is not None and block.column:
            first = row[0]
            words = self.text[first.body_start : first.end]
            return first.index != block.index and _is_label(words)
        return False

    def _in_cell_of_names(self, name: Name, block: Block) -> bool:
        """Whether the name opens a cell of a column whose heading says that it holds names."""
        if block.column_name is None:
            return False
        heading = block.column_name.lower().strip(" :*")
        return any(
            word in heading
            for word in (
                "name",
                "member",
                "attendee",
                "officer",
                "lead",
                "owner",
                "presenter",
                "author",
                "representative",
                "chair",
            )
        ) and (not self.text[block.body_start : name.outer_start].strip(" \n*•▪"))

    def _marked_in_list(self, name: Name, block: Block) -> bool:
        """Whether a mark of lists or the border of a cell parts a name of unknown given name from the body before it."""
        if block.kind not in ("table_row", "list_item") or self._common_words(name):
            return False
        before = self.text[max(block.body_start, name.outer_start - 12) : name.outer_start].rstrip()
        return before[-1:] in (":", ";", ",", "–") or (not before and bool(block.column))

    def _fills_cell(self, name: Name, block: Block) -> bool:
        """Whether a cell or bullet holds nothing but names, this one of known given name."""
        if block.kind not in ("table_row", "list_item") or not _known(name) or name.surname in _place_endings():
            return False
        words = self.text[block.body_start : block.end]
        if len(words) > 120:
            return False
        begin = bisect_left(self._starts, block.start)
        inside = [other for other in self.names[begin : begin + 12] if other.end <= block.end]
        rest = words
        for other in inside:
            rest = rest.replace(self.text[other.outer_start : other.end], "")
        return re.fullmatch(r"[\s,;&•▪*.]*(?:and[\s,;&]*)*", rest) is not None

    # -- company -------------------------------------------------------------------------------------------------------

    def _join_company(self) -> None:
        """A name of known given name joined by "and" or a comma to a person is one too, and so is a chain of three such names."""
        chain: list[Name] = []
        for name in self.names:
            joined = chain and re.fullmatch(_LINK, self.text[chain[-1].end : name.outer_start]) is not None
            chain = (
                [*chain, name]
                if joined and _known(name) and not name.weak
                else [name]
                if _known(name) and not name.weak
                else []
            )
            if len(chain) >= 3:
                for one in chain:
                    one.cues.add("company")
        for before, after in zip(self.names, self.names[1:], strict=False):
            between = self.text[before.end : after.outer_start]
            if re.fullmatch(_LINK, between) is None:
                continue
            if before.cues and not after.cues and _known(after) and not after.weak:
                after.cues.add("company")
        for after, before in zip(reversed(self.names), reversed(self.names[:-1]), strict=False):
            between = self.text[before.end : after.outer_start]
            if re.fullmatch(_LINK, between) is None:
                continue
            if after.cues and not before.cues and _known(before) and not before.weak:
                before.cues.add("company")

    def _second_mentions(self) -> None:
        people = [name for name in self.names if name.cues]
        full = {_key(name) for name in people if name.given}
        by_surname: dict[str, set[str]] = {}
        for name in people:
            by_surname.setdefault(surname_key(name.surname), set()).add(name.initials[:1])
        for name in self.names:
            if name.cues or _BUILDING.match(self.text, name.end):
                continue
            if name.given and _key(name) in full:
                name.cues.add("again")
            elif not name.given and name.initials[:1] in by_surname.get(surname_key(name.surname), ()):
                name.cues.add("again")

    def _private(self, name: Name) -> bool:
        """Whether the words beside a name say that a private person is meant, of whom nothing public is said."""
        if name.cues & {"list", "role", "label", "legend", "cell"} or is_councillor(name):
            return False
        if re.search(r"\b(?:Mr|Dr)\.?\s+(?:and|&)\s+$", self.text[max(0, name.outer_start - 12) : name.outer_start]):
            return True
        return bool(
            _private_before().search(self.text, max(0, name.outer_start - 60), name.outer_start)
            or _private_after().match(self.text, name.end)
        )


def _known(name: Name) -> bool:
    return bool(name.given) and is_given(name.given[0])


def _key(name: Name) -> tuple[str, str]:
    return name.given[0].casefold(), surname_key(name.surname)


@cache
def _place_endings() -> frozenset[str]:
    return frozenset(vocabulary.words("people", "place_endings"))


@cache
def _weak_titles() -> frozenset[str]:
    return frozenset(vocabulary.words("people", "weak_titles"))


def acts(text: str, end: int) -> bool:
    """Whether a verb of saying or doing stands behind words that end at `end`."""
    return _verbs().match(text, end) is not None


def is_held_by_another(text: str, name: Name) -> bool:
    """Whether brackets behind the words name a titled person: then they are that person's service."""
    return _holder().match(text, name.end) is not None


@cache
def _holder() -> re.Pattern[str]:
    """Behind a service that is no person: its holder in brackets ("Active Streets (Mr. S. Vale)")."""
    return re.compile(rf"\s*\(\s*{title_pattern()}(?!\w)")


@cache
def _verbs() -> re.Pattern[str]:
    verbs = vocabulary.alternation(vocabulary.words("people", "acting_verbs"))
    return re.compile(rf"(?:\s*\([^()\n]{{1,40}}\))?,?\s+({verbs})\b")


@cache
def _leads() -> re.Pattern[str]:
    leads = vocabulary.alternation(vocabulary.words("people", "leading_words"))
    return re.compile(rf"\b({leads})\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    labels = vocabulary.alternation(vocabulary.words("people", "person_labels"))
    return re.compile(
        rf"(?:^|\n|[*.\t█]|\s{{2}})[ \u00a0*]*(?:[\w’']+[ /&]+){{0,3}}{labels}(?:\(s\))?[ \u00a0*]*:[\s*–-]*$",
        re.IGNORECASE,
    )


def _is_label(words: str) -> bool:
    return _label_end().search(words) is not None


@cache
def _label_end() -> re.Pattern[str]:
    return re.compile(rf"\b{vocabulary.alternation(vocabulary.words('people', 'person_labels'))}\W*$", re.IGNORECASE)


@cache
def _private_before() -> re.Pattern[str]:
    words = vocabulary.alternation(vocabulary.words("people", "private_words"))
    return re.compile(rf"\b{words}\b[\s,(:–-]*(?:was|is|were|are|called|named|by|from|of|–)?\s*$", re.IGNORECASE)


@cache
def _private_after() -> re.Pattern[str]:
    words = vocabulary.alternation(vocabulary.words("people", "private_words"))
    return re.compile(rf"\s*[,(]\s*(?:an?\s+|the\s+|on\s+behalf\s+of\s+the\s+)?(?:\w+\s+)?{words}\b", re.IGNORECASE)
