"""Write what is shared of a site besides its pages: feeds, `llms.txt`, the notes' Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from mkdocs.structure.files import Files

from campnotes.hosts.mkdocs.addresses import file_url
from campnotes.hosts.mkdocs.files import CopiedFile
from campnotes.hosts.mkdocs.pages.note_pages import NotePage
from campnotes.hosts.mkdocs.pages.sealed_pages import SealedPage
from campnotes.site.addresses import markdown_address
from campnotes.site.sharing.feed_xml import as_atom, as_rss
from campnotes.site.sharing.feeds import Feed
from campnotes.site.sharing.llms import MarkdownPlace, llms_text, note_markdown
from campnotes.site.sharing.shared_site import ATOM, LLMS, RSS, SharedSite, feed_url

_FORMS = {RSS: as_rss, ATOM: as_atom}


def write_shared_files(
    shared: SharedSite, feeds: Iterable[Feed], files: Files, folder: Path
) -> None:
    """Write all of them into the site's folder."""
    for url, content in _shared_files(shared, feeds, files):
        target = folder / url
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _shared_files(
    shared: SharedSite, feeds: Iterable[Feed], files: Files
) -> Iterator[tuple[str, bytes]]:
    yield from _feeds(shared, feeds)
    if shared.has_markdown:
        yield LLMS, llms_text(shared).encode()
        yield from _markdown(shared, files)


def _feeds(shared: SharedSite, feeds: Iterable[Feed]) -> Iterator[tuple[str, bytes]]:
    for feed in feeds:
        for name, write in _FORMS.items():
            url = feed_url(feed.page, name)
            address = shared.absolute(url)
            yield unquote(url), write(feed, address)


def _markdown(shared: SharedSite, files: Files) -> Iterator[tuple[str, bytes]]:
    """Go through the notes' Markdown as other plugins have left it, with its place in the site."""

    def published(path: str) -> str:
        file = files.get_file_from_path(path)
        return file_url(file) if isinstance(file, CopiedFile) else ""

    for note in shared.told_notes:
        file = files.get_file_from_path(note.path)
        if file is None:
            continue
        page = file.page
        if not isinstance(page, NotePage) or isinstance(page, SealedPage):
            continue
        text = page.markdown or ""
        url = markdown_address(file.dest_uri)
        place = MarkdownPlace(url, published)
        markdown = note_markdown(
            page.note,
            text,
            shared,
            place,
        )
        yield url, markdown.encode()
