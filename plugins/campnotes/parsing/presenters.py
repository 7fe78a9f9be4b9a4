"""Presenters: the places in a note that say who presents.

The recognisers in `RECOGNISERS` read one block each and say which presenters it names, if any, and
what their topic is. Precision comes first: a presenter who doesn't exist is worse than one missed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import (
    clean_name,
    has_honorific,
    is_certain_name,
    is_full_korean_name,
    is_likely_name,
    is_plausible_name,
    split_names,
)


class Role(StrEnum):
    """What a person does in a note."""

    PRESENTER = "presenter"
    MODERATOR = "moderator"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A place where somebody is named: 1-based line, name as cleaned, and as written.

    One that isn't `certain` counts only if the name is known from elsewhere.
    """

    line: int
    name: str
    raw: str
    role: Role
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Claim:
    """A block that names presenters; `topic` is the text of their topic, where the block holds it."""

    block: int  # index of the block
    presenters: tuple[NamedPerson, ...]
    topic: str | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A block and what is around it."""

    blocks: Sequence[Block]
    index: int
    in_session: bool
    head: Block | None  # the header row of the table it stands in

    @property
    def block(self) -> Block:
        return self.blocks[self.index]


_SESSION = re.compile(
    r"피어\s*(?:세션|리뷰|섹션)|peer[\s-]*(?:session|review|meeting|learning)?\b|스터디|study\s*(?:group|session)|"
    r"발표|세미나|seminar|presentations?|(?:팀|조별)\s*(?:회의|미팅|세션|활동)|team\s*(?:session|meeting)|"
    r"tech\s*talk|lightning\s*talk",
    re.IGNORECASE,
)
_STRONG_LABEL = re.compile(
    r"^[\W_]*(?:오늘의\s*)?(?P<label>발표자(?:들|\s*이름)?|발제자|발표\s*(?:하신\s*분|담당자?|한\s*사람|팀원)|"
    r"presenters?|presented\s+by|speakers?|presenter\(s\))"
    r"(?:(?<=\sby)\s+|[*_`\s]*(?:[:：=|]|[-–—](?=\s)|는(?=\s)|은(?=\s))[*_`\s]*|\s+(?=\S+$)|\s*[-–—]\s*)(?P<names>.+?)\s*$",
    re.IGNORECASE,
)
_WEAK_LABEL = re.compile(
    r"^[\W_]*(?P<label>발표|발제|by)[*_`\s]*[:：=|\-–—][*_`\s]*(?P<names>.+?)\s*$",
    re.IGNORECASE,
)
_MODERATOR = re.compile(
    r"^[\W_]*(?:오늘의\s*)?(?:모더레이터|사회자?|진행자?|호스트|moderators?|host|facilitator)"
    r"[*_`\s]*[:：=|\-–—][*_`\s]*(?P<names>.+?)\s*$",
    re.IGNORECASE,
)
_NAME_COLUMN = re.compile(r"^(?:발표자|발제자|발표|이름|성명|담당자?|presenters?|speakers?|name|who)\W*$",
                          re.IGNORECASE)  # fmt: skip
_SURE_NAME_COLUMN = re.compile(r"발표자|발제자|presenter|speaker", re.IGNORECASE)
_TOPIC_COLUMN = re.compile(
    r"주제|제목|내용|강의|발표|topic|title|subject|what|content", re.IGNORECASE
)


MAX_LENGTH = 300  # characters; nobody names a presenter in a longer line


def read_claims(blocks: Sequence[Block]) -> list[Claim]:
    """Every place in a note that names presenters, in order."""
    return _confirm([claim for place in _places(blocks) for claim in _claim(place)])


def _places(blocks: Sequence[Block]) -> Iterator[Place]:
    """Every block with whether it lies in a peer session and the head of its table."""
    session_level: int | None = None
    head: Block | None = None
    for index, block in enumerate(blocks):
        titles = block.kind is BlockKind.HEADING or (block.strong and not block.depth)
        level = block.level or 7
        ends = block.kind is BlockKind.HEADING and level <= (session_level or 0)
        session_level = None if ends else session_level
        if titles and session_level is None and _SESSION.search(block.text):
            session_level = level
        if block.kind is not BlockKind.ROW:
            head = None
        elif block.header:
            head = block
        yield Place(blocks, index, session_level is not None, head)


def _claim(place: Place) -> Iterator[Claim]:
    block = place.block
    first = block.text.strip().partition("\n")[0]
    if block.kind is BlockKind.CODE or not first or len(first) > MAX_LENGTH:
        return
    for recogniser in RECOGNISERS:
        claims = list(recogniser(place))
        if claims:
            yield from claims
            return


def is_presenter_label(text: str) -> bool:
    """Whether a block says `발표자: …`."""
    first = text.strip().partition("\n")[0]
    return len(first) <= MAX_LENGTH and _STRONG_LABEL.match(first) is not None


def labelled(place: Place) -> Iterator[Claim]:
    """``발표자: `전준영` ``, `발표자 - 우창님, 준영님`, `Presenter: Minji Kim`, `| 발표자 | 전준영 |`."""
    block = place.block
    if block.kind is BlockKind.ROW and not (
        len(block.cells) > 1 and _LABEL_ALONE.match(block.cells[0])
    ):
        return
    text = " : ".join(block.cells) if block.kind is BlockKind.ROW else block.text
    for i, row in enumerate(text.split("\n")):
        if len(row) > MAX_LENGTH:
            continue
        match = _STRONG_LABEL.match(row) or (_WEAK_LABEL.match(row) if place.in_session else None)
        if match is None:
            continue
        sure = _STRONG_LABEL.match(row) is not None
        names = _trim(match["names"])
        people = tuple(_named(names, block.line + i, certain=is_plausible_name))
        sure = sure and block.kind is not BlockKind.ROW
        if people and (sure or all(is_certain_name(p.raw) for p in people)):
            yield Claim(place.index, people)


def _trim(names: str) -> str:
    """What a label announces, without what comes after the names on the same line."""
    return re.split(r"\s{2,}|\s*[/|]\s*(?:주제|topic)|\s+[-–—]\s+|\s*[:：]\s", names)[0]


def _named(text: str, line: int, *, certain: Callable[[str], bool]) -> Iterator[NamedPerson]:
    """The people whom an enumeration names; `certain` tells of one as written if it is a name."""
    for raw in split_names(text):
        if certain(raw):
            yield NamedPerson(line, clean_name(raw), raw.strip().strip("`*_ "), Role.PRESENTER)


def tabled(place: Place) -> Iterator[Claim]:
    """A row of a table of who presented what."""
    block, head = place.block, place.head
    if head is None or block.header or block.kind is not BlockKind.ROW:
        return
    columns = [c.strip().strip("*_` ") for c in head.cells]
    at = next((i for i, c in enumerate(columns) if _NAME_COLUMN.match(c)), None)
    if at is None or at >= len(block.cells):
        return
    sure = _SURE_NAME_COLUMN.search(columns[at]) is not None
    if not (sure or place.in_session):
        return
    certain = is_plausible_name if sure else is_certain_name
    topic_at = next(
        (i for i, c in enumerate(columns) if i != at and _TOPIC_COLUMN.search(c)),
        1 if at == 0 else 0,
    )
    people = tuple(_named(block.cells[at], block.line, certain=certain))
    if people and topic_at < len(block.cells):
        yield Claim(place.index, people, block.cells[topic_at].strip() or None)


_NAMES = r"(?P<names>[^()（）\[\]:：]{2,60}?)"
_ONE_NAME = r"(?P<names>(?:[가-힣]{2,4}(?:\s*님|\s*씨)?|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}))"
_ANNOUNCED = r"(?P<announced>발표자?\s*[:：\-]?\s*|by\s+|presenter\s*:\s*|presented\s+by\s+)?"
_DASH = r"\s*(?:[:：|]|(?<=\s)[-–—/](?=\s)|[–—])\s*"
_LEADING = re.compile(r"^(?:[^\w(（\[【@`]+|발표\s*\d+\s*[:：.)]?\s*|\d+[.)]\s+|topic\s*\d+\s*[:.]\s*)+",
                      re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _TitleForm:
    """A form in which a topic names its presenter.

    `sure` forms can hardly mean anything else; what a `listed` form says is believed only if its
    neighbours say it too (`- 전준영: BERT` beside `- 심우창: GPT`).
    """

    pattern: re.Pattern[str]
    example: str
    sure: bool = False
    listed: bool = False


_TITLE_FORMS = tuple(
    _TitleForm(re.compile(pattern, flags), example, sure, listed)
    for pattern, flags, example, sure, listed in (
        (rf"^(?P<topic>.+?)\s*[(（\[]\s*{_ANNOUNCED}{_NAMES}\s*(?:발표)?[)）\]]\W*$", re.I,
         "9강 BERT (전준영)", False, False),
        (r"^(?P<names>[가-힣A-Za-z ,·/&]{2,40}?(?:님|씨))의?\s*(?:발표|presentation)"
         r"(?:\s*[:：\-–—]\s*(?P<topic>.+)|\s*(?:내용|정리|자료)?)\W*$", re.I, "준영님 발표", True, False),
        (r"^(?P<names>[가-힣]{3})의?\s*발표(?:\s*[:：\-–—]\s*(?P<topic>.+)|\s*(?:내용|정리|자료)?)\W*$", 0,
         "전준영 발표", False, False),
        (r"^(?P<names>[가-힣 ,]{2,20}?님)(?:이|께서)\s+(?P<topic>.{2,80}?)[을를]?\s*"
         r"(?:발표|소개|설명|공유)(?:해|하|했|함).*$", 0, "준영님이 BERT를 발표했다", True, False),
        (r"^(?P<names>[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:(?:, | and | & )[A-Z][a-z]+(?: [A-Z][a-z]+)?)*)"
         r" (?:presented|presents|explained|talked about|walked us through)(?: on)? (?P<topic>.+)$", 0,
         "Minji presented caching", True, False),
        (r"^(?P<names>[A-Z][a-z]+(?: [A-Z][a-z]+)?)['’]s? (?:presentation|talk)(?:\s*[:\-–—]\s*(?P<topic>.+))?$",
         0, "Minji's talk: caching", True, False),
        (rf"^[\[(（【]\s*{_NAMES}\s*[\])）】]\s*[:：\-–—]?\s*(?P<topic>.+)$", 0, "[우창] GPT", False, False),
        (r"^(?P<topic>(?:\d+(?:[-.]\d+)?\s*강|ch(?:apter)?\.?\s*\d+|lecture\s*\d+).{0,60}?)"
         rf"{_DASH}{_NAMES}\W*$", re.I, "5강: 우창님", False, False),
        (rf"^{_ONE_NAME}{_DASH}(?P<topic>\S.*)$", 0, "전준영: BERT", False, True),
        (rf"^(?P<topic>.{{1,80}}?){_DASH}{_NAMES}\W*$", 0, "BERT - 전준영", False, False),
        (rf"^(?P<topic>.{{2,80}}?)\s+(?P<announced>by)\s+{_NAMES}\W*$", re.I, "BERT by Minji Kim", False, False),
        (rf"^{_ONE_NAME}$", 0, "전준영", False, True),
    )
)  # fmt: skip


# Labels that announce somebody else than a presenter, or something else than a person.
_OTHER_ROLE = re.compile(
    r"^\W*(?:참석|참여|참가|담당|불참|결석|지각|출석|서기|기록|작성|정리|모더레이터|사회|진행|리더|팀장|조장|팀원|멤버|구성원|"
    r"멘토|튜터|강사|질문자|발표\s*(?:자료|순서|시간|방법|주제|일)|자료|링크|순서|일시|장소|시간|날짜|안건|목표|"
    r"attend|present(?!ation)|participant|member|absent|moderator|host|scribe|leader|mentor|slides?|link|"
    r"date|time|place|agenda|note)|[(（][^)）]*$",
    re.IGNORECASE,
)


def titled(place: Place) -> Iterator[Claim]:
    """A topic that names its presenter: `9강 (전준영)`, `준영님 발표`, `5강: 우창님`, `[우창] GPT`."""
    block = place.block
    heads = block.kind is BlockKind.HEADING or (block.strong and not block.depth)
    if not place.in_session or not (heads or (block.leads and block.depth == 1)):
        return
    above = next((b for b in reversed(place.blocks[: place.index]) if not b.depth), None)
    if block.depth and above is not None and _LABEL_ALONE.match(above.text):
        return  # a name of the list that `listed` has read
    text = _LEADING.sub("", " ".join(block.text.strip().split("\n")[0].split()))
    for form in _TITLE_FORMS:
        match = form.pattern.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        if _OTHER_ROLE.search(groups.get("topic") or ""):
            return
        people = tuple(_titled_people(groups["names"], block.line, form, groups.get("announced")))
        if people:
            topic = (groups.get("topic") or "").strip() or text
            yield Claim(place.index, people, topic, listed=form.listed)
            return


def _titled_people(
    raw: str, line: int, form: _TitleForm, announced: str | None
) -> Iterator[NamedPerson]:
    """The names in a topic: all of them must be names, or none is."""
    parts = split_names(raw)
    names = [clean_name(part) for part in parts]
    called = [has_honorific(p) or p.strip().startswith("@") for p in parts]
    told = form.sure or bool(announced)
    possible = [
        is_plausible_name(p) and (told or c or is_full_korean_name(n) or is_likely_name(n))
        for p, n, c in zip(parts, names, called, strict=True)
    ]
    if not parts or not all(possible):
        return
    likely = all(c or is_likely_name(n) for n, c in zip(names, called, strict=True))
    certain = told or any(called) or (likely and not form.listed)
    for part, name in zip(parts, names, strict=True):
        yield NamedPerson(line, name, part.strip().strip("`*_ "), Role.PRESENTER, certain=certain)


_LABEL_ALONE = re.compile(r"^[\W_]*(?:오늘의\s*)?(?:발표자(?:들)?|발제자|presenters?|speakers?)[\W_]*$",
                          re.IGNORECASE)  # fmt: skip


def listed(place: Place) -> Iterator[Claim]:
    """`발표자` alone, with a list of nothing but names below it."""
    if not _LABEL_ALONE.match(place.block.text):
        return
    people: list[NamedPerson] = []
    for block in place.blocks[place.index + 1 :]:
        if not block.leads or block.depth <= place.block.depth:
            break
        named = tuple(_named(block.text.strip(), block.line, certain=is_plausible_name))
        if not named:
            return
        people += named
    if people:
        yield Claim(place.index, tuple(people))


RECOGNISERS: Sequence[Callable[[Place], Iterator[Claim]]] = (labelled, listed, tabled, titled)


NEIGHBOURS = 2  # names in the same form that make each other certain


def _confirm(claims: Sequence[Claim]) -> list[Claim]:
    """Listed names confirm each other: 정규화 stands alone among words, a presenter doesn't."""
    sure_names = {p.name for c in claims for p in c.presenters if p.certain}
    unsure = {p.name for c in claims if c.listed for p in c.presenters if not p.certain}
    likely = {name for name in unsure if is_likely_name(name)}
    alike = len(likely | (unsure & sure_names)) >= NEIGHBOURS and 3 * len(likely) >= 2 * len(unsure)
    return [
        replace(claim, presenters=tuple(
            replace(p, certain=p.certain or p.name in sure_names or (alike and p.name in likely))
            for p in claim.presenters
        ))
        for claim in claims
    ]  # fmt: skip


def read_moderators(block: Block) -> Iterator[NamedPerson]:
    """The moderators that a block names."""
    if block.kind is BlockKind.CODE:
        return
    for i, row in enumerate(block.text.split("\n")):
        if len(row) <= MAX_LENGTH and (match := _MODERATOR.match(row)):
            for person in _named(_trim(match["names"]), block.line + i, certain=is_plausible_name):
                yield replace(person, role=Role.MODERATOR)
