"""The language of the user's system, in which the terminal speaks whatever the notes are in."""

from __future__ import annotations

import gettext
import locale
import os

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order in which POSIX has them count
_ENGLISH = frozenset({"", "c", "posix", "en"})


def user_language() -> str:
    """Give the language of the user's system: `ko` of `LANG=ko_KR.UTF-8`, `""` if none is told."""
    for name in _VARIABLES:
        told = os.environ.get(name)
        if told:
            return _language_of(told)
    of_system, _ = locale.getlocale()
    # Windows names it `Korean_Korea`.
    return (of_system or "")[:2].lower()


def _language_of(tag: str) -> str:
    name = tag.replace("-", "_").partition("_")[0]
    language, _, _ = name.partition(".")
    return language.lower()


def catalogue() -> gettext.NullTranslations:
    """Give the texts in the user's language; English for one that isn't spoken here."""
    language = user_language()
    if language in _ENGLISH:
        return gettext.NullTranslations()
    # Babel, which reads catalogues, takes a while to load.
    from campnotes.locales import translations

    return translations(language)


def translate(message: str) -> str:
    """A text in the user's language."""
    return catalogue().gettext(message)


def say(message: str, **values: object) -> str:
    """A message in the user's language, with its values: `say(N_("{file} is too large."), file=file)`."""
    return translate(message).format(**values)
