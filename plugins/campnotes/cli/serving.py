"""Serve a notebook while it is written, with its configuration read anew for each build."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import click
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.livereload import LiveReloadServer
from msgspec import Struct

from campnotes.cli.configuration.loading import load_with, serve_options
from campnotes.cli.configuration.own import own_config
from campnotes.cli.ports import free_port
from campnotes.cli.progress import BuildProgress, Progress, plugin_of
from campnotes.cli.summary import counts
from campnotes.hosts.mkdocs.watching import BuildWatcher
from campnotes.rules import N_
from campnotes.user_language import say, translate

_UNUSABLE = N_("{address} can't be used: {reason}. Name another address with --address.")
_WILL_BE_SERVED = N_("{address} will show the site as soon as it is built. Ctrl+C stops.")

log = logging.getLogger("mkdocs.campnotes")


class ServingWish(Struct, frozen=True):
    """What is to be served: a notebook, at an address (`127.0.0.1:8000`; None: as it says itself).

    Where no address is told, the next free port is taken if that one is in use.
    """

    notebook: Path
    address: str | None
    trust: bool
    quiet: bool
    progress: Progress


def serve_notebook(wish: ServingWish, *, open_browser: bool) -> None:
    """Build a notebook, and serve it until the user stops it.

    Raises what the first build raises; a later one that fails is told in the terminal.
    """
    with _temporary_site() as site:
        config = _load(wish, site)
        config.plugins.on_startup(
            command="serve",
            dirty=False,
        )
        try:
            _serve(wish, config, site, open_browser=open_browser)
        finally:
            config.plugins.on_shutdown()


@contextmanager
def _temporary_site() -> Iterator[Path]:
    """Give a folder among temporary files for as long as it is needed."""
    folder = Path(tempfile.mkdtemp(prefix="campnotes_"))
    try:
        yield folder / "site"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _load(wish: ServingWish, site: Path) -> MkDocsConfig:
    options = serve_options(wish.notebook, trust=wish.trust)
    options["site_dir"] = str(site)
    return load_with(options, dev_addr=wish.address)


def _serve(wish: ServingWish, config: MkDocsConfig, site: Path, *, open_browser: bool) -> None:
    host, wanted = config.dev_addr
    port = wanted
    if not wish.address:
        port = free_port(host, wanted, asks=not wish.quiet)
    mount = urlsplit(config.site_url or "/").path

    def build_again(config: MkDocsConfig | None = None) -> None:
        config = config or _load(wish, site)
        config.site_url = server.url
        build(config, serve_url=server.url)
        _watch(server, wish, config)

    server = LiveReloadServer(build_again, host, port, str(site), mount)
    server.error_handler = _error_pages(site)
    plugin = plugin_of(config)
    watcher = BuildProgress("serve", wish.progress, lists_findings=True)
    plugin.watcher = watcher
    if not wish.quiet:
        told = translate(_WILL_BE_SERVED).format(address=server.url)
        click.echo(told, err=True)
    try:
        build_again(config)
        plugin.watcher = BuildWatcher()
        if watcher.built is not None and not wish.quiet:
            shown = watcher.built.site
            counted = counts(shown.notebook, shown.groups)
            click.echo(f"{counted}.", err=True)
        server = config.plugins.on_serve(
            server,
            config=config,
            builder=build_again,
        )
        _listen(server, f"{host}:{port}", open_browser=open_browser)
    finally:
        plugin.watcher = BuildWatcher()
        server.shutdown()


def _error_pages(site: Path) -> Callable[[int], bytes | None]:
    """Make the function that gives a site's own page for an error, such as its 404.html."""

    def page(code: int) -> bytes | None:
        file = site / f"{code}.html"
        return file.read_bytes() if file.is_file() else None

    return page


def _watch(server: LiveReloadServer, wish: ServingWish, config: MkDocsConfig) -> None:
    """Watch the notes, the notebook's own configuration, and what that wants watched."""
    watched = [config.docs_dir, *config.watch]
    own = own_config(wish.notebook)
    if own is not None:
        watched.append(str(own))
    for path in watched:
        server.watch(path)


def _listen(server: LiveReloadServer, address: str, *, open_browser: bool) -> None:
    try:
        server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        log.info(translate(N_("Stopped.")))
    except (OSError, OverflowError) as error:
        reason = str(error).rstrip(".")
        message = say(_UNUSABLE, address=address, reason=reason)
        raise ConfigurationError(message) from error
