"""What a user may tell campnotes about a notebook. Nothing of it is required."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from campnotes.rules import Severity


class PersonSettings(Struct, frozen=True):
    """What is told about one person: other names in the notes, and GitHub owners.

    A person who is `hidden` is on no page and in nothing that is published beside them; what notes
    say themselves stays as it is.
    """

    aliases: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    hidden: bool = False


class ParseOptions(Struct, frozen=True):
    """What of the settings decides how a note is parsed.

    - `repair_emphasis` makes emphasis work that touches Korean, which it doesn't on GitHub;
    - `repair_addresses` has bare addresses end before the Korean that touches them;
    - `read_marks` has marks of other tools read, which GitHub shows as they are written.
    """

    repair_emphasis: bool = True
    repair_addresses: bool = True
    read_marks: bool = True


class Settings(Struct, frozen=True):
    """The settings of one notebook.

    `repository` is the address of the notebook's own repository (`https://github.com/OWNER/NAME`)
    and `folder` the notebook's place in it (POSIX, `""` for its top). `repository_is_remote` says that
    nobody told it but Git; `repository_by_links` is what the notes' own links tell instead. `start` is the first day of
    the camp. `layout` holds path patterns such as `sprint{week}/d{day}.md`, tried before the
    built-in ones. `publish` says which files besides notes go into the site: `linked` or `all`.
    `findings` gives rules another severity, or `None` to have them off. `health_listed` has the page
    of the findings in the navigation, and found by search engines.
    """

    title: str = ""
    language: str = "ko"
    repository: str | None = None
    repository_is_remote: bool = False
    repository_by_links: str | None = None
    folder: str = ""
    people: Mapping[str, PersonSettings] = field(default_factory=dict)
    start: date | None = None
    holidays: frozenset[date] = frozenset()
    days_per_week: int = 5
    layout: tuple[str, ...] = ()
    repair_emphasis: bool = True
    repair_addresses: bool = True
    findings: Mapping[str, Severity | None] = field(default_factory=dict)
    publish: str = "linked"
    health_listed: bool = False

    @property
    def parsing(self) -> ParseOptions:
        """How the notebook's notes are parsed."""
        return ParseOptions(
            repair_emphasis=self.repair_emphasis,
            repair_addresses=self.repair_addresses,
        )

    @property
    def known_repository(self) -> str | None:
        """The address of the notebook's own repository, told or found by links."""
        return self.repository or self.repository_by_links
