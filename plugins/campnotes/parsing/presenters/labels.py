"""Labels that announce a name: `발표자: 전준영`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from campnotes.parsing.blocks import Block, BlockKind
from campnotes.parsing.names import is_certain_name, is_likely_name, is_plausible_name
from campnotes.parsing.names.east_asian import is_full_chinese_name
from campnotes.parsing.presenters.announcing import MAX_LENGTH, is_east_asian
from campnotes.parsing.presenters.claims import Claim, Form, NamedPerson
from campnotes.parsing.presenters.context import BlockInContext
from campnotes.parsing.presenters.label_words import (
    IN_SESSION,
    MAY_BE_A_THING,
    PRESENTER,
    WHEN,
    is_bare_label,
)
from campnotes.parsing.presenters.naming import (
    announced_names,
    is_in_charge,
    name_people,
    named_by,
)
from campnotes.parsing.presenters.purposes import Purpose, is_planned
from campnotes.parsing.presenters.segments import pieces_of
from campnotes.patterns import regex

# A space after `by`; a colon or the like; a dash or particle before a space; a space before a
# single word; any dash.
_ANNOUNCES = (
    r"(?:(?<=\sby)\s+|"
    r"[*_`\s]*(?:[:：=|]|[-–—](?=\s)|[】\]]\s?[:：]?|는(?=\s)|은(?=\s)|は(?=\S{1,12}さん))[*_`\s]*|"
    r"\s+(?=\S+$)|\s*[-–—]\s*)"
)
LABEL = Form(
    pattern=regex(
        rf"^[\W_]*(?:{WHEN}\s*)?"
        rf"(?:(?:{PRESENTER})(?:(?:自我)?(?:介绍|简介|介紹|簡介))?|발표\s*(?:하신\s*분|담당자?|한\s*사람|팀원)|presented\s+by)"
        rf"{_ANNOUNCES}(?P<names>.+?)\s*$",
        re.IGNORECASE,
    ),
    example="- 발표자: 윤서진",
    counter_example="- 발표자료: 윤서진",
    sure=True,
)
# Who is behind the topic of its own line: `주제 : 발표자 나래님`, `(Newton, 발표자 : 김나래)`.
BEHIND_TOPIC = Form(
    pattern=regex(
        r"^[\W_]*(?P<topic>\S(?:.{0,100}?[^\s\[(（:：,，|/\-–—])??)[\s\[(（:：,，|/\-–—]*"
        rf"(?<!\w)(?:{PRESENTER})(?:\s*(?P<colon>[:：=])\s*|\s)(?P<names>[^()（）\[\]:：]{{2,60}}?)\s*[)\]）]*\W*$",
        re.IGNORECASE,
    ),
    example="- CNN (Newton, 발표자 : 윤서진)",
    counter_example="- 모든 발표자 여러분께",
    sure=True,
)
# So is who is announced there by a word that in sessions alone tells who presents.
BEHIND_TOPIC_IN_SESSION = Form(
    pattern=regex(
        r"^[\W_]*(?P<topic>\S(?:.{0,100}?[^\s\[(（:：,，|/\-–—])?)(?:\s[\[(（:：,，|/\-–—]*|[\[(（,，|/]\s?)"
        rf"(?:{WHEN})?(?:{PRESENTER}|{IN_SESSION})\s?[:：]\s?(?P<names>[^()（）\[\]:：]{{2,60}}?)\s*[)\]）]*\W*$"
    ),
    example="### 索引の話 (担当: 田中さん)",
    counter_example="### 索引の話 (担当: 未定)",
)
# Somebody who read or led for the others: `Led by Minji Kim`, `Discussion leader: Minji`.
CREDIT = Form(
    pattern=regex(
        r"^[\W_]*(?i:(?:led|summari[sz]ed|summary|reviewed|explained|discussion\s+led)\s+by)\s*[*_`]*[:：]?[*_`]*\s*"
        r"(?P<names>@?[A-Z가-힣][\w.'’\-]*(?:(?:,? and |, | & | )@?[A-Z가-힣][\w.'’\-]*){0,7})\W*$"
    ),
    example="Summarized by Minji Kim",
    counter_example="Led by example",
    sure=True,
)
# A label that announces much else, too: 발표: 다음 주 월요일.
SESSION_LABEL = Form(
    pattern=regex(
        rf"^[\W_]*(?:{WHEN}\s*)?(?:발표|발제|by|発表|{IN_SESSION}|LT\s?\d?|带读|分享|汇报|报告|讲解|导读|導讀)"
        r"(?:[\])】]\s*|[*_`\s]*[:：=|\-–—][*_`\s]*|は(?=\S{1,12}さん)|\s+(?=[@＠]))(?P<names>.+?)\s*$",
        re.IGNORECASE,
    ),
    example="- 발표: 윤서진",
    counter_example="- 발표: 월요일",
)
# Whose talk is told of in a sentence.
TALK_OF = Form(
    pattern=regex(
        r"^(?:.{0,30}?[、。，\s—])?(?:(?:発表者|登壇者|スピーカー|講演者)の\s?(?P<by_role>))?"
        r"(?P<names>[^\s、。，,（）()「」のはがをにで]{1,12}?)\s?(?:[（(][^（）()]{1,40}[)）])?\s?(?:さん|氏|くん)"
        r"(?:\s?の\s?(?:発表|LT|講演|登壇)(?:では|の中|は|です|でした|$)|(?(by_role)\s?[はが]|(?!)))"
    ),
    example="花子さんの発表では索引の話を聞きました。",
    counter_example="花子さんの感想では索引の話がありました。",
    sure=True,
)
# Who told of something, in the middle of a sentence.
BROUGHT = Form(
    pattern=regex(
        r"^(?:.{0,80}?(?:[，,。；;：:\s@＠]|来自[^，,。]{1,20}的))?"
        r"(?P<names>(?![这那第最每各几一])[\u4e00-\u9fff]{2,3}?\s?(?:学长|学姐|同学)?)(?:[（(][^（）()]{1,20}[)）])?(?:讲师|巨巨)?\s?"
        r"(?:在\S{1,12}?)?(?:[给为跟和向]大家(?:带来|分享|介绍|讲解)|带来|分享了|主讲|讲解了|介绍了).*$"
    ),
    example="接下来, 王小明带来了关于索引的主题",
    counter_example="接下来, 主持人带来了关于索引的问题",
)
# Who the guest is, in a sentence.
IS_GUEST = Form(
    pattern=regex(
        r"^.{0,40}?(?:(?:嘉宾|嘉賓|讲师|主讲人|分享人)[是为]|分享的是)\s?"
        r"(?P<names>[\u4e00-\u9fff]{2,3}?(?:同学|同學|学长|学姐|师兄|师姐)).*$"
    ),
    example="本次分享的嘉宾是王小明同学，题目是索引",
    counter_example="本次分享的嘉宾是各位同学，题目是索引",
    sure=True,
)
# Who presents, with nothing between the label and the name.
GLUED = Form(
    pattern=regex(
        rf"^[\W_]*(?:{WHEN})?(?:{PRESENTER}|{IN_SESSION}|讲师)(?P<names>[\u4e00-\u9fff]{{2,3}}?)"
        r"(?:同学|同學|老师|先生)?(?:\s?[（(][^()（）]{1,20}[)）])?(?=[，,。\s]|$)"
    ),
    example="主讲人王小明，某公司工程师。",
    counter_example="主讲人都是，某公司工程师。",
)
# Who lectures at a meetup, with what is told of them; in a course it is no member.
LECTURER = Form(
    pattern=regex(
        r"^[\W_]{0,4}(?:讲师|講師|嘉宾|嘉賓)(?:介绍|介紹|简介|簡介)?[*_\s]{0,3}[:：][*_\s]{0,3}(?P<names>\S.*)$"
    ),
    example="- 讲师：王晓明，某公司架构师",
    counter_example="- 讲师：待定",
    sure=True,
)
# Whose presentation was followed by something: `→ 나래님 발표 후 피드백`.
ON_A_LINE = Form(
    pattern=regex(
        r"^[\W_]*(?P<names>[가-힣]{2,5}\s?님(?:[,과와]\s?[가-힣]{2,5}\s?님)*)(?:의|이|께서)?\s*"
        r"발표\s*(?:후(?!기)|이후|뒤|및|와|하고|들은).*$"
    ),
    example="- 인덱스\n    → 서진님 발표 후 피드백",
    counter_example="- 인덱스\n    → 서진님 질문 후 피드백",
    sure=True,
)
# Who spoke, as a report of a meetup tells it; 発表者は花子さん is a label with a particle.
SPOKEN_BY = Form(
    pattern=regex(
        r"^(?:[^、。さ@＠]{0,12}[はで]、?\s?)?"
        r"(?P<names>(?:[^\s、。，,はがをに]{1,12}\s?さん\s?(?:[@＠][\w\-]{2,39})?(?:\s?[、，,と・]\s?)?){1,6})\s?"
        r"(?:の\s?\d\s?[名人](?:のスピーカー|の方)?)?\s?(?:が|に|より|から)(?:ご|LT|トーク|発表)?\s?"
        r"(?:登壇|講演|(?<=LT)|(?<=トーク)|(?<=発表))(?:を?し|を?行|いただ|頂|され|して).*$"
    ),
    example="花子さん、太郎さんの2名のスピーカーに登壇してもらいました。",
    counter_example="花子さんに登壇のご案内を送りました。",
    sure=True,
)
FORMS = (
    LABEL,
    CREDIT,
    BEHIND_TOPIC,
    ON_A_LINE,
    SPOKEN_BY,
    TALK_OF,
    LECTURER,
    IS_GUEST,
    GLUED,
    BROUGHT,
    SESSION_LABEL,
    BEHIND_TOPIC_IN_SESSION,
)

_EAST_ASIAN_FORMS = (
    SPOKEN_BY,
    TALK_OF,
    LECTURER,
    IS_GUEST,
    GLUED,
    BROUGHT,
    BEHIND_TOPIC_IN_SESSION,
)
_OTHER_FORMS = tuple(form for form in FORMS if form not in _EAST_ASIAN_FORMS)
_IN_SESSIONS = (LECTURER, IS_GUEST, GLUED, BROUGHT, SESSION_LABEL, BEHIND_TOPIC_IN_SESSION)
# Where there are many guests, they are all who came.
MOST_GUESTS = 5
_GUESTS = regex(r"嘉宾|嘉賓|ゲスト")
# What is told of somebody need not begin with the name: 讲师简介：从业十年.
_BIOGRAPHY = regex(r"(?:介绍|介紹|简介|簡介)[*_\s]{0,3}[:：]")
# Behind who has a chapter, a surname of any kind may stand.
_IN_CHARGE = regex(r"担当者?")
# In a sentence, what follows the particle may be a thing: 발표자는 tree-study 폴더에.
_IN_SENTENCE = regex(r"[은는]\s+$")
# The only label that isn't told by a word of its own.
_BY = regex(r"^\W*by\b", re.IGNORECASE | re.MULTILINE)

_NO_TOPIC = regex(
    rf"^(?:{WHEN}|오늘|이번|금주의?|우리|첫\s*번째|두\s*번째|\d+\s*번째?|\d+)$", re.IGNORECASE
)
_LOOSE_END = regex(r"[\s(（\[,，:：|/\-–—]+$")
# What stands before it in a line: numbers, `주제:`, and a link's brackets.
_HEAD = regex(r"^(?:\d+[.)]\s+|(?:발표\s*)?(?:주제|topic)\s*[:：]\s*(?=\S))", re.IGNORECASE)


def is_label(text: str) -> bool:
    """Whether a block says `발표자: …`."""
    text = text.strip()
    first, _, _ = text.partition("\n")
    if len(first) > MAX_LENGTH:
        return False
    return LABEL.pattern.match(first) is not None


def read_labels(here: BlockInContext) -> Iterator[Claim]:
    """Read ``발표자: `전준영` ``, `발표자 - 우창님, 준영님`, `Presenter: Minji Kim`, `| 발표자 | 전준영 |`."""
    if here.purpose is Purpose.PLANNING:
        return
    if not here.announces and not _BY.search(here.block.text):
        return
    text = _text_with_labels(here)
    rows = text.split("\n")
    first_line = here.block.line
    for line, row in enumerate(rows, first_line):
        for piece in _pieces(row, here.block):
            claim = _read_row(piece, line, here)
            if claim is not None:
                yield claim


def _pieces(row: str, block: Block) -> list[str]:
    """The pieces of a line that holds several labels; a table's row is parted already."""
    is_whole = block.kind is BlockKind.ROW or len(row) > MAX_LENGTH
    return [row] if is_whole else pieces_of(row)


