"""Give each link of a note its outcome: a note, a file, an external reference, or nothing."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from campnotes.finding import Finding
from campnotes.linking.addresses import (
    OTHER_SCHEMES,
    SAFE_SCHEMES,
    Address,
    FileIndex,
    read_own,
    read_relative,
    scheme_of,
)
from campnotes.linking.model import LinkedEntry, LinkedLink, Match, Outcome
from campnotes.linking.references import canonical_address, reference_kind
from campnotes.notebook.files import is_note
from campnotes.parsing.links import Link
from campnotes.parsing.outline import Heading
from campnotes.settings import Settings


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors of one note: of its headings, and those set in HTML."""

    headings: tuple[Heading, ...]
    html_ids: frozenset[str]

    def find(self, fragment: str) -> str | None:
        """The anchor that a fragment means, as written or nearly so."""
        wanted = fragment.removeprefix("user-content-")
        known = {heading.anchor for heading in self.headings} | self.html_ids
        if wanted in known:
            return wanted
        loose = {_loose(anchor): anchor for anchor in sorted(known, reverse=True)}
        return loose.get(_loose(wanted)) if _loose(wanted) else None


def _loose(anchor: str) -> str:
    return "".join(c for c in anchor.lower() if c.isalnum())


@dataclass(frozen=True, slots=True)
class LinkingContext:
    """What is needed of the whole notebook to link one note."""

    settings: Settings
    files: FileIndex
    anchors: Mapping[str, Anchors]
    large_images: Mapping[str, int] = field(default_factory=dict)  # bytes, by path


def link_link(
    link: Link, path: str, contents: Mapping[tuple[int, str], LinkedEntry], context: LinkingContext
) -> LinkedLink:
    """The outcome of one link of the note at `path`.

    `contents` holds the note's contents entries by line and address as written.
    """
    url = link.url.strip()
    scheme = scheme_of(url)
    if url.startswith("//"):
        scheme, url = "https", f"https:{url}"
    if scheme in SAFE_SCHEMES:
        own = None if link.image else read_own(url, context.settings, context.files)
        if own is not None:
            found = _within(link, path, own, context)
            return replace(found, own=True)
        canonical = canonical_address(url)
        kind = reference_kind(canonical, image=link.image)
        return LinkedLink(link, Outcome.EXTERNAL, canonical=canonical, kind=kind)
    if scheme in OTHER_SCHEMES and not link.image:
        return LinkedLink(link, Outcome.OTHER)
    if scheme and not _names_file(url, path, context.files):
        return LinkedLink(link, Outcome.UNSAFE, ok=False)
    if entry := contents.get((link.line, link.url)):
        return _contents_link(link, path, entry)
    return _within(link, path, read_relative(url, path), context)


def _names_file(url: str, path: str, files: FileIndex) -> bool:
    """Whether what looks like a scheme is a file's name: `3강:정리.md`."""
    relative = read_relative(f"./{url}", path).path
    return bool(relative) and files.find(relative or "") is not None


def _contents_link(link: Link, path: str, linked: LinkedEntry) -> LinkedLink:
    if linked.match is Match.MISSING:
        return LinkedLink(link, Outcome.MISSING, path, ok=False)
    anchor = linked.heading.anchor if linked.heading else (linked.entry.anchor or "")
    return LinkedLink(link, Outcome.NOTE, path, anchor.removeprefix("user-content-"))


def _within(link: Link, path: str, address: Address, context: LinkingContext) -> LinkedLink:
    if address.path is None:
        return LinkedLink(link, Outcome.OUTSIDE, ok=False)
    if address.path == "":
        if not address.fragment or address.fragment == "top":
            return LinkedLink(link, Outcome.NOTE, path)
        anchor = context.anchors[path].find(address.fragment)
        outcome = Outcome.NOTE if anchor is not None else Outcome.MISSING
        return LinkedLink(link, outcome, path, anchor or "", ok=anchor is not None)
    found = context.files.find(address.path)
    if found is None:
        if address.path.strip("/") in context.files.folders and not link.image:
            return LinkedLink(link, Outcome.FOLDER, address.path.strip("/"))
        return LinkedLink(link, Outcome.MISSING, ok=False)
    if not is_note(found.path):
        return LinkedLink(link, Outcome.FILE, found.path)
    anchors = context.anchors.get(found.path)
    anchor = anchors.find(address.fragment) if anchors and address.fragment else ""
    return LinkedLink(link, Outcome.NOTE, found.path, anchor or "", ok=anchor is not None)


def link_findings(
    path: str, links: Collection[LinkedLink], context: LinkingContext
) -> list[Finding]:
    """What there is to say about the links of a note, but for its contents."""
    findings = []
    for linked in links:
        link = linked.link
        code, values = _finding(linked, path, context.files)
        if link.image and (size := context.large_images.get(linked.target or "")):
            code, values = "image-large", {"size": f"{size / 1_000_000:.1f}"}
        if code:
            shown = {"url": link.url[:200], **values}
            findings.append(Finding(code, path, link.line, link.column, shown))
    return findings


def _finding(linked: LinkedLink, path: str, files: FileIndex) -> tuple[str, dict[str, str]]:
    link = linked.link
    match linked.outcome:
        case Outcome.UNSAFE:
            return "link-unsafe", {}
        case Outcome.OUTSIDE:
            return "link-outside-notebook", {}
        case Outcome.EXTERNAL if link.image and _is_expired(linked.canonical):
            return "image-expired", {}
        case Outcome.MISSING if link.url.startswith("#"):
            return "link-anchor-missing", {"target": path}
        case Outcome.MISSING:
            return _missing(linked, path, files)
        case Outcome.NOTE if not linked.ok:
            return "link-anchor-missing", {"target": linked.target or ""}
        case Outcome.NOTE | Outcome.FILE if not linked.own and linked.target != path:
            return _repaired(linked, path, files)
    return "", {}


def _missing(linked: LinkedLink, path: str, files: FileIndex) -> tuple[str, dict[str, str]]:
    if linked.link.image:
        return "image-missing", {}
    written = read_relative(linked.link.url, path).path if not linked.own else None
    similar = files.similar(written) if written else None
    if similar:
        return "link-target-similar", {"suggestion": _relative(similar, path)}
    return "link-target-missing", {}


def _repaired(linked: LinkedLink, path: str, files: FileIndex) -> tuple[str, dict[str, str]]:
    written = read_relative(linked.link.url, path).path
    found = files.find(written) if written else None
    if found is None or found.exact:
        return "", {}
    suggestion = _relative(found.path, path)
    return "link-target-repaired", {"target": found.path, "suggestion": suggestion}


def _relative(target: str, path: str) -> str:
    return quote(posixpath.relpath(target, posixpath.dirname(path) or "."), safe="/가-힣")


def _is_expired(canonical: str) -> bool:
    """Images that Notion keeps behind addresses which stop working after an hour."""
    return "secure.notion-static.com" in canonical or "prod-files-secure" in canonical
