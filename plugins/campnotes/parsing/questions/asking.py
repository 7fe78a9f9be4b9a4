"""How a question ends, and an answer begins: what one row says."""

from __future__ import annotations

import re
from functools import lru_cache

from campnotes.parsing.questions.stating import invites
from campnotes.patterns import regex

LONGEST_ROW = 1_000  # characters among which it is looked for what a row says
ENDING = 120  # characters by which it is seen how a row ends, with what stands in brackets
SHORTEST = 3  # letters of a question
SHORTEST_REPLY = 4  # letters of one that asks back: 「え？」 asks nothing
MOST_ROWS_OF_TEXT = 3  # of a question in a block of code
_LETTERS_OF_TEXT = regex(r"[가-힣ぁ-ヿ]")
_WORDS = regex(r"^[A-Za-z]{2,20}(?:[\s\-,]{1,3}[A-Za-z]{1,20}){2,20}\W?$")  # no code
_ANSWER = regex(
    r"^[\W_]{0,4}(?:(?:a|ans|answer|정?답|답변|대답|해답|回答|答)\s*\d{0,3}\s*(?:[.:：．)\]\-]|$)|❕|👨)",
    re.IGNORECASE,
)
_ARROW = regex(r"^\W{0,2}(?:→|->|-->|=>|⇒|➡|⟶|▶|ㄴ|└|↳|>>)")
_ANSWERED_BESIDE = regex(r"[?？]\s*(?:→|-{1,2}>|=>|⇒|➡)|[가-힣ぁ-ヿ)][?？]\s{1,2}[:：]\s\S")
_BRACKETS_AT_END = regex(r"\s*[(（][^()（）]{0,80}[)）]\s*$")
_ADDRESSEE = regex(r"\s*@\S{1,20}\s*$")
# Behind the mark may stand emoji, shortcodes of them, and what laughs.
_ASKS = regex(r"[?？](?!\W{0,3}=)(?:[\Wㅎㅋㅠㅜ_]|:[a-z0-9_+\-]{2,30}:){0,20}$")
_CURIOUS = regex(r"궁금(?:하다|하네요?|했다|합니다|해요|함|한데)?[\s.!~ㅎㅋㅠㅜ]{0,10}$")
# What wonders rather than asks: 「…なかったかも？」, 「모델이 작아서..?」, 「필요할 듯?」, 「작지 않을까?」.
_WONDERS = regex(
    r"(?:かも|ような|どうかな[ー〜]?|くないか|[ぁ-ゖァ-ヺ][?？]{2}|[가-힣]\s?듯|[해써]\s?볼까|"
    r"않을까요?|[!！]|\.\.|…)[?？]\W{0,10}$|"
    r"[!！]\s?[ァ-ヺー]{1,8}[?？]$"
)
# 「왜 자르지 않을까?」 asks, though.
_ASKS_WHY = regex(
    r"왜\s.{1,80}않을까요?[?？]\W{0,5}$|(?:왜|어떻게|어떤|무엇|무슨|언제)\s?.{1,80}[까나가]\s?\.{2,3}[?？]\W{0,5}$"
)
# How Korean asks somebody: with a word for what is asked, or an ending. 「학습률?」 and 「줄인다?」 wonder.
_HANGUL = regex("[가-힣]")
_ASKS_IN_KOREAN = regex(
    r"왜|어떻게|무엇|무슨|어떤|언제|어디|누가|누구|몇|얼마|뭐|뭘|"
    r"(?:[까나가지니냐요죠란은는건]|이유|차이점?|방법|의미|경우)\s*[?？]|"
    r"[?？]\s*(?:→|-{1,2}>|=>|⇒|➡|\s[:：]\s)|궁금|[까나]요\W*$"
)
_POLITE = regex(
    r"(?:[까나]요|[은는인한던신]가요|ませんか|でしょうか|ですか|っけ|(?:なぜ|どう).{0,60}のか)\W{0,10}$"
)
# In Japanese, a question may be a sentence among others.
_WONDERED = regex(
    r"か(?:な)?[?？]と(?:思|いう|のこと)|(?:だろう|でしょう)か。|"
    r"(?:なぜ|なんで|どう|どんな|どっち)[^。?？]{0,60}(?:だろう|でしょう)か?(?:[。….!！]{1,5}$|[?？])"
)
_UNCLEAR = regex(
    r"[わ分]か(?:ら|って(?:い)?な|りませ|んな)|理解でき(?:な|ま|ず)|知りたい|が謎|不明|エラーが出|"
    r"てしま[うっい]|알고\s?싶|모르겠|모르는|이해(?:가|를)?\s*(?:잘\s*)?(?:안|못|되지|하지)|헷갈|"
    r"궁금"
)
_RIDDLE = regex(r"が[謎不][明]?\W{0,5}$|(?:이해가|왜 그런지).{0,15}(?:안|모르겠)\S{0,6}\W{0,5}$")
_THINKING = ("🤔", ":thinking:")
# How minutes tell that somebody asked: 「감소 이유에 대해 질문함」.
_REPORTED = regex(
    r"(?:질문|질의|문의)\s?(?:함|했다|했음|하였다|하였음|드림|드렸다|드립니다|해\s?주셨다)\W{0,5}$|"
    r"부탁\s?(?:드립니다|드려요|합니다|해요)\W{0,5}$"
)
# How what is asked ends without a question mark. Under a title for questions it is one.
_INDIRECT = regex(
    r"(?:(?<!니)[까나]요?|[은는한인던]가요?|[는은을인한될할]지|"
    r"(?:이유|차이점?|방법|의미|원리|장점|단점|의문)[은는]?|のか|です?か)"
    r"[\s.~]{0,5}$"
)
# 「트리는 왜 빠른가」: a word for what is asked, and an ending that asks.
_ASKS_OPENLY = regex(
    r"(?:왜|어떻게|무엇|무슨|어떤|언제|어디|누가|몇|얼마|뭐|뭘)[^.]{0,80}[가나까지니냐]요?[\s.~]{0,5}$"
)

