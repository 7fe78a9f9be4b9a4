"""The column of a table that holds the names, told by its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from campnotes.parsing.presenters.claims import Form
from campnotes.parsing.presenters.label_words import IN_SESSION, PRESENTER, WHEN
from campnotes.patterns import regex

# The heads of the column that holds the names.
PRESENTER_COLUMN = Form(
    pattern=regex(
        rf"^(?:(?:{WHEN})?(?:{PRESENTER})(?:姓?名|[员員])?|speaker\(s\)|"
        r"(?:presented|led|summari[sz]ed|reviewed)\s+by)\W*$",
        re.IGNORECASE,
    ),
    example="| 발표자 | 주제 |\n|-|-|\n| 서진 | 인덱스 |",
    counter_example="| 발표 자료 | 주제 |\n|-|-|\n| 서진 | 인덱스 |",
    sure=True,
)
READER_COLUMN = Form(
    pattern=regex(
        rf"^(?:{WHEN})?(?:{IN_SESSION}|発表|发表|發表|分享|汇报|匯報|报告|報告|讲解|講解|负责人|負責人|"
        r"분담|발표\s*담당)\W*$"
    ),
    example="| 担当 | 範囲 |\n|-|-|\n| 花子 | 索引 |",
    counter_example="| 担当 | 範囲 |\n|-|-|\n| 未定 | 索引 |",
)
PERSON_COLUMN = Form(
    pattern=regex(r"^(?:人|人员|人員|(?:小组|小組)?成员|小组成員|组员|組員|同学|同學)\W*$"),
    example="| 人 | 内容 |\n|-|-|\n| 田中花子 | 索引 |",
    counter_example="| 人 | 内容 |\n|-|-|\n| みんな | 自己紹介 |",
)
# What was presented may stand below this head, too: its column must be of names.
TALK_COLUMN = Form(
    pattern=regex(r"^(?:발표|발제)\W*$"),
    example="| 주제 | 발제 |\n|-|-|\n| 인덱스 | 윤서진 |",
    counter_example="| 주제 | 발제 |\n|-|-|\n| 인덱스 | 큐 |",
)
NAME_COLUMN = Form(
    pattern=regex(
        r"^(?:이름|성명|담당자?|스터디원|리뷰어|names?|who|person|reviewers?|氏名|名前|姓名)\W*$",
        re.IGNORECASE,
    ),
    example="| 주제 | 이름 |\n|-|-|\n| 인덱스 | 윤서진 |",
    counter_example="| 뜻 | 이름 |\n|-|-|\n| 줄 세우기 | 큐 |",
)
# Who lectures is often no member, but beside a column of who moderates the members lecture in turn.
LECTURER_COLUMN = Form(
    pattern=regex(r"^(?:讲师|講師)\W*$"),
    example="| 主题 | 讲师 | 主持人 |\n|-|-|-|\n| 索引 | 王晓明 | 李雷 |",
    counter_example="| 主题 | 讲师 |\n|-|-|\n| 索引 | 王晓明 |",
    sure=True,
)
# Who is in charge of a chapter has presented it where a column holds what was shown.
IN_CHARGE_COLUMN = Form(
    pattern=regex(r"^담당자?\W*$"),
    example="| 주제 | 담당자 | 발표 자료 |\n|-|-|-|\n| 인덱스 | 윤서진 | [자료](https://a.kr/1) |",
    counter_example="| 할 일 | 담당자 | 마감 |\n|-|-|-|\n| 예약 | 총무 | 내일 |",
    sure=True,
)
FORMS = (
    PRESENTER_COLUMN,
    READER_COLUMN,
    LECTURER_COLUMN,
    PERSON_COLUMN,
    IN_CHARGE_COLUMN,
    TALK_COLUMN,
    NAME_COLUMN,
)

_SHOWN_COLUMN = regex(r"^발표\s*(?:자료|영상)|^slides?\W*$", re.IGNORECASE)

# Topics that are said to be given as talks, and in no course: 分享主题.
_GIVEN_COLUMN = regex(r"^(?:分享|演讲|演講|报告|報告)(?:主题|主題|题目|題目|内容|话题|議題|议题)")

MODERATOR_COLUMN = regex(r"^(?:主持人?|司会者?|司會)\W*$")

# A column may be of several: 演讲者 / 组织者.
_SEVERAL = regex(r"\s*[/／、・&]\s*")
# It may say how names are written, 発表者（敬称略）, and be one of two: 报告人1.
_REMARK = regex(r"\s*(?:[（(][^()（）]*[)）]|\d)$")
_NUMBER_BEHIND = regex(r"\s\d$")  # Presenter 1
# A head in two languages: Speaker 主讲人.
_LATIN_BESIDE_HAN = regex(r"^[A-Za-z ]+(?=[\u3041-\u9fff])|(?<=[\u3041-\u9fff])[A-Za-z ]+$")


class NameColumn(Struct, frozen=True):
    """The column of a table that holds the names, and the form of its head."""

    index: int
    form: Form


def find_name_columns(titles: Sequence[str], *, members_lecture: bool = False) -> list[NameColumn]:
    """The columns that hold the names: the first, and those of the same head: 报告人1, 报告人2.

    Who lectures counts where `members_lecture`, where some moderate or where talks are given; who is in charge of
    something surely presented it where a column holds what was shown.
    """
    columns: list[NameColumn] = []
    has_moderators = any(MODERATOR_COLUMN.match(title) for title in titles)
    tells_what_was_given = any(map(_GIVEN_COLUMN.match, titles))
    may_lecture = members_lecture or has_moderators or tells_what_was_given
    tells_what_was_shown = any(map(_SHOWN_COLUMN.match, titles))
    for index, title in enumerate(titles):
        form = _form_of(title)
        if form is None:
            continue
        if form is LECTURER_COLUMN and not may_lecture:
            continue
        if form is IN_CHARGE_COLUMN and not tells_what_was_shown:
            form = NAME_COLUMN
        is_alike = not columns or _is_numbered_alike(title, titles[columns[0].index])
        if is_alike:
            columns.append(NameColumn(index, form))
    return columns


def _form_of(title: str) -> Form | None:
    heads = list(_heads(title))
    for form in FORMS:
        if any(form.pattern.match(head) for head in heads):
            return form
    return None


def _heads(title: str) -> Iterator[str]:
    """What a head says, as written and without what stands around it."""
    yield title
    yield _NUMBER_BEHIND.sub("", title)
    yield from _SEVERAL.split(title)
    if not title.isascii():
        bare = _REMARK.sub("", title)
        yield bare
        yield _LATIN_BESIDE_HAN.sub("", bare).strip()


def _is_numbered_alike(title: str, first: str) -> bool:
    """Whether two heads differ in nothing but the number behind them."""
    bare = title.rstrip("0123456789 ")
    return bare != title and bare == first.rstrip("0123456789 ")
