"""Add the pages made from the notebook to what MkDocs builds."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from campnotes.hosts.mkdocs.keeping.known_pages import may_be_late
from campnotes.hosts.mkdocs.navigation import nav_titles
from campnotes.hosts.mkdocs.pages.generated_sources import generated_file
from campnotes.hosts.mkdocs.pages.note_pages import NotebookPage
from campnotes.hosts.mkdocs.publishing import Publishing
from campnotes.site.published import Publication


def add_generated_pages(
    publishing: Publishing,
    publication: Publication,
    files: Files,
    config: MkDocsConfig,
    folder: Path | None,
) -> None:
    """Add the pages, each with a source file in `folder`; a draft in the place of one gives way.

    The navigation may call a page otherwise.
    """
    titles = nav_titles(config.nav)
    is_late = may_be_late(config)
    is_known = bool(publishing.known.generated)
    for view in publishing.generated_pages:
        file = generated_file(view, folder, config)
        publication.take(file.dest_uri)
        draft = files.get_file_from_path(file.src_uri)
        if draft is not None:
            files.remove(draft)
        files.append(file)
        NotebookPage(
            title=titles.get(view.source, view.title),
            view=view,
            file=file,
            config=config,
            rendering=publishing,
            is_late=is_late,
            is_known=is_known,
        )
