"""A note's blocks, packed: of all that is known of a read note, they take the most memory.

They are looked through a few times while notes are linked and searched, one note after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import overload

from msgspec import msgpack

from campnotes.packing import packed, unpacked
from campnotes.parsing.blocks import Block
from campnotes.parsing.kept_tokens import UNENCODABLE
from campnotes.parsing.studied import studied_items

_NOTES_AT_ONCE = 8  # whose blocks stay unpacked


@dataclass(frozen=True, slots=True)
class KeptBlocks(Sequence[Block]):
    """The blocks of a note in order, which are unpacked when they are asked for.

    At hand are the first one that says something, the last one, and the items that it lists as studied.
    """

    number: int
    packed: bytes
    opening: Block | None
    last: Block | None
    studied: tuple[Block, ...]

    def __len__(self) -> int:
        return self.number

    def __iter__(self) -> Iterator[Block]:
        return iter(_unpacked(self.packed))

    @overload
    def __getitem__(self, place: int) -> Block: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Block]: ...

    def __getitem__(self, place: int | slice) -> Block | Sequence[Block]:
        return _unpacked(self.packed)[place]


def packed_blocks(blocks: tuple[Block, ...] | KeptBlocks) -> tuple[Block, ...] | KeptBlocks:
    """Pack the blocks of a note; those that hold what has no encoding stay as they are."""
    if isinstance(blocks, KeptBlocks):
        return blocks
    try:
        encoded = msgpack.encode(blocks)
    except UNENCODABLE:
        return blocks
    return KeptBlocks(
        number=len(blocks),
        packed=packed(encoded),
        opening=opening_of(blocks),
        last=last_of(blocks),
        studied=studied_of(blocks),
    )


def opening_of(blocks: tuple[Block, ...] | KeptBlocks) -> Block | None:
    """Give the first block that says something."""
    if isinstance(blocks, KeptBlocks):
        return blocks.opening
    for block in blocks:
        if block.text.strip():
            return block
    return None


def studied_of(blocks: tuple[Block, ...] | KeptBlocks) -> tuple[Block, ...]:
    """Give the items that a note lists as studied."""
    if isinstance(blocks, KeptBlocks):
        return blocks.studied
    return tuple(studied_items(blocks))


def last_of(blocks: tuple[Block, ...] | KeptBlocks) -> Block | None:
    """Give the last block."""
    if isinstance(blocks, KeptBlocks):
        return blocks.last
    return blocks[-1] if blocks else None


@lru_cache(maxsize=_NOTES_AT_ONCE)
def _unpacked(blocks: bytes) -> tuple[Block, ...]:
    return _decoder().decode(unpacked(blocks))


@cache
def _decoder() -> msgpack.Decoder[tuple[Block, ...]]:
    return msgpack.Decoder(tuple[Block, ...])
