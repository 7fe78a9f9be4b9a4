"""The cases in `cases/*.md`: Markdown that authors write, and what is read off it.

How to add a case, which needs no Python: in the file of what is to be read, write

- a heading of level 2 with what the case shows,
- the input in a fenced block of `markdown`; several blocks that read the same may follow each other,
- what is read off each of them, a line each, in a fenced block of `text`.

Input that holds fences itself is put between longer ones. Each file's head tells where its input
stands and how its lines are written; where nothing is to be read, the block of `text` is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from campnotes.parsing.presenters import Role
from support.fences import Fence, read_parts
from support.notebooks import make_notebook

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """A piece of Markdown with what is read off it."""

    title: str
    path: str
    text: str
    expected: list[str]


def read_cases(file: Path) -> Iterator[Case]:
    """Read the cases of a file."""
    title = ""
    inputs: list[Fence] = []
    for part in read_parts(file.read_text(encoding="utf-8")):
        if isinstance(part, str):
            title, inputs = part, []
        elif part.kind == "markdown":
            inputs.append(part)
        elif part.kind == "text":
            for given in inputs:
                yield Case(title, given.path, "\n".join(given.lines), part.lines)
            inputs = []


def cases(name: str) -> pytest.MarkDecorator:
    found = list(read_cases(CASES / f"{name}.md"))
    assert found
    return pytest.mark.parametrize("case", found, ids=_test_id)


def _test_id(case: Case) -> str:
    first = case.text.replace("\n", " ")[:40]
    return f"{case.title}: {first}"


SESSION = "# Day1\n\n## 피어세션\n\n"


@cases("presenters")
def test_presenters(case: Case) -> None:
    assert read_people(f"{SESSION}{case.text}\n") == case.expected


@cases("presenters-east-asian")
def test_presenters_in_japanese_and_chinese(case: Case) -> None:
    assert read_people(f"{case.text}\n") == case.expected


def read_people(text: str) -> list[str]:
    note = make_notebook({"week1/day1.md": text}).notes[0]
    found = []
    presenting: set[str] = set()
    for presentation in note.presentations:
        presenting.update(presentation.presenters)
        names = ", ".join(presentation.presenters)
        found.append(f"presenter: {names} · {presentation.topic}")
    for person in note.people:
        if person.role is not Role.PRESENTER:
            found.append(f"{person.role}: {person.name} ({person.raw})")
        elif person.name not in presenting:
            found.append(f"presenter: {person.name}")
    return found


@cases("questions")
def test_questions(case: Case) -> None:
    note = make_notebook({"week1/day1.md": f"{SESSION}{case.text}\n"}).notes[0]
    lines_above = SESSION.count("\n")
    found = []
    for presentation in note.presentations:
        found += [f"line {q.line - lines_above}: {q.text}" for q in presentation.questions]
    assert found == case.expected


@cases("contents")
def test_contents(case: Case) -> None:
    note = make_notebook({"a.md": f"{case.text}\n"}).notes[0]
    found = []
    for entry in note.contents:
        heading = f" → {entry.heading.text}" if entry.heading else ""
        found.append(f"{entry.match}: {entry.entry.text}{heading}")
    assert found == case.expected


@cases("questions-of-notes")
def test_questions_of_notes(case: Case) -> None:
    path = case.path or "a.md"
    known = "## 피어세션\n\n- 큐 (발표자: 김나래)\n- 캐시 (발표자: 박도윤)\n"
    book = make_notebook({path: f"{case.text}\n", "week9/day9.md": known})
    found = []
    for question in book.by_path[path].questions:
        asker = f" ({question.asker})" if question.asker else ""
        answers = f" → {', '.join(map(str, question.answers))}" if question.answers else ""
        found.append(f"line {question.line}: {question.text}{asker}{answers}")
    assert found == case.expected


WEEK = {f"week1/day{day}/day{day}.md": f"# Day{day}\n" for day in (1, 2, 3)}


@cases("mentions")
def test_mentions(case: Case) -> None:
    path = case.path or "week1/day1/day1.md"
    book = make_notebook(WEEK | {path: f"{case.text}\n"})
    mentions = book.by_path[path].mentions
    found = [f"{m.mention.raw} → {m.target or 'missing'}" for m in mentions]
    assert found == case.expected
