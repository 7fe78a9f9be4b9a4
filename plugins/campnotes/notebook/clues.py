"""What is known of one note before it has a place."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from campnotes.notebook.dates.written import DateOfWeek, WrittenDate
from campnotes.notebook.front_matter import FrontMatter
from campnotes.notebook.layout.evidence import Evidence


class Listed(Struct, frozen=True):
    """A note or a folder (`target`) that another note lists.

    `week` is that of the heading above, `when` the date beside it, where there is one.
    """

    target: str
    week: int | None = None
    when: WrittenDate | None = None


class SectionClue(Struct, frozen=True):
    """What a section that is a day tells: its number, its date, or both."""

    day: int | None
    when: WrittenDate | None


class Clues(Struct, frozen=True):
    """What one note tells of its place.

    - `title`: its first heading, if it stands at the top;
    - `written`: a date that its text tells of itself, on `written_line`, by `written_rule`;
    - `headings`: the texts of its headings;
    - `prose`: how many characters there are besides its headings, of which `linked` are
      links, and `listed` links to other notes of the notebook;
    - `sections`: those of its sections that are days;
    - `of_weeks`: dates that it tells as days of its own week or the next;
    - `lists`: what its links lead to in the notebook;
    - `listed_days`: the numbers of the days that it lists, if it is a week's.
    """

    path: str
    front_matter: FrontMatter
    title: str | None = None
    written: WrittenDate | None = None
    written_line: int = 1
    written_rule: str = ""
    headings: Sequence[str] = ()
    prose: int = 0
    linked: int = 0
    listed: int = 0
    sections: Sequence[SectionClue] = ()
    of_weeks: Sequence[DateOfWeek] = ()
    lists: Sequence[Listed] = ()
    listed_days: Sequence[int] = ()


class Seen(Struct, frozen=True):
    """A note's clues with what its path and its title tell.

    `by_path` is of the path alone; `evidence` is completed by the title, where the title is a day.
    """

    clue: Clues
    by_path: Evidence
    evidence: Evidence

    @property
    def week(self) -> int | None:
        """The week that front matter or names tell."""
        told = self.clue.front_matter.week
        return self.evidence.week if told is None else told

    @property
    def day(self) -> int | None:
        """The number of the day that front matter or names tell."""
        told = self.clue.front_matter.day
        return self.evidence.day if told is None else told
