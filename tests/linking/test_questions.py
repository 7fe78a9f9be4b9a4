"""Questions of a whole notebook, and presentations of which nobody is told to have given them."""

from __future__ import annotations

from support.notebooks import make_notebook

FORM = "# Day {day}\n\n## 질문\n\n1. 오늘 배운 점은?\n\n    {learned}\n\n2. {asked}\n"
SESSION = """# Day 1

## 피어세션

- 논문 리뷰 : 발표자 윤서진
    - 인덱스
- 논문 스터디 : B-트리
    - 트리는 왜 빠른가요?
- 6강 강의 발표
- 다음 주 논문 발표
- 코드 리뷰 : GitHub
- 코드 리뷰

    - 김나래님, 박도윤님

### 모델 리뷰

- AlexNet으로 분류하기
    - 잎이 열 개다.
- 나중에 하기로 했다
"""


def test_what_several_notes_ask_in_the_same_words_is_a_forms() -> None:
    days = {
        f"day{day}.md": FORM.format(
            day=day,
            learned=f"{day}강",
            asked=f"{day}강의 나무는 왜 빠른가요?",
        )
        for day in (1, 2, 3)
    }
    notebook = make_notebook(days)
    asked = [question.text for note in notebook.notes for question in note.questions]
    assert asked == [f"{day}강의 나무는 왜 빠른가요?" for day in (1, 2, 3)]


def test_presentations_may_have_nobody_who_gave_them() -> None:
    (note,) = make_notebook({"day1.md": SESSION}).notes
    given = [(it.line, it.topic, it.presenters) for it in note.presentations]
    assert given == [
        (5, "논문 리뷰", ("윤서진",)),
        (7, "B-트리", ()),
        (9, "6강 강의 발표", ()),
        (12, "코드 리뷰", ("김나래", "박도윤")),
        (18, "AlexNet으로 분류하기", ()),
    ]
    assert [question.line for question in note.presentations[1].questions] == [8]
    assert note.questions == ()


def test_what_several_people_answer_in_folders_of_their_own_is_a_sheets() -> None:
    sheet = (
        "# 자료 구조\n\n* 트리의 장점에 대해 설명해 주세요.\n{told}\n* 큐는 언제 쓰나요?\n{told}\n"
    )
    told = {"narae": "빠르다", "doyun": "짧다", "jian": "고르다"}
    notes = {f"{name}/트리.md": sheet.format(told=answer) for name, answer in told.items()}
    notebook = make_notebook({"README.md": sheet.format(told=""), **notes})
    assert [question.line for question in notebook.by_path["jian/트리.md"].questions] == [3, 5]


def test_a_name_in_brackets_before_a_question_is_who_asks() -> None:
    session = (
        "# 회의\n\n참석자: 윤서진, 문가온\n\n## 피어세션\n\n- (서진) 다른 값부터 먼저 써 볼까요?\n"
    )
    (note,) = make_notebook({"회의록/1.md": session}).notes
    assert [(asked.asker, asked.text) for asked in note.questions] == [
        ("윤서진", "다른 값부터 먼저 써 볼까요?")
    ]
