"""What recognisers of presenters find, and the forms by which they find it."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a person does in a note."""

    PRESENTER = "presenter"
    MODERATOR = "moderator"
    SCRIBE = "scribe"
    ATTENDEE = "attendee"
    ASKER = "asker"
    MENTIONED = "mentioned"


class NamedPerson(Struct, frozen=True):
    """A place where somebody is named: 1-based line, name as cleaned, and as written.

    - One that isn't `certain` counts only if the name is known from elsewhere.
    - `nickname` is the other name that stands in brackets behind it: 치즈 of `김나래 (치즈)`.
    - `rule` is the form by which it was read, told by its example.
    """

    line: int
    name: str
    raw: str
    role: Role
    certain: bool = True
    nickname: str = ""
    rule: str = ""


class Claim(Struct, frozen=True):
    """A block that names presenters.

    - `block` is its index among the note's blocks.
    - `topic` is the text of their topic, where the block holds it.
    - `needs_neighbours` tells that names which aren't certain become so by others named alike.
    - `group` is the list or part in which those others stand, `said` what stands behind the name.
    - `is_among_topics` tells that its part of the note is for presenting, `is_item` that it stands
      in a list.
    - `is_named_after` tells that the topic's text is but the presenter's name: `### 서진님 발표`.
    - `session_level` is that of the session in which it stands.
    - `written_date` is the date that stands with it, as written.
    """

    block: int
    presenters: tuple[NamedPerson, ...]
    topic: str | None = None
    needs_neighbours: bool = False
    group: tuple[int, ...] = ()
    said: str = ""
    is_among_topics: bool = False
    is_item: bool = False
    is_named_after: bool = False
    session_level: int | None = None
    written_date: str = ""


class Form(Struct, frozen=True):
    """A form in which authors name somebody.

    - `pattern` finds it in a line, or in a table's head. Its group `names` holds the names, where
      they stand in that line; in a title, `topic` holds the topic, and `announced` a word such as
      `by` that announces the names.
    - `example` is a piece of a peer session in which it names somebody; `counter_example` is one
      that looks much like it and names nobody. Both are run as tests.
    - A `sure` form can hardly mean anything else: whatever can be a name in it is believed.
    - A form that `needs_neighbours` is believed where several names stand in it, as in
      `- 전준영: BERT` beside `- 심우창: GPT`.
    - A form that is `of_a_place` names somebody there alone, as below a team's title, where it is
      read; anywhere else it is how people write of anything.
    """

    pattern: re.Pattern[str]
    example: str
    counter_example: str
    sure: bool = False
    needs_neighbours: bool = False
    of_a_place: bool = False

    @property
    def rule(self) -> str:
        """The form by its example, in one line."""
        first, _, _ = self.example.partition("\n")
        return first.strip("#-*| ")
