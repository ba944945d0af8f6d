"""Imports every module that registers a component of the pipeline."""

import extract.actions
import extract.dates
import extract.decisions
import extract.organisations
import extract.people
import extract.programmes
import extract.relations
import extract.sentences  # noqa: F401
