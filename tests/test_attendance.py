# ruff: noqa: E501 (an example stands on one line, so that it reads as it does in a paper)
"""Lists of those present, in attendance and absent, in the shapes in which papers print them (conventions 90 to 106)."""

import pytest

from extract import read_paper
from tests.people_examples import check, ids, read_example

HEAD = '<body kind="council">MIDSHIRE COUNTY COUNCIL</body>\n\n<body kind="panel">PARENTING PANEL</body>\n\n'

LISTS = {
    "titles, initials, honours": (
        '<body kind="council">MIDSHIRE COUNTY COUNCIL</body>\n\nPRESENT: <person role="Chairman" at="MIDSHIRE COUNTY COUNCIL" present="yes">Mr R W Gorse</person> (Chairman), '
        '<person present="yes" at="MIDSHIRE COUNTY COUNCIL">Mrs C Bellamy</person>, <person name="R C Lovell" present="yes">Mr R C Lovell</person>, OBE and <person present="yes">Mr R J Thorne</person>'
    ),
    "roles in brackets": (
        HEAD
        + 'IN ATTENDANCE: <person role="Director of Public Health" at="MIDSHIRE COUNTY COUNCIL" present="no">Dr A Ghani</person> (Director of Public Health), '
        '<person role="Corporate Director Children, Young People and Education">Mrs S Harmon</person>\n(Corporate Director Children, Young People and Education) and '
        '<person role="Head of Risk">Ben Oduya</person> (Head of Risk)'
    ),
    "also present, comma": 'ALSO PRESENT: <person role="Cabinet Member for Integrated Services">Sue Chantry</person>, Cabinet Member for Integrated\nServices.',
    "plural title, surnames only": (
        'Present: Cllrs <person role="Chairman" present="yes" title="Cllr">Abbot</person> (Chairman), <person present="yes">Brand</person>, <person>Cole</person>, '
        '<person>Dunne</person> and <person role="Councillor">Eames</person>.'
    ),
    "namesakes by initial in brackets": (
        "Present: Councillors <person>Benbow</person>, <person>Collis (B)</person>, <person>Sheridan (J)</person> and <person>Sheridan (K)</person>."
    ),
    "role first, person in brackets": (
        'OFFICIALS IN ATTENDANCE: Chief Executive (<person role="Chief Executive">Mr. P. Dowd</person>), Director, Support Services (<person role="Director, Support Services">Mr. S. Coyle</person>), '
        'Senior Engineer, Active Streets (<person role="Senior Engineer, Active Streets">Ms. A. Gill</person>).'
    ),
    "members and roles in a table": 'Members\tRole\n<person role="Non-Executive Member">HELEN WRIGHTSON</person>\tNon-Executive Member\n<person role="Chair">Tunde Bello</person>\tChair',
    "one per line with initials": (
        'Present:\n<person role="Clinical Chair" present="yes">Dr Hannah Moss</person> (HM) Clinical Chair\n<person role="Chief Officer">Idris Vaughan</person> (IV) Chief Officer\n\n'
        'Apologies:\n<person role="Lay Member" present="no">Pat Quine</person> (PQ) Lay Member'
    ),
    "columns of name, initials, role": (
        'Attendance:\n\n**<person role="Chair" present="yes">Cllr Jo Brewer</person>                  JB        Chair**\n\n**<person role="Parish Clerk and RFO">Nicola Coe</person>               NC        Parish Clerk and RFO (Minutes)**\n\n'
        'Also in attendance:\n\n**<person role="Councillor" at="NCC" present="no">Cllr Martin Stone</person>                          <body kind="council">NCC</body>**'
    ),
    "body after a dash": (
        'Attendance:\n<person role="Chair">Harry Rainer</person> – MEM (Chair)\n<person role="" at="KMC">Nick Buckle</person> – <body>KMC</body>\n<person role="" at="Link Advisers">Chris Joyce</person> – <body>Link Advisers</body>'
    ),
    "body before a colon, people run on": (
        'Executive Group\t<body kind="council">Mid Borough</body>: HWB chair <person role="HWB chair" at="Mid Borough">Maureen Worth</person>; Care officer to be confirmed <body kind="council">East Borough</body>: '
        '<person role="Councillor" at="East Borough">Cllr Wendy Bryce-Tonks</person>; <person at="East Borough">Cllr Ramsay</person> <body kind="nhs_body">BRT</body>: Chair <person role="Chair" at="BRT">Maureen Dale</person>; '
        '<person role="" at="BRT">Matthew Hopley</person> <body kind="council">West Borough</body> <person role="" at="West Borough">Chris Nayler</person>'
    ),
    "two columns of body and names": (
        '<body>Healthwatch Mid</body>\t<person role="" at="Healthwatch Mid">Anne-Marie Dene</person> and <person at="Healthwatch Mid">Ian Buckle</person>\n'
        '<body kind="nhs_body">Mid CCG</body> Clinical Lead\t<person role="Clinical Lead" at="Mid CCG">Dr Ann Baldry</person>\nGP Provider lead\t<person role="GP Provider lead" at="">Dr Gupte</person>; Interest in Children'
    ),
    "roles and bodies by semicolon": (
        'Steering Group\t<person role="Director of Delivery | Chair">Jane Gately</person>, Director of Delivery (Chair); <person role="Deputy Chief Executive and Strategic Director for service development">Anne Brisk</person>, '
        'Deputy Chief Executive and Strategic Director for service development and/or <person role="Commissioning Director, Adults Care and Support">Mark Tye</person>, Commissioning Director, Adults Care and Support; '
        '<person role="Deputy Director of Delivery">Kirsty Bolt</person>, –Deputy Director of Delivery'
    ),
    "an office before an initial belongs to what follows": (
        'OFFICERS: Deputy Chief Fire Officer <person role="Deputy Chief Fire Officer">G Hallam</person>, Area Manager <person role="Area Manager">P Strick</person>'
    ),
    "a question to one, an answer from the next": (
        'PRESENT: Councillors <person>S Bhatt</person> and <person>R Coyle</person>\n\nOFFICERS: Area Manager <person role="Area Manager">P Strick</person>\n\n'
        'In answer to <person name="S Bhatt" role="Councillor">Councillor Bhatt</person>, Area Manager Strick advised that it was so.'
    ),
    "two offices, one at a committee": (
        'Present: <person role="Non-Executive Director">Olu Adeyemi</person> (OA) Non-Executive Director and <body kind="committee">Audit Committee</body> Chair'
    ),
    "officers of the county council that the paper only calls by its letters": (
        '<body kind="panel">PARENTING PANEL</body>\n\nIN ATTENDANCE: <person role="Adoption Manager" at="MCC">Amy Combes</person> (Adoption Manager)\n\n'
        '1. Housing\n\n<body>MCC</body> and the <body kind="council">Children in Care Council</body> met. <body>MCC</body> said so; <body>MCC</body> agreed.'
    ),
    "whoever is absent from a meeting of delegates may come from anywhere": (
        '<body kind="committee">VILLAGE LIAISON COMMITTEE</body>\n\nPresent: <person at="Mill Foods Group">Mr Ola Oduya</person> (<body>Mill Foods Group</body>), '
        '<person at="Mill Foods Group">Mr Ivo Reed</person> (<body>Mill Foods Group</body>), <person at="Hill Farm Ltd">Ms Ann Lark</person> (<body kind="company">Hill Farm Ltd</body>), '
        '<person at="Hill Farm Ltd">Ms Jo Vale</person> (<body kind="company">Hill Farm Ltd</body>)\n\nApologies: <person at="">Mr Tom Murphy</person>'
    ),
    "in the chair, on a line": (
        HEAD
        + 'IN THE CHAIR:\n\n<person role="Chair" present="yes" at="PARENTING PANEL">Cllr. F. Foy</person>\n\nPRESENT:\n\n<person present="yes" role="Councillor" at="MIDSHIRE COUNTY COUNCIL">Cllr. John Costa</person>, <person>Ms. Elisa O’ Dowd</person>'
    ),
    "apologies in a sentence": 'Apologies were received from <person present="no">Ann Lloyd</person>, <person>Mr Penn</person> OBE and <person>Bela Koss</person>. The minutes were agreed.',
    "apologies on behalf of": 'Apologies for absence were submitted on behalf of Councillors <person present="no">Hale</person> and <person>Ibbot</person>.',
    "run together": (
        'Minutes of <body kind="council">STOKE PARISH COUNCIL</body> held online Present: <person role="Chair" present="yes">Cllr Sue Linton</person> (Chair) <person role="Councillor" present="yes">Cllr Janet Tailor</person> '
        '<person role="Parish Clerk" present="yes">Helen Richards</person> (Parish Clerk) Also, in Attendance Public – 1 <person role="Councillor" at="Mid County Council" present="no">Cllr Martin Storr</person>, '
        '<body kind="council">Mid County Council</body> (From item 4) 204/20 Openness <person>The Chair</person> read the notice.'
    ),
    "list ends at a numbered item": 'Present: <person present="yes">Ann Lloyd</person> and <person present="yes">Cora Webb</person>\n\n1. Welcome\n\nOak Lodge was opened.',
    "surname with a role only": 'IN ATTENDANCE: <person>Ms C McInley</person> (Director of Education) and <person role="Acting Chief Accountant">McKie</person> (Acting Chief\nAccountant)',
    "heading without a colon": 'Attendees <person role="Chair" present="yes">Shona Bend</person> (Chair), <person present="yes">Sylvia Knott</person>\n\nInvited <person present="no" role="Clerk to the Board">Nikki Storm</person> (Clerk to the Board)',
    "heading in the first cell": 'Apologies\t<person present="no">Ann Lloyd</person>\nPresent\t<person present="yes">Cora Webb</person>, <person present="yes">Ximo Tarr</person>',
    "body in a column, role in brackets": 'Also in attendance:\n<person role="Chair" at="Hall Committee" present="no">Vicki Grey</person>      VG      <body kind="committee">Hall Committee</body> (Chair)',
    "name over a line end": 'Attendees:\n<person role="Chair" present="yes">Shona Bend</person> (Chair), <person role="General Manager" present="yes" name="Alison Wheale">Alison\nWheale</person> (General Manager)',
}


