"""Imports every module that registers a component of the pipeline."""

import extract.action_owners
import extract.actions
import extract.answers
import extract.dates
import extract.decision_kinds
import extract.decisions
import extract.logs
import extract.organisations
import extract.people
import extract.programmes
import extract.relations
import extract.sentences  # noqa: F401
