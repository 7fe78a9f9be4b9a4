"""How authors write a question, an answer, and the title above questions: what one row says."""

from __future__ import annotations

import re
from functools import lru_cache

from campnotes.parsing.names import is_certain_name
from campnotes.patterns import regex
from campnotes.records import dataclass

LONGEST_ROW = 1_000  # characters among which it is looked for what a row says
ENDING = 120  # characters by which it is seen how a row ends, with what stands in brackets
LONGEST_MARK = 60  # characters in which a mark begins
SHORTEST = 3  # letters of a question
MOST_ROWS_OF_TEXT = 3  # of a question in a block of code
_LETTERS_OF_TEXT = regex(r"[가-힣ぁ-ヿ]")
_WORDS = regex(r"^[A-Za-z]{2,20}(?:[\s\-,]{1,3}[A-Za-z]{1,20}){2,20}\W?$")  # no code
_NAME = r"@?[가-힣A-Za-z][가-힣A-Za-z0-9._\-]{0,19}"


@dataclass(frozen=True, slots=True)
class AskingForm:
    """A form that marks a row as a question.

    - `pattern` has the group `text`, the question itself, which may be empty: it follows below. It may
      have `asker`, the name of who asks.
    - `example` is a row that it marks, and `counter_example` one much like it that it doesn't. Both
      are run as tests.
    - What a `sure` form marks is a question, even if it doesn't ask; one `by_name` only if the name
      certainly is one.
    """

    pattern: re.Pattern[str]
    example: str
    counter_example: str
    sure: bool = True
    by_name: bool = False


