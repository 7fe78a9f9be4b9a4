"""The title by which a reader knows a note among all others, and the topic beside it."""

from __future__ import annotations

import pytest

from campnotes.linking.model import Match, Note, Notebook
from campnotes.linking.people.directory import Directory
from campnotes.linking.titles import Naming
from campnotes.linking.titles.listed import ListedTopic
from campnotes.linking.titles.title import Title
from campnotes.linking.titles.topics import note_topic
from campnotes.notebook.place import Kind
from campnotes.settings import Settings
from support.notebooks import make_notebook

SECTIONS = "## 목차\n\n## 강의 정리\n\n## 학습 회고\n"


def titles(notes: dict[str, str], language: str = "ko") -> dict[str, str]:
    notebook = make_notebook(notes, Settings(language=language))
    return {note.path: note.own_title for note in notebook.notes}


def only(notes: dict[str, str], path: str) -> Note:
    notebook: Notebook = make_notebook(notes)
    return notebook.by_path[path]


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        # What is told wins, over all that is written.
        ("a.md", "---\ntitle: 벡터\n---\n# 행렬\n", "벡터"),
        # A heading that stands alone at the top is the title, whatever the file is called.
        ("week1/ch1.md", "# 1강 벡터\n\n## 정의\n\n## 내적\n", "1강 벡터"),
        ("a.md", "![배너](a.png)\n\n# 벡터\n", "벡터"),
        ("Discussion2/README.md", "# Sorting\n## Paper\n# Supplementary material\n# Reference\n", "Sorting"),
        ("week1/day1/day1.md", "# 벡터\n# 과제\n# 회고\n", "1일차"),
        ("a.md", "###### 3월 2일\n# 벡터\n## 정의\n", "벡터"),
        ("lectures/tree.md", "## 나무란 무엇인가요?\n\n### 뿌리\n\n## 꼬리질문\n\n## 상세 정리\n",
         "나무란 무엇인가요?"),
        ("20260430-Seminar-2.md", "# 나무와 숲\n\n# 1. 나무\n\n# 2. 숲\n\n# 참고 자료\n", "나무와 숲"),
        ("2026-03-30-pruning.md", "# Pruning — A Safe Way\n\n## Overview\n\n# Links\n", "Pruning — A Safe Way"),
        # One of several isn't, but where it says what the file's name says, or is alone unnumbered.
        ("Docker.md", "## 1. Docker 소개\n## 2. 이미지\n", "Docker"),
        ("인증 방식.md", "# 쿠키\n# 세션\n", "인증 방식"),
        ("sql_injection.md", "# SQL Injection이란\n# 공격\n# 방어\n", "SQL Injection이란"),
        ("http.md", "# 개요\n# 메시지\n", "Http"),
        ("multi-modal_learning.md", "# Overview of multi-modal learning\n# Text\n",
         "Multi-modal learning"),
        ("보고서.md", "# 쓰레기 찾기\n# 1. 개요\n# 2. 결과\n", "쓰레기 찾기"),
        # A heading that says nothing isn't one either.
        ("week1/README.md", "# 🥄\n", "1주차"),
        ("git_merge.md", "# 42\n", "Git merge"),
        ("mission3.md", "# Mission 3\n## 목표\n", "Mission 3"),
        ("day1.md", "## 목차\n\n- [하나](#하나)\n\n## 하나\n", "1일차"),
        # The day that a note names is its own, or it is copied.
        ("day12.md", "# Day12\n# 강의\n# 피어세션\n", "Day12"),
        ("day12.md", "# Day 11\n# 강의\n# 피어세션\n", "12일차"),
        ("회고록/2주차.md", "### 2022.01.24 월\n### 2022.01.25 화\n", "2주차"),
        # A template's beginning is completed in its own words.
        ("week10/day48.md", "# Day \n" + SECTIONS, "Day 48"),
        ("week3/wrap.md", "# Week\n## 월\n## 화\n", "Week 3"),
        ("day3.md", "# 일차 회고\n", "3일차 회고"),
        # A file that is called by a number has its title in its first heading.
        ("q/2.md", "# 큐를 설명해 주세요\n## 정의\n# 예제\n", "큐를 설명해 주세요"),
        ("item_90.md", "# 아이템 90 : 프록시\n# 장점\n# 단점\n", "아이템 90 : 프록시"),
        ("ch3.md", "# 3.1 구조\n# 3.2 배열\n", "Ch3"),
        ("02-item07-narae.md", "# [item 7] 프록시\n# 장점\n# 단점\n", "[item 7] 프록시"),
        # The number of a part isn't that of the file: it is the first of several.
        ("3. 나무와 숲.md", "# 1. 나무\n\n글\n", "3. 나무와 숲"),
        ("day20.md", "# 4) 나무\n\n## 뿌리\n", "20일차"),
        ("q/07.md", "# 7. 큐\n\n글\n", "7. 큐"),
        ("나무.md", "# 숲 이야기\n# 정리\n# 1장 뿌리\n# 2장 잎\n", "숲 이야기"),
        # What a name is made of, in the author's words.
        ("algorithm_stack_and_queue.md", "# Stack / Queue\n# Stack\n# Queue\n", "Stack / Queue"),
        ("panoptic_and_instance_image_segmentation.md", "# Instance image\n# Panoptic\n",
         "Panoptic and instance image segmentation"),
        ("QUESTION_LIST.md", "# 질문 모음\n# 1주차\n# 2주차\n", "질문 모음"),
        # A heading that its author didn't come to finish, or that names the week of a day.
        ("day31.md", "# Day 31 -\n## 나무\n", "Day 31"),
        ("week11/day49.md", "# week 11\n\n## 나무\n", "49일차"),
        # When a note was written is no title where its name says what it is on.
        ("Trees and Woods.md", "# Reports of our club\n### Date: Aug. 10, 2026\n### Student\n# 1\n",
         "Trees and Woods"),
        # One of lower rank that is above all others, unless the name says something else.
        ("Week9/Day1_NLP_review.md", "## 자연어 처리\n### 소개\n", "자연어 처리"),
        ("math/베이즈 통계학.md", "## 조건부 확률\n### 소개\n", "베이즈 통계학"),
        # A README's, above what is in its folder.
        ("README.md", "# 나래의 스터디\n\n글\n\n# 도서\n# 규칙\n", "나래의 스터디"),
        ("논문/README.md", "## 두 사람의 논문 리뷰\n\n글\n\n## 1주차\n## 2주차\n", "두 사람의 논문 리뷰"),
        # What the file's name says beside its place.
        ("week01/[week 01] 람다 이란.md", "글\n", "람다 이란"),
        ("week6/0907멘토링.md", "글\n", "9월 7일 · 멘토링"),
    ],
)  # fmt: skip
def test_a_title_is_the_first_that_says_something(path: str, text: str, title: str) -> None:
    assert titles({path: text}) == {path: title}


