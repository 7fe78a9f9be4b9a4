"""Read a notebook to check it, with progress where somebody is watching."""

from __future__ import annotations

from pathlib import Path

import click

from campnotes.caching.notes import open_cache
from campnotes.checking.left_out import summarize_left_out
from campnotes.cli.configuration.loading import load_notebook_config
from campnotes.cli.progress import Progress, check_notes
from campnotes.hosts.mkdocs.files import list_notebook
from campnotes.hosts.mkdocs.options.plugin_options import settings_of
from campnotes.hosts.mkdocs.surrounding_site import hosting_of
from campnotes.reading import NotebookReading, read_files
from campnotes.rules import N_
from campnotes.user_language import translate


def read_for_check(
    notebook: Path,
    progress: Progress | None = None,
    *,
    trust: bool = False,
    quiet: bool = False,
) -> NotebookReading:
    """The linked notebook, with the files and the settings that a build of it has."""
    config = load_notebook_config(notebook, None, trust=trust)
    files = list_notebook(config)
    plugin = config.plugins["campnotes"]
    settings = settings_of(plugin.config, config)
    progress = progress or Progress(quiet=True)
    check_notes(files, "check")
    label = translate(N_("Reading notes"))
    progress.begin(label, len(files.notes))
    reading = read_files(
        files,
        settings,
        hosting_of(config, files),
        step=progress.go_on,
        cache=open_cache(files.root),
    )
    progress.end()
    left_out = summarize_left_out(reading.left_out, translate)
    if left_out and not quiet:
        click.echo(left_out, err=True)
    return reading
