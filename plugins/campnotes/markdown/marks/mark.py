"""What a mark of another tool is, and how the rules that read it tell that they did."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.utils import EnvType
from msgspec import Struct

READ = "marks_read"  # in the parse's env: the first line of each mark that was read, from 0
IN_TEXT = "marks_in_text"  # the same within a block: (text of the block, offset)


class Mark(Struct, frozen=True):
    """A mark that GitHub shows as it is written.

    - `name`: what a finding calls it, with the tool that it is of;
    - `needs`: texts, one of which a note must hold for the mark to be in it;
    - `beside`: more of them, where the mark alone could be meant otherwise;
    - `use`: gives a parser the rules that read it;
    - `clean`: takes out of a note's text what is no Markdown at all, and leaves its lines.
    """

    name: str
    needs: tuple[str, ...]
    beside: tuple[str, ...] = ()
    use: Callable[[MarkdownIt], None] | None = None
    clean: Callable[[str], str] | None = None

    def may_be_in(self, body: str) -> bool:
        """Tell, cheaply, whether there is anything to read."""
        if not _holds(body, self.needs):
            return False
        return not self.beside or _holds(body, self.beside)


def _holds(body: str, texts: tuple[str, ...]) -> bool:
    return any(text in body for text in texts)


def note_line(env: EnvType, name: str, line: int) -> None:
    """Remember that a mark was read on a line, counted from 0 in the body."""
    read = env.setdefault(READ, {})
    read.setdefault(name, line)


def note_place(state: StateInline, name: str, offset: int) -> None:
    """Remember that a mark was read within a block, at an offset of its text."""
    read = state.env.setdefault(IN_TEXT, {})
    read.setdefault(name, (state.src, offset))


def line_text(state: StateBlock, line: int) -> str:
    """Give the text of a line without the indentation of what it stands in."""
    begin = state.bMarks[line] + state.tShift[line]
    end = state.eMarks[line]
    return state.src[begin:end].rstrip()


def stands_as_code(state: StateBlock, line: int) -> bool:
    """Tell whether a line is indented so far that it is code."""
    return bool(state.is_code_block(line))
