"""Keep the preview usable while notes, options and folders are in the making.

What MkDocs' own server does, and what is done here:

- It empties the site before a build, answers nothing until that is done, and waits for ever after one
  that failed. Here the last good pages are shown meanwhile, that of a saved note at once
  (`preview.py`), and the terminal says what is wrong.
- It looks at all files twice a second, and stops watching a folder or file that was away for a moment.
  Here it is watched on, and looked at when the system tells of a change (`looking.py`).
- It answers under any name. Here only under its own (`host_names.py`).
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer, _timestamp

from campnotes.exchange import exchange
from campnotes.hosts.mkdocs.failures import describe_failure
from campnotes.hosts.mkdocs.serving.host_names import answer_own_names
from campnotes.hosts.mkdocs.serving.looking import PatientObserver
from campnotes.hosts.mkdocs.serving.preview import Preview, SupersededError, same_pages
from campnotes.rules import N_, Translate

log = logging.getLogger("mkdocs.plugins.campnotes")

Builder = Callable[..., None]

_FAILED = N_("The site couldn't be built: {reason}")
_KEPT = N_("The last good pages are shown until this is put right and saved.")


def guard_server(
    server: LiveReloadServer, translate: Translate, preview: Preview, *, dirty: bool
) -> None:
    """Have a server answer its own names only, keep its last good pages, and watch on.

    Saved notes are shown at once by what the `preview` knows. A `dirty` build writes over the former
    pages, of which it needs most; there none are kept.
    """
    host = str(server.server_address[0])
    application = server.get_app() or server.serve_request
    server.set_app(answer_own_names(application, host))
    server.builder = _telling_builder(server, translate, None if dirty else preview)
    preview.is_superseded = lambda: server._want_rebuild
    _watch_patiently(server)


def _telling_builder(
    server: LiveReloadServer, translate: Translate, preview: Preview | None
) -> Builder:
    """Make a builder that says what is wrong instead of raising."""
    build = server.builder

    def build_again(*arguments: Any, **named: Any) -> None:
        building = nullcontext() if preview is None else _built_beside(server, preview)
        try:
            with building:
                build(*arguments, **named)
        except SupersededError:
            log.debug("The build was given up for a newer one.")
        # A configuration, a template or a plugin may raise anything, or leave by `sys.exit`.
        except (Exception, SystemExit) as error:
            reason = describe_failure(error, translate)
            log.debug("The build failed here:", exc_info=error)
            log.error(translate(_FAILED).format(reason=reason))
            log.error(translate(_KEPT))

    return build_again


@contextmanager
def _built_beside(server: LiveReloadServer, preview: Preview) -> Iterator[None]:
    """Have the site built beside its place, and put there at the end.

    Meanwhile the former pages are shown, those of saved notes anew. Where building raises, they stay.
    """
    site = Path(server.root)
    place = site.with_name(f"{site.name}-next")
    shown = _show_saved(preview, site)
    _answer(server, reload=shown)
    preview.place = place
    try:
        yield
        # Browsers that show a saved note need nothing more if all else is as it was.
        is_news = not (shown and same_pages(place, site))
        _put_in_place(place, site)
        preview.put(site)
        if is_news:
            server._wanted_epoch = _timestamp()
    finally:
        preview.place = None
        shutil.rmtree(place, ignore_errors=True)


def _answer(server: LiveReloadServer, *, reload: bool) -> None:
    """Have a server answer while a site is built, which it wouldn't before that is done."""
    with server._epoch_cond:
        if reload:
            server._visible_epoch = server._wanted_epoch
        else:
            server._wanted_epoch = server._visible_epoch
        server._epoch_cond.notify_all()


def _show_saved(preview: Preview, site: Path) -> bool:
    """Put the pages of saved notes into the site; tells whether there are any."""
    try:
        written = list(preview.write_changed(site))
    # The page is made of what was known before, and the whole build will make it in any case.
    except Exception as error:
        log.debug("A saved note couldn't be shown before all others:", exc_info=error)
        return False
    return bool(written)


def _put_in_place(place: Path, site: Path) -> None:
    if exchange(place, site):
        return
    shutil.rmtree(site, ignore_errors=True)
    place.rename(site)


def _watch_patiently(server: LiveReloadServer) -> None:
    """Watch what a server watches by one who doesn't give up."""
    watched = dict(server._watch_refs)
    server._watch_refs.clear()
    server._watched_paths.clear()
    server.observer = PatientObserver()
    for path, watch in watched.items():
        server.watch(path, recursive=watch.is_recursive)
