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
from campnotes.linking.wikilinks import split_wikilink
from campnotes.notebook.files import is_note
from campnotes.parsing.links import Link, Markup

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
    if url.startswith("//"):
        url = f"https:{url}"
    scheme = scheme_of(url)
    if scheme in SAFE_SCHEMES:
        return _link_web_address(link, url, path, surroundings)
    if scheme in OTHER_SCHEMES and not link.image:
        return LinkedLink(link, Outcome.OTHER)
    if link.markup is Markup.WIKILINK:
        return _link_wikilink(link, path, surroundings)
    if scheme and not _names_file(url, path, surroundings.files):
        return LinkedLink(link, Outcome.UNSAFE, ok=False)
    line_and_address = (link.line, link.url)
    entry = contents.get(line_and_address)
    if entry is not None:
        return _link_contents_entry(link, path, entry)
    address = read_relative(url, path)
    return _link_within(link, path, address, surroundings)


def _link_web_address(link: Link, url: str, path: str, surroundings: Surroundings) -> LinkedLink:
    if not link.image:
        own = read_own(url, surroundings.settings, surroundings.files)
        if own is not None:
            linked = _link_within(link, path, own, surroundings)
            return replace(linked, own=True)
    canonical = canonical_address(url)
    return LinkedLink(
        link=link,
        outcome=Outcome.EXTERNAL,
        canonical=canonical,
        kind=reference_kind(canonical, image=link.image),
    )


def _link_wikilink(link: Link, path: str, surroundings: Surroundings) -> LinkedLink:
    """The outcome of `[[노트#제목]]`: a name, and not an address."""
    name, heading = split_wikilink(link.url)
    if not name:
        return _link_within_note(link, path, heading, surroundings)
    target = surroundings.wiki_names.find(name, path)
    if target is None and not link.image and not surroundings.wiki_names.used:
        return LinkedLink(link, Outcome.TEXT)
    if target is None:
        return LinkedLink(link, Outcome.MISSING, ok=False)
    if is_note(target) and not link.image:
        return _link_note(link, target, heading, surroundings)
    return LinkedLink(link, Outcome.FILE, target=target)


def _names_file(url: str, path: str, files: FileIndex) -> bool:
    """Tell whether what looks like a scheme is a file's name: `3강:정리.md`."""
    address = read_relative(f"./{url}", path)
    if not address.path:
        return False
    found = files.find(address.path)
    return found is not None


def _link_contents_entry(link: Link, path: str, linked: LinkedEntry) -> LinkedLink:
    if linked.match is Match.MISSING:
        return _missing_in_note(link, path)
    anchor = linked.entry.anchor or ""
    if linked.heading is not None:
        anchor = linked.heading.anchor
    return LinkedLink(
        link=link,
        outcome=Outcome.NOTE,
        target=path,
        anchor=plain_fragment(anchor),
    )


def _missing_in_note(link: Link, path: str) -> LinkedLink:
    """The outcome of a link to an anchor that its own note doesn't have."""
    return LinkedLink(
        link=link,
        outcome=Outcome.MISSING,
        target=path,
        ok=False,
    )


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
        folder = address.path.strip("/")
        return _link_folder(link, folder, surroundings.files)
    if is_note(found.path):
        return _link_note(link, found.path, address.fragment, surroundings)
    return LinkedLink(link, Outcome.FILE, target=found.path)


def _link_within_note(
    link: Link, path: str, fragment: str, surroundings: Surroundings
) -> LinkedLink:
    anchor: str | None = ""
    if fragment not in {"", "top"}:
        anchors = surroundings.anchors[path]
        anchor = anchors.find(fragment)
    if anchor is None:
        return _missing_in_note(link, path)
    return LinkedLink(
        link=link,
        outcome=Outcome.NOTE,
        target=path,
        anchor=anchor,
    )


