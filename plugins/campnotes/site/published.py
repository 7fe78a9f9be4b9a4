"""Decide which files of a notebook go into its site, where to, and in which form.

- Notes go in, each to an address of its own.
- Of the other files, those go in that notes link to or show, and that the host's configuration
  names; with `publish: all` every one.
- What looks like a key or a credential never does, nor what is too large for a host.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from urllib.parse import quote, urlsplit

from msgspec import Struct

from campnotes.finding import Finding
from campnotes.linking.model import Notebook, Outcome
from campnotes.notebook.exported_names import without_hashes
from campnotes.notebook.files import NotebookFiles, read_plain
from campnotes.notebook.files.credentials import LOOKED_AT, is_credential
from campnotes.notebook.files.drawings import CleanDrawing, UnreadableDrawingError
from campnotes.notebook.files.published import PublishedForm, form_of, name_as_text
from campnotes.settings import Settings
from campnotes.site.addresses import (
    Hosting,
    address_file,
    address_notes,
    reserve,
    usual_address,
)

MEGABYTE = 1_000_000
LARGEST = 100 * MEGABYTE  # GitHub takes no larger file into a repository, nor into its Pages
# Where hosts of repositories show a file.
_BLOBS: Mapping[str, str] = {
    "github.com": "blob/HEAD",
    "gitlab.com": "-/blob/HEAD",
    "codeberg.org": "src/branch/HEAD",
    "bitbucket.org": "src/HEAD",
}


class PublishedFile(Struct, frozen=True):
    """A file of the site that is no note: its path, site address and form."""

    path: str
    address: str
    form: PublishedForm


class _RefusedError(Exception):
    """A file that can't be published: the code of the finding that says why, and its values."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Publication:
    """What of a notebook goes into its site.

    `notes` holds the site addresses of the notes by path, and `drafts` those that a preview shows.
    A file is decided on when it is first asked for, so that one which only another plugin's text
    shows goes in too.
    """

    def __init__(
        self,
        files: NotebookFiles,
        notes: Iterable[str],
        drafts: Iterable[str],
        settings: Settings,
        hosting: Hosting,
    ) -> None:
        self._files = files
        self._settings = settings
        self._hosting = hosting
        self._others = frozenset(files.others)
        self._hidden_media = frozenset(files.hidden_media)
        self._decided: dict[str, PublishedFile | None] = {}
        self._led: set[str] = set()  # shown in the repository
        self._taken = reserve(hosting)
        self.notes = self._addresses(notes)
        self.findings: list[Finding] = list(self._moved_notes())
        # Behind the notes, so that no draft takes an address from one.
        self.drafts = self._addresses(drafts)

    def _addresses(self, notes: Iterable[str]) -> Mapping[str, str]:
        return address_notes(notes, self._taken, directory_urls=self._hosting.directory_urls)

    def _moved_notes(self) -> Iterator[Finding]:
        for path, address in self.notes.items():
            usual = usual_address(path, directory_urls=self._hosting.directory_urls)
            if address != usual:
                values = {"usual": usual, "address": address}
                yield Finding("note-address", path, 1, values=values)

    def publish(self, notebook: Notebook) -> None:
        """Decide on the files that the notes link to or show, or on all of them."""
        is_all = self._settings.publish == "all"
        wanted = {*self._hosting.asked, *self._hosting.linked, *_linked(notebook)}
        for path in self._files.others:
            if is_all or self._is_needed(path, wanted):
                self.file(path)
        for path in sorted(self._hidden_media.intersection(wanted)):
            self.file(path)

    def _is_needed(self, path: str, wanted: Set[str]) -> bool:
        if path not in wanted:
            return False
        return self.repository_address(path) is None

    @property
    def files(self) -> list[PublishedFile]:
        """The files that go in so far."""
        decided = self._decided.values()
        return [file for file in decided if file is not None]

    @property
    def decided(self) -> Mapping[str, PublishedFile | None]:
        """The files that were decided on so far, by path; `None` of those that stay out."""
        return self._decided

    @property
    def not_linked(self) -> int:
        """How many files stay out because nothing leads to them."""
        reached = self._led.union(self._decided)
        return len(self._others.difference(reached))

    def repository_address(self, path: str) -> str | None:
        """The address in the notebook's repository of a file that would run on the site.

        `None` for other files, and where there is no repository or its host isn't known.
        """
        blobs = self._blobs
        if blobs is None or path not in self._others or path in self._hosting.asked:
            return None
        if form_of(path, b"") is not PublishedForm.TEXT or is_credential(path, b""):
            return None
        self._led.add(path)
        return f"{blobs}/{quote(path)}"

    @cached_property
    def _blobs(self) -> str | None:
        """Where the notebook's repository shows its files: `https://github.com/…/blob/HEAD`."""
        repository = self._settings.repository
        parts = urlsplit(repository or "")
        host = parts.netloc.lower().removeprefix("www.")
        view = _BLOBS.get(host)
        if view is None:
            return None
        owner_and_name = parts.path.strip("/").removesuffix(".git")
        folder = quote(self._settings.folder)
        address = f"https://{host}/{owner_and_name}/{view}/{folder}"
        return address.rstrip("/")

    def take(self, address: str) -> None:
        """Keep a site address for a page that is made from the notebook."""
        self._taken.take(address)

    def file(self, path: str) -> PublishedFile | None:
        """The file of the site that is at a path; `None` where it doesn't go in."""
        if path not in self._others and path not in self._hidden_media:
            return None
        if path not in self._decided:
            self._decided[path] = self._decide(path)
        return self._decided[path]

    def _decide(self, path: str) -> PublishedFile | None:
        try:
            form = self._examine(path)
        except _RefusedError as refused:
            self._find(refused.code, path, **refused.values)
            return None
        return self._place(path, form)

    def _examine(self, path: str) -> PublishedForm:
        """Look at what a file begins with; raises _RefusedError where it can't be published."""
        file = self._files.root / path
        try:
            head = read_plain(file, LOOKED_AT)
            size = file.stat().st_size
            if is_credential(path, head):
                raise _RefusedError("file-credential")
            if size > LARGEST:
                raise _RefusedError("file-too-large", size=str(size // MEGABYTE))
            form = self._form(path, head)
            if form is PublishedForm.DRAWING and CleanDrawing(read_plain(file)).has_lost:
                self._find("drawing-cleaned", path)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise _RefusedError("file-unreadable", reason=reason) from error
        except UnreadableDrawingError as error:
            raise _RefusedError("drawing-unreadable", reason=str(error)) from error
        return form

    def _form(self, path: str, head: bytes) -> PublishedForm:
        # What its own configuration names is part of how a site works.
        if path in self._hosting.asked:
            return PublishedForm.PLAIN
        return form_of(path, head)

    def _place(self, path: str, form: PublishedForm) -> PublishedFile:
        shown = _shown_path(path) if path in self._hidden_media else path
        wanted = without_hashes(shown)
        if form is PublishedForm.TEXT:
            wanted = name_as_text(wanted)
            self._find("file-as-text", path, address=wanted)
        address = address_file(wanted, self._taken)
        if address != wanted:
            self._find("file-address", path, usual=wanted, address=address)
        return PublishedFile(path, address, form)

    def _find(self, code: str, path: str, **values: str) -> None:
        self.findings.append(Finding(code, path, 1, values=values))


def _shown_path(path: str) -> str:
    """The path of a file without the dots that hide its folders: hosts leave such folders out."""
    parts = [part.lstrip(".") for part in path.split("/")]
    return "/".join(filter(None, parts))


def _linked(notebook: Notebook) -> Iterator[str]:
    """The files that notes link to or show."""
    for note in notebook.notes:
        for linked in note.links:
            if linked.outcome is Outcome.FILE and linked.target:
                yield linked.target
