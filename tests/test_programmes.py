"""Programmes: names and their ends, kinds, one entity a programme, acronyms; and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.docs import process
from tests.markup import parse
from tests.names import check_mentions, expected, found

NAMES = {
    "strategy": "Members approved the <prog>Ashby Housing Strategy</prog>.",
    "years after it": "Members approved the <prog>Ashby Housing Strategy 2025-29</prog>.",
    "year with a slash": "Members approved the <prog>Ashby Housing Plan 2019/20</prog>.",
    "year before it": "The <prog>2030 Strategy</prog> was read.",
    "fund": "Money from the <prog>Rural Bridges Fund</prog> was spent.",
    "for after the noun": "The <prog>Town Centre Plan for Ashby and Marsh</prog> was read.",
    "small noun": "The <prog>Kell River Paths project</prog> has begun.",
    "possessive of a place left out": "A key aim of Barnwell's <prog>Joint Growth and Skills Strategy</prog> is work.",
    "lost apostrophe": "A key aim of Barnwell s <prog>Joint Growth and Skills Strategy</prog> is work.",
    "owner left out": "The Council’s <prog>Medium Term Financial Strategy</prog> is due.",
    "two joined by and": "The <prog>Ashby Cycling Plan</prog> and the <prog>Barnwell Walking Plan</prog> were read.",
    "two joined by a slash": "The <prog>Kell Care Strategy</prog>/<prog>Marsh Health Strategy</prog> were read.",
    "list with commas inside one name": "The <prog>Quality, Innovation and Skills Plan</prog> was read.",
    "quotation marks": "The ‘<prog>Small Repairs Scheme</prog>’ helps.",
    "known nationwide": "The <prog>Better Care Fund</prog> pays.",
    "network": "The <prog>Village Helper Network</prog> will be launched.",
    "model of care": "Two <prog>New Models of Care</prog> were tried.",
    "enhanced service": "The <prog>Enhanced Night Nursing Service</prog> helps people at home.",
    "national week": "Flags went up for <prog>National Hedgehog Week</prog>.",
    "to inside a name": "The <prog>Marsh to Kell Greenway</prog> is open.",
    "grant": "The <prog>Flood Recovery Grant</prog> was paid.",
    "covenant": "The <prog>Armed Forces Covenant</prog> was signed.",
    "agreements under a section": "The trusts made a <prog>section 75 agreement</prog> for equipment. Section 75 allows this.",
    "words that open headings too": "The <prog>Neighbours First Programme</prog> and the <prog>Growing Together Strategy</prog> began.",
    "what a role leads": "She is the Senior Responsible Officer for the <prog>Village Halls Programme</prog>.",
    "at inside a name": "The <prog>Shine at Home Programme</prog> is well used.",
    "season before the noun": "The <prog>Kell and Marsh Winter Plan 2021/22</prog> was read.",
    "known name with its noun": "The <prog>Housing First Programme</prog> has begun.",
    "community chest": "Two applied to the <prog>Ashby Community Chest</prog>.",
    "review of services": "She set out the case for the <prog>Joint Eye Services Review</prog>.",
    "plan within a plan": "The <prog>Marsh Care Strategy Delivery Plan</prog> was adopted.",
}
NO_PROGRAMME = {
    "bare nouns": "The Plan, the Strategy and the programme were read.",
    "generic names": "The Action Plan, the Forward Plan and the Work Programme were noted.",
    "season alone": "The Winter Plan was read.",
    "chests and reviews in general": "A Community Chest would help. The Review was noted.",
    "Act": "The Care Act 2014 and the Local Government Pension Scheme Regulations 2013 apply.",
    "report": "The Housing Strategy Report and the Annual Plan Summary were noted.",
    "headings": "First, the Programme was read. Together the Plan and the Strategy were noted.",
    "role": "The Head of Policy, Planning and Strategy spoke.",
    "post": "The Programme Manager and the Project Lead left.",
    "body": "The Rural Bridges Programme Board and the Housing Strategy Group met.",
    "care plans": "Care Plans and Education, Health and Care Plans are written.",
    "systems": "The IT System, the Heating System and the Road Network are old.",
    "funding in general": "Capital Funding and Government Grant fell.",
    "section": "Section 75 of the Act was read.",
    "event": "An event Rethinking Ashby Village Project was held.",
    "small words": "A housing strategy and a recovery plan are wanted.",
    "teams without an acronym": "Neighbourhood Teams met.",
}
ONE_PROGRAMME = {
    "acronym": "The <prog>Rural Bridges Renewal Programme</prog> (<prog>RBRP</prog>) began. <prog>RBRP</prog> ends.",
    "model that only its acronym shows": "<prog>Rapid Home Visit Teams</prog> (<prog>RHVTs</prog>) began. A <prog>RHVT</prog> visits.",
    "noun after the bracket": "The <prog>Rural Bridges Renewal</prog> (<prog>RBR</prog>) scheme began.",
    "years left away": "The <prog>Ashby Housing Strategy 2025-29</prog> is read. The <prog>Ashby Housing Strategy</prog> helps.",
    "words in another order": "The <prog>Village Priority Programme</prog> and the <prog>Priority Village Programme</prog> are one.",
    "place before or after": "The <prog>Marshire Care Plan</prog> was read. The <prog>Care Plan for Marshire</prog> helps.",
    "without its noun": "The <prog>Help Close to Hand Programme</prog> began. <prog>Help Close to Hand</prog> helps.",
    "acronym for its first words": "The <prog>Rural Bridges Renewal Programme</prog> began. The <prog>RBR Programme</prog> helps.",
    "small noun": "The <prog>Rural Bridges Programme</prog> and the <prog>Rural Bridges programme</prog> are one.",
}


@pytest.mark.parametrize("marked", NAMES.values(), ids=NAMES.keys())
def test_names(marked: str) -> None:
    example = parse(marked, labels={"prog"})
    doc = process(example.text)
    assert found(doc, "programmes") == expected(example.of("prog"))
    check_mentions(doc, "programmes")


@pytest.mark.parametrize("text", NO_PROGRAMME.values(), ids=NO_PROGRAMME.keys())
def test_what_is_no_programme(text: str) -> None:
    assert [(entity.name, entity.kind) for entity in process(text)._.programmes] == []


@pytest.mark.parametrize("marked", ONE_PROGRAMME.values(), ids=ONE_PROGRAMME.keys())
def test_forms_of_one_programme(marked: str) -> None:
    example = parse(marked, labels={"prog"})
    doc = process(example.text)
    (entity,) = doc._.programmes
    assert {tag.text for tag in example.tags} <= {entity.name, *entity.other_names}
    check_mentions(doc, "programmes")


def test_a_model_named_after_a_defined_one_is_its_own() -> None:
    doc = process("Rapid Home Visit Teams (RHVTs) began. A grant paid for a K-RHVT in May.")
    assert [entity.name for entity in doc._.programmes] == ["Rapid Home Visit Teams", "K-RHVT"]


def test_the_plan_is_a_mention_where_one_can_be_meant() -> None:
    doc = process("The Ashby Recovery Plan was read. The Plan is late.")
    assert [span.text for span in doc.spans["programmes"]] == ["Ashby Recovery Plan", "Plan"]
    doc = process("The Ashby Recovery Plan and the Marsh Travel Plan were read. The Plan is late.")
    assert [span.text for span in doc.spans["programmes"]] == ["Ashby Recovery Plan", "Marsh Travel Plan"]


def test_no_name_is_both_body_and_programme() -> None:
    doc = process(
        "The Care Access Network (CAN) met the Housing Compact. The Kell Bridges Partnership and its Kell Bridges Project began."
    )
    bodies = {entity.name for entity in doc._.organisations}
    assert bodies.isdisjoint(entity.name for entity in doc._.programmes)


KINDS = {
    "Ashby Housing Strategy": "strategy",
    "Marsh Travel Plan": "plan",
    "Rural Bridges Fund": "fund",
    "Rural Bridges Programme": "programme",
    "Kell River Project": "project",
    "Small Repairs Scheme": "scheme",
    "Warm Rooms Campaign": "initiative",
    "Better Streets Framework": "framework",
    "Armed Forces Covenant": "agreement",
    "New Models of Care": "service_model",
    "Village Helper Network": "network",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS.keys())
def test_kinds(name: str, kind: str) -> None:
    (entity,) = process(f"Members heard of the {name} in May.")._.programmes
    assert (entity.name, entity.kind) == (name, kind)


_WORDS = st.lists(
    st.sampled_from(
        (
            "the The of and & , for to Barnwell Council’s Strategy Plan Plans Fund (BCF) BCF STP Care Closer 2025-29 2020 / Network Teams "
            "(RTs) Board ) ( ."
        ).split()
    ),
    max_size=14,
)


@given(_WORDS)
def test_any_run_of_words_gives_slices_of_the_text(words: list[str]) -> None:
    doc = process("Note. " + " ".join(words) + ".")
    for span in doc.spans["programmes"]:
        assert doc.text[span.start_char : span.end_char] == span.text
        assert span._.entity in doc._.programmes