# What a reply asks: 「どう違うんですか」, 「ってことかな？」; 「三日やるのはどう？」 proposes.
_ENDS_WITH_MARK = regex(r"[?？][^\w)）]{0,5}$")
_ASKS_BACK = regex(
    r"(?:なぜ|なんで(?!す)|どう|どんな|どっち|どれ|どこ|何|いつ|誰|왜|어떻게|무엇|뭐|어떤)[^。！!?？]{0,60}"
    r"(?:[?？]|のか\W{0,3}$|か[!！]{1,3}$)|ってこと(?:です)?か(?:な)?[?？!！]|っけ[.…?？]"
)
_PROPOSES = regex(r"(?:のは|たら)どう")

# Without one of these there is neither a mark nor a title of questions, nor a question mark. They are
# looked for first, as most of a note has none.
_MAY_ASK = regex("[?？❓❔🙋問问疑질궁わQq]")  # those of 질문, 궁금, わから, `Question`, too
_MAY_ASK_IN_TALK = regex("[?？❓❔🙋問问疑질궁わQq요か]|っけ|だろう|でしょう")


def may_ask(text: str) -> bool:
    """Whether there may be a question in a note's text at all."""
    return _MAY_ASK.search(text) is not None


def may_ask_in_talk(text: str) -> bool:
    """Whether there may be a question in a text of talk, where one may ask without a mark, too."""
    return _MAY_ASK_IN_TALK.search(text) is not None


def opens_answer(row: str) -> bool:
    """Whether a row begins an answer that goes on below: `A.`, 「답변 :」."""
    return _ANSWER.match(row) is not None


def is_answer(row: str) -> bool:
    """Whether a row is an answer, or the begin of one: `A)`, `→ …`."""
    return opens_answer(row) or _ARROW.match(row) is not None


@lru_cache(maxsize=512)
def asks(row: str) -> bool:
    """Whether a row ends as a question, but for who asks it, and an answer beside it.

    「이미지가 흑백이라서?」 in brackets behind a statement makes no question of it.
    """
    text = row[-LONGEST_ROW:].strip()
    if not may_end_as_question(text):
        return False
    letters = sum(map(str.isalnum, text))
    if letters < SHORTEST:
        return False
    if _ANSWERED_BESIDE.search(text):
        return True
    outside = without_brackets(text)
    # All of it may stand in brackets.
    said = _ADDRESSEE.sub("", outside or text)
    if _WONDERS.search(said) and not _ASKS_WHY.search(said):
        return False
    return any(form.search(said) for form in (_ASKS, _CURIOUS, _POLITE, _WONDERED))


def ends_with_question_mark(row: str) -> bool:
    """Whether a row ends with a question mark, but for what stands in brackets behind it."""
    written = row.rstrip()
    outside = without_brackets(written)
    ending = outside[-ENDING:]
    return _ASKS.search(ending) is not None