def _link_note(link: Link, target: str, fragment: str, surroundings: Surroundings) -> LinkedLink:
    """The outcome of a link to another note, which leads to its top if the anchor is missing."""
    anchors = surroundings.anchors.get(target)
    anchor: str | None = ""
    if anchors is not None and fragment:
        anchor = anchors.find(fragment)
    return LinkedLink(
        link=link,
        outcome=Outcome.NOTE,
        target=target,
        anchor=anchor or "",
        ok=anchor is not None,
    )


def _link_folder(link: Link, folder: str, files: FileIndex) -> LinkedLink:
    """The outcome of a link to no file: a folder without a note of its own, or nothing."""
    is_folder = folder in files.folders
    if is_folder and not link.image:
        return LinkedLink(link, Outcome.FOLDER, target=folder)
    return LinkedLink(link, Outcome.MISSING, ok=False)


def link_findings(
    path: str, links: Collection[LinkedLink], surroundings: Surroundings
) -> list[Finding]:
    """What there is to say about the links of a note, but for its contents."""
    findings = []
    for linked in links:
        code, values = _finding(linked, path, surroundings)
        if not code:
            continue
        link = linked.link
        shown_url = link.url[:LONGEST_SHOWN]
        finding = Finding(
            code=code,
            path=path,
            line=link.line,
            column=link.column,
            values={"url": shown_url, **values},
        )
        findings.append(finding)
    return findings


_CodeAndValues = tuple[str, dict[str, str]]
_NOTHING: _CodeAndValues = ("", {})


def _finding(linked: LinkedLink, path: str, surroundings: Surroundings) -> _CodeAndValues:
    target = linked.target or ""
    size = surroundings.large_images.get(target)
    if linked.link.image and size:
        megabytes = size / MEGABYTE
        return "image-large", {"size": f"{megabytes:.1f}"}
    match linked.outcome:
        case Outcome.UNSAFE:
            return "link-unsafe", {}
        case Outcome.OUTSIDE:
            return "link-outside-notebook", {}
        case Outcome.EXTERNAL if _is_expired_image(linked):
            return "image-expired", {}
        case Outcome.MISSING:
            return _missing(linked, path, surroundings.files)
        case Outcome.NOTE if not linked.ok:
            return "link-anchor-missing", {"target": target}
        case Outcome.NOTE | Outcome.FILE if not linked.own:
            return _repaired(linked, path, surroundings.files)
    return _NOTHING


def _missing(linked: LinkedLink, path: str, files: FileIndex) -> _CodeAndValues:
    link = linked.link
    if link.url.startswith("#"):
        return "link-anchor-missing", {"target": path}
    if link.image:
        return "image-missing", {}
    if link.markup is Markup.WIKILINK:
        return "wikilink-missing", {}
    similar = None
    if not linked.own:
        similar = _similar_file(link.url, path, files)
    if similar is None:
        return "link-target-missing", {}
    suggestion = _written_from(path, similar)
    return "link-target-similar", {"suggestion": suggestion}


def _similar_file(url: str, path: str, files: FileIndex) -> str | None:
    address = read_relative(url, path)
    if not address.path:
        return None
    return files.similar(address.path)


def _repaired(linked: LinkedLink, path: str, files: FileIndex) -> _CodeAndValues:
    # A wikilink is no address, but a name.
    if linked.target == path or linked.link.markup is Markup.WIKILINK:
        return _NOTHING
    address = read_relative(linked.link.url, path)
    if not address.path:
        return _NOTHING
    found = files.find(address.path)
    if found is None or found.exact:
        return _NOTHING
    values = {
        "target": found.path,
        "suggestion": _written_from(path, found.path),
    }
    return "link-target-repaired", values


def _written_from(path: str, target: str) -> str:
    """The address by which the note at `path` may write a file."""
    folder = posixpath.dirname(path) or "."
    relative = posixpath.relpath(target, folder)
    return quote(relative, safe="/가-힣")


def _is_expired_image(linked: LinkedLink) -> bool:
    """Tell images that Notion keeps behind addresses which stop working after an hour."""
    if not linked.link.image:
        return False
    address = linked.canonical
    return "secure.notion-static.com" in address or "prod-files-secure" in address
