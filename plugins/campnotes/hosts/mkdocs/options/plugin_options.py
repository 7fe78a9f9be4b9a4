"""The plugin's options in `mkdocs.yml`, and the settings that they make."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig

from campnotes.hosts.mkdocs.options.finding_levels import FindingLevels
from campnotes.hosts.mkdocs.options.people import People
from campnotes.hosts.mkdocs.options.text import Text
from campnotes.hosts.mkdocs.repository import notebook_folder, repository_address
from campnotes.locales import ENGLISH, languages, spoken
from campnotes.notebook.language import language_of_folder
from campnotes.notebook.plain_text import shown
from campnotes.rules import N_
from campnotes.settings import Settings
from campnotes.user_language import say

_NONE_OF = N_("{value} is none of: {known}.")
_NO_ADDRESS = N_("{value} is no address.")
_NO_DATE = N_("{value} is no date; write it as 2026-03-02.")
_NO_NUMBER = N_("{value} is no whole number {least}–{most}.")


class Language(c.OptionallyRequired[str]):
    """A language of the interface: one that has a catalogue in `locales/`."""

    def run_validation(self, value: object) -> str:
        known = languages()
        if value not in known:
            raise ValidationError(say(_NONE_OF, value=shown(value), known=", ".join(known)))
        return str(value)


class Address(c.URL):
    """The address of a site: `https://…`."""

    def run_validation(self, value: object) -> str:
        try:
            return super().run_validation(Text().run_validation(value))
        except ValueError:  # of brackets that hold no IPv6 address
            raise ValidationError(say(_NO_ADDRESS, value=shown(value))) from None


class Date(c.OptionallyRequired[date]):
    """A date, which YAML has already read as one, or which is written `YYYY-MM-DD`."""

    def run_validation(self, value: object) -> date:
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        # YAML reads 20260302 as a number.
        try:
            return date.fromisoformat(shown(value).strip("'"))
        except ValueError:
            message = say(_NO_DATE, value=shown(value))
            raise ValidationError(message) from None


class WholeNumber(c.OptionallyRequired[int]):
    """A whole number from `least` to `most`."""

    def __init__(self, *, least: int, most: int, default: int) -> None:
        super().__init__(default=default)
        self.least = least
        self.most = most

    def run_validation(self, value: object) -> int:
        least = self.least
        most = self.most
        is_truth = isinstance(value, bool)
        if isinstance(value, int) and not is_truth and least <= value <= most:
            return value
        message = say(
            _NO_NUMBER,
            value=shown(value),
            least=least,
            most=most,
        )
        raise ValidationError(message)


class Choice(c.OptionallyRequired[str]):
    """One of a few words; the first one, where nothing is said."""

    def __init__(self, *words: str) -> None:
        super().__init__(default=words[0])
        self.words = words

    def run_validation(self, value: object) -> str:
        if isinstance(value, str) and value in self.words:
            return value
        message = say(
            _NONE_OF,
            value=shown(value),
            known=", ".join(self.words),
        )
        raise ValidationError(message)


class CampnotesOptions(Config):
    """The options of the plugin; all of them may be left out."""

    # The interface's language: `en`, or one that has a catalogue, such as `ko`. Without it, the
    # theme's if that isn't English; else the one that most of the notes are written in.
    language = c.Optional(Language())

    # The address of the notebook's own repository: links to it become links within the site.
    # Without it, MkDocs' `repo_url`, or what Git has for `origin`.
    repository = c.Optional(Address())

    # Other names of people and their accounts, for notes that name one person in several ways; who is
    # to be on no page; and under which name somebody is shown.
    people = People(default={})

    # The first day of the camp. It gives dates to notes that tell only which day they are of.
    start = c.Optional(Date())

    # Days off, which the days of the camp are counted without.
    holidays = c.ListOfItems(Date(), default=[])

    # How many days a week of the camp has.
    days_per_week = WholeNumber(least=1, most=7, default=5)

    # Path patterns of the notebook's own, tried before the built-in ones:
    # `sprint{week}/d{day}-*.md`, with {week}, {day}, {year}, {month}, {date} and `*`.
    layout = c.ListOfItems(Text(), default=[])

    # Folders whose notes are in Material's syntax and rendered by Python-Markdown. One note
    # is so by `flavour: material` in its front matter, or by using that syntax.
    material = c.ListOfItems(Text(), default=[])

    # Whether images and videos from other hosts are shown, or only once a reader asks for one: a host
    # learns who looks at its images.
    remote_images = Choice("show", "ask")

    # Whether emphasis that touches Korean, `**인덱스(index)**는`, is shown as its author meant it.
    # GitHub shows the asterisks.
    repair_emphasis = c.Type(bool, default=True)
    repair_addresses = c.Type(bool, default=True)

    # Whether pages have a Content-Security-Policy, under which only scripts of the site run. The
    # built-in configuration has it; scripts that other plugins write into pages don't run with it.
    content_security_policy = c.Type(bool, default=False)

    # Another severity for rules of findings, or none: `image-large: off`, `link-unsafe: warning`.
    findings = FindingLevels(default={})

    # Whether the page of what there is to mend is in the navigation and found by search engines.
    health = Choice("unlisted", "listed")

    # Whether the site has feeds (RSS and Atom) of all notes, of each person and of each tag.
    feeds = c.Type(bool, default=True)

    # Whether pages have pictures for previews of links, if `campnotes[cards]` is installed.
    cards = c.Type(bool, default=True)

    # Whether `llms.txt` and the Markdown of each note are published, for programs that read them.
    llms = c.Type(bool, default=True)

    # Which files besides notes go into the site: those that notes link to or show, or `all`.
    publish = Choice("linked", "all")


def interface_language(options: CampnotesOptions, config: MkDocsConfig) -> str:
    """Decide on the interface's language: the option's, the theme's, or else that of the notes.

    A theme's English says nothing: themes are English unless told otherwise.
    """
    if options.language:
        return options.language
    of_theme = spoken(str(config.theme.get("language") or ""))
    if of_theme != ENGLISH:
        return of_theme
    return language_of_folder(Path(config.docs_dir))


def settings_of(options: CampnotesOptions, config: MkDocsConfig) -> Settings:
    """Make the settings of the notebook in MkDocs' `docs_dir`."""
    root = Path(config.docs_dir)
    remote = repository_address(root)
    repository = options.repository or config.repo_url or remote
    return Settings(
        title=config.site_name,
        language=interface_language(options, config),
        repository=repository,
        repository_is_remote=options.repository is None and repository == remote,
        folder=notebook_folder(root),
        people=options.people,
        start=options.start,
        holidays=frozenset(options.holidays),
        days_per_week=options.days_per_week,
        layout=tuple(options.layout),
        repair_emphasis=options.repair_emphasis,
        repair_addresses=options.repair_addresses,
        findings=options.findings,
        publish=options.publish,
        health_listed=options.health == "listed",
    )
