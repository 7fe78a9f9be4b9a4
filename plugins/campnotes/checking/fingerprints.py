"""Know a finding again when its note has changed around it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from string import Formatter

from msgspec import Struct

from campnotes.finding import Finding
from campnotes.notebook.paths import normal
from campnotes.rules import RULES


class Identity(Struct, frozen=True, order=True):
    """What stays the same of a finding when lines move: its rule, its note, what it names.

    `path` is in Unicode's composed form, so that macOS and Linux agree. `values` are those that the
    message names; what only the advice does (a file of a similar name) changes with other files.
    """

    path: str
    rule: str
    values: tuple[tuple[str, str], ...]


def identity(finding: Finding) -> Identity:
    """Give what a finding is known by; its line and column are no part of it."""
    shown = finding.shown_values
    values = [(name, shown[name]) for name in _fields(finding.code)]
    return Identity(
        path=normal(finding.path),
        rule=finding.code,
        values=tuple(values),
    )


@cache
def _fields(rule: str) -> tuple[str, ...]:
    """The names of the values that a rule's message has."""
    message = RULES[rule].message
    parts = Formatter().parse(message)
    names = {name for _, name, _, _ in parts if name}
    return tuple(sorted(names))


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Give each finding a digest of its identity, and of how many of the same came before it."""
    before: Counter[Identity] = Counter()
    for finding in findings:
        known_by = identity(finding)
        parts = [known_by.rule, known_by.path, known_by.values, before[known_by]]
        before[known_by] += 1
        written = json.dumps(parts).encode()
        digest = hashlib.sha256(written).hexdigest()
        yield digest[:32]
