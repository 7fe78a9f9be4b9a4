"""Front matter: what an author tells about a note in its first lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    told, findings = _told(raw, path, text)
    return SplitText(told, body, line, findings)


def _without_front_matter(text: str, path: str, error: yaml.YAMLError) -> SplitText:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 2 if mark else 1
    reason = getattr(error, "problem", None) or type(error).__name__
    lines = text.split("\n")
    end = next((i for i, row in enumerate(lines[1:], 1) if row.rstrip() == "---"), 0)
    finding = Finding("front-matter-invalid", path, line, values={"reason": str(reason)})
    return SplitText(FrontMatter(), "\n".join(lines[end + 1 :]), end + 2, (finding,))


def _told(raw: Mapping[str, Any], path: str, text: str) -> tuple[FrontMatter, tuple[Finding, ...]]:
    findings: list[Finding] = []

    def take(name: str, read: Callable[[Any], T], absent: T, expected: str) -> T:
        value = raw.get(name)
        if value is None:
            return absent
        try:
            return read(value)
        except _WrongValueError:
            line = _line_of(name, text)
            values = {"field": name, "value": _shown(value), "expected": expected}
            findings.append(Finding("front-matter-value", path, line, values=values))
            return absent

    told = FrontMatter(
        title=take("title", _text, None, "text"),
        kind=take("kind", _kind, None, " | ".join(Kind)),
        week=take("week", _number, None, "1, 2, 3, …"),
        day=take("day", _number, None, "1, 2, 3, …"),
        date=take("date", _date, None, "YYYY-MM-DD"),
        tags=take("tags", _texts, (), "[tag, tag]"),
        presenters=take("presenters", _texts, (), "[name, name]"),
        draft=take("draft", _truth, False, "true | false"),
        raw=raw,
    )
    return told, tuple(findings)


def _line_of(name: str, text: str) -> int:
    rows = text.split("\n")
    return next((i for i, row in enumerate(rows, 1) if row.lstrip().startswith(f"{name}:")), 1)


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
    try:
        return datetime.fromisoformat(str(value).strip().replace(".", "-").replace("/", "-")).date()
    except ValueError:
        raise _WrongValueError from None


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, dict):
        raise _WrongValueError
    items = value if isinstance(value, list) else _text(value).split(",")
    return tuple(filter(None, map(_text, items)))


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _WrongValueError
    return value
