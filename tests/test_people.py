# ruff: noqa: E501 (an example stands on one line, so that it reads as it does in a paper)
"""Who is held for a person in running text, with role and body (conventions 107 to 119), and what is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.people_examples import check, ids, read_example

NAMED = {
    "two bodies, two posts": (
        '<person role="Joint Head of Care for Adults &amp; Carers | Joint Head of Care for Adults &amp; Carers" at="Midshire Council | Midshire CCG">Ada Penrose</person>'
        ', Joint Head of Care for Adults &amp; Carers at <body kind="council">Midshire Council</body> &amp; <body kind="nhs_body">Midshire CCG</body> and '
        '<person role="Head of Integration (Frailty &amp; Falls)" at="Midshire CCG">Ben Okoro</person>, Head of Integration (Frailty &amp; Falls) at '
        '<body kind="nhs_body">Midshire CCG</body>, presented slides.'
    ),
    "title, role, body, and surname only later": (
        '<person name="Colm Avery" role="Chief Operating Officer" at="Northvale Commissioning Group" title="Mr">Mr Colm Avery</person>, Chief Operating Officer, '
        '<body kind="nhs_body">Northvale Commissioning Group</body> and <person role="Chairman" at="Northvale Commissioning Group">Ms Dee Quill</person>, Chairman, '
        '<body kind="nhs_body">Northvale Commissioning Group</body> gave an update. <person name="Colm Avery">Mr Avery</person> explained the plan.'
    ),
    "role first, comma": 'The Director of Public Health, <person role="Director of Public Health">Amina Yusuf</person>, said so.',
    "role first, initial": 'The Director of Public Health, <person role="Director of Public Health">A Yusuf</person>, said so.',
    "role first, name in brackets": 'It was drafted by the Policy Officer (<person role="Policy Officer">Alice Nunn</person>).',
    "role first, titled name in brackets": 'The Cabinet Member for Roads (<person role="Cabinet Member for Roads" title="Councillor">Councillor Ivo Marsh</person>) submitted a report.',
    "role directly before": 'He asked Director <person role="Director">Gordon Pell</person> to reply.',
    "role in brackets": '<person role="Head of Waste">Priya Nair</person> (Head of Waste) replied.',
    "comma inside a role": '<person role="Director of Strategy, Policy and Assurance">David Orme</person>, Director of Strategy, Policy and Assurance, attended.',
    "two roles in a row of names": '<person role="Head of Risk and Delivery">Mark Fenn</person>, Head of Risk and Delivery and <person role="General Counsel">Ravi Sethi</person>, General Counsel were there.',
    "report head": 'Report of Management Team\n\n<person role="Corporate Director of Adult Services">Jane Orrin</person>, Corporate Director of Adult Services\n\n<person role="Cabinet Portfolio Holder for Adult Services">Councillor Lucy Teal</person>, Cabinet Portfolio Holder for Adult Services',
    "chaired by": 'This is chaired by <person role="Chief Executive" at="Riverside Health Trust">Andrew Pike</person>, Chief Executive of <body kind="nhs_body">Riverside Health Trust</body>.',
    "officer is": 'The Senior Responsible Officer for the Programme is <person role="Chief Operating Officer | Senior Responsible Officer for the Programme">Tomas Hale</person>, Chief Operating Officer.',
    "masked contact details": 'Enclosures None <person role="Director of Care">Colette Ward</person>, Director of Care ██████ <person role="Project Lead">Joan Humble</person>, Project Lead ██████ Summary This report',
    "label before": 'CMT Lead:\n\n<person role="Director of Adult Care">Barbara Nott</person>, Director of Adult Care',
    "contact label": "Contact: <person>Keith Chase</person> Tel: ████",
    "name over a telephone line": "<person>Stewart Finch</person>\n\nTel: ████████",
    "role on the next line": '<person role="Scrutiny Research Officer">Kay Gold</person>\nScrutiny Research Officer\n████',
    "of a body": '<person role="" at="Public Health">Chris Pym</person> from <body>Public Health</body> can be asked.',
    "body before the role": '<person role="Managing Director" at="NELT">Jacqui Van Rijn</person>, <body kind="nhs_body">NELT</body> Managing Director',
    "body of a role in brackets": '<person role="Divisional Manager for Medicine" at="BHT">Basira Sadek</person>, Divisional Manager for Medicine (<body kind="nhs_body">BHT</body>)',
    "department stays in the role": '<person role="Director of Adult Social Services" at="">Carrie Mott</person>, Director of <body kind="department">Adult Social Services</body>, agreed.',
    "elected": 'It was RESOLVED that <person role="Vice Chair" at="Parenting Panel">Mr P Barlow</person> be duly elected Vice Chair of the <body kind="panel">Parenting Panel</body>.',
    "appointed as": '<person role="designated social care worker">Claire Leger</person> was appointed as the designated social care worker.',
    "acting forms": '<person role="A/Director of Housing">Mr. D. Boyle</person>, A/Director of Housing; <person role="Interim Chief Finance Officer">Sue Lamb</person>, Interim Chief Finance Officer; <person role="Acting Town Clerk">Tim Rook</person>, Acting Town Clerk',
    "plural title, surnames": 'Cllrs <person role="Councillor" title="Cllr">Jarvis</person> and <person role="Councillor">Brabant</person> both sit on it.',
    "surname with a title": '<person role="Councillor" title="Cllr">Cllr Connolly</person> thanked <person title="Ms">Ms Tarrant-Birch</person> and <person title="Dr">Dr Gupte</person>.',
    "initials": '<person>Mr R W Gorse</person>, <person>Dr M Gough</person> and <person role="Councillor">Cllr. G. Mitchum</person> left.',
    "particles": "<person>Mr Van Damm</person>, <person>Ms O’ Dowd</person>, <person>Ms. M. de Sousa</person> and <person>Cmhlr. Ó Cuill</person> spoke.",
    "verb of saying": "<person>John Ewart</person> said that there were officers.",
    "office after a name": 'A letter from <person role="MP">Eliza Trott</person> MP was read.',
    "possessive": '<person role="Head of Care">Paul Alder</person>, Head of Care, replied. <person>Paul Alder</person>’s role is joint.',
    "names over a line end": 'It was led by <person role="Finance Manager">Mandy\nWilkes</person> (Finance\nManager).',
}

NOBODY = {
    "streets": "Practices in Edgware/Burnt Oak/Watling Way and Victoria Park were visited.",
    "a firm": "Grant Thornton said that the audit was complete and Irish Water advised of works.",
    "headings": "Financial Implications\n\nLegal Implications\n\nNext Steps\n\nMain Report",
    "schemes": "The Minor Ailments Scheme, Lisa’s Lights and the Better Care Fund were noted.",
    "roles alone": "The Director of Public Health and the Corporate Director of Place agreed; the Clerk left.",
    "members": "Councillors were asked to reply and Members agreed. Councillor Development was noted.",
    "months and places": "In June 2019 Milton Keynes, April Cottage and Great Yarmouth were listed.",
    "doctors' house": "Dr Gray’s Hospital and St Mary’s Church were visited on Lord Street.",
    "petitioner": "The lead petitioner, Mr Hollis, and a local resident, Mrs Dunn, were heard by post.",
    "couple": "A letter from Mr and Mrs Sharpley was read.",
    "boilerplate": "~ 16 May Elizabeth Jarman Director of Commissioning, Barnfield CCG",
    "capitals after a role": "The Head of Service, Milton Keynes, was thanked.",
    "motion words": "Mike said no. Abstain (2) Carried",
    "body with the shape of a name": "<body>Darby Allen</body> said that plants would come.",
}


@ids({name: marked.replace("&amp;", "&") for name, marked in NAMED.items()})
def test_people_finds_names_with_roles(marked: str) -> None:
    check(marked)


@ids(NOBODY)
def test_people_leaves_alone_what_is_no_person(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("role", ["Chair", "Head of Service", "Clerk", "Treasurer", "Cabinet Member for Housing"])
@pytest.mark.parametrize("name", ["Ngozi Abara", "Zbigniew Kowal", "Ximena Thorsby", "Tadhg Brophy"])
def test_people_needs_no_known_given_name(name: str, role: str) -> None:
    check(f'<person role="{role}">{name}</person>, {role}, spoke.')


@given(
    st.lists(
        st.sampled_from(
            [
                "Mr ",
                "Cllrs ",
                "Ann ",
                "Reed",
                ", ",
                " (",
                ") ",
                "Chair",
                "of ",
                "the ",
                "\n",
                "J. ",
                "PRESENT: ",
                "and ",
                "\t",
                "Ó ",
            ]
        ),
        max_size=40,
    )
)
@settings(max_examples=120, deadline=None)
def test_people_spans_lie_in_the_text_and_carry_their_person(parts: list[str]) -> None:
    text = "".join(parts) or "x"
    _, doc = read_example(text)
    for span in doc.spans["people"]:
        assert text[span.start_char : span.end_char] == span.text
        assert span._.entity in doc._.people
    for person in doc._.people:
        assert person.name == " ".join(text[person.name_place.start : person.name_place.end].split())
        for place in person.mentions:
            assert text[place.start : place.end].strip()
        for post in person.posts:
            assert post.role is None or post.role_place is not None
