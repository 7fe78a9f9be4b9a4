"""How much was written on each day, as one of four steps."""

from __future__ import annotations

from collections.abc import Iterable

from campnotes.site.days.groups import Day

STEPS = 4

DayKey = tuple[str, str]


def day_size(day: Day) -> int:
    """How many characters a day's notes have; of its week's note those of its section."""
    section = day.section
    if section is None:
        texts = [note.parsed.text for note in day.notes]
        return sum(map(len, texts))
    size = 0
    for block in day.note.parsed.blocks:
        if section.has(block.line):
            size += len(block.text)
    return size


def heat_of(days: Iterable[Day]) -> dict[DayKey, int]:
    """Rank days by their size, in four steps of about as many days; 4 is the most."""
    sizes = {day.key: day_size(day) for day in days}
    ranked = sorted(sizes.values())
    last = max(len(ranked) - 1, 1)
    first_rank: dict[int, int] = {}
    for rank, size in enumerate(ranked):
        first_rank.setdefault(size, rank)
    heat = {}
    for key, size in sizes.items():
        step = first_rank[size] * (STEPS - 1) / last
        heat[key] = 1 + round(step)
    return heat
