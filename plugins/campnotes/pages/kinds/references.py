"""All references by kind, with the notes that cite them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campnotes.linking.model import Reference, ReferenceKind
from campnotes.linking.references import short_address
from campnotes.pages.generated import GeneratedPage, toc_entry
from campnotes.pages.shown import ShownPlace, one_a_note
from campnotes.site.labels import reference_kind_name, reference_title
from campnotes.site.model import Site, reference_anchor


@dataclass(frozen=True, slots=True)
class CitedReference:
    """A reference and where it is cited; `address` is told beside a title."""

    anchor: str
    canonical: str
    title: str
    address: str
    cited_in: tuple[ShownPlace, ...]


@dataclass(frozen=True, slots=True)
class ReferencesOfKind:
    """The references of a kind; a folded kind is opened by who wants to see it."""

    anchor: str
    title: str
    is_folded: bool
    references: tuple[CitedReference, ...]


@dataclass(frozen=True, slots=True)
class References:
    """All references."""

    kinds: tuple[ReferencesOfKind, ...]


def pages(site: Site) -> Iterator[GeneratedPage]:
    """Plan the page of the references."""
    if site.notebook.references:
        kinds = [_of_kind(kind, site) for kind in _kinds(site)]
        yield GeneratedPage(
            source=site.source("references"),
            title=site.translate("References"),
            template="campnotes/references.html",
            section="references",
            view=References(kinds=tuple(kinds)),
            toc=tuple(toc_entry(kind.title, kind.anchor) for kind in kinds),
        )


def _kinds(site: Site) -> list[ReferenceKind]:
    """The kinds of the references in their order; images and files come last."""
    known = {reference.kind for reference in site.notebook.references}
    kinds = [kind for kind in ReferenceKind if kind in known]
    return sorted(kinds, key=lambda kind: kind is ReferenceKind.ASSET)


def _of_kind(kind: ReferenceKind, site: Site) -> ReferencesOfKind:
    references = [r for r in site.notebook.references if r.kind is kind]
    return ReferencesOfKind(
        anchor=f"kind-{kind}",
        title=reference_kind_name(kind, site.translate),
        is_folded=kind is ReferenceKind.ASSET,
        references=tuple(_cited(reference, site) for reference in references),
    )


def _cited(reference: Reference, site: Site) -> CitedReference:
    return CitedReference(
        anchor=reference_anchor(reference.canonical),
        canonical=reference.canonical,
        title=reference_title(reference),
        address=short_address(reference.canonical) if reference.title else "",
        cited_in=one_a_note(reference.cited_by, site),
    )
