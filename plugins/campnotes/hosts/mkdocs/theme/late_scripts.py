"""Have a page shown before the theme's script is run, which lays it out several times."""

from __future__ import annotations

from campnotes.patterns import regex

_OF_THEME = regex(r'<script src="[^"<>]*assets/javascripts/bundle\.[^"<>]*"(?=></script>)')
_SCRIPT = regex(r"<script\b([^<>]*)>")
_LATER = regex(r'\sdefer\b|\stype="module"')


def with_late_script(page: str) -> str:
    """Defer the script of Material, which waits for the whole page anyway.

    - Deferred scripts are run in their order, so that ours still find what it offers.
    - Where one behind it isn't deferred, as a user's own, it stays: that one may want it at once.
    """
    found = _OF_THEME.search(page)
    if found is None:
        return page
    for script in _SCRIPT.finditer(page, found.end()):
        if _LATER.search(script[1]) is None:
            return page
    return f"{page[: found.end()]} defer{page[found.end() :]}"
