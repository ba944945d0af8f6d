"""A made-up council with thousands of records: short minutes, written by a program, for tests of what grows with their number."""

import datetime
import hashlib
from pathlib import Path

from tests.project import entry

_BODIES = ("Harbour Committee", "Gardens Committee", "Lamps Panel", "Ferries Board", "Markets Committee")
_FIRST = ("Ada", "Bryn", "Cora", "Dewi", "Edda", "Finn", "Greta", "Hugh", "Ines", "Joss")
_LAST = ("Marsh", "Teal", "Quill", "Farrow", "Penhale", "Vale", "Nair", "Reed", "Lark", "Finch")
_THINGS = ("bench", "lamp", "gate", "culvert", "shelter", "railing", "slipway", "footbridge", "hedge", "noticeboard")
_STREETS = (
    "Mill Lane",
    "Quay Street",
    "Tarn Road",
    "Chapel Hill",
    "Ferry Row",
    "Orchard Way",
    "Castle Rise",
    "Long Acre",
)


def minutes(number: int, items: int) -> str:
    """The minutes of one meeting, each item with one decision and one action."""
    body = _BODIES[number % len(_BODIES)]
    day = datetime.date(2020, 1, 6) + datetime.timedelta(days=14 * (number // len(_BODIES)))
    chair = f"{_FIRST[number % 10]} {_LAST[number // 10 % 10]}"
    lines = [
        "# Aldermere Borough Council",
        f"## {body}",
        f"### Minutes of the meeting held on {day.day} {day:%B %Y}",
        f"Present: Councillor {chair} (Chair)",
    ]
    for item in range(1, items + 1):
        key = number * items + item
        thing, street = _THINGS[key % 10], _STREETS[key % 8]
        owner = f"{_FIRST[key % 10]} {_LAST[key // 10 % 10]}"
        due = day + datetime.timedelta(days=30 + key % 60)
        lines += [
            f"#### {item}. {street}, {thing} {key}",
            f"RESOLVED: That the {thing} numbered {key} in {street} be replaced.",
            f"ACTION: {owner} to report on the {thing} numbered {key} in {street} by {due.day} {due:%B %Y}.",
        ]
    return "\n\n".join(lines) + "\n"


def write(corpus: Path, records: int, *, items: int = 25) -> int:
    """Writes a corpus of so many decisions and actions together, and says of how many papers it is."""
    papers = records // (2 * items)
    folder = corpus / "papers" / "aldermere"
    folder.mkdir(parents=True)
    listed = []
    for number in range(papers):
        data = minutes(number, items).encode()
        (folder / f"m{number:03}.md").write_bytes(data)
        listed.append(entry(f"m{number:03}", data, file=f"papers/aldermere/m{number:03}.md"))
    (corpus / "papers.yml").write_text("".join(listed), encoding="utf-8")
    (corpus / "councils.yml").write_text("- id: aldermere\n  name: Aldermere Borough Council\n", encoding="utf-8")
    (corpus / "corrections.yml").write_text("[]\n", encoding="utf-8")
    assert hashlib.sha256(minutes(0, items).encode()).hexdigest() in listed[0]
    return papers
