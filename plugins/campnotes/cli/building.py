"""Build a notebook's site into its place, and say how that goes."""

from __future__ import annotations

import logging
from pathlib import Path

import click
from mkdocs.commands.build import build as build_site
from mkdocs.config.defaults import MkDocsConfig
from msgspec import Struct

from campnotes.caching.notes import open_cache
from campnotes.cli.configuration.loading import load_notebook_config
from campnotes.cli.phrases import tell_beginning
from campnotes.cli.progress import BuildProgress, Built, Progress, plugin_of
from campnotes.cli.summary import tell_end
from campnotes.cli.telling import told_in_terminal
from campnotes.cli.unchanged import BuiltSite
from campnotes.hosts.mkdocs.keeping.former_site import FormerSite, remember_site, remembered_site
from campnotes.hosts.mkdocs.watching import BuildWatcher
from campnotes.output import build_beside, check_output, check_temporary


class Wish(Struct, frozen=True):
    """What is to be built, and how much is to be said of it."""

    notebook: Path
    output: Path | None
    strict: bool
    trust: bool
    quiet: bool
    verbose: bool


def build_notebook(wish: Wish) -> Path:
    """Build the site of a notebook; print the file of its home page, and give the site's folder."""
    progress = Progress(quiet=wish.quiet or wish.verbose)
    with told_in_terminal(
        verbose=wish.verbose,
        level=logging.WARNING if wish.quiet else logging.INFO,
        progress=progress,
    ):
        config = load_notebook_config(
            wish.notebook,
            wish.output,
            strict=wish.strict,
            trust=wish.trust,
        )
        place = Path(config.site_dir)
        check_output(place, Path(config.docs_dir))
        check_temporary(wish.notebook)
        if not wish.quiet:
            tell_beginning(wish.notebook, place)
        built = _build_if_changed(config, wish, progress)
        progress.end()
        if not wish.quiet:
            tell_end(built, wish.notebook)
        click.echo(place / "index.html")
    return place


def _build_if_changed(config: MkDocsConfig, wish: Wish, progress: Progress) -> Built | None:
    """Build a site, and give what it was built from; `None` where it lies there as it would be."""
    if wish.trust:
        return _build(config, wish, progress)
    site = BuiltSite(config, wish.notebook)
    if site.is_as_built():
        return None
    built = _build(config, wish, progress)
    site.keep()
    return built


def _build(config: MkDocsConfig, wish: Wish, progress: Progress) -> Built | None:
    # Findings are counted at the end, and listed by the command that is named there.
    watcher = BuildProgress("build", progress, lists_findings=wish.verbose)
    plugin = plugin_of(config)
    plugin.watcher = watcher
    place = Path(config.site_dir)
    store = open_cache(Path(config.docs_dir)).store
    watcher.former = remembered_site(place, store)
    with build_beside(place) as part:
        config.site_dir = str(part)
        config.plugins.on_startup(
            command="build",
            dirty=False,
        )
        try:
            build_site(config)
        finally:
            config.plugins.on_shutdown()
            # MkDocs keeps the plugin for further builds of this program.
            plugin.watcher = BuildWatcher()
    remember_site(FormerSite.at(place, watcher.keys), store)
    return watcher.built
