"""The interface's texts: English in the source, Korean in `ko/LC_MESSAGES/campnotes.po`."""

from __future__ import annotations

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HOME = Path(__file__).parent


@lru_cache(maxsize=4)
def translations(language: str) -> gettext.NullTranslations:
    """The translations for a language (`ko`, `ko-KR`); English for one that isn't spoken here.

    The catalogue is read as translators write it, so that none has to be compiled or shipped twice.
    """
    spoken = language.replace("_", "-").split("-")[0].lower()
    file = HOME / spoken / "LC_MESSAGES" / "campnotes.po"
    if not file.is_file():
        return gettext.NullTranslations()
    with file.open("rb") as source:
        catalog = read_po(source, locale=spoken)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
