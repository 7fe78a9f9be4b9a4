"""The forms of topics that name their presenter: `### 9강 (전준영)`, `- 전준영: BERT`."""

from __future__ import annotations

import re

from campnotes.parsing.presenters.claims import Form
from campnotes.parsing.presenters.east_asian_forms import (
    AT_TIME,
    BEFORE_HYPHEN,
    BEFORE_IN_BRACKETS,
    BEHIND_HYPHEN,
    GIVEN_BY,
    HANDLE_ALONE,
    NAME_AND_FIRM,
    NAME_AND_TRADE,
    NAME_THEN_FIRM,
    NAME_TRADE_TOPIC,
    OF_CHAPTER,
    QUOTED_OF,
)
from campnotes.parsing.presenters.form_pieces import compile_form
from campnotes.parsing.presenters.label_words import PRESENTER

SENTENCE = Form(
    compile_form(
        r"^(?:(?:오늘은?|이번에는?|먼저|이어서|그다음|마지막으로|첫\s?번째로|두\s?번째로),?\s)?"
        r"(?P<names>[가-힣]{2,4}\s?HONORIFIC(?:[,과와]\s?[가-힣]{2,4}\s?HONORIFIC)*)"
        r"(?:이|의|께서)\s+(?P<topic>.{2,80}?)(?:에\s*(?:대해서?|대한|관해|관한))?[을를]?\s*"
        r"발표(?:해|하[셨였]|했|날|였|이었|가|를(?!\s*(?:준비|앞두|기다|맡))).*$"
    ),
    example="서진님이 인덱스에 대해 발표해 주셨다.",
    counter_example="서진님이 인덱스에 대해 질문해 주셨다.",
    sure=True,
)
TOLD = Form(
    compile_form(
        r"^(?P<names>[가-힣 ,]{2,20}?HONORIFIC)(?:이|께서)\s+(?P<topic>.{2,80}?)[을를]?\s*"
        r"(?:발표|소개|설명|공유)(?:해|하|했|함).*$"
    ),
    example="- 준영님이 BERT를 소개했다",
    counter_example="- 준영님이 BERT를 다시 읽었다",
    sure=True,
)
EXPLAINED = Form(
    compile_form(
        r"^(?P<topic>.{2,80}?PRESENTED)\s*[(（]\s*NAMES\s*[)）]\W*$",
        re.IGNORECASE,
    ),
    example="CNN 전반에 대한 설명(윤서진)",
    counter_example="CNN 전반에 대한 설명(정규화)",
)
# With who somebody is before the name: 「4주차 모더레이터 윤서진」.
EXPLAINED_BY = Form(
    compile_form(
        r"^(?P<topic>.{2,80}?PRESENTED)\s*[(（]\s*(?:\d{1,2}주차\s*)?(?:모더레이터|담당자?|팀장|조장)\s*[:：]?\s*NAMES\s*[)）]\W*$",
        re.IGNORECASE,
    ),
    example="- 큐에 대한 발표 (4주차 모더레이터 윤서진)",
    counter_example="- 큐에 대한 발표 (4주차 모더레이터 회의)",
)
OWN_PRESENTATION = Form(
    compile_form(
        r"^(?P<names>[가-힣]{2,4}\s?HONORIFIC)(?:이|께서)\s+(?:진행|준비|연구|공부|정리|개발|작성)\S{0,6}\s(?P<topic>.{1,60}?\s"
        r"(?:발표|presentation))\W*$",
        re.IGNORECASE,
    ),
    example="### 서진님이 진행하신 인덱스 연구 발표",
    counter_example="### 서진님이 진행하신 인덱스 연구",
    sure=True,
)
# In a part for presenting, what stands in brackets behind a spoken name is the topic.
TOPIC_IN_BRACKETS = Form(
    compile_form(r"^(?P<names>[가-힣]{2,4}\s?HONORIFIC)\s*[(（](?P<topic>[^()（）]{6,100})[)）]$"),
    example="### 서진님 (Parametric ReLU)",
    counter_example="### 서진님 (지각)",
)
NAME_ALONE = Form(
    # Behind it may stand in brackets who that is: 花子さん (私).
    compile_form(r"^ONE_NAME(?:(?<=さん)\s?[(（][^()（）]{1,8}[)）])?$"),
    example="### Alice Kim\n\nRecursion\n\n### Bob Lee\n\nSorting",
    counter_example="### Binary Search\n\nRecursion\n\n### Linked List\n\nSorting",
    needs_neighbours=True,
)
WITH_ACCOUNT = Form(
    compile_form(
        r"^(?P<names>[\u4e00-\u9fff]{2,4})\s{0,3}[@＠]\[?[\w.\-]{2,39}\]?\s{0,3}"
        r"(?:[:：]|(?P<announced>(?:分享|讲解|講解|汇报|介绍|発表|带来)了?的?)\s{0,2}[:：]?)?\s{0,2}"
        r"(?P<topic>.*)$"
    ),
    example="- 王小明 @xiaoming 分享 索引",
    counter_example="- 数据库 @xiaoming 请看",
)
BEFORE_ACCOUNT = Form(
    compile_form(
        r"^(?P<topic>.{1,120}?)\s{0,3}(?:[/／|:：]|(?<=\s)[-–—](?=\s))\s{0,3}(?P<names>[^\s/／|:：()（）]{1,20})\s?"
        r"[(（]\s?[@＠][A-Za-z_][\w.\-]{1,38}\s?[)）]$"
    ),
    example="### 索引の話 / はなこ（@hanako）",
    counter_example="### 索引 / 設計（資料）",
    sure=True,
)
# What somebody told the others, as Chinese says it.
TOLD_IN_CHINESE = Form(
    compile_form(
        r"^(?P<names>[\u4e00-\u9fff]{2,3}?)(?:同学|同學)?\s?(?:[给給为為向]大家)?\s?"
        r"(?:分享|汇报|匯報|讲解|講解|主讲|主講|报告|報告|介绍|介紹)了?\s?(?:[:：]\s?)?(?P<topic>\S.*)$"
    ),
    example="- 王小明 汇报 索引",
    counter_example="- 数据库 汇报 索引",
)
BEFORE_QUOTED = Form(
    compile_form(
        r"^(?P<names>[\u4e00-\u9fff]{2,4})(?:同学|同學)?(?:\s?[(（][^()（）]{1,12}[)）])?\s?[:：]?\s?"
        r"(?P<topic>[《「『].+)$"
    ),
    example="- 王小明《索引》\n- 李小雷《队列》",
    counter_example="- 数据库《索引》\n- 操作系统《队列》",
    needs_neighbours=True,
)
# Any handle before what was presented, where a list has nothing but such items.
HANDLE_BEFORE_QUOTED = Form(
    compile_form(
        r"^(?P<names>[^\s「『」』:：,，、()（）の]{1,20}(?: [A-Z][a-z]{1,15})?)[,，、]?\s{0,2}"
        r"(?P<topic>[「『].+[」』](?:\s?[(（][^()（）]{1,30}[)）])?)$"
    ),
    example="### はなこ「索引」\n\n### taro「行列」\n\n### jiro「木」",
    counter_example="### 今日は「索引」\n\n### 明日は「行列」\n\n### 次は「木」",
    needs_neighbours=True,
)
# Who is behind a topic, on a line below it.
SIGNED = Form(
    compile_form(
        r"^(?:——|—|––|–|--)\s?(?P<names>[\u4e00-\u9fff]{2,4})(?:\s[A-Za-z]{2,15})?(?:\s?[，,（(].{0,80})?$"
    ),
    example="——王小明，某公司工程师",
    counter_example="——很好用，真的",
)
# Who gives what, as Chinese announcements write it.
TOPIC_AT_NAME = Form(
    compile_form(r"^(?P<topic>\S.{1,100}?)\s[@＠]\s?(?P<names>[\u4e00-\u9fff]{2,4})$"),
    example="- 索引入门 @ 王小明",
    counter_example="- 王小明 @ 某公司",
)
# Behind somebody's name, another one stands in brackets.
NAME_AND_ALIAS = Form(
    compile_form(
        r"^(?P<topic>\S.{0,80}?)(?:\s[-–—]{1,2}\s|[:：])(?P<names>[\u4e00-\u9fff]{2,4})\s?[（(][A-Za-z ]{2,20}[)）]$"
    ),
    example="### 索引入门 - 王小明（Max）",
    counter_example="### 索引入门 - 树结构（Tree）",
)
BEHIND_QUOTED = Form(
    compile_form(
        r"^[「『《]?(?P<topic>[^「『《」』》]{1,100})[」』》]\s*"
        r"(?P<names>HAN_NAME)(?:\s?[(（]\s?[@＠][\w.\-]{2,39}\s?[)）])?$"
    ),
    example="- 「索引」 田中花子\n- 「行列」 鈴木一郎",
    counter_example="- 「索引」 詳細設計\n- 「行列」 実装方針",
    needs_neighbours=True,
)
WITH_HONORIFIC = Form(
    compile_form(
        r"^(?P<topic>\S.{0,100}?)(?:\s?[/／|]\s?|(?<=[」』》])\s?)(?P<names>[^\s/／|()（）「」『』《》]{1,20}\s?さん)$"
    ),
    example="### 索引の話 / はなこさん",
    counter_example="### 索引の話 / はなこ",
    sure=True,
)
# Speakers that are numbered: `スピーカー1 花子, 索引の話`.
NUMBERED_LABEL = Form(
    compile_form(
        rf"^(?:{PRESENTER})\s?\d{{1,2}}\s?[:：]?\s?(?P<names>[^\s,，、:：]{{2,20}})\s?[,，、:：]\s?(?P<topic>\S.*)$",
        re.IGNORECASE,
    ),
    example="- スピーカー1 花子, 索引の話",
    counter_example="- 資料1 花子, 索引の話",
    sure=True,
)
NUMBERED = Form(
    compile_form(
        r"^(?P<topic>(?:発表|LT|セッション|トーク)\s?\d{0,2})\s?[:：]?\s?(?P<names>[^\s:：]{1,12}さん)$"
    ),
    example="- 発表1 はなこさん",
    counter_example="- 資料1 はなこさん",
    sure=True,
)
KIND_OF_TALK = Form(
    compile_form(
        r"^(?:\d{1,2}\s)?(?:oral|poster|talk|keynote|LT|口頭|ポスター)\s?[(（]\s?NAMES\s?[)）]\s?[:：]\s?(?P<topic>\S.*)$",
        re.IGNORECASE,
    ),
    example="- Oral(田中花子): 索引",
    counter_example="- Node(田中花子): 索引",
    sure=True,
)
# In Korean, what stands there is mostly an annotation: 스프링의 @Transactional.
ACCOUNT_BEHIND = Form(
    compile_form(
        r"^(?!.*[가-힣])(?P<topic>\S.{0,100}?)[ \u3000]{1,3}(?P<names>[@＠][A-Za-z_][\w\-]{1,38}(?:\s?さん)?)$"
    ),
    example="### 索引の話　@hanako",
    counter_example="### 索引の話　hanako",
)
# Whose talk it was stands behind it in a list, of which most have accounts.
NAME_BEHIND = Form(
    compile_form(
        r"^(?P<topic>\S.{1,100}?)[ \u3000]{1,3}(?P<names>[\u3041-\u30ff\u4e00-\u9fff々]{2,6})$"
    ),
    example="### 索引の話　田中花子\n\n### 行列の話　鈴木一郎",
    counter_example="### 索引の話　詳細設計\n\n### 行列の話　実装方針",
    needs_neighbours=True,
)
# Somebody's name with the account in brackets: the account tells that it is one.
NAME_WITH_ACCOUNT = Form(
    compile_form(r"^(?P<names>HAN_NAME)\s?[(（]\s?[@＠][\w.\-]{2,39}\s?[)）]$"),
    example="### 田中花子 (@hanako)",
    counter_example="### 詳細設計 (資料)",
)
# In a list that isn't for presenting, it tells whose remark follows: `- (서진) 더 해 보자`.
NAME_IN_BRACKETS = Form(
    compile_form(r"^[\[(（【]\s*NAMES\s*[\])）】]\s*[:：\-–—]?\s*(?P<topic>.+)$"),
    example="### [전준영] GPT",
    counter_example="### [과제] GPT",
)
# Those that need Han characters or kana.
EAST_ASIAN = (
    GIVEN_BY,
    QUOTED_OF,
    HANDLE_ALONE,
    NAME_TRADE_TOPIC,
    BEFORE_IN_BRACKETS,
    TOLD_IN_CHINESE,
    BEFORE_QUOTED,
    HANDLE_BEFORE_QUOTED,
    SIGNED,
    NAME_AND_ALIAS,
    TOPIC_AT_NAME,
    BEHIND_QUOTED,
    WITH_HONORIFIC,
    NUMBERED_LABEL,
    NUMBERED,
    NAME_WITH_ACCOUNT,
    NAME_AND_TRADE,
    NAME_AND_FIRM,
    NAME_THEN_FIRM,
    AT_TIME,
    OF_CHAPTER,
    BEHIND_HYPHEN,
    BEFORE_HYPHEN,
)
# The first form that finds people in a title reads it: forms that can mean little else come first,
# and those that are nothing but a dash or a name come last. A title that names another role than
# the presenter's in any form isn't read further.
FORMS = (
    SENTENCE,
    EXPLAINED_BY,
    EXPLAINED,
    OWN_PRESENTATION,
    TOPIC_IN_BRACKETS,
    WITH_ACCOUNT,
    BEFORE_ACCOUNT,
    *EAST_ASIAN,
    KIND_OF_TALK,
    ACCOUNT_BEHIND,
    Form(
        compile_form(
            r"^(?P<topic>.+?)\s*[(（\[]\s*ANNOUNCEDNAMES\s*(?:발표)?[)）\]]\W*$",
            re.IGNORECASE,
        ),
        example="### 9강 BERT (전준영)",
        counter_example="### 임베딩 (정규화)",
    ),
    Form(
        compile_form(
            r"^(?P<names>[가-힣A-Za-z ,·/&]{2,40}?(?:HONORIFIC|씨))의?\s*(?:발표|presentation)"
            r"TOPIC_BEHIND\W*$",
            re.IGNORECASE,
        ),
        example="### 준영님 발표",
        counter_example="### 준영님 발표 후기",
        sure=True,
    ),
    Form(
        compile_form(r"^(?P<names>[가-힣]{3})의?\s*발표TOPIC_BEHIND\W*$"),
        example="### 전준영 발표",
        counter_example="### 정규화 발표",
    ),
    TOLD,
    Form(
        compile_form(
            r"^(?P<names>[가-힣]{2,4}\s?HONORIFIC(?:[,과와]\s?[가-힣]{2,4}\s?HONORIFIC)*)의?\s+"
            r"(?P<topic>\S.{0,100}?)\s*PRESENTED\W*$",
            re.IGNORECASE,
        ),
        example="- 서진님 4강 전반 리뷰",
        counter_example="- 서진님 4강 전반 복습",
        sure=True,
    ),
    Form(
        compile_form(
            # A firm may stand before the name.
            r"^(?:[\w.&・]{1,24}[\s　]){0,3}"
            r"(?P<names>[\w・]{1,16}?(?:EAST)|@[\w.\-]{2,39})\s?"
            r"(?:の|による)\s?(?:発表|報告|LT|セッション|講演)(?:開始です。?)?"
            r"(?:(?:\s*[:：\-–—]\s*|\s?(?=[「『]))(?P<topic>.+))?$"
        ),
        example="### 花子さんの発表: 索引",
        counter_example="### 花子さんの感想: 索引",
        sure=True,
    ),
    Form(
        compile_form(
            r"^(?P<names>[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:(?:, | and | & )[A-Z][a-z]+(?: [A-Z][a-z]+)?)*)"
            r" (?:presented|presents|explained|talked about|walked us through)(?: on)? (?P<topic>.+)$"
        ),
        example="- Minji presented caching",
        counter_example="- Minji asked about caching",
        sure=True,
    ),
    Form(
        compile_form(
            r"^(?P<names>[A-Z][a-z]+(?: [A-Z][a-z]+)?)['’]s? (?:presentation|talk)"
            r"(?:\s*[:\-–—]\s*(?P<topic>.+))?$"
        ),
        example="### Minji's talk: caching",
        counter_example="### Minji's notes: caching",
        sure=True,
    ),
    Form(
        compile_form(r"^[\[(（【](?P<topic>[^\[\]()]{1,60}?\s*(?:발표|리뷰))[\])）】]\s*NAMES\W*$"),
        example="### [인덱스 발표] 윤서진",
        counter_example="### [인덱스 발표] 정규화",
    ),
    NAME_IN_BRACKETS,
    Form(
        compile_form(
            r"^(?P<topic>(?:\d+(?:[-.]\d+)?\s*강|ch(?:apter)?\.?\s*\d+|lecture\s*\d+).{0,60}?)"
            r"DASHNAMES\W*$",
            re.IGNORECASE,
        ),
        example="### 5강: 우창님",
        counter_example="### 5강 - Computer Vision",
    ),
    Form(
        compile_form(
            r"^(?P<topic>\d+(?:[-.]\d+)?\s*강(?:\s*[전후]반\S{0,3})?)\s+(?P<names>[가-힣]{2,4}\s?HONORIFIC)$"
        ),
        example="- 5강 전반 서진님",
        counter_example="- 5강 전반 정리",
        sure=True,
    ),
    Form(
        compile_form(r"^ONE_NAMEDASH(?P<topic>\S.*)$"),
        example="- 전준영: BERT\n- 심우창: GPT",
        counter_example="- 정확도: 0.9\n- 정밀도: 0.8\n- 이상치: 3",
        needs_neighbours=True,
    ),
    Form(
        compile_form(r"^(?P<topic>.{1,80}?)DASHNAMES\W*$"),
        example="### BERT - 전준영",
        counter_example="### Transformer - Attention",
    ),
    Form(
        compile_form(
            r"^(?P<topic>.{2,80}?)(?:\s?[,–—-])?\s+(?P<announced>(?:presented\s+|led\s+)?by)\s+NAMES"
            r"(?:(?<=[\u3041-\u9fff])\s?[(（][^()（）]{1,30}[)）])?\W*$",
            re.IGNORECASE,
        ),
        example="### BERT by Minji Kim",
        counter_example="### Order by the first two letters",
    ),
    NAME_BEHIND,
    NAME_ALONE,
)