def test_what_a_template_puts_at_the_top_is_no_title() -> None:
    notes = {f"Day{n}/note.md": f"# 📙 Note\n## {n}강\n" for n in (1, 2, 3)}
    assert list(titles(notes).values()) == ["1일차", "2일차", "3일차"]
    assert list(titles(notes, language="en").values()) == ["Day 1", "Day 2", "Day 3"]


def test_what_most_of_a_series_call_themselves_is_the_title_of_the_others_too() -> None:
    notes = {
        "2026-05-01-Seminar-1.md": "# 나무\n\n## 뿌리\n",
        "2026-05-08-Seminar-2.md": "# 숲\n\n글\n",
        "2026-05-15-Seminar-3.md": "# 바다\n\n글\n\n# 파도와 섬\n",
        "2026-05-22-Seminar-4.md": "# 하늘\n\n글\n",
    }

    assert list(titles(notes).values()) == ["나무", "숲", "바다", "하늘"]


def test_weeks_of_a_course_go_by_their_numbers_where_all_are_called_the_same() -> None:
    notes = {f"정리/{week:02}주차/note.md": "글\n" for week in range(1, 5)}

    assert list(titles(notes).values()) == ["1주차", "2주차", "3주차", "4주차"]


def test_notes_of_a_day_go_by_their_names_too() -> None:
    notes = {
        "Day2/Lecture.md": "# 강의 정리\n",
        "Day2/Peersession.md": "# 피어세션\n",
    }
    assert list(titles(notes).values()) == ["2일차 · Lecture", "2일차 · Peersession"]


