"""Topics that name their presenter: `### 9강 (전준영)`, `- 전준영: BERT`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from campnotes.parsing.blocks import BlockKind
from campnotes.parsing.names import (
    EAST_ASIAN_HONORIFIC,
    HONORIFIC,
    clean_name,
    is_common_noun,
    is_likely_name,
    is_plausible_name,
    is_spoken_of,
    split_names,
    without_pictures,
)
from campnotes.parsing.presenters.claims import Claim, Form, NamedPerson
from campnotes.parsing.presenters.context import BlockInContext, first_row, is_title
from campnotes.parsing.presenters.lists import is_in_list_below_label
from campnotes.parsing.presenters.naming import name_person, named_by
from campnotes.parsing.presenters.purposes import Purpose, is_planned
from campnotes.parsing.presenters.reports import is_answered, is_asking

# What the words in capitals stand for in the patterns of forms.
_PIECES = {
    "NAMES": r"(?P<names>[^()（）\[\]:：]{2,60}?)",
    "ONE_NAME": (
        r"(?P<names>(?:[가-힣]{2,4}(?:\s*HONORIFIC|\s*씨)?(?:\s?\([가-힣A-Za-z]{2,12}\))?|"
        r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}|@[\w.\-]{2,39}|[\u4e00-\u9fff\u3041-\u30ffー]{2,6}(?:EAST)?))"
    ),
    "ANNOUNCED": r"(?P<announced>발표자?\s*[:：\-]?\s*|by\s+|presenter\s*:\s*|presented\s+by\s+)?",
    # A colon or bar, a dash or slash between spaces, or a long dash.
    "DASH": r"\s*(?:[:：|]|(?<=\s)[-–—/)](?=\s)|[–—])\s*",
    # Behind "somebody's presentation": its topic, or nothing that tells more.
    "TOPIC_BEHIND": r"(?:\s*[:：\-–—]\s*(?P<topic>.+)|\s*(?:내용|정리|자료)?)",
    # What is done with a topic before others, at the end of a line.
    "PRESENTED": (
        r"(?:발표|리뷰|설명|review|presentation)(?:\s*(?:내용|자료|진행|완료|함|하심|해\s?주심|해\s?주셨다|했다|했음))?"
    ),
    "HONORIFIC": HONORIFIC,
    "EAST": EAST_ASIAN_HONORIFIC,
}


def _compile(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    for word, piece in _PIECES.items():
        pattern = pattern.replace(word, piece)
    return re.compile(pattern, flags)


# The first form that finds people in a title reads it: forms that can mean little else come first,
# and those that are nothing but a dash or a name come last. A title that names another role than
# the presenter's in any form isn't read further.
EXPLAINED = Form(
    _compile(
        r"^(?P<topic>.{2,80}?PRESENTED)\s*[(（]\s*NAMES\s*[)）]\W*$",
        re.IGNORECASE,
    ),
    example="CNN 전반에 대한 설명(윤서진)",
    counter_example="CNN 전반에 대한 설명(정규화)",
)
NAME_ALONE = Form(
    _compile(r"^ONE_NAME$"),
    example="### Alice Kim\n\nRecursion\n\n### Bob Lee\n\nSorting",
    counter_example="### Binary Search\n\nRecursion\n\n### Linked List\n\nSorting",
    needs_neighbours=True,
)
FORMS = (
    EXPLAINED,
    Form(
        _compile(
            r"^(?P<topic>.+?)\s*[(（\[]\s*ANNOUNCEDNAMES\s*(?:발표)?[)）\]]\W*$",
            re.IGNORECASE,
        ),
        example="### 9강 BERT (전준영)",
        counter_example="### 임베딩 (정규화)",
    ),
    Form(
        _compile(
            r"^(?P<names>[가-힣A-Za-z ,·/&]{2,40}?(?:HONORIFIC|씨))의?\s*(?:발표|presentation)"
            r"TOPIC_BEHIND\W*$",
            re.IGNORECASE,
        ),
        example="### 준영님 발표",
        counter_example="### 준영님 발표 후기",
        sure=True,
    ),
    Form(
        _compile(r"^(?P<names>[가-힣]{3})의?\s*발표TOPIC_BEHIND\W*$"),
        example="### 전준영 발표",
        counter_example="### 정규화 발표",
    ),
    Form(
        _compile(
            r"^(?P<names>[가-힣 ,]{2,20}?HONORIFIC)(?:이|께서)\s+(?P<topic>.{2,80}?)[을를]?\s*"
            r"(?:발표|소개|설명|공유)(?:해|하|했|함).*$"
        ),
        example="- 준영님이 BERT를 발표했다",
        counter_example="- 준영님이 BERT를 다시 읽었다",
        sure=True,
    ),
    Form(
        _compile(
            r"^(?P<names>[가-힣]{2,4}\s?HONORIFIC(?:[,과와]\s?[가-힣]{2,4}\s?HONORIFIC)*)의?\s+"
            r"(?P<topic>\S.{0,100}?)\s*PRESENTED\W*$",
            re.IGNORECASE,
        ),
        example="- 서진님 4강 전반 리뷰",
        counter_example="- 서진님 4강 전반 복습",
        sure=True,
    ),
    Form(
        _compile(
            r"^(?P<names>[\w・]{1,10}?(?:EAST)|@[\w.\-]{2,39})\s?(?:の|による)\s?(?:発表|報告|LT)"
            r"(?:\s*[:：\-–—]\s*(?P<topic>.+))?$"
        ),
        example="### 花子さんの発表: 索引",
        counter_example="### 花子さんの感想: 索引",
        sure=True,
    ),
    Form(
        _compile(
            r"^(?P<names>[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:(?:, | and | & )[A-Z][a-z]+(?: [A-Z][a-z]+)?)*)"
            r" (?:presented|presents|explained|talked about|walked us through)(?: on)? (?P<topic>.+)$"
        ),
        example="- Minji presented caching",
        counter_example="- Minji asked about caching",
        sure=True,
    ),
    Form(
        _compile(
            r"^(?P<names>[A-Z][a-z]+(?: [A-Z][a-z]+)?)['’]s? (?:presentation|talk)"
            r"(?:\s*[:\-–—]\s*(?P<topic>.+))?$"
        ),
        example="### Minji's talk: caching",
        counter_example="### Minji's notes: caching",
        sure=True,
    ),
    Form(
        _compile(r"^[\[(（【]\s*NAMES\s*[\])）】]\s*[:：\-–—]?\s*(?P<topic>.+)$"),
        example="### [전준영] GPT",
        counter_example="### [과제] GPT",
    ),
    Form(
        _compile(
            r"^(?P<topic>(?:\d+(?:[-.]\d+)?\s*강|ch(?:apter)?\.?\s*\d+|lecture\s*\d+).{0,60}?)"
            r"DASHNAMES\W*$",
            re.IGNORECASE,
        ),
        example="### 5강: 우창님",
        counter_example="### 5강 - Computer Vision",
    ),
    Form(
        _compile(r"^ONE_NAMEDASH(?P<topic>\S.*)$"),
        example="- 전준영: BERT\n- 심우창: GPT",
        counter_example="- 정확도: 0.9\n- 정밀도: 0.8\n- 이상치: 3",
        needs_neighbours=True,
    ),
    Form(
        _compile(r"^(?P<topic>.{1,80}?)DASHNAMES\W*$"),
        example="### BERT - 전준영",
        counter_example="### Transformer - Attention",
    ),
    Form(
        _compile(
            r"^(?P<topic>.{2,80}?)\s+(?P<announced>by)\s+NAMES\W*$",
            re.IGNORECASE,
        ),
        example="### BERT by Minji Kim",
        counter_example="### Order by the first two letters",
    ),
    NAME_ALONE,
)

# What comes before a topic and tells nothing: bullets, emoji, `발표 1:`, `2.`, `Topic 3:`.
_LEADING = re.compile(
    r"^(?:[^\w(（\[【@`]+|발표\s*\d+\s*[:：.)]?\s*|\d+[.)]\s+|topic\s*\d+\s*[:.]\s*)+",
    re.IGNORECASE,
)

# Labels that announce somebody else than a presenter, or something else than a person.
_OTHER_ROLE = re.compile(
    r"^\W*(?:참석|참여|참가|담당|불참|결석|지각|출석|서기|기록|작성|정리|모더레이터|사회|진행|리더|팀장|조장|팀원|멤버|구성원|"
    r"멘토|튜터|강사|질문자|발표\s*(?:자료|순서|시간|방법|주제|일)|자료|링크|순서|일시|장소|시간|날짜|안건|목표|"
    r"attend|present(?!ation)|participant|member|absent|moderator|host|scribe|leader|mentor|slides?|link|"
    r"date|time|place|agenda|note)|[(（][^)）]*$",
    re.IGNORECASE,
)


# Sentences are no titles, but one that says outright what was done is read outside of lists, too.
_IN_PARAGRAPHS = (EXPLAINED,)
DEEPEST = 3  # list that holds topics
AHEAD = 5  # blocks in which a question's answer is looked for


def read_title(here: BlockInContext) -> Iterator[Claim]:
    """Read a topic of a peer session that names its presenter, in one of `FORMS`."""
    forms = _forms(here)
    if not forms or is_in_list_below_label(here):
        return
    text = _title(here)
    if is_planned(text) or _is_asked(here):
        return
    unsure: Claim | None = None
    for form in forms:
        match = form.pattern.match(text)
        if match is None:
            continue
        topic = match.groupdict().get("topic") or ""
        if _OTHER_ROLE.search(topic):
            return
        claim = _claim(match, here, form)
        if claim is None:
            continue
        if claim.presenters[0].certain:
            yield claim
            return
        unsure = unsure or claim
    if unsure is not None:
        yield unsure


def _title(here: BlockInContext) -> str:
    """A title without what comes before it and tells nothing, and without pictures: 나래🐯."""
    text = _LEADING.sub("", first_row(here.block))
    return without_pictures(text).rstrip()


def _forms(here: BlockInContext) -> Sequence[Form]:
    """The forms in which a block may name somebody where it stands."""
    if not here.in_session or here.purpose is Purpose.PLANNING:
        return ()
    block = here.block
    if here.purpose is Purpose.TALKING:
        return _SURE if is_title(block) or block.leads else ()
    if is_title(block):
        return FORMS
    if not block.depth and block.kind is BlockKind.PARAGRAPH:
        return _IN_PARAGRAPHS
    if not block.leads or block.depth > DEEPEST:
        return ()
    if here.purpose is Purpose.PRESENTING:
        return FORMS
    # In a list of which nothing tells what it is for, a name alone says little.
    return _IN_LISTS if block.depth == 1 else ()


def _is_asked(here: BlockInContext) -> bool:
    """Whether a list item is a question, with who asked it: `- 이 값의 의미 (서진님)`."""
    block = here.block
    if not block.leads:
        return False
    begin = here.index + 1
    for below in here.blocks[begin : begin + AHEAD]:
        if below.items[: block.depth] != block.items:
            return False
        if is_answered(below.text):
            return True
    return is_answered(block.text)


def _claim(match: re.Match[str], here: BlockInContext, form: Form) -> Claim | None:
    """The claim of a title, unless what stands with the name is a report or a question."""
    groups = match.groupdict()
    topic = (groups.get("topic") or "").strip()
    # In a list, it tells of the others, too, that somebody asks.
    is_question = not form.needs_neighbours and is_asking(topic)
    if is_question or not _says_something(topic, form):
        return None
    is_announced = form.sure or bool(groups.get("announced"))
    people = _name_people(groups["names"], here.block.line, form, is_announced)
    if not people:
        return None
    return Claim(
        here.index,
        people,
        topic or _title(here),
        needs_neighbours=form.needs_neighbours,
        group=_group(here),
        said=topic,
        is_named_after=not topic,
    )


def _says_something(topic: str, form: Form) -> bool:
    """Whether a topic isn't a mere dash, where there must be one."""
    if form is NAME_ALONE or "topic" not in form.pattern.groupindex:
        return True
    return not topic or _TELLING.search(topic) is not None


