"""Give each link of a note its outcome: a note, a file, an external reference, or nothing."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import replace
from urllib.parse import quote

from campnotes.finding import Finding
from campnotes.linking.addresses import (
    OTHER_SCHEMES,
    SAFE_SCHEMES,
    FileIndex,
    InnerAddress,
    read_own,
    read_relative,
    scheme_of,
)
from campnotes.linking.anchors import plain_fragment
from campnotes.linking.model import LinkedEntry, LinkedLink, Match, Outcome
from campnotes.linking.references import canonical_address, reference_kind
from campnotes.linking.surroundings import Surroundings
from campnotes.notebook.files import is_note
from campnotes.parsing.links import Link

MEGABYTE = 1_000_000
LONGEST_SHOWN = 200  # of an address in a finding


def link_link(
    link: Link,
    path: str,
    contents: Mapping[tuple[int, str], LinkedEntry],
    surroundings: Surroundings,
) -> LinkedLink:
    """The outcome of one link of the note at `path`.

    `contents` holds the note's contents entries by line and address as written.
    """
    url = link.url.strip()
    scheme = scheme_of(url)
    if url.startswith("//"):
        scheme = "https"
        url = f"https:{url}"
    if scheme in SAFE_SCHEMES:
        return _link_web_address(link, url, path, surroundings)
    if scheme in OTHER_SCHEMES and not link.image:
        return LinkedLink(link, Outcome.OTHER)
    if scheme and not _names_file(url, path, surroundings.files):
        return LinkedLink(link, Outcome.UNSAFE, ok=False)
    entry = contents.get((link.line, link.url))
    if entry is not None:
        return _link_contents_entry(link, path, entry)
    return _link_within(link, path, read_relative(url, path), surroundings)


def _link_web_address(link: Link, url: str, path: str, surroundings: Surroundings) -> LinkedLink:
    own = None if link.image else read_own(url, surroundings.settings, surroundings.files)
    if own is not None:
        linked = _link_within(link, path, own, surroundings)
        return replace(linked, own=True)
    canonical = canonical_address(url)
    kind = reference_kind(canonical, image=link.image)
    return LinkedLink(link, Outcome.EXTERNAL, canonical=canonical, kind=kind)


def _names_file(url: str, path: str, files: FileIndex) -> bool:
    """Tell whether what looks like a scheme is a file's name: `3강:정리.md`."""
    relative = read_relative(f"./{url}", path).path
    return bool(relative) and files.find(relative or "") is not None


def _link_contents_entry(link: Link, path: str, linked: LinkedEntry) -> LinkedLink:
    if linked.match is Match.MISSING:
        return LinkedLink(link, Outcome.MISSING, target=path, ok=False)
    anchor = linked.entry.anchor or ""
    if linked.heading is not None:
        anchor = linked.heading.anchor
    return LinkedLink(link, Outcome.NOTE, target=path, anchor=plain_fragment(anchor))


def _link_within(
    link: Link, path: str, address: InnerAddress, surroundings: Surroundings
) -> LinkedLink:
    """The outcome of a link that stays within the notebook."""
    if address.path is None:
        return LinkedLink(link, Outcome.OUTSIDE, ok=False)
    if address.path == "":
        return _link_within_note(link, path, address.fragment, surroundings)
    found = surroundings.files.find(address.path)
    if found is None:
        return _link_folder(link, address.path.strip("/"), surroundings.files)
    if not is_note(found.path):
        return LinkedLink(link, Outcome.FILE, target=found.path)
    anchors = surroundings.anchors.get(found.path)
    anchor: str | None = ""
    if anchors is not None and address.fragment:
        anchor = anchors.find(address.fragment)
    is_there = anchor is not None
    return LinkedLink(link, Outcome.NOTE, target=found.path, anchor=anchor or "", ok=is_there)


def _link_within_note(
    link: Link, path: str, fragment: str, surroundings: Surroundings
) -> LinkedLink:
    if fragment in {"", "top"}:
        return LinkedLink(link, Outcome.NOTE, target=path)
    anchor = surroundings.anchors[path].find(fragment)
    if anchor is None:
        return LinkedLink(link, Outcome.MISSING, target=path, ok=False)
    return LinkedLink(link, Outcome.NOTE, target=path, anchor=anchor)


def _link_folder(link: Link, folder: str, files: FileIndex) -> LinkedLink:
    """The outcome of a link to no file: a folder without a note of its own, or nothing."""
    if folder in files.folders and not link.image:
        return LinkedLink(link, Outcome.FOLDER, target=folder)
    return LinkedLink(link, Outcome.MISSING, ok=False)


def link_findings(
    path: str, links: Collection[LinkedLink], surroundings: Surroundings
) -> list[Finding]:
    """What there is to say about the links of a note, but for its contents."""
    findings = []
    for linked in links:
        link = linked.link
        code, values = _finding(linked, path, surroundings)
        if code:
            shown = {"url": link.url[:LONGEST_SHOWN], **values}
            findings.append(Finding(code, path, link.line, link.column, shown))
    return findings


_CodeAndValues = tuple[str, dict[str, str]]
_NOTHING: _CodeAndValues = ("", {})


def _finding(linked: LinkedLink, path: str, surroundings: Surroundings) -> _CodeAndValues:
    link = linked.link
    size = surroundings.large_images.get(linked.target or "")
    if link.image and size:
        return "image-large", {"size": f"{size / MEGABYTE:.1f}"}
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
            return _missing(linked, path, surroundings.files)
        case Outcome.NOTE if not linked.ok:
            return "link-anchor-missing", {"target": linked.target or ""}
        case Outcome.NOTE | Outcome.FILE if not linked.own and linked.target != path:
            return _repaired(linked, path, surroundings.files)
    return _NOTHING


def _missing(linked: LinkedLink, path: str, files: FileIndex) -> _CodeAndValues:
    if linked.link.image:
        return "image-missing", {}
    written = None if linked.own else read_relative(linked.link.url, path).path
    similar = files.similar(written) if written else None
    if similar is None:
        return "link-target-missing", {}
    return "link-target-similar", {"suggestion": _written_from(path, similar)}


def _repaired(linked: LinkedLink, path: str, files: FileIndex) -> _CodeAndValues:
    written = read_relative(linked.link.url, path).path
    found = files.find(written) if written else None
    if found is None or found.exact:
        return _NOTHING
    suggestion = _written_from(path, found.path)
    return "link-target-repaired", {"target": found.path, "suggestion": suggestion}


def _written_from(path: str, target: str) -> str:
    """The address by which the note at `path` may write a file."""
    folder = posixpath.dirname(path) or "."
    return quote(posixpath.relpath(target, folder), safe="/가-힣")


def _is_expired(canonical: str) -> bool:
    """Tell images that Notion keeps behind addresses which stop working after an hour."""
    return "secure.notion-static.com" in canonical or "prod-files-secure" in canonical
