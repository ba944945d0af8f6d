"""Reads one paper at a time into records that carry their passages."""