MARKS = (
    AskingForm(
        pattern=regex(r"^\W{0,6}(?:질문|質問|問題?)\s*\d{0,3}\s*[:：.)\]]\s*(?P<text>.*)$"),
        example="질문 1. 왜 나무인가요",
        counter_example="질문이 많았다: 좋다",
    ),
    AskingForm(
        pattern=regex(
            rf"^\W{{0,4}}(?P<asker>{_NAME}(?:\s?님)?)(?:의|이)?\s*질문\s*(?:사항|내용)?\s*"
            r"(?:[:：\-]\s*(?P<text>.*))?$"
        ),
        example="나래님 질문 : 왜 나무인지",
        counter_example="나래님 질문에 답해 주었다",
    ),
    AskingForm(
        pattern=regex(
            rf"^.{{0,30}}\s질문\s*\(\s*(?P<asker>{_NAME}(?:\s?님)?)\s*\)\W{{0,3}}(?P<text>.*)$"
        ),
        example="선택 과제 2 질문(김나래님)",
        counter_example="선택 과제 2 질문 (오늘) 정리",
        by_name=True,
    ),
    AskingForm(
        pattern=regex(
            rf"^\W{{0,4}}[Qq]\s*[.:]?\s+(?P<asker>{_NAME}\s?님)\s*[:：]\s*(?P<text>\S.*)$"
        ),
        example="Q 나래님 : 가지를 왜 치나요",
        counter_example="Q 나래님이 물었다: 좋다",
    ),
    AskingForm(
        pattern=regex(r"^\W{0,4}[(\[](?:지난|추가|사전|남은)?\s?질문[)\]]\W{0,4}(?P<text>\w.*)$"),
        example="(지난 질문) 가지치기의 시기",
        counter_example="(질문이 많았다) 가지치기의 시기",
    ),
    AskingForm(
        pattern=regex(r"^[^\w\s]{0,4}[❓🙋]\W{0,6}(?P<text>\w.*)$"),
        example="👶❓ : 나무가 왜 좋은가",
        counter_example="나무가 좋다 ❓",
    ),
    AskingForm(
        pattern=regex(
            r"^\W{0,6}(?:Q|q(?!\s*[:：])|(?i:question))\s*\d{0,3}\s*"
            r"(?:(?:[.:：．)\]]|\s[\-–]\s)\W{0,4}(?P<text>.*))?$"
        ),
        example="Q1. 왜 나무인가요?",
        counter_example="Q: query를 담은 벡터",
        sure=False,
    ),
    AskingForm(
        pattern=regex(r"^[^.:：]{1,50}[.]\s+질문\s*[:：]\s*(?P<text>\S.*)$"),
        example="심는 법을 찾았다. 질문: 물은 꼭 필요한가? <- 매일 준다.",
        counter_example="심는 법을 찾았다. 질문은 다음 주에: 멘토링",
        sure=False,
    ),
)
# The title above questions: all of it, or its end where it is a heading.
_TITLE = regex(
    r"^[\W_]*(?:further\s+|추가\s*|사전\s*|오늘의\s*)?(?:faqs?|questions?(?:\s+(?:raised|asked|for\s+discussion|to\s+discuss))?|"
    r"질문(?:\s*(?:사항|내용|거리|들|목록|모음|공유|정리|타임|시간|(?:과|및|/|·|&|,|-)\s*(?:답변?|논의|토의|토론|의견)))?|"
    r"질답|q\s*(?:&|/|and|n)\s*a(?:\s*(?:시간|세션|session))?|질의\s*응답|질의|궁금한?\s*(?:점|것|사항)|"
    r"(?:.{1,12}の|よくある)?質問(?:事項|コーナー|一覧)?|わからなかったこと.{0,12}|疑問点?|疑问|提问|问答|常见问题)[\W_]*$",
    re.IGNORECASE,
)
_TITLE_AT_END = regex(
    r"^.{1,40}(?:\s|에게\s?|께\s?)(?:(?:further|open|discussion|interview|more|key|unanswered)\s+questions?|"
    r"질문(?:\s*(?:사항|내용|거리|들|목록|리스트|모음|정리|공유|리뷰|복습|답변|정하기|선정))?|"
    r"질답|q\s*(?:&|n)\s*a|궁금한\s*점)[\W_]*$",
    re.IGNORECASE,
)
# The title of problems as much as of questions.
_MAYBE_TITLE = regex(r"^[\W_]*(?:思考|讨论|讨论的)?(?:问题|問題)[\W_]*$")
_COLUMN = regex(r"^\W*(?:q|問い?)\W*$", re.IGNORECASE)
# What stands under a title of questions where there was none.
_NOTHING = regex(
    r"^\W*(?:없음|없다|없었음|없었다|없습니다|none|nothing|nope|n/?a|なし|特になし|无|没有|x)\W*$",
    re.IGNORECASE,
)
# A sentence that announces the questions below it: 「우리 질문에 답해 주는 시간을 가졌다.」
_ANNOUNCES = regex(r"질문.{0,15}(?:답변?|대답).{0,40}(?:다|요)[.!]?\s*$")
# The title of talk in which what ends as a question is one.
_TALK = regex(
    r"피어\s*(?:세션|리뷰|섹션)|peer[\s-]*(?:session|review|meeting)|멘토링|mentoring|토의|토론|논의|"
    r"질의|輪読|勉強会|스터디|회의록|q\s*(?:&|n)\s*a|疑問|質問|振り返り|ディスカッション|讨论",
    re.IGNORECASE,
)
# The name of a file or folder in which people talk.
_TALK_NAME = regex(
    r"피어\s*(?:세션|리뷰)|peer[\s_-]*(?:session|meeting)|멘토링|mentoring|회의록|회의|minutes|輪読|議事録",
    re.IGNORECASE,
)
# The title of what is to be read or done: its question marks are those of other titles.
_PLAN = regex(
    r"^[\W_]*(?:次回|読んだところ|다음\s*(?:시간|주|회차|에)?|next(?:\s+(?:time|week|steps?))?|예정|계획|"
    r"to\s*-?\s*do(?:\s*list)?|할\s*일|건의\s*(?:사항)?|제안\s*(?:사항)?)[\W_]*$",
    re.IGNORECASE,
)
_ANSWER_TITLE = regex(
    r"^[\W_]*(?:answers?|답변?|해답|풀이|정답|回答|答え|解答)[\W_]*$", re.IGNORECASE
)
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
    r"(?:かも|ような|どうかな[ー〜]?|くないか|[ぁ-ゖァ-ヺ][?？]{2}|[가-힣]\s?듯|[해써]\s?볼까|않을까요?|[!！]|\.\.|…)[?？]\W{0,10}$|"
    r"[!！]\s?[ァ-ヺー]{1,8}[?？]$"
)
# 「왜 자르지 않을까?」 asks, though.
_ASKS_WHY = regex(r"왜\s.{1,80}않을까요?[?？]\W{0,5}$")
# How Korean asks somebody: with a word for what is asked, or an ending. 「학습률?」 and 「줄인다?」 wonder.
_HANGUL = regex("[가-힣]")
_ASKS_IN_KOREAN = regex(
    r"왜|어떻게|무엇|무슨|어떤|언제|어디|누가|누구|몇|얼마|뭐|뭘|"
    r"(?:[까나가지니냐요죠란은는건]|이유|차이점?|방법|의미|경우)\s*[?？]|"
    r"[?？]\s*(?:→|-{1,2}>|=>|⇒|➡|\s[:：]\s)|궁금|[까나]요\W*$"
)
_POLITE = regex(
    r"(?:[까나]요|[은는인한던]가요|ませんか|でしょうか|ですか|っけ|(?:なぜ|どう).{0,60}のか)\W{0,10}$"
)
# In Japanese, a question may be a sentence among others.
_WONDERED = regex(
    r"か(?:な)?[?？]と(?:思|いう|のこと)|(?:だろう|でしょう)か。|"
    r"(?:なぜ|なんで|どう|どんな|どっち)[^。?？]{0,60}(?:だろう|でしょう)か?(?:[。….!！]{1,5}$|[?？])"
)
_UNCLEAR = regex(
    r"[わ分]か(?:ら|って(?:い)?な|りませ|んな)|理解でき(?:な|ま|ず)|知りたい|が謎|不明|エラーが出|てしま[うっい]|알고\s?싶|모르겠|모르는|이해(?:가|를)?\s*(?:잘\s*)?(?:안|못|되지|하지)|헷갈|궁금"
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
    r"(?:[까나]요?|[은는한인던]가요?|[는은을인한될할]지|(?:이유|차이점?|방법|의미|원리|장점|단점)[은는]?|のか|です?か)"
    r"[\s.~]{0,5}$"
)


