"""Read a notebook to check it, with progress where somebody is watching."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from mkdocs.structure.files import get_files

from campnotes.cli.configuration import load_notebook_config
from campnotes.hosts.mkdocs.files import notebook_files
from campnotes.hosts.mkdocs.options import settings_of
from campnotes.linking.model import Notebook
from campnotes.reading import read_files


def read_for_check(notebook: Path, *, trust: bool = False) -> Notebook:
    """The linked notebook, with the files and the settings that a build of it has."""
    config = load_notebook_config(notebook, None, trust=trust)
    docs = Path(config.docs_dir)
    files = notebook_files(get_files(config), docs)
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
            step=lambda: bar.update(1),
        )
    return reading.notebook