def _group(here: BlockInContext) -> tuple[int, ...]:
    """The list or the level of headings in which a block stands beside others."""
    block = here.block
    if block.kind is BlockKind.HEADING:
        return (-block.level,)
    outside = here.outside.line if here.outside else 0
    return (outside, *block.items[:-1])


def _name_people(names: str, line: int, form: Form, is_announced: bool) -> tuple[NamedPerson, ...]:
    """Name the people of a title: all of the parts must be names, or none is.

    A word that may be a name, if somebody is called so elsewhere, isn't certain.
    """
    parts = split_names(names)
    if not parts or not all(is_plausible_name(part) for part in parts):
        return ()
    if is_announced or _are_certain(parts, form):
        people = [name_person(part, line) for part in parts]
        return tuple(named_by(form, people))
    if not all(_may_be_name(part) for part in parts):
        return ()
    people = [name_person(part, line, certain=False) for part in parts]
    return tuple(named_by(form, people))


def _may_be_name(part: str) -> bool:
    return is_spoken_of(part) or not is_common_noun(clean_name(part))


def _are_certain(parts: list[str], form: Form) -> bool:
    if any(is_spoken_of(part) for part in parts):
        return True
    if form.needs_neighbours:
        return False
    return all(is_likely_name(clean_name(part)) for part in parts)


_SURE = tuple(form for form in FORMS if form.sure)
_IN_LISTS = tuple(form for form in FORMS if form is not NAME_ALONE)
_TELLING = re.compile(r"\w")
