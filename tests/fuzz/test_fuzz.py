"""Whatever is in a notebook, reading it raises nothing, tells lines that are there, and ends.

`make test` tries the same few hundred each time, `make fuzz` new ones for ten minutes.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campnotes.finding import Finding
from campnotes.inventory import InventoryError, build_inventory, read_inventory
from campnotes.linking.model import Notebook
from campnotes.notebook.files import arrange_files, read_text
from campnotes.notebook.front_matter import split_front_matter
from campnotes.parsing.note import ParsedNote, parse_note
from campnotes.reading import read_files
from campnotes.settings import PersonSettings, Settings
from support import made
from support.notebooks import make_notebook

LONGEST = 5.0  # seconds that a note of some 30 lines may take on a slow machine
CAMP = Settings(people={"윤서진": PersonSettings(aliases=("서진", "@minji"))})


@contextmanager
def in_time() -> Iterator[None]:
    began = time.process_time()
    yield
    assert time.process_time() - began < LONGEST


def check_findings(findings: Sequence[Finding], texts: dict[str, str]) -> None:
    """Findings are of a file, on a line that it has, and can be told."""
    for finding in findings:
        lines = texts[finding.path].split("\n")
        assert 1 <= finding.line <= len(lines)
        assert finding.column >= 1
        told = finding.message() + finding.advice()
        told.encode("utf-8")
        assert len(told) < 3000


def what_is_read(note: ParsedNote) -> tuple[object, ...]:
    return (
        note.front_matter,
        note.headings,
        note.contents,
        note.presentations,
        note.named,
        note.links,
        note.mentions,
        note.written,
        note.day_sections,
        note.findings,
    )


def written(notebook: Notebook) -> str:
    """The notebook as its inventory, which must be one."""
    inventory = build_inventory(
        notebook,
        title="노트",
        language="ko",
        repository=None,
        site_url=None,
        note_urls={note.path: f"n{number}/" for number, note in enumerate(notebook.notes)},
        person_urls={person.name: f"p{n}/" for n, person in enumerate(notebook.people)},
    )
    text = json.dumps(inventory, ensure_ascii=False)
    text.encode("utf-8")
    return text


@given(made.front_matter, made.body)
def test_front_matter(above: str, below: str) -> None:
    text = above + below
    with in_time():
        split = split_front_matter(text, "a.md")
    assert text.endswith(split.body)
    lines_before = text[: len(text) - len(split.body)].count("\n")
    assert split.line == lines_before + 1
    check_findings(split.findings, {"a.md": text})
    shown = [split.front_matter.title or "", *split.front_matter.tags]
    assert all(len(value) <= 200 and "\n" not in value for value in shown)
    str(split.front_matter).encode("utf-8")
    # Not by ==, since a value may be NaN.
    assert repr(split_front_matter(text, "a.md")) == repr(split)


@given(made.note())
def test_parser(text: str) -> None:
    with in_time():
        note = parse_note(text, "a.md")
    assert note.text == text
    check_findings(note.findings, {"a.md": text})
    last = text.count("\n") + 1
    read: list[Any] = [*note.headings, *note.contents, *note.links, *note.presentations]
    assert all(1 <= each.line <= last for each in [*read, *note.named, *note.mentions])
    assert repr(what_is_read(parse_note(text, "a.md"))) == repr(what_is_read(note))


@given(st.data())
def test_linker(data: st.DataObject) -> None:
    notes = {path: data.draw(made.note(), label=path) for path in data.draw(made.paths)}
    with in_time():
        notebook = make_notebook(notes, CAMP, others=("그림.png",))
    check_findings(notebook.findings, notes)
    text = written(notebook)
    read_inventory(text)
    assert written(make_notebook(notes, CAMP, others=("그림.png",))) == text


contents = st.one_of(
    st.binary(max_size=60),
    made.note().map(str.encode),
    made.note().map(lambda text: text.encode("utf-16-le")),
    made.note().map(lambda text: text.encode("cp949", "replace")),
)


@settings(
    max_examples=max(settings().max_examples // 5, 10),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_reader(tmp_path: Path, data: st.DataObject) -> None:
    raw = {path: data.draw(contents, label=path) for path in data.draw(made.paths)}
    for path, content in raw.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    files = arrange_files(tmp_path, raw)
    with in_time():
        notebook = read_files(files, CAMP).notebook
    texts = {path: read_text(tmp_path, path)[0] for path in raw}
    check_findings(notebook.findings, texts)
    read_inventory(written(notebook))
    assert {path: (tmp_path / path).read_bytes() for path in raw} == raw


plain = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9))
json_value = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def inventory() -> dict[str, Any]:
    notes = {
        "a.md": "# 가\n## 목차\n- [나](#나)\n## 나\n[b](b.md) https://camp.example\n발표자: 윤서진\n",
        "b.md": "# 나\n",
    }
    loaded: dict[str, Any] = json.loads(written(make_notebook(notes, CAMP)))
    return loaded


@given(data=st.data())
def test_inventory_reader(inventory: dict[str, Any], data: st.DataObject) -> None:
    """An inventory with a value of it replaced is one, or is refused with where and why."""
    text = json.dumps(inventory)
    changed: Any = json.loads(text)
    part: Any = changed
    while True:
        keys = list(part) if isinstance(part, dict) else list(range(len(part)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(part[key], dict | list) or not part[key] or data.draw(st.booleans()):
            break
        part = part[key]
    part[key] = data.draw(json_value)
    try:
        read = read_inventory(json.dumps(changed))
    except InventoryError as error:
        assert len(str(error)) < 600
    else:
        json.dumps(read, ensure_ascii=False, allow_nan=False).encode("utf-8")


@given(st.text(max_size=40))
def test_what_is_no_inventory_is_told(text: str) -> None:
    with pytest.raises(InventoryError):
        read_inventory(text)
