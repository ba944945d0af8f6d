"""`matters answer`, `matters close` and `matters reject-match`: the clerk's hand, written to corpus/corrections.yml.

Each entry keeps the words of its action beside the id, so that it finds the action again where better rules give it another id. Taking
the entry out of the file undoes it.
"""

import datetime
import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import click
from pydantic import ValidationError

from extract.corrections import AnswerSaid, ClerkEntry, CloseSaid, RejectMatch
from extract.errors import CorpusError
from extract.records import Action, Response, ResponseKind
from graph.following.clerk import before_action, contradiction, find_action
from matters.corpus import load_corpus
from matters.entry_file import append_entry
from matters.last_build import last_actions, last_responses, last_standings
from matters.root import Project, find_project

#: Kinds of answer that a clerk can give; a line gone from a log is no answer.
KINDS = tuple(k for k in get_args(ResponseKind) if k != "dropped")
_WORDS = click.option("--why", metavar="WORDS", help="Why, in one sentence.")
_WHO = click.option("--who", required=True, metavar="NAME", help="Who says so: a name, or an office such as Clerk.")
_WHEN = click.option("--when", metavar="DATE", help="Day on which it is said (default: today).")


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        parts = [int(part) for part in value.split("-")]
        datetime.date(*(parts + [1, 1])[:3])
    except ValueError:
        parts = []
    if not parts or not re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", value):
        raise click.BadParameter(f"{value!r} is no day: write it as 2024-05-01, 2024-05 or 2024.", ctx=ctx, param=param)
    return value


_DATE = click.option(
    "--date", required=True, metavar="DATE", callback=_day, help="Day of the answer: 2024-05-01, 2024-05 or 2024."
)
_CLOSED = click.option(
    "--date", required=True, metavar="DATE", callback=_day, help="Day of closing: 2024-05-01, 2024-05 or 2024."
)
_DOCUMENT = click.option("--document", metavar="WORDS", help="Document or address that holds it.")


@click.command("answer")
@click.argument("action")
@click.option("--text", required=True, metavar="WORDS", help="The answer.")
@_DATE
@click.option(
    "--kind", type=click.Choice(KINDS), default="answered", help="What kind of answer it is (default: answered)."
)
@_DOCUMENT
@_WHO
@_WHEN
@_WORDS
@click.pass_obj
def answer_command(root: Path | None, /, action: str, kind: str, **said: str | None) -> None:
    """Record the answer to an action.

    The entry goes to corpus/corrections.yml and counts from the next build on; taking it out again undoes it.
    """
    _record(root, action, {"kind": "answer", "response_kind": kind if kind != "answered" else None, **said})


@click.command("close")
@click.argument("action")
@_CLOSED
@click.option("--text", metavar="WORDS", help="How it ended.")
@_DOCUMENT
@_WHO
@_WHEN
@_WORDS
@click.pass_obj
def close_command(root: Path | None, /, action: str, **said: str | None) -> None:
    """Record that an action is closed.

    The entry goes to corpus/corrections.yml and counts from the next build on; taking it out again undoes it.
    """
    _record(root, action, {"kind": "close", **said})


@click.command("reject-match")
@click.argument("action")
@click.argument("response")
@_WHO
@_WHEN
@_WORDS
@click.pass_obj
def reject_command(root: Path | None, /, action: str, response: str, **said: str | None) -> None:
    """Record that a response is not about an action.

    The entry goes to corpus/corrections.yml and counts from the next build on; taking it out again undoes it.
    """
    project = find_project(root)
    known = _known(project, action)
    held = next((r for r in last_responses(project) if r.id == response), None)
    if held is None or held.action_id != known.id:
        raise CorpusError(_no_response(project, known, response, held))
    if held.recorded_by is not None:
        raise CorpusError(
            f"{response} was recorded by {held.recorded_by}: take its entry out of corpus/corrections.yml instead."
        )
    _record(root, action, {"kind": "reject-match", "response": response, "response_text": held.text, **said})


def _no_response(project: Project, action: Action, response: str, held: Response | None) -> str:
    if held is not None:
        return f"The response {response} is of the action {held.action_id} and not of {action.id}: mend one of the two ids."
    own = [r.id for r in last_responses(project) if r.action_id == action.id]
    has = f"it has {', '.join(own)}" if own else "it has none"
    return f"The action {action.id} has no response {response} ({has}): mend the id."


def _known(project: Project, action: str) -> Action:
    """The action of the last build with an id, or of which the record with this id is a part."""
    actions = {a.id: a for a in last_actions(project)}
    if action in actions:
        return actions[action]
    for standing in last_standings(project).values():
        if action in standing.records:
            return actions[standing.action_id]
    near = [known for known in actions if known[:7] == action[:7]]
    hint = f" (is {' or '.join(near[:3])} meant?)" if near else ""
    raise CorpusError(
        f"The last build has no action {action}{hint}: take the id from the register, `matters actions --csv`."
    )


def _record(root: Path | None, /, action: str, said: Mapping[str, str | None]) -> None:
    """Check one entry and put it at the end of the corrections; a mistake changes nothing."""
    project = find_project(root)
    corpus = load_corpus(project.corpus)
    known = _known(project, action)
    values: dict[str, str | None] = {
        "kind": said["kind"],
        "action": known.id,
        "action_text": known.text,
        "minute_number": known.minute_number,
        "paper": known.paper_id,
        **{k: v for k, v in said.items() if k not in ("kind", "who", "when", "why")},
        "who": said["who"],
        "when": said.get("when") or datetime.date.today().isoformat(),
        "why": said.get("why"),
    }
    entry = _checked({k: v for k, v in values.items() if v is not None})
    if isinstance(entry, AnswerSaid | CloseSaid):
        early = before_action(entry, known)
        if early is not None:
            raise CorpusError(f"The {entry.kind} of {known.id} {early} Nothing was recorded.")
    for other in corpus.corrections.of_actions():
        if find_action(other, [known], {}) is None:
            continue
        against = contradiction(other, entry)
        if against is not None:
            raise CorpusError(
                f"This {entry.kind} of {known.id} and that by {other.who} on {other.when} in corpus/corrections.yml {against} "
                "Nothing was recorded."
            )
    count = len(corpus.corrections.entries)

    def check() -> None:
        entries = load_corpus(project.corpus).corrections.entries
        if entries[:count] != corpus.corrections.entries or entries[count:] != (entry,):
            raise CorpusError(
                "corpus/corrections.yml could not take the entry at its end: mend the end of the file. Nothing was recorded."
            )

    append_entry(project.corpus / "corrections.yml", values, check=check)
    click.echo(f"Recorded the {entry.kind} of {known.id} in corpus/corrections.yml: run `matters build`.")


def _checked(values: Mapping[str, str]) -> ClerkEntry:
    models: dict[str, type[AnswerSaid] | type[CloseSaid] | type[RejectMatch]] = {
        "answer": AnswerSaid,
        "close": CloseSaid,
        "reject-match": RejectMatch,
    }
    try:
        found = models[values["kind"]].model_validate(values)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(part) for part in problem["loc"])
        raise CorpusError(f"The {place} is not right: {str(problem['msg']).lower()}. Nothing was recorded.") from None
    return found
