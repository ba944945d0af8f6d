"""Says of each candidate decision what it is: kind, operative verb, movers, vote, and whether it is routine business.

Kinds follow the marker first and the verb second: what a report puts to a body is `recommended`; a resolution whose only verb is
to note or receive is `noted` (conventions 1 to 57). A vote is kept as written and never turned into named votes.
"""

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract import vocabulary
from extract.blocks import Block, block_at
from extract.decisions import DecisionFound
from extract.entities import Place
from extract.records import DecisionKind

#: A lead-in that recommends what stands below it, up to its colon; "the recommendations be approved" is none.
_LEAD = re.compile(
    r"[^:\n]{0,80}?\b(?:to\s+recommend|be\s+recommended\s*(?=:)|(?:be\s+)?recommended\s+to|recommends?\s+(?:to|that)|(?:makes?|made|make)\s+the\s+following\s+recommendations?(?:\s+to)?)\b"
    r"[^:\n]{0,120}?\s*(?::[-–—]?|[-–—](?=\s*\n|\s*$)|(?=\n|$))",
    re.IGNORECASE,
)


@cache
def _forms() -> dict[str, str]:
    """Each printed form of an operative verb, lower case, with its plain form."""
    verbs = vocabulary.load("decisions")["verbs"]
    return {form.lower(): plain for plain, forms in verbs.items() for form in forms}


