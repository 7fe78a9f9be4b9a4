"""Material's button to edit a page, where our head of a note says the same in words."""

from __future__ import annotations

import re

from campnotes.patterns import regex

_OURS = 'rel="edit noopener"'
_BUTTON = regex(
    r'<a href="[^"<>]*" title="[^"<>]*" class="md-content__button md-icon" rel="edit">.*?</a>',
    re.DOTALL,
)


def without_second_edit(page: str) -> str:
    """Leave the theme's button out of a page that has our link."""
    if _OURS not in page:
        return page
    return _BUTTON.sub("", page, count=1)
