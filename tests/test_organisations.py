"""Bodies: names and their ends, kinds, one entity a body, parents, short forms; and what only looks like a body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.docs import process
from tests.markup import parse
from tests.names import check_mentions, entity_named, expected, found

NAMES = {
    "committee": "Members thanked the <org>Adult Care and Housing Scrutiny Committee</org> for its work.",
    "sub-committee with a long name": "It went to the <org>Families Overview and Scrutiny Sub-Committee</org> in May.",
    "list with commas inside one name": "The <org>Children, Families and Education Committee</org> met.",
    "list of places inside one name": "The <org>Marsh Dales, Ashby and Westfold Clinical Commissioning Group</org> agreed.",
    "two bodies joined": "The <org>Barnwell Health Board</org> and the <org>Ashby Housing Partnership</org> met.",
    "two bodies without articles": "It was signed by <org>Ashby Town Council</org> and <org>Marsh Parish Council</org>.",
    "London borough": "The <org>London Borough of Barnwell and Ashby</org> asked for more time.",
    "county council": "Staff of <org>North Kell County Council</org> came.",
    "university": "Dr Vale of the <org>University of Barnwell</org> spoke.",
    "ministry with a list": "A letter from the <org>Ministry of Housing, Communities and Local Government</org> came.",
    "association with a place before it": "The <org>Marshire Association of Local Councils</org> replied.",
    "friends": "A gift from the <org>Friends of Ashby Library</org> was noted.",
    "company": "The work went to <org>Brook & Vale Ltd</org> in June.",
    "company with plc in small letters": "The bridge was let to <org>Marlow Paving plc</org> in June.",
    "company with its letters after plain words": "Meals came from <org>Fenwick Community Kitchens CIC</org>.",
    "family firm": "A price from <org>T Dunnock & Sons</org> was taken; <org>Wren & Son</org> had sent none.",
    "NHS trust": "Beds at <org>Barnwell Hospitals NHS Foundation Trust</org> were full.",
    "Healthwatch before its place": "Views came from <org>Healthwatch Barnwell</org> last week.",
    "Healthwatch after its place": "Views came from <org>Barnwell Healthwatch</org> last week.",
    "known nationwide": "A grant from <org>NHS England</org> and the <org>Care Quality Commission</org> was refused.",
    "small noun after capitals": "The <org>Kell Coast local delivery partnership</org> began in May.",
    "team with a name": "The <org>Integrated Placement Team</org> finds homes.",
    "division with one word": "The <org>Education Division</org> will report.",
    "possessive inside a name": "The <org>Children’s Services Board</org> met; the <org>Carers’ Centre</org> helped.",
    "service with an owner": "Staff of <org>Ashby Council</org>’s <org>Benefits Service</org> came.",
    "for after the noun": "A <org>Joint Steering Group for Families</org> was set up.",
    "all capitals": "BARNWELL AND ASHBY FIRE AUTHORITY\n\nThe fire was out.",
    "capitals inside a word": "It was run with <org>Healthwatch Ashby</org> and <org>TogetHER Ashby</org>.",
    "acronym that acts": "Councillor Lark said that <org>BWTU</org> had offered a room, and <org>BWTU</org> staff would help.",
    "acronym as a label": "<org>MKRT</org>: Jo Smith and Ann Brook came.",
    "role before the name": "The Director of Public Health, <org>Ashby District Council</org>, spoke.",
    "role after the name": "The <org>Barnwell CCG</org> Clinical Lead spoke.",
    "person before the name": "Jo Vale, <org>Ashby and Barnwell Housing Trust</org>, spoke.",
    "charity in a place": "The room was lent by <org>Mind in Ashby</org> for a month.",
    "board of a council": "The <org>Care Scrutiny Board</org> of <org>Fenwick Vale Council</org> met.",
    "board of a subject": "The <org>Care Board of Fenwick and Kell</org> met.",
    "clubs by their nouns": "<org>Ashby Parents Circle</org>, <org>3rd Barnwell Scouts</org> and <org>Mill Lane Players</org> applied.",
    "company of care": "It was awarded to <org>Brightford Care CIC</org>.",
    "walkers": "A letter from the <org>Ramblers</org> was read.",
    "chamber of trade": "He will write to the <org>Ashby Chamber of Trade</org> and to the <org>Chamber of Commerce</org>.",
    "inspectorate with a list": "<org>His Majesty's Inspectorate of Constabulary and Fire & Rescue Services</org> came.",
    "quotation marks": "A “<org>Barnwell Locality Design Group</org>” was formed.",
}
NAMES["all capitals"] = "<org>BARNWELL AND ASHBY FIRE AUTHORITY</org>\n\nThe fire was out."

NO_BODY = {
    "generic words": "Officers of the local authority met the voluntary sector and integrated teams.",
    "bare nouns": "The Council thanked the Committee, the Board and the Partnership.",
    "generic names": "Each Parish Council and every Working Group has a Management Team and a Steering Group.",
    "headings": "Financial Implications\n\nNone.\n\nEquality and Diversity\n\nNone.",
    "ramblers, players and circles in general": "Bear in Mind in March that Key Players and Scouts walk the Circle.",
    "street": "The path from Board Street to Council Lane and Trust Road is shut.",
    "building": "The meeting was held in the Council Chamber, Committee Room 2 and the Council Offices.",
    "tax": "The Council Tax leaflet is late.",
    "Act": "This follows the National Health Service Act 2006 and the Care Act 2014.",
    "regulations": "See the NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000.",
    "roles": "The Cabinet Member for Housing, the Director of Adult Services and the Head of Policy came.",
    "kinds of bodies": "All Scrutiny Committees, both Cabinet Committees and other District Councils were told.",
    "services in general": "Adult Social Services and Mental Health Services are stretched.",
    "days and officers": "On Monday the Chief Executive and the Monitoring Officer met.",
    "capital words that are none": "The GP, the IT manager and HR spoke of SEND, VAT and A&E. COVID-19 is over.",
    "initials of a person": "AB thanked JS for the tea.",
    "words printed large": "RESOLVED TO NOTE THE REPORT AND TO MOVE ON.",
    "document": "The Annual Report and the Strategic Outline Case were read.",
    "place alone": "Residents of Barnwell and North Kell complained.",
    "a section of an Act": "Section 75 and Part 8 Planning Applications apply.",
    "community centre": "The meeting at Hill Street Community Centre was short.",
    "service without an owner": "The Benefits Service is slow.",
    "kind of company": "The best form might be a plc or a CIC.",
    "family": "Mr Dunnock and his Sons came; the Father & Son Race is in May.",
    "homes": "Care Homes and Nursing Homes and Affordable Housing are short.",
}


@pytest.mark.parametrize("marked", NAMES.values(), ids=NAMES.keys())
def test_names(marked: str) -> None:
    example = parse(marked, labels={"org"})
    doc = process(example.text)
    assert found(doc, "organisations") == expected(example.of("org"))
    check_mentions(doc, "organisations")


@pytest.mark.parametrize("text", NO_BODY.values(), ids=NO_BODY.keys())
def test_what_is_no_body(text: str) -> None:
    doc = process(text)
    assert [(entity.name, entity.kind) for entity in doc._.organisations] == []


ONE_BODY = {
    "acronym defined": "The <org>Joint Brokerage Executive Group</org> (<org>JBEG</org>) met. <org>JBEG</org> will report.",
    "acronym by its letters": "The <org>Joint Brokerage Executive Group</org> met. <org>JBEG</org> will report.",
    "plural of an acronym": "The <org>Barnwell CCG</org> and its <org name='x'>group</org>.",
    "ampersand and capitals": "The <org>Finance and Audit Committee</org> met. FINANCE & AUDIT COMMITTEE",
    "CCG and its words": "<org>Barnwell Clinical Commissioning Group</org> agreed; <org>Barnwell CCG</org> will pay.",
    "hyphen": "The <org>Housing Sub-Committee</org> and the <org>Housing Sub Committee</org> are one.",
    "end of a fuller name": "The <org>Mill Lane Liaison Committee</org> met. The <org>Liaison Committee</org> heard both sides.",
    "council and borough": "The <org>London Borough of Barnwell</org> pays. <org>Barnwell Council</org> agreed.",
    "slip in an acronym": "The <org>Barnwell Hospital Ambulance Trust Union</org> (<org>BHATU</org>) met; <org>BAHTU</org> agreed.",
    "acronym within a name": "The <org>Care Access Partnership Steering Group</org> met. The <org>CAP Steering Group</org> agreed.",
    "slip in a name": "<org>North Kell County Council</org> agreed. <org>North Kell Conty Council</org> paid.",
    "joining word left out": "The <org>Health Overview and Scrutiny Committee</org> met. The <org>Health Overview Scrutiny Committee</org> agreed.",
    "letters of the words with small ones": "The <org>Office for Kelp Research</org> wrote; <org>OFKR</org> will pay.",
}
del ONE_BODY["plural of an acronym"]


@pytest.mark.parametrize("marked", ONE_BODY.values(), ids=ONE_BODY.keys())
def test_forms_of_one_body(marked: str) -> None:
    example = parse(marked, labels={"org"})
    doc = process(example.text)
    assert len(doc._.organisations) == 1
    words = {" ".join(tag.text.split()) for tag in example.of("org")}
    entity = doc._.organisations[0]
    assert words <= {entity.name, *entity.other_names}
    check_mentions(doc, "organisations")


def test_a_form_with_its_apostrophe_lost_is_not_the_name() -> None:
    doc = process("Barnwell CCG met. The CCG Governing Body met. It went to the CCG s Governing Body.")
    assert [entity.name for entity in doc._.organisations] == ["Barnwell CCG", "CCG Governing Body"]


def test_a_known_acronym_has_the_kind_of_its_body() -> None:
    (entity,) = process("A letter from HMRC was read.")._.organisations
    assert (entity.name, entity.kind) == ("HMRC", "government")


def test_the_fullest_form_is_the_name() -> None:
    doc = process("BARNWELL CCG\n\nJBEG met. The Joint Brokerage Executive Group (JBEG) heard Barnwell CCG.")
    assert {entity.name for entity in doc._.organisations} == {"Barnwell CCG", "Joint Brokerage Executive Group"}


def test_two_bodies_under_one_plural() -> None:
    doc = process(
        "Both North Marsh and Ashby Dales, Kell and Westfold Clinical Commissioning Groups agreed. Ashby Dales, Kell and Westfold CCG pays."
    )
    assert sorted(entity.name for entity in doc._.organisations) == [
        "Ashby Dales, Kell and Westfold Clinical Commissioning Group",
        "North Marsh Clinical Commissioning Group",
    ]
    check_mentions(doc, "organisations")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ashby and Barnwell Councils agreed.", ["Ashby Council", "Barnwell Council"]),
        ("The Overview and Scrutiny Committees met.", []),
        ("The AKM CCGs agreed.", ["AKM CCGs"]),
    ],
    ids=["two councils", "kind of committee", "bodies under one acronym"],
)
def test_plurals(text: str, names: list[str]) -> None:
    assert [entity.name for entity in process(text)._.organisations] == names


def test_bodies_of_one_name_with_different_subjects_are_two() -> None:
    doc = process("The Scrutiny Committee met. The Health Scrutiny Committee did not.")
    assert [entity.name for entity in doc._.organisations] == ["Scrutiny Committee", "Health Scrutiny Committee"]


PARENTS = {
    "genitive": (
        "Barnwell CCG’s Governing Body of Carers met; the Ashby Council’s Youth Justice Service came.",
        "Youth Justice Service",
        "Ashby Council",
    ),
    "governing body with its owner": (
        "Barnwell CCG agreed. It went to the CCG’s governing body.",
        "CCG’s governing body",
        "Barnwell CCG",
    ),
    "lost apostrophe": ("The Ashby Council s Skills and Growth Team came.", "Skills and Growth Team", "Ashby Council"),
    "name within a name": (
        "The Barnwell CCG Governing Body met. Barnwell CCG agreed.",
        "Barnwell CCG Governing Body",
        "Barnwell CCG",
    ),
    "short form as owner": ("Barnwell CCG agreed. The CCG Governing Body met.", "CCG Governing Body", "Barnwell CCG"),
    "council before its committee": (
        "The Ashby Council Housing Scrutiny Committee met; Ashby Council paid.",
        "Housing Scrutiny Committee",
        "Ashby Council",
    ),
}


@pytest.mark.parametrize(("text", "child", "parent"), PARENTS.values(), ids=PARENTS.keys())
def test_parents(text: str, child: str, parent: str) -> None:
    entities = process(text)._.organisations
    assert entity_named(entities, child).parent is entity_named(entities, parent)


JOINED = {
    "place behind": ("The Water Panel for Ashby met. The Ashby Water Panel left.", ["Water Panel for Ashby"]),
    "another place behind": (
        "The Water Panel for Ashby met. The Marsh Water Panel left.",
        ["Water Panel for Ashby", "Marsh Water Panel"],
    ),
    "acronym amid the words": (
        "The Ashby and Early Planning Liaison Board met. The Ashby and EP Liaison Board left.",
        ["Ashby and Early Planning Liaison Board"],
    ),
    "acronym for the end of a name": (
        "The Kell Region Mayoral Combined Authority met. The MCA agreed.",
        ["Kell Region Mayoral Combined Authority"],
    ),
    "acronym for the end of two names": (
        "The Kell Region Mayoral Combined Authority met the Marsh Mayoral Combined Authority. The MCA agreed.",
        ["Kell Region Mayoral Combined Authority", "Marsh Mayoral Combined Authority", "MCA"],
    ),
    "quoted short form": (
        "The Ashby Water Committee (“the Joint Committee”) met the Marsh Panel. The Joint Committee left.",
        ["Ashby Water Committee", "Marsh Panel"],
    ),
    "borough and health body": (
        "The London Borough of Ashby and Ashby CCG agreed.",
        ["London Borough of Ashby", "Ashby CCG"],
    ),
    "NHS after and": (
        "It was sent to Fen Police and NHS Ashby and Marsh ICB.",
        ["Fen Police", "NHS Ashby and Marsh ICB"],
    ),
    "executive with an acronym": ("The Joint Buying Executive (JBE) met.", ["Joint Buying Executive"]),
    "posts": ("The Group Chief Executive and the Executive Director left.", []),
    "place as a word": ("The Ashby Place Board met. Place: Town Hall.", ["Ashby Place Board"]),
}


@pytest.mark.parametrize(("text", "names"), JOINED.values(), ids=JOINED.keys())
def test_one_body_or_two(text: str, names: list[str]) -> None:
    assert [entity.name for entity in process(text)._.organisations] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A direction was issued to NHS Ashby and Ashby Council.", ["NHS Ashby", "Ashby Council"]),
        ("Ashby Council met. NHS Ashby agreed.", ["Ashby Council", "NHS Ashby"]),
        ("Ashby Council likes the NHS Constitution.", ["Ashby Council"]),
        ("Nothing else is said of NHS Ashby here.", []),
        ("The Joint Commissioning Executive met.", ["Joint Commissioning Executive"]),
        ("The Commissioning Executive met.", []),
    ],
)
def test_bodies_by_their_place_and_joint_ones(text: str, names: list[str]) -> None:
    assert sorted(entity.name for entity in process(text)._.organisations) == sorted(names)


def test_no_parent_without_words() -> None:
    entities = process("Ashby Council met. The Housing Scrutiny Committee met.")._.organisations
    assert [entity.parent for entity in entities] == [None, None]


def test_an_owner_gives_no_parent_to_what_a_short_form_means() -> None:
    entities = process("Ashby CCG met the Joint Travel Board. The CCG’s board is late.")._.organisations
    assert [entity.parent for entity in entities] == [None, None]


SHORT_FORMS = {
    "the Council": ("<org>Ashby Town Council</org> met. The <org>Council</org> agreed.", 2),
    "the CCG": ("<org>Barnwell CCG</org> met. The <org>CCG</org> agreed.", 2),
    "the Board": ("The <org>Barnwell Health Board</org> met. The <org>Board</org> agreed.", 2),
    "not where two can be meant": (
        "<org>Ashby Town Council</org> met <org>Marsh Town Council</org>. The Council agreed.",
        2,
    ),
}


@pytest.mark.parametrize(("marked", "count"), SHORT_FORMS.values(), ids=SHORT_FORMS.keys())
def test_short_forms(marked: str, count: int) -> None:
    example = parse(marked, labels={"org"})
    mentions = found(process(example.text), "organisations", short_forms=True)
    assert [mention[:3] for mention in mentions] == [(tag.start, tag.end, tag.text) for tag in example.tags]
    assert len(mentions) == count


KINDS = {
    "Ashby Borough Council": "council",
    "London Borough of Ashby": "council",
    "Housing Scrutiny Committee": "committee",
    "Families Overview and Scrutiny Sub-Committee": "sub_committee",
    "Ashby Joint Committee for Waste": "joint_committee",
    "Ashby Health Board": "nhs_body",
    "Health and Wellbeing Board": "board",
    "Corporate Parenting Panel": "panel",
    "Ashby Care Partnership": "partnership",
    "Joint Steering Group for Families": "group",
    "Integrated Placement Team": "team",
    "Growth Directorate": "department",
    "Barnwell CCG": "nhs_body",
    "NHS England": "nhs_body",
    "Friends of Ashby Library": "charity",
    "Marshire Association of Local Councils": "network",
    "Brook & Vale Ltd": "company",
    "Care Quality Commission": "government",
    "Department for Education": "government",
    "Marshire Constabulary": "police",
    "Hill Street Primary School": "school",
    "Barnwell GP Federation": "network",
    "Ashby Labour Group": "political_group",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS.keys())
def test_kinds(name: str, kind: str) -> None:
    (entity,) = process(f"Members asked the {name} for a report.")._.organisations
    assert (entity.name, entity.kind) == (name, kind)


def test_words_of_silent_blocks_are_not_read() -> None:
    doc = process("Home > Barnwell Council > Meetings\n\nThe tea was cold.")
    check_mentions(doc, "organisations")


_WORDS = st.lists(
    st.sampled_from(
        (
            "the The of and & , for Barnwell Council Council’s Committee CCG CCGs (CCG) Board Health Ashby Sub-Committee Team ( ) . ’s s "
            "Joint NHS Trust (ABT) Fund Plan 2020"
        ).split()
    ),
    max_size=14,
)


@given(_WORDS)
def test_any_run_of_words_gives_slices_of_the_text(words: list[str]) -> None:
    doc = process("Note. " + " ".join(words) + ".")
    for span in doc.spans["organisations"]:
        assert doc.text[span.start_char : span.end_char] == span.text
        assert span._.entity in doc._.organisations


def test_a_place_whose_name_begins_with_a_number() -> None:
    text = "Three Rivers University Hospitals NHS Foundation Trust met. Two Councils were asked. Three Ashby Councils wrote."
    assert [e.name for e in process(text)._.organisations][
        0
    ] == "Three Rivers University Hospitals NHS Foundation Trust"
    assert not any(e.name.startswith(("Two", "Three Ashby")) for e in process(text)._.organisations)
