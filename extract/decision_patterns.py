"""The words that mark decisions (conventions 1 to 57), as expressions over the vocabulary `decisions.yml`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from extract import vocabulary

#: What the words that open a decision say of it.
Marker = Literal["resolved", "agreed", "noted", "recommended", "formal", "outcome"]


@dataclass(frozen=True)
class DecisionPatterns:
    """Every expression and list that the finder of decisions tries, built once from `decisions.yml`."""

    gate: re.Pattern[str]
    cue: re.Pattern[str]
    reported: re.Pattern[str]
    by_others: re.Pattern[str]
    asked: re.Pattern[str]
    bare_that: re.Pattern[str]
    limb_start: re.Pattern[str]
    movers: re.Pattern[str]
    to_be_done: re.Pattern[str]
    be_done: re.Pattern[str]
    all_in_support: re.Pattern[str]
    outcomes: dict[str, Marker]
    because: re.Pattern[str]
    recommendation_headings: frozenset[str]
    resolution_headings: frozenset[str]
    closing_headings: frozenset[str]


def _either(name: str) -> str:
    return vocabulary.alternation(vocabulary.words("decisions", name))


def _verb_forms(*endings: str) -> list[str]:
    forms = [form for verb in vocabulary.load("decisions")["verbs"].values() for form in verb]
    return [form for form in forms if not endings or form.endswith(endings)]


#: Acts by which a body decides without a marker: "The Board approved …".
_FORMAL = (
    "approved adopted endorsed accepted delegated appointed elected deferred referred ratified rejected supported authorised awarded "
    "recommended refused confirmed nominated co-opted decided"
).split()


#: Words between the body and what it did: "The Board, as corporate trustee, approved".
_ASIDE = r"(?:,\s+(?:as|in|on|having|acting|following|after|subject)\b[^,.;:\n]{2,60},)?"
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "&"})


def short_forms(body: str | None) -> tuple[str, ...]:
    """The acronyms by which a paper may call its own body: "IJB" and "MIJB" of the "Marlow Integration Joint Board"."""
    initials = "".join(w[0] for w in re.findall(r"[A-Za-z]+", body or "") if w.lower() not in _SMALL).upper()
    return tuple(initials[at:] for at in range(len(initials) - 1) if 3 <= len(initials) - at <= 6)


def _own(short: tuple[str, ...]) -> str:
    """The deciding body: as all papers call it, or by an acronym of this one's."""
    listed = _either("own_body")
    return rf"(?:{listed}|(?:the\s+)?(?-i:{'|'.join(short)}))" if short else rf"(?:{listed})"


