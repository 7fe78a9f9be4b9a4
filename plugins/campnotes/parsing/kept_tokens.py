"""A note's body whose tokens don't stay in memory: they take four times what all else of it does.

Tokens are needed twice: to read the note, and once all notes are linked, to render it.
"""

from __future__ import annotations

from functools import cache

from markdown_it.token import Token
from msgspec import MsgspecError, Struct, field, msgpack

from campnotes.markdown.document import Document, parse_document
from campnotes.packing import packed, unpacked
from campnotes.parsing.block_reader import read_blocks
from campnotes.settings import ParseOptions

# Raised where a note holds what has no encoding: half of a character, a number without end.
UNENCODABLE = (MsgspecError, OverflowError, UnicodeEncodeError, TypeError)


class KeptDocument(Struct, frozen=True):
    """A note's body, as `Document`, of which tokens are made when they are asked for.

    `unused` holds them as they were read, packed or not, for whoever asks first. Without them the body
    is parsed again, with the same `options`.
    """

    body: str
    first_line: int
    options: ParseOptions
    unused: list[list[Token] | bytes] = field(default_factory=list)

    @property
    def tokens(self) -> list[Token]:
        """The tokens, others each time."""
        if self.unused:
            tokens = self.unused.pop()
            return _unpacked(tokens) if isinstance(tokens, bytes) else tokens
        document = parse_document(self.body, self.first_line, self.options)
        # It numbers the links in the tokens.
        read_blocks(document, self.body.split("\n"))
        return document.tokens


def tokens_for_once(document: Document, options: ParseOptions, *, are_packed: bool) -> KeptDocument:
    """Have the tokens of a document given up with their first use, which is to be rendered."""
    tokens = _packed(document.tokens) if are_packed else document.tokens
    return KeptDocument(
        body=document.body,
        first_line=document.first_line,
        options=options,
        unused=[] if tokens is None else [tokens],
    )


def _packed(tokens: list[Token]) -> bytes | None:
    """Pack tokens; `None` of those that hold what has no encoding."""
    try:
        return packed(msgpack.encode(tokens))
    except UNENCODABLE:
        return None


def _unpacked(tokens: bytes) -> list[Token]:
    return _token_decoder().decode(unpacked(tokens))


@cache
def _token_decoder() -> msgpack.Decoder[list[Token]]:
    return msgpack.Decoder(list[Token])
