"""The references by site, and which part of their pages each is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from campnotes.linking.model import Notebook, Reference, ReferenceKind
from campnotes.linking.references import site_of
from campnotes.site.parts import Listing, Part, divide

MOST_CITING = 50  # notes that are told of a reference
FEWEST_OF_SITE = 3  # references, for which a site is a group of its own
_ELEMENTS = 5  # of a reference, besides a link for each note


def reference_parts(
    notebook: Notebook, citing: Mapping[str, int], translate: Callable[[str], str]
) -> tuple[Part[Reference], ...]:
    """Divide the references, by site; `citing` tells how many notes cite each.

    The site with most of them is first. Behind those that have few of them come images and files
    that notes link to; images that they only show are left out.
    """

    def elements(reference: Reference) -> int:
        return _ELEMENTS + min(citing[reference.canonical], MOST_CITING)

    by_site: dict[str, list[Reference]] = {}
    assets = []
    for reference in linked_references(notebook):
        if reference.kind is ReferenceKind.ASSET:
            assets.append(reference)
            continue
        site = site_of(reference.canonical)
        of_site = by_site.setdefault(site, [])
        of_site.append(reference)
    listings = _of_sites(by_site, translate)
    images = Listing(
        anchor=f"kind-{ReferenceKind.ASSET}",
        title=translate("Images and files"),
        entries=tuple(assets),
        is_folded=True,
    )
    return divide([*listings, images], elements)


def linked_references(notebook: Notebook) -> tuple[Reference, ...]:
    """The references that a reader is told of and that are counted: all but what is only shown."""
    linked = [one for one in notebook.references if not one.is_only_shown]
    return tuple(linked)


def _of_sites(
    by_site: Mapping[str, Sequence[Reference]], translate: Callable[[str], str]
) -> list[Listing[Reference]]:
    listings = []
    others: list[Reference] = []
    for site, references in sorted(by_site.items(), key=_most_first):
        if not site or len(references) < FEWEST_OF_SITE:
            others += references
            continue
        listing = Listing(
            anchor=f"site-{site}",
            title=site,
            entries=tuple(references),
        )
        listings.append(listing)
    rest = Listing(
        anchor="sites",
        title=translate("Other sites"),
        entries=tuple(others),
    )
    return [*listings, rest]


def _most_first(found: tuple[str, Sequence[Reference]]) -> tuple[int, str]:
    site, references = found
    return -len(references), site


def part_numbers(parts: Sequence[Part[Reference]]) -> Mapping[str, int]:
    """On which part of the page each reference is, by canonical address; 0 if it is whole."""
    is_divided = len(parts) > 1
    numbers = {}
    for number, part in enumerate(parts, 1):
        for listing in part:
            for reference in listing.entries:
                numbers[reference.canonical] = number if is_divided else 0
    return numbers


def citing_notes(references: Iterable[Reference]) -> Mapping[str, int]:
    """How many notes cite each reference, by canonical address."""
    counts = {}
    for reference in references:
        paths = {cited.path for cited in reference.cited_by}
        counts[reference.canonical] = len(paths)
    return counts