def _text_with_labels(here: BlockInContext) -> str:
    block = here.block
    if block.kind is not BlockKind.ROW:
        return block.text
    # In a table's row, the first cell may label the others.
    if len(block.cells) < 2:
        return ""
    if not is_bare_label(block.cells[0], in_session=here.in_session):
        return ""
    return " : ".join(block.cells)


def _read_row(row: str, line: int, here: BlockInContext) -> Claim | None:
    if is_planned(row):
        return None
    if len(row) > MAX_LENGTH:
        # What is told of a lecturer may be long.
        row, _, _ = row[:MAX_LENGTH].partition("。")
        if LECTURER.pattern.match(row) is None:
            return None
    forms = FORMS if is_east_asian(row) else _OTHER_FORMS
    for form in forms:
        if form in _IN_SESSIONS and not _may_present(here):
            continue
        match = form.pattern.match(row)
        if match is None:
            continue
        people = _announced_people(match, line, here, form)
        if people:
            topic = _topic(match)
            return Claim(here.index, people, topic)
    return None


def _may_present(here: BlockInContext) -> bool:
    """Whether somebody may present where a block stands; among roles, 발표 is one of them."""
    may_be_session = here.in_session or here.beside_labels
    return may_be_session and here.purpose is not Purpose.TALKING


