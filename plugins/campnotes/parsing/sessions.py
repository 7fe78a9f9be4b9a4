"""Peer sessions: who presented what, with which material, and what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.links import Link
from campnotes.parsing.presenters import (
    Claim,
    NamedPerson,
    is_label,
    read_claims,
    read_moderators,
)
from campnotes.parsing.questions import Question, read_questions


@dataclass(frozen=True, slots=True)
class Presentation:
    """One topic of a peer session. `line` is where the topic stands (1-based)."""

    line: int
    topic: str
    presenters: tuple[NamedPerson, ...]
    materials: tuple[Link, ...]
    questions: tuple[Question, ...]


_TOPIC_LABEL = re.compile(r"^[\W_]*(?:발표\s*)?(?:주제|제목|topic|title|subject)[*_`\s]*[:：\-][*_`\s]*(?P<topic>.+)$",
                          re.IGNORECASE)  # fmt: skip


def read_presentations(
    blocks: Sequence[Block],
) -> tuple[tuple[Presentation, ...], tuple[NamedPerson, ...]]:
    """The presentations of a note in order, and its moderators."""
    body = [block for block in blocks if not block.aside]
    topics = _by_topic(body, read_claims(body))
    # What may turn out to name nobody doesn't end the presentation before it.
    starts = [at for at, people, _ in topics if any(person.certain for person in people)]
    presentations = tuple(
        _presentation(body, at, people, topic, starts) for at, people, topic in topics
    )
    return presentations, tuple(p for block in body for p in read_moderators(block))


_Topic = tuple[int, tuple[NamedPerson, ...], str]


def _by_topic(blocks: Sequence[Block], claims: Sequence[Claim]) -> list[_Topic]:
    """Claims with the index and text of their topic; those about one topic are one."""
    topics: dict[tuple[int, str], list[NamedPerson]] = {}
    for claim in claims:
        at, text = _topic(blocks, claim)
        topics.setdefault((at, text), []).extend(claim.presenters)
    return [
        (at, tuple({p.name: p for p in people}.values()), text)
        for (at, text), people in sorted(topics.items(), key=lambda t: t[0][0])
    ]


def _topic(blocks: Sequence[Block], claim: Claim) -> tuple[int, str]:
    block = blocks[claim.block]
    if claim.topic is not None:
        return claim.block, claim.topic
    for index in _nearby(blocks, claim.block):
        for row in blocks[index].text.split("\n"):
            if match := _TOPIC_LABEL.match(row):
                return min(index, claim.block), match["topic"].strip()
    if block.depth > 1:
        for index in range(claim.block - 1, -1, -1):
            if blocks[index].leads and blocks[index].items == block.items[:-1]:
                return index, _first_row(blocks[index])
    if block.depth == 1 or block.kind is BlockKind.PARAGRAPH or block.kind is BlockKind.ROW:
        for index in range(claim.block - 1, -1, -1):
            before = blocks[index]
            if before.kind is BlockKind.HEADING or (before.strong and not before.depth):
                return index, _first_row(before)
    return claim.block, _first_row(block)


def _nearby(blocks: Sequence[Block], at: int) -> Iterator[int]:
    """The blocks in which a label's topic may be announced: its own, those after it, before it."""
    block = blocks[at]
    for step, reach in ((1, 4), (-1, 3)):
        for index in range(at if step > 0 else at - 1, at + step * reach, step):
            if not 0 <= index < len(blocks):
                break
            heads = blocks[index].kind is BlockKind.HEADING and index != at
            if heads and not _TOPIC_LABEL.match(blocks[index].text):
                break
            if index != at and is_label(blocks[index].text):
                break
            if block.items[:-1] == blocks[index].items[:-1]:
                yield index


def _first_row(block: Block) -> str:
    return " ".join(block.text.strip().split("\n")[0].split())


def _presentation(
    blocks: Sequence[Block],
    at: int,
    people: tuple[NamedPerson, ...],
    topic: str,
    starts: Sequence[int],
) -> Presentation:
    part = blocks[at : _end(blocks, at, starts)]
    links = [
        link for block in part for link in block.links
        if not link.image and not link.url.startswith("#")
    ]  # fmt: skip
    return Presentation(
        blocks[at].line, topic, people, tuple(links), read_questions(part[1:] or part)
    )


def _end(blocks: Sequence[Block], at: int, starts: Sequence[int]) -> int:
    """The index behind the last block of the presentation whose topic stands at `at`."""
    topic = blocks[at]
    # `- 발표 주제: …` stands beside the presenter and the material, not above them.
    beside = _TOPIC_LABEL.match(topic.text.strip()) is not None
    around = topic.items[:-1] if beside else topic.items
    for index in range(at + 1, len(blocks)):
        block = blocks[index]
        if index in starts:
            return index
        if block.kind is BlockKind.HEADING:
            if block.level <= (topic.level or 7):
                return index
        elif topic.kind is BlockKind.ROW or (around and block.items[: len(around)] != around):
            return index
    return len(blocks)
