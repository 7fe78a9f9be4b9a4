"""Show in code the characters that turn the direction of text, by which it reads as what it isn't.

See CVE-2021-42574, “Trojan Source”.
"""

from __future__ import annotations

import re

from campnotes.patterns import regex
from campnotes.rendering.tags import ATTRIBUTES

# Embeddings, overrides and isolates (Unicode Standard Annex 9, 2).
_TURNING = regex("[\u202a-\u202e\u2066-\u2069]")
_CODE = regex(rf"<code{ATTRIBUTES}>.*?</code>", re.DOTALL)


def show_directions(html: str) -> str:
    """Write such characters of code as marks that tell their number and turn nothing.

    For example, U+202E is `<span class="campnotes-direction" title="U+202E"></span>`. `html` is
    sanitised.
    """
    if not _TURNING.search(html):
        return html
    return _CODE.sub(_marked, html)


def _marked(code: re.Match[str]) -> str:
    return _TURNING.sub(_mark, code[0])


def _mark(character: re.Match[str]) -> str:
    number = ord(character[0])
    return f'<span class="campnotes-direction" title="U+{number:04X}"></span>'
