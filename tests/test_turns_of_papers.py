"""Turns of phrase of many kinds of authority, read from whole short papers: an example and a counter-example of each."""

import pytest

from extract import Reading, read_paper

HEAD = "MARLOW VALE DISTRICT COUNCIL\n\nParks Committee\n\nMinutes of the meeting held on 4 March 2025\n\n"


def read(body: str, head: str = HEAD) -> Reading:
    """The records of short minutes."""
    return read_paper((head + body).encode(), name="minutes.txt")


def decisions(body: str) -> list[tuple[str, str | None]]:
    return [(d.text.strip(" ."), d.verb) for d in read(body).decisions]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "RESOLVED:\n\n3.1 that the rent be noted;\n\n3.2 that the lease be approved.\n",
            [("that the rent be noted", "note"), ("that the lease be approved", "approve")],
        ),
        ("The officer spoke.\n\n3.1 that is the rate per metre.\n\n3.2 that was the rate before.\n", []),
        (
            "It was then proposed by Councillor Hale, seconded by Councillor Reed and\n\nRESOLVED: That the plan be adopted.\n",
            [("That the plan be adopted", "adopt")],
        ),
        (
            "Proposed by Cllr Hale, seconded by Cllr Reed that the quorum be reduced to three. Carried.\n",
            [("Proposed by Cllr Hale, seconded by Cllr Reed that the quorum be reduced to three. Carried", "carry")],
        ),
        ("With reference to the last meeting, when it was agreed to consult, a report was submitted.\n", []),
        (
            "After debate it was agreed to consult on the plan.\n",
            [("it was agreed to consult on the plan", "agree")],
        ),
        (
            "RESOLVED: (1) That the Chair write to the owner to report the view; (2) That the plan be noted.\n",
            [("That the Chair write to the owner to report the view", "write"), ("That the plan be noted", "note")],
        ),
        (
            "The Committee:\n\n• Requested that the contractor provide a plan\n• Approved the lease\n",
            [("Requested that the contractor provide a plan", "request"), ("Approved the lease", "approve")],
        ),
        (
            "Request from the Fenwick Band – agreed £100 towards new drums.\n",
            [("agreed £100 towards new drums", "agree")],
        ),
        ("A price for the hall – agreed earlier in the year – was reported.\n", []),
        (
            "Election of Chairman – Cllr Hale was proposed by Cllr Reed and seconded by Cllr Lark.\n",
            [("Election of Chairman – Cllr Hale was proposed by Cllr Reed and seconded by Cllr Lark", "elect")],
        ),
    ],
)
def test_decisions(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert decisions(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("RESOLVED – That the application be DEFERRED to allow for a visit.\n", ["defer"]),
        ("The Committee NOTED the rent and DEFERRED the lease.\n", ["note", "defer"]),
        ("A resolution was passed to adopt the policy.\n", ["adopt"]),
        ("A resolution of the kind passed by others to adopt the policy was read.\n", []),
        ("RESOLVED: To de-delegate the fund for schools.\n", ["de-delegate"]),
    ],
)
def test_verbs(body: str, expected: list[str]) -> None:
    assert [d.verb for d in read(body).decisions] == expected


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Councillor Hale asked for her thanks to be recorded.\n", 0),
        ("Councillor Hale asked for the rents to be checked by the Clerk.\n", 1),
        ("Changes that make responding to FOI requests easier were discussed.\n", 0),
    ],
)
def test_what_is_asked_of_the_minutes_is_no_task(body: str, count: int) -> None:
    assert len(read(body).actions) == count


def test_departments_by_acronyms_in_mixed_letters() -> None:
    names = [o.name for o in read("Work with the DfE goes on. The grant is paid by Defra. Dfx spoke.\n").organisations]
    assert {"DfE", "Defra"} <= set(names)
    assert "Dfx" not in names


