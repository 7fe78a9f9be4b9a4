"""What MkDocs' configuration says of the site that a notebook is published in."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from campnotes.hosts.mkdocs.assets import ASSETS, PACKAGE
from campnotes.hosts.mkdocs.navigation import nav_paths
from campnotes.hosts.mkdocs.theme.files import theme_files
from campnotes.notebook.files import NotebookFiles
from campnotes.site.addresses import HOSTS_OWN, Hosting

_ACTING = (".css", ".js", ".mjs")


def hosting_of(config: MkDocsConfig, files: NotebookFiles) -> Hosting:
    """Say which addresses are the theme's, and which files the configuration itself needs.

    A configuration of our own, which takes from a stranger's only what is harmless, needs none.
    """
    theme: set[str] = set()
    for folder in config.theme.dirs:
        theme.update(theme_files(str(folder)))
    linked = frozenset(nav_paths(config.nav))
    asked: frozenset[str] = frozenset()
    if not _is_built_in(config):
        asked = frozenset(_asked(config, files)) | linked
    return Hosting(
        directory_urls=config.use_directory_urls,
        taken=frozenset(theme.union(config.theme.static_templates)),
        asked=asked,
        linked=linked,
    )


def _is_built_in(config: MkDocsConfig) -> bool:
    file = config.config_file_path
    return file is not None and Path(file).resolve().is_relative_to(PACKAGE)


def _asked(config: MkDocsConfig, files: NotebookFiles) -> Iterator[str]:
    """Go through the files of a notebook that its own configuration needs.

    - those that it names: styles, scripts, templates, logo and favicon;
    - what lies in a folder with a style or a script, such as fonts;
    - what tells a host how to serve the site: `CNAME`, `robots.txt`.
    """
    named = set(_named(config))
    folders = {posixpath.dirname(path) for path in named if path.endswith(_ACTING)}
    folders.discard("")
    for path in files.others:
        is_host_s = path.lower() in HOSTS_OWN
        if path in named or is_host_s or _is_below(path, folders):
            yield path


def _is_below(path: str, folders: set[str]) -> bool:
    above = (f"{folder}/" for folder in folders)
    return path.startswith(tuple(above))


def _named(config: MkDocsConfig) -> Iterator[str]:
    theme: Any = config.theme
    named = [*config.extra_css, *config.extra_templates]
    named += map(str, config.extra_javascript)
    named += [theme.get("logo"), theme.get("favicon")]
    for path in named:
        if not isinstance(path, str):
            continue
        clean = posixpath.normpath(path.lstrip("/"))
        if not clean.startswith(ASSETS):
            yield clean
