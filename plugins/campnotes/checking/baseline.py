"""The baseline: a file of the findings that were there when somebody began to check.

Only what isn't in it is told from then on, so that a notebook of years can be held clean without
being mended first. An entry holds for a finding wherever in its note it moves, and for as many of
the same as it counts. The file is JSON with an entry a line, so that Git shows what came and went:

    {"rule": "image-missing", "path": "week1/day1.md", "values": {"url": "a.png"}, "count": 1}
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from campnotes.checking.escaping import plain_json
from campnotes.checking.fingerprints import Identity, identity
from campnotes.finding import Finding
from campnotes.linking.silencing import Findings, Silenced, SilencedBy
from campnotes.notebook.paths import normal

VERSION = 1
_HEAD = f'{{\n  "campnotes-baseline": {VERSION},\n  "findings": ['
_FOOT = "\n  ]\n}\n"


class UnreadableBaselineError(Exception):
    """A file that is no baseline; its message says why."""


class Compared(Struct, frozen=True):
    """Findings against a baseline; `stale` are its entries that are found no more, with counts."""

    findings: Findings
    stale: Mapping[Identity, int]


def write_baseline(findings: Iterable[Finding]) -> str:
    """Write findings as a baseline, in an order that doesn't change."""
    counts = Counter(map(identity, findings))
    lines = []
    for known_by in sorted(counts):
        entry = {
            "rule": known_by.rule,
            "path": known_by.path,
            "values": dict(known_by.values),
            "count": counts[known_by],
        }
        line = plain_json(entry, indent=None)
        lines.append(f"\n    {line}")
    return _HEAD + ",".join(lines) + _FOOT


def read_baseline(text: str) -> Counter[Identity]:
    """Read how many findings of each identity a baseline holds.

    Raises UnreadableBaselineError where the text is anything else.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableBaselineError("it isn't JSON") from None
    if not isinstance(data, dict) or "campnotes-baseline" not in data:
        raise UnreadableBaselineError("it has no “campnotes-baseline”")
    if data["campnotes-baseline"] != VERSION:
        raise UnreadableBaselineError("another version of campnotes wrote it")
    entries = data.get("findings")
    if not isinstance(entries, list):
        raise UnreadableBaselineError("“findings” is no list")
    counts: Counter[Identity] = Counter()
    for number, entry in enumerate(entries, start=1):
        try:
            known_by, count = _read_entry(entry)
        except (KeyError, TypeError, AttributeError, ValueError):
            raise UnreadableBaselineError(f"its entry {number} can't be read") from None
        counts[known_by] += count
    return counts


def _read_entry(entry: Any) -> tuple[Identity, int]:
    """Read an entry; raises what Python does where a part is missing or of another type."""
    values = [(str(name), str(value)) for name, value in entry["values"].items()]
    count = entry.get("count", 1)
    if type(count) is not int or count < 1:
        raise ValueError
    known_by = Identity(
        path=normal(entry["path"]),
        rule=str(entry["rule"]),
        values=tuple(sorted(values)),
    )
    return known_by, count


def compare(findings: Findings, baseline: Counter[Identity]) -> Compared:
    """Silence the findings that a baseline has; of more than it counts, the last are told."""
    left = Counter(baseline)
    told = []
    silenced = list(findings.silenced)
    for finding in findings.told:
        known_by = identity(finding)
        if left[known_by] > 0:
            left[known_by] -= 1
            silenced.append(Silenced(finding, SilencedBy.BASELINE))
        else:
            told.append(finding)
    # What is silenced otherwise is there all the same.
    elsewhere = Counter(identity(each.finding) for each in findings.silenced)
    return Compared(
        findings=Findings(
            told=tuple(told),
            silenced=tuple(silenced),
        ),
        stale=left - elsewhere,
    )
