"""Lead each entry of a hand-written contents to its heading.

An anchor that a heading has is exact. Any other is repaired where the entry's text names a heading
clearly enough: between the neighbours that are certain, in order, each heading once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from campnotes.finding import Finding
from campnotes.linking.anchors import plain_fragment
from campnotes.linking.likeness import SHORTEST_WITHIN, is_same, letters_of, score
from campnotes.linking.model import LinkedEntry, Match
from campnotes.parsing.contents import Entry
from campnotes.parsing.outline import Heading

CLEAR = 72.0  # of 100; below it, "과제 정리" would be led to "학습 정리"
CLEAR_BARE = 82.0
CERTAIN = 92.0  # as good as the same text: may break the order


def link_contents(
    entries: Sequence[Entry], headings: Sequence[Heading], html_ids: Sequence[str]
) -> tuple[LinkedEntry, ...]:
    """Each entry with its heading, in order; `html_ids` are anchors set in HTML by hand."""
    found = _find_by_anchor(entries, headings)
    repaired = _repair(entries, headings, found)
    linked = []
    for position, entry in enumerate(entries):
        at = found.get(position, repaired.get(position))
        if at is not None:
            match = Match.EXACT if position in found else _match_by_text(entry, headings[at])
            linked.append(LinkedEntry(entry, match, headings[at]))
        else:
            is_set_by_hand = entry.anchor is not None and plain_fragment(entry.anchor) in html_ids
            match = Match.EXACT if is_set_by_hand else Match.MISSING
            linked.append(LinkedEntry(entry, match, heading=None))
    return tuple(linked)


def _find_by_anchor(entries: Sequence[Entry], headings: Sequence[Heading]) -> dict[int, int]:
    """The headings that have the anchors of entries; both are positions, as everywhere here."""
    by_anchor = {heading.anchor: position for position, heading in enumerate(headings)}
    found = {}
    for position, entry in enumerate(entries):
        if entry.anchor is not None and entry.anchor in by_anchor:
            found[position] = by_anchor[entry.anchor]
    return found


def _match_by_text(entry: Entry, heading: Heading) -> Match:
    """An entry without an anchor that has its heading's very text needs no repair."""
    if entry.anchor is None and is_same(entry.text, heading.text):
        return Match.EXACT
    return Match.REPAIRED


def _repair(
    entries: Sequence[Entry], headings: Sequence[Heading], found: Mapping[int, int]
) -> dict[int, int]:
    """The headings that the entries not `found` name by their text.

    1. Entries between two that are found are led to the headings between theirs, in order.
    2. What is left goes to a heading anywhere, if that is as good as the same or nothing else ends
       alike.
    """
    repaired: dict[int, int] = {}
    taken = set(found.values())
    for run in _runs_of_unfound(len(entries), found):
        between = _headings_between(run, found, len(headings))
        free = [position for position in between if position not in taken]
        pairs = _align(
            [entries[position] for position in run], [headings[position] for position in free]
        )
        for entry_index, heading_index in pairs:
            repaired[run[entry_index]] = free[heading_index]
            taken.add(free[heading_index])
    for position, entry in enumerate(entries):
        if position not in found and position not in repaired:
            at = _find_anywhere(entry, headings, taken)
            if at is not None:
                repaired[position] = at
                taken.add(at)
    return repaired


def _runs_of_unfound(count: int, found: Mapping[int, int]) -> list[list[int]]:
    """The stretches of neighbouring entries that have no heading yet."""
    runs: list[list[int]] = []
    for position in range(count):
        if position in found:
            continue
        if runs and runs[-1][-1] == position - 1:
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs


def _headings_between(run: Sequence[int], found: Mapping[int, int], count: int) -> range:
    """The headings between those of the entries around a run; all, if these aren't in order."""
    before = found.get(run[0] - 1, -1)
    after = found.get(run[-1] + 1, count)
    if before >= after:
        return range(count)
    return range(before + 1, after)


def _find_anywhere(entry: Entry, headings: Sequence[Heading], taken: Collection[int]) -> int | None:
    """The heading that an entry certainly names, wherever it stands; of equals, the first."""
    best_score, best = 0.0, None
    for position, heading in enumerate(headings):
        if position not in taken:
            value = score(entry, heading)
            if value > best_score:
                best_score, best = value, position
    if best_score >= CERTAIN:
        return best
    alike = _headings_ending_as(entry.text, headings, taken)
    return alike[0] if len(alike) == 1 else None


def _headings_ending_as(
    text: str, headings: Sequence[Heading], taken: Collection[int]
) -> list[int]:
    """The headings left that end as an entry does: 「회고」 names 「학습 회고」, if nothing else."""
    end = letters_of(text)
    if len(end) < SHORTEST_WITHIN:
        return []
    alike = []
    for position, heading in enumerate(headings):
        if position in taken or heading.sentence:
            continue
        if letters_of(heading.text).endswith(end):
            alike.append(position)
    return alike


_Scores = dict[tuple[int, int], float]


def _align(entries: Sequence[Entry], headings: Sequence[Heading]) -> list[tuple[int, int]]:
    """The best pairing of entries with headings that keeps the order of both.

    Dynamic programming over the two sequences, as in the alignment of texts.
    """
    clear = _clear_scores(entries, headings)
    best = _best_sums(clear, len(entries), len(headings))
    # From the beginning, the steps that lead to the best sum.
    pairs = []
    i = j = 0
    while i < len(entries) and j < len(headings):
        if (i, j) in clear and best[i][j] == clear[i, j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i += 1
            j += 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _best_sums(clear: _Scores, entry_count: int, heading_count: int) -> list[list[float]]:
    """At `[i][j]`, the highest sum of scores of the entries from `i` and the headings from `j` on."""
    nothing_left = [0.0] * (heading_count + 1)
    rows = [nothing_left]
    for i in reversed(range(entry_count)):
        without_entry = rows[-1]
        row = [0.0] * (heading_count + 1)
        for j in reversed(range(heading_count)):
            paired = 0.0
            if (i, j) in clear:
                paired = clear[i, j] + without_entry[j + 1]
            row[j] = max(paired, without_entry[j], row[j + 1])
        rows.append(row)
    rows.reverse()
    return rows


def _clear_scores(entries: Sequence[Entry], headings: Sequence[Heading]) -> _Scores:
    """The scores of those pairs of an entry and a heading that are clear enough."""
    clear = {}
    for i, entry in enumerate(entries):
        enough = CLEAR_BARE if entry.anchor is None else CLEAR
        for j, heading in enumerate(headings):
            value = score(entry, heading)
            if value >= enough:
                clear[i, j] = value
    return clear


def contents_findings(path: str, entries: Sequence[LinkedEntry]) -> list[Finding]:
    """What there is to say about the contents of a note."""
    findings = []
    for linked in entries:
        code, values = _finding(linked)
        if code:
            findings.append(Finding(code, path, linked.entry.line, values=values))
    return findings


def _finding(linked: LinkedEntry) -> tuple[str, dict[str, str]]:
    entry, heading = linked.entry, linked.heading
    values = {"text": entry.text, "anchor": entry.anchor or ""}
    if linked.match is Match.MISSING:
        if entry.anchor is None:
            return "contents-heading-missing", values
        return "contents-anchor-missing", values
    if linked.match is Match.REPAIRED and heading is not None and entry.anchor is not None:
        values["heading"] = heading.text
        values["target"] = heading.anchor
        return "contents-anchor-repaired", values
    return "", {}
