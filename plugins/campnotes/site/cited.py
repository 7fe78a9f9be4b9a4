"""The references by kind, and which part of their pages each is on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