# Without one of these there is neither a mark nor a title of questions, nor a question mark. They are
# looked for first, as most of a note has none.
_MAY_ASK = regex("[?？❓🙋問问疑질궁わQq]")  # those of 질문, 궁금, わから, `Question`, too
_MAY_ASK_IN_TALK = regex("[?？❓🙋問问疑질궁わQq요か]|っけ|だろう|でしょう")
_MAY_MARK = regex(r"[❓🙋問Qq]|질문")


@dataclass(frozen=True, slots=True)
class Asked:
    """A row that is marked as a question: who asks, as written, and what; `""` if that follows.

    It may be but the name of who asks.
    """

    text: str
    asker: str | None
    sure: bool
    is_name: bool = False


def may_ask(text: str) -> bool:
    """Whether there may be a question in a note's text at all."""
    return _MAY_ASK.search(text) is not None


def may_ask_in_talk(text: str) -> bool:
    """Whether there may be a question in a text of talk, where one may ask without a mark, too."""
    return _MAY_ASK_IN_TALK.search(text) is not None


@lru_cache(maxsize=512)
def read_mark(row: str) -> Asked | None:
    """Read the mark of a question: `Q.`, 「질문 1.」, 「나래님 질문 :」."""
    if not _MAY_MARK.search(row[:LONGEST_MARK]):
        return None
    for form in MARKS:
        match = form.pattern.match(row[:LONGEST_ROW])
        if match is None:
            continue
        found = match.groupdict()
        text = (found["text"] or "").strip()
        asker = found.get("asker")
        if asker is None or is_certain_name(asker):
            return Asked(text, asker, form.sure)
        # 「멘토링 질문 : …」 is one, but 「강의 질문」 a title, and 「사용자의 질문(query)」 no mark.
        return Asked(text, None, form.sure) if text and not form.by_name else None
    return None


