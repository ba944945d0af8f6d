"""How a body keeps its action log: data, read from `corpus/logs.yml`."""

from string import Formatter

from pydantic import BaseModel, ConfigDict, Field, field_validator

#: What a column can hold, with the head that it has where the body names none.
COLUMNS = {
    "reference": "Ref",
    "origin": "Meeting",
    "minute": "Minute",
    "area": "Area",
    "kind": "Kind",
    "text": "Action",
    "addressee": "To whom",
    "owner": "Lead",
    "due": "Due",
    "progress": "Progress",
    "status": "Status",
    "rag": "RAG",
    "closed": "Closed",
}
USUAL = ("reference", "origin", "minute", "text", "owner", "due", "progress", "status")
_PARTS = frozenset({"year", "number", "minute"})


def _usual() -> dict[str, str]:
    return {name: COLUMNS[name] for name in USUAL}


class LogStyle(BaseModel):
    """The columns of one body's log, in their order, and how its references are written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    body: str | None = Field(default=None, description="name of the body as its papers give it")
    council: str | None = Field(default=None, description="id of its council, where several have a body of that name")
    columns: dict[str, str] = Field(default_factory=_usual, description="what each column holds, and its head")
    reference: str = Field(
        default="{year}.{number}",
        description="a reference from {year} (municipal), {number} (running) and {minute}: SR ({year}) {number:02}",
    )

    def fits(self, council: str | None, body: str | None) -> bool:
        """Whether it is the style of a body of a council; letters large and small are alike."""
        return (self.body or "").casefold() == (body or "").casefold() and self.council in (None, council)

    @field_validator("columns")
    @classmethod
    def _known(cls, columns: dict[str, str]) -> dict[str, str]:
        unknown = [name for name in columns if name not in COLUMNS]
        if unknown or not columns:
            raise ValueError(
                f"a column must be one of {', '.join(COLUMNS)}" + (f", not {unknown[0]}" if unknown else "")
            )
        return columns

    @field_validator("reference")
    @classmethod
    def _fits(cls, reference: str) -> str:
        try:
            parts = {name for _, name, _, _ in Formatter().parse(reference) if name is not None}
            if parts <= _PARTS:
                reference.format(year="2017/18", number=1, minute="1")
                return reference
        except (ValueError, IndexError, KeyError):
            pass
        raise ValueError("a reference is made of {year}, {number} and {minute} and of words")
