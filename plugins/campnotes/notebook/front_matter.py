"""Read front matter: what an author says about a note in its first lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

import frontmatter
import yaml

from campnotes.finding import Finding
from campnotes.notebook.place import Kind


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter of a note says; `None` or empty where it says nothing.

    `raw` is the whole mapping as written, for the host and its theme.
    """

    title: str | None = None
    kind: Kind | None = None
    week: int | None = None
    day: int | None = None
    date: date | None = None
    tags: tuple[str, ...] = ()
    presenters: tuple[str, ...] = ()
    draft: bool = False
    raw: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SplitText:
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

    Front matter that isn't valid YAML is a finding and counts as none, its lines taken out; a note
    that merely begins with a rule (`---`) keeps all of its text.
    """
    if not text.startswith("---"):
        return SplitText(FrontMatter(), text, 1)
    try:
        raw, body = frontmatter.parse(text)
    except yaml.YAMLError as error:
        return _without_front_matter(text, path, error)
    except (TypeError, ValueError, AttributeError):
        raw, body = {}, text  # what stands between the rules is no mapping
    if not raw:
        return SplitText(FrontMatter(), text, 1)
    start = text.rfind(body) if body else len(text)
    line = text[:start].count("\n") + 1
    front_matter, findings = _read_fields(raw, path, text)
    return SplitText(front_matter, body, line, findings)


def _without_front_matter(text: str, path: str, error: yaml.YAMLError) -> SplitText:
    """The text behind front matter that isn't valid YAML, and the finding that says so."""
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 2 if mark else 1
    reason = getattr(error, "problem", None)
    values = {"reason": str(reason or type(error).__name__)}
    finding = Finding("front-matter-invalid", path, line, values=values)
    rows = text.split("\n")
    end = _closing_row(rows)
    body = "\n".join(rows[end + 1 :])
    return SplitText(FrontMatter(), body, line=end + 2, findings=(finding,))


def _closing_row(rows: Sequence[str]) -> int:
    """The row of the rule that closes front matter, counted from 0; the first one, if none does."""
    for number, row in enumerate(rows):
        if number > 0 and row.rstrip() == "---":
            return number
    return 0


def _read_fields(
    raw: Mapping[str, Any], path: str, text: str
) -> tuple[FrontMatter, tuple[Finding, ...]]:
    """The fields that we know, and a finding for each value that its field can't take."""
    findings: list[Finding] = []

    def read(name: str, convert: Callable[[Any], T], absent: T, expected: str) -> T:
        value = raw.get(name)
        if value is None:
            return absent
        try:
            return convert(value)
        except _WrongValueError:
            line = _line_of(name, text)
            values = {"field": name, "value": _shown(value), "expected": expected}
            finding = Finding("front-matter-value", path, line, values=values)
            findings.append(finding)
            return absent

    front_matter = FrontMatter(
        title=read("title", _text, None, expected="text"),
        kind=read("kind", _kind, None, expected=" | ".join(Kind)),
        week=read("week", _number, None, expected="1, 2, 3, …"),
        day=read("day", _number, None, expected="1, 2, 3, …"),
        date=read("date", _date, None, expected="YYYY-MM-DD"),
        tags=read("tags", _texts, (), expected="[tag, tag]"),
        presenters=read("presenters", _texts, (), expected="[name, name]"),
        draft=read("draft", _truth, False, expected="true | false"),
        raw=raw,
    )
    return front_matter, tuple(findings)


def _line_of(name: str, text: str) -> int:
    """The line on which a field is written; 1, if it can't be found."""
    for line, row in enumerate(text.split("\n"), start=1):
        if row.lstrip().startswith(f"{name}:"):
            return line
    return 1


def _text(value: Any) -> str:
    if isinstance(value, dict | list):
        raise _WrongValueError
    try:
        return str(value).strip()
    except ValueError:  # Python writes no number of more than 4300 digits
        raise _WrongValueError from None


def _shown(value: Any) -> str:
    try:
        return str(value)
    except ValueError:
        return "…"


def _kind(value: Any) -> Kind:
    try:
        return Kind(str(value).strip().lower())
    except ValueError:
        raise _WrongValueError from None


def _number(value: Any) -> int:
    try:
        number = int(str(value).strip())
    except ValueError:
        raise _WrongValueError from None
    if isinstance(value, bool) or not 0 <= number < 1000:
        raise _WrongValueError
    return number


def _date(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = str(value).strip()
    written = written.replace(".", "-").replace("/", "-")
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        raise _WrongValueError from None


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, dict):
        raise _WrongValueError
    items = value if isinstance(value, list) else _text(value).split(",")
    texts = map(_text, items)
    return tuple(filter(None, texts))


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _WrongValueError
    return value
