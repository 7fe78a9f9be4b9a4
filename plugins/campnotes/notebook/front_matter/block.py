"""Find a note's front matter, and read its fields as far as they are YAML.

Where the syntax is wrong somewhere, the block is read piece by piece. A piece is a row that begins
a field (`title: …`) with the rows under it:

- A piece that is YAML by itself is read.
- A piece of one row whose value is plainly text is read as that: `title: Attention: is all`,
  `title: [NLP] BERT`.
- Any other piece is left out.

Each of the last two is a finding. A block whose first row begins no field is no front matter, but
text between two rules. Between two rows of `+++` it is TOML, which is read whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml
from frontmatter.default_handlers import YAMLHandler
from msgspec import Struct
from msgspec.structs import replace

from campnotes.finding import Finding
from campnotes.notebook.front_matter.plain_toml import TomlError, read_toml_fields
from campnotes.notebook.front_matter.plain_yaml import Field, read_fields
from campnotes.notebook.plain_text import one_line
from campnotes.patterns import regex

MOST_CHARACTERS = 50_000  # of a block; a longer one is read piece by piece
MOST_PIECES = 100
MOST_IN_PIECE = 5_000  # characters
_TOML_RULE = regex(r"^\+\+\+[ \t]*$\n?", re.MULTILINE)
_TOML_FIELD = regex(r"""^[ \t]*["']?[\w\-]+["']?[ \t]*=""", re.MULTILINE)
_RULE: re.Pattern[str] = YAMLHandler.FM_BOUNDARY
_BEGINS_FIELD = regex(r"(?P<name>\w[\w .\-]{0,60}?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_EMPTY_OR_COMMENT = regex(r"\s*(?:#.*)?$")
_COUNTERPARTS = {"[": "]", "{": "}", '"': '"', "'": "'"}
_NEVER_TEXT = ("|", ">", "&", "!", "?")  # what begins something else in YAML


class RawBlock(Struct, frozen=True):
    """The text between the two rules, and the note's body; both with their 1-based first lines."""

    text: str
    line: int
    body: str
    body_line: int
    is_toml: bool = False


class Fields(Struct, frozen=True):
    """The fields of a block in order, their `line` that of the file, and what isn't YAML in it."""

    fields: tuple[Field, ...] = ()
    findings: tuple[Finding, ...] = ()


class _Piece(Struct, frozen=True):
    """Rows of a block that are read by themselves; `line` is the 1-based line of the first."""

    rows: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        return "\n".join(self.rows)


def find_block(text: str) -> RawBlock | None:
    """Find the block of front matter that a note begins with; `None` without its two rules."""
    is_toml = text.startswith("+++")
    if not text.startswith("---") and not is_toml:
        return None
    rule = _TOML_RULE if is_toml else _RULE
    opening = rule.match(text)
    if opening is None:
        return None
    closing = rule.search(text, opening.end())
    if closing is None:
        return None
    behind = text[closing.end() :]
    body = behind.removeprefix("\n")
    body_start = len(text) - len(body)
    return RawBlock(
        text=text[opening.end() : closing.start()],
        line=_line_at(text, opening.end()),
        body=body,
        body_line=_line_at(text, body_start),
        is_toml=is_toml,
    )


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def read_block(block: RawBlock, path: str) -> Fields | None:
    """Read the fields of a block; `None` if it is no front matter, but text between two rules."""
    if block.is_toml:
        return _read_toml(block, path)
    if len(block.text) > MOST_CHARACTERS:
        return _read_pieces(block, path)
    try:
        fields = read_fields(block.text)
    except yaml.YAMLError:
        return _read_pieces(block, path)
    if not fields:
        return None
    return Fields(_in_file(fields, block.line))


def _read_toml(block: RawBlock, path: str) -> Fields | None:
    if not _TOML_FIELD.search(block.text):
        return None
    if len(block.text) > MOST_CHARACTERS:
        reason = f"it has more than {MOST_CHARACTERS} characters"
        return Fields(findings=(_not_toml(path, block.line, reason),))
    try:
        fields = read_toml_fields(block.text)
    except TomlError as error:
        return Fields(findings=(_not_toml(path, block.line, str(error)),))
    read = Finding("mark-read", path, block.line - 1, values={"mark": "+++ (TOML)"})
    return Fields(_in_file(fields, block.line), (read,))


def _not_toml(path: str, line: int, reason: str) -> Finding:
    values = {"reason": one_line(reason)}
    return Finding("front-matter-toml", path, line, values=values)


def _in_file(fields: Sequence[Field], first_line: int) -> tuple[Field, ...]:
    """The fields with their lines in the file instead of those in a part of it."""
    in_file = []
    for field in fields:
        line = first_line + field.line
        in_file.append(replace(field, line=line))
    return tuple(in_file)


def _read_pieces(block: RawBlock, path: str) -> Fields | None:
    """Read each piece of a block by itself; the ones behind `MOST_PIECES` are left out."""
    pieces = _pieces(block)
    if not pieces:
        return None
    fields: list[Field] = []
    findings: list[Finding] = []
    for piece in pieces[:MOST_PIECES]:
        read = _read_piece(piece, path)
        fields += read.fields
        findings += read.findings
    for piece in pieces[MOST_PIECES : MOST_PIECES + 1]:
        finding = _invalid(path, piece.line, f"it has more than {MOST_PIECES} fields")
        findings.append(finding)
    return Fields(tuple(fields), tuple(findings))


def _pieces(block: RawBlock) -> list[_Piece]:
    """The pieces of a block; none if its first row begins no field."""
    starts: list[int] = []
    rows = block.text.split("\n")
    for number, row in enumerate(rows):
        if _BEGINS_FIELD.match(row):
            starts.append(number)
        elif row.strip() and not starts:
            return []
    pieces = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        own = rows[start:end]
        while _EMPTY_OR_COMMENT.match(own[-1]):
            own.pop()
        piece = _Piece(tuple(own), block.line + start)
        pieces.append(piece)
    return pieces


def _read_piece(piece: _Piece, path: str) -> Fields:
    if len(piece.text) > MOST_IN_PIECE:
        reason = f"it has more than {MOST_IN_PIECE} characters"
        return Fields(findings=(_invalid(path, piece.line, reason),))
    try:
        fields = read_fields(piece.text) or ()
    except yaml.YAMLError as error:
        return _read_as_text(piece, path, error)
    return Fields(_in_file(fields, piece.line))


def _read_as_text(piece: _Piece, path: str, error: yaml.YAMLError) -> Fields:
    """Read a piece that isn't YAML as a field with a text, where it plainly is one."""
    row = piece.rows[0]
    begun = _BEGINS_FIELD.match(row)
    value = (begun["value"] or "").strip() if begun else ""
    if begun is None or len(piece.rows) > 1 or not _is_plainly_text(value):
        mark = getattr(error, "problem_mark", None)
        rows_before = mark.line if mark else 0
        reason = getattr(error, "problem", None) or str(error)
        # The mark may stand behind the last row.
        last_row = len(piece.rows) - 1
        line = piece.line + min(rows_before, last_row)
        return Fields(findings=(_invalid(path, line, reason),))
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    values = {
        "text": one_line(row),
        "suggestion": one_line(f'{begun["name"]}: "{quoted}"'),
    }
    field = Field(
        name=begun["name"],
        value=value,
        written=value,
        items=(),
        source=value,
        line=piece.line,
    )
    finding = Finding("front-matter-unquoted", path, piece.line, values=values)
    return Fields((field,), (finding,))


def _is_plainly_text(value: str) -> bool:
    """Tell whether a value that is no YAML can't be meant as anything but text.

    A bracket or quotation mark at its beginning must have its counterpart within it, not at its
    end: `[NLP] BERT`, but neither `[nlp, bert` nor `[nlp: [bert]`.
    """
    if not value or value.startswith(_NEVER_TEXT):
        return False
    counterpart = _COUNTERPARTS.get(value[0])
    if counterpart is None:
        return True
    return counterpart in value[1:-1] and not value.endswith(counterpart)


def _invalid(path: str, line: int, reason: str) -> Finding:
    values = {"reason": one_line(reason)}
    return Finding("front-matter-invalid", path, line, values=values)
