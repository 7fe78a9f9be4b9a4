"""Peer sessions: who presented what, with which material, and what was asked."""

from __future__ import annotations

from collections.abc import Sequence, Set

from msgspec import Struct

from campnotes.markdown.emoji import replace_shortcodes
from campnotes.parsing.blocks import Block, BlockKind, spread_rows
from campnotes.parsing.links import Link
from campnotes.parsing.members import is_account_of
from campnotes.parsing.presenters import NamedPerson, read_people
from campnotes.parsing.presenters.context import BELOW_HEADINGS
from campnotes.parsing.questions import Question, read_questions
from campnotes.parsing.topic_places import is_topic_label
from campnotes.parsing.topics import Topic, group_by_topic

MOST_BLOCKS = 500  # that a presentation goes over


class Presentation(Struct, frozen=True):
    """One topic of a peer session. `line` is where the topic stands (1-based).

    Nobody may be told to have presented it. `written_date` is the date that stands with it, as written.
    """

    line: int
    topic: str
    presenters: tuple[NamedPerson, ...]
    materials: tuple[Link, ...]
    questions: tuple[Question, ...]
    written_date: str = ""

    @property
    def rule(self) -> str:
        """The form by which the presenters were read."""
        rules = [person.rule for person in self.presenters if person.rule]
        return rules[0] if rules else ""


class PeerSessions(Struct, frozen=True):
    """The presentations of a note in order, and those who moderate, take minutes or attend."""

    presentations: tuple[Presentation, ...]
    others: tuple[NamedPerson, ...]


def read_sessions(blocks: Sequence[Block], path: str = "", title: str = "") -> PeerSessions:
    """Read the peer sessions of a note; its path or its title may tell that all of it is one."""
    body = spread_rows([block for block in blocks if not block.aside])
    people = read_people(body, path, title)
    topics = group_by_topic(body, people.claims, people.unnamed)
    starts = _certain_starts(topics)
    presentations: list[Presentation] = []
    for topic in topics:
        presentation = _presentation(body, topic, starts)
        presentations.append(presentation)
    return PeerSessions(
        presentations=tuple(presentations),
        others=tuple(people.others),
    )


def _certain_starts(topics: Sequence[Topic]) -> frozenset[int]:
    """The blocks at which a presentation begins and ends the one before it.

    What may turn out to name nobody doesn't end the presentation before it.
    """
    certain = [topic.place for topic in topics if topic.is_certain]
    return frozenset(place.block for place in certain)


def _presentation(blocks: Sequence[Block], topic: Topic, starts: Set[int]) -> Presentation:
    begin = topic.place.block
    part = blocks[begin : _end(blocks, begin, starts, topic.session_level)]
    # A topic with a question mark is no question, unless there is nothing else.
    discussion = part[1:] or part
    return Presentation(
        line=blocks[begin].line,
        topic=replace_shortcodes(topic.place.text),
        presenters=topic.presenters,
        materials=_materials(part, topic),
        questions=read_questions(discussion),
        written_date=topic.written_date,
    )


def _materials(part: Sequence[Block], topic: Topic) -> tuple[Link, ...]:
    """The links of a part of a note that lead out of it, and to no account of its presenters."""
    names = {person.name for person in topic.presenters}
    materials: list[Link] = []
    for block in part:
        outward = filter(_leads_out, block.links)
        materials += [link for link in outward if not is_account_of(link, names)]
    return tuple(materials)


def _leads_out(link: Link) -> bool:
    if link.image:
        return False
    return not link.url.startswith("#")


def _end(blocks: Sequence[Block], begin: int, starts: Set[int], session_level: int | None) -> int:
    """The index behind the last block of the presentation whose topic stands at `begin`.

    A topic above its session's own level (`# 9강` below `## 피어세션`) ends with the session.
    """
    topic = blocks[begin]
    last_level = max(topic.level or BELOW_HEADINGS, session_level or 0)
    around = _items_around(topic)
    last = min(len(blocks), begin + MOST_BLOCKS)
    for index in range(begin + 1, last):
        if index in starts:
            return index
        if _is_outside(blocks[index], topic, around, last_level):
            return index
    return last


def _items_around(topic: Block) -> tuple[int, ...]:
    """The list items in which all of a presentation stands."""
    # `- 발표 주제: …` stands beside the presenter and the material, not above them.
    if is_topic_label(topic.text.strip()):
        return topic.items[:-1]
    return topic.items


def _is_outside(block: Block, topic: Block, around: tuple[int, ...], last_level: int) -> bool:
    if block.kind is BlockKind.HEADING:
        return block.level <= last_level
    if topic.kind is BlockKind.ROW:
        return True
    if block.is_within(around):
        return False
    return not _follows(block, topic)


def _follows(block: Block, topic: Block) -> bool:
    """Whether a block behind a topic's list item still belongs to it.

    - So does a list with another sign: `* https://…` below `- 9강 (윤서진)`.
    - So does a line that is nothing but a link.
    """
    if not block.depth:
        return _is_bare_link(block)
    if not topic.depth or block.depth < topic.depth:
        return False
    if block.depth == topic.depth:
        return block.marker != topic.marker
    # The lists within such a list; the topic's own siblings ended it before.
    return block.is_within(topic.items[:-1])


def _is_bare_link(block: Block) -> bool:
    if len(block.links) != 1:
        return False
    text = block.text.strip()
    (link,) = block.links
    return text in {link.text.strip(), link.url}
