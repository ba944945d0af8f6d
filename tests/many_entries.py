"""Thousands of made-up records for the search: papers, decisions, actions, people, bodies and programmes in the shares that real papers give."""

import random

from publish.search_entries import Entry

#: Of each fifty records; a paper is long, the others short.
_SHARES = {"Paper": 2, "Decision": 11, "Action": 10, "Person": 14, "Body": 9, "Programme": 4}
_LENGTHS = {
    "Paper": (800, 5000),
    "Decision": (20, 60),
    "Action": (30, 90),
    "Person": (20, 200),
    "Body": (20, 300),
    "Programme": (20, 200),
}


def entries(count: int) -> list[Entry]:
    """The same so many records each time. One in ten speaks of the "winter care plan", one in a hundred says "STP"."""
    chance = random.Random(5000)
    words = sorted({_word(chance) for _ in range(9000)})
    chance.shuffle(words)
    weights = [1 / (rank + 4) for rank in range(len(words))]
    councils = [f"{word.capitalize()} Council" for word in words[100:130]]
    bodies = [" ".join(word.capitalize() for word in words[at : at + 3]) + " Committee" for at in range(200, 1400, 3)]
    kinds = [kind for kind, share in _SHARES.items() for _ in range(share)]
    found: list[Entry] = []
    for number in range(count):
        kind = kinds[number % len(kinds)]
        said = chance.choices(words, weights, k=chance.randint(*_LENGTHS[kind]))
        for every, phrase in (
            (10, "winter care plan"),
            (100, "the STP"),
            (70, "a Sustainability and Transformation Partnership"),
        ):
            if number % every == 0:
                said[10:10] = phrase.split()
        dated = kind in ("Paper", "Decision", "Action")
        day = f"{chance.randint(2012, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}" if dated else None
        facets = {"record": [kind], "council": [chance.choice(councils)], "body": [chance.choice(bodies)]}
        if day:
            facets |= {"year": [day[:4]], "paper": [chance.choice(["Minutes", "Report", "Agenda"])]}
        if kind == "Action":
            facets["state"] = [chance.choice(["Closed", "Raised", "No answer found in the papers read"])]
        title = " ".join(said[:8])
        url = f"{kind.lower()}/{number}/"
        text = " ".join(said)
        found.append(
            {
                "url": url,
                "title": title,
                "facets": facets,
                "date": day,
                "day": day,
                "notes": ["Kind"],
                "names": [],
                "text": text,
            }
        )
    return found


def _word(chance: random.Random) -> str:
    return "".join(
        chance.choice("bcdfghklmnprstw") + chance.choice("aeiou") for _ in range(chance.randint(1, 4))
    ) + chance.choice(["", "n", "r", "st", "ng"])
