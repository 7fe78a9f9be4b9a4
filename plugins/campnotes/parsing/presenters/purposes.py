"""What the parts of a session are for, as their titles say: to present, to talk, or to plan."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from campnotes.patterns import regex

LONGEST_TITLE = 80  # characters; a longer text is no title of a part


class Purpose(StrEnum):
    """What a part of a note is for.

    - `PRESENTING`: somebody presents something: 논문 발표, 과제 리뷰, study.
    - `TALKING`: everybody says something: 진행 상황 공유, 질문, 회고. Names there aren't presenters'.
    - `PLANNING`: what is told is yet to come: 내일 발표자.
    """

    PRESENTING = "presenting"
    TALKING = "talking"
    PLANNING = "planning"


_PLANNING = regex(
    r"\d\s?[/월]\s?\d{1,2}일?\s?(?:\([^()]{1,3}\)\s?)?까지|"
    r"발표자(?:를|\s*한\s*명|\s*\d명)?\s*(?:선정|정하기|정하자|뽑)|내일|모레|명일|차주|다음\s*(?:주|번|시간|회|차|피어|발표|모더|사회|진행|세션|스터디)|차기|"
    r"앞으로|발표\s*예정|\d일\s*피어\s?세션\s*관련|"
    r"(?<!지난)예정(?:자|된)|\bnext\s+(?:week|time|session|meeting|presenters?|speakers?|moderators?)|"
    r"\btomorrow|\bfuture\s+(?:meetings?|talks?|presenters?|speakers?)|\bupcoming|次回|来週|來週|明日|下次|未(?:进行|開始|开始|举办)|待(?:进行|分享)|"
    r"下周|下週|明天|下期|即[将將](?:进行|進行|举|舉|开始|開始|分享)|"
    r"未[来來](?:安排|计划|計劃|活动|活動|分享)|预告|預告|今後の|開催予定|発表予定",
    re.IGNORECASE,
)
_TALKING = regex(
    r"질문|질의|\bq\s*(?:&|and|n)\s*a\b|questions?\b|궁금|진행\s*(?:상황|현황|사항|도)|대회\s*진행|현황|상황\s*공유|근황|"
    r"스몰\s*토크|잡담|자기\s*소개|팀원?\s*소개|회고|돌아보|잘(?:했|한)\s*점|좋았던|아쉬|개선|"
    r"시도할|도전할|건의|안건|공지|"
    r"규칙|그라운드|역할|분담|할\s*일|to-?\s*do|계획|일정|목표|멘토링|참석|출석|이슈|회의\s*(?:내용|사항|안건)|"
    r"논의|토의|토론|작업|준비|실험\s*(?:내용|결과)|small\s*talk|ice\s*break|discussions?\b(?!\s+leader)|status|progress|"
    r"stand-?\s*up|retrospective|action\s*items|goals?\b|plans?\b|introductions?\b|agenda|members?\b|"
    r"participants?\b|attendees?\b|"
    # Who is of a group presents nothing by that; 「스터디원 발표」 is another title.
    r"^\W*(?:우리\s*)?(?:(?:스터디|구성|팀|조|모임|동아리)원|멤버|참[여가]자)들?(?:\s*(?:소개|명단|목록))?\W*$|"
    r"ドライバー|振り返り|ふりかえり|感想|疑問|気づき|学んだ|わからな|雑談|自己紹介|宿題|质问|問い|"
    r"问题|問題|讨论|討論|计划|計劃|计畫|提问|提問|脑洞|腦洞|吐槽|建议|建議|意见|意見|反馈|反饋|"
    r"心得|闲聊|閒聊|总结|總結|反思|待办|待辦|通知|公告|新人介绍|"
    # Who holds an evening or comes to it presents nothing by that.
    r"主催|スタッフ|メンバー|実行委員|参加され|運営|幹事|スポンサー|参加者|主办|协办|组织者|組織者|志愿者|工作人员|参会|"
    r"ブログ|つぶやき|ツイート|課題|連絡|お知らせ|アンケート|改善|反省|近況|所感",
    re.IGNORECASE,
)
_PRESENTING = regex(
    r"발표|발제|리뷰|review|스터디|study|논문|papers?\b|세미나|seminar|강의|과제|presentations?\b|"
    r"\btalks?\b|주제|topics?\b|"
    r"설명|\bLTs?\b|ライトニングトーク|講演|勉強会|LT(?=[会祭大])|輪読|発表|登壇|報告|分享|讲解|講解|报告|汇报|领读|演讲(?!者)",
    re.IGNORECASE,
)
# A title that says nothing but that there were talks.
_TALKS = regex(
    r"^\W*(?:LT|ライトニングトーク|lighte?n?ing\s*talks?|(?:一般|招待|基調|特別)?講演|登壇|発表|"
    r"(?:分享|主讲|演讲)(?=主题|内容)|主题(?=介绍))"
    r"(?:会|大会|タイム|枠|内容|一覧|テーマ|タイトル|主题|介绍)?\W*$",
    re.IGNORECASE,
)


# What says that something is presented, rather than what that is about.
_PRESENTED = regex(
    r"발표|발제|리뷰|review|스터디|study|세미나|seminar|presentation|\btalks?\b|[\u3041-\u9fff]",
    re.IGNORECASE,
)


def says_presented(title: str) -> bool:
    """Whether a title says that something is presented: 논문 발표, but not 논문."""
    return _PRESENTED.search(title) is not None


def is_of_talks(title: str) -> bool:
    """Whether a title says nothing but that there were talks: `LT`, 一般講演."""
    return _TALKS.match(title) is not None


@lru_cache(maxsize=1024)
def purpose_of(title: str) -> Purpose | None:
    """What a part is for, if its title tells: `과제 리뷰` is for presenting."""
    if len(title) > LONGEST_TITLE:
        return None
    if is_planned(title):
        return Purpose.PLANNING
    if _TALKING.search(title):
        return Purpose.TALKING
    if _PRESENTING.search(title):
        return Purpose.PRESENTING
    return None


def is_planned(text: str) -> bool:
    """Whether a text tells of something yet to come: `내일 발표자`, `next week: …`."""
    return _PLANNING.search(text, 0, LONGEST_TITLE) is not None
