"""Topics of peer sessions, each with all who present it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from campnotes.parsing.blocks import Block
from campnotes.parsing.presenters import Claim, NamedPerson, Unnamed
from campnotes.parsing.topic_places import Above, TopicPlace, find_topic, text_below


class Topic(Struct, frozen=True):
    """A topic with everybody who presents it, and the date that stands with it, as written.

    `session_level` is that of the session in which it stands.
    """

    place: TopicPlace
    presenters: tuple[NamedPerson, ...]
    written_date: str = ""
    session_level: int | None = None

    @property
    def is_certain(self) -> bool:
        """Whether it is certainly presented, by somebody or nobody knows whom."""
        if not self.presenters:
            return True
        return any(person.certain for person in self.presenters)


def group_by_topic(
    blocks: Sequence[Block], claims: Sequence[Claim], unnamed: Sequence[Unnamed] = ()
) -> list[Topic]:
    """Find the topics of claims, in order; claims about one topic are put together.

    Those of which nobody is told to have presented them come from `unnamed`.
    """
    above = Above.of(blocks) if claims else Above()
    gathering = _Gathering(blocks, above)
    for claim in claims:
        gathering.add(claim)
    topics = gathering.topics
    found = [topic.at(place) for place, topic in topics.items()]
    found += _presented_by_nobody(blocks, claims, unnamed, topics)
    found.sort(key=_block)
    return found


_BlockAndTopic = tuple[int, str | None]


class _Gathering:
    """The topics of the claims so far, by their places."""

    def __init__(self, blocks: Sequence[Block], above: Above) -> None:
        self.topics: dict[TopicPlace, _TopicSoFar] = {}
        self._blocks = blocks
        self._above = above
        self._places: dict[_BlockAndTopic, TopicPlace] = {}
        self._titled: dict[int, TopicPlace] = {}  # by the blocks of titles that name somebody

    def add(self, claim: Claim) -> None:
        """Add what a claim says to its topic."""
        place = self._place(claim)
        if claim.topic is not None and claim.presenters[0].certain:
            self._titled[claim.block] = place
        topic = self.topics.setdefault(place, _TopicSoFar(claim.session_level))
        topic.add(claim)

    def _place(self, claim: Claim) -> TopicPlace:
        """The place of a claim's topic. Each line of a block may name somebody for the same one."""
        key = (claim.block, claim.topic)
        if key not in self._places:
            found = find_topic(self._blocks, claim, self._above)
            place = self._of_title(claim, found)
            self._places[key] = self._apart(claim, place)
        return self._places[key]

    def _of_title(self, claim: Claim, place: TopicPlace) -> TopicPlace:
        """A label below `### 9강 (윤서진)` tells of the same presentation; each line of its own has one."""
        is_own = claim.topic is not None and place.block == claim.block
        if is_own:
            return place
        return self._titled.get(place.block, place)

    def _apart(self, claim: Claim, place: TopicPlace) -> TopicPlace:
        """The place of a claim under a title that somebody else presents already.

        Those named in a row present it together. Where something stands between them, the second one
        begins a presentation of their own.
        """
        before = self.topics.get(place)
        if before is None or place.block == claim.block:
            return place
        next_block = before.last + 1
        if claim.block <= next_block:
            return place
        text = text_below(self._blocks, claim.block) or place.text
        return TopicPlace(claim.block, text)


def _presented_by_nobody(
    blocks: Sequence[Block],
    claims: Sequence[Claim],
    unnamed: Sequence[Unnamed],
    topics: Iterable[TopicPlace],
) -> Iterator[Topic]:
    """The topics of which nobody is told to have presented them, nor anything in their lists."""
    taken = {place.block for place in topics}
    around: set[tuple[int, ...]] = set()
    for claim in claims:
        items = blocks[claim.block].items
        around.update(items[:depth] for depth in range(1, len(items)))
    for told in unnamed:
        if told.block in taken or blocks[told.block].items in around:
            continue
        yield Topic(
            place=TopicPlace(told.block, told.topic),
            presenters=(),
            session_level=told.session_level,
        )


class _TopicSoFar(Struct):
    """What the claims until now say of a topic; the last of them stands in the block `last`."""

    session_level: int | None
    written_date: str = ""
    last: int = 0
    presenters: dict[str, NamedPerson] = field(default_factory=dict)

    def add(self, claim: Claim) -> None:
        """Add what a claim says."""
        self.last = claim.block
        self.written_date = self.written_date or claim.written_date
        for person in claim.presenters:
            self.presenters[person.name] = person

    def at(self, place: TopicPlace) -> Topic:
        """The topic, as it stands at a place."""
        people = tuple(self.presenters.values())
        return Topic(place, people, self.written_date, self.session_level)


def _block(topic: Topic) -> int:
    return topic.place.block
