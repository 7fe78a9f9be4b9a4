"""Topics that name their presenter: `### 9강 (전준영)`, `- 전준영: BERT`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campnotes.parsing.names import (
    HONORIFIC,
    clean_name,
    has_honorific,
    is_full_korean_name,
    is_likely_name,
    is_plausible_name,
    split_names,
)
from campnotes.parsing.presenters.claims import Claim, Form, NamedPerson
from campnotes.parsing.presenters.context import BlockInContext, first_row, is_title
from campnotes.parsing.presenters.lists import is_in_list_below_label
from campnotes.parsing.presenters.naming import name_person, named_by

# What the words in capitals stand for in the patterns of forms.
_PIECES = {
    "NAMES": r"(?P<names>[^()（）\[\]:：]{2,60}?)",
    "ONE_NAME": (
        r"(?P<names>(?:[가-힣]{2,4}(?:\s*HONORIFIC|\s*씨)?|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}))"
    ),
    "ANNOUNCED": r"(?P<announced>발표자?\s*[:：\-]?\s*|by\s+|presenter\s*:\s*|presented\s+by\s+)?",
    # A colon or bar, a dash or slash between spaces, or a long dash.
    "DASH": r"\s*(?:[:：|]|(?<=\s)[-–—/](?=\s)|[–—])\s*",
    # Behind "somebody's presentation": its topic, or nothing that tells more.
    "TOPIC_BEHIND": r"(?:\s*[:：\-–—]\s*(?P<topic>.+)|\s*(?:내용|정리|자료)?)",
    "HONORIFIC": HONORIFIC,
}


def _compile(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    for word, piece in _PIECES.items():
        pattern = pattern.replace(word, piece)
    return re.compile(pattern, flags)


# The first form that finds people in a title reads it: forms that can mean little else come first,
# and those that are nothing but a dash or a name come last. A title that names another role than
# the presenter's in any form isn't read further.
FORMS = (
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
    Form(
        _compile(r"^ONE_NAME$"),
        example="### Alice Kim\n\nRecursion\n\n### Bob Lee\n\nSorting",
        counter_example="### Binary Search\n\nRecursion\n\n### Linked List\n\nSorting",
        needs_neighbours=True,
    ),
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


def read_title(here: BlockInContext) -> Iterator[Claim]:
    """Read a topic of a peer session that names its presenter, in one of `FORMS`."""
    if not _may_be_topic(here) or is_in_list_below_label(here):
        return
    text = _LEADING.sub("", first_row(here.block))
    for form in FORMS:
        match = form.pattern.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        topic = groups.get("topic") or ""
        if _OTHER_ROLE.search(topic):
            return
        is_announced = form.sure or bool(groups.get("announced"))
        people = _name_people(groups["names"], here.block.line, form, is_announced)
        if people:
            topic = topic.strip() or text
            yield Claim(here.index, people, topic, needs_neighbours=form.needs_neighbours)
            return


def _may_be_topic(here: BlockInContext) -> bool:
    if not here.in_session:
        return False
    if is_title(here.block):
        return True
    return here.block.leads and here.block.depth == 1


def _name_people(names: str, line: int, form: Form, is_announced: bool) -> tuple[NamedPerson, ...]:
    """Name the people of a title: all of the parts must be names, or none is."""
    parts = split_names(names)
    plausible = [part for part in parts if _can_be_name(part, is_announced)]
    if plausible != parts:
        return ()
    certain = is_announced or _are_certain(parts, form)
    people = [name_person(part, line, certain=certain) for part in parts]
    return tuple(named_by(form, people))


def _can_be_name(part: str, is_announced: bool) -> bool:
    if not is_plausible_name(part):
        return False
    if is_announced or _is_spoken_of(part):
        return True
    name = clean_name(part)
    return is_full_korean_name(name) or is_likely_name(name)


def _are_certain(parts: list[str], form: Form) -> bool:
    if any(_is_spoken_of(part) for part in parts):
        return True
    if form.needs_neighbours:
        return False
    return all(is_likely_name(clean_name(part)) for part in parts)


def _is_spoken_of(part: str) -> bool:
    """Whether a part is written as only a person's name is: 준영님, `@minji`."""
    if has_honorific(part):
        return True
    return part.strip().startswith("@")
