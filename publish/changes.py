"""What became of actions from one build to the next, as the feed tells it."""

from pydantic import BaseModel, ConfigDict, Field


class Change(BaseModel):
    """An action that is new, or whose state is another than in the build before."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: str = Field(description="day for which the build was made that saw it first, in EDTF")
    action_id: str = Field(description="the action")
    was: str | None = Field(default=None, description="state in the build before; null where the action is new")
    now: str = Field(description="state since then")
