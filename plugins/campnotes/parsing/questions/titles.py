"""The titles by which it differs what a question mark says: of questions, answers, talk and plans."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from campnotes.patterns import regex

LONGEST_BACKGROUND = 40  # characters of a title
LONGEST_ASKING = 50  # characters of a title that speaks of questions
LONGEST_ROW = 1_000  # characters of a sentence that announces questions
_BEFORE = (
    r"(?:further\s+|추가\s*|사전\s*|오늘의\s*|(?:모의\s*|예상\s*|기술\s*)?면접\s*(?:예상\s*)?|예상\s*|심화\s*|"
    r"꼬리\s*)?"
)
_ENGLISH = (
    r"faqs?|questions?(?:\s+(?:list|raised|asked|for\s+discussion|to\s+discuss))?|"
    r"discussion\s+(?:questions?|prompts?)"
)
# 질문 및 답변, 질문 & 토론
_AND_MORE = r"(?:과|및|/|·|&|,|-)\s*(?:답변?|논의|토의|토론|의견|생각|고민|확장|피드백)"
_KOREAN = (
    r"질문(?:\s*(?:사항|내용|거리|들|지|목록|모음|공유|정리|타임|시간|답변?|"
    rf"{_AND_MORE}))?|질답|질의\s*응답|질의|궁금(?:한|했던)?\s*(?:점|것|사항|내용|부분)"
)
# Q&A, Q&A 시간, Q&A 및 회고
_Q_AND_A = (
    r"q\s*(?:&|/|and|n)\s*a"
    r"(?:\s*(?:시간|세션|session|(?:및|과|와|&|/)\s*\S{1,10}(?:\s\S{1,6})?))?"
)
_EAST_ASIAN = (
    r"(?:.{1,12}の|よくある)?質問(?:事項|コーナー|一覧)?|わからなかったこと.{0,12}|疑問点?|"
    r"疑问|提问|问答|常见问题"
)
# 「질문지 (2026-02-26)」, 「질문 (자유롭게 적기)」; 「질문(김나래)」 says who asks.
_END = r"[\W_]*(?:\((?=[^()]{0,19}[\d\s])[^()]{2,20}\)\W*)?$"
# The title above questions: all of it, or its end where it is a heading.
_TITLE = regex(
    rf"^[\W\d_]*{_BEFORE}(?:{_ENGLISH}|{_KOREAN}|{_Q_AND_A}|{_EAST_ASIAN}){_END}",
    re.IGNORECASE,
)
_TITLE_AT_END = regex(
    r"^.{1,40}(?:\s|에게\s?|께\s?)(?:(?:면접|예상|꼬리)\s?)?(?:(?:further|open|discussion|interview|more|key|unanswered)\s+questions?|"
    r"질문(?:\s*(?:사항|내용|거리|들|지|목록|리스트|모음|정리|공유|리뷰|복습|답변|정하기|선정))?|"
    rf"질답|q\s*(?:&|n)\s*a|궁금한\s*점){_END}",
    re.IGNORECASE,
)
_PROBLEMS = r"(?:思考|讨论|讨论的)?(?:问题|問題)"
# 「함께 이야기하고 싶은 것」, 「논의해볼 만한 점」
_TO_TALK_OF = (
    r"(?:(?:더|같이|함께)\s*)?(?:이야기|얘기|논의|토론|생각)\s*(?:나누고|하고|해\s?보고|해\s?볼|할)\s*"
    r"(?:싶은\s*)?(?:만한\s*)?(?:것|점|거리|내용|주제|부분)"
)
_MATTER = r"(?:논의|토론|토의|고민|생각할?)\s*(?:거리|주제)|의문점?들?"
# The title of problems as much as of questions, or of what is to be talked about.
_MAYBE_TITLE = regex(rf"^[\W\d_]*(?:{_PROBLEMS}|{_TO_TALK_OF}|{_MATTER})[\W_]*$")
# What a title speaks of if something is asked below it: questions, what is unclear.
_OF_ASKING = (
    r"질문|질의|궁금|의문|여쭤|물어\s?볼|헷갈|모르(?:는|겠)|이해\S{0,2}\s?(?:가\s?)?(?:안|못|어려)|"
    r"발제|생각해\s?(?:볼|보)|면접|퀴즈|연습\s?문제|"
    r"questions?\b|\binterview\b|\bquiz(?:zes)?\b|"
    r"(?:n['’o]t|not)\s+(?:understand|clear|sure)|\bunclear\b"
)
# How it goes on to its end: 「질문 받은 것」, 「이해가 안 되는 부분」, `Questions I had`.
_OF_ASKING_TITLE = regex(
    rf"^[^.?？!:：]{{0,30}}(?:{_OF_ASKING})[^.?？!:：]{{0,16}}[:：]?\W{{0,4}}$", re.IGNORECASE
)
# What tells of questions, or how to ask them: 「질문하는 법」, 「면접 후기」.
_ABOUT_ASKING = regex(
    r"하는\s?(?:법|방법|이유|요령)|후기|회고|결과|규칙|방식|일정|안내|이란|란$|템플릿|양식|"
    r"\bhow\s+to\b|\banswering\b|알고리즘",
    re.IGNORECASE,
)
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
    r"^\W*discussions?\W*$|피어\s*(?:세션|리뷰|섹션)|peer[\s-]*(?:session|review|meeting)|멘토링|mentoring|토의|토론|논의|"
    r"질의|輪読|勉強会|스터디|회의록|q\s*(?:&|n)\s*a|疑問|質問|振り返り|ディスカッション|讨论",
    re.IGNORECASE,
)
# The name of a file or folder in which people talk.
_TALK_NAME = regex(
    r"피어\s*(?:세션|리뷰)|peer[\s_-]*(?:session|meeting)|"
    r"(?:meeting|discussion)[\s_-]*notes?(?![a-z])|멘토링|mentoring|회의록|회의|minutes|輪読|議事録",
    re.IGNORECASE,
)
# The name of a file or folder of what is asked in an interview.
_INTERVIEW_NAME = regex(
    r"(?:^|[/\s_-])(?:기술\s?)?(?:면접|interviews?)(?:[\s_-]?(?:질문|준비|대비|questions?|prep))?(?=[/._]|$)",
    re.IGNORECASE,
)
# The title of what is to be read or done: its question marks are those of other titles.
_PLAN = regex(
    r"^[\W_]*(?:次回|読んだところ|다음\s*(?:시간|주|회차|에)?|next(?:\s+(?:time|week|steps?))?|예정|계획|"
    r"to\s*-?\s*do(?:\s*list)?|할\s*일|건의\s*(?:사항)?|제안\s*(?:사항)?)[\W_]*$",
    re.IGNORECASE,
)
# The title of why something is talked about, which is told before it is asked.
_BACKGROUND = regex(
    r"^[\W\d_]*(?:안건|주제|질문|이슈).{0,12}(?:이유|배경|계기)(?:\s*(?:발표|설명|공유))?[\W_]*$"
)
_ANSWER_TITLE = regex(
    r"^[\W_]*(?:\d{1,2}번\s*)?(?:answers?|답변?|대답|해답|풀이|정답|回答|答え|解答)[\W_]*$",
    re.IGNORECASE,
)


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


def speaks_of_asking(text: str) -> bool:
    """Whether a title speaks of what is asked or unclear: 「이해가 안 되는 부분」, `Questions I had`.

    What tells of questions doesn't: 「질문하는 법」.
    """
    if len(text) > LONGEST_ASKING or _OF_ASKING_TITLE.match(text) is None:
        return False
    return _ABOUT_ASKING.search(text) is None


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


def tells_questions(path: str) -> bool:
    """Whether a file or its folder is called as questions are: `QUESTION_LIST.md`, `질문/3장.md`."""
    file = PurePosixPath(path)
    names = (file.stem, file.parent.name)
    return any(ends_as_title(name.replace("_", " ")) for name in names)


def tells_interview(path: str) -> bool:
    """Whether a file or a folder around it is called as an interview is: `interview/tree.md`."""
    return _INTERVIEW_NAME.search(path) is not None


def is_plan(text: str) -> bool:
    """Whether a title is that of what is to be done or read."""
    return _PLAN.match(text) is not None


def is_background(text: str) -> bool:
    """Whether a title is that of why something is talked about: 「안건을 올린 이유」."""
    if len(text) > LONGEST_BACKGROUND:
        return False
    return _BACKGROUND.match(text) is not None


def is_answer_title(text: str) -> bool:
    """Whether a title is that of answers."""
    return _ANSWER_TITLE.match(text) is not None
