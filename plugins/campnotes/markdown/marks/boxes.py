"""Boxes around blocks: admonitions, and details where they are folded."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from msgspec import Struct

from campnotes.markdown.marks.mark import line_text
from campnotes.patterns import regex

# The kinds that themes know by the names that tools have for them; any other is a note.
KINDS: Mapping[str, str] = {
    "abstract": "abstract",
    "attention": "warning",
    "bug": "bug",
    "caution": "danger",
    "check": "success",
    "cite": "quote",
    "danger": "danger",
    "done": "success",
    "error": "danger",
    "example": "example",
    "fail": "failure",
    "failure": "failure",
    "faq": "question",
    "help": "question",
    "hint": "tip",
    "important": "important",
    "info": "info",
    "missing": "failure",
    "note": "note",
    "primary": "note",
    "question": "question",
    "quote": "quote",
    "success": "success",
    "summary": "abstract",
    "tip": "tip",
    "tldr": "abstract",
    "todo": "info",
    "warning": "warning",
}
MOST_TITLE = 500  # characters


class Box(Struct, frozen=True):
    """A box: its kind as its author named it, its title, and whether it can be folded.

    Without a title it is called after its kind; with `untitled`, not at all.
    """

    kind: str
    title: str = ""
    folds: bool = False
    opened: bool = False
    untitled: bool = False

    @property
    def style(self) -> str:
        """The kind as themes know it."""
        return KINDS.get(self.kind.lower(), "note")


def opening_tokens(box: Box, line: int, end: int) -> list[Token]:
    """The tokens with which a box on these lines of the body begins, its title among them."""
    tag = "details" if box.folds else "div"
    opened = Token(
        "box_open",
        tag,
        1,
        block=True,
        map=[line, end],
    )
    opened.attrSet("class", box.style if box.folds else f"admonition {box.style}")
    if box.folds and box.opened:
        opened.attrSet("open", "")
    if box.untitled:
        return [opened]
    return [opened, *_title(box, line)]


def _title(box: Box, line: int) -> list[Token]:
    tag = "summary" if box.folds else "p"
    lines = [line, line + 1]
    # The name of a kind says nothing that the author wrote, so it is no paragraph of the note.
    element = "paragraph" if box.title else "alert_title"
    opened = Token(
        f"{element}_open",
        tag,
        1,
        block=True,
        map=lines,
    )
    if not box.folds:
        opened.attrSet("class", "admonition-title")
    title = Token(
        "inline",
        "",
        0,
        children=[],
        block=True,
        map=lines,
    )
    title.content = box.title[:MOST_TITLE] or box.kind.capitalize()
    closed = Token(f"{element}_close", tag, -1, block=True)
    return [opened, title, closed]


def closing_token(box: Box) -> Token:
    """The token with which a box ends."""
    tag = "details" if box.folds else "div"
    return Token("box_close", tag, -1, block=True)


def read_box(state: StateBlock, box: Box, line: int, closing: int) -> None:
    """Read what stands between two lines as the blocks of a box."""
    read_between(
        state,
        line,
        closing,
        before=opening_tokens(box, line, closing + 1),
        after=[closing_token(box)],
    )


def read_between(
    state: StateBlock, line: int, closing: int, *, before: list[Token], after: list[Token]
) -> None:
    """Read the blocks between two lines, and put tokens around them."""
    around = state.parentType, state.lineMax, state.level
    state.tokens += before
    state.parentType = "box"
    state.lineMax = closing
    state.level += 1
    state.md.block.tokenize(state, line + 1, closing)
    state.parentType, state.lineMax, state.level = around
    state.tokens += after
    state.line = closing + 1


def closing_lines(
    state: StateBlock, name: str, opens: re.Pattern[str], closes: re.Pattern[str]
) -> Mapping[int, int]:
    """The lines that close others, by these: each closes the nearest above that is open.

    They are looked for once a note, so that one that nobody closes doesn't cost its rest.
    """
    key = f"closing_lines_of_{name}"
    known: Mapping[int, int] | None = state.env.get(key)
    if known is not None:
        return known
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    code = ""
    for line, row in enumerate(state.src.split("\n")):
        text = row.lstrip(_AROUND).rstrip()
        code = _fence_around(text, code)
        if code:
            continue
        if closes.match(text):
            if waiting:
                pairs[waiting.pop()] = line
        elif opens.match(text):
            waiting.append(line)
    state.env[key] = pairs
    return pairs


_AROUND = " \t>"
_FENCE = regex("`{3,}|~{3,}")


def _fence_around(text: str, fence: str) -> str:
    """The marks of the block of code that a line is in, given those of the line before."""
    found = _FENCE.match(text)
    if found is None:
        return fence
    if not fence:
        # "```one line```" is no block.
        is_span = found[0][0] == "`" and "`" in text[found.end() :]
        return "" if is_span else found[0]
    ends = found[0].startswith(fence) and found[0] == text
    return "" if ends else fence


def find_closing(
    state: StateBlock,
    line: int,
    end: int,
    name: str,
    opens: re.Pattern[str],
    closes: re.Pattern[str],
) -> int | None:
    """The line that closes a box; `None` where it doesn't stand within the same blocks."""
    if not opens.match(line_text(state, line)):
        return None
    closing = closing_lines(state, name, opens, closes).get(line)
    if closing is None or closing >= end:
        return None
    if _ends_before(state, line + 1, closing):
        return None
    return closing


def _ends_before(state: StateBlock, line: int, closing: int) -> bool:
    """Tell whether the item of a list in which lines stand ends above the last of them.

    What stands below the item, and isn't read with it, would be lost.
    """
    if not state.blkIndent:
        return False
    indents = state.sCount[line : closing + 1]
    return any(
        indent < state.blkIndent and not state.isEmpty(number)
        for number, indent in enumerate(indents, line)
    )
