"""Gather the external resources that all notes of a notebook cite."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct, field

from campnotes.linking.model import Cited, Note, Reference, ReferenceKind
from campnotes.parsing.links import Link
from campnotes.patterns import regex

_SAYS_NOTHING = regex(
    r"^(?:링크\d*|links?\s*\d*|here|여기|클릭|click(?: here)?|이동|바로\s*가기|참고|출처|"
    r"source|image|url|문서|자료|블로그|"
    r"github|notion|\[?\d+\]?|\W*)$",
    re.IGNORECASE,
)
_ADDRESS = regex(r"^(?:https?://|www\.)")


class _Citations(Struct):
    """What the notes read so far say of one resource; `cited_by` is an ordered set."""

    kind: ReferenceKind
    title: str | None = None
    is_only_shown: bool = True
    cited_by: dict[Cited, None] = field(default_factory=dict)


def gather_references(notes: Iterable[Note]) -> tuple[Reference, ...]:
    """The references of all notes, in the order of their first citation.

    - A resource is only an asset if nothing else than an asset is seen in it.
    - Its title is the first text of a link to it that says something.
    """
    gathered: dict[str, _Citations] = {}
    for note in notes:
        for linked in note.citations:
            kind = linked.kind or ReferenceKind.PAGE
            new = _Citations(kind)
            citations = gathered.setdefault(linked.canonical, new)
            cited = Cited(note.path, linked.link.line)
            citations.cited_by.setdefault(cited)
            # An image in one note may be a link to the same address in another.
            if citations.kind is ReferenceKind.ASSET:
                citations.kind = kind
            if not linked.link.image:
                citations.is_only_shown = False
            if citations.title is None:
                citations.title = _title(linked.link)
    references = []
    for canonical, citations in gathered.items():
        reference = Reference(
            canonical=canonical,
            kind=citations.kind,
            title=citations.title,
            cited_by=tuple(citations.cited_by),
            is_only_shown=citations.is_only_shown,
        )
        references.append(reference)
    return tuple(references)


def _title(link: Link) -> str | None:
    """The title that a link gives to what it leads to: its text, if this says something."""
    if link.image:
        return None
    words = link.text.split()
    text = " ".join(words)
    return text if _is_title(text) else None


def _is_title(text: str) -> bool:
    """Tell whether a link's text is a title: neither an address nor 「링크」."""
    if not text or _ADDRESS.match(text):
        return False
    return not _SAYS_NOTHING.match(text)
