"""Render a note's body to HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from campnotes.linking.bold import bold_targets
from campnotes.linking.model import LinkedLink, Note
from campnotes.markdown.emoji import replace_shortcodes
from campnotes.markdown.html import HEADINGS, StartTag
from campnotes.markdown.marks.wikilinks import WRITTEN
from campnotes.parsing.links import LINK, keep_html
from campnotes.rendering.code import language_of, render_code
from campnotes.rendering.footnotes import footnote_number, reference_id
from campnotes.rendering.headings import HeadingWriter
from campnotes.rendering.links import LinkWriter
from campnotes.rendering.names import (
    LinkedName,
    PersonAddress,
    names_by_line,
    nobody,
    texts_with_names,
    write_name,
    write_text,
)
from campnotes.rendering.options import Address, Options
from campnotes.rendering.presentation_marks import PresentationMarks, what_marks_show
from campnotes.rendering.sanitize import sanitize
from campnotes.rendering.tags import rewrite_html

# The class of an alert's box by its kind: Material's idiom has another name for GitHub's caution.
_ALERTS = {
    "note": "note",
    "tip": "tip",
    "important": "important",
    "warning": "warning",
    "caution": "danger",
}


def render_note(
    note: Note, address: Address, options: Options, person: PersonAddress = nobody
) -> str:
    """Render a note's body to HTML; `person` gives the addresses of the people whom it names."""
    document = note.parsed.document
    tokens = document.tokens
    names = names_by_line(note, person)
    named = texts_with_names(tokens, document.first_line, names)
    renderer = _NoteRenderer(note, address, options, named)
    html = renderer.render(tokens, _RENDER_OPTIONS, {})
    return sanitize(html, options.ask_for_remote)


def what_html_shows(
    note: Note, address: Address, options: Options, person: PersonAddress = nobody
) -> list[object]:
    """List what a note's HTML comes from besides its text: two that have the same have equal HTML.

    - Of each link, all that linking says of it, its address and the size of its image: wikilinks
      that are text, folders and cards of embedded notes have nothing besides.
    - The names of people that lead to their pages.
    - The presentations whose places are marked.
    - The ids of headings, and the bold texts to which the contents leads.
    - Each option.
    """
    texts = [getattr(options, name) for name in _TEXTS_OF_OPTIONS]
    return [
        [_what_link_shows(linked, address, options) for linked in note.links],
        _what_names_show(note, person),
        what_marks_show(note),
        sorted(_bold_anchors(note).items()),
        [heading.anchor for heading in note.parsed.headings],
        texts,
        sorted(options.alerts.items()),
    ]


# Of an option that is a function, what it gives is listed; of the others, what they are.
_TEXTS_OF_OPTIONS = [name for name in Options.__struct_fields__ if name not in {"alerts", "size"}]
# A link itself is as the text has it; what tells how it is written is said for good measure.
_OUTCOMES = [name for name in LinkedLink.__struct_fields__ if name != "link"]


def _what_link_shows(linked: LinkedLink, address: Address, options: Options) -> list[object]:
    link = linked.link
    shown: list[object] = [getattr(linked, name) for name in _OUTCOMES]
    shown.append(link.markup)
    shown.append(link.image)
    shown.append(address(linked))
    if link.image:
        size = options.size(linked)
        shown.append(size)
    return shown


def _what_names_show(note: Note, person: PersonAddress) -> list[object]:
    shown: list[object] = []
    for line, names in names_by_line(note, person).items():
        shown += [[line, name.raw, name.url] for name in names]
    return shown


@lru_cache(maxsize=1)
def _rule_names() -> tuple[str, ...]:
    """List the token types for which the renderer has a method."""
    names = []
    for name in dir(_NoteRenderer):
        is_rule = not name.startswith(("render", "_"))
        if is_rule and callable(getattr(_NoteRenderer, name)):
            names.append(name)
    return tuple(names)


_RENDER_OPTIONS = OptionsDict(
    {
        "maxNesting": 20,
        "html": True,
        "linkify": False,
        "typographer": False,
        "quotes": "",
        "xhtmlOut": False,
        "breaks": False,
        "langPrefix": "language-",
        "highlight": None,
    }
)


