"""Who is who in a whole notebook: names certain elsewhere, aliases, accounts, authors."""

from __future__ import annotations

from datetime import date

import pytest

from campnotes.linking.model import Notebook
from campnotes.parsing.presenters import Role
from support.notebooks import make_notebook

SESSION = "# Day\n\n## 피어세션\n\n"


def names(book: Notebook) -> list[str]:
    return [person.name for person in book.people]


def test_who_attends_somewhere_may_present_everywhere() -> None:
    book = make_notebook(
        {
            "day1.md": SESSION + "참석자: 도넛왕자, 렉시\n",
            "day2.md": SESSION + "- 큐 (도넛왕자)\n- 덱 (심화)\n- 렉시: 트리\n",
        }
    )
    assert book.by_path["day2.md"].presenters == ("도넛왕자", "렉시")


def test_a_form_s_people_and_questions_are_examples() -> None:
    form = "# Day \n\n## 피어세션\n\n발표자: 윤서진\n\n## 질문\n\n- 왜 그런가요?\n"
    notebook = make_notebook({"day1.md": "# Day 1\n\n발표자: 김나래\n", "template.md": form})
    note = notebook.by_path["template.md"]
    assert (note.presentations, note.people, note.questions) == ((), (), ())
    assert [person.name for person in notebook.people] == ["김나래"]


def test_who_is_called_by_today_s_role_has_it() -> None:
    text = "## 피어세션\n\n- 자료는 금일 모더레이터 윤서진님께 제출\n\n참석자: 윤서진, 김나래\n"
    (note,) = make_notebook({"day1.md": text}).notes
    roles = {(person.line, person.name, person.role) for person in note.people}
    assert (3, "윤서진", Role.MODERATOR) in roles


def test_who_is_listed_below_a_heading_takes_part() -> None:
    text = (
        "# Study Group\n\n## Participants\n\nPlease add your name.\n\n"
        "- Minji Kim / she/her / minji-kim\n- Nora Lind/ they / nlind\n- Adam Berg\n\n"
        "## Roles\n\n**Group Facilitator(s)**: Minji Kim, Nora Lind\n\n3주차 모더레이터 : 윤서진\n"
    )
    (note,) = make_notebook({"notes.md": text}).notes
    roles = {(person.line, person.name, person.role) for person in note.people}
    assert {
        (7, "Minji Kim", Role.ATTENDEE), (8, "Nora Lind", Role.ATTENDEE), (9, "Adam Berg", Role.ATTENDEE),
        (13, "Minji Kim", Role.MODERATOR), (13, "Nora Lind", Role.MODERATOR),
        (15, "윤서진", Role.MODERATOR),
    } <= roles  # fmt: skip


def test_nicknames_behind_several_names_are_aliases() -> None:
    book = make_notebook(
        {
            "day1.md": SESSION + "참석자: 김나래 (치즈), 박도윤 (콜라)\n",
            "day2.md": SESSION + "- 큐 (치즈)\n",
        }
    )
    assert names(book) == ["김나래", "박도윤"]
    assert book.by_path["day2.md"].presenters == ("김나래",)


def test_a_korean_name_behind_a_latin_one_is_the_same_person_s() -> None:
    notebook = make_notebook(
        {
            "day1.md": SESSION + "참석자: Min-Ji Kim (김민지), Do-Yun Park (박도윤)\n",
            "day2.md": SESSION + "서기: 박도윤\n",
        }
    )
    assert [person.name for person in notebook.people] == ["Do-Yun Park", "Min-Ji Kim"]


def test_what_stands_behind_several_names_is_no_nickname() -> None:
    book = make_notebook({"day1.md": SESSION + "참석자: 김나래 (서울), 박도윤 (서울)\n"})
    assert names(book) == ["김나래", "박도윤"]
    assert [person.aliases for person in book.people] == [("김나래 (서울)",), ("박도윤 (서울)",)]


def test_a_long_name_and_its_given_name_are_one_person() -> None:
    book = make_notebook(
        {
            "day1.md": SESSION + "참석자: 김단비솔, 박도윤\n",
            "day2.md": SESSION + "발표자: 단비솔님\n",
        }
    )
    assert names(book) == ["김단비솔", "박도윤"]


def test_a_name_misspelt_among_attendees_is_theirs() -> None:
    text = "참석자: 윤서진, 박도윤\n\n- 큐 (윤서전님)\n"
    book = make_notebook({"day1.md": SESSION + text})
    assert names(book) == ["박도윤", "윤서진"]
    assert book.notes[0].presenters == ("윤서진",)


