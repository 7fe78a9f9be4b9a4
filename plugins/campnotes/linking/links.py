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
    read_own_picture,
    read_relative,
    scheme_of,
)
from campnotes.linking.anchors import plain_fragment
from campnotes.linking.model import LinkedEntry, LinkedLink, Match, Outcome
from campnotes.linking.own_repository import Guess
from campnotes.linking.references import canonical_address, reference_kind
from campnotes.linking.surroundings import Surroundings
from campnotes.notebook.files import is_note
from campnotes.parsing.links import Link
from campnotes.parsing.outline import Heading

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
    if scheme and not names_file(url, path, surroundings.files):
        return LinkedLink(link, Outcome.UNSAFE, ok=False)
    line_and_address = (link.line, link.url)
    entry = contents.get(line_and_address)
    if entry is not None:
        return _link_contents_entry(link, path, entry)
    address = read_relative(url, path)
    return _link_within(link, path, address, surroundings)


def _link_web_address(link: Link, url: str, path: str, surroundings: Surroundings) -> LinkedLink:
    read = read_own_picture if link.image else read_own
    own = read(url, surroundings.settings, surroundings.files)
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


def names_file(url: str, path: str, files: FileIndex) -> bool:
    """Tell whether what looks like a scheme or an anchor is a file's name: `3강:정리.md`."""
    address = read_relative(f"./{url}", path)
    if not address.path:
        return False
    if address.path in files.folders:
        return True
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
    if fragment in {"", "top"}:
        return LinkedLink(link, Outcome.NOTE, target=path)
    linked = _link_note(link, path, fragment, surroundings)
    return linked if linked.ok else _missing_in_note(link, path)


def _link_note(link: Link, target: str, fragment: str, surroundings: Surroundings) -> LinkedLink:
    """The outcome of a link into a note, which leads to its top if the anchor is missing."""
    anchors = surroundings.anchors.get(target)
    linked = LinkedLink(link, Outcome.NOTE, target=target)
    if anchors is None or not fragment:
        return linked
    anchor = anchors.find(fragment)
    if anchor is not None:
        return replace(linked, anchor=anchor)
    heading = None if link.image else anchors.meant(fragment, link.text)
    if heading is None:
        return replace(linked, ok=False)
    return replace(linked, anchor=heading.anchor, repaired=heading)


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
    findings = _guess_findings(path, surroundings.repository_guess)
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


def _guess_findings(path: str, guess: Guess | None) -> list[Finding]:
    """What there is to say of a repository that was told by links, at the first of them."""
    if guess is None or guess.path != path:
        return []
    values = {"repository": guess.repository, "count": str(guess.count)}
    finding = Finding(
        code="own-repository-guessed",
        path=path,
        line=guess.line,
        column=guess.column,
        values=values,
    )
    return [finding]


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
        case Outcome.NOTE if linked.repaired is not None:
            return "link-anchor-repaired", _repaired_anchor(linked.repaired, target)
        case Outcome.NOTE if not linked.ok:
            return "link-anchor-missing", {"target": target}
        case Outcome.NOTE | Outcome.FILE if not linked.own:
            return _repaired(linked, path, surroundings.files)
    return _NOTHING


def _repaired_anchor(heading: Heading, note: str) -> dict[str, str]:
    return {
        "note": note,
        "heading": heading.text,
        "target": heading.anchor,
    }


def _missing(linked: LinkedLink, path: str, files: FileIndex) -> _CodeAndValues:
    link = linked.link
    if link.url.startswith("#"):
        return "link-anchor-missing", {"target": path}
    if link.image:
        return "image-missing", {}
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
    if linked.target == path:
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
