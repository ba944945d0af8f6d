"""The words and shapes that mark actions (conventions 58 to 89), as expressions over the vocabulary `actions.yml`."""

import re
from dataclasses import dataclass
from functools import cache

from extract import vocabulary


@dataclass(frozen=True)
class ActionPatterns:
    """Every expression that the finder of actions tries, built once from `actions.yml`."""

    gate: re.Pattern[str]  #: tried on the sentence in small letters
    after_dash: re.Pattern[str]
    label: re.Pattern[str]
    end_label: re.Pattern[str]
    owner_to: re.Pattern[str]
    known_to: re.Pattern[str]  #: what stands behind somebody known who is to do a task
    undertaking: re.Pattern[str]
    second_promise: re.Pattern[str]
    task: re.Pattern[str]
    passive: re.Pattern[str]
    request: re.Pattern[str]
    ask: re.Pattern[str]
    no_commitment: re.Pattern[str]
    notice: re.Pattern[str]
    reported: re.Pattern[str]
    receipt: re.Pattern[str]
    asked_of: re.Pattern[str]
    instruct: re.Pattern[str]
    bring_back: re.Pattern[str]
    report_passive: re.Pattern[str]
    report_active: re.Pattern[str]
    report_owner: re.Pattern[str]
    told_officers: re.Pattern[str]
    outward: re.Pattern[str]
    information: re.Pattern[str]
    routine: re.Pattern[str]


@cache
def either(name: str) -> str:
    return vocabulary.alternation(vocabulary.words("actions", name))


@cache
def own_bodies() -> str:
    """The bodies that a paper may call by their kind alone: the Council, the Board."""
    return (
        r"(?:[Tt]he|[Tt]his|[Oo]ur)\s+(?:Parish\s+|Town\s+|City\s+|County\s+|Borough\s+|District\s+)?"
        + vocabulary.alternation(vocabulary.words("actions", "own_bodies"))
    )


@cache
def owner_roles() -> str:
    """Roles that can own an action, as printed and in capitals."""
    roles = vocabulary.words("actions", "owner_roles")
    return vocabulary.alternation([*roles, *(role.upper() for role in roles)])


TITLE = r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Revd?|Cmhlr|PC|PCSO|Sgt|Insp)\.?"
#: A person as papers name who is to act: with honorific, by initial and surname, or by initials alone.
NAMED = (
    rf"(?:(?:{TITLE}|CLLRS?|COUNCILLORS?)\s+[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){{0,3}}"
    rf"|[A-Z]\.\s?[A-Z][\w'’-]+|[A-Z]{{2,3}}|[A-Z][a-z]+\s+(?!(?:Nothing|Nobody|None|Members|Items?)\b)[A-Z][a-z'’-]+)"
)


@cache
def owner_pattern() -> str:
    """A party that can own an action, several joined by slash, comma or "and" included; no group captures."""
    one = (
        rf"(?:(?:[Tt]he\s+)?(?:[A-Z][\w&-]+\s+){{0,4}}?(?:{owner_roles()})"
        rf"(?:\s+(?:of|for)\s+(?:[A-Z][\w&-]+(?:\s+(?:and|&)\s+|\s+)?){{1,5}})?|{NAMED})"
    )
    return rf"{one}(?:\s*(?:/|,|&|;|\band\b|\bor\b)\s*{one}){{0,4}}"


