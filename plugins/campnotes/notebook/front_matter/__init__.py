"""Read front matter: what an author says about a note in its first lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from msgspec import Struct, field

from campnotes.finding import Finding
from campnotes.notebook.front_matter.block import find_block, read_block
from campnotes.notebook.front_matter.plain_yaml import Field, Refused, holds_refused
from campnotes.notebook.place import Kind
from campnotes.notebook.plain_text import one_line
from campnotes.patterns import regex

MOST_TEXTS = 100  # tags, or presenters
# What authors call who presents, besides `presenters`; notes for other tools may mean more by it.
_PRESENTER_FIELDS = ("presenter", "speaker", "speakers", "발표자")
# Where somebody is from may stand behind the name.
_AFFILIATION = regex(
    r"\b(?:of|at|universit\w+|institut\w+|college|school|labs?|inc|ltd)\b|대학|연구[소실]|회사",
    re.IGNORECASE,
)
_MOST_DIGITS = 3
_MOST_SHOWN = 60  # characters of a value that a finding is about


class FrontMatter(Struct, frozen=True):
    """What the front matter of a note says; `None` or empty where it says nothing.

    `presenters_line` is the 1-based line that names the presenters. `raw` is the whole mapping
    without what can't be read, for the host and its theme.
    """

    title: str | None = None
    kind: Kind | None = None
    week: int | None = None
    day: int | None = None
    date: date | None = None
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    presenters: tuple[str, ...] = ()
    presenters_line: int = 1
    draft: bool = False
    raw: Mapping[str, Any] = field(default_factory=dict)


class SplitText(Struct, frozen=True):
    """A note's text without its front matter; `line` is the 1-based line on which `body` begins."""

    front_matter: FrontMatter
    body: str
    line: int
    findings: tuple[Finding, ...] = ()


T = TypeVar("T")


class _WrongValueError(ValueError):
    """A value that its field can't take."""


def split_front_matter(text: str, path: str) -> SplitText:
    """Split a note's text into its front matter and its body.

    What can't be read in it is a finding, and the rest counts; see `block`. A note
    that merely begins with a rule (`---`) keeps all of its text.
    """
    without = SplitText(FrontMatter(), text, 1)
    block = find_block(text)
    if block is None:
        return without
    told = read_block(block, path)
    if told is None:
        return without
    front_matter, findings = _read_fields(told.fields, path)
    return SplitText(
        front_matter,
        block.body,
        line=block.body_line,
        findings=(*told.findings, *findings),
    )


def _read_fields(fields: Sequence[Field], path: str) -> tuple[FrontMatter, tuple[Finding, ...]]:
    """The fields that we know, and a finding for each value that its field can't take."""
    by_name = {field.name: field for field in fields}
    reader = _FieldReader(by_name, path)
    findings = _repetitions(fields, path)
    presenters: tuple[str, ...] = reader.read("presenters", _texts, (), expected="[name, name]")
    front_matter = FrontMatter(
        title=reader.read("title", _text, None, expected="text"),
        kind=reader.read("kind", _kind, None, expected=" | ".join(Kind)),
        week=reader.read("week", _number, None, expected="1, 2, 3, …"),
        day=reader.read("day", _number, None, expected="1, 2, 3, …"),
        date=reader.read("date", _date, None, expected="YYYY-MM-DD"),
        tags=reader.read("tags", _tags, (), expected="[tag, tag]"),
        categories=reader.read("categories", _categories, (), expected="[category]"),
        presenters=presenters or _presenters_of_others(by_name),
        presenters_line=_presenters_line(by_name),
        draft=reader.read("draft", _truth, False, expected="true | false"),
        raw={name: told.value for name, told in by_name.items() if not holds_refused(told.value)},
    )
    findings += reader.findings
    # What only the host or its theme knows must be possible, and nothing more.
    for told in reader.others:
        if holds_refused(told.value):
            finding = _refused(told, "text | 1, 2, 3, … | YYYY-MM-DD | [a, b]", path)
            findings.append(finding)
    return front_matter, tuple(findings)


