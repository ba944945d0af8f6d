"""What the project knows of a council beside its papers: one entry of `corpus/councils.yml`."""

from pydantic import BaseModel, ConfigDict, Field


class CouncilBody(BaseModel):
    """What the corpus knows of one body of a council beside its papers: other names, and what stands above or came after it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, description="name as its papers print it")
    other_names: list[str] = Field(
        default_factory=list, description="other names, earlier ones included, of the same body"
    )
    parent: str | None = Field(default=None, description="name of the body to which it answers")
    succeeded_by: str | None = Field(default=None, description="name of the body that took its place, with its actions")


class Council(BaseModel):
    """One council whose papers are read. It is given by the corpus and not by a paper, so it carries no evidence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1, description="short name used in ids, file names and addresses: lower case, hyphens")
    name: str = Field(min_length=1, description="full name that the council gives itself")
    other_names: list[str] = Field(default_factory=list, description="other names by which its papers call it")
    gss_code: str | None = Field(default=None, description="code of its area from the Office for National Statistics")
    website: str | None = Field(default=None, description="address of the council's own website")
    platform: str | None = Field(default=None, description="system that publishes its papers: moderngov, cmis, none")

    bodies: list[CouncilBody] = Field(
        default_factory=list, description="bodies that were renamed, replaced or answer to another"
    )

    @property
    def names(self) -> tuple[str, ...]:
        """The council's own names, its full name first."""
        return (self.name, *self.other_names)
