"""All references by kind, with the notes that cite them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campnotes.linking.model import Reference
from campnotes.linking.references import short_address
from campnotes.pages.gathered import gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.shown import ShownPlace, one_a_note
from campnotes.site.cited import MOST_CITING
from campnotes.site.labels import reference_title
from campnotes.site.model import Site, reference_anchor
from campnotes.site.parts import Listing, Part


@dataclass(frozen=True, slots=True)
class CitedReference:
    """A reference and where it is cited, and in how many `more` notes it is.

    `address` is told beside a title.
    """

    anchor: str
    canonical: str
    title: str
    address: str
    cited_in: tuple[ShownPlace, ...]
    more: int


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the references, or its parts."""
    if site.notebook.references:
        parts = [_shown(part, site) for part in site.reference_parts]
        title = site.translate("References")
        yield from gathered_pages("references", title, parts, site, _call)


def _shown(part: Part[Reference], site: Site) -> Part[CitedReference]:
    shown = []
    for kind in part:
        references = [_cited(reference, site) for reference in kind.entries]
        listing = Listing(
            anchor=kind.anchor,
            title=kind.title,
            entries=tuple(references),
            is_folded=kind.is_folded,
        )
        shown.append(listing)
    return tuple(shown)


def _call(reference: CitedReference) -> str:
    return reference.title


def _cited(reference: Reference, site: Site) -> CitedReference:
    canonical = reference.canonical
    cited_in = one_a_note(reference.cited_by, site)
    return CitedReference(
        anchor=reference_anchor(canonical),
        canonical=canonical,
        title=reference_title(reference),
        address=short_address(canonical) if reference.title else "",
        cited_in=cited_in[:MOST_CITING],
        more=max(len(cited_in) - MOST_CITING, 0),
    )
