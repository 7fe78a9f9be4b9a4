"""Forms of topics that only Japanese and Chinese notes have: `### 王小明（某公司）：索引入门`."""

from __future__ import annotations

from campnotes.parsing.presenters.claims import Form
from campnotes.parsing.presenters.form_pieces import compile_form

# What somebody is, or the firm, stands between the name and the topic.
NAME_AND_TRADE = Form(
    compile_form(
        r"^(?P<names>[\u4e00-\u9fff]{2,4})\s?[（(][^()（）]{0,30}"
        r"(?:工程师|架构师|专家|负责人|创始人|总监|经理|研究员|开发者|官|博士|CTO|CEO)[)）]\s?[:：]\s?(?P<topic>\S.*)$"
    ),
    example="### 王小明（某公司架构师）：索引入门",
    counter_example="### 数据库（某公司架构师）：索引入门",
)
NAME_AND_FIRM = Form(
    compile_form(
        r"^(?P<names>[\u4e00-\u9fff]{2,4}|[A-Z][a-z]+ [A-Z][a-z]+)\s?[（(](?![@＠])[^()（）]{2,30}[)）]"
        r"\s?(?:[:：]|——)?\s?(?P<topic>\S.*)$"
    ),
    example="### 王小明（某公司）：索引入门\n\n### 李小雷（某大学）：队列入门",
    counter_example="### 数据库（某公司）：索引入门\n\n### 操作系统（某大学）：队列入门",
    needs_neighbours=True,
)
# Who somebody is stands in brackets behind topic and name.
NAME_THEN_FIRM = Form(
    compile_form(
        r"^(?P<topic>\S.{1,100}?)(?:\s[-–—]{1,2}\s|\s?——\s?|\s[/／|]\s|[:：]\s?)(?P<names>HAN_NAME)\s?"
        r"[(（](?![@＠])[^()（）]{2,40}[)）]$"
    ),
    example="### 索引の話 / 田中 花子 (株式会社例)",
    counter_example="### 索引の話 / 詳細設計 (資料)",
)
# A hyphen without spaces, where all items of a list have one: `- 索引入门-王小明`.
BEHIND_HYPHEN = Form(
    compile_form(
        r"^(?![\u4e00-\u9fff]{2,3}-)(?P<topic>[^-–—]{1,80})-(?P<names>[\u4e00-\u9fff]{2,3})$"
    ),
    example="- 索引入门-王小明\n- 队列入门-李小雷",
    counter_example="- 索引入门-数据库\n- 队列入门-操作系统",
    needs_neighbours=True,
)
BEFORE_HYPHEN = Form(
    compile_form(r"^(?P<names>[\u4e00-\u9fff]{2,3})-(?P<topic>[^-–—\s].{0,100})$"),
    example="- 王小明-索引入门\n- 李小雷-队列入门",
    counter_example="- 数据库-索引入门\n- 哈希表-队列入门",
    needs_neighbours=True,
)
# Whose turn a chapter was, in a list of chapters.
OF_CHAPTER = Form(
    compile_form(
        r"^(?P<topic>(?:第\s?[\d一二三四五六七八九十]{1,3}\s?[章回節节]|\d{1,2}\s?章)(?:[~〜\-]\d{1,2}章?)?)"
        r"[ \u3000]{1,3}"
        r"(?P<names>[\u4e00-\u9fff々\u3041-\u30ff]{2,6}|[@＠][\w\-]{2,39})$"
    ),
    example="- 第1章 田中花子\n- 第2章 鈴木一郎",
    counter_example="- 第1章 詳細設計\n- 第2章 実装方針",
    needs_neighbours=True,
)
# Who spoke when, in a timetable: `- 19:00〜 田中さん「索引の話」`.
AT_TIME = Form(
    compile_form(
        r"^\d{1,2}[:：]\d{2}\s?[-~〜～–]?\s?(?:\d{1,2}[:：]\d{2})?\s{0,2}(?P<names>[^\s「『」』、。]{1,16}\s?さん)"
        r"\s?[:：]?\s?(?P<topic>[「『]?\S.{2,100})$"
    ),
    example="- 19:00〜 花子さん「索引の話」",
    counter_example="- 19:00〜 受付「入口」",
    sure=True,
)
# Who gave what: `田中さんによる索引の紹介`, `田中さんの「索引の話」`, with a firm before the name.
_WITH_FIRM = r"^(?:[^\s、。「」『』]{1,24}[\s　]){0,3}"
GIVEN_BY = Form(
    compile_form(
        rf"{_WITH_FIRM}(?P<names>[\w・]{{1,16}}?(?:さん|氏|様))による\s?"
        r"(?P<topic>(?!.*(?:感想|質問|コメント|指摘|記事|ブログ|本|書籍|写真|翻訳|作成|提供|主催|挨拶|司会|乾杯|公開|"
        r"もの|と|る|た|す)[。.]?$)\S.{1,80})$"
    ),
    example="- 例商会 花子さんによる索引の紹介",
    counter_example="- 例商会 花子さんによる索引の感想",
    sure=True,
)
QUOTED_OF = Form(
    compile_form(
        rf"{_WITH_FIRM}(?P<names>[\w・]{{1,16}}?(?:さん|氏))\s?(?:の|から|より)\s?(?P<topic>[「『][^「『」』]{{2,100}}[」』])"
        r"\s?(?:の発表|の話)?$"
    ),
    example="- 例商会　花子さんの「索引の話」",
    counter_example="- 例商会　花子さんの「索引の話」への感想",
    sure=True,
)
# Somebody's handle below what is to be told, alone on its line.
HANDLE_ALONE = Form(
    compile_form(
        r"^(?P<names>[@＠][\u3041-\u30ff\u4e00-\u9fff]{2,8})(?:\s?[(（][^()（）]{1,20}[)）])?(?:\s?[@＠]\s?\S{1,20})?$"
    ),
    example="@王小明@某公司",
    counter_example="@王小明@某公司 请看",
)
# What somebody is stands behind a comma: `王小明，某公司工程师：索引入门`.
NAME_TRADE_TOPIC = Form(
    compile_form(
        r"^(?P<names>[\u4e00-\u9fff]{2,4})\s?[,，]\s?[^:：,，。]{2,30}[:：]\s?(?P<topic>[^。]{2,80})$"
    ),
    example="- 王小明，某公司工程师：索引入门\n- 李小雷，某公司架构师：队列入门",
    counter_example="- 数据库，某公司产品：索引入门\n- 操作系统，某公司产品：队列入门",
    needs_neighbours=True,
)
BEFORE_IN_BRACKETS = Form(
    compile_form(r"^【(?P<names>[\u4e00-\u9fff]{2,4})】\s?[:：]?\s?(?P<topic>\S.{1,100})$"),
    example="- 【王小明】索引入门\n- 【李小雷】队列入门",
    counter_example="- 【数据库】索引入门\n- 【操作系统】队列入门",
    needs_neighbours=True,
)
