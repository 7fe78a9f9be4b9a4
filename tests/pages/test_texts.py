"""Every text of the interface in every language that it speaks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from campnotes import locales
from campnotes.locales import ENGLISH, catalogue_file, languages, translations
from campnotes.rules import RULES
from support.notebooks import HOME
from support.sites import build_with

Write = Callable[[Mapping[str, str | bytes]], Path]
PACKAGE = HOME / "plugins" / "campnotes"


def extracted() -> set[str | tuple[str, ...]]:
    found = extract_from_dir(
        PACKAGE,
        method_map=[("**.py", "python"), ("**.html", "jinja2")],
        options_map={"**.html": {"extensions": "jinja2.ext.do,jinja2.ext.i18n"}},
        keywords={"_": None, "N_": None, "translate": None, "ngettext": (1, 2)},
    )
    return {message for _, _, message, _, _ in found}


def placeholders(text: str) -> set[str]:
    if "%(" in text:
        return set(re.findall(r"%\((\w+)\)", text))
    return {name for _, name, _, _ in Formatter().parse(text) if name}


TRANSLATED = [language for language in languages() if language != ENGLISH]


# Korean is the first language. What another catalogue doesn't have yet is told in English.
COMPLETE = "ko"
MOST_MISSING = 0.1


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated_with_its_placeholders(language: str) -> None:
    with catalogue_file(language).open("rb") as file:
        catalog = read_po(file)
    messages = extracted()
    assert len(messages) > 60
    missing = [message for message in messages if catalog.get(message) is None]
    allowed = 0.0 if language == COMPLETE else MOST_MISSING * len(messages)
    assert len(missing) <= allowed, f"not in {language}.po: {missing}"
    for message in messages:
        entry = catalog.get(message)
        if entry is None:
            continue
        translated = entry.string or ""
        texts = [translated] if isinstance(translated, str) else translated
        original = message[-1] if isinstance(message, tuple) else message
        for text in texts:
            assert text, message
            assert placeholders(text) == placeholders(original), message
    assert len(catalog) - (len(messages) - len(missing)) <= allowed


def test_four_languages_are_spoken() -> None:
    assert {"ko", "ja", "zh", "en"} <= set(languages())


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue for German beside the others, and nothing else."""
    home = tmp_path / "locales"
    shutil.copytree(locales.HOME, home)
    file = home / "de" / "LC_MESSAGES" / "campnotes.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('msgid ""\nmsgstr ""\n\nmsgid "Contents"\nmsgstr "Inhalt"\n', "utf-8")
    monkeypatch.setattr(locales, "HOME", home)
    _forget_catalogues()
    yield
    _forget_catalogues()


def _forget_catalogues() -> None:
    locales.spoken.cache_clear()
    locales.translations.cache_clear()


@pytest.mark.usefixtures("german")
def test_a_catalogue_is_all_that_a_language_needs(write: Write, tmp_path: Path) -> None:
    assert "de" in languages()
    notes = write({"week1/day1.md": "# Day 1\n\nNames and objects. (2026-03-03)\n"})
    site = build_with(notes, tmp_path / "site", language="de")
    assert site.inventory["notebook"]["language"] == "de"
    assert "<h1>Inhalt</h1>" in site.text("contents/")


@pytest.mark.usefixtures("german")
def test_a_theme_s_language_is_spoken_if_there_is_a_catalogue(write: Write, tmp_path: Path) -> None:
    notes = write({"day1.md": "# Day 1\n\nNames and objects.\n"})
    theme = {"name": "material", "language": "de", "font": False}
    site = build_with(notes, tmp_path / "site", {"theme": theme})
    assert "<h1>Inhalt</h1>" in site.text("contents/")


def test_findings_are_told_in_korean() -> None:
    translate = translations("ko-KR").gettext
    for rule in RULES.values():
        assert re.search("[가-힣]", translate(rule.message))


def test_other_languages_get_english() -> None:
    assert translations("fr").gettext("People") == "People"
