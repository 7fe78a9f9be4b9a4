"""Lead each entry of a hand-written contents to its heading.

An anchor that a heading has is exact. Any other is repaired where the entry's text names a heading:
the one that has this very text, or else clearly enough between the neighbours that are certain, in
order, each heading once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from campnotes.finding import Finding
from campnotes.linking.anchors import plain_fragment
from campnotes.linking.likeness import MOST, certain_heading, is_same, letters_of, score
from campnotes.linking.model import LinkedEntry, Match
from campnotes.parsing.contents import Entry
from campnotes.parsing.outline import Heading

CLEAR = 72.0  # of 100; below it, "과제 정리" would be led to "학습 정리"
CLEAR_BARE = 82.0
MOST_PAIRS = 10_000  # of entries and headings whose texts are compared


def link_contents(
    entries: Sequence[Entry], headings: Sequence[Heading], html_ids: Sequence[str]
) -> tuple[LinkedEntry, ...]:
    """Each entry with its heading, in order; `html_ids` are anchors set in HTML by hand."""
    found = _find_by_anchor(entries, headings)
    repaired = _repair(entries, headings, found)
    ids = frozenset(html_ids)
    linked = []
    for position, entry in enumerate(entries):
        if position in found:
            at = found[position]
            heading = headings[at]
            match = Match.EXACT if entry.marked else Match.REPAIRED
            linked_entry = LinkedEntry(entry, match, heading)
        elif position in repaired:
            at = repaired[position]
            heading = headings[at]
            match = _match_by_text(entry, heading)
            linked_entry = LinkedEntry(entry, match, heading)
        else:
            match = _match_without_heading(entry, ids)
            linked_entry = LinkedEntry(entry, match, heading=None)
        linked.append(linked_entry)
    return tuple(linked)


def _find_by_anchor(entries: Sequence[Entry], headings: Sequence[Heading]) -> dict[int, int]:
    """The headings that have the anchors of entries; both are positions, as everywhere here."""
    by_anchor: dict[str | None, int] = {}
    for position, heading in enumerate(headings):
        by_anchor[heading.anchor] = position
    found = {}
    for position, entry in enumerate(entries):
        at = by_anchor.get(entry.anchor)
        if at is None:
            continue
        found[position] = at
    return found


def _match_by_text(entry: Entry, heading: Heading) -> Match:
    """An entry without an anchor that has its heading's very text needs no repair."""
    if entry.anchor is not None:
        return Match.REPAIRED
    if is_same(entry.text, heading.text):
        return Match.EXACT
    return Match.REPAIRED


def _match_without_heading(entry: Entry, html_ids: Set[str]) -> Match:
    """An entry that leads to no heading may lead to an anchor set in HTML."""
    if entry.anchor is None:
        return Match.MISSING
    anchor = plain_fragment(entry.anchor)
    if anchor in html_ids:
        return Match.EXACT
    return Match.MISSING


def _repair(
    entries: Sequence[Entry], headings: Sequence[Heading], found: Mapping[int, int]
) -> dict[int, int]:
    """The headings that the entries not `found` name by their text.

    1. An entry is led to the heading that has its very text, if there is one of each.
    2. Entries between two that are found are led to the headings between theirs, in order.
    3. What is left goes to a heading anywhere, if that is as good as the same or nothing else ends
       alike.

    Of more than people write, only the very texts are compared.
    """
    entry_count = len(entries)
    heading_count = len(headings)
    left = entry_count - len(found)
    if left * heading_count > MOST_PAIRS:
        return _repair_by_letters(entries, headings, found)
    repaired = _find_by_text(entries, headings, found)
    certain = {**found, **repaired}
    taken = set(certain.values())
    for run in _runs_of_unfound(entry_count, certain):
        between = _headings_between(run, certain, heading_count)
        free = [at for at in between if at not in taken]
        aligned = _align_run(run, free, entries, headings)
        repaired.update(aligned)
        taken.update(aligned.values())
    for position, entry in enumerate(entries):
        if position in found or position in repaired:
            continue
        at = certain_heading(entry, headings, taken)
        if at is not None:
            repaired[position] = at
            taken.add(at)
    return repaired


def _find_by_text(
    entries: Sequence[Entry], headings: Sequence[Heading], found: Mapping[int, int]
) -> dict[int, int]:
    """The headings that alone have the very text of an entry not `found`, that alone has it too."""
    free = _by_letters(headings, set(found.values()))
    wanting = _by_letters(entries, set(found))
    named = {}
    for letters, positions in wanting.items():
        candidates = free.get(letters, [])
        is_clear = len(positions) == 1 and len(candidates) == 1
        if not letters or not is_clear:
            continue
        position = positions[0]
        at = candidates[0]
        # Of another number it may be another part: 「1강 정리」 is no 「2강 정리」.
        if score(entries[position], headings[at]) >= MOST:
            named[position] = at
    return named