def _announced_people(
    match: re.Match[str], line: int, here: BlockInContext, form: Form
) -> tuple[NamedPerson, ...]:
    names = announced_names(match["names"])
    named = name_people(names, line, is_name=is_plausible_name)
    people = tuple(named_by(form, named))
    if len(people) > MOST_GUESTS and _GUESTS.search(_head(match)):
        return ()
    if form is LECTURER:
        people = tuple(_lecturers(people))
    if _BIOGRAPHY.search(_head(match)):
        people = tuple(filter(_is_named_in_full, people))
    if form is GLUED:
        return tuple(filter(_is_named_in_full, people))
    written = [person.raw for person in people]
    if all(map(is_certain_name, written)):
        return people
    if _IN_CHARGE.search(_head(match)) and all(map(is_in_charge, written)):
        return people
    is_told = "colon" not in match.re.groupindex or match["colon"]
    if not form.sure or not is_told or here.block.kind is BlockKind.ROW:
        return ()
    are_full = all(" " in person.name for person in people)
    if are_full or not _may_be_a_thing(match, here, form):
        return people
    # So it is only if somebody is called so elsewhere.
    unsure = [replace(person, certain=False) for person in people]
    return tuple(unsure)


def _head(match: re.Match[str]) -> str:
    """What stands before the names that a label announces."""
    whole = match[0]
    length = match.start("names") - match.start()
    return whole[:length]


