"""Emoji shortcodes: `:tada:` is 🎉, as on GitHub."""

from __future__ import annotations

import re

# GitHub's own list (gemoji), kept up to date by pymdown-extensions.
from pymdownx.gemoji_db import emoji as gemoji

from campnotes.patterns import regex

_SHORTCODE = regex(r":[a-z0-9_+\-]+:")


def replace_shortcodes(text: str) -> str:
    """The text with its shortcodes replaced; what is no emoji (`10:30:00`) stays."""
    if text.count(":") < 2:
        return text
    return _SHORTCODE.sub(_emoji, text)


def _emoji(match: re.Match[str]) -> str:
    entry = gemoji.get(match[0])
    if entry is None or not entry.get("unicode"):
        return match[0]
    characters = []
    for code in entry["unicode"].split("-"):
        number = int(code, 16)
        characters.append(chr(number))
    return "".join(characters)
