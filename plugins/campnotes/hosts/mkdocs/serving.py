"""Keep the preview usable while notes, options and folders are in the making.

What MkDocs' own server does, and what is done here:

- It empties the site before a build, and waits for ever after one that failed. Here the last good
  pages stay, and the terminal says what is wrong.
- It stops watching a folder or file that was away for a moment. Here it is watched on.
- It answers under any name. Here only under its own (`host_names.py`).
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter, PollingObserver
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

from campnotes.hosts.mkdocs.failures import describe_failure
from campnotes.hosts.mkdocs.host_names import answer_own_names
from campnotes.rules import N_

log = logging.getLogger("mkdocs.plugins.campnotes")

Builder = Callable[..., None]
Translate = Callable[[str], str]

_INTERVAL = 0.5  # seconds between two looks at the files, as in MkDocs
_FAILED = N_("The site couldn't be built: {reason}")
_KEPT = N_("The last good pages are shown until this is put right and saved.")


def guard_server(server: LiveReloadServer, translate: Translate, *, dirty: bool) -> None:
    """Have a server answer its own names only, keep its last good pages, and watch on.

    A `dirty` build writes over the former pages, of which it needs most; there none are kept.
    """
    host = str(server.server_address[0])
    application = server.get_app() or server.serve_request
    server.set_app(answer_own_names(application, host))
    site = Path(server.root)
    server.builder = _telling_builder(server.builder, site, translate, dirty=dirty)
    _watch_patiently(server)


def _telling_builder(build: Builder, site: Path, translate: Translate, *, dirty: bool) -> Builder:
    """Make a builder that says what is wrong instead of raising."""

    def build_again(*arguments: Any, **named: Any) -> None:
        kept = nullcontext() if dirty else _last_pages_kept(site)
        try:
            with kept:
                build(*arguments, **named)
        # A configuration, a template or a plugin may raise anything, or leave by `sys.exit`.
        except (Exception, SystemExit) as error:
            reason = describe_failure(error, translate)
            log.debug("The build failed here:", exc_info=error)
            log.error(translate(_FAILED).format(reason=reason))
            log.error(translate(_KEPT))

    return build_again


@contextmanager
def _last_pages_kept(site: Path) -> Iterator[None]:
    """Put the pages aside while they are built anew, and bring them back where that fails.

    The server answers nothing meanwhile.
    """
    former = site.with_name(f"{site.name}-former")
    site.rename(former)
    try:
        yield
    except BaseException:
        shutil.rmtree(site, ignore_errors=True)
        former.rename(site)
        raise
    shutil.rmtree(former, ignore_errors=True)


class _PatientEmitter(PollingEmitter):
    """Looks at a folder or file that may be away for a moment, as many editors save files."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        # A link to the folder around it has no end; what it leads to is watched where it lies.
        super().__init__(*arguments, **{**named, "stat": os.lstat})
        look = self._take_snapshot

        def look_patiently() -> DirectorySnapshot:
            try:
                return look()
            except OSError:
                return EmptyDirectorySnapshot()

        self._take_snapshot = look_patiently


class _PatientObserver(PollingObserver):
    """Watches folders and files with patient emitters."""

    def __init__(self) -> None:
        BaseObserver.__init__(self, _PatientEmitter, timeout=_INTERVAL)


def _watch_patiently(server: LiveReloadServer) -> None:
    """Watch what a server watches by one who doesn't give up."""
    watched = dict(server._watch_refs)
    server._watch_refs.clear()
    server._watched_paths.clear()
    server.observer = _PatientObserver()
    for path, watch in watched.items():
        server.watch(path, recursive=watch.is_recursive)
