"""What the pages of one build are rendered from."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import ParseError

import imagesize
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import get_toc

from campnotes.hosts.mkdocs.material_flavour import is_material, render_material
from campnotes.hosts.mkdocs.note_pages import GeneratedPage, NotePage, link_address, note_toc
from campnotes.linking.model import LinkedLink, Note, Notebook
from campnotes.linking.notebook import Surroundings, link_note
from campnotes.locales import translations
from campnotes.pages.environment import (
    make_environment,
    render_home_calendar,
    render_note_foot,
    render_note_head,
    render_page,
)
from campnotes.parsing.note import parse_note
from campnotes.rendering.code import language_of
from campnotes.rendering.note import Options, render_note
from campnotes.search.index import DIALOG
from campnotes.site.model import Site

PACKAGE = Path(__file__).parents[2]
ASSETS = "assets/campnotes"  # our folder in the site


class Publishing:
    """One build: the linked notebook, MkDocs' files, and how the pages come from them."""

    def __init__(
        self,
        notebook: Notebook,
        surroundings: Surroundings,
        files: Files,
        config: MkDocsConfig,
        material_folders: tuple[str, ...] = (),
    ) -> None:
        self.notebook = notebook
        self._surroundings = surroundings
        self._files = files
        self._config = config
        self._material_folders = material_folders
        language = notebook.settings.language
        self._translate = translations(language).gettext
        self._environment = make_environment([str(d) for d in config.theme.dirs], language)

    @cached_property
    def site(self) -> Site:
        """The site as the generated pages see it."""
        return Site(
            notebook=self.notebook,
            language=self.notebook.settings.language,
            note_urls={n.path: self._url(n.path) for n in self.notebook.notes},
            page_url=self.page_url,
            taken=frozenset(f.src_uri for f in self._files if f.src_dir),
        )

    def page_url(self, source: str) -> str:
        """The address of a generated page, relative to the site's root."""
        file = self._files.get_file_from_path(source)
        if file is not None:
            return _site_relative(file.url)
        return _site_relative(File(source, None, "", self._config.use_directory_urls).url)

    def _url(self, path: str) -> str:
        file = self._files.get_file_from_path(path)
        return _site_relative(file.url) if file else ""

    @property
    def person_urls(self) -> dict[str, str]:
        """The addresses of the people's pages, by name."""
        return {p.name: self.site.person_url(p.name) for p in self.notebook.people}

    def render_note(self, page: NotePage) -> Note:
        """Render a note's page; returns the note as it is after other plugins changed its text."""
        note = page.note
        if page.markdown != note.parsed.document.body:
            repair = self.notebook.settings.repair_emphasis
            changed = parse_note(page.markdown or "", note.path, repair_emphasis=repair)
            note = link_note(changed, self._surroundings)

        def address(linked: LinkedLink) -> str | None:
            return link_address(linked, page, self._files)

        if is_material(note, self._material_folders):
            page.content, tokens = render_material(
                note, page.markdown or "", self._config, self._surroundings, address
            )
            page.toc = get_toc(tokens)  # type: ignore[arg-type]
        else:
            page.content = render_note(note, address, self._options)
            page.toc = note_toc(note.parsed.headings, *_toc_depth(self._config))
        return note

    @cached_property
    def _options(self) -> Options:
        _ = self._translate
        toc = (self._config.mdx_configs or {}).get("toc", {})
        permalink = toc.get("permalink", "")
        return Options(
            permalink="¶" if permalink is True else str(permalink or ""),
            permalink_title=str(toc.get("permalink_title", _("Link to this heading"))),
            dead_link=_("This link leads nowhere"),
            dead_image=_("Image missing"),
            footnote_back=_("Back to the text"),
            size=self._image_size,
            alerts={
                "note": _("Note"),
                "tip": _("Tip"),
                "important": _("Important"),
                "warning": _("Warning"),
                "caution": _("Caution"),
            },
        )

    def _image_size(self, linked: LinkedLink) -> tuple[int, int] | None:
        """The width and height of an image of the notebook, so that nothing moves as it loads."""
        file = self._files.get_file_from_path(linked.target) if linked.target else None
        if file is None or file.abs_src_path is None:
            return None
        try:
            width, height = imagesize.get(file.abs_src_path)
        except (OSError, ValueError, TypeError, struct.error, ParseError):
            return None  # not the image that its name says
        return (int(width), int(height)) if width > 0 and height > 0 else None

    def render_generated(self, page: GeneratedPage) -> str:
        """Render a generated page's fragment."""
        return render_page(self._environment, page.view, self.site)

    def assets(self) -> Iterator[tuple[str, Path]]:
        """Our files for the browser, with their places in the site; big ones only if needed."""
        parsed = [note.parsed for note in self.notebook.notes]
        fenced = {
            language_of(token.info) for p in parsed for token in p.document.tokens if token.info
        }
        folders = [PACKAGE / "pages" / "assets"]
        if "math" in fenced or any("$" in p.text for p in parsed):
            folders.append(PACKAGE / "rendering" / "assets" / "katex")
        if "mermaid" in fenced:
            folders.append(PACKAGE / "rendering" / "assets" / "mermaid")
        for folder in folders:
            home = folder if folder.name == "assets" else folder.parent
            for file in sorted(folder.rglob("*.*")):
                yield f"{ASSETS}/{file.relative_to(home).as_posix()}", file
        for file in DIALOG:
            yield f"{ASSETS}/{file.name}", file

    def surround(self, page: NotePage) -> str:
        """A note's content with what the notebook knows about it above and below.

        The note's own body is marked by `data-campnotes-body`.
        """
        parts = [
            render_note_head(self._environment, page.note, self.site),
            f'<div data-campnotes-body="{Path(page.note.path).suffix[1:]}">{page.content}</div>',
            render_note_foot(self._environment, page.note, self.site),
        ]
        if page.is_homepage:
            parts.append(render_home_calendar(self._environment, self.site))
        return "\n".join(parts)


def _site_relative(url: str) -> str:
    return "" if url in {".", "./"} else url


def _toc_depth(config: MkDocsConfig) -> tuple[int, int]:
    """The levels of headings that the user wants in the table of contents."""
    depth = str((config.mdx_configs or {}).get("toc", {}).get("toc_depth", 6))
    first, _, last = depth.rpartition("-")
    try:
        return int(first or 1), int(last)
    except ValueError:
        return 1, 6
