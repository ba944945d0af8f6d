"""Who is the same as whom, over labelled pairs of names and the floor that they must beat."""

import csv
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from extract.councils import Council
from extract.records import Reading
from graph.identity import resolve
from graph.names import key_of, person_name, shortens
from tests.readings import reading

COUNCILS = [
    Council(id="ashby", name="London Borough of Ashby", other_names=["Ashby Council"]),
    Council(id="brackwater", name="Brackwater Council"),
    Council(id="morland", name="Morland County Council"),
]
PAIRS = list(csv.DictReader((Path(__file__).parent / "data" / "identity_pairs.csv").open(encoding="utf-8")))
LABELS = {"people": "person", "organisations": "organisation", "programmes": "programme"}


def one(paper: str, row: dict[str, str], side: str) -> Reading:
    """A paper that names one side of a pair."""
    also = dict(part.split("=", 1) for part in row[f"{side}_also"].split(";") if part)
    label = LABELS[row["table"]]
    kind = f' kind="{also["kind"]}"' if "kind" in also else ""
    title = f' honorific="{also["title"]}"' if "title" in also else ""
    marked = f'<{label} key="x"{kind}{title}>{row[side]}</{label}>'
    if "alias" in also:
        marked += f', also <{label} key="x">{also["alias"]}</{label}>'
    if "at" in also:
        marked += f', of <organisation key="b" kind="nhs_body">{also["at"]}</organisation>'
    if "role" in also:
        marked += f', <role of="x"{" at=" + chr(34) + "b" + chr(34) if "at" in also else ""}>{also["role"]}</role>'
    return reading(paper, marked, council=row[f"{side}_council"], date="2020-01-01" if side == "left" else "2020-02-01")


def verdict(row: dict[str, str]) -> str:
    """yes, no or unsure, as the rules see a pair."""
    left, right = one("left", row, "left"), one("right", row, "right")
    ledger, clusters = resolve([left, right], COUNCILS)
    ids = tuple(getattr(r, row["table"])[0].id for r in (left, right))
    if clusters.canonical[ids[0]] == clusters.canonical[ids[1]]:
        return "yes"
    unsure = any(j.judgement == "unsure" and set(j.pair) == set(ids) for j in ledger)
    return "unsure" if unsure else "no"


@pytest.mark.parametrize("row", PAIRS, ids=[f"{r['left']} ~ {r['right']}: {r['why']}" for r in PAIRS])
def test_labelled_pair(row: dict[str, str]) -> None:
    assert verdict(row) == row["same"]


def test_the_rules_beat_comparing_strings() -> None:
    """The floor: names equal as strings, or alike by edit distance. The rules join nothing wrongly, and miss less."""
    truth = [row["same"] == "yes" for row in PAIRS]

    def right(guesses: list[bool]) -> int:
        return sum(g == t for g, t in zip(guesses, truth, strict=True))

    equal = right([row["left"] == row["right"] for row in PAIRS])
    alike = right([fuzz.ratio(row["left"], row["right"]) >= 80 for row in PAIRS])
    ours = [verdict(row) == "yes" for row in PAIRS]
    assert right(ours) > max(equal, alike)
    assert not [row["left"] for row, g, t in zip(PAIRS, ours, truth, strict=True) if g and not t]


@pytest.mark.parametrize(
    ("one_name", "other"),
    [
        ("Health & Wellbeing Board", "The Health and Well-Being Board"),
        ("Children’s Trust", "Childrens Trust"),
        ("NHS Ashby CCG", "Ashby Clinical Commissioning Group"),
        ("Co-ordination Group", "Coordination Group"),
    ],
)
def test_names_that_differ_in_spelling_have_one_key(one_name: str, other: str) -> None:
    assert key_of(one_name) == key_of(other)


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Jane Robinson", ("jane",), "robinson"),
        ("JB Robinson", ("j", "b"), "robinson"),
        ("J. B. Robinson", ("j", "b"), "robinson"),
        ("JO MARSH", ("jo",), "marsh"),
        ("Siân O’Hara-Fell OBE", ("sian",), "ohara fell"),
        ("Robinson", (), "robinson"),
    ],
)
def test_parts_of_a_person_s_name(name: str, given: tuple[str, ...], surname: str) -> None:
    assert (person_name(name).given, person_name(name).surname) == (given, surname)


@pytest.mark.parametrize(
    ("acronym", "name", "fits"),
    [("HWB", "Health and Wellbeing Board", True), ("CAHN", "Care at Home Network", True), ("CCG", "Care Board", False)],
)
def test_an_acronym_fits_its_words(acronym: str, name: str, fits: bool) -> None:
    assert shortens(acronym, name) is fits


def _people(*marked: str, councils: tuple[str, ...] = ("ashby",) * 9) -> dict[str, str]:
    papers = [
        reading(f"p{n}", text, council=council, date=f"2020-0{n}-01")
        for n, (text, council) in enumerate(zip(marked, councils, strict=False), start=1)
    ]
    return resolve(papers, COUNCILS)[1].canonical


def test_initials_that_could_be_two_people_join_neither() -> None:
    canonical = _people(
        '<person key="a">Jane Robinson</person>, <role of="a">Head of Care</role>; <person key="b">John Robinson</person>',
        '<person key="c">J Robinson</person>, <role of="c">Head of Care</role>',
    )
    assert canonical["per-p2-c"] == "per-p2-c"


def test_two_namesakes_of_one_paper_are_never_joined_through_a_third() -> None:
    canonical = _people(
        '<person key="a">Jane Robinson</person>',
        '<person key="b">Jane Robinson</person> and <person key="c">Jane Robinson</person>',
    )
    assert canonical["per-p2-b"] != canonical["per-p2-c"]


def test_groups_of_one_name_under_two_bodies_stay_two() -> None:
    papers = [
        reading(
            f"p{n}",
            f'<organisation key="g" kind="group" parent="b">Delivery Group</organisation> of the '
            f'<organisation key="b" kind="board">{board}</organisation>',
            date=f"2020-0{n}-01",
        )
        for n, board in enumerate(["Care Board", "Housing Board", "Care Board"], start=1)
    ]
    ledger, clusters = resolve(papers, COUNCILS)
    assert clusters.canonical["org-p2-g"] == "org-p2-g"
    assert clusters.canonical["org-p3-g"] == "org-p1-g"
    told = [j for j in ledger if j.pair == ("org-p1-g", "org-p2-g")]
    assert [j.judgement for j in told] == ["unsure"]


def test_a_judgement_explains_itself() -> None:
    papers = [
        reading("p1", '<person key="a">J Robinson</person>, <role of="a">Head of Care</role>'),
        reading("p2", '<person key="a">Jane Robinson</person>, <role of="a">Head of Care</role>'),
    ]
    ledger, _ = resolve(papers, COUNCILS)
    (judgement,) = ledger
    assert (judgement.judgement, judgement.score) == ("positive", 0.9)
    seen = {f.feature: (f.weight, f.score, f.left, f.right) for f in judgement.features}
    assert seen == {
        "initials": (0.5, 1.0, "J Robinson", "Jane Robinson"),
        "role": (0.4, 1.0, "Head of Care", "Head of Care"),
    }


def test_papers_of_no_known_council_share_national_bodies_only() -> None:
    marked = '<organisation key="n" kind="nhs_body">NHS England</organisation> and the <organisation key="b">Board</organisation>'
    papers = [reading("p1", marked, council=None), reading("p2", marked, council=None)]
    canonical = resolve(papers, COUNCILS)[1].canonical
    assert canonical["org-p2-n"] == "org-p1-n"
    assert canonical["org-p2-b"] == "org-p2-b"
