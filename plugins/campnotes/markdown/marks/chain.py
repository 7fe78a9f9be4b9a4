"""The marks of other tools, in the order in which they are read: add a new one here."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from campnotes.markdown.marks.asides import ASIDES
from campnotes.markdown.marks.callouts import CALLOUTS
from campnotes.markdown.marks.converted import COLOURS, STYLES
from campnotes.markdown.marks.embeds import EMBEDS
from campnotes.markdown.marks.fence_numbers import FENCE_NUMBERS
from campnotes.markdown.marks.fenced_boxes import FENCED_BOXES
from campnotes.markdown.marks.gitbook import GITBOOK
from campnotes.markdown.marks.highlights import HIGHLIGHTS
from campnotes.markdown.marks.image_sizes import IMAGE_SIZES
from campnotes.markdown.marks.jekyll import JEKYLL_TAGS, JEKYLL_VALUES
from campnotes.markdown.marks.kramdown import KRAMDOWN
from campnotes.markdown.marks.liquid_embeds import LIQUID_EMBEDS
from campnotes.markdown.marks.mark import IN_TEXT, READ, Mark, note_line
from campnotes.markdown.marks.obsidian import BLOCK_NAMES, COMMENTS
from campnotes.markdown.marks.tables_of_contents import PLACES_OF_CONTENTS
from campnotes.markdown.marks.tag_lines import TAG_LINES
from campnotes.markdown.marks.wikilinks import WIKILINKS

MARKS: tuple[Mark, ...] = (
    COLOURS,
    STYLES,
    ASIDES,
    CALLOUTS,
    FENCED_BOXES,
    PLACES_OF_CONTENTS,
    TAG_LINES,
    COMMENTS,
    BLOCK_NAMES,
    WIKILINKS,
    EMBEDS,
    IMAGE_SIZES,
    HIGHLIGHTS,
    FENCE_NUMBERS,
    KRAMDOWN,
    LIQUID_EMBEDS,  # before what Jekyll includes and doesn't show
    JEKYLL_TAGS,
    JEKYLL_VALUES,
    GITBOOK,
)


def marks_in(body: str) -> tuple[Mark, ...]:
    """List the marks that may be in a note's body; of most notes, none."""
    return tuple(mark for mark in MARKS if mark.may_be_in(body))


def clean_body(body: str, marks: tuple[Mark, ...], env: EnvType) -> str:
    """Take out of a body what is no Markdown, on the lines on which it stands."""
    for mark in marks:
        if mark.clean is None:
            continue
        cleaned = mark.clean(body)
        if cleaned != body:
            line = _first_difference(body, cleaned)
            note_line(env, mark.name, line)
            body = cleaned
    return body


def _first_difference(before: str, after: str) -> int:
    rows = zip(before.split("\n"), after.split("\n"), strict=False)
    for line, (old, new) in enumerate(rows):
        if old != new:
            return line
    return 0


def use_marks(parser: MarkdownIt, marks: tuple[Mark, ...]) -> None:
    """Give a parser the rules of these marks."""
    for mark in marks:
        if mark.use is not None:
            mark.use(parser)


def lines_of_marks(tokens: list[Token], env: EnvType) -> dict[str, int]:
    """The line, from 0 in the body, on which each mark stands first."""
    lines: dict[str, int] = dict(env.get(READ, {}))
    in_text = env.get(IN_TEXT, {})
    for name, (text, offset) in in_text.items():
        first = _line_of_text(text, tokens)
        lines[name] = first + text.count("\n", 0, offset)
    return lines


def _line_of_text(text: str, tokens: list[Token]) -> int:
    """The line on which the first block with a text begins."""
    for token in tokens:
        if token.type != "inline" or token.content != text:
            continue
        if token.map:
            return token.map[0]
    return 0