def test_accounts_of_a_table_of_members() -> None:
    table = (
        "| 이름 | GitHub |\n|-|-|\n"
        "| 김나래 | [@narae](https://github.com/narae) |\n"
        "| 박도윤 | [@doyun](https://github.com/doyun) |\n"
    )
    book = make_notebook({"README.md": table, "day1.md": SESSION + "발표자: 나래님\n"})
    (person,) = book.people
    assert (person.name, person.accounts) == ("김나래", ("https://github.com/narae",))


def test_accounts_of_linked_names() -> None:
    members = "- [김나래](https://github.com/narae)\n- [박도윤](https://github.com/doyun)\n"
    book = make_notebook({"README.md": members, "day1.md": SESSION + "발표자: 나래님\n"})
    assert book.people[0].accounts == ("https://github.com/narae",)


def test_a_row_that_links_a_note_gives_it_its_presenter_and_date() -> None:
    table = (
        "| 날짜 | 주제 | 발표자 |\n|-|-|-|\n"
        "| 2030.3.4 | [큐](queue.md) | 윤서진 |\n"
        "| 3/11 | [덱](deque.md) | 문가온 |\n"
    )
    book = make_notebook({"README.md": table, "queue.md": "# 큐\n", "deque.md": "# 덱\n"})
    (presented,) = book.presented["queue.md"]
    assert (presented.path, presented.line) == ("README.md", 3)
    assert presented.presenters == ("윤서진",)
    assert presented.date == date(2030, 3, 4)
    assert book.presented["deque.md"][0].presenters == ("문가온",)
    assert [p.date for p in book.by_path["README.md"].presentations] == [date(2030, 3, 4), None]


def test_what_a_day_s_table_dates_ahead_is_not_presented_yet() -> None:
    table = "| 날짜 | 주제 | 발표자 |\n|-|-|-|\n| 3/4 | 큐 | 윤서진 |\n| 3/11 | 덱 | 문가온 |\n"
    book = make_notebook({"2030-03-04.md": SESSION + table})
    assert [p.topic for p in book.notes[0].presentations] == ["큐"]


def test_a_line_that_is_dated_ahead_tells_of_no_presentation_yet() -> None:
    text = "- 3/4 발표 : 서진님\n- 3/11 발표 : 가온님\n"
    book = make_notebook({"2030-03-04.md": SESSION + text})
    assert book.notes[0].presenters == ("서진",)


def test_comments_tell_whose_notes_they_are_in_a_group() -> None:
    book = make_notebook(
        {
            "a.md": "<!-- author: 김나래 -->\n\n# 큐\n",
            "b.md": "<!-- author: 박도윤 -->\n\n# 덱\n",
            "c.md": "```\n<!-- author: 오지안 -->\n```\n",
        }
    )
    assert [note.presenters for note in book.notes] == [("김나래",), ("박도윤",), ()]


def test_the_author_of_all_notes_presents_none() -> None:
    comment = "<!-- author: 김나래 -->\n"
    book = make_notebook({"a.md": comment, "b.md": comment})
    assert book.people == ()


def test_folders_of_members_tell_whose_notes_they_are() -> None:
    book = make_notebook(
        {
            "김나래/week1.md": "# 큐\n",
            "박도윤/week1.md": "# 덱\n",
            "README.md": "# 스터디\n",
        }
    )
    (author,) = book.by_path["김나래/week1.md"].people
    assert (author.name, author.role) == ("김나래", "mentioned")
    assert names(book) == ["김나래", "박도윤"]


def test_who_has_a_folder_presents_nothing_by_that() -> None:
    book = make_notebook({"김나래/a.md": "# 큐\n", "박도윤/a.md": "# 덱\n"})
    assert [note.presenters for note in book.notes] == [(), ()]


@pytest.mark.parametrize(
    "field", ["presenter: Alice Kim", "speaker: Alice Kim", "발표자: Alice Kim"]
)
def test_front_matter_of_other_tools_names_presenters_too(field: str) -> None:
    text = f"---\ntitle: Trees\nauthor: Bob Lee\n{field}\n---\n\nA paper on trees.\n"
    book = make_notebook({"trees.md": text})
    (note,) = book.notes
    assert note.presenters == ("Alice Kim",)
    assert [person.line for person in note.people] == [4]


def test_a_presenter_yet_unknown_in_front_matter_is_nobody() -> None:
    book = make_notebook({"trees.md": "---\npresenter: TBD\n---\n\nA paper on trees.\n"})
    assert book.people == ()


def test_a_speaker_of_another_shape_in_front_matter_is_no_mistake() -> None:
    book = make_notebook({"trees.md": "---\nspeaker: {volume: 3}\n---\n\n# Trees\n"})
    assert book.people == ()
    assert not book.findings