@lru_cache(maxsize=256)
def decision_patterns(short: tuple[str, ...] = ()) -> DecisionPatterns:
    """The expressions, from the vocabulary and the acronyms of the paper's own body. Raises VocabularyError where a list is missing."""
    words = vocabulary.load("decisions")
    own = rf"{_own(short)}{_ASIDE}"
    adverb = r"(?:(?:unanimously|also|further|then|therefore|duly|formally|subsequently|hereby|all|both|both|in principle|NOTED and)\s+)*"
    formal = "|".join(_FORMAL)
    cue = re.compile(
        rf"""
        (?:\b(?=\w)|(?<![^\n.):\s])(?=\s))(?:
        (?P<resolved>\b(?:UNANIMOUSLY\s+|It\s+was\s+(?:unanimously\s+|further\s+)?)?(?:RESOLVED|DECIDED)\b
          |(?i:\bit\s+was\s+{adverb}(?:resolved|decided)\b)
          |(?i:\ba\s+resolution\s+was\s+(?:unanimously\s+)?(?:passed|carried|agreed)\b(?=\s+(?:to|that)\s))
          |(?i:\b(?:{own}|all)\s+{adverb}(?:resolved|decided)\b(?=\s*(?:to|that|:|[-–])))
          |(?<![^\n.):\s])\s*(?:Resolved|Decision|Decided)\b(?=,?\s*(?:[:–-]|that|to|\((?:i|a|A|1)\)))
          |(?<![^\n.):\s])\s*(?i:resolution)\s+(?:No\.?\s*)?\d[\d/.-]*\s*(?=[:–-]))
        |(?P<recommended>(?i:\b{own}\s+(?:is|are)\s+(?:\w+ly\s+)?(?:{_either("asked")})(?:\s+to\b|\s+that\b|\s*:))
          |\bThat\s+(?:the\s+)?[A-Z][\w\s’'-]{{2,50}}?\s+be\s+(?:advised|recommended)\s+(?:to|that)\b(?=\s*:)
          |\bRECOMMENDED\b|(?i:\bit\s+was\s+{adverb}recommended\s+(?:to|that)\b)
          |(?i:\b{own}\s+{adverb}recommend(?:ed|s)?\s+(?:to|that)\b)
          |(?i:\b{own}\s+proposes?\s+to\b(?=\s*:?)))
        |(?P<agreed>\b(?:It\s+was\s+)?AGREED\b
          |(?i:\bit\s+(?:was|is)\s+{adverb}(?:proposed\s+and\s+|moved\s+and\s+)?agreed\b)(?!\s+by\s+(?:the\s+)?[A-Z]\w+\s+(?:Council|Committee)\b)
          |(?i:\b(?:{own}|all(?:\s+were)?(?:\s+in)?(?:\s+full)?)\s+{adverb}(?:agreed|agreement|voted(?=\s+(?:\w+\s+)?to\b))\b)
          |(?<![^\n.])\s*Agreed\b(?=\s*(?::|that|to))
          |(?<=\s[–-]\s)agreed\b(?=\s+(?:£\d|to\s|that\s))
          |(?i:\b(?:this|these|which)\s+(?:was|were)\s+{adverb}(?:agreed|accepted|approved)\b)
)
        |(?P<noted>(?:\bIt\s+was\s+|(?i:\b{own}\s+))?\bNOTED\b|(?i:\b(?!members|councillors|all\b){own}\s+{adverb}(?:noted|received)\s+(?:the|this|their|an?|and)\s)(?=(?:[\w’'-]+\s+){{0,4}}?(?:{_either("noted_objects")})\b))
        |(?P<formal>(?i:(?<!that\s)(?<!which\s)\b{own}\s+{adverb}(?:{formal}|received(?!\s+(?:an?\s+)?(?:[\w-]+\s+){{0,2}}(?:presentation|overview|briefing|update|talk|demonstration|introduction)s?\b)|objected|objects|resolves|approves|adopts|agrees(?=\s+(?:to|that)))\b)(?!\s+and\b)
          |(?i:\b(?:item|report|application|motion|paper)\b[^.\n]{{0,60}}?\b(?:was|were|is|are|has\s+been|had\s+been)\s+(?:being\s+)?(?:withdrawn|deferred)\b)|\b(?:APPROVED|ADOPTED|DELEGATED|ENDORSED|DEFERRED|REFERRED)\b
          |(?i:\b(?:was|were|be)\s+(?:duly\s+|unanimously\s+)?(?:elected|re-elected|appointed|nominated)\s+(?:as\s+)?(?:the\s+)?(?:vice[\s-]+)?chair)
          |(?i:\b(?:cllrs?|councillors?)\b\.?\s+[^.\n]{{2,60}}?\b(?:was|were)\s+{adverb}(?:re-)?(?:elected|appointed|nominated|co-opted)\s+(?:as|to|onto)\b)
          |(?i:\bminutes\b[^.\n]{{0,120}}?\b(?:were|was|be)\s+{adverb}(?:approved|agreed|confirmed|signed|accepted|adopted|taken\s+as\s+read)\b)
          |(?i:\b(?:motion|amendment)\s+(?:was\s+)?(?:carried|lost|fell)\b)
          |(?i:\bproposed\s+by\b[^\n]{{2,70}}?\bseconded\s+by\b)|(?i:\bproposed\b[^\n]{{2,90}}?,?\s*(?:and\s+)?seconded\b)
          |\bProp\.?\s+[A-Z]{{1,3}}\b,?\s*2\s*nd\b)
        |(?P<passive>(?i:\b(?:was|were)\s+{adverb}(?:\w+ed\s+and\s+|\w+ed,\s+)?(?:agreed|approved|accepted|adopted|ratified|deferred|decided(?=\s+by\s+(?:the\s+)?members))\b)
          (?!\s+on\b)(?!\s+(?:in|on|at)\s+(?:\d|[A-Z]))(?!\s+to\s+have)
          |(?i:\b{own}\s+(?:[\w’'-]+\s+){{1,9}}?and\s+{adverb}(?:agreed|approved|accepted|adopted|endorsed|resolved)\b(?=\s+(?:to|that|the|this|it)))))
        """,
        re.VERBOSE,
    )
    outcomes: dict[str, Marker] = {}
    for outcome in words["bare_outcomes"]["agreed"]:
        outcomes[outcome.lower()] = "agreed"
    for outcome in words["bare_outcomes"]["noted"]:
        outcomes[outcome.lower()] = "noted"
    forms = vocabulary.alternation(_verb_forms())
    return DecisionPatterns(
        gate=re.compile(
            r"resol|agree|vot(?:ed|ing)|note|approv|recommend|\bprop(?:os|\b)|decid|advis|elected|adopt|endors|delegat|appoint|defer|refer|accept|support|asked|invited|carried|lost|fell|ratif|reject|authoris|award|confirm|receiv|signed|requested|object|withdrawn",
            re.IGNORECASE,
        ),
        cue=cue,
        reported=re.compile(rf"\b{_either('reported')}\b", re.IGNORECASE),
        by_others=re.compile(rf"\s+by\s+(?!all\b|those\b|everyone\b|{_either('own_body')}\b)", re.IGNORECASE),
        asked=re.compile(rf"\b(?:{_either('asked')})\b(?:\s*[-–]?\s*(?:to|that))?\s*[:;–-]*\s*$", re.IGNORECASE),
        bare_that=re.compile(
            r"That\b,?\s[\s\S]*\bbe\s+(?:and\s+(?:is|are)\s+hereby\s+)?(?:\w+ly\s+)?(?:"
            + vocabulary.alternation(_verb_forms("ed", "en", "t", "d"))
            + r")\b"
        ),
        limb_start=re.compile(rf"(?:That\b|To\s+{forms}|{forms}\b)", re.IGNORECASE),
        movers=re.compile(r"\W*(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|Prop)\b|[Pp]roposed|[Ss]econded|[Pp]rop\b|[Mm]oved)"),
        to_be_done=re.compile(r"(?!It\s+was\s+noted).*?(?:\b(?:will|shall|should|would)\b|\bto\s+[a-z])", re.DOTALL),
        be_done=re.compile(
            r"(?:(?!\b(?:to|will|would|should|shall|must|can|could|may|might|it)\s+be\b)[^.])*\b(?<!to\s)(?<!will\s)(?<!would\s)(?<!should\s)be\s+(?:and\s+(?:is|are)\s+hereby\s+)?(?:\w+ly\s+)?"
            + vocabulary.alternation(_verb_forms("ed", "en", "t", "d"))
            + r"\b"
        ),
        all_in_support=re.compile(
            r"All\s+(?:(?:the\s+)?(?:Cllrs|Councillors|[Mm]embers)\s+)?(?:were\s+)?in\s+(?:full\s+)?support(?:,[^.;]{1,30})?"
        ),
        outcomes=outcomes,
        because=re.compile(
            r"(?:,?\s+on\s+(?:the\s+)?grounds?\b|,?\s+(?:provided|as|because|until|unless)\b|,\s*(?:but|with)\b|,?\s+(?:due|owing)\s+to\b|,?\s+subject\s+to\b|,?\s+on\s+the\s+basis\b|\s+for\s+the\s+reasons?\b|\s+(?:to|until)\s+(?:the\s+next|a\s+(?:future|later))\b).*",
            re.IGNORECASE | re.DOTALL,
        ),
        recommendation_headings=frozenset(words["recommendation_headings"]),
        resolution_headings=frozenset(words["resolution_headings"]),
        closing_headings=frozenset(words["closing_headings"]),
    )


