"""Render a note's body to HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from campnotes.linking.model import LinkedLink, Note
from campnotes.parsing.links import LINK
from campnotes.rendering.code import language_of, render_code
from campnotes.rendering.emoji import replace_shortcodes
from campnotes.rendering.html_links import Attributes, rewrite_html, start_tag
from campnotes.rendering.sanitize import sanitize

Address = Callable[[LinkedLink], str | None]
Size = Callable[[LinkedLink], tuple[int, int] | None]
_ALERTS = {"note": "note", "tip": "tip", "important": "important", "warning": "warning",
           "caution": "danger"}  # fmt: skip
# Tags that GFM shows as text instead of letting them work (GFM 6.11).
_DISALLOWED = re.compile(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))",
    re.IGNORECASE,
)
_EXTERNAL = re.compile(r"^(?:https?:)?//", re.IGNORECASE)


def _no_size(_link: LinkedLink) -> tuple[int, int] | None:
    return None


@dataclass(frozen=True, slots=True)
class Options:
    """How notes are rendered: the host's wishes, and the texts in the reader's language.

    `permalink` is the mark beside headings (`""` for none). `alerts` are the titles of alerts by
    their kind in lower case. `size` tells the width and height of an image of the notebook.
    """

    permalink: str = ""
    permalink_title: str = ""
    dead_link: str = ""
    dead_image: str = ""
    footnote_back: str = ""
    alerts: Mapping[str, str] = field(default_factory=dict)
    size: Size = _no_size


def render_note(note: Note, address: Address, options: Options) -> str:
    """The HTML of a note's body.

    `address` gives a link's final address, or `None` for one that leads nowhere.
    """
    renderer = _NoteRenderer(note, address, options)
    document = note.parsed.document
    html = renderer.render(document.tokens, _RENDER_OPTIONS, document.env)
    return sanitize(html)


@lru_cache(maxsize=1)
def _rule_names() -> tuple[str, ...]:
    """The token types for which the renderer has a method."""
    names = (n for n in dir(_NoteRenderer) if not n.startswith(("render", "_")))
    return tuple(n for n in names if callable(getattr(_NoteRenderer, n)))


_RENDER_OPTIONS = OptionsDict(
    {
        "maxNesting": 20, "html": True, "linkify": False, "typographer": False, "quotes": "",
        "xhtmlOut": False, "breaks": False, "langPrefix": "language-", "highlight": None,
    }
)  # fmt: skip


class _NoteRenderer(RendererHTML):
    """markdown-it's renderer with GitHub's extras in Material's markup; lives for one note."""

    def __init__(self, note: Note, address: Address, options: Options) -> None:
        # What RendererHTML.__init__ finds by inspection, which takes longer than rendering a note.
        self.rules = {name: getattr(self, name) for name in _rule_names()}
        self._note = note
        self._address = address
        self._options = options
        self._anchors: Iterator[str] = iter([h.anchor for h in note.parsed.headings])
        self._blocks_of_code = 0
        self._open_anchor = ""
        self._dead_links: list[bool] = []

    # Headings.

    def heading_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        self._open_anchor = next(self._anchors, "")
        anchor = f' id="{escape(self._open_anchor)}"' if self._open_anchor else ""
        return f"<{tokens[idx].tag}{anchor}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        link = ""
        if self._options.permalink and self._open_anchor:
            link = (
                f'<a class="headerlink" href="#{escape(normalizeLink(self._open_anchor))}" '
                f'title="{escape(self._options.permalink_title)}">'
                f"{escape(self._options.permalink)}</a>"
            )
        return f"{link}</{tokens[idx].tag}>\n"

    # Code, math, diagrams.

    def fence(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        token = tokens[idx]
        language = language_of(token.info)
        if language == "mermaid":
            return f'<pre class="mermaid"><code>{escape(token.content, quote=False)}</code></pre>\n'
        if language == "math":
            return _math_block(token.content)
        return self._code(token.content, token.info)

    def code_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self._code(tokens[idx].content)

    def _code(self, code: str, info: str = "") -> str:
        self._blocks_of_code += 1
        return render_code(code, info, self._blocks_of_code)

    def math_inline(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<span class="arithmatex">\\({escape(tokens[idx].content)}\\)</span>'

    def math_inline_double(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<span class="arithmatex">\\[{escape(tokens[idx].content)}\\]</span>'

    def math_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return _math_block(tokens[idx].content)

    # Text.

    def text(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return escape(replace_shortcodes(tokens[idx].content), quote=False)

    # Lists and alerts.

    def bullet_list_open(self, tokens: Sequence[Token], idx: int, *rest: Any) -> str:
        token = tokens[idx]
        if "contains-task-list" in str(token.attrs.get("class", "")):
            return '<ul class="task-list">\n'
        return self.renderToken(tokens, idx, *rest)

    def list_item_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any
    ) -> str:
        token = tokens[idx]
        if "checked" not in token.meta:
            return self.renderToken(tokens, idx, options, env)
        checked = " checked" if token.meta["checked"] else ""
        return (
            '<li class="task-list-item"><label class="task-list-control">'
            f'<input type="checkbox" disabled{checked}><span class="task-list-indicator"></span>'
            "</label> "
        )

    def alert_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        kind = str(tokens[idx].meta.get("kind", "note")).lower()
        return f'<div class="admonition {_ALERTS.get(kind, "note")}">\n'

    def alert_title_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        title = tokens[idx + 1]
        for child in title.children or []:
            child.content = self._options.alerts.get(child.content.lower(), child.content)
        return '<p class="admonition-title">'

    # Footnotes, with the ids and classes of Python-Markdown, which themes style.

    def footnote_ref(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        number = int(tokens[idx].meta["id"]) + 1
        again = int(tokens[idx].meta.get("subId", 0))
        own = f"fnref{again + 1 if again else ''}:{number}"
        return f'<sup id="{own}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>'

    def footnote_block_open(self, *_: Any) -> str:
        return '<div class="footnote">\n<hr>\n<ol>\n'

    def footnote_block_close(self, *_: Any) -> str:
        return "</ol>\n</div>\n"

    def footnote_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return f'<li id="fn:{int(tokens[idx].meta["id"]) + 1}">'

    def footnote_close(self, *_: Any) -> str:
        return "</li>\n"

    def footnote_anchor(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        number = int(tokens[idx].meta["id"]) + 1
        title = escape(self._options.footnote_back)
        return (
            f'&nbsp;<a class="footnote-backref" href="#fnref:{number}" title="{title}">&#8617;</a>'
        )

    # Links and images.

    def link_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        token = tokens[idx]
        address = self._target(token.meta.get(LINK))
        self._dead_links.append(address is None)
        title = str(token.attrs.get("title", ""))
        if address is None:
            return start_tag("span", self._dead(title))
        attributes: Attributes = [("href", normalizeLink(address))]
        return start_tag("a", attributes + ([("title", title)] if title else []))

    def link_close(self, *_: Any) -> str:
        dead = self._dead_links.pop() if self._dead_links else False
        return "</span>" if dead else "</a>"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        alt = self.renderInlineAsText(token.children, options, env)
        attributes: Attributes = [("alt", alt)]
        if title := token.attrs.get("title"):
            attributes.append(("title", str(title)))
        return self._image(token.meta.get(LINK), attributes)

    def html_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self._html(tokens[idx])

    def html_inline(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self._html(tokens[idx])

    def _html(self, token: Token) -> str:
        numbers = iter(range(int(token.meta.get(LINK, 0)), len(self._note.links)))

        def rewrite(tag: str, attributes: Attributes) -> str:
            number = next(numbers, None)
            rest = [(name, value) for name, value in attributes if name not in {"href", "src"}]
            if tag == "img":
                return self._image(number, rest)
            address = self._target(number)
            if address is None:
                return start_tag("a", [*rest, *self._dead("")])
            return start_tag("a", [("href", normalizeLink(address)), *rest])

        return rewrite_html(_DISALLOWED.sub("&lt;", token.content), rewrite)

    def _target(self, number: int | None) -> str | None:
        if number is None or number >= len(self._note.links):
            return None
        return self._address(self._note.links[number])

    def _dead(self, title: str) -> Attributes:
        told = title or self._options.dead_link
        return [("class", "campnotes-dead"), *([("title", told)] if told else [])]

    def _image(self, number: int | None, attributes: Attributes) -> str:
        address = self._target(number)
        given = dict(attributes)
        if address is None or number is None:
            alt = given.get("alt") or self._options.dead_image
            label: Attributes = [("class", "campnotes-dead-image"), ("role", "img"),
                                 ("aria-label", alt)]  # fmt: skip
            return f"{start_tag('span', label)}{escape(alt or '')}</span>"
        added: Attributes = [("src", normalizeLink(address)), ("loading", "lazy")]
        if _EXTERNAL.match(address):
            added.append(("class", "campnotes-remote"))
        elif not {"width", "height"} & given.keys():
            size = self._options.size(self._note.links[number])
            added += [("width", str(size[0])), ("height", str(size[1]))] if size else []
        kept = [(n, v) for n, v in attributes if n not in {"class", "loading"}]
        return start_tag("img", kept + added)


def _math_block(content: str) -> str:
    # GitHub, too, shows a formula on its own within a paragraph.
    return f'<p><span class="arithmatex">\\[{escape(content.strip())}\\]</span></p>\n'
