"""Give every note and file of a notebook an address of its own in the site.

A site address is a path in the site's folder, such as `week1/day1/index.html`. No two are the same,
however a web host looks at case and at the forms of Hangul; none is a folder that another one needs;
none is the theme's or ours.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct, field

from campnotes.notebook.exported_names import without_hashes
from campnotes.notebook.paths import folded, folders_around, is_index, natural_order

# What we and MkDocs write besides the pages, and what tells a host how to serve a site.
OURS = frozenset(
    ".campnotes-site 404.html atom.xml campnotes.json feed.xml llms.txt objects.inv sitemap.xml "
    "sitemap.xml.gz search/search_index.json search/search_index.js".split()
)
HOSTS_OWN = frozenset(
    "_config.yml _headers _redirects _routes.json _worker.js ads.txt cname crossdomain.xml "
    "firebase.json netlify.toml robots.txt security.txt staticwebapp.config.json vercel.json "
    "web.config".split()
)
LONGEST_NAME = 240  # bytes
HOME = "index.html"
# Folders that hold files of ours alone, whose names aren't known before the end of a build.
OUR_FOLDERS = ("search/", "assets/campnotes/")


class Hosting(Struct, frozen=True):
    """What the host says of the site that a notebook is published in.

    - `directory_urls`: whether `day1.md` is at `day1/index.html` instead of `day1.html`;
    - `taken`: site addresses that are the theme's;
    - `asked`: paths of files that its trusted configuration needs, which are published as they are;
    - `linked`: paths that its navigation leads to.
    """

    directory_urls: bool = True
    taken: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    linked: frozenset[str] = frozenset()


class TakenAddresses(Struct, frozen=True):
    """The site addresses that are given already, as a web host sees them that is loose with case."""

    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)

    def is_free(self, address: str) -> bool:
        """Tell whether an address is nobody's, nor a folder, nor within what is a file."""
        key = folded(address)
        if key in self.files or key in self.folders:
            return False
        return self.files.isdisjoint(folders_around(key))

    def take(self, address: str) -> None:
        """Give an address away."""
        key = folded(address)
        self.files.add(key)
        self.folders.update(folders_around(key))


def reserve(hosting: Hosting) -> TakenAddresses:
    """The addresses that no note or file of a notebook may have."""
    taken = TakenAddresses()
    asked = map(str.lower, hosting.asked)
    for address in (*OURS, *HOSTS_OWN.difference(asked), *hosting.taken):
        taken.take(address)
    for folder in OUR_FOLDERS:
        key = folded(folder.rstrip("/"))
        taken.folders.update((key, *folders_around(key)))
    return taken


def address_notes(
    notes: Iterable[str], taken: TakenAddresses, *, directory_urls: bool = True
) -> dict[str, str]:
    """Give each note its site address, by path, and mark these as taken.

    - It is MkDocs' where that is free. A folder's own page is first, `README` before `index`.
    - Else its name gets `-note` behind it, and a number, until it is free: of `week1.md` and
      `week1/README.md`, the former is at `week1-note/index.html`.
    """
    addresses: dict[str, str] = {}
    waiting = []
    in_order = sorted(notes, key=_precedence)
    if not any(map(_opens_site, in_order)):
        taken.take(HOME)  # for a page that is made from the notebook
    for path in in_order:
        wanted = usual_address(path, directory_urls=directory_urls)
        if _is_free_page(wanted, taken) and not _may_be_ours(wanted):
            addresses[path] = wanted
            _take_page(wanted, taken)
        else:
            waiting.append(path)
    # Only now, so that a note that is called `week1-note.md` has its own address first.
    for path in waiting:
        folder, name = _folder_and_name(path)
        free_folder = _free_folder(folder, taken)
        for free_name in _numbered(name):
            address = _page(free_folder, free_name, directory_urls=directory_urls)
            if _is_free_page(address, taken):
                break
        addresses[path] = address
        _take_page(address, taken)
    return addresses