def _is_named_in_full(person: NamedPerson) -> bool:
    name = person.name
    if is_likely_name(name):
        return True
    return is_full_chinese_name(name)


def _lecturers(people: Sequence[NamedPerson]) -> Iterator[NamedPerson]:
    """What follows the first name tells more of that person, unless it is somebody's in full."""
    for index, person in enumerate(people):
        if index == 0 or is_likely_name(person.name):
            yield person


def _may_be_a_thing(match: re.Match[str], here: BlockInContext, form: Form) -> bool:
    """Whether a label may announce a thing.

    `Speakers: Bluetooth` and `Presenter: View` do outside of any session, `Summarized by AI` and a
    sentence (「발표자는 tree-study 폴더에」) everywhere.
    """
    head = _head(match)
    if form is CREDIT or _IN_SENTENCE.search(head):
        return True
    if here.in_session:
        return False
    return MAY_BE_A_THING.search(head) is not None


def _topic(match: re.Match[str]) -> str | None:
    """The topic in a label's own line, without the bracket that the names left open."""
    groups = match.groupdict()
    text = _HEAD.sub("", (groups.get("topic") or "").strip())
    topic = _LOOSE_END.sub("", text)
    if not topic or _NO_TOPIC.match(topic):
        return None
    if topic.count("(") > topic.count(")"):
        return f"{topic})"
    return topic
