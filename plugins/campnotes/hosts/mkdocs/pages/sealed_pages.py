"""Notes that mkdocs-encryptcontent-plugin encrypts: nothing of them is told but on their page.

- Which notes these are that plugin is asked, and Material's `meta`, which gives whole folders a
  password. They are sealed before the notebook is linked, so that no other page, no search and no
  inventory tells more of them than their titles.
- No other plugin is given their text, which one might put into a feed or a file of its own. Only
  the encrypting plugin gets the HTML, when all others have been asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import TableOfContents

from campnotes.hosts.mkdocs.pages.note_pages import NotePage, NoteRendering, RenderedNote
from campnotes.hosts.mkdocs.pages.page_meta import safe_meta
from campnotes.linking.model import Note
from campnotes.parsing.note import ParsedNote
from campnotes.patterns import regex
from campnotes.rules import N_

ENCRYPTING = "encryptcontent"
_META = "material/meta"
_TELLING_META = (_META, ENCRYPTING)  # the plugins that decide, in their order
# What the encrypting plugin reads in front matter, and takes out of it. Ids aren't among it: notes
# have none that it could find, and it ends the build then. The whole note is encrypted instead.
_SECRETS = ("password", "level", "obfuscate", "sharelink")
_SAYING = regex(r"^ {0,3}(password|level|obfuscate)\s*:", re.MULTILINE)
_DISAGREEMENT = N_(
    "encryptcontent and campnotes don't agree whether these notes are encrypted: {paths}. "
    "Say it in their own front matter, with password: or level:."
)


def sealing(files: Files, config: MkDocsConfig) -> Callable[[ParsedNote], bool]:
    """Give the question whether a note will be encrypted; without that plugin none is.

    `files` hold those in which Material's `meta` gives folders a password.
    """
    if ENCRYPTING not in config.plugins:
        return lambda _: False
    meta = config.plugins.get(_META)
    if meta is not None:
        meta.on_files(files, config=config)
    return lambda note: _is_encrypted(note, config)


def _is_encrypted(note: ParsedNote, config: MkDocsConfig) -> bool:
    """Ask the plugins as MkDocs would, with a page that has only front matter.

    A note whose author seems to want it encrypted is sealed; that it isn't encrypted ends the build.
    """
    if _is_misspelt(note):
        return True
    file = File(note.path, config.docs_dir, config.site_dir, config.use_directory_urls)
    meta = dict(note.front_matter.raw)
    page = SimpleNamespace(
        meta=meta,
        file=file,
        url=file.url,
    )
    files = Files([file])
    for name in _TELLING_META:
        plugin = config.plugins.get(name)
        if plugin is not None:
            plugin.on_page_markdown(
                "",
                page=page,
                config=config,
                files=files,
            )
    return hasattr(page, ENCRYPTING)


def _is_misspelt(note: ParsedNote) -> bool:
    """Tell whether a note has a password that isn't read, as its front matter is no YAML.

    Without `---` too, as MkDocs would read it.
    """
    read = note.front_matter.raw
    begins_with = note.text.removeprefix("---")
    end = "\n\n" if begins_with == note.text else "\n---"
    head, _, _ = begins_with.partition(end)
    written = _SAYING.findall(head)
    return any(key not in read for key in written)


class SealedPage(NotePage):
    """The page of a sealed note.

    `text` is the note as it is written; `note`, which all others see, has only its title.
    """

    def __init__(
        self,
        title: str | None,
        note: Note,
        file: File,
        config: MkDocsConfig,
        rendering: NoteRendering,
        *,
        text: ParsedNote,
    ) -> None:
        super().__init__(title, note, file, config, rendering)
        self.text = text
        self.withheld = ""

    def read_source(self, config: MkDocsConfig) -> None:
        """Tell nothing but the title, and what decides how the note is encrypted."""
        del config
        raw = self.text.front_matter.raw
        secrets = {key: raw[key] for key in _SECRETS if key in raw}
        self.markdown = ""
        self.meta = {
            **safe_meta(self.note),
            **secrets,
            "search": {"exclude": True},
            "draft": True,  # for feeds
        }

    def show(self, rendered: RenderedNote) -> None:
        """Keep back what is rendered, and its headings with it."""
        self.withheld = rendered.content
        self.content = ""
        self.toc = TableOfContents([])
        self._title_from_render = escape(self.note.own_title)


def hand_over(notes: Sequence[NotePage], translate: Callable[[str], str]) -> None:
    """Give the encrypting plugin what it is to encrypt.

    Raises PluginError if it doesn't encrypt a note that is sealed, or does one that isn't.
    """
    # `--dirty` doesn't read what hasn't changed.
    read = [page for page in notes if page.markdown is not None]
    differing = [page.note.path for page in read if _is_sealed(page) != hasattr(page, ENCRYPTING)]
    if differing:
        message = translate(_DISAGREEMENT)
        paths = ", ".join(differing)
        raise PluginError(message.format(paths=paths))
    for page in read:
        if isinstance(page, SealedPage):
            _hand_over(page)


def _is_sealed(page: NotePage) -> bool:
    return isinstance(page, SealedPage)


def _hand_over(page: SealedPage) -> None:
    told = getattr(page, ENCRYPTING)
    if "html_to_encrypt" in told:
        told["html_to_encrypt"] = page.withheld
    else:
        page.content = page.withheld  # it will take a part of the finished page