def test_what_tells_notes_of_other_days_apart_stays_where_there_is_but_one() -> None:
    notes = {
        f"Day{day}/{part}.md": SECTIONS for day in (1, 2, 3) for part in ("Note", "Peersession")
    }
    notes["Day4/Peersession.md"] = SECTIONS
    assert titles(notes)["Day4/Peersession.md"] == "4일차 · Peersession"


def test_files_named_after_their_day_go_by_their_folders() -> None:
    notes = {f"{name}/210803.md": "# 정리\n" for name in ("lecture", "peer_session")}
    assert list(titles(notes).values()) == ["8월 3일 (화) · Lecture", "8월 3일 (화) · Peer session"]


def test_days_of_two_courses_go_by_their_courses() -> None:
    notes = {f"{course}/Day1/README.md": "글\n" for course in ("파이썬", "자바")}
    assert set(titles(notes).values()) == {"1일차 · 파이썬", "1일차 · 자바"}


@pytest.mark.parametrize(
    ("language", "month", "discussion"),
    [
        ("ko", "2020년 8월", "2020년 8월 · Discussion 3"),
        ("en", "August 2020", "August 2020 · Discussion 3"),
    ],
)
def test_a_month_s_folder_goes_by_the_month(language: str, month: str, discussion: str) -> None:
    notes = {
        "Aug20/Readme.md": "## Discussion 1\n[나무](https://a.example)\n",
        "Aug20/Discussion3/Summary.md": "## 문제\n\n## 숲\n",
        "Jun20/Readme.md": "## Discussion 1\n[숲](https://b.example)\n",
        "2021-09/README.md": "",
    }
    found = titles(notes, language)
    assert found["Aug20/Readme.md"] == month
    assert found["Aug20/Discussion3/Summary.md"] == discussion
    assert found["2021-09/README.md"] in {"2021년 9월", "September 2021"}


def test_a_month_is_about_what_its_note_links_first() -> None:
    notes = {
        "Aug20/Readme.md": "## Discussion 1\n[나무](https://a.example)\n",
        "Jun20/Readme.md": "## Discussion 1\n[숲](https://b.example)\n",
    }
    assert only(notes, "Aug20/Readme.md").topic == "나무"


def test_the_day_may_stand_below_what_every_note_has() -> None:
    notes = {f"2021-08-{day}.md": f"# TIL\n## 8월 {day}일\n### 스택\n" for day in (11, 12, 13)}
    assert list(titles(notes).values()) == ["8월 11일", "8월 12일", "8월 13일"]
    assert titles({"README.md": "# TIL\n"}) == {"README.md": "TIL"}


def test_files_of_one_name_go_behind_their_folders() -> None:
    notes = {
        f"{name}/further_question.md": "# Further Question\n" for name in ("cnn", "rnn", "gan")
    }
    assert titles(notes)["cnn/further_question.md"] == "Cnn · Further Question"


def test_several_people_on_each_subject_have_its_title() -> None:
    notes = {
        f"{number}장/summary/{name}.md": f"# {subject}\n## 느낀 점\n"
        for number, subject in ((3, "타입과 추상화"), (4, "역할과 책임"), (5, "메시지"))
        for name in ("나래", "도윤", "지안")
    }
    assert titles(notes)["3장/summary/나래.md"] == "타입과 추상화 · 나래"
    found = make_notebook(notes).by_path["3장/summary/나래.md"]
    assert (found.title, found.told_apart, found.topic) == ("타입과 추상화", "나래", None)
    # A form's heading, in the one folder of such notes, is none.
    forms = {f"논문/{name}.md": "# 읽은 것\n" for name in ("CNN", "RNN", "GAN")}
    others = {f"etc/{name}.md": f"# {name}\n" for name in ("트리", "큐", "힙", "그래프", "스택")}
    assert titles({**forms, **others})["논문/CNN.md"] == "CNN"