def _repair_by_letters(
    entries: Sequence[Entry], headings: Sequence[Heading], found: Mapping[int, int]
) -> dict[int, int]:
    """The headings that have the text of entries not `found`, each heading once, in order."""
    free = _by_letters(headings, set(found.values()))
    wanting = _by_letters(entries, set(found))
    repaired: dict[int, int] = {}
    for letters, positions in wanting.items():
        if letters:
            # There may be more of the one than of the other.
            in_order = zip(positions, free.get(letters, ()), strict=False)
            repaired.update(in_order)
    return repaired


def _by_letters(parts: Sequence[Entry | Heading], taken: Set[int]) -> Mapping[str, list[int]]:
    """The positions of entries or headings that aren't taken, by the letters of their texts."""
    free: dict[str, list[int]] = defaultdict(list)
    for position, part in enumerate(parts):
        if position not in taken:
            alike = free[letters_of(part.text)]
            alike.append(position)
    return free


def _align_run(
    run: Sequence[int],
    free: Sequence[int],
    entries: Sequence[Entry],
    headings: Sequence[Heading],
) -> dict[int, int]:
    """The headings, of those that are `free`, to which the entries of a run are led."""
    run_entries = [entries[position] for position in run]
    free_headings = [headings[at] for at in free]
    aligned = {}
    for entry_index, heading_index in _align(run_entries, free_headings):
        position = run[entry_index]
        aligned[position] = free[heading_index]
    return aligned


def _runs_of_unfound(count: int, found: Mapping[int, int]) -> list[list[int]]:
    """The stretches of neighbouring entries that have no heading yet."""
    runs: list[list[int]] = []
    for position in range(count):
        if position in found:
            continue
        is_continued = position - 1 not in found
        if runs and is_continued:
            run = runs[-1]
            run.append(position)
        else:
            runs.append([position])
    return runs


def _headings_between(run: Sequence[int], found: Mapping[int, int], count: int) -> range:
    """The headings between those of the entries around a run; all, if these aren't in order."""
    entry_before = run[0] - 1
    entry_after = run[-1] + 1
    before = found.get(entry_before, -1)
    after = found.get(entry_after, count)
    if before >= after:
        return range(count)
    first = before + 1
    return range(first, after)


_Scores = dict[tuple[int, int], float]


def _align(entries: Sequence[Entry], headings: Sequence[Heading]) -> list[tuple[int, int]]:
    """The best pairing of entries with headings that keeps the order of both.

    Dynamic programming over the two sequences, as in the alignment of texts.
    """
    entry_count = len(entries)
    heading_count = len(headings)
    clear = _clear_scores(entries, headings)
    best = _best_sums(clear, entry_count, heading_count)
    # From the beginning, the steps that lead to the best sum.
    pairs = []
    i = 0
    j = 0
    while i < entry_count and j < heading_count:
        here = best[i]
        without_entry = best[i + 1]
        pair = (i, j)
        if pair in clear and here[j] == clear[pair] + without_entry[j + 1]:
            pairs.append(pair)
            i += 1
            j += 1
        elif here[j] == without_entry[j]:
            i += 1
        else:
            j += 1
    return pairs


def _best_sums(clear: _Scores, entry_count: int, heading_count: int) -> list[list[float]]:
    """At `[i][j]`, the highest sum of scores of the entries from `i` and the headings from `j` on."""
    width = heading_count + 1
    nothing_left = [0.0] * width
    rows = [nothing_left]
    for i in reversed(range(entry_count)):
        without_entry = rows[-1]
        row = [0.0] * width
        for j in reversed(range(heading_count)):
            pair = (i, j)
            best = max(without_entry[j], row[j + 1])
            if pair in clear:
                paired = clear[pair] + without_entry[j + 1]
                best = max(best, paired)
            row[j] = best
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
        if not code:
            continue
        line = linked.entry.line
        finding = Finding(code, path, line, values=values)
        findings.append(finding)
    return findings


def _finding(linked: LinkedEntry) -> tuple[str, dict[str, str]]:
    entry = linked.entry
    heading = linked.heading
    values = {
        "text": entry.text,
        "anchor": entry.anchor or "",
    }
    if linked.match is Match.MISSING:
        if entry.anchor is None:
            return "contents-heading-missing", values
        return "contents-anchor-missing", values
    if not entry.marked and heading is not None:
        values["heading"] = heading.text
        values["target"] = heading.anchor
        return "contents-mark-missing", values
    is_repaired = linked.match is Match.REPAIRED
    # An entry without an anchor has none to correct.
    if is_repaired and heading is not None and entry.anchor is not None:
        values["heading"] = heading.text
        values["target"] = heading.anchor
        return "contents-anchor-repaired", values
    return "", {}
