"""Reads `corpus/questions.yml`: the questions that are put to the papers of every council. A corpus without the file asks none."""

from pathlib import Path

from matters.entries import read_entries, validated
from publish.questions import Question

NAME = "corpus/questions.yml"


def load_questions(folder: Path) -> tuple[tuple[Question, ...], list[str]]:
    """The questions of the corpus in a folder, in their order, and one sentence for each mistake, with its line."""
    path = folder / "questions.yml"
    if not path.exists():
        return (), []
    file = read_entries(path, NAME)
    found: dict[str, Question] = {}
    for entry in file.entries:
        question = validated(Question, entry, file, f"question {entry.values.get('id')!r}")
        if question is None:
            continue
        if question.id in found:
            file.mistake(entry.line, f"two questions have the id {question.id!r}: give one of them another.")
        found.setdefault(question.id, question)
    return tuple(found.values()), file.mistakes
