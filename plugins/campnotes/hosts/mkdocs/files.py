"""The files of a notebook as MkDocs has them in its site."""

from __future__ import annotations

import posixpath
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from campnotes.finding import Finding
from campnotes.linking.model import LinkedLink
from campnotes.notebook.files import NotebookFiles, open_plain, read_plain
from campnotes.notebook.files.drawings import CleanDrawing, UnreadableDrawingError
from campnotes.notebook.files.published import PublishedForm
from campnotes.notebook.files.walk import find_files
from campnotes.notebook.paths import is_index, is_note
from campnotes.site.published import Publication, PublishedFile


class NoteFile(File):
    """A note at the address that it was given; MkDocs wouldn't take `DAY1.MD` for one."""

    def __init__(self, path: str, address: str, config: MkDocsConfig) -> None:
        super().__init__(
            path,
            src_dir=config.docs_dir,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            dest_uri=address,
            inclusion=_inclusion(path, config),
        )
        # By its name MkDocs and themes know a folder's own page.
        self.name = _page_name(path, address)

    def is_documentation_page(self) -> bool:
        """Say that it is one."""
        return True


def _inclusion(path: str, config: MkDocsConfig) -> InclusionLevel:
    """Say whether MkDocs may miss a note in the navigation."""
    not_in_nav = config.not_in_nav
    if not_in_nav and not_in_nav.match_file(path):
        return InclusionLevel.NOT_IN_NAV
    return InclusionLevel.INCLUDED


def _page_name(path: str, address: str) -> str:
    """Name a page as MkDocs would: `index` for a folder's own, else what its address ends with."""
    folder, name = posixpath.split(address)
    stem, _ = posixpath.splitext(name)
    is_folders = is_index(path) and folder == posixpath.dirname(path)
    if stem != "index" or is_folders:
        return stem
    return posixpath.basename(folder)


class CopiedFile(File):
    """A file that is copied into the site. One that can't be is told to `failed`."""

    def __init__(
        self,
        published: PublishedFile,
        source: str,
        config: MkDocsConfig,
        failed: Callable[[Finding], object],
    ) -> None:
        super().__init__(
            source,
            src_dir=config.docs_dir,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            dest_uri=published.address,
            inclusion=InclusionLevel.INCLUDED,
        )
        self.abs_src_path = str(Path(config.docs_dir, published.path))
        self._published = published
        self._failed = failed

    def is_documentation_page(self) -> bool:
        """Say that it is none, whatever MkDocs takes its suffix for."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Copy the file, a drawing cleaned; the build goes on where that can't be done."""
        try:
            if self._content is not None or self.abs_src_path is None:
                super().copy_file(dirty)  # another plugin has made something else of it
            else:
                self._copy(Path(self.abs_src_path), Path(self.abs_dest_path))
        except (OSError, UnreadableDrawingError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            values = {"reason": reason}
            self._failed(Finding("file-copy-failed", self._published.path, 1, values=values))

    def _copy(self, source: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            if self._published.form is PublishedForm.DRAWING:
                drawing = CleanDrawing(read_plain(source))
                target.write_bytes(drawing.content)
                return
            with open_plain(source) as read, target.open("wb") as written:
                shutil.copyfileobj(read, written)
        except OSError:
            target.unlink(missing_ok=True)  # no half of a file
            raise


def list_notebook(config: MkDocsConfig) -> NotebookFiles:
    """List the files of the notebook in `docs_dir`, as far as the configuration wants them."""
    excluded = config.exclude_docs
    drafts = config.draft_docs
    return find_files(
        Path(config.docs_dir),
        is_excluded=excluded.match_file if excluded else _never,
        is_draft=drafts.match_file if drafts else _never,
    )


def _never(_path: str) -> bool:
    return False


def add_kept_back(files: Files, kept_back: Iterable[str], config: MkDocsConfig) -> None:
    """Add the files that aren't published, among which other plugins look for theirs (`.nav.yml`)."""
    for path in kept_back:
        file = File(
            path,
            src_dir=config.docs_dir,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            inclusion=InclusionLevel.EXCLUDED,
        )
        files.append(file)


class SiteFiles:
    """MkDocs' files, with those of the notebook by their paths in it."""

    def __init__(self, files: Files, publication: Publication, config: MkDocsConfig) -> None:
        self._files = files
        self._publication = publication
        self._config = config
        self._sources: dict[str, str] = {}  # MkDocs' name of each copied file, by path

    def add_all(self) -> None:
        """Add the notes, the drafts (which only a preview shows) and the files beside them."""
        for path, address in self._publication.notes.items():
            self._files.append(NoteFile(path, address, self._config))
        for path, address in self._publication.drafts.items():
            draft = NoteFile(path, address, self._config)
            draft.inclusion = InclusionLevel.DRAFT
            self._files.append(draft)
        for published in self._publication.files:
            self._add(published)

    def publish(self, publication: Publication) -> None:
        """Go by another publication from now on, where another plugin has taken notes out."""
        self._publication = publication

    def target(self, linked: LinkedLink) -> File | None:
        """Give the file of the site that a link leads to; one that no note had asked for is added."""
        path = linked.target
        if not path:
            return None
        if is_note(path):
            return self._files.src_uris.get(path)
        published = self._publication.file(path)
        if published is None:
            return None
        if path not in self._sources:
            self._add(published)
        return self._files.src_uris.get(self._sources[path])

    def elsewhere(self, linked: LinkedLink) -> str | None:
        """Give the address in the repository of a file that would run on the site."""
        if linked.link.image or not linked.target:
            return None
        return self._publication.repository_address(linked.target)

    def _add(self, published: PublishedFile) -> None:
        source = published.path
        # MkDocs knows files by their sources, of which the theme has some too.
        if self._files.get_file_from_path(source) is not None:
            source = published.address
        self._sources[published.path] = source
        self._files.append(CopiedFile(published, source, self._config, self._tell))

    def _tell(self, finding: Finding) -> None:
        # Asked for only now: the publication may be another one since the file was added.
        self._publication.findings.append(finding)