@cache
def _deciding_verbs() -> frozenset[str]:
    """Verbs that are the decision itself after "agreed to"; any other only says what was agreed."""
    return frozenset(vocabulary.words("decisions", "deciding_verbs"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    forms = vocabulary.alternation(_forms())
    own = vocabulary.alternation(vocabulary.words("decisions", "own_body"))
    title = r"(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Cmhlr)\b\.?\s+)?"
    name = title + r"[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w'’-]*\.?|de|van|von|\([A-Z]\)))*"
    return {
        "first": re.compile(
            rf"\W*(?:(?:that|to|and|also|formally|hereby|unanimously)\W+)*({forms})\b(?![’'-])", re.IGNORECASE
        ),
        "passive": re.compile(
            rf"\bbe\s+(?:and\s+(?:is|are)\s+hereby\s+)?(?:\w+ly\s+|also\s+|further\s+|duly\s+|formally\s+)?({forms})\b|\bbe\s+(\w+ed)\b",
            re.IGNORECASE,
        ),
        "modal": re.compile(
            rf"\b(?:should|would|will|shall|must)\s+(?:also\s+|now\s+|be\s+)?({forms})\b", re.IGNORECASE
        ),
        "been": re.compile(
            rf"\b(?:is|are|was|were)\s+(?:\w+ly\s+|also\s+|further\s+|duly\s+)?({forms})\b", re.IGNORECASE
        ),
        "record": re.compile(r"\b(?:correct|true|accurate)(?:\s+and\s+\w+)?\s+(?:record|account)\b", re.IGNORECASE),
        "subject": re.compile(rf"\b(?:{own})\s+(?:to\s+|also\s+|unanimously\s+|should\s+)*({forms})\b", re.IGNORECASE),
        "infinitive": re.compile(rf"\bto\s+({forms})\b", re.IGNORECASE),
        "task": re.compile(r"\b(?:to|should|would|will|shall)\s+(?!be\b|the\b|an?\b|all\b|its?\b)([a-z]{3,})\b"),
        "asked": re.compile(
            rf"\b(?:is|are)\s+(?:asked|recommended|invited|requested)\s+to\s+({forms})\b", re.IGNORECASE
        ),
        "subjunctive": re.compile(
            rf"\W*(?:[Tt]he\s+)?(?!The\b)(?:[A-Z][\w’'-]*\s+(?:(?:of|and|for)\s+)?){{1,6}}(?:also\s+)?({vocabulary.alternation(set(_forms().values()))})\b"
        ),
        "second": re.compile(rf"\b(?:to|and)\s+({forms})\b", re.IGNORECASE),
        "noted_that": re.compile(r"\bthat\b[^.;]*\b(?:would|will)\s+be\b"),
        "formally": re.compile(
            r"\bseconded\b.*\b(?:adopted|approved|ratified|carried)\b|\ball\s+resolved\s+(?:to|that)\b|\bminutes\b.*\baccepted\s+as\b",
            re.IGNORECASE | re.DOTALL,
        ),
        "acting": re.compile(
            rf"\b({vocabulary.alternation([f for f in _forms() if f.endswith(('ed', 'ought', 'd'))])})(?:\s+(?:the|this|their|an?|and))?\s*$",
            re.IGNORECASE,
        ),
        "deciding": re.compile(
            r"\b(agreed|approved|accepted|adopted|ratified|deferred|endorsed|noted)\b", re.IGNORECASE
        ),
        "base": re.compile(
            rf"\b[Tt]hat\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){{1,5}}(?:also\s+)?({vocabulary.alternation(set(_forms().values()))})\b"
        ),
        "any": re.compile(rf"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bof\s)(?<!\bthis\s)\b({forms})\b", re.IGNORECASE),
        "proposed": re.compile(
            rf"(?:[Pp]roposed|PROPOSED|[Mm]oved|MOVED|[Pp]rop\.?|on\s+the\s+proposal\s+of|On\s+the\s+proposal\s+of)\s*(?:by\s*:?\s*|:\s*)?(?P<a>{name})"
            rf"|(?P<b>{name})\s+(?:proposed|moved)\b"
        ),
        "seconded": re.compile(
            rf"(?:[Ss]econded|SECONDED|2nd|2ND)\.?\s*(?:by\s*:?\s*|:\s*)?(?P<a>{name})|(?P<b>{name})\s+seconded\b"
        ),
        "votes": re.compile(
            r"\b(?:unanimous(?:ly)?|all\s+(?:were\s+)?in\s+favour|nem\.?\s*con\.?|by\s+a\s+majority|"
            r"(?:\w+|\d+)\s+(?:votes?\s+)?(?:were\s+)?(?:in\s+favour|for)\s*,?\s*(?:and\s+)?(?:\w+|\d+)\s+(?:votes?\s+)?(?:abstained|abstentions?|against)"
            r"(?:\s*,?\s*(?:and\s+)?(?:\w+|\d+)\s+(?:votes?\s+)?(?:abstained|abstentions?|against))?)",
            re.IGNORECASE,
        ),
        "routine": re.compile(rf"\b{vocabulary.alternation(vocabulary.words('decisions', 'routine'))}", re.IGNORECASE),
    }


#: Outcomes that say what was not done: they are their own verb.
_NOTHING = re.compile(r"\bno\s+(?:objections?|observations?|comments?)\b", re.IGNORECASE)


#: What a mover and a seconder carry where the item is an election: "Election of Chairman – Cllr Vale was proposed by".
_ELECTION = re.compile(
    r"\b((?:Re-)?[Ee]lection)\s+of\s+(?:an?\s+|the\s+)?(?:[Vv]ice|[Dd]eputy|[Cc]hair|[Mm]ayor|[Cc]onvener)"
)


def find_verb(text: str, decision: DecisionFound) -> tuple[str | None, Place | None]:
    """The operative verb in its plain form and where it stands; (None, None) where the vocabulary knows none."""
    patterns = _patterns()
    if decision.marker == "outcome" and (nothing := _NOTHING.search(text, decision.cue.start, decision.cue.end)):
        return nothing[0].lower(), Place(nothing.start(), nothing.end())
    inside = decision.start <= decision.cue.start and decision.cue.end <= decision.end
    if decision.marker == "resolved" and decision.cue == Place(decision.start, decision.end):
        inside = False  # no marker: the words themselves say that they resolve
    start = max(decision.start, decision.cue.end) if inside else decision.start
    goes_on = re.match(
        r"\W*(?:[Tt]hat\b|THAT\b|[Tt]o\s+(?!the\s|an?\s|this|these|it\s|[A-Z][a-z])|TO\s)", text[start : decision.end]
    )
    acting = patterns["acting"].search(text, decision.cue.start, decision.cue.end) if inside else None
    opens = (
        acting is not None and acting.start(1) == decision.start
    )  # the limb "APPROVED the plan" begins with its verb
    opens = opens and acting is not None and acting[1].lower() not in ("resolved", "decided")
    asks = opens and acting is not None and acting[1].lower() != "agreed"  # "Requested that the Trust provide": request
    if acting is not None and (decision.marker != "resolved" or opens) and (asks or not goes_on):
        deciding = patterns["deciding"].search(text, decision.cue.start, decision.cue.end) or acting
        return _forms()[deciding[1].lower()], Place(deciding.start(1), deciding.end(1))
    if record := patterns["record"].search(text, start, decision.end):
        return "confirm", Place(record.start(), record.end())
    if asked := patterns["asked"].search(text, start, decision.end):
        return _forms()[asked[1].lower()], Place(asked.start(1), asked.end(1))
    for name in ("first", "subjunctive", "base", "passive", "modal", "subject", "been", "infinitive", "any"):
        match = (
            patterns[name].match(text, start, decision.end)
            if name in ("first", "subjunctive")
            else patterns[name].search(text, start, decision.end)
        )
        if match is None:
            continue
        group = 2 if name == "passive" and match[1] is None else 1
        form, at = match[group], match.start(group)
        verb = _forms().get(form.lower()) or _plain(form.lower())
        if acting is not None and decision.marker == "agreed" and verb not in _deciding_verbs():
            return _forms()[acting[1].lower()], Place(
                acting.start(1), acting.end(1)
            )  # "agreed to move the item": agree
        return verb, Place(at, at + len(form))
    cue = patterns["any"].search(text, decision.cue.start, decision.cue.end)
    if cue is None and inside:
        nouns = patterns["any"].finditer(text, decision.start, decision.cue.start)
        cue = next((noun for noun in nouns if noun[1].endswith(("ance", "ment", "tion", "val"))), None)
        # "Acceptance of the accounts was proposed by": accept
    if inside and (election := _ELECTION.search(text, decision.start, decision.cue.end)):
        return "elect", Place(election.start(1), election.end(1))
    if cue is not None and (
        last := re.search(r"\brecommended$", text[decision.cue.start : decision.cue.end].rstrip(". "))
    ):
        return "recommend", Place(decision.cue.start + last.start(), decision.cue.start + last.end())
    if cue is None and (agreement := re.search(r"agree(?=ment$)", text[decision.cue.start : decision.cue.end])):
        return "agree", Place(decision.cue.start + agreement.start(), decision.cue.end)
    if cue is None:
        task = patterns["task"].search(text, start, decision.end)
        return (task[1], Place(task.start(1), task.end(1))) if task is not None else (None, None)
    return _forms()[cue[1].lower()], Place(cue.start(1), cue.end(1))


def _plain(participle: str) -> str:
    """The plain form of a regular participle that the vocabulary does not know: mandated, mandate; planned, plan."""
    stem = participle[:-2]
    if re.search(r"(?:at|iz|is|v|c|g|u|r[sg]|[^aeiou]l|[aiou]r)$", stem):
        return stem + "e"
    return stem[:-1] if re.search(r"([bdgmnprt])\1$", stem) else stem


def judge_kind(text: str, decision: DecisionFound, *, resolves: bool = False) -> DecisionKind:
    """The kind, from the marker and the verb found; `resolves` says that the body resolves elsewhere in the paper, so that what it
    carries by mover and seconder is resolved too."""
    if decision.marker == "recommended":
        return "recommended"
    if decision.verb == "note" and not _second_verb(text, decision):
        return "noted"
    if decision.verb == "recommend" and decision.marker in ("formal", "outcome"):
        return "recommended"
    if decision.marker == "noted":
        return "noted"
    words, cue = text[decision.start : decision.end], text[decision.cue.start : decision.cue.end]
    if decision.marker in ("agreed", "formal") and (_patterns()["formally"].search(words) or "RESOLVED" in words):
        return "resolved"
    if decision.marker in ("agreed", "outcome"):
        if cue.lower().endswith("resolved"):
            return "resolved"
        formal = re.search(
            r"(?:was|were)\s.*?(?:approved|adopted|ratified)$",
            cue,
            re.IGNORECASE,
        )
        return "resolved" if formal and "agreed" not in formal[0].lower() else "agreed"
    if decision.marker == "formal" and re.search(
        r"propos|prop\b|agreed|accepted|supported|object|withdrawn|deferred", cue.lower()
    ):
        return "resolved" if resolves and re.search(r"prop\b|propos", cue.lower()) else "agreed"
    return "resolved"


def recommending_lead(text: str, decision: DecisionFound, above: Block) -> Place | None:
    """The lead-in in the block above a limb by which a meeting recommends its limbs to somebody: "RESOLVED to recommend to Cabinet:".

    None where the words are the limb's own, or adopt what others recommended.
    """
    if decision.cue.end > decision.start:
        return None
    start = max(decision.cue.start, above.body_start)
    found = _LEAD.match(text, start, min(above.end, decision.start)) if start < decision.start else None
    return None if found is None else Place(found.start(), found.end())


def _second_verb(text: str, decision: DecisionFound) -> bool:
    """Whether the decision does more than note: "notes the report and requests …"."""
    if decision.verb_place is None:
        return False
    tail = _patterns()["second"].search(text, decision.verb_place.end, decision.end)
    if tail is None or _forms()[tail[1].lower()] in ("note", "comment", "consider", "receive"):
        return False
    said = _patterns()["noted_that"].search(text, decision.verb_place.end, tail.start())
    return said is None and not re.match(r"\s+comments?\b", text[tail.end() : decision.end])


def _name_place(match: re.Match[str] | None) -> Place | None:
    if match is None:
        return None
    group = "a" if match["a"] else "b"
    name = match[group].rstrip(".")
    return Place(match.start(group), match.start(group) + len(name))


@Language.component("matters_decision_kinds", requires=["doc._.decisions", "doc._.layout"], assigns=["doc._.decisions"])
def matters_decision_kinds(doc: Doc) -> Doc:
    """Fills kind, verb, movers, vote and routine of every candidate in `doc._.decisions`."""
    patterns = _patterns()
    text = doc._.layout.text
    blocks = doc._.layout.blocks
    resolves = any(decision.marker == "resolved" for decision in doc._.decisions)
    for decision in doc._.decisions:
        decision.verb, decision.verb_place = find_verb(text, decision)
        decision.kind = judge_kind(text, decision, resolves=resolves)
        parent = blocks[decision.block].parent
        for above in (block_at(blocks, decision.cue.start), blocks[parent] if parent is not None else None):
            if above is not None and (lead := recommending_lead(text, decision, above)) is not None:
                decision.kind, decision.cue = "recommended", lead
        block = blocks[decision.block]
        around = (block.start, min(block.end, decision.end + 200))
        if "ropo" in text[slice(*around)] or "oved" in text[slice(*around)] or "rop" in text[slice(*around)]:
            decision.proposer = _name_place(patterns["proposed"].search(text, *around))
            decision.seconder = _name_place(patterns["seconded"].search(text, *around))
        votes = patterns["votes"].search(text, *around)
        decision.votes = Place(votes.start(), votes.end()) if votes else None
        heading = text[blocks[decision.item].start : blocks[decision.item].end] if decision.item is not None else ""
        decision.routine = decision.kind != "recommended" and bool(
            patterns["routine"].search(text, decision.start, decision.end)
            or (decision.end - decision.start < 120 and patterns["routine"].search(heading))
            or (decision.kind == "noted" and decision.cue == Place(decision.start, decision.end))
        )
    return doc