def is_title(text: str) -> bool:
    """Whether a text is wholly the title of questions: 「질문」, `Further Questions`, `Q&A`."""
    return _TITLE.match(text) is not None


def is_column_title(cell: str) -> bool:
    """Whether a cell of a table's head is that of questions."""
    return is_title(cell) or _COLUMN.match(cell) is not None


def is_letter_column(cell: str) -> bool:
    """Whether a cell of a table's head is but a letter for questions: `Q`."""
    return _COLUMN.match(cell) is not None


def may_be_title(text: str) -> bool:
    """Whether a text is the title of questions, or of problems: 「问题」."""
    return _MAYBE_TITLE.match(text) is not None


def says_nothing(text: str) -> bool:
    """Whether a text says that there was none: 「없음」."""
    return _NOTHING.match(text) is not None


def ends_as_title(text: str) -> bool:
    """Whether a heading's text ends as one of questions: 「멘토님께 질문」."""
    return is_title(text) or _TITLE_AT_END.match(text) is not None


def announces_questions(text: str) -> bool:
    """Whether a sentence says that questions follow which were answered."""
    return _ANNOUNCES.search(text[:LONGEST_ROW]) is not None


def is_talk(text: str) -> bool:
    """Whether a title is that of talk: a peer session, mentoring, a discussion."""
    return _TALK.search(text) is not None


def tells_talk(path: str) -> bool:
    """Whether the name of a file or of a folder around it is that of talk."""
    return _TALK_NAME.search(path) is not None


def is_plan(text: str) -> bool:
    """Whether a title is that of what is to be done or read."""
    return _PLAN.match(text) is not None


def is_answer_title(text: str) -> bool:
    """Whether a title is that of answers."""
    return _ANSWER_TITLE.match(text) is not None


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


def is_curious(row: str) -> bool:
    """Whether a row ends by saying that its author wonders: 「… 궁금하다」."""
    return _CURIOUS.search(row[-ENDING:]) is not None


def asks_somebody(row: str) -> bool:
    """Whether a row of talk asks: 「커지나?」 does, 「학습률?」 wonders."""
    if not asks(row):
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


def without_brackets(row: str) -> str:
    """A row without what stands in brackets at its end."""
    return _BRACKETS_AT_END.sub("", row[-LONGEST_ROW:])


def may_be_text(text: str) -> bool:
    """Whether what stands in a block of code is a short text: by its Hangul or Kana, or its words."""
    if text.count("\n") >= MOST_ROWS_OF_TEXT:
        return False
    return _LETTERS_OF_TEXT.search(text) is not None or _WORDS.match(text) is not None


def says_unclear(row: str) -> bool:
    """Whether a row says that something isn't understood."""
    return _UNCLEAR.search(row[:LONGEST_ROW]) is not None


def is_riddle(row: str) -> bool:
    """Whether a row says that something is a riddle to its author: 「…が謎」."""
    return _RIDDLE.search(row[-ENDING:]) is not None


def reports_question(row: str) -> bool:
    """Whether a row tells that something was asked: 「감소 이유에 대해 질문함」."""
    return _REPORTED.search(row[-ENDING:]) is not None


def asks_anyhow(row: str) -> bool:
    """Whether a row asks, with a question mark anywhere or none at all: 「트리를 쓰는 이유」."""
    if "?" in row or "？" in row:
        return True
    outside = without_brackets(row)
    return asks(row) or _INDIRECT.search(outside) is not None


def is_written_so(row: str) -> bool:
    """Whether a row under 「질문」 is written as a question."""
    if row.rstrip().endswith(_THINKING):
        return True
    return asks_anyhow(row) or says_unclear(row) or reports_question(row)
