"""Lead each entry of a hand-written contents to its heading.

An anchor that a heading has is exact. Any other is repaired where the entry's text names a heading
clearly enough: between the neighbours that are certain, in order, each heading once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from campnotes.finding import Finding
from campnotes.linking.model import LinkedEntry, Match
from campnotes.parsing.contents import Entry
from campnotes.parsing.outline import Heading

CLEAR = 72.0  # of 100; below it, "과제 정리" would be led to "학습 정리"
CLEAR_BARE = 82.0
CERTAIN = 92.0  # as good as the same text: may break the order
_NUMBER = re.compile(
    r"^\s*[(\[]?(?P<number>\d+(?:[-.]\d+)*|[ivx]+(?=[.)]))\s*(?:[.)\]]|강|장|\s|$)", re.IGNORECASE
)


def link_contents(
    entries: Sequence[Entry], headings: Sequence[Heading], html_ids: Sequence[str]
) -> tuple[LinkedEntry, ...]:
    """Each entry with its heading, in order; `html_ids` are anchors set in HTML by hand."""
    by_anchor = {heading.anchor: i for i, heading in enumerate(headings)}
    found: dict[int, int] = {}
    for i, entry in enumerate(entries):
        if entry.anchor is not None and entry.anchor in by_anchor:
            found[i] = by_anchor[entry.anchor]
    repaired = _repair(entries, headings, found)
    linked = []
    for i, entry in enumerate(entries):
        at = found.get(i, repaired.get(i))
        if at is not None:
            exact = i in found or (entry.anchor is None and _same(entry.text, headings[at].text))
            match = Match.EXACT if exact else Match.REPAIRED
            linked.append(LinkedEntry(entry, match, headings[at]))
        elif entry.anchor is not None and _html_id(entry.anchor, html_ids):
            linked.append(LinkedEntry(entry, Match.EXACT, None))
        else:
            linked.append(LinkedEntry(entry, Match.MISSING, None))
    return tuple(linked)


def _html_id(anchor: str, html_ids: Sequence[str]) -> bool:
    return anchor.removeprefix("user-content-") in html_ids


def _repair(
    entries: Sequence[Entry], headings: Sequence[Heading], found: dict[int, int]
) -> dict[int, int]:
    repaired: dict[int, int] = {}
    taken = set(found.values())
    for run in _runs(len(entries), found):
        low = found.get(run[0] - 1, -1)
        high = found.get(run[-1] + 1, len(headings))
        if low >= high:
            low, high = -1, len(headings)
        window = [h for h in range(low + 1, high) if h not in taken]
        aligned = _align(entries, headings, run, window)
        repaired |= aligned
        taken |= set(aligned.values())
    for i, entry in enumerate(entries):
        if i in found or i in repaired:
            continue
        rest = [(score(entry, headings[h]), -h) for h in range(len(headings)) if h not in taken]
        best, at = max(rest, default=(0.0, 0))
        if best >= CERTAIN:
            repaired[i] = -at
            taken.add(-at)
        elif len(tails := _ending(entry.text, headings, taken)) == 1:
            repaired[i] = tails[0]
            taken.add(tails[0])
    return repaired


def _ending(text: str, headings: Sequence[Heading], taken: set[int]) -> list[int]:
    """The headings left that end as an entry does: 「회고」 names 「학습 회고」, if nothing else."""
    end = _plain(text)
    return [
        i for i, heading in enumerate(headings)
        if len(end) >= 2 and i not in taken and not heading.sentence
        and _plain(heading.text).endswith(end)
    ]  # fmt: skip


def _runs(count: int, found: dict[int, int]) -> list[list[int]]:
    """The stretches of neighbouring entries that have no heading yet."""
    runs: list[list[int]] = []
    for i in range(count):
        if i in found:
            continue
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _align(
    entries: Sequence[Entry], headings: Sequence[Heading], run: list[int], window: list[int]
) -> dict[int, int]:
    """The best pairing of a run of entries with headings that keeps the order of both.

    Dynamic programming over the two sequences, as in the alignment of texts.
    """
    best = [[0.0] * (len(window) + 1) for _ in range(len(run) + 1)]
    clear: dict[tuple[int, int], float] = {}
    for i in range(len(run) - 1, -1, -1):
        for j in range(len(window) - 1, -1, -1):
            entry = entries[run[i]]
            value = score(entry, headings[window[j]])
            enough = CLEAR_BARE if entry.anchor is None else CLEAR
            if value >= enough:
                clear[i, j] = value
            paired = value + best[i + 1][j + 1] if value >= enough else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs: dict[int, int] = {}
    i = j = 0
    while i < len(run) and j < len(window):
        if (i, j) in clear and best[i][j] == clear[i, j] + best[i + 1][j + 1]:
            pairs[run[i]] = window[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def score(entry: Entry, heading: Heading) -> float:
    """How clearly an entry names a heading, from 0 to 100: by its text, or by its anchor."""
    texts = [entry.text] if entry.anchor is None else [entry.text, entry.anchor.replace("-", " ")]
    return max(_similarity(text, heading.text) for text in texts)


def _similarity(text: str, heading: str) -> float:
    mine, theirs = _plain(text), _plain(heading)
    if not mine or not theirs:
        return 0.0
    value = fuzz.ratio(mine, theirs)
    shorter, longer = sorted((mine, theirs), key=len)
    begins = len(shorter) >= 2 and longer.startswith(shorter)
    # 「오늘의 과제」 names 「과제」, but 「정리」 any of 「강의 정리」 and 「과제 정리」.
    ends = len(shorter) >= (2 if shorter == theirs else 3) and longer.endswith(shorter)
    if begins or ends:
        value = max(value, 60.0 + 30.0 * len(shorter) / len(longer))
    numbers = _number(text), _number(heading)
    if None not in numbers:
        value += 4.0 if numbers[0] == numbers[1] else -12.0
    return min(value, 100.0)


def _same(text: str, heading: str) -> bool:
    return _plain(text) == _plain(heading)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """A text without numbering, case, space, punctuation and emoji."""
    stripped = _NUMBER.sub("", text, count=1)
    return "".join(c for c in (stripped or text).lower() if c.isalnum())


@lru_cache(maxsize=4096)
def _number(text: str) -> str | None:
    match = _NUMBER.match(text)
    return match["number"].lower() if match else None


def contents_findings(path: str, entries: Sequence[LinkedEntry]) -> list[Finding]:
    """What there is to say about the contents of a note."""
    findings = []
    for linked in entries:
        entry, heading = linked.entry, linked.heading
        values = {"text": entry.text, "anchor": entry.anchor or ""}
        if linked.match is Match.MISSING:
            code = "contents-heading-missing" if entry.anchor is None else "contents-anchor-missing"
            findings.append(Finding(code, path, entry.line, values=values))
        elif linked.match is Match.REPAIRED and heading is not None and entry.anchor is not None:
            values |= {"heading": heading.text, "target": heading.anchor}
            findings.append(Finding("contents-anchor-repaired", path, entry.line, values=values))
    return findings
