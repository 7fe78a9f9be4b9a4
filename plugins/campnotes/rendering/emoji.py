"""Emoji shortcodes: `:tada:` is 🎉, as on GitHub."""

from __future__ import annotations

import re

# GitHub's own list (gemoji), kept up to date by pymdown-extensions.
from pymdownx.gemoji_db import emoji as gemoji

_SHORTCODE = re.compile(r":[a-z0-9_+\-]+:")


def replace_shortcodes(text: str) -> str:
    """The text with its shortcodes replaced; what is no emoji (`10:30:00`) stays."""
    return _SHORTCODE.sub(_emoji, text) if text.count(":") > 1 else text


def _emoji(match: re.Match[str]) -> str:
    entry = gemoji.get(match[0])
    code = entry.get("unicode") if entry else None
    return "".join(chr(int(c, 16)) for c in code.split("-")) if code else match[0]
