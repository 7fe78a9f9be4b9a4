"""Show a saved note at once, before the site is built anew around it.

A whole build reads, links and writes everything, as one note may change what stands on any page. What
its author looks at is its own page. So that one is made first, from what the last whole build knows of
all others: its own text is new, and what stands around it may be that of a moment before. The whole
build follows, and is given up where another note is saved meanwhile.

This is done only beside plugins that have no say in it between pages; with others, the whole build is
waited for.
"""

from __future__ import annotations

import filecmp
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from msgspec import Struct, field

from campnotes.hosts.mkdocs.keeping.former_site import FormerSite
from campnotes.hosts.mkdocs.keeping.kept_pages import KeptPages
from campnotes.hosts.mkdocs.pages.note_pages import NotePage
from campnotes.hosts.mkdocs.pages.sealed_pages import SealedPage
from campnotes.hosts.mkdocs.publishing import Publishing
from campnotes.linking.model import Note
from campnotes.notebook.files import read_text
from campnotes.notebook.front_matter.withheld import withheld
from campnotes.parsing.note import parse_note

log = logging.getLogger("mkdocs.plugins.campnotes")

MOST_AT_ONCE = 10  # notes; where more have changed, somebody has switched branches
# The plugins that look at a page by itself, or only at the end.
_PAGE_BY_PAGE = frozenset({"campnotes", "search", "material/search"})

Stamp = tuple[int, int]  # a file's time of change and its size


class SupersededError(BaseException):
    """A build is given up for a newer one; no plugin and no host is to take it for a failure."""


class WholeBuild(Struct, frozen=True, dict=True):
    """A build that is shown: what its pages were made from, and when its notes were changed.

    `kept` knows the keys of its pages.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    environment: Environment
    publishing: Publishing
    kept: KeptPages
    stamps: dict[str, Stamp] = field(default_factory=dict)

    @property
    def _root(self) -> Path:
        return Path(self.config.docs_dir)

    @property
    def shows_at_once(self) -> bool:
        """Whether a page may be made again by itself."""
        return _PAGE_BY_PAGE.issuperset(self.config.plugins)

    def changed_pages(self) -> list[NotePage]:
        """Read the notes that were saved since, and give their pages, with the notes linked.

        There are none where that can't be shown without a whole build.
        """
        if not self.shows_at_once:
            return []
        changed = [
            path for path, stamp in self.stamps.items() if stamp_of(self._root / path) != stamp
        ]
        if len(changed) > MOST_AT_ONCE:
            return []
        pages = map(self._changed_page, changed)
        return [page for page in pages if page is not None]

    def _changed_page(self, path: str) -> NotePage | None:
        stamp = stamp_of(self._root / path)
        file = self.files.get_file_from_path(path)
        page = None if file is None else file.page
        if stamp is None or not isinstance(page, NotePage) or isinstance(page, SealedPage):
            return None
        self.stamps[path] = stamp
        text, _ = read_text(self._root, path)
        if text == page.note.parsed.text or path not in self.publishing.notebook.by_path:
            return None
        note = self._linked(text, path)
        if note is None:
            return None
        page.note = note
        return page

    def _linked(self, text: str, path: str) -> Note | None:
        """Link a note as it is now; nothing is shown of one that is no longer to be."""
        settings = self.publishing.notebook.settings
        parsed = parse_note(text, path, settings.parsing)
        if withheld(parsed.front_matter) or parsed.front_matter.draft:
            return None
        return self.publishing.link_again(parsed)

    def write(self, page: NotePage, site: Path) -> Path:
        """Make a page as MkDocs does, and put it into a site; gives its file."""
        target = site / page.file.dest_uri
        page.file.abs_dest_path = str(target)
        _populate_page(page, self.config, self.files)
        inclusion = InclusionLevel.is_in_serve
        pages = self.files.documentation_pages(inclusion=inclusion)
        _build_page(page, self.config, pages, self.nav, self.environment)
        return target


class Preview:
    """What a preview shows, and where the build under way is made.

    - `place` is a folder beside the site; `None` for a build into the site itself.
    - `is_superseded` tells that a note was saved since the build began.
    - `former` is the site that the last build made.
    """

    def __init__(self) -> None:
        self.place: Path | None = None
        self.is_superseded: Callable[[], bool] = lambda: False
        self.shown: WholeBuild | None = None
        self.former = FormerSite()
        self._stamps: dict[str, Stamp] = {}

    def begin(self, root: Path, notes: Iterable[str]) -> None:
        """Remember the times of the notes, before they are read."""
        self._stamps = dict(_stamps(root, notes))

    def go_on(self) -> None:
        """Raise SupersededError where the build isn't worth to be finished."""
        # Where nothing is shown before the whole build, one that is old is better than none.
        if self.place is None or self.shown is None or not self.shown.shows_at_once:
            return
        if self.is_superseded():
            raise SupersededError

    def between(self, step: Callable[[], object]) -> Callable[[], None]:
        """Have it looked at after each step of many whether the build is worth to be finished."""

        def step_and_go_on() -> None:
            step()
            self.go_on()

        return step_and_go_on

    def show(self, build: WholeBuild) -> None:
        """Take over a build that is finished."""
        build.stamps.update(self._stamps)
        self.shown = build

    def put(self, site: Path) -> None:
        """Take over where the site of the build that is shown lies now."""
        if self.shown is not None:
            self.former = FormerSite.at(site, self.shown.kept.keys)

    def write_changed(self, site: Path) -> Iterator[Path]:
        """Write the pages of the notes that were saved since the last whole build."""
        if self.shown is None:
            return
        for page in self.shown.changed_pages():
            yield self.shown.write(page, site)


def stamp_of(file: Path) -> Stamp | None:
    """When a file was changed, and how large it is; `None` where it isn't there."""
    try:
        told = os.stat(file)  # noqa: PTH116 - thousands of them, several times as fast
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size


def _stamps(root: Path, notes: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    for path in notes:
        stamp = stamp_of(root / path)
        if stamp is not None:
            yield path, stamp


def same_pages(site: Path, former: Path) -> bool:
    """Tell whether a site has the pages of a former one, byte for byte."""
    pages = sorted(_pages(site))
    if pages != sorted(_pages(former)):
        return False
    return all(filecmp.cmp(site / page, former / page, shallow=False) for page in pages)


def _pages(site: Path) -> Iterator[Path]:
    for page in site.rglob("*.html"):
        yield page.relative_to(site)
