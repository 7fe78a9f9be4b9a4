"""Leave a site as it is where nothing that it comes from has changed since it was built.

What a site comes from is digested before it is built, and kept in the cache with a list of its files.
Where both are as they were, building would give the same bytes. That is said only of what is known:

- of the notes by their bytes, of other files by their size and the times that the system keeps;
- of the configuration, Git's dates, this day (which the site map tells), and all that is installed;
- of no notebook whose configuration is trusted: what its plugins and hooks look at isn't known.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from msgspec import msgpack

from campnotes.caching.notes import open_cache
from campnotes.caching.store import key_of
from campnotes.caching.versions import versions
from campnotes.cli.configuration.own import own_config
from campnotes.cli.untouched import SiteFile, files_of_site, installed, this_time
from campnotes.decoding import decoded
from campnotes.hosts.mkdocs.assets import PACKAGE
from campnotes.hosts.mkdocs.files import list_notebook
from campnotes.hosts.mkdocs.options.plugin_options import settings_of
from campnotes.hosts.mkdocs.other_plugins import knows_all_plugins
from campnotes.hosts.mkdocs.repository import repository_address
from campnotes.notebook.dates.commits import git_changes, git_dates
from campnotes.notebook.files import NotebookFiles, read_plain

# What a configuration has that isn't written in it, but follows from the notebook and where it lies.
_BY_FILES = ("site_name", "docs_dir", "site_dir", "repo_url", "edit_uri", "strict")


class BuiltSite:
    """A site as it was built last, and what it came from; made before it is built anew."""

    def __init__(self, config: MkDocsConfig, notebook: Path) -> None:
        self._place = Path(config.site_dir)
        self._key = key_of("site", config.site_dir)
        self._digest = ""
        cache = open_cache(Path(config.docs_dir))
        self._store = cache.store
        if knows_all_plugins(config) and self._store is not None:
            inputs = _inputs(config, notebook)
            self._digest = key_of(*inputs)

    def is_as_built(self) -> bool:
        """Tell whether the site lies there as building it would give it."""
        if self._store is None or not self._digest:
            return False
        kept = decoded(self._store.get(self._key), tuple[str, list[SiteFile]])
        if kept is None:
            return False
        digest, files = kept
        return digest == self._digest and files == sorted(files_of_site(self._place))

    def keep(self) -> None:
        """Remember the site, which was built from what was digested."""
        if self._store is None or not self._digest:
            return
        files = sorted(files_of_site(self._place))
        site = self._digest, files
        self._store.put(self._key, msgpack.encode(site))


def _inputs(config: MkDocsConfig, notebook: Path) -> Iterator[str | bytes]:
    """Go through all that a site comes from."""
    files = list_notebook(config)
    yield versions()
    yield from sorted(installed())
    yield from sorted(_of_package())
    yield from _of_configuration(config, notebook)
    yield from this_time()
    yield repr(git_dates(files.root, files.notes))
    yield repr(git_changes(files.root, files.notes))
    yield from _of_files(files)


def _of_configuration(config: MkDocsConfig, notebook: Path) -> Iterator[str | bytes]:
    plugin = config.plugins["campnotes"]
    settings = settings_of(plugin.config, config)
    own = own_config(notebook)
    yield b"" if own is None else own.read_bytes()
    yield repr(settings)
    yield repr([config[name] for name in _BY_FILES])
    yield repr(config.theme.get("language"))
    # It tells the site's address where nobody else does.
    yield repr(repository_address(Path(config.docs_dir)))


def _of_package() -> Iterator[str]:
    """Go through our styles and scripts, which the versions of what renders notes don't count."""
    for folder in PACKAGE.rglob("assets"):
        for file in filter(Path.is_file, folder.rglob("*")):
            yield f"{file} {_stamp(file)}"


def _of_files(files: NotebookFiles) -> Iterator[str | bytes]:
    yield repr(files)
    for path in files.notes:
        yield _content(files.root / path)
    for path in (*files.linkable, *files.kept_back):
        yield _stamp(files.root / path)


def _content(file: Path) -> bytes:
    try:
        return read_plain(file)
    except OSError as error:
        return repr(error).encode()


def _stamp(file: Path) -> str:
    try:
        told = file.stat()
    except OSError as error:
        return repr(error)
    return f"{told.st_size} {told.st_mtime_ns} {told.st_ctime_ns} {told.st_ino}"
