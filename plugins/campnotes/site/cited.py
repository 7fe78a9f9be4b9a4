"""The references by kind, and which part of their pages each is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from campnotes.linking.model import Notebook, Reference, ReferenceKind
from campnotes.site.labels import reference_kind_name
from campnotes.site.parts import Listing, Part, divide

MOST_CITING = 50  # notes that are told of a reference
_ELEMENTS = 4  # of a reference, besides a link for each note


def reference_parts(
    notebook: Notebook, citing: Mapping[str, int], translate: Callable[[str], str]
) -> tuple[Part[Reference], ...]:
    """Divide the references, by kind; `citing` tells how many notes cite each."""

    def elements(reference: Reference) -> int:
        return _ELEMENTS + min(citing[reference.canonical], MOST_CITING)

    by_kind: dict[ReferenceKind, list[Reference]] = {kind: [] for kind in _kinds()}
    for reference in notebook.references:
        of_kind = by_kind[reference.kind]
        of_kind.append(reference)
    listings = []
    for kind, references in by_kind.items():
        listing = Listing(
            anchor=f"kind-{kind}",
            title=reference_kind_name(kind, translate),
            entries=tuple(references),
            is_folded=kind is ReferenceKind.ASSET,
        )
        listings.append(listing)
    return divide(listings, elements)


def _kinds() -> list[ReferenceKind]:
    """The kinds in their order; images and files come last."""
    kinds = list(ReferenceKind)
    kinds.remove(ReferenceKind.ASSET)
    return [*kinds, ReferenceKind.ASSET]


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