def test_those_who_take_turns_in_a_study_are_named_by_given_names() -> None:
    rows = [
        f"### {week}주차\n\n| 주제 | 담당자 |\n|-|-|\n| 큐 {week} | {first} |\n| 덱 {week} | {second} |\n"
        f"| 트리 {week} | {third} |\n"
        for week, (first, second, third) in enumerate(
            [("나래", "도윤", "지안"), ("도윤", "지안", "나래"), ("지안", "나래", "도윤")], 1
        )
    ]
    text = "# CS 스터디\n\n맡은 주제를 발표합니다.\n\n" + "\n".join(rows)
    book = make_notebook({"README.md": text})
    assert names(book) == ["나래", "도윤", "지안"]
    assert len(book.notes[0].presentations) == 9


def test_a_column_of_chores_names_no_presenters() -> None:
    table = "| 내용 | 담당자 |\n|-|-|\n| 예약 | 총무 |\n| 간식 | 회장 |\n| 청소 | 당번 |\n"
    book = make_notebook({"README.md": f"# CS 스터디\n\n돌아가며 발표합니다.\n\n{table}"})
    assert book.people == ()


def test_folders_of_topics_are_nobody_s() -> None:
    book = make_notebook({"정규화/a.md": "# a\n", "이미지/b.md": "# b\n", "김치/c.md": "# c\n"})
    assert book.people == ()


def test_who_takes_turns_is_known_by_the_full_name() -> None:
    book = make_notebook(
        {
            "day1.md": "# Day\n\n- 순서는 (김나래 -> 박도윤 - 오지안 -> 윤서진)\n"
            "- 하지만 -> 이전에 -> 안되서\n- 실행 순서: 하지만 -> 처리 -> 이전에\n",
            "day2.md": SESSION + "- 큐 (나래님)\n- 트리 (도윤님)\n",
        }
    )
    assert names(book) == ["김나래", "박도윤", "오지안", "윤서진"]
    assert book.by_path["day2.md"].presenters == ("김나래", "박도윤")


@pytest.mark.parametrize(
    "line",
    [
        "하지만 아직 -> 이전에 한 것 -> 구분이 안됨",
        "index로 구분이 가능하다. -> 하지만 검증 이전에 하고 싶다 -> 처음에 이미 했다",
        "이렇게 하면 안됐음 → 안되서 바꿈 → 하지만 느림",
    ],
)
def test_steps_of_a_thought_are_nobody(line: str) -> None:
    book = make_notebook({"day1.md": f"# Day\n\n- {line}\n"})
    assert book.people == ()


def test_whose_turn_it_is_may_be_said_with_words_around() -> None:
    turns = "발표 순서는 김나래님 (치즈) → 박도윤 → 오지안 입니다."
    book = make_notebook({"day1.md": f"# Day\n\n- {turns}\n"})
    assert names(book) == ["김나래", "박도윤", "오지안"]


@pytest.mark.parametrize("tool", ["GoogleDocs", "Notion", "노션"])
def test_a_tool_takes_no_minutes(tool: str) -> None:
    book = make_notebook({"day1.md": f"# Day\n\n## 피어세션\n\n- 회의록 작성 : {tool}\n"})
    assert book.people == ()


def test_where_a_presenter_is_from_is_nobody() -> None:
    field = "presenter: Alice Kim, Example Institute of Trees"
    book = make_notebook({"trees.md": f"---\n{field}\n---\n\nA paper on trees.\n"})
    assert names(book) == ["Alice Kim"]


@pytest.mark.parametrize(
    "topics",
    [
        "## 스프링의 @Unheard\n\n본문\n\n## 애노테이션 @PreDestroy\n",
        "## @Transactional\n\n본문\n\n## @Bean\n\n본문\n",
        "- @Transactional : 묶는다\n- @Bean : 만든다\n",
    ],
)
def test_annotations_of_code_are_nobody(topics: str) -> None:
    assert make_notebook({"a.md": f"# 스프링 스터디\n\n{topics}"}).people == ()


def test_whoever_presents_a_row_of_a_table_is_among_its_attendees_too() -> None:
    text = (
        "# 책 스터디\n\n| 회차 | 목차 | 참여자 | 발표자 |\n|-|-|-|-|\n"
        "| 1 | 나무 | 김나래, 박도윤, 오지안 | 김나래 |\n"
        "| 2 | 숲 | 김나래, 박도윤 | 박도윤 |\n"
    )
    (note,) = make_notebook({"README.md": text}).notes

    attending = [(it.line, it.name) for it in note.people if it.role is Role.ATTENDEE]
    presenting = [(it.line, it.name) for it in note.people if it.role is Role.PRESENTER]
    assert attending == [(5, "김나래"), (5, "박도윤"), (5, "오지안"), (6, "김나래"), (6, "박도윤")]
    assert presenting == [(5, "김나래"), (6, "박도윤")]
