"""Source files of the generated pages, for plugins that look at what a page came from.

Others open `page.file.abs_src_path`, take its folder or ask Git about it, as every page of theirs
has one. So each generated page gets a small file of Markdown, in a temporary folder that is gone
after the build: what mkdocs-gen-files does, which others are used to.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from campnotes.hosts.mkdocs.other_plugins import knows_all_plugins
from campnotes.pages.generated import GeneratedPage

Folder = TemporaryDirectory[str]


def open_folder() -> Folder:
    """Make the temporary folder of a build; what of it can't be removed then is no failure."""
    return TemporaryDirectory(
        prefix="campnotes-",
        ignore_cleanup_errors=True,
    )


def generated_file(page: GeneratedPage, folder: Path | None, config: MkDocsConfig) -> File:
    """Make a file for a generated page, which MkDocs may not miss in the navigation.

    Its source is written into `folder`; without one, or where that can't be, it is in memory. Where
    no plugin looks at sources, there is nothing in it.
    """
    inclusion = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
    if knows_all_plugins(config):
        return File.generated(config, page.source, content="", inclusion=inclusion)
    text = _text(page)
    source = _write(text, page.source, folder)
    if source is None:
        return File.generated(config, page.source, content=text, inclusion=inclusion)
    return File.generated(
        config,
        page.source,
        abs_src_path=str(source),
        inclusion=inclusion,
    )


def _text(page: GeneratedPage) -> str:
    """Write what a plugin may look for in a page's source: its title."""
    title = {"title": page.title}
    front_matter = yaml.safe_dump(title, allow_unicode=True)
    return f"---\n{front_matter}---\n"


def _write(text: str, path: str, folder: Path | None) -> Path | None:
    """Write a source file; returns its place, `None` if there is none."""
    if folder is None:
        return None
    file = folder / path
    above = file.parent
    try:
        above.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return file