def test_a_committee_for_place_and_more_keeps_its_name() -> None:
    head = "MARLOW COUNCIL\n\nMinutes of the Place and Environment Select Committee held on 4 March 2025\n\n"
    assert "Place and Environment Select Committee" in [o.name for o in read("It met.\n", head=head).organisations]
    names = [o.name for o in read("The Director of Place met the Vale Select Committee.\n").organisations]
    assert "Vale Select Committee" in names


def test_what_runs_as_part_of_a_plan_is_not_who_runs_it() -> None:
    def parts(body: str) -> list[str]:
        reading = read(body)
        names = {e.id: e.name for e in [*reading.organisations, *reading.programmes]}
        return [f"{names[r.subject_id]} < {names[r.object_id]}" for r in reading.relations if r.type == "part_of"]

    trust = "Ashcombe Hospitals NHS Foundation Trust"
    assert not any(
        part.startswith(trust) for part in parts(f"{trust} provides clinics as part of the Vale Health Plan.\n")
    )
    assert f"{trust} < Vale Care Partnership" in parts(f"{trust} is part of the Vale Care Partnership.\n")


LIST = "In attendance: Chief Constable Diane Oakes, Marlow Vale Police; Jo Fenn (Chief Finance Officer); Gareth Pym (GP) Head of Estates\n\n"


@pytest.mark.parametrize(
    ("body", "owners"),
    [
        (
            "Councillor Hale asked about stock. The Chief Finance Officer advised that it was low. He undertook to circulate the figures.\n",
            ["Jo Fenn"],
        ),
        (
            "Mr Vale spoke. The stock of the Chief Finance Officer was low. He undertook to circulate the figures.\n",
            ["Mr Vale"],
        ),
        (
            "In response to Councillor Hale, the Chief Finance Officer said he would circulate the figures.\n",
            ["Jo Fenn"],
        ),
        ("Councillor Hale asked that wards be told and Mr Vale agreed to do this.\n", ["Mr Vale"]),
        ("Councillor Hale asked that wards be told and thanked Mr Vale.\n", [None]),
        ("AGREED that Councillor Hale replace Councillor Reed on the Group.\n", []),
        ("The Head of Estates agreed to circulate the report.\n", ["Gareth Pym"]),
    ],
)
def test_owners(body: str, owners: list[str | None]) -> None:
    found = [a.owner_name or a.owner_raw for a in read(LIST + body).actions]
    assert [None if o is None else o.removeprefix("Mr ") for o in found] == [
        None if o is None else o.removeprefix("Mr ") for o in owners
    ]


def people(body: str) -> dict[str, list[tuple[str | None, str | None]]]:
    reading = read(body)
    bodies = {o.id: o.name for o in reading.organisations}
    return {
        p.name: [
            (m.role, bodies.get(m.organisation_id or ""))
            for m in reading.memberships
            if m.person_id == p.id and (m.role or m.organisation_id)
        ]
        for p in reading.people
    }


def test_a_surname_that_is_a_title_ends_a_line() -> None:
    found = people("In attendance:\nGareth Pym     Head of Estates\nBecky Lord     Clerk\nJoan Ferris    Treasurer\n")
    assert {"Gareth Pym", "Becky Lord", "Joan Ferris"} <= set(found)
    assert "Becky" not in people("Present: Becky Vale, Lord Marlow of Ashcombe\n")


def test_a_woman_in_a_list_of_councillors_is_the_councillor_of_that_name() -> None:
    found = people("Present: Councillors M Hale, T Lark, Mrs J Reed and S Vale\n\nSeconded by Councillor Reed.\n")
    assert sum("Reed" in name for name in found) == 1
    apart = people(
        "Present: Councillors M Hale and T Lark\n\nOfficers: Mrs J Reed (Solicitor)\n\nCouncillor Reed wrote.\n"
    )
    assert sum("Reed" in name for name in apart) == 2


