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
        toc = [toc_entry(kind.title, kind.anchor) for kind in kinds]
        yield GeneratedPage(
            source=site.source("references"),
            title=site.translate("References"),
            template="campnotes/references.html",
            section="references",
            view=References(kinds=tuple(kinds)),
            toc=tuple(toc),
        )


def _kinds(site: Site) -> list[ReferenceKind]:
    """The kinds of the references in their order; images and files come last."""
    references = site.notebook.references
    known = {reference.kind for reference in references}
    kinds = [kind for kind in ReferenceKind if kind in known]
    if ReferenceKind.ASSET in known:
        kinds.remove(ReferenceKind.ASSET)
        kinds.append(ReferenceKind.ASSET)
    return kinds


def _of_kind(kind: ReferenceKind, site: Site) -> ReferencesOfKind:
    of_kind = [known for known in site.notebook.references if known.kind is kind]
    references = [_cited(reference, site) for reference in of_kind]
    return ReferencesOfKind(
        anchor=f"kind-{kind}",
        title=reference_kind_name(kind, site.translate),
        is_folded=kind is ReferenceKind.ASSET,
        references=tuple(references),
    )


def _cited(reference: Reference, site: Site) -> CitedReference:
    canonical = reference.canonical
    return CitedReference(
        anchor=reference_anchor(canonical),
        canonical=canonical,
        title=reference_title(reference),
        address=short_address(canonical) if reference.title else "",
        cited_in=one_a_note(reference.cited_by, site),
    )
