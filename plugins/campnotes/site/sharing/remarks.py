"""Take out of a note's Markdown what its author hid: remarks, `<!-- … -->` and those of other tools.

What is code is told here line by line, which isn't all that Markdown knows of it. So where a remark
would stay for being in code, the note is parsed to see whether it is. If not, none stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from campnotes.parsing.note import parse_note
from campnotes.patterns import regex
from campnotes.settings import ParseOptions

_AS_USUAL = ParseOptions()
_MAY_HIDE = ("<!--", "]:", "%%", "{%")  # a text without these has no remark
_HIDING = ("<!--", "]: #", "]: <>", "%%")
_MARKS_OF_CODE = " `~"
_CODE = frozenset({"fence", "code_block", "code_inline"})  # the parser's tokens
# What opens code, in which a remark is shown, or hides something. A mark behind `\` is but a mark.
_OPENING = regex(
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})"
    r"|^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*(?P<label>\#|<>)(?:[ \t][^\n]*)?$"
    r"|^[ \t]*(?P<liquid>\{%-?[ \t]*comment\b[^%\n]*%\})[ \t]*$"
    r"|^[ \t>]*(?P<lines>%%)[ \t]*$"
    r"|(?P<span>%%)"
    r"|(?P<escape>\\.)"
    r"|(?P<code>`+)"
    r"|(?P<remark><!--)",
    re.MULTILINE,
)
_CLOSE = regex(r"-->|\Z")
# What ends what is hidden; one that nothing ends hides nothing, but for HTML's.
_ENDS: Mapping[str, re.Pattern[str]] = {
    "remark": _CLOSE,
    "liquid": regex(r"^[ \t]*\{%-?[ \t]*endcomment\b[^%\n]*%\}[ \t]*$", re.MULTILINE),
    "lines": regex(r"^[ \t>]*%%[ \t]*$", re.MULTILINE),
    "span": regex(r"%%"),
}
_RUN = regex(r"`+")
_OBSIDIAN = ("[[", "> [!")  # the other marks, beside which its remarks are read
_OF_CODE = frozenset({"fence", "code"})
_PASSED = frozenset({"escape"})
_OF_OBSIDIAN = frozenset({"lines", "span"})
_OF_TOOLS = _OF_OBSIDIAN | {"liquid"}


class _Piece(Struct, frozen=True):
    """A piece of a note as it is written, and whether it is code."""

    text: str
    is_code: bool = False


def without_remarks(text: str, options: ParseOptions = _AS_USUAL) -> str:
    """Give a note's Markdown without remarks; those in code stay, since they are shown.

    - For example, `A <!-- ask again --> B` is `A  B`.
    - One that is never closed goes on to the end of the note.
    - A label that leads nowhere is a remark too: `[//]: # (ask again)`.
    - With `read_marks` so are those of Obsidian and of Jekyll.
    """
    if not any(mark in text for mark in _MAY_HIDE):
        return text
    passed = _passed(text, options)
    pieces = list(_pieces(text, passed))
    code = [piece.text for piece in pieces if piece.is_code]
    written = list(_remarks_in(code))
    if not written:
        return _joined(pieces)
    parsed = list(_remarks_in_code(text, options))
    if written != parsed:
        is_no_code = passed | _OF_CODE
        pieces = list(_pieces(text, is_no_code))
    return _joined(pieces)


def _joined(pieces: Iterable[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _pieces(text: str, passed: frozenset[str]) -> Iterator[_Piece]:
    """Go through what stays of a text, where some kinds of openings are `passed` over."""
    ends = _Ends(text)
    at = 0
    while True:
        opening = _OPENING.search(text, at)
        if opening is None:
            break
        kind = opening.lastgroup
        begin = opening.start()
        end = opening.end()
        if kind in _OF_CODE and kind not in passed:
            before = text[at:begin]
            yield _Piece(before)
            at = ends.of_code(opening)
            code = text[begin:at]
            yield _Piece(code, is_code=at > end)
            continue
        hidden_to = begin
        if kind not in passed:
            hidden_to = ends.of_hidden(opening)
        is_hidden = hidden_to > begin
        shown_to = begin if is_hidden else end
        shown = text[at:shown_to]
        yield _Piece(shown)
        at = max(hidden_to, end)
    rest = text[at:]
    yield _Piece(rest)


def _passed(text: str, options: ParseOptions) -> frozenset[str]:
    """The remarks of other tools that aren't read in a text."""
    if not options.read_marks:
        return _PASSED | _OF_TOOLS
    is_obsidian = any(mark in text for mark in _OBSIDIAN)
    if is_obsidian:
        return _PASSED
    return _PASSED | _OF_OBSIDIAN


class _Ends:
    """Finds where what opens in a text ends. What was looked for in vain isn't looked for again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: set[str] = set()

    def of_hidden(self, opening: re.Match[str]) -> int:
        """Where something hidden ends; its beginning, if it hides nothing."""
        kind = opening.lastgroup or ""
        if kind == "label":
            return opening.end()
        if kind in self._open:
            return opening.start()
        found = _ENDS[kind].search(self._text, opening.end())
        if found is None:
            self._open.add(kind)
            return opening.start()
        hidden = self._text[opening.start() : found.end()]
        is_torn = kind == "span" and "\n\n" in hidden
        return opening.start() if is_torn else found.end()

    def of_code(self, opening: re.Match[str]) -> int:
        """Where code ends: a fence at the next one or at the end, code in a line within that line."""
        mark = opening["fence"]
        if mark is not None:
            return self._end_of_fence(opening, mark)
        begin = opening.end()
        line_end = self._text.find("\n", begin)
        last = len(self._text) if line_end == -1 else line_end
        length = len(opening["code"])
        places = self._runs[length]
        nearest = bisect_left(places, begin)
        if nearest == len(places):
            return begin
        place = places[nearest]
        return begin if place > last else place + length

    def _end_of_fence(self, opening: re.Match[str], mark: str) -> int:
        closing = re.compile(rf"^ {{0,3}}{mark}", re.MULTILINE)
        begin = opening.end()
        found = closing.search(self._text, begin)
        if found is None:
            return len(self._text)
        return found.end()

    @cached_property
    def _runs(self) -> Mapping[int, list[int]]:
        """Where the runs of backticks begin, by their lengths."""
        runs: dict[int, list[int]] = defaultdict(list)
        for run in _RUN.finditer(self._text):
            length = len(run[0])
            runs[length].append(run.start())
        return runs


def _remarks_in_code(text: str, options: ParseOptions) -> Iterator[str]:
    """The remarks that the parser takes for code."""
    # Behind an empty line nothing is front matter.
    note = parse_note(f"\n{text}", options=options)
    for token in note.document.tokens:
        inner = token.children or [token]
        code = [child.content for child in inner if child.type in _CODE]
        yield from _remarks_in(code)


def _remarks_in(pieces: list[str]) -> Iterator[str]:
    """The lines in pieces of code that would hide something if they weren't code."""
    for piece in pieces:
        for line in piece.split("\n"):
            if any(mark in line for mark in _HIDING):
                yield line.strip(_MARKS_OF_CODE)