class _NoteRenderer(RendererHTML):
    """markdown-it's renderer with GitHub's extras in Material's markup; lives for one note."""

    def __init__(
        self, note: Note, address: Address, options: Options, named: Mapping[int, LinkedName]
    ) -> None:
        # What RendererHTML.__init__ finds by inspection, which takes longer than rendering a note.
        self.rules = {name: getattr(self, name) for name in _rule_names()}
        self._options = options
        self._blocks_of_code = 0
        self._headings = HeadingWriter(note, options)
        self._links = LinkWriter(note.links, address, options)
        self._first_line = note.parsed.document.first_line
        self._named = named
        self._bold = _bold_anchors(note)
        self._bold_anchor = ""
        self._presentations = PresentationMarks(note)

    # Headings.

    def heading_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self._headings.open(tokens[idx].tag)

    def heading_close(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self._headings.close(tokens[idx].tag)

    # Presentations, and bold texts to which the note's contents leads as if they were headings.

    def paragraph_open(self, tokens: Sequence[Token], idx: int, *rest: Any) -> str:
        self._presentations.begin(tokens[idx])
        span = tokens[idx].map
        if self._bold and span:
            line = self._first_line + span[0]
            self._bold_anchor = self._bold.get(line, "")
        return self.renderToken(tokens, idx, *rest)

    def paragraph_close(self, tokens: Sequence[Token], idx: int, *rest: Any) -> str:
        closed = self.renderToken(tokens, idx, *rest)
        return closed + self._presentations.end()

    def strong_open(self, *_: Any) -> str:
        if not self._bold_anchor:
            return "<strong>"
        anchor = escape(self._bold_anchor)
        self._bold_anchor = ""
        return f'<strong id="{anchor}">'

    # Code, math, diagrams.

    def fence(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        token = tokens[idx]
        language = language_of(token.info)
        if language == "mermaid":
            diagram = escape(token.content, quote=False)
            return f'<pre class="mermaid"><code>{diagram}</code></pre>\n'
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
        # $`x`$ is GitHub's other form.
        is_quoted = len(formula) > 2 and formula[0] == formula[-1] == "`"
        if is_quoted:
            formula = formula[1:-1]
        return f'<span class="arithmatex">\\({escape(formula)}\\)</span>'

    def math_inline_double(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        formula = escape(tokens[idx].content)
        return f'<span class="arithmatex">\\[{formula}\\]</span>'

    def math_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return _math_block(tokens[idx].content)

    # Text.

    def text(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        written = tokens[idx].meta.get(WRITTEN)
        if written and self._links.in_text:
            return escape(written, quote=False)
        text = replace_shortcodes(tokens[idx].content)
        name = self._named.get(id(tokens[idx]))
        if name is not None:
            return write_text(text, name)
        return escape(text, quote=False)

    def code_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        html = super().code_inline(tokens, idx, options, env)
        name = self._named.get(id(tokens[idx]))
        return html if name is None else write_name(name, html)

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
        is_done = token.meta["checked"]
        name = self._options.task_done if is_done else self._options.task_open
        checked = " checked" if is_done else ""
        # It is read aloud: what the box shows is a picture.
        named = f' aria-label="{escape(name)}"' if name else ""
        return (
            '<li class="task-list-item"><label class="task-list-control">'
            f'<input type="checkbox" disabled{checked}{named}>'
            '<span class="task-list-indicator"></span>'
            "</label> "
        )

    def alert_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        kind = str(tokens[idx].meta.get("kind", "note")).lower()
        return f'<div class="admonition {_ALERTS.get(kind, "note")}">\n'

    def alert_title_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        title = tokens[idx + 1]
        for child in title.children or []:
            child.content = self._options.alerts.get(child.content.lower(), child.content)
        if tokens[idx].tag == "summary":
            return "<summary>"
        return '<p class="admonition-title">'

    # Tables.

    def tr_open(self, tokens: Sequence[Token], idx: int, *rest: Any) -> str:
        self._presentations.begin(tokens[idx])
        return self.renderToken(tokens, idx, *rest)

    def td_close(self, tokens: Sequence[Token], idx: int, *rest: Any) -> str:
        marks = self._presentations.end_cell(tokens, idx)
        return marks + self.renderToken(tokens, idx, *rest)

    def th_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        token = tokens[idx]
        side = str(token.attrs.get("style", "")).removeprefix("text-align:")
        return f'<{token.tag} align="{side}">' if side else f"<{token.tag}>"

    td_open = th_open

    # Footnotes, with the ids and classes of Python-Markdown, which themes style.

    def footnote_ref(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        number = footnote_number(tokens[idx])
        own = reference_id(tokens[idx])
        return f'<sup id="{own}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>'

    def footnote_block_open(self, *_: Any) -> str:
        return '<div class="footnote">\n<hr>\n<ol>\n'

    def footnote_block_close(self, *_: Any) -> str:
        return "</ol>\n</div>\n"

    def footnote_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        number = footnote_number(tokens[idx])
        return f'<li id="fn:{number}">'

    def footnote_close(self, *_: Any) -> str:
        return "</li>\n"

    def footnote_anchor(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        own = reference_id(tokens[idx])
        title = escape(self._options.footnote_back)
        return f'&nbsp;<a class="footnote-backref" href="#{own}" title="{title}">&#8617;</a>'

    # Links, images and HTML: `links.py` writes them.

    def link_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self._links.open_link(tokens[idx])

    def link_close(self, *_: Any) -> str:
        return self._links.close_link()

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        alt = self.renderInlineAsText(token.children, options, env)
        return self._links.image(token, alt)

    def html_block(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self._html(tokens[idx])

    def html_inline(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        return self._html(tokens[idx])

    def _html(self, token: Token) -> str:
        """Write an author's HTML with its addresses and headings as those of the note."""
        number = int(token.meta.get(LINK, 0))

        def rewrite(tag: StartTag) -> str:
            nonlocal number
            if tag.name in HEADINGS:
                return self._headings.open_html(tag)
            first = number
            number += len(tag.addresses)
            return self._links.html_tag(tag, first)

        return rewrite_html(keep_html(token), rewrite)


def _bold_anchors(note: Note) -> dict[int, str]:
    """The anchors of bold texts to which the note's contents leads, by their lines."""
    anchors = {}
    for target in bold_targets(note.contents):
        anchors[target.line] = target.anchor
    return anchors


def _math_block(content: str) -> str:
    # GitHub, too, shows a formula on its own within a paragraph.
    return f'<p><span class="arithmatex">\\[{escape(content.strip())}\\]</span></p>\n'
