"""The tags of a note, wherever its author's tool has them.

- `tags` and `categories` of its front matter; see `front_matter`;
- HackMD's line `###### tags: NLP, 어텐션`;
- a line of nothing but `#tags`, at the end of the note, or two of them or more below its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from campnotes.notebook.paths import folded
from campnotes.notebook.plain_text import one_line
from campnotes.parsing.blocks import BlockKind
from campnotes.parsing.kept_blocks import last_of
from campnotes.parsing.note import ParsedNote
from campnotes.patterns import regex

MOST_TAGS = 30  # of a note
MOST_LETTERS = 60  # of a tag
MOST_LEVELS = 4  # of a tag: nlp/attention/self/masked
_HACKMD = regex(r"^ {0,3}#{1,6}[ \t]+tags[ \t]*[:：](.*)$", re.IGNORECASE)
_HASHTAG = regex(r"#[\w/.+-]+")
_HASHTAGS_APART = regex(r"[\s,]+")
_IN_BACKTICKS = regex(r"`([^`]+)`")
_CODE_INDENTS = ("    ", "\t")
_TITLE = regex(r"^ {0,3}#{1,6}[ \t]")


def note_tags(note: ParsedNote) -> tuple[str, ...]:
    """Gather the tags of a note, each once, in the order in which they stand.

    A tag may be in another one: `nlp/attention`. It has no `#` before it.
    """
    told = note.front_matter
    lines = _told_lines(note)
    written = (*told.tags, *told.categories, *lines)
    tags: dict[str, str] = {}
    for text in written:
        tag = _plain_tag(text)
        if tag:
            tags.setdefault(tag_key(tag), tag)
    first = islice(tags.values(), MOST_TAGS)
    return tuple(first)


def tag_key(tag: str) -> str:
    """What is the same of a tag however it is written: `NLP` and `nlp` are one, in any form of Hangul."""
    return folded(tag)


def _plain_tag(text: str) -> str:
    """Write a tag without its `#`, and without what is empty between slashes."""
    line = one_line(text)
    bare = line.lstrip("#")
    levels = [level.strip() for level in bare.split("/")]
    named = [level for level in levels if level]
    tag = "/".join(named[:MOST_LEVELS])
    return tag[:MOST_LETTERS].rstrip("/ ")


def _read_hackmd_tags(line: str) -> tuple[str, ...]:
    """Read HackMD's line of tags: `###### tags: `NLP` `RNN``; nothing off any other line."""
    match = _HACKMD.match(line)
    if not match:
        return ()
    told = match.group(1)
    quoted = _IN_BACKTICKS.findall(told)
    if quoted:
        return tuple(quoted)
    if "," in told:
        return tuple(told.split(","))
    return tuple(told.split())


def _read_hashtags(line: str) -> tuple[str, ...]:
    """Read a line of nothing but hashtags: `#NLP #어텐션`; nothing off any other line.

    What has no letter is no tag: `#12` is an issue.
    """
    text = line.strip()
    is_code = line.startswith(_CODE_INDENTS)
    if is_code or not text.startswith("#"):
        return ()
    pieces = [piece for piece in _HASHTAGS_APART.split(text) if piece]
    if all(map(_is_hashtag, pieces)):
        return tuple(pieces)
    return ()


def _is_hashtag(piece: str) -> bool:
    if not _HASHTAG.fullmatch(piece):
        return False
    return any(map(str.isalpha, piece))


def _told_lines(note: ParsedNote) -> Iterator[str]:
    """Go through the tags that lines of the note tell."""
    if "#" not in note.document.body:
        return
    lines = note.text.split("\n")[note.document.first_line - 1 :]
    if "tags" in note.document.body.lower():
        yield from _hackmd_tags(note, lines)
    written = [line for line in lines if line.strip()]
    yield from _below_title(written)
    yield from _at_end(note, written)


def _hackmd_tags(note: ParsedNote, lines: Sequence[str]) -> Iterator[str]:
    code = _lines_of_code(note)
    for number, line in enumerate(lines, note.document.first_line):
        if number not in code:
            yield from _read_hackmd_tags(line)


def _lines_of_code(note: ParsedNote) -> set[int]:
    lines: set[int] = set()
    for block in note.blocks:
        if block.kind is BlockKind.CODE:
            # With the fence that opens it, and the one that closes it.
            height = block.text.count("\n") + 2
            lines.update(range(block.line, block.line + height))
    return lines


def _below_title(written: Iterable[str]) -> tuple[str, ...]:
    """The tags of the first line of a note, or of that below its title."""
    for line in islice(written, 2):
        if _TITLE.match(line):
            continue
        tags = _read_hashtags(line)
        # One alone may be a heading whose author forgot the space.
        return tags if len(tags) > 1 else ()
    return ()


def _at_end(note: ParsedNote, written: Sequence[str]) -> Iterator[str]:
    """The tags of the last lines of a note."""
    last_block = last_of(note.blocks)
    if last_block is not None and last_block.kind is BlockKind.CODE:
        return
    read = map(_read_hashtags, reversed(written))
    last = list(takewhile(bool, read))
    for tags in reversed(last):
        yield from tags
