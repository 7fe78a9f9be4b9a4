"""Write a note's headings: with their anchors, their permalinks, and how deep they are read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from campnotes.linking.model import Note
from campnotes.linking.titles.heading_taken import title_heading
from campnotes.markdown.html import StartTag
from campnotes.rendering.options import Options
from campnotes.rendering.tags import browser_address, start_tag

_TITLE = 1  # the level of the page's title, which stands above every note
_OURS = {"id", "aria-level"}


def spoken_levels(levels: Iterable[int]) -> Iterator[int]:
    """Give the level at which each heading is read aloud: one below the heading that it belongs to.

    - A heading belongs to the last one before it with a smaller number, or to the page's title.
      What is the title itself has the number 1, whatever its rank.
    - Who listens moves by levels, and takes one that is left out for something that was missed.
    - What is seen, and what the heading's size says, stays the author's.

    For example, `#`, `###`, `#####`, `###` are read as 1, 2, 3, 2.
    """
    above = [_TITLE]
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        yield len(above)


class HeadingWriter:
    """Writes the headings of one note, in order."""

    def __init__(self, note: Note, options: Options) -> None:
        headings = note.parsed.headings
        anchors = [heading.anchor for heading in headings]
        title = title_heading(note)
        levels = [_TITLE if heading is title else heading.level for heading in headings]
        self._anchors: Iterator[str] = iter(anchors)
        self._levels = spoken_levels(levels)
        self._options = options
        self._anchor = ""

    def open(self, tag: str, attributes: Iterable[tuple[str, str | None]] = ()) -> str:
        """Write the start of the next heading."""
        self._anchor = next(self._anchors, "")
        level = next(self._levels, None)
        written = list(attributes)
        if self._anchor:
            written.append(("id", self._anchor))
        if level is not None and tag != f"h{level}":
            written.append(("aria-level", str(level)))
        return start_tag(tag, written)

    def open_html(self, tag: StartTag) -> str:
        """Write the start of a heading in HTML; an id that its author gave stands beside ours."""
        given = dict(tag.attributes).get("id")
        others = [(name, value) for name, value in tag.attributes if name not in _OURS]
        opened = self.open(tag.name, others)
        if given and given != self._anchor:
            beside = start_tag("a", [("id", given)])
            return f"{opened}{beside}</a>"
        return opened

    def close(self, tag: str) -> str:
        """Write the end of a heading in Markdown, with the link to it."""
        link = ""
        if self._options.permalink and self._anchor:
            link = self._permalink()
        return f"{link}</{tag}>\n"

    def _permalink(self) -> str:
        address = escape(browser_address(self._anchor))
        title = escape(self._options.permalink_title)
        mark = escape(self._options.permalink)
        return f'<a class="headerlink" href="#{address}" title="{title}">{mark}</a>'
