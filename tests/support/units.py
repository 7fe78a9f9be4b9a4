"""The units of a whole site, as tests and measurements want them: all at once, and none kept."""

from __future__ import annotations

from collections.abc import Iterator

from campnotes.search.units import Unit, found_notes, note_units, other_units
from campnotes.site.model import Site


def find_units(site: Site) -> Iterator[tuple[Unit, ...]]:
    """Find the units of a site, page by page; those of a note begin with the note itself."""
    for note in found_notes(site):
        yield note_units(note, site)
    yield from other_units(site)
