"""Read a notebook to check it, with progress where somebody is watching."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from campnotes.caching.notes import open_cache
from campnotes.checking.left_out import summarize_left_out
from campnotes.cli.configuration import load_notebook_config
from campnotes.hosts.mkdocs.files import list_notebook
from campnotes.hosts.mkdocs.options import settings_of
from campnotes.hosts.mkdocs.surrounding_site import hosting_of
from campnotes.locales import translations
from campnotes.reading import NotebookReading, read_files


def read_for_check(notebook: Path, *, trust: bool = False) -> NotebookReading:
    """The linked notebook, with the files and the settings that a build of it has."""
    config = load_notebook_config(notebook, None, trust=trust)
    files = list_notebook(config)
    plugin = config.plugins["campnotes"]
    settings = settings_of(plugin.config, config)
    is_watched = sys.stderr.isatty()
    progress = click.progressbar(
        length=len(files.notes),
        label="Reading notes",
        file=sys.stderr,
        hidden=not is_watched,
    )
    with progress as bar:
        reading = read_files(
            files,
            settings,
            hosting_of(config, files),
            step=lambda: bar.update(1),
            cache=open_cache(files.root),
        )
    translate = translations(settings.language).gettext
    left_out = summarize_left_out(reading.left_out, translate)
    if left_out:
        click.echo(left_out, err=True)
    return reading
