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
from campnotes.parsing.links import HEADINGS, LINK, Attributes, addresses
from campnotes.rendering.code import language_of, render_code
from campnotes.rendering.emoji import replace_shortcodes
from campnotes.rendering.html_links import rewrite_html, rewrite_sources, start_tag
from campnotes.rendering.sanitize import sanitize

Address = Callable[[LinkedLink], str | None]
Size = Callable[[LinkedLink], tuple[int, int] | None]
_ALERTS = {"note": "note", "tip": "tip", "important": "important", "warning": "warning",
           "caution": "danger"}  # fmt: skip
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
        formula = tokens[idx].content
        if len(formula) > 2 and formula[0] == formula[-1] == "`":  # $`x`$ is GitHub's other form
            formula = formula[1:-1]
        return f'<span class="arithmatex">\\({escape(formula)}\\)</span>'

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

    # Tables.

    def th_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        token = tokens[idx]
        side = str(token.attrs.get("style", "")).removeprefix("text-align:")
        return f'<{token.tag} align="{side}">' if side else f"<{token.tag}>"

    td_open = th_open

    # Footnotes, with the ids and classes of Python-Markdown, which themes style.

    def footnote_ref(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        number = int(tokens[idx].meta["id"]) + 1
        own = _reference_id(tokens[idx])
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
        own, title = _reference_id(tokens[idx]), escape(self._options.footnote_back)
        return f'&nbsp;<a class="footnote-backref" href="#{own}" title="{title}">&#8617;</a>'

    # Links and images.

    def link_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        token = tokens[idx]
        address = self._target(token.meta.get(LINK))
        self._dead_links.append(address is None)
        title = str(token.attrs.get("title", ""))
        if address is None:
            return start_tag("span", self._dead(title))
        named = [("title", title)] if title else []
        return start_tag("a", [("href", normalizeLink(address)), *named])

    def link_close(self, *_: Any) -> str:
        dead = self._dead_links.pop() if self._dead_links else False
        return "</span>" if dead else "</a>"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        alt = self.renderInlineAsText(token.children, options, env)
        title = str(token.attrs.get("title", ""))
        named = [("title", title)] if title else []
        return self._image(token.meta.get(LINK), [("alt", alt), *named])

    def html_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self._html(tokens[idx])

    def html_inline(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self._html(tokens[idx])

    def _html(self, token: Token) -> str:
        count = len(self._note.links)
        numbers = iter(range(int(token.meta.get(LINK, 0)), count))

        def rewrite(tag: str, attributes: Attributes) -> str:
            if tag in HEADINGS:
                return self._heading(tag, attributes)
            found: dict[str, list[int]] = {}
            for name, _ in addresses(tag, attributes):
                found.setdefault(name, []).append(next(numbers, count))
            return self._addressed(tag, attributes, found)

        return rewrite_html(token.content, rewrite)

    def _heading(self, tag: str, attributes: Attributes) -> str:
        """The start of a heading in HTML; an id that its author gave stands beside ours."""
        given = dict(attributes).get("id")
        rest: Attributes = [(n, v) for n, v in attributes if n != "id"]
        anchor = next(self._anchors, "")
        beside = f"{start_tag('a', [('id', given)])}</a>" if given and given != anchor else ""
        return start_tag(tag, [*rest, *([("id", anchor)] if anchor else [])]) + beside

    def _addressed(self, tag: str, attributes: Attributes, found: dict[str, list[int]]) -> str:
        """A start tag whose attributes in `found` hold the links with these numbers."""
        given: Attributes = [(n, v) for n, v in attributes if n not in found]
        source = found.pop("src", [None])[0] if tag == "img" else None
        for name, numbers in found.items():
            targets = [normalizeLink(t) for t in map(self._target, numbers) if t is not None]
            if len(targets) < len(numbers):
                continue
            written = next(value or "" for key, value in attributes if key == name)
            value = rewrite_sources(written, targets) if name == "srcset" else targets[0]
            given = [(name, value), *given]
        dead = not any(name in found for name, _ in given)
        if tag == "img" or (tag == "video" and dead):
            return self._image(source, given)
        if tag == "a" and dead:
            return start_tag(tag, [*given, *self._dead("")])
        return "" if tag == "source" and dead else start_tag(tag, given)

    def _target(self, number: int | None) -> str | None:
        if number is None or number >= len(self._note.links):
            return None
        return self._address(self._note.links[number])

    def _dead(self, title: str) -> list[tuple[str, str | None]]:
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
        added = [("src", normalizeLink(address)), ("loading", "lazy")]
        if _EXTERNAL.match(address):
            added.append(("class", "campnotes-remote"))
        elif not {"width", "height"} & given.keys():
            size = self._options.size(self._note.links[number])
            added += [("width", str(size[0])), ("height", str(size[1]))] if size else []
        kept = [(n, v) for n, v in attributes if n not in {"class", "loading"}]
        return start_tag("img", [*kept, *added])


def _reference_id(token: Token) -> str:
    """The id of the place that refers to a footnote: the second one's is `fnref2:1`."""
    again = int(token.meta.get("subId", 0))
    return f"fnref{again + 1 if again else ''}:{int(token.meta['id']) + 1}"


def _math_block(content: str) -> str:
    # GitHub, too, shows a formula on its own within a paragraph.
    return f'<p><span class="arithmatex">\\[{escape(content.strip())}\\]</span></p>\n'