def _is_free_page(address: str, taken: TakenAddresses) -> bool:
    """Tell whether a note's page may be at an address, and its Markdown beside it."""
    markdown = markdown_address(address)
    return taken.is_free(address) and taken.is_free(markdown)


def _take_page(address: str, taken: TakenAddresses) -> None:
    taken.take(address)
    markdown = markdown_address(address)
    taken.take(markdown)


def markdown_address(page: str) -> str:
    """Where a page's Markdown lies: `day1/index.md` of `day1/`, `day1.md` of `day1.html`.

    `page` is its site address or its address: `day1/index.html` and `day1/` lead to the same.
    """
    if page == "" or page.endswith("/"):
        return f"{page}index.md"
    stem, _ = posixpath.splitext(page)
    return f"{stem}.md"


def _opens_site(path: str) -> bool:
    return usual_address(path, directory_urls=True) == HOME


def usual_address(path: str, *, directory_urls: bool) -> str:
    """The site address that MkDocs gives a note, without what Notion puts behind names."""
    folder, name = _folder_and_name(path)
    if is_index(path):
        return posixpath.join(folder, "index.html")
    return _page(folder, name, directory_urls=directory_urls)


def address_file(wanted: str, taken: TakenAddresses) -> str:
    """Give a file its site address, and mark it as taken: `img/a.png`, else `img/a-file.png`."""
    address = wanted
    folder, name = posixpath.split(wanted)
    is_too_long = len(name.encode()) > LONGEST_NAME
    if is_too_long or _is_ours(wanted) or not taken.is_free(wanted):
        stem, dot, suffixes = name.partition(".")
        stem = _shortened(stem, longest=LONGEST_NAME - len(suffixes.encode()))
        free_folder = _free_folder(folder, taken)
        for free_stem in _numbered(stem, mark="file"):
            address = posixpath.join(free_folder, f"{free_stem}{dot}{suffixes}")
            if taken.is_free(address):
                break
    taken.take(address)
    return address


def _is_ours(address: str) -> bool:
    return folded(address).startswith(OUR_FOLDERS)


def _may_be_ours(page: str) -> bool:
    """Tell whether a page's folder has the name that a file of ours may have: `campnotes.css/`."""
    folder = posixpath.dirname(page)
    return "." in folder and _is_ours(page)


def _precedence(path: str) -> tuple[bool, bool, tuple[object, ...], str]:
    """Sort folders' own pages to the front, and READMEs before them all."""
    name = posixpath.basename(path).lower()
    is_readme = name.startswith("readme.")
    return not is_index(path), not is_readme, natural_order(path), path


def _folder_and_name(path: str) -> tuple[str, str]:
    folder, name = posixpath.split(without_hashes(path))
    stem, _suffix = posixpath.splitext(name)
    if is_index(path):
        return folder, "index"
    return folder, stem


def _page(folder: str, name: str, *, directory_urls: bool) -> str:
    name = _shortened(name)
    if directory_urls:
        return posixpath.join(folder, name, "index.html")
    return posixpath.join(folder, f"{name}.html")


def _shortened(name: str, *, longest: int = LONGEST_NAME) -> str:
    """A name that leaves room for what is put behind it: systems take 255 bytes."""
    encoded = name.encode()
    if len(encoded) <= longest:
        return name
    digest = hashlib.sha256(encoded).hexdigest()[:8]
    room = max(longest - 9, 0)
    beginning = encoded[:room].decode(errors="ignore")
    return f"{beginning}-{digest}"


def _free_folder(folder: str, taken: TakenAddresses) -> str:
    """A folder, no part of which is a file, nor holds files of ours alone."""
    free = ""
    for part in folder.split("/"):
        for candidate in chain([part], _numbered(part)):
            tried = posixpath.join(free, candidate)
            if folded(tried) not in taken.files and not _is_ours(f"{tried}/"):
                break
        free = tried
    return free


def _numbered(name: str, *, mark: str = "note") -> Iterator[str]:
    """Go through the names that may stand for one: `week1-note`, `week1-note-2`, …."""
    yield f"{name}-{mark}"
    number = 2
    while True:
        yield f"{name}-{mark}-{number}"
        number += 1
