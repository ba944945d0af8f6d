"""Long registers in parts: a page holds so many rows that it is light, and every record stands on one, with or without scripts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

#: Rows of one page where each tells much, with its sources, and where it is little more than a name. A row weighs about 2 KB or half of
#: one, and a page with its styles and scripts is to stay below 300 KB.
ROWS, NAMES = 30, 120


@dataclass(frozen=True)
class Part:
    """One page of a register; pages are counted from 1. `records` are those of this page alone."""

    register: str  #: address of the first page, from the top of the site
    number: int
    pages: int
    first: int  #: number of its first record, counted from 1
    total: int
    records: Sequence[Any]

    def address(self, number: int) -> str:
        """Address of a page of the register, from the top of the site."""
        return self.register if number == 1 else f"{self.register}page-{number}/"

    @property
    def page(self) -> str:
        """Its own address."""
        return self.address(self.number)

    @property
    def last(self) -> int:
        """Number of its last record."""
        return self.first + len(self.records) - 1


def whole(register: str, records: Sequence[Any]) -> Part:
    """All records as if they stood on one page."""
    return Part(register, 1, 1, 1, len(records), records)


def parts(register: str, records: Sequence[Any], rows: int) -> list[Part]:
    """The pages of a register in order; one page where there are no records."""
    pages = max(1, -(-len(records) // rows))
    return [
        Part(register, n + 1, pages, n * rows + 1, len(records), records[n * rows : (n + 1) * rows])
        for n in range(pages)
    ]
