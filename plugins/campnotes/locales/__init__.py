"""The interface's texts: English in the source, another language in a catalogue of its own.

A new language is one file, `xx/LC_MESSAGES/campnotes.po`, and nothing else.
"""

from __future__ import annotations

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HOME = Path(__file__).parent
ENGLISH = "en"
_IN_LANGUAGE = Path("LC_MESSAGES", "campnotes.po")


def languages() -> tuple[str, ...]:
    """List the languages that the interface speaks: English, and each that has a catalogue."""
    known = {ENGLISH}
    for folder in HOME.iterdir():
        language = folder.name
        if catalogue_file(language).is_file():
            known.add(language)
    return tuple(sorted(known))


@lru_cache(maxsize=16)
def spoken(language: str) -> str:
    """Give the language in which the interface answers to a tag.

    That is the tag's own without its country, `ko` for `ko-KR`; English if there is no catalogue.
    """
    tag = language.replace("_", "-").lower()
    name = tag.partition("-")[0]
    if name in languages():
        return name
    return ENGLISH


@lru_cache(maxsize=4)
def translations(language: str) -> gettext.NullTranslations:
    """Load the translations for a language (`ko`, `ko-KR`); English for one that isn't spoken here.

    The catalogue is read as translators write it, so that none has to be compiled or shipped twice.
    """
    known = spoken(language)
    if known == ENGLISH:
        return gettext.NullTranslations()
    file = catalogue_file(known)
    with file.open("rb") as source:
        catalogue = read_po(source, locale=known)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def catalogue_file(language: str) -> Path:
    """Give the place of a language's catalogue."""
    return HOME / language / _IN_LANGUAGE
