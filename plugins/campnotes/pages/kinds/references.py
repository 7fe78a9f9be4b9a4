"""All references by site, with the notes that cite them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from campnotes.linking.model import Reference, ReferenceKind
from campnotes.linking.recurring import is_generic
from campnotes.linking.references import short_address, site_of, title_of_address
from campnotes.notebook.plain_text import shortened
from campnotes.pages.filtering import PageFilter, by_weight, most_first, page_filter
from campnotes.pages.gathered import Gathering, gathered_pages
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.shown import ShownPlace, one_a_note
from campnotes.site.cited import MOST_CITING, linked_references
from campnotes.site.excerpts import EXCERPT
from campnotes.site.labels import reference_kind_name
from campnotes.site.model import Site, reference_anchor
from campnotes.site.parts import Listing, Part


class CitedReference(Struct, frozen=True):
    """A reference and where it is cited, and in how many `more` notes it is.

    `address` is told beside a title. `site` is told where the references of several stand together.
    """

    anchor: str
    canonical: str
    title: str
    address: str
    site: str
    kind: str
    cited_in: tuple[ShownPlace, ...]
    more: int

    @property
    def notes(self) -> int:
        """How many notes cite it."""
        return len(self.cited_in) + self.more


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the references, or its parts."""
    if not site.reference_parts:
        return
    gathering = Gathering(
        name="references",
        title=site.translate("References"),
        parts=[_shown(part, site) for part in site.reference_parts],
        call=_call,
        filter=_filter(site),
    )
    yield from gathered_pages(gathering, site)


def _filter(site: Site) -> PageFilter:
    references = linked_references(site.notebook)
    resources = [one for one in references if one.kind is not ReferenceKind.ASSET]
    kinds = [reference_kind_name(one.kind, site.translate) for one in resources]
    sites = [site_of(one.canonical) for one in resources]
    facets = (
        most_first("kind", site.translate("Kinds"), kinds),
        most_first("site", site.translate("Sites"), sites),
    )
    orders = by_weight(site.translate, site.translate("Most cited first"))
    return page_filter(len(references), facets, orders)


def _shown(part: Part[Reference], site: Site) -> Part[CitedReference]:
    shown = []
    for listed in part:
        references = [_cited(reference, site) for reference in listed.entries]
        listing = Listing(
            anchor=listed.anchor,
            title=listed.title,
            entries=tuple(references),
            is_folded=listed.is_folded,
        )
        shown.append(listing)
    return tuple(shown)


def _call(reference: CitedReference) -> str:
    return reference.title


def _cited(reference: Reference, site: Site) -> CitedReference:
    canonical = reference.canonical
    cited_in = one_a_note(reference.cited_by, site)
    is_asset = reference.kind is ReferenceKind.ASSET
    return CitedReference(
        anchor=reference_anchor(canonical),
        canonical=canonical,
        title=shortened(_title(reference, cited_in, site), EXCERPT),
        address=shortened(short_address(canonical), EXCERPT),
        site=site_of(canonical),
        kind="" if is_asset else reference_kind_name(reference.kind, site.translate),
        cited_in=cited_in[:MOST_CITING],
        more=max(len(cited_in) - MOST_CITING, 0),
    )


def _title(reference: Reference, cited_in: Sequence[ShownPlace], site: Site) -> str:
    """The title that a note or the address gives; else where it is cited, rather than a long address."""
    canonical = reference.canonical
    address = short_address(canonical)
    if reference.kind is ReferenceKind.ASSET:
        return reference.title or _file_name(address)
    title = reference.title or title_of_address(canonical)
    if title is not None:
        return title
    is_a_sites_own = "/" not in address
    if is_a_sites_own or not cited_in:
        return address
    where = _section(reference, site) or cited_in[0].note.full_title
    message = site.translate("Cited under “{heading}”")
    return message.format(heading=where)


def _file_name(address: str) -> str:
    _, _, name = address.rpartition("/")
    return name or address


def _section(reference: Reference, site: Site) -> str:
    """The heading that it is first cited under, if this says something."""
    first = reference.cited_by[0]
    note = site.notebook.by_path[first.path]
    heading = note.sections_by_line.at(first.line)
    if heading is None or is_generic(heading.text):
        return ""
    return heading.text