def is_curious(row: str) -> bool:
    """Whether a row ends by saying that its author wonders: 「… 궁금하다」."""
    return _CURIOUS.search(row[-ENDING:]) is not None


def asks_somebody(row: str) -> bool:
    """Whether a row of talk asks: 「커지나?」 does, 「학습률?」 wonders."""
    if not asks(row):
        return False
    # 「: 어떻게 심을까?」 says what the word above it means.
    if row.startswith((":", "：")):
        return False
    if _HANGUL.search(row) is None:
        return True
    return _ASKS_IN_KOREAN.search(row[-LONGEST_ROW:]) is not None


def may_end_as_question(text: str) -> bool:
    """Whether there is anything by which a text may ask, as in most there isn't."""
    if "?" in text or "？" in text:
        return True
    ending = text[-ENDING:]
    return (
        "궁금" in ending
        or "요" in ending
        or "か" in ending
        or "っけ" in ending
        or "だろう" in ending
        or "うか。" in text
    )


def asks_politely(row: str) -> bool:
    """Whether a row ends as what is asked of somebody: 「… 무엇일까요?」."""
    said = row.rstrip(" ?？")
    return _POLITE.search(said[-LONGEST_ROW:]) is not None


def asks_outright(row: str) -> bool:
    """Whether a row asks somebody with a question mark, rather than says that its author wonders."""
    return ends_with_question_mark(row) and asks_politely(row)


def without_brackets(row: str) -> str:
    """A row without what stands in brackets at its end."""
    return _BRACKETS_AT_END.sub("", row[-LONGEST_ROW:])


def may_be_text(text: str) -> bool:
    """Whether what stands in a block of code is a short text: by its Hangul or Kana, or its words."""
    if text.count("\n") >= MOST_ROWS_OF_TEXT:
        return False
    return _LETTERS_OF_TEXT.search(text) is not None or _WORDS.match(text) is not None


def _says_unclear(row: str) -> bool:
    """Whether a row says that something isn't understood."""
    return _UNCLEAR.search(row[:LONGEST_ROW]) is not None


def _is_riddle(row: str) -> bool:
    """Whether a row says that something is a riddle to its author: 「…が謎」."""
    return _RIDDLE.search(row[-ENDING:]) is not None


def _reports_question(row: str) -> bool:
    """Whether a row tells that something was asked: 「감소 이유에 대해 질문함」."""
    return _REPORTED.search(row[-ENDING:]) is not None


def asks_anyhow(row: str) -> bool:
    """Whether a row asks, with a question mark anywhere or none at all: 「트리를 쓰는 이유」."""
    if "?" in row or "？" in row:
        return True
    return asks(row) or asks_indirectly(row)


def asks_indirectly(row: str) -> bool:
    """Whether a row ends as what is asked, without a question mark: 「가지를 치는 이유」."""
    outside = without_brackets(row)
    if _INDIRECT.search(outside) is not None:
        return True
    return _ASKS_OPENLY.search(outside) is not None


def asks_openly(row: str) -> bool:
    """Whether a row asks what, why or how without a question mark: 「트리는 왜 빠른가」."""
    return _ASKS_OPENLY.search(row[-ENDING:]) is not None


def asks_under_title(row: str) -> bool:
    """Whether a line in no list is asked under a title for that; a short one may end so: 「잎의 차이」."""
    if asks(row) or _is_riddle(row) or invites(row):
        return True
    return len(row) <= ENDING and asks_indirectly(row)


def asks_why_indirectly(row: str) -> bool:
    """Whether a row asks why or how without a question mark: 「왜 가지를 치는지」."""
    is_so = "왜 " in row or "어떻게 " in row
    return is_so and asks_indirectly(row)


def is_written_so(row: str) -> bool:
    """Whether a row under 「질문」 is written as a question."""
    if row.rstrip().endswith(_THINKING) or invites(row):
        return True
    return asks_anyhow(row) or _says_unclear(row) or _reports_question(row)


def asks_back(row: str, *, is_answered: bool) -> bool:
    """Whether a reply asks: with a word for what is asked, or something that is replied to.

    Any other only guesses: 「大きいからかな？」.
    """
    letters = sum(map(str.isalnum, row))
    if _PROPOSES.search(row) or letters < SHORTEST_REPLY:
        return False
    if is_answered and _ENDS_WITH_MARK.search(row):
        return True
    return _ASKS_BACK.search(row) is not None