def test_chapters_that_everybody_numbers_alike_have_their_titles() -> None:
    people = [f"{who}/chapter{{}}/README.md" for who in ("seojin", "gaon", "jian")]
    notes = {}
    for path in (*people, "doyun/README-{}.md"):
        for number, subject in enumerate(("나무의 뿌리", "나무의 가지", "나무의 잎"), 1):
            notes[path.format(number)] = f"# {number}. {subject}\n\n## 물\n\n물을 나른다.\n"
    found = titles(notes)
    assert found["gaon/chapter1/README.md"] == "1. 나무의 뿌리"
    assert found["doyun/README-2.md"] == "2. 나무의 가지"
    kind = make_notebook(notes).by_path["doyun/README-2.md"].place.kind
    assert kind is Kind.LECTURE
    # What stands in chapters of any number is a form's.
    form = titles(dict.fromkeys(notes, "# 나무 일지\n"))
    assert "나무 일지" not in form.values()


def test_one_name_in_several_folders_is_told_apart_by_them() -> None:
    notes = {f"{name}/Word2Vec.md": "### 정리\n\n글\n" for name in ("나래", "도윤", "지안")}
    assert titles(notes)["나래/Word2Vec.md"] == "Word2Vec · 나래"
    assert make_notebook(notes).by_path["나래/Word2Vec.md"].title == "Word2Vec"


def test_equal_titles_are_told_apart() -> None:
    notes = {
        "torch/dataset.md": "# PyTorch 구조\n",
        "torch/optimizer.md": "# PyTorch 구조\n",
        "ch2/README.md": "# 2장 데이터\n",
        "ch2/questions.md": "# 2장 데이터\n",
        "ch3_optimizer/README.md": "# Optimizer\n",
        "ch4_dataset/README.md": "# Optimizer\n",
    }
    assert titles(notes) == {
        "torch/dataset.md": "PyTorch 구조 · Dataset",
        "torch/optimizer.md": "PyTorch 구조 · Optimizer",
        "ch2/README.md": "2장 데이터",
        "ch2/questions.md": "2장 데이터 · Questions",
        "ch3_optimizer/README.md": "Optimizer",
        "ch4_dataset/README.md": "Optimizer · Ch4 dataset",
    }


def test_days_counted_in_each_week_are_told_apart() -> None:
    notes = {f"week{week}/{day}.md": "글\n" for week in (1, 2) for day in (1, 2)}
    assert titles(notes)["week2/1.md"] == "2주차 · 1일차"


def test_a_title_keeps_its_rule_and_line() -> None:
    note = only({"day1.md": "글\n\n# Day\n"}, "day1.md")
    assert (note.title_origin.rule, note.title_origin.line) == ("heading-completed", 3)
    assert [h.text for h in note.shown_headings()] == []


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("# Day1\n## 학습 내용\n- [x] 강의 듣기 4~5강\n- 과제\n", "강의 듣기 4~5강"),
        ("# Day1\n## 강의 정리\n- 벡터는 수의 모임\n- 3강 행렬\n", "3강 행렬"),
        ("# Day1\n## 강의 정리\n### 1. 경사하강법\n## 과제\n", "경사하강법"),
        ("# Day1\n## 피어세션\n### 3강 CNN\n발표자: 김나래\n", "3강 CNN"),
        ("# Day1\n## 읽은 것\n## 学んだこと\n- p.42 「型」\n", "p.42 「型」"),
        (
            "# Day1\n## 학습 내용\n- 특강 : <img src='https://img.shields.io/badge/-B_tree-red'>\n",
            "B tree",
        ),
        ("# 질문\n\n- 나무는 왜 빠른가요?\n", "나무는 왜 빠른가요?"),
        # What says nothing of the day: parts of any note, sentences, how it went.
        ("# Day1\n## 강의 정리\n## 과제\n## 질문 내용\n", None),
        ("# Day1\n## 학습 회고\n### 끝까지 버틴 보람\n", None),
        ("# Day1\n## 학습 내용\n- 오늘은 정말 많은 것을 배운 것 같다.\n", None),
        ("# Day1\n## 학습 내용\n- https://camp.example/1\n", None),
        ("# Day1\n## 피어세션\n### 김나래\n발표자: 김나래\n", None),
        # What is asked of all says less than what the day taught.
        ("# Day1\n## 학습 내용\n- 필수퀴즈 5~6강\n### [5강] 벡터\n글\n", "[5강] 벡터"),
        # Its place and its number are told already; what is set in small letters is no subject.
        ("# Day1\n## Week 7 - 벡터\n글\n", "벡터"),
        ("# Day1\n## 1-1 벡터\n글\n", "벡터"),
        ("##### 1. 뿌리를 모음\n##### 2. 잎을 모음\n## 나무\n글\n", "나무"),
        # A title that says it needs none.
        ("# 1강 벡터\n## 정의\n", None),
    ],
)
def test_a_topic_says_what_the_title_does_not(text: str, topic: str | None) -> None:
    assert only({"day1.md": text}, "day1.md").topic == topic


