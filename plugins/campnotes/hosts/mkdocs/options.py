"""The plugin's options in `mkdocs.yml`, and the settings that they make."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig

from campnotes.hosts.mkdocs.repository import notebook_folder, repository_address
from campnotes.notebook.language import language_of_folder
from campnotes.settings import PersonSettings, Settings

LANGUAGES = ("ko", "en")


class Date(c.OptionallyRequired[date]):
    """A date, which YAML has already read as one, or which is written `YYYY-MM-DD`."""

    def run_validation(self, value: object) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            raise ValidationError(f"{value!r} is no date; write it as 2026-03-02.") from None


class WholeNumber(c.OptionallyRequired[int]):
    """A whole number from `least` to `most`."""

    def __init__(self, least: int, most: int, default: int) -> None:
        super().__init__(default=default)
        self.least, self.most = least, most

    def run_validation(self, value: object) -> int:
        if not isinstance(value, int) or not self.least <= value <= self.most:
            raise ValidationError(f"{value!r} is no whole number {self.least}–{self.most}.")
        return value


class PersonOptions(Config):
    """What is told about one person."""

    aliases = c.ListOfItems(c.Type(str), default=[])
    accounts = c.ListOfItems(c.Type(str), default=[])


class People(c.OptionallyRequired[dict[str, PersonSettings]]):
    """People by name, with their aliases and accounts: `전준영: {aliases: [준영]}`."""

    def run_validation(self, value: object) -> dict[str, PersonSettings]:
        if not isinstance(value, dict):
            raise ValidationError("people: takes names, each with aliases: and accounts:.")
        return {str(name): self._person(str(name), told) for name, told in value.items()}

    def _person(self, name: str, told: object) -> PersonSettings:
        person = PersonOptions()
        person.load_dict(told or {} if isinstance(told, dict | None) else {"": told})
        failed, warned = person.validate()
        for key, problem in (*failed, *warned):
            raise ValidationError(f"{name}: {key}: {problem}")
        return PersonSettings(tuple(person.aliases), tuple(person.accounts))


class CampnotesOptions(Config):
    """The options of the plugin; all of them may be left out."""

    language = c.Optional(c.Choice(LANGUAGES))
    repository = c.Optional(c.URL())
    people = People(default={})
    start = c.Optional(Date())
    holidays = c.ListOfItems(Date(), default=[])
    days_per_week = WholeNumber(1, 7, default=5)
    layout = c.ListOfItems(c.Type(str), default=[])
    material = c.ListOfItems(c.Type(str), default=[])
    repair_emphasis = c.Type(bool, default=True)


def language_of(options: CampnotesOptions, config: MkDocsConfig) -> str:
    """The interface's language: told to us, the theme's Korean, or else that of the notes.

    A theme's English says nothing: themes are English unless told otherwise.
    """
    if options.language:
        return str(options.language)
    spoken = str(config.theme.get("language") or "").replace("_", "-").split("-")[0]
    return "ko" if spoken == "ko" else language_of_folder(Path(config.docs_dir))


def settings_of(options: CampnotesOptions, config: MkDocsConfig) -> Settings:
    """The settings of the notebook in MkDocs' `docs_dir`."""
    root = Path(config.docs_dir)
    return Settings(
        title=config.site_name,
        language=language_of(options, config),
        repository=options.repository or config.repo_url or repository_address(root),
        folder=notebook_folder(root),
        people=options.people,
        start=options.start,
        holidays=frozenset(options.holidays),
        days_per_week=options.days_per_week,
        layout=tuple(options.layout),
        repair_emphasis=options.repair_emphasis,
    )
