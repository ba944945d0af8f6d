"""People, organisations and programmes as found in one paper, before they become records.

Finders write one span a mention into `doc.spans["people" | "organisations" | "programmes"]`, each with `span._.entity`
pointing at the `Entity` that it names. Spans may nest ("Aldermere" within "Aldermere Health and Wellbeing Board" is no mention).
"""

from dataclasses import dataclass, field

from extract.records import EntityTable


@dataclass(frozen=True)
class Place:
    """Some words of the text: half-open character offsets."""

    start: int
    end: int


@dataclass(eq=False)
class Entity:
    """One person, organisation or programme of one paper."""

    table: EntityTable
    name: str  #: fullest form that the paper gives, white space folded; of a person without honorific
    kind: str | None = None  #: OrganisationKind or ProgrammeKind; None for people
    honorific: str | None = None  #: of a person: Mr, Ms, Dr, Cllr, as written
    honorific_place: Place | None = None
    mentions: list[Place] = field(default_factory=list)  #: every mention, in order; `name_place` is the fullest
    name_place: Place = Place(0, 0)
    other_names: dict[str, Place] = field(default_factory=dict)  #: other forms in the paper, each with one place
    parent: "Entity | None" = None  #: of an organisation: the body of which the words say it is part
    posts: list["Post"] = field(default_factory=list)  #: of a person: what the paper says they are and where
    by_attendance: bool = False  #: of a person: listed as a member present at the meeting


@dataclass(eq=False)
class Post:
    """A role of a person, at a body where the paper names it."""

    person: Entity
    role: str | None
    role_place: Place | None
    organisation: Entity | None
    organisation_place: Place | None
    person_place: Place  #: the mention of the person beside which the role stands
    from_attendance: bool = False  #: it follows only from a list of those present
    as_officer: bool = False  #: it follows only from a list of officers, who serve the authority whose paper it is
