"""Lead entries of a contents that name no heading to what stands in bold instead of one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from campnotes.linking.likeness import letters_of
from campnotes.linking.model import LinkedEntry, Match
from campnotes.parsing.bold import BoldText
from campnotes.parsing.contents import Entry
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading, slugger_after

_BOLD_LEVEL = 7  # that of a bold text, below all headings


def lead_to_bold(contents: Sequence[LinkedEntry], note: ParsedNote) -> tuple[LinkedEntry, ...]:
    """Lead entries that were missing to the bold texts that they are called after, in order.

    A bold text is one that begins a paragraph or an item: `**정규화**`, `- **정규화**: 값을 …`. It gets
    an anchor of its own, which the page has, too.
    """
    if not any(_is_missing(linked) for linked in contents):
        return tuple(contents)
    free = _by_letters(note)
    slugger = slugger_after(note.headings, note.html_ids)
    led = []
    for linked in contents:
        bold = _named(linked.entry, free) if _is_missing(linked) else None
        if bold is not None:
            anchor = slugger.id(bold.text)
            target = Heading(bold.line, _BOLD_LEVEL, bold.text, anchor)
            linked = replace(
                linked,
                match=Match.REPAIRED,
                heading=target,
            )
        led.append(linked)
    return tuple(led)


def bold_targets(contents: Sequence[LinkedEntry]) -> tuple[Heading, ...]:
    """List the bold texts to which a contents leads; each is given as a heading, with its anchor."""
    targets = []
    for linked in contents:
        heading = linked.heading
        if heading is not None and heading.level == _BOLD_LEVEL:
            targets.append(heading)
    return tuple(targets)


def _is_missing(linked: LinkedEntry) -> bool:
    """Whether an entry that points somewhere leads nowhere."""
    points = linked.entry.anchor is not None
    return points and linked.match is Match.MISSING


def _by_letters(note: ParsedNote) -> Mapping[str, deque[BoldText]]:
    by_letters: dict[str, deque[BoldText]] = defaultdict(deque)
    for bold in note.bold_texts:
        letters = letters_of(bold.text)
        if letters:
            by_letters[letters].append(bold)
    return by_letters


def _named(entry: Entry, free: Mapping[str, deque[BoldText]]) -> BoldText | None:
    """The next bold text that has the letters of an entry's text, or of its anchor."""
    words = (entry.anchor or "").replace("-", " ")
    for text in (entry.text, words):
        waiting = free.get(letters_of(text))
        if waiting:
            return waiting.popleft()
    return None
