"""How the codes of the records are said on a page."""

#: Each relation type as it reads from its subject and from its object.
RELATIONS: dict[str, tuple[str, str]] = {
    "chairs": ("chairs", "is chaired by"),
    "vice_chairs": ("is vice-chair of", "has as vice-chair"),
    "member_of": ("is a member of", "has as member"),
    "holds_role_at": ("holds a post at", "has in post"),
    "represents": ("represents", "is represented by"),
    "reports_to": ("reports to", "receives reports from"),
    "part_of": ("is part of", "has as part"),
    "joint_with": ("is joint with", "is joint with"),
    "delegates_to": ("delegates to", "has powers delegated by"),
    "commissions": ("commissions", "is commissioned by"),
    "provides": ("provides", "is provided by"),
    "funds": ("funds", "is funded by"),
    "pools_budget_with": ("pools its budget with", "pools its budget with"),
    "scrutinises": ("scrutinises", "is scrutinised by"),
    "advises": ("advises", "is advised by"),
    "refers_to": ("refers matters to", "is referred matters by"),
    "responsible_for": ("is responsible for", "is the responsibility of"),
    "leads": ("leads", "is led by"),
    "delivers": ("delivers", "is delivered by"),
    "party_to": ("is party to", "has as party"),
    "succeeds": ("succeeds", "is succeeded by"),
    "linked_to": ("is linked to", "is linked to"),
}

#: The states of an action as a reader is told them.
ANSWERS = {
    "no_answer_found_in_papers_read": "No answer found in the papers read",
    "answer_possible": "Possible answer, not certain",
    "answer_found": "Answer found",
    "response_received": "Response received",
    "raised": "Raised",
    "in_progress": "In progress",
    "awaiting_response": "Awaiting a response",
    "proposed_for_closure": "Proposed for closure",
    "closed": "Closed",
    "moved_to_work_programme": "Moved to the work programme",
    "deferred": "Deferred",
    "paused": "Paused",
    "not_accepted": "Not accepted",
    "no_longer_feasible": "No longer feasible",
    "superseded": "Superseded",
    "carried_to_successor_body": "Carried to a successor body",
}

#: On what a state rests.
BASES = {"stated": "as a paper states", "worked_out": "worked out from the papers", "recorded": "as the clerk recorded"}

DUE = {
    "none": "No due date stated",
    "unfixed": "Stated, but no date can be fixed",
    "passed": "Due date passed",
    "coming": "Due date to come",
}

TABLES = {
    "papers": ("Paper", "papers"),
    "decisions": ("Decision", "decisions"),
    "actions": ("Action", "actions"),
    "people": ("Person", "people"),
    "organisations": ("Body", "bodies"),
    "programmes": ("Programme", "programmes"),
}


def said(code: object) -> str:
    """A code as words: `information_request` is "information request"."""
    text = str(code).replace("_", " ")
    return text.replace("nhs body", "NHS body").replace("sub committee", "sub-committee")


def title(code: object) -> str:
    """A code as words with a capital."""
    words = said(code)
    return words[:1].upper() + words[1:]


def relation(kind: str, *, seen_from_object: bool = False, negated: bool = False) -> str:
    """The verb of a relation from either end, denied where the paper denies it."""
    words = RELATIONS.get(kind, (said(kind), said(kind)))[1 if seen_from_object else 0]
    return f"does not or is not, as the paper says: {words}" if negated else words


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
