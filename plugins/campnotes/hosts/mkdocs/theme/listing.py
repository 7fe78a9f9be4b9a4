"""Keep MkDocs from looking through a theme's icons, of which it takes none into the site.

Material has some 11,000 in hidden folders. To list them and leave them out again takes a seventh of a
second in each build.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig

from campnotes.hosts.mkdocs.theme.files import theme_files


def list_theme_without_icons(config: MkDocsConfig) -> None:
    """Have a theme's environment list no hidden folders. Templates in them are found as before."""
    theme = config.theme
    make_environment = theme.get_env

    def get_env() -> Environment:
        environment = make_environment()
        environment.loader = _ShownFiles(theme.dirs, theme.custom_dir)
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]


class _ShownFiles(FileSystemLoader):
    """A theme's folders, of which those that are hidden aren't listed."""

    def __init__(self, folders: list[str], custom: str | None) -> None:
        super().__init__(folders)
        self._custom = custom

    def list_templates(self) -> list[str]:
        """List the files of all folders, by their paths in them."""
        return sorted(set(self._files()))

    def _files(self) -> Iterator[str]:
        for folder in map(str, self.searchpath):
            if folder == self._custom:
                # A user may change it while a site is served.
                files = filter(Path.is_file, Path(folder).rglob("*"))
                yield from (file.relative_to(folder).as_posix() for file in files)
            else:
                yield from theme_files(folder)
