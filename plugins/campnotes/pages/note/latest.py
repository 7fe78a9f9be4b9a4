"""Views of a note that are asked for twice: for the key of its page, and then for the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar

from msgspec import Struct

from campnotes.linking.model import Note
from campnotes.site.model import Site

_View = TypeVar("_View")


class _Latest(Struct, Generic[_View], frozen=True):
    note: Note
    site: Site
    view: _View

    def is_of(self, note: Note, site: Site) -> bool:
        if self.note is not note:
            return False
        return self.site is site


def for_latest(make: Callable[[Note, Site], _View]) -> Callable[[Note, Site], _View]:
    """Decorate a view so that, asked twice in a row for the same note, it returns its last result."""
    latest: list[_Latest[_View]] = []

    @wraps(make)
    def give(note: Note, site: Site) -> _View:
        for known in latest:
            if known.is_of(note, site):
                return known.view
        view = make(note, site)
        made = _Latest(
            note=note,
            site=site,
            view=view,
        )
        latest[:] = [made]
        return view

    return give
