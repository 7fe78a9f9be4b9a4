"""The interface's texts: English in the source, Korean in `ko/LC_MESSAGES/campnotes.po`."""

from __future__ import annotations

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HOME = Path(__file__).parent
ENGLISH = "en"


def languages() -> tuple[str, ...]:
    """The languages that the interface speaks: English, and each that has a catalogue."""
    found = [file.parent.parent.name for file in HOME.glob("*/LC_MESSAGES/campnotes.po")]
    return tuple(sorted({ENGLISH, *found}))


@lru_cache(maxsize=16)
def spoken(language: str) -> str:
    """The language in which the interface answers to a tag such as `ko-KR`: `ko`, or else `en`."""
    tag = language.replace("_", "-").split("-")[0].lower()
    return tag if tag.isalpha() and _catalogue(tag).is_file() else ENGLISH


def _catalogue(language: str) -> Path:
    return HOME / language / "LC_MESSAGES" / "campnotes.po"


@lru_cache(maxsize=4)
def translations(language: str) -> gettext.NullTranslations:
    """The translations for a language (`ko`, `ko-KR`); English for one that isn't spoken here.

    The catalogue is read as translators write it, so that none has to be compiled or shipped twice.
    """
    known = spoken(language)
    if known == ENGLISH:
        return gettext.NullTranslations()
    with _catalogue(known).open("rb") as source:
        catalog = read_po(source, locale=known)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