@ids(LISTS)
def test_attendance_reads_every_shape_of_list(marked: str) -> None:
    check(marked)


SUBSTITUTES = {
    "for": "Present: Cllr S Burns for Cllr D Gale; Cllr T Ames.",
    "substituted by": "Present: Cllr D Gale who was substituted by Cllr S Burns, Cllr T Ames",
    "substitute in brackets": "Present: Cllr D Gale (substitute: Cllr S Burns), Cllr T Ames",
    "attended as substitute": "Present: Cllr D Gale (Cllr S Burns attended as substitute), Cllr T Ames",
}


@ids(SUBSTITUTES)
def test_attendance_knows_for_whom_a_substitute_came(marked: str) -> None:
    _, doc = read_example(marked)
    assert {person.name: person.by_attendance for person in doc._.people} == {
        "S Burns": True,
        "D Gale": False,
        "T Ames": True,
    }


def test_attendance_gives_initials_from_a_legend() -> None:
    _, doc = read_example(
        "Present: Dr Andrew Paine, Chair (AP) Evelyn Lind (EL) Natalie Meg-Ewart (N M-E)\n\nMatters arising: AP reported."
    )
    assert doc._.initials["AP"].name == "Andrew Paine"
    assert doc._.initials["EL"].name == "Evelyn Lind"
    assert doc._.initials["N M-E"].name == "Natalie Meg-Ewart"