#: A cheap look for an asking before the full cue is tried.
ASKING = re.compile(r"\b(?:is|are)\s+(?:\w+\s+)?(?:asked|recommended|invited|requested|advised|being)\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def lead_body(short: tuple[str, ...] = ()) -> re.Pattern[str]:
    """A line that only names the deciding body and opens a list."""
    return re.compile(rf"(?:The\s+)?{_own(short)}\s*:\s*[-–]?", re.IGNORECASE)


@lru_cache(maxsize=256)
def lead_behind(short: tuple[str, ...] = ()) -> re.Pattern[str]:
    """The same at the end of a sentence that tells of the discussion: "Following discussion, the Committee:"."""
    before = r"(?:^|(?<=[.!?]\s))[A-Z][^.:;]{3,160}?[,\s]\s*"
    return re.compile(
        rf"{before}(?:the\s+)?{_own(short)}(?:\s+(?:then|accordingly|therefore|also|unanimously))?\s*:\s*[-–]?\s*$",
        re.IGNORECASE,
    )


@cache
def past_verb() -> re.Pattern[str]:
    """What a body did, at the head of a limb."""
    return re.compile(
        rf"(?:{'|'.join([*_FORMAL, 'noted', 'agreed', 'resolved', 'congratulated', 'thanked', 'requested', 'instructed'])})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=10_000)
def heading_words(text: str) -> str:
    """A heading as compared with the vocabulary: lower case, without numbers, colons and emphasis."""
    return re.sub(r"\s+", " ", re.sub(r"^[\W\d_]+|[^\w)]+$", "", text.strip()).lower())
