"""Give each link of a note its outcome: a note, a file, an external reference, or nothing."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from campnotes.linking.addresses import (
    OTHER_SCHEMES,
    SAFE_SCHEMES,
    InnerAddress,
    read_own,
    read_own_picture,
    read_relative,
    scheme_of,
)
from campnotes.linking.anchors import plain_fragment
from campnotes.linking.file_index import TOP, FileIndex
from campnotes.linking.local_addresses import has_local_scheme, is_local_path
from campnotes.linking.meant_files import meant_file
from campnotes.linking.model import LinkedEntry, LinkedLink, Match, Outcome
from campnotes.linking.references import canonical_address, reference_kind
from campnotes.linking.surroundings import Surroundings
from campnotes.linking.wikilinks import split_wikilink
from campnotes.notebook.paths import is_note
from campnotes.parsing.embedded_images import (
    is_embedded,
    is_embedded_image,
)
from campnotes.parsing.links import Link, Markup

NOTES_OF_SITE = "docs"  # of MkDocs, VuePress, docsify and others
# What is in them stands at the top of a site: Hugo's, VuePress', Hexo's, Docusaurus'.
COPIED_FOLDERS = ("static", "public", ".vuepress/public", "source")


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
    if scheme and not names_file(url, path, surroundings.files):
        return _link_scheme(link, url, scheme)
    line_and_address = (link.line, link.url)
    entry = contents.get(line_and_address)
    if entry is not None:
        return _link_contents_entry(link, path, entry)
    address = _read_inner(url, path, surroundings)
    return _link_within(link, path, address, surroundings)


def _link_scheme(link: Link, url: str, scheme: str) -> LinkedLink:
    """The outcome of a link whose scheme is no other host's: an embedded image, a local file."""
    if link.image and is_embedded(url):
        is_shown = is_embedded_image(url)
        return LinkedLink(link, Outcome.EMBEDDED, ok=is_shown)
    if has_local_scheme(scheme):
        return LinkedLink(link, Outcome.LOCAL, ok=False)
    return LinkedLink(link, Outcome.UNSAFE, ok=False)


def _read_inner(url: str, path: str, surroundings: Surroundings) -> InnerAddress:
    """An address within the notebook, of those that one from a top may mean the first that is there.

    GitHub's top is the repository's, of which the notebook may be a folder; that of a generated site
    is the folder of its notes (`docs/`), or one that its generator copies (`static/`).
    """
    address = read_relative(url, path)
    files = surroundings.files
    if not url.startswith("/") or not address.path:
        return address
    for meant in _from_tops(address.path, path, surroundings.settings.folder):
        if files.find(meant) is not None or files.find_folder(meant) is not None:
            return replace(address, path=meant)
    return address


def _from_tops(path: str, from_path: str, folder: str) -> Iterator[str]:
    if folder and f"{path}/".startswith(f"{folder}/"):
        yield path.removeprefix(folder).strip("/") or TOP
    first_folder, slash, _ = from_path.partition("/")
    tops = ["", NOTES_OF_SITE, first_folder if slash else ""]
    for top in dict.fromkeys(tops):
        for copied in ("", *COPIED_FOLDERS):
            yield posixpath.join(top, copied, path)


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
    if address.path == "" and link.image:
        return LinkedLink(link, Outcome.MISSING, ok=False)
    if address.path == "":
        return _link_within_note(link, path, address.fragment, surroundings)
    found = surroundings.files.find(address.path)
    if found is None:
        return _link_no_file(link, address, surroundings)
    if is_note(found.path) and link.image:
        return LinkedLink(link, Outcome.MISSING, ok=False)
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
    return replace(
        linked,
        anchor=heading.anchor,
        repaired=heading,
    )


def _link_no_file(link: Link, address: InnerAddress, surroundings: Surroundings) -> LinkedLink:
    """The outcome of a link to no file: a folder without a note of its own, or nothing.

    What an author clearly meant is found here too; see `meant_file`.
    """
    path = address.path or ""
    folder = surroundings.files.find_folder(path)
    if folder is not None and not link.image:
        return _link_folder(link, folder, surroundings)
    if is_local_path(link.url.strip()):
        return LinkedLink(link, Outcome.LOCAL, ok=False)
    meant = meant_file(link, path, surroundings.files)
    if meant is None:
        return LinkedLink(link, Outcome.MISSING, ok=False)
    if is_note(meant):
        return _link_note(link, meant, address.fragment, surroundings)
    return LinkedLink(link, Outcome.FILE, target=meant)


def _link_folder(link: Link, folder: str, surroundings: Surroundings) -> LinkedLink:
    note = surroundings.folders.lead(folder).note
    if note is not None:
        return LinkedLink(
            link,
            Outcome.NOTE,
            target=note,
            by_folder=True,
        )
    return LinkedLink(link, Outcome.FOLDER, target=folder)
