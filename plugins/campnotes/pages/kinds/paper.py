"""A page from which the whole notebook, or a group of its notes, is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from campnotes.pages.generated import GeneratedPage
from campnotes.site.days.groups import Section
from campnotes.site.model import Site
from campnotes.site.printed import is_printed_whole, sheet_url, whole_sheet_url


class Paper(Struct, frozen=True):
    """What can be printed together: the notes of each group.

    `whole` is the address of the page that does without JavaScript, and `sheets` those for sections,
    by their anchors.
    """

    sections: tuple[Section, ...]
    whole: str
    sheets: Mapping[str, str]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page, where the notebook isn't too large for one."""
    if not is_printed_whole(site):
        return
    yield GeneratedPage(
        source=site.source("print"),
        title=site.translate("Print"),
        template="campnotes/paper.html",
        section="print",
        view=Paper(site.sections(), whole_sheet_url(site), _sheets(site)),
        in_nav=False,
        noindex=True,
    )


def _sheets(site: Site) -> dict[str, str]:
    sheets = {}
    # The sections of a site begin with its groups.
    for section, group in zip(site.sections(), site.groups, strict=False):
        url = sheet_url(site, group)
        if url:
            sheets[section.anchor] = url
    return sheets
