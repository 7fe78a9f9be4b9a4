"""Pictures that only the way in which they are written keeps from being shown."""

from __future__ import annotations

import unicodedata

import pytest

from campnotes.linking.model import Note
from support.notebooks import make_notebook

FILES = ("img/my shot.png", "img/50%.png", "그림.png", "%EB%82%98.png", ".images/a.png")
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="


def note_with(written: str, others: tuple[str, ...] = FILES) -> Note:
    notes = {"a.md": f"{written}\n", "my note.md": "# 글\n"}
    return make_notebook(notes, others=others).by_path["a.md"]


@pytest.mark.parametrize(
    ("written", "target", "code"),
    [
        ("![](img/my shot.png)", "img/my shot.png", "link-spaces-repaired"),
        ('![](img/my shot.png "제목")', "img/my shot.png", "link-spaces-repaired"),
        ("[x](my note.md#글)", "my note.md", "link-spaces-repaired"),
        ("[![](img/my shot.png)](https://a.example)", "img/my shot.png", "link-spaces-repaired"),
        ("![](img/my%2520shot.png)", "img/my shot.png", "link-target-repaired"),
        ("![](%25EA%25B7%25B8%25EB%25A6%25BC.png)", "그림.png", "link-target-repaired"),
        ("![](나.png)", "%EB%82%98.png", "link-target-repaired"),
        ("![](img/50%25.png)", "img/50%.png", None),
        ("![](<img/my shot.png>)", "img/my shot.png", None),
        ("![](.images/a.png)", ".images/a.png", None),
    ],
)
def test_a_picture_is_found(written: str, target: str, code: str | None) -> None:
    note = note_with(written)
    assert target in [linked.target for linked in note.links]
    assert [finding.code for finding in note.findings] == ([code] if code else [])


COMPOSED = unicodedata.normalize("NFC", "그림.png")
DECOMPOSED = unicodedata.normalize("NFD", "그림.png")


@pytest.mark.parametrize(
    ("path", "written"), [(COMPOSED, DECOMPOSED), (DECOMPOSED, COMPOSED)], ids=["NFC", "NFD"]
)
def test_in_which_form_hangul_is_written_nobody_sees(path: str, written: str) -> None:
    note = note_with(f"![]({written})", (path,))
    assert note.links[0].target == path
    assert not note.findings


def test_a_picture_is_found_from_the_top_and_by_a_name_that_tells() -> None:
    files = ("attachments/a.png", "img/트랜잭션 격리.png", "x/image 1.png", "y/a b.png")
    notes = {
        "week1/b.md": "![](attachments/a.png)\n![](../no/트랜잭션%20격리.png)\n"
        "![](image%201.png)\n![](b.png)\n[c](week2/c.md#다) [d](week2/e.md)\n",
        "week2/c.md": "# 다\n",
    }
    note = make_notebook(notes, others=files).by_path["week1/b.md"]
    targets = [linked.target for linked in note.links]
    assert targets == [files[0], files[1], None, None, "week2/c.md", None]
    assert note.links[4].anchor == "다"
    codes = [finding.code for finding in note.findings]
    assert codes[:4] == ["link-target-repaired"] * 2 + ["image-missing"] * 2
    assert "link-target-repaired" in codes[4:]


def test_the_marks_of_notion_may_be_missing_on_either_side() -> None:
    mark = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"
    notes = {
        "읽기.md": f"[x](읽기%20{mark}/가%20{mark}.md) [y](나.md) [z](다.md)\n",
        f"읽기/가 {mark}.md": "# 가\n",
        f"나 {mark}.md": "# 나\n",
        f"다 {mark}.md": "# 다\n",
        f"다 {mark[::-1]}.md": "# 다른 다\n",
    }
    note = make_notebook(notes).by_path["읽기.md"]
    targets = [linked.target for linked in note.links]
    assert targets == [f"읽기/가 {mark}.md", f"나 {mark}.md", None]


def test_a_post_is_found_by_the_address_that_jekyll_gives_it() -> None:
    notes = {
        "a.md": "[x](/2026/03/02/join.html) [y](/sql/2026/03/02/join/) [z](2026/03/03/b.html)\n",
        "_posts/2026-03-02-join.md": "# 조인\n",
        "2026/03/03/b.md": "# 나\n",
    }
    note = make_notebook(notes).by_path["a.md"]
    post = "_posts/2026-03-02-join.md"
    assert [linked.target for linked in note.links] == [post, post, "2026/03/03/b.md"]


@pytest.mark.parametrize(
    "url",
    [
        "C:\\Users\\narae\\a.png", "C:/Users/narae/a.png", "D:\\김 나래\\a b.png", "file:///tmp/a.png",
        "FILE://c/a.png", "/Users/narae/a.png", "/home/narae/a.png", "~/a.png", "blob:https://a.example/1",
        "attachment:a.png",
    ],
)  # fmt: skip
def test_a_picture_on_its_author_s_computer_is_told(url: str) -> None:
    (finding,) = note_with(f"![]({url})").findings
    assert (finding.code, str(finding.severity)) == ("image-local", "warning")


def test_a_link_to_its_author_s_computer_is_told() -> None:
    (finding,) = note_with("[x](file:///tmp/a.pdf)").findings
    assert finding.code == "link-local"


def test_a_folder_of_that_name_in_the_notebook_comes_first() -> None:
    note = note_with("![](/home/a.png)", ("home/a.png",))
    assert (note.links[0].target, note.findings) == ("home/a.png", ())


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (f"data:image/png;base64,{DOT}", True),
        ("data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=", True),
        ("data:image/jpeg;base64,/9j/4AAQSkZJRgABAQ==", True),
        (f"data:image/jpeg;base64,{DOT}", False),  # which it isn't
        ("data:image/svg+xml;base64,PHN2Zz4=", False),
        ("data:image/png,x", False),
        (f"data:text/html;base64,{DOT}", False),
        ("data:image/png;base64," + DOT + "A" * 1_000_000, False),
    ],
)
def test_an_embedded_picture_is_shown_if_it_is_one(url: str, shown: bool) -> None:
    note = note_with(f"![]({url})")
    assert (note.links[0].outcome, note.links[0].ok) == ("embedded", shown)
    assert [finding.code for finding in note.findings] == ([] if shown else ["image-embedded"])


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("![a](no such.png)", ["image-missing"]),
        ("[a](no such.md)", ["link-target-missing"]),
        ("배열[1](두 번째 원소) [b](see below) [c](a.md 'title') [d](my%20note.md (title))", []),
        ("[a](https://a.example/b c.png)", []),
        ("`![a](img/my shot.png)`", []),
    ],
)
def test_what_names_no_file_isn_t_taken_for_one(written: str, codes: list[str]) -> None:
    assert [finding.code for finding in note_with(written).findings] == codes