def test_the_next_name_of_a_list_is_no_office() -> None:
    found = people("Present: Cllrs. T Hale (Chairman), D Elphick, L Nurse\n")
    assert not any(role == "L Nurse" for posts in found.values() for role, _ in posts)
    assert ("Nurse", None) in [(r, None) for r, _ in people("In attendance: Ann Elphick, Nurse\n")["Ann Elphick"]]


def test_offices_of_policing_are_not_of_the_council() -> None:
    found = people("In attendance: Mr Colin Bray, Police and Crime Commissioner; Ms Ann Tuck, Solicitor\n")
    assert found["Colin Bray"] == [("Police and Crime Commissioner", None)]
    assert ("Solicitor", "MARLOW VALE DISTRICT COUNCIL") in found["Ann Tuck"]


def test_a_meeting_held_by_video_has_its_date() -> None:
    words = "Minute of Meeting of the Marlow Joint Board held by {} on Wednesday, 26 March 2025\n\nThe Board met.\n"
    assert read_paper(words.format("Microsoft Teams").encode(), name="m.txt").paper.date == "2025-03-26"
    assert read("Reply by Friday, 28 March 2025 at the latest.\n", head="A note for the file\n\n").paper.date is None


@pytest.mark.parametrize(
    ("words", "name", "other"),
    [
        ("A letter from the City of Stanbridge Council was read.", "City of Stanbridge Council", "Stanbridge Council"),
        ("It is part of the Vale Speedwatch Partnership with Wick Parish Council.", "Vale Speedwatch Partnership", ""),
        (
            "The Committee noted the Rolling Action Log from Fenwick Parish Council.",
            "Fenwick Parish Council",
            "Rolling Action",
        ),
    ],
)
def test_bodies(words: str, name: str, other: str) -> None:
    names = [o.name for o in read(words).organisations]
    assert name in names
    assert other not in names


def test_a_bilingual_heading_names_the_council() -> None:
    head = "# Cyngor Sir Glan-y-Mor / Glan-y-Mor County Council\n\n## Parks Committee\n\nMinutes of the meeting held on 4 March 2025\n\n"
    names = [o.name for o in read_paper((head + "The plan was noted.\n").encode(), name="m.md").organisations]
    assert "Glan-y-Mor County Council" in names
    welsh = head.replace(" / Glan-y-Mor County Council", "")
    names = [o.name for o in read_paper((welsh + "Mae'r Cyngor yn nodi.\n").encode(), name="m.md").organisations]
    assert not any("Glan-y-Mor" in name for name in names)


def test_a_committee_belongs_to_the_board_in_its_letterhead() -> None:
    head = (
        "NHS MARLOW AND FENWICK INTEGRATED CARE BOARD\n\nMinutes of the Estates Committee held on 14 January 2025\n\n"
    )
    reading = read("The Committee noted the report.\n", head=head)
    names = {o.id: o.name for o in reading.organisations}
    parts = [(names[r.subject_id], names[r.object_id]) for r in reading.relations if r.type == "part_of"]
    assert ("Estates Committee", "NHS MARLOW AND FENWICK INTEGRATED CARE BOARD") in parts


def test_who_answers_a_member_has_the_office_and_not_the_member() -> None:
    found = people(
        "Present: Councillors Hale and Reed\n\nIn response to Councillor Hale, the Treasurer said that it was.\n"
    )
    assert not any(role == "Treasurer" for role, _ in found["Hale"])
    told = people("Present: Councillors Hale and Reed\n\nMr Lark, the Treasurer, said that it was.\n")
    assert "Treasurer" in [role for role, _ in told["Mr Lark" if "Mr Lark" in told else "Lark"]]


def test_bodies_of_northern_ireland() -> None:
    names = [
        o.name for o in read("It is paid by the Public Health Agency and the PSNI. Public Health met.\n").organisations
    ]
    assert {"Public Health Agency", "PSNI"} <= set(names)
    assert "Police Service of Northern Ireland" not in names
