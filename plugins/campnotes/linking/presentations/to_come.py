"""Which presentations of a day's note were still to come when it was written."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from campnotes.notebook.place import Kind, Place
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import Heading
from campnotes.parsing.sessions import Presentation
from campnotes.patterns import regex

SEVERAL = 2  # dates, of which a day has but one
FEWEST_BEFORE = 2  # presentations before the note's date, in a list that goes on being kept

# Titles of what has taken place, whenever the note that lists it was begun.
_TOOK_PLACE = regex(
    r"已(?:经)?(?:进行|举办|结束|完成|分享)|往期|往届|[历歷]史|[历歷]次|[历歷]届|回[顾顧]|存[档檔]|"
    r"開催済み|実施済み|開催履歴|開催実績|これまでの|過去|終了した|"
    r"지난\s?발표|발표\s?기록|이전\s?발표|\bhistory\b|\bpast\b|\barchives?\b|\bprevious\b",
    re.IGNORECASE,
)


class Dated(Struct, frozen=True):
    """A presentation with its date, where that is known."""

    presentation: Presentation
    when: date | None

    def is_before(self, day: date) -> bool:
        """Whether it is known to have been given before a day."""
        return self.when is not None and self.when < day

    def is_after(self, day: date) -> bool:
        """Whether it is known to be given after a day."""
        return self.when is not None and self.when > day


class _List(Struct, frozen=True):
    """What tells a list of presentations from others: the title above it, and its form."""

    title: int
    rule: str


def already_given(all_dated: Sequence[Dated], parsed: ParsedNote, place: Place) -> Iterator[Dated]:
    """Those of a note's presentations that weren't still to come when it was written.

    - A day's note may tell of what is to be presented on a later day.
    - What stands below a title that speaks of the past has been presented.
    - So has what stands in a list that began before the note's date: it goes on being kept.
    - A note that is dated by a row of such a list has no date of its own.
    - A numbered day whose date isn't told is one day: lists for several are plans.
    """
    today = place.own_date
    title = parsed.front_matter.title or ""
    lines = {dated.presentation.line for dated in all_dated}
    is_list = _TOOK_PLACE.search(title) or place.date_line in lines
    if place.kind is not Kind.DAY or is_list:
        yield from all_dated
        return
    if today is None:
        yield from _of_one_day(all_dated, place)
        return
    parts = _parts(all_dated, parsed.headings)
    kept = _kept_lists(all_dated, parts, today)
    for dated, part in zip(all_dated, parts, strict=True):
        is_kept = _list_of(dated, part) in kept
        if not dated.is_after(today) or is_kept or _is_of_past(part):
            yield dated


def _of_one_day(all_dated: Sequence[Dated], place: Place) -> Iterator[Dated]:
    """Those of a day's presentations that no lists are for, each of another date."""
    leads = set()
    for dated in all_dated:
        if _is_lead(dated):
            leads.add(dated.presentation.written_date)
    is_undated_day = place.day is not None and place.month_day is None
    is_plan = is_undated_day and len(leads) >= SEVERAL
    for dated in all_dated:
        if not is_plan or not _is_lead(dated):
            yield dated


def _is_lead(dated: Dated) -> bool:
    """Whether a presentation is dated by what leads its list: 「3/4 발표」."""
    written_date = dated.presentation.written_date
    return written_date.endswith(("발표", "발제"))


def _parts(all_dated: Sequence[Dated], headings: Sequence[Heading]) -> list[Sequence[Heading]]:
    """For each of the presentations, the titles under which it stands, outermost first."""
    parts: list[Sequence[Heading]] = []
    titles: list[Heading] = []
    waiting = deque(headings)
    for dated in all_dated:
        line = dated.presentation.line
        while waiting and waiting[0].line < line:
            heading = waiting.popleft()
            while titles and titles[-1].level >= heading.level:
                titles.pop()
            titles.append(heading)
        part = tuple(titles)
        parts.append(part)
    return parts


def _kept_lists(
    all_dated: Sequence[Dated], parts: Sequence[Sequence[Heading]], today: date
) -> frozenset[_List]:
    """The lists of a note in which several presentations stand that are older than it."""
    before: Counter[_List] = Counter()
    for dated, part in zip(all_dated, parts, strict=True):
        if dated.is_before(today):
            listed = _list_of(dated, part)
            before[listed] += 1
    kept = set()
    for listed, count in before.items():
        if count >= FEWEST_BEFORE:
            kept.add(listed)
    return frozenset(kept)


def _list_of(dated: Dated, part: Sequence[Heading]) -> _List:
    title = part[-1].line if part else 0
    return _List(
        title=title,
        rule=dated.presentation.rule,
    )


def _is_of_past(part: Sequence[Heading]) -> bool:
    return any(_TOOK_PLACE.search(heading.text) for heading in part)
