"""How each action stands on the day of the site, as a table beside that of the actions."""

from publish.exports.tables import Field, Table
from publish.view import Site

_FIELDS = (
    Field("action_id", "string", "structural", "the action", (), True),
    Field("state", "string", "derived", "its state on the day of the site", (), True),
    Field(
        "basis",
        "string",
        "derived",
        "stated in a paper, worked out from the papers, or recorded by the clerk",
        (),
        True,
    ),
    Field("why", "string", "derived", "the reason for the state, one sentence", (), True),
    Field("due_date", "string", "derived", "when it is due, in EDTF", (), False),
    Field("response_due", "string", "derived", "last day for a response to a recommendation, in EDTF", (), False),
    Field("overdue", "boolean", "derived", "past its day and not settled; null where no day binds", (), False),
    Field("age_in_days", "integer", "derived", "days since it was raised", (), False),
    Field("meetings_since", "integer", "derived", "later meetings of its body in the papers read", (), True),
    Field("body", "string", "derived", "body that holds it now", (), False),
    Field("carried_from", "string", "derived", "body that raised it, where another holds it now", (), False),
    Field("papers_searched", "list", "structural", "ids of the later papers that were read for an answer", (), True),
    Field("papers_read", "list", "structural", "ids of all papers read of its body", (), True),
)


#: The table as the data dictionary lists it: name, what it is, fields.
DECLARED = ("standings", "how each action stands on the day of the site, and why", _FIELDS)


def table(site: Site) -> Table:
    """One row for each action; the evidence of its state is nested in JSON Lines."""
    rows, nested = [], []
    for action in sorted(site.governance.actions, key=lambda a: a.id):
        standing = site.standing(action)
        derived = {
            "overdue": standing.overdue(site.as_of),
            "age_in_days": standing.age_in_days(site.as_of),
            "meetings_since": standing.meetings_since(site.as_of),
        }
        rows.append({f.name: derived[f.name] if f.name in derived else getattr(standing, f.name) for f in _FIELDS})
        nested.append([e.model_dump(mode="json") for e in standing.evidence])
    return Table(*DECLARED, rows, nested)
