"""A page for each member of a cohort: their own calendar."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from campnotes.pages.calendar import member_calendar
from campnotes.pages.generated import GeneratedPage
from campnotes.site.model import Site


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the pages of the members; the home page lists them."""
    for member in site.members:
        yield GeneratedPage(
            source=site.member_source(member),
            title=posixpath.basename(member),
            template="campnotes/member.html",
            section="members",
            view=member_calendar(member, site),
        )
