"""The name of a site in Material's header and drawer, which have room for a few words."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

from mkdocs.config.defaults import MkDocsConfig

from campnotes.linking.titles.of_notebook import short_title
from campnotes.patterns import regex

# What stands in front of the name in the header, and in the drawer.
_IN_FRONT = ("md-header__topic", "md-nav__title")
_FARTHEST = 2_000  # characters behind that: the drawer has the logo before the name


def with_short_name(page: str, config: MkDocsConfig) -> str:
    """Have a page's header call the site by its short name, if it has one. Titles keep it whole."""
    told = unescape(config.site_name)
    short = short_title(told)
    if short == told:
        return page
    for mark in _IN_FRONT:
        begins = page.find(mark)
        if begins < 0:
            continue
        place = _written_name(told).search(page, begins, begins + _FARTHEST)
        if place is None:
            continue
        before = page[: place.start(1)]
        behind = page[place.end(1) :]
        page = before + escape(short) + behind
    return page


@lru_cache(maxsize=1)
def _written_name(name: str) -> re.Pattern[str]:
    """The name as it stands alone in an element."""
    written = re.escape(escape(name))
    return regex(rf">\s{{1,40}}({written})(?=\s{{1,40}}<)")
