"""What is told of a notebook: where it will be, and what each note is about."""

from __future__ import annotations

import pytest

from campnotes.linking.hidden_names import HiddenNames
from campnotes.site.sharing.descriptions import TemplateTexts, describe, first_sentences
from campnotes.site.sharing.pages_address import domain_address, pages_address
from campnotes.site.sharing.remarks import without_remarks
from support.notebooks import make_notebook


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/Mulgyeol/notebook", "https://mulgyeol.github.io/notebook/"),
        ("https://github.com/Mulgyeol/Mulgyeol.github.io", "https://mulgyeol.github.io/"),
        ("https://gitlab.com/mulgyeol/notebook", ""),
        ("https://github.com/mulgyeol/notebook/tree/main", ""),
        ('https://github.com/a/b"><script>', ""),
        (None, ""),
    ],
)
def test_github_s_pages_follow_from_the_repository(repository: str | None, address: str) -> None:
    assert pages_address(repository) == address


@pytest.mark.parametrize("told", ["", "localhost", "a b.com", "-a.com", "a.com/x", "a." * 200])
def test_a_domain_is_taken_only_if_it_is_one(told: str) -> None:
    assert domain_address(told) == ""
    assert domain_address("Notes.Example.com\n") == "https://notes.example.com/"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("왜 그럴까? 값들을 질의와 닮은 만큼 더하기 때문이다. 그래서 무엇이 좋은지는 내일 본다, 아마도 모레. 끝.",
         "왜 그럴까? 값들을 질의와 닮은 만큼 더하기 때문이다. 그래서 무엇이 좋은지는 내일 본다, 아마도 모레."),
        ("한 문장이다.", "한 문장이다."),
        ("-붙여 쓴 항목이다.", "붙여 쓴 항목이다."),
        ("점 3.14는 끝이 아니다", "점 3.14는 끝이 아니다"),
    ],
)  # fmt: skip
def test_a_description_is_whole_sentences(text: str, told: str) -> None:
    assert first_sentences(text) == told


def test_a_note_that_only_leads_on_is_described_by_where_it_leads() -> None:
    notebook = make_notebook(
        {
            "README.md": "# 노트\n\n- [첫날](a.md)\n- [둘째 날](b.md)\n",
            "a.md": "# A\n",
            "b.md": "# B\n",
        }
    )
    told = [
        describe(note, TemplateTexts.of(notebook.notes), HiddenNames()) for note in notebook.notes
    ]
    assert told == ["첫날 · 둘째 날", "", ""]


def test_a_long_sentence_is_cut_behind_a_word() -> None:
    told = first_sentences("가나다라마 " * 60)
    assert len(told) <= 160
    assert told.endswith("가나다라마…")


def test_what_a_template_says_describes_no_note() -> None:
    form = "# Day{0}\n\n오늘 무엇을 배웠는지 여기에 적으세요.\n\n## 강의 정리\n\n{1}\n\n## 회고\n"
    topics = ["어텐션은 값들의 가중합이라고 배웠다.", "", "잠금은 늘 같은 순서로 건다고 배웠다."]
    notes = {f"day{n}.md": form.format(n, topic) for n, topic in enumerate(topics, 1)}
    notebook = make_notebook(notes)
    template = TemplateTexts.of(notebook.notes)
    assert [describe(note, template, HiddenNames()) for note in notebook.notes] == topics


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A <!-- 묻기 --> B", "A  B"),
        ("`<!-- 보임 -->` <!-- 숨김 -->", "`<!-- 보임 -->` "),
        ("```html\n<!-- 보임 -->\n```\n<!-- 숨김\n```\n-->끝", "```html\n<!-- 보임 -->\n```\n끝"),
        ("앞\n<!-- 안 닫힘\n뒤", "앞\n"),
        ("` <!-- 숨김 -->", "` "),
        ("```npm i```\n<!-- 숨김 -->끝", "```npm i```\n끝"),
        ("- a\n  ```\n  b\n\nc <!-- 숨김 -->", "- a\n  ```\n  b\n\nc "),
        ("\\` <!-- 숨김 --> `", "\\`  `"),
        ("` <!-- 숨김 --> ``", "`  ``"),
        ("[//]: # (숨김)\n끝", "\n끝"),
        ("- a\n  ~~~\n  b\n\nc\n\n[//]: # (숨김)", "- a\n  ~~~\n  b\n\nc\n\n"),
        ("[[a]] %%숨김%% 끝", "[[a]]  끝"),
        ("[[a]]\n%%\n숨김\n%%\n끝", "[[a]]\n\n끝"),
        ("100%% 보임 %%", "100%% 보임 %%"),
        ("{% comment %}\n숨김\n{% endcomment %}\n끝", "\n끝"),
        ("{% comment %}\n안 닫혀 보임", "{% comment %}\n안 닫혀 보임"),
    ],
)
def test_remarks_stay_with_their_author(text: str, told: str) -> None:
    assert without_remarks(text) == told
