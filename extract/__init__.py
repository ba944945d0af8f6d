"""Reads one paper at a time into records that carry their passages.

The front door is `read_paper`; `Reading` and the records in `extract.records` are what other packages use.
"""

from extract.reading import read_paper
from extract.records import Reading

__all__ = ["Reading", "read_paper"]
