"""Reads one paper at a time into records that carry their passages.

The front doors are `read_paper` and, for files that may be packs, `read_papers`; `Reading` and the records in `extract.records`
are what other packages use.
"""

from extract.reading import read_paper, read_papers
from extract.records import Reading

__all__ = ["Reading", "read_paper", "read_papers"]