@cache
def action_patterns() -> ActionPatterns:
    """The expressions, from the vocabulary. Raises VocabularyError where a list is missing."""
    owner = owner_pattern()
    tasks = either("tasks")
    labels = either("labels")
    capital_tasks = vocabulary.alternation([task.upper() for task in vocabulary.words("actions", "tasks")])
    adverb = (
        r"(?:(?:also|then|further|again|now|kindly|therefore|subsequently"
        r"|try\s+(?:and|to)|continue\s+to|be\s+able\s+to|look\s+to|endeavour\s+to)\s+)*"
    )
    askers = (
        rf"(?:{either('askers')}|(?-i:{TITLE}\s+[A-Z][\w.'’-]*(?:\s+[A-Z][\w'’-]*)*|(?!FOI\b|SAR\b|EIR\b)[A-Z]{{2,3}}))"
    )
    party = rf"(?:(?:[A-Z][\w&-]+\s+){{0,4}}?(?:{owner_roles()})|{TITLE}\s+[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){{0,3}}|[A-Z]{{2,3}})"
    remit = r"(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:(?:and|&)\s+)?[A-Z][\w’'-]*){0,4})?"
    return ActionPatterns(
        gate=re.compile(r"action|undert|agreed|offered|volunteer|would|will|to\s|request|ask|told|instruct|shall"),
        after_dash=re.compile(rf"\s[–-]\s*(?P<owner>{owner})\s*\.?$"),
        label=re.compile(rf"(?<![\w/-])(?P<name>(?i:{labels}))\s*(?:\([^)]{{0,12}}\))?\s*(?::|[-–—](?=\s))\s*"),
        end_label=re.compile(
            r"[(\[]\s*(?P<name>(?i:action|actions|action point))(?:\s*(?::|[-–]|by)\s*(?P<owner>[^()\[\]]{2,80}))?\s*[)\]]"
        ),
        owner_to=re.compile(
            rf"(?<![\w’'-])(?P<owner>{owner})\s+"
            rf"(?:to\s+{adverb}(?P<task>{tasks})\b|TO\s+(?P<capital>{capital_tasks})\b|to\s+(?P<any>(?!{either('no_tasks')}\b)[a-z]{{3,}})\b)"
        ),
        known_to=re.compile(rf"(?:\s+\([^()]{{1,80}}\))?\s+to\s+{adverb}(?:{tasks})\b"),
        undertaking=re.compile(
            rf"\b(?:(?P<promise>undertook|agreed|offered|volunteered|promised|committed|undertaken|gave\s+an\s+(?:undertaking|assurance))\s+(?:that\s+(?:he|she|they)\s+would\s+|to\s+){adverb}(?P<t1>{tasks})\b"
            rf"|(?P<told>{either('told')})\s+(?:to\s+)?{adverb}(?P<t2>{tasks})\b"
            rf"|(?P<modal>would|will|’ll|shall)(?:,[^,;.]{{5,90}},)?\s+{adverb}(?:(?P<t3>{tasks})|be\s+{either('progressive_tasks')})\b)",
            re.IGNORECASE,
        ),
        second_promise=re.compile(
            rf",?\s+and\s+(?:that\s+)?(?P<owner>(?:the\s+)?(?:{owner_roles()})|{NAMED})\s+(?P<cue>(?:would|will|agreed\s+to|undertook\s+to|offered\s+to)\s+{adverb}(?:{tasks}))\b"
        ),
        task=re.compile(
            r"\b(?:to|will|would|should|shall|must|can|need(?:s|ed)?|required|requested|asked|agreed|reminded|awaiting|needed)\b",
            re.IGNORECASE,
        ),
        passive=re.compile(
            rf"\b(?:would|will|to|should|shall|must)\s+(?:then\s+|also\s+)?be\s+(?P<t>{either('passive_tasks')})\b",
            re.IGNORECASE,
        ),
        request=re.compile(
            rf"\b(?P<asker>{askers})\s+(?:also\s+|further\s+|then\s+|therefore\s+|specifically\s+|have\s+|has\s+|\w+ly\s+)*(?P<verb>requested|requests|(?:had\s+)?asked\s+(?:that|for)|seeks?|sought|called\s+for)\b"
            rf"|\band\s+(?:also\s+|further\s+)?(?P<verb2>requested)\s+(?=that\b|an?\b|another\b|some\b|further\b|more\b|details?\b|the\b)",
            re.IGNORECASE,
        ),
        ask=re.compile(
            rf"\b(?:asked|requested|instructed|invited|directed|tasked|ASKED|asks|requests|instructs)\s+(?P<owner>(?:the\s+|The\s+)?(?:{owner}|{own_bodies()}(?!\s+to\s+{either('meeting_business')}\b)))\s+to\s+{adverb}(?P<task>[a-z-]+)\b"
        ),
        no_commitment=re.compile(rf"\b{either('not_committed')}\b", re.IGNORECASE),
        notice=re.compile(rf"\b{either('notices')}\b", re.IGNORECASE),
        reported=re.compile(rf"\b{either('reported')}\b", re.IGNORECASE),
        receipt=re.compile(
            r"\b(?:receives?|have|has)\s+(?:(?:an?|any|the|regular|six-monthly|quarterly|annual)\s+)?(?:\w+\s+)?(?:further|progress|update|updated|another|additional|follow[\s-]up|copy|details|regular|quarterly|annual|final|interim)\b",
            re.IGNORECASE,
        ),
        asked_of=re.compile(
            r"\b(?:[Rr]equest(?:s|ed)?|REQUESTED)\s+(?:an?\s+|the\s+|further\s+|more\s+|some\s+)[^.;]{3,60}?\s+from\s+(?P<from>(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:of|for|and|&|[A-Z][\w’'&-]*))*)"
            r"|\b(?:[Aa]sk(?:s|ed)?|ASKED|[Rr]equest(?:s|ed)?)\s+(?P<for>(?:the\s+)?[A-Z][\w’'&-]*(?:\s+(?:of|for(?!\s+(?:the|an?|more|further|details?|its|their|any)\b)|and|&|[A-Z][\w’'&-]*))*)\s+for\s+(?:the|an?|more|further|details?|its|their|any)\b"
        ),
        instruct=re.compile(
            rf"\b(?:requests?|requested|asks?|asked|instructs?|instructed|invites?|directs?|tasks?)\s+(?P<owner>(?:the\s+)?[A-Z(][^,;.]{{1,90}}?)\s+(?:to|be)\s+[a-z]"
            rf"|(?P<owner2>(?:the\s+|The\s+)?(?:{owner}|[A-Z][\w&’'-]*(?:\s+(?:of|for|and|&|[A-Z(][\w&’')-]*))*))\s+(?:be|are|is|was|were)\s+(?:asked|requested|instructed|invited|tasked|directed)\s+to\b"
            rf"|\b(?:contact|enquir(?:y|ies)|quot(?:es|ations?)|letters?|estimates?)\s+be\s+(?:made|obtained|sought|sent|written)\b|\bbe\s+requested\s+from\b"
            rf"|\bFor\s+(?P<owner5>{party}|(?:the\s+)?officers)\s+to\s+{adverb}(?:{tasks})\b"
            rf"|(?:^|:\s+)(?P<owner6>[A-Z][a-z]+\s+[A-Z][a-z'’-]+)\s+to\s+{adverb}(?:{tasks})\b"
            rf"|\b[Tt]hat\s+(?P<owner7>{NAMED}(?:\s*(?:/|&|\band\b)\s*{NAMED})?)\s+(?:would|will|should|to)\s+{adverb}(?:{tasks})\b"
            rf"|\b[Tt]hat,?\s+(?P<owner4>{own_bodies()})\s+(?:{either('outward_tasks')}|conduct|enlist|employ|engage)\b"
            rf"|(?:^|(?<=\b[Tt]hat\s)|(?<=;\s)|(?<=\band\s))(?:the\s+|The\s+)?(?P<owner3>{party}{remit}(?:\s*(?:\band\b|/|&)\s*(?:the\s+)?{party}{remit})?)\s+(?:should\s+|will\s+|would\s+|to\s+)?{adverb}(?P<task>{tasks})\b(?![^.;]*?\bbe\s+(?:noted|received|approved|accepted|agreed|adopted|endorsed|welcomed)\b)",
        ),
        bring_back=re.compile(
            r"\b(?:reports?|update|updates|paper|papers|briefing|item|matter|presentation|plan|review|information|details|figures|response)\b[^.;]{0,90}?\b(?:be|is|are)\s+(?:then\s+|also\s+)?(?:re)?-?(?:submitted|brought(?:\s+back)?|presented|reported(?:\s+back)?|provided|circulated|considered|given\s+further|received|made|added|included|placed|scheduled|shared|prepared|sent)\b"
            r"|\breport\s+back\b|\bwrites?\s+to\b|\breturn\s+to\b|\bcome\s+back\b",
            re.IGNORECASE,
        ),
        report_passive=re.compile(
            rf"\bwill\s+(?:then\s+|also\s+)?be\s+(?:[\w-]+\s+){{0,5}}?(?P<t>{either('delivering')})\s+(?:to|at|in|by|for|within)\b",
            re.IGNORECASE,
        ),
        report_active=re.compile(
            rf"\bwill\s+(?:then\s+|also\s+|continue\s+to\s+(?:meet\s+to\s+)?|work\s+to\s+|now\s+)*(?P<t>{either('preparing')})\s+(?:[\w’'-]+\s+){{0,6}}?(?:{either('deliverables')})\b",
            re.IGNORECASE,
        ),
        report_owner=re.compile(
            rf"(?P<owner>(?:The\s+)?(?:[A-Z][\w&-]+\s+){{0,4}}?(?:{owner_roles()})(?:\s+(?:of|for)\s+(?:[A-Z][\w&-]+(?:\s+(?:and|&)\s+|\s+)?){{1,5}})?"
            rf"|{NAMED})\s+will\s+(?:then\s+|also\s+)?(?:{either('delivering_verbs')})\b"
        ),
        outward=re.compile(
            rf"\b(?:agreed|resolved|agree)\s+(?:unanimously\s+)?(?:to|that\s+(?:the\s+)?[\w\s]{{2,40}}?(?:should|would|will))\s+(?:{either('outward_tasks')})\b",
            re.IGNORECASE,
        ),
        told_officers=re.compile(
            rf"\b(?:asked|requested|instructed)\s+(?P<owner>(?:the\s+)?(?:officers|{either('owner_roles')}))\s+to\s+{adverb}(?:{tasks})\b"
            rf"|\b(?P<owner2>[Oo]fficers)\s+(?:are\s+(?:also\s+)?to|have\s+(?:also\s+)?been\s+(?:asked|requested|instructed)\s+to)\s+{adverb}(?:{tasks})\b"
        ),
        information=re.compile(rf"\b{either('information')}\b", re.IGNORECASE),
        routine=re.compile(rf"\b{either('routine')}\b", re.IGNORECASE),
    )
