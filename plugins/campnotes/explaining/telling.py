"""Put explanations into words: for the terminal, and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from campnotes.checking.escaping import plain, plain_json
from campnotes.explaining.model import Explanation, Reason, Subject
from campnotes.explaining.reasons import (
    ADVICE,
    KINDS,
    LINE,
    LISTS,
    NOT_TAKEN,
    NOTHING,
    PLACES,
    REASONS,
    ROLES,
    SEE,
    TAKEN,
    UNKNOWN,
)
from campnotes.notebook.plain_text import one_line
from campnotes.rules import Translate

_INDENT = "    "


def tell_explanations(
    explanations: Sequence[Explanation],
    path: str,
    line: int | None = None,
    *,
    form: str = "text",
    translate: Translate = str,
) -> str:
    """Write the explanations of a note, or of one line of it, in a form: text or json.

    Nothing of a note acts in what is written.
    """
    if form == "json":
        data = _data(explanations, path, line, translate)
        return plain_json(data)
    rows = _rows(explanations, path, line, translate)
    lines = map(plain, rows)
    return "\n".join(lines)


def _rows(
    explanations: Sequence[Explanation], path: str, line: int | None, translate: Translate
) -> Iterator[str]:
    yield _place(path, line)
    by_subject: dict[Subject, list[Explanation]] = {}
    for explanation in explanations:
        by_subject.setdefault(explanation.subject, []).append(explanation)
    for subject, name in PLACES.items():
        for explanation in by_subject.get(subject, ()):
            yield from _told_by_itself(explanation, path, translate(name), translate)
    for subject, name in LISTS.items():
        listed = by_subject.get(subject, ())
        if listed:
            yield ""
            yield translate(name)
        for explanation in listed:
            yield from _told_in_list(explanation, path, translate)
    if not explanations:
        yield translate(NOTHING)
    if Subject.NOT_TAKEN in by_subject or not explanations:
        yield ""
        yield translate(ADVICE)


def _told_by_itself(
    explanation: Explanation, path: str, name: str, translate: Translate
) -> Iterator[str]:
    row = f"{name}: {_value(explanation, translate)}"
    if explanation.line is not None:
        row = f"{row} ({_line(explanation, translate)})"
    yield row
    yield from _reason_rows(explanation, path, translate)


def _told_in_list(explanation: Explanation, path: str, translate: Translate) -> Iterator[str]:
    what = _what(explanation, translate)
    if explanation.line is not None:
        what = f"{_line(explanation, translate)}: {what}"
    yield f"- {what}"
    yield from _reason_rows(explanation, path, translate)


def _what(explanation: Explanation, translate: Translate) -> str:
    """What an explanation in a list is about: a presentation, a question, or somebody as written."""
    if explanation.subject in {Subject.PRESENTATION, Subject.QUESTION}:
        return _value(explanation, translate)
    form = TAKEN if explanation.subject is Subject.PERSON else NOT_TAKEN
    role = ROLES.get(explanation.role, explanation.role)
    return translate(form).format(
        name=one_line(explanation.value),
        raw=one_line(explanation.written),
        role=translate(role),
    )


def _line(explanation: Explanation, translate: Translate) -> str:
    form = translate(LINE)
    return form.format(line=explanation.line)


def _value(explanation: Explanation, translate: Translate) -> str:
    if not explanation.value:
        return translate(UNKNOWN)
    if explanation.subject is Subject.KIND:
        name = KINDS.get(explanation.value, explanation.value)
        return translate(name)
    return one_line(explanation.value)


def _reason_rows(explanation: Explanation, path: str, translate: Translate) -> Iterator[str]:
    for reason in explanation.reasons:
        message = _message(reason, translate)
        elsewhere = _elsewhere(reason, path, explanation.line)
        if elsewhere:
            see = translate(SEE)
            message = f"{message} {see.format(place=elsewhere)}"
        yield f"{_INDENT}{message}"


def _elsewhere(reason: Reason, path: str, line: int | None) -> str:
    """The place that tells a reason; `""` where that is the line which is explained."""
    at = reason.at
    if at is None:
        return ""
    if at.path == path and at.line == line:
        return ""
    return _place(at.path, at.line)


def _message(reason: Reason, translate: Translate) -> str:
    values = {}
    for name, value in reason.values.items():
        values[name] = one_line(value)
    message = translate(REASONS[reason.code])
    return message.format_map(values)


def _place(path: str, line: int | None) -> str:
    if line is None:
        return path
    return f"{path}:{line}"


def _data(
    explanations: Sequence[Explanation], path: str, line: int | None, translate: Translate
) -> Mapping[str, Any]:
    return {
        "path": path,
        "line": line,
        "explanations": [_as_data(explanation, translate) for explanation in explanations],
    }


def _as_data(explanation: Explanation, translate: Translate) -> Mapping[str, Any]:
    return {
        "subject": explanation.subject,
        "value": explanation.value or None,
        "line": explanation.line,
        "written": explanation.written or None,
        "role": explanation.role or None,
        "reasons": [_reason_data(reason, translate) for reason in explanation.reasons],
    }


def _reason_data(reason: Reason, translate: Translate) -> Mapping[str, Any]:
    at = reason.at
    return {
        "code": reason.code,
        "message": _message(reason, translate),
        "path": at.path if at else None,
        "line": at.line if at else None,
    }
