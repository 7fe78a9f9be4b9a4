"""How far a command has come, shown in the terminal while somebody is watching."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from msgspec import Struct

from campnotes.checking.left_out import summarize_left_out
from campnotes.hosts.mkdocs.plugin import CampnotesPlugin
from campnotes.hosts.mkdocs.watching import BuildWatcher
from campnotes.notebook.files import NotebookFiles
from campnotes.reading import NotebookReading
from campnotes.rules import N_
from campnotes.site.model import Site
from campnotes.user_language import say, translate

_NO_NOTES = N_(
    "There are no notes in {folder}: no file that ends with .md. "
    "If they are elsewhere, name that folder: campnotes {command} FOLDER."
)
_OTHER_PLUGIN = N_("{kind} isn't the plugin campnotes.")
_CLEARED = "\r\x1b[2K"  # ECMA-48: back to the first column, and the line erased


class NoNotesError(ConfigurationError):
    """A folder without notes, of which no site can be made."""


def check_notes(files: NotebookFiles, command: str) -> None:
    """Raise NoNotesError where a notebook has no notes; its message says what to do."""
    if files.notes:
        return
    told = translate(_NO_NOTES).format(
        folder=files.root,
        command=command,
    )
    left_out = summarize_left_out(files.left_out, translate)
    raise NoNotesError(f"{told} {left_out}".strip())


def plugin_of(config: MkDocsConfig) -> CampnotesPlugin:
    """Give our plugin, which every configuration that the command line loads has."""
    plugin = config.plugins["campnotes"]
    if not isinstance(plugin, CampnotesPlugin):
        raise ConfigurationError(say(_OTHER_PLUGIN, kind=type(plugin)))
    return plugin


class Progress:
    """A bar for each step of a command; none where nobody watches."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._is_shown = not quiet and _is_watched()
        self._bar: Any = None
        self._shown: AbstractContextManager[Any] | None = None

    def begin(self, label: str, length: int) -> None:
        """Begin a step of so many parts."""
        self.end()
        if not self._is_shown:
            return
        self._shown = click.progressbar(
            length=length,
            label=label,
            file=sys.stderr,
            show_pos=False,
        )
        self._bar = self._shown.__enter__()

    def go_on(self) -> None:
        """Count one part more as done."""
        if self._bar is not None:
            self._bar.update(1)

    def end(self) -> None:
        """Take the bar of this step away."""
        if self._shown is None:
            return
        self.make_way()
        sys.stderr.flush()
        self._shown.__exit__(None, None, None)
        # What click leaves of the bar is an empty line.
        click.echo("\x1b[1A", nl=False, err=True)
        self._shown = None
        self._bar = None

    def make_way(self) -> None:
        """Clear the line for another text; the bar comes again with the next part."""
        if self._bar is not None:
            click.echo(_CLEARED, nl=False, err=True)


def _is_watched() -> bool:
    """Tell whether a person sees what is said, in a terminal where a line can be cleared."""
    if os.environ.get("TERM") == "dumb":
        return False
    return sys.stderr.isatty()


class Built(Struct, frozen=True):
    """What a build has read, and how it was published."""

    reading: NotebookReading
    site: Site


class BuildProgress(BuildWatcher):
    """Shows how far a build has come, ends one that has no notes, and knows what was built."""

    def __init__(self, command: str, progress: Progress, *, lists_findings: bool) -> None:
        self._command = command
        self._progress = progress
        self.lists_findings = lists_findings
        self.built: Built | None = None
        self.keys: Mapping[str, str] = {}

    def notes_found(self, files: NotebookFiles) -> None:
        """Begin to show the notes that are read."""
        check_notes(files, self._command)
        label = translate(N_("Reading notes"))
        self._progress.begin(label, len(files.notes))

    def note_read(self) -> None:
        """Show that one note more is read."""
        self._progress.go_on()

    def pages_begin(self, count: int) -> None:
        """Begin to show the pages, each of which is rendered and then written."""
        label = translate(N_("Writing pages"))
        self._progress.begin(label, 2 * count)

    def page_rendered(self) -> None:
        """Show that one page more is rendered."""
        self._progress.go_on()

    def page_written(self) -> None:
        """Show that one page more is written."""
        self._progress.go_on()

    def pages_kept(self, keys: Mapping[str, str]) -> None:
        """Keep the keys of the pages, by which the next build knows them."""
        self.keys = keys

    def site_built(self, reading: NotebookReading, site: Site) -> None:
        """Keep what was built, and take the bar away."""
        self.built = Built(reading, site)
        self._progress.end()