@pytest.mark.parametrize(
    "text",
    [
        "Present: 2 members of the public",
        "Members Present: none",
        "Apologies: none received.",
        "In attendance: 14 residents and the press",
        "Present Position\n\nOak Lodge and Elm House were sold.",
    ],
)
def test_attendance_makes_nobody_of_a_list_without_names(text: str) -> None:
    _, doc = read_example(text)
    assert doc._.people == []


def test_attendance_marks_the_chair_where_the_paper_speaks_of_the_chair() -> None:
    check(
        '<body kind="panel">PARENTING PANEL</body>\n\nPRESENT: <person>Ada Penrose</person> (Chair) and <person>Cora Webb</person>\n\n'
        '1. <person name="Ada Penrose">The Chair</person> welcomed all. The Chair of Finance sent a note.'
    )


def test_attendance_the_office_beside_a_name_heads_no_list() -> None:
    rows = "| Present | |\n|---|---|\n| Dame Ruth Vale | Chair |\n| Simon Lark | Chief Executive |\n"
    found = read_paper(
        f"# Harbour Hospital NHS Foundation Trust\n\n## Minutes of the Board of Directors\n\n{rows}".encode(),
        name="board.md",
    )
    assert {(m.person_name, m.role) for m in found.memberships} == {
        ("Ruth Vale", "Chair"),
        ("Simon Lark", "Chief Executive"),
    }