def test_a_list_of_notes_tells_their_topics() -> None:
    notebook = make_notebook({"day1.md": "# Day 1\n## 학습 내용\n- 벡터\n"})
    (note,) = notebook.notes
    topic = note_topic(
        note.parsed,
        note.place.kind,
        Title(note.title, "heading", 1),
        Naming(),
        presentations=(),
        directory=Directory(frozenset(), {}, {}),
        listed=ListedTopic(text="Day 1 - 선형대수", path="README.md", line=7),
    )
    assert topic is not None
    assert (topic.text, topic.origin.path, topic.origin.line) == ("선형대수", "README.md", 7)


def test_what_many_notes_have_is_no_topic() -> None:
    text = "# Day{}\n## 학습 내용\n- 코테 1문제\n- {}\n## 스터디 준비\n"
    subjects = ("벡터 공간", "행렬 분해", "미분", "확률")
    notes = {f"day{n}.md": text.format(n, s) for n, s in enumerate(subjects, 1)}
    assert [note.topic for note in make_notebook(notes).notes] == list(subjects)


def test_titles_that_differ_in_numbers_have_topics() -> None:
    notes = {
        f"week{n}.md": f"# 【第{n}週】輪読会\n## 読んだところ\n- p.{n} 型{n}\n" for n in range(1, 6)
    }
    topics = [note.full_title for note in make_notebook(notes).notes]
    assert topics[0] == "【第1週】輪読会 · p.1 型1"


def test_shortcodes_are_emoji_wherever_a_note_is_named() -> None:
    contents = "- [:book: 순서](#book-순서)\n- [글](#글)\n\n"
    notes = {
        "a.md": f"# :rocket: 배포\n\n{contents}## :book: 순서\n\n## 글\n",
        "day1.md": "## :book: 행렬\n\n## 피어세션\n\n##### :tada: 큐란\n\n발표자: 김나래\n",
    }
    book = make_notebook(notes)
    page, day = book.by_path["a.md"], book.by_path["day1.md"]
    assert (page.title, day.topic) == ("🚀 배포", "📖 행렬")
    assert [(h.text, h.anchor) for h in page.parsed.headings][1] == ("📖 순서", "book-순서")
    assert [linked.entry.text for linked in page.contents] == ["📖 순서", "글"]
    assert [linked.match for linked in page.contents] == [Match.EXACT, Match.EXACT]
    assert day.presentations[0].topic == "🎉 큐란"


def test_a_note_called_by_its_author_says_what_it_is_about() -> None:
    trees = ("소나무", "잣나무", "전나무", "참나무", "밤나무", "감나무")
    notes = {}
    for number, tree in enumerate(trees):
        name = ("김나래", "박도윤")[number % 2]
        week = number // 2 + 1
        notes[f"{week}주차/{name}.md"] = f"# 나무\n\n## {tree}\n\n# 숲\n\n발표자: {name}\n"
    note = only(notes, "1주차/김나래.md")
    assert note.own_title == "1주차 · 김나래"
    assert note.topic == "소나무"


def test_how_a_task_went_is_no_topic() -> None:
    studied = "## 오늘 한 일\n\n- 가지 자르기는 아직 잘 안됨\n- 가지 자르기\n"
    notes = {"week1/day1.md": studied, "week1/day2.md": "## 오늘 한 일\n"}
    assert only(notes, "week1/day1.md").topic == "가지 자르기"
