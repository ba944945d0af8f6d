"""The data dictionary, generated from the declarations of the records."""

from dataclasses import dataclass

from publish import counting
from publish.exports import standings
from publish.exports.tables import Field, declared


@dataclass(frozen=True)
class Described:
    """A table and its fields."""

    name: str
    says: str
    fields: tuple[Field, ...]


def tables() -> list[Described]:
    """Every exported table in the order of the exports."""
    worked_out = (standings.DECLARED, counting.DECLARED)
    return [Described(name, says, fields) for name, says, fields in (*declared(), *worked_out)]
