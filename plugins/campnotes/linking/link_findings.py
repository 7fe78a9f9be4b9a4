"""What there is to say about the links of a note: what was lost, and what was led elsewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from urllib.parse import quote

from campnotes.finding import Finding
from campnotes.linking.addresses import read_relative
from campnotes.linking.file_index import TOP, FileIndex
from campnotes.linking.folders import repository_folder
from campnotes.linking.model import LinkedLink, Outcome
from campnotes.linking.own_repository import Guess
from campnotes.linking.surroundings import Surroundings
from campnotes.parsing.embedded_images import (
    LARGEST,
    embedded_kind,
)
from campnotes.parsing.links import Markup
from campnotes.parsing.outline import Heading

MEGABYTE = 1_000_000
LONGEST_SHOWN = 200  # of an address in a finding


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
        shown_url = link.url[:LONGEST_SHOWN] or '""'
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
        case Outcome.LOCAL:
            return "image-local" if linked.link.image else "link-local", {}
        case Outcome.EMBEDDED if not linked.ok:
            size_in_megabytes = str(LARGEST // MEGABYTE)
            values = {"kind": embedded_kind(linked.link.url), "size": size_in_megabytes}
            return "image-embedded", values
        case Outcome.FOLDER:
            return "link-folder", {"target": _folder_target(target, surroundings)}
        case Outcome.EXTERNAL if _is_expired_image(linked):
            return "image-expired", {}
        case Outcome.MISSING:
            return _missing(linked, path, surroundings.files)
        case Outcome.NOTE if linked.repaired is not None:
            return "link-anchor-repaired", _repaired_anchor(linked.repaired, target)
        case Outcome.NOTE if not linked.ok:
            return "link-anchor-missing", {"target": target}
        case Outcome.NOTE | Outcome.FILE if linked.link.markup is Markup.SPACED:
            return "link-spaces-repaired", {"suggestion": _written_from(path, target)}
        case Outcome.NOTE if linked.by_folder:
            return "link-folder", {"target": target}
        case Outcome.NOTE | Outcome.FILE if not linked.own:
            return _repaired(linked, path, surroundings)
    return _NOTHING


def _repaired_anchor(heading: Heading, note: str) -> dict[str, str]:
    return {
        "note": note,
        "heading": heading.text,
        "target": heading.anchor,
    }


def _folder_target(folder: str, surroundings: Surroundings) -> str:
    """Name where a folder leads: the address on the site of a week or a list, or the repository."""
    if not folder:
        return "/"
    lead = surroundings.folders.lead(folder)
    if lead.week is not None:
        return f"weeks/{lead.week}/"
    in_repository = repository_folder(surroundings.settings, folder)
    if lead.has_notes or in_repository is None:
        return f"folders/{folder}/"
    return in_repository


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


def _repaired(linked: LinkedLink, path: str, surroundings: Surroundings) -> _CodeAndValues:
    """What there is to say of a link to a file, if GitHub has none of the name that is written."""
    # A wikilink is no address, but a name.
    if linked.link.markup is Markup.WIKILINK:
        return _NOTHING
    target = linked.target
    written = _on_github(linked.link.url.strip(), path, surroundings)
    if target is None or target == path or written == "":
        return _NOTHING
    found = None if written is None else surroundings.files.find(written)
    if found is not None and found.exact:
        return _NOTHING
    values = {
        "target": target,
        "suggestion": _written_from(path, target),
    }
    return "link-target-repaired", values


def _on_github(url: str, path: str, surroundings: Surroundings) -> str | None:
    """The path within the notebook that GitHub reads in an address; `None` for one outside."""
    within = read_relative(url, path).path
    folder = surroundings.settings.folder
    if not within or not folder or not url.startswith("/"):
        return within
    if not f"{within}/".startswith(f"{folder}/"):
        return None
    return within.removeprefix(folder).strip("/") or TOP


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
