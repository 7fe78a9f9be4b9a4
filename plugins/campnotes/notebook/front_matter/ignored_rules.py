"""Read which findings a note doesn't want to be told: `campnotes: {ignore: [image-large]}`.

The key bears our name, for front matter belongs to many programs; `ignore` is what ruff and mypy
call the same wish. It holds for the note alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from campnotes.finding import Finding, nearest_rule
from campnotes.rules import RULES

KEY = "campnotes"
EXPECTED = "{ignore: [link-target-missing, image-large]}"
MOST_TOLD = 20  # names that are no rules; who writes more of them means something else


class IgnoredRules(Struct, frozen=True):
    """The rules that a note ignores, and a finding for each name that is no rule."""

    rules: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


def read_ignored(raw: Mapping[str, Any], path: str, head: str) -> IgnoredRules:
    """Read the rules to ignore from front matter; `head` is its text, to tell lines by."""
    given = raw.get(KEY)
    if given is None:
        return IgnoredRules()
    names = _names(given)
    if names is None:
        values = {"field": KEY, "value": _shown(given), "expected": EXPECTED}
        line = _line_of(f"{KEY}:", head)
        finding = Finding("front-matter-value", path, line, values=values)
        return IgnoredRules(findings=(finding,))
    unknown = [name for name in dict.fromkeys(names) if name not in RULES]
    findings = []
    for name in unknown[:MOST_TOLD]:
        line = _line_of(name, head)
        values = {"rule": name, "suggestion": nearest_rule(name)}
        finding = Finding("ignore-unknown", path, line, values=values)
        findings.append(finding)
    return IgnoredRules(
        rules=frozenset(names),
        findings=tuple(findings),
    )


def _names(given: Any) -> list[str] | None:
    """Give the names below `ignore`, a list or `a, b`; `None` if it is written otherwise."""
    if not isinstance(given, dict) or set(given) != {"ignore"}:
        return None
    ignore = given["ignore"]
    if isinstance(ignore, str):
        ignore = ignore.split(",")
    if not isinstance(ignore, list):
        return None
    names = []
    for name in ignore:
        if not isinstance(name, str):
            return None
        names.append(name.strip())
    return list(filter(None, names))


def _shown(given: Any) -> str:
    """Show a wrong value, but none of many parts: YAML may repeat one without end."""
    if isinstance(given, str | bool):
        return str(given)
    return "…"


def _line_of(word: str, head: str) -> int:
    """Give the 1-based line on which a word first stands; 1, if it isn't written so."""
    before, found, _ = head.partition(word)
    if not found:
        return 1
    return before.count("\n") + 1