class _FieldReader:
    """Reads the fields that we know, by their names; `findings` tell of values that none can take."""

    def __init__(self, by_name: Mapping[str, Field], path: str) -> None:
        self.findings: list[Finding] = []
        self._left = dict(by_name)
        self._path = path

    @property
    def others(self) -> Iterable[Field]:
        """The fields that weren't read."""
        return self._left.values()

    def read(self, name: str, convert: Callable[[Field], T], absent: T, expected: str) -> T:
        """Read one field; what is `absent` where it isn't there or can't be taken."""
        told = self._left.pop(name, None)
        if told is None or told.value is None:
            return absent
        try:
            return convert(told)
        except _WrongValueError:
            finding = _refused(told, expected, self._path)
            self.findings.append(finding)
            return absent


def _refused(told: Field, expected: str, path: str) -> Finding:
    values = {
        "field": one_line(told.name, _MOST_SHOWN),
        "value": one_line(told.source, _MOST_SHOWN),
        "expected": expected,
    }
    return Finding("front-matter-value", path, told.line, values=values)


def _presenters_line(by_name: Mapping[str, Field]) -> int:
    """The 1-based line of the first field that names presenters."""
    for name in ("presenters", *_PRESENTER_FIELDS):
        if name in by_name:
            return by_name[name].line
    return 1


def _presenters_of_others(by_name: Mapping[str, Field]) -> tuple[str, ...]:
    """The presenters in a field of other tools; other shapes than ours are a theme's own matter."""
    for name in _PRESENTER_FIELDS:
        if name not in by_name:
            continue
        try:
            told = _texts(by_name[name])
        except _WrongValueError:
            return ()
        return tuple(text for text in told if not _AFFILIATION.search(text))
    return ()


def _repetitions(fields: Sequence[Field], path: str) -> list[Finding]:
    """A finding for each field that was written above already."""
    findings = []
    seen: set[str] = set()
    for told in fields:
        if told.name in seen:
            values = {"field": one_line(told.name, _MOST_SHOWN)}
            finding = Finding("front-matter-repeated", path, told.line, values=values)
            findings.append(finding)
        seen.add(told.name)
    return findings


def _text(told: Field) -> str:
    if told.written is None:
        raise _WrongValueError
    return one_line(told.written)


def _kind(told: Field) -> Kind:
    name = _text(told).lower()
    try:
        return Kind(name)
    except ValueError:
        raise _WrongValueError from None


def _number(told: Field) -> int:
    digits = _text(told)
    if not digits.isdecimal() or len(digits) > _MOST_DIGITS:
        raise _WrongValueError
    return int(digits)


def _date(told: Field) -> date:
    value = told.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = _text(told)
    written = written.replace(".", "-").replace("/", "-")
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        raise _WrongValueError from None


def _texts(told: Field) -> tuple[str, ...]:
    """The texts of a list, or of a text with commas."""
    written: Sequence[str | None] = told.items
    if told.written is not None:
        written = told.written.split(",")
    elif not isinstance(told.value, list):
        raise _WrongValueError
    if len(written) > MOST_TEXTS or None in written:
        raise _WrongValueError
    lines = [one_line(text) for text in written if text is not None]
    return tuple(filter(None, lines))


def _tags(told: Field) -> tuple[str, ...]:
    """The texts of a list, also of lists in it as Jekyll's users write them, or of one text.

    A text without commas is one tag, unless each of its words begins with a hash.
    """
    if not isinstance(told.value, list):
        return _hashtags(told) or _texts(told)
    tags: list[str] = []
    for written, value in zip(told.items, told.value, strict=True):
        # What is single counts as its author wrote it; 2021-02-30 is a tag, if no date.
        tags += _flat([value]) if written is None else [one_line(written)]
    if len(tags) > MOST_TEXTS:
        raise _WrongValueError
    return tuple(filter(None, tags))


def _categories(told: Field) -> tuple[str, ...]:
    """The categories of Jekyll and others; other shapes are a theme's own matter."""
    try:
        return _tags(told)
    except _WrongValueError:
        return ()


def _hashtags(told: Field) -> tuple[str, ...]:
    words = (told.written or "").split()
    if all(word.startswith("#") for word in words):
        return tuple(word.rstrip(",") for word in words)
    return ()


def _flat(values: Sequence[Any]) -> Iterator[str]:
    """Go through the texts of lists in lists, which hold no more than `MOST_VALUES`."""
    for value in values:
        if isinstance(value, dict | Refused):
            raise _WrongValueError
        if isinstance(value, list):
            yield from _flat(value)
        elif value is not None:
            yield one_line(str(value))


def _truth(told: Field) -> bool:
    if not isinstance(told.value, bool):
        raise _WrongValueError
    return told.value
