"""What a build tells whoever watches it, such as the command line with its progress bar."""

from __future__ import annotations

from collections.abc import Mapping

from campnotes.hosts.mkdocs.keeping.former_site import FormerSite
from campnotes.notebook.files import NotebookFiles
from campnotes.reading import NotebookReading
from campnotes.site.model import Site


class BuildWatcher:
    """Is told how far a build has come; this one lets it pass, as `mkdocs build` does."""

    # Whether findings are listed in the build's log; who watches may tell them otherwise.
    lists_findings = True
    # The site in whose place this one will come.
    former = FormerSite()

    def notes_found(self, files: NotebookFiles) -> None:
        """Be told of the files before the notes are read; what is raised here ends the build."""

    def note_read(self) -> None:
        """Be told that one note more is read."""

    def pages_begin(self, count: int) -> None:
        """Be told how many pages there will be."""

    def page_rendered(self) -> None:
        """Be told that what stands on one page more is rendered."""

    def page_written(self) -> None:
        """Be told that one page more is whole."""

    def pages_kept(self, keys: Mapping[str, str]) -> None:
        """Be told the keys of the pages, by their addresses."""

    def site_built(self, reading: NotebookReading, site: Site) -> None:
        """Be told what was read, and how it was published."""
