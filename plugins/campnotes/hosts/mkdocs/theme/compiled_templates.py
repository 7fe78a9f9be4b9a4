"""Keep templates as Jinja has compiled them, which takes half a second for those of Material.

What is compiled is run when it is loaded. So it has a folder of its own among the system's caches, in
which nobody else may write, as Python's compiled files lie beside their modules. It isn't a part of
the cache of notes, which is copied from one machine to another.
"""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from platformdirs import user_cache_path

from campnotes.caching.opening import FOLDER
from campnotes.caching.store import key_of
from campnotes.caching.versions import versions

_LIBRARIES = ("jinja2", "markupsafe", "mkdocs", "mkdocs-material")
_FOLDER = "campnotes-templates"  # not the cache of notes, which workflows restore
_FOR_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def compiled_templates(language: str) -> BytecodeCache:
    """Give where compiled templates are kept: in a folder, or else for as long as this process lives.

    - A build that has a cache of its own, or none, writes no folder among the system's caches.
    - A template may be compiled with texts in the `language` of the site.
    """
    if os.environ.get(FOLDER) is not None:
        return _InMemory(language)
    told = [f"{library} {version(library)}" for library in _LIBRARIES]
    above = user_cache_path(_FOLDER, appauthor=False)
    folder = above / key_of(versions(), language, *told)
    try:
        _make_room(above, folder)
        is_ours = _is_ours(above) and _is_ours(folder)
    except OSError:
        is_ours = False
    return _Compiled(str(folder)) if is_ours else _InMemory(language)


def share_compiled_templates(config: MkDocsConfig) -> None:
    """Have all environments of a theme share what is compiled.

    Material's search makes three for three texts, each of which compiles the theme's texts anew.
    """
    theme = config.theme
    make_environment = theme.get_env
    language = str(theme.get("language"))

    def get_env() -> Environment:
        environment = make_environment()
        environment.bytecode_cache = compiled_templates(language)
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]


_compiled: dict[tuple[str, str], bytes] = {}  # by the language and Jinja's key of a template


class _InMemory(BytecodeCache):
    """Compiled templates for the next build of this process, such as that of a saved note."""

    def __init__(self, language: str) -> None:
        self._language = language

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is compiled, if it is of the very same source."""
        compiled = _compiled.get((self._language, bucket.key))
        if compiled is not None:
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is compiled."""
        key = self._language, bucket.key
        _compiled[key] = bucket.bytecode_to_string()


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates in a folder that a build of another version may take away meanwhile."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is compiled, if that can be written."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _make_room(above: Path, folder: Path) -> None:
    """Make the folder, and take away those of other versions that aren't used any more."""
    if folder.is_dir():
        return
    folders = sorted(above.glob("*"), key=_last_change)
    for former in folders[:-1]:
        shutil.rmtree(former, ignore_errors=True)
    for made in (above, folder):
        made.mkdir(
            mode=0o700,
            parents=True,
            exist_ok=True,
        )


def _last_change(folder: Path) -> float:
    return folder.stat().st_mtime


def _is_ours(folder: Path) -> bool:
    """Tell whether nobody but the user may have written into a folder."""
    told = folder.lstat()
    if not stat.S_ISDIR(told.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True  # on Windows the folder is within the user's own
    return told.st_uid == os.getuid() and not told.st_mode & _FOR_OTHERS
