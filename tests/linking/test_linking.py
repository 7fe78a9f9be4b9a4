"""Links within the notebook, references out of it, people, backlinks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campnotes.linking.addresses import read_relative
from campnotes.linking.file_index import FileIndex
from campnotes.linking.notebook import link_notebook
from campnotes.linking.references import canonical_address, reference_kind, short_address
from campnotes.linking.surroundings import survey
from campnotes.parsing.note import parse_note
from campnotes.settings import PersonSettings, Settings
from support.fences import read_parts
from support.notebooks import make_notebook

NOTES = {
    "README.md": "# 노트\n",
    "week1/day1/day1.md": "# Day1\n\n## 강의 정리\n",
    "week1/day2/README.md": "# Day2\n",
    "week1/코드 리뷰.md": "# 코드 리뷰\n",
}
HERE = "week1/day9/day9.md"
OWN = Settings(repository="https://github.com/camp/notes", folder="docs")


def link(written: str, settings: Settings | None = None) -> tuple[str, str | None, str, bool]:
    book = make_notebook(NOTES | {HERE: f"# Day9\n\n{written}\n"}, settings, ("img/a.png",))
    linked = book.by_path[HERE].links[0]
    return str(linked.outcome), linked.target, linked.anchor, linked.ok


@pytest.mark.parametrize(
    ("url", "target", "anchor"),
    [
        ("../day1/day1.md", "week1/day1/day1.md", ""),
        ("../day1/day1.md#강의-정리", "week1/day1/day1.md", "강의-정리"),
        ("../day1/day1.md#%EA%B0%95%EC%9D%98-%EC%A0%95%EB%A6%AC", "week1/day1/day1.md", "강의-정리"),
        ("../day1/day1", "week1/day1/day1.md", ""),
        ("../Day1/DAY1.md", "week1/day1/day1.md", ""),
        ("../day2", "week1/day2/README.md", ""),
        ("../day2/", "week1/day2/README.md", ""),
        ("/week1/day1/day1.md", "week1/day1/day1.md", ""),
        ("..\\day1\\day1.md", "week1/day1/day1.md", ""),
        ("<../코드 리뷰.md>", "week1/코드 리뷰.md", ""),
        ("../%EC%BD%94%EB%93%9C%20%EB%A6%AC%EB%B7%B0.md", "week1/코드 리뷰.md", ""),
        ("https://github.com/camp/notes/blob/main/docs/week1/day1/day1.md#강의-정리",
         "week1/day1/day1.md", "강의-정리"),
        ("https://github.com/camp/notes/tree/feature/x/docs/week1/day2", "week1/day2/README.md", ""),
        ("https://raw.githubusercontent.com/camp/notes/main/docs/README.md", "README.md", ""),
    ],
)  # fmt: skip
def test_links_between_notes(url: str, target: str, anchor: str) -> None:
    assert link(f"[x]({url})", OWN) == ("note", target, anchor, True)


def test_an_anchor_is_found_however_its_hangul_is_composed() -> None:
    composed, apart = (unicodedata.normalize(form, "정리") for form in ("NFC", "NFD"))
    for typed, heading in ((composed, apart), (apart, composed)):
        book = make_notebook({"a.md": f"[x](b.md#{typed}) [y](#{typed})\n\n## {heading}\n",
                              "b.md": f"## {heading}\n"})  # fmt: skip
        links = book.by_path["a.md"].links
        assert [(linked.anchor, linked.ok) for linked in links] == [(heading, True)] * 2
        assert book.findings == ()


def anchor_cases() -> Iterator[tuple[str, str, list[str]]]:
    """Go through the notes in `cases/anchors.md`, each with where its links lead."""
    title = ""
    notes: list[str] = []
    file = Path(__file__).parent / "cases" / "anchors.md"
    for part in read_parts(file.read_text("utf-8")):
        if isinstance(part, str):
            title, notes = part, []
        elif part.kind == "markdown":
            notes.append(part.text)
        else:
            for note in notes:
                yield title, note, part.lines
            notes = []


@pytest.mark.parametrize(("title", "note", "anchors"), list(anchor_cases()))
def test_links_to_sections(title: str, note: str, anchors: list[str]) -> None:
    links = make_notebook({"a.md": note}).notes[0].links
    assert [f"#{link.anchor}" if link.ok else "-" for link in links] == anchors, title


def test_of_files_equally_near_the_first_is_suggested_at_every_run() -> None:
    paths = [f"day/{letter}.md" for letter in "abcdefghijklmnopqrstuvw"]
    assert FileIndex.of(paths).similar("day/z.md") == "day/a.md"
    assert FileIndex.of(paths[::-1]).similar("day/z.md") == "day/w.md"


@pytest.mark.parametrize(
    ("written", "outcome", "code"),
    [
        ("[x](../day8/day8.md)", "missing", "link-target-similar"),
        ("[x](nothing/at-all.txt)", "missing", "link-target-missing"),
        ("[x](../day1/day1.md#없는-제목)", "note", "link-anchor-missing"),
        ("[x](../../../etc/passwd)", "outside", "link-outside-notebook"),
        ("[x](javascript:alert(1))", "unsafe", "link-unsafe"),
        ("[x](java&#10;script:alert(1))", "unsafe", "link-unsafe"),
        ("[x](vbscript:x)", "unsafe", "link-unsafe"),
        ("[x](data:text/html,x)", "unsafe", "link-unsafe"),
        ("<a href='JaVaScRiPt:x'>x</a>", "unsafe", "link-unsafe"),
        ("![x](no.png)", "missing", "image-missing"),
        ("![x](https://s3.us-west-2.amazonaws.com/secure.notion-static.com/1/a.png)", "external",
         "image-expired"),
        ("[x](../Day1/day1.md)", "note", "link-target-repaired"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_a_finding(written: str, outcome: str, code: str) -> None:
    book = make_notebook(NOTES | {HERE: f"# Day9\n\n{written}\n"})
    note = book.by_path[HERE]
    assert str(note.links[0].outcome) == outcome
    assert [(f.code, f.line) for f in note.findings] == [(code, 3)]


@pytest.mark.parametrize(
    ("written", "anchor"),
    [
        ("[위에서](#소-개)", "1-소개"),
        ("[소개](#intro)", "1-소개"),
        ("[위에서](#회고)", "2-학습-회고"),
        ("[다른 노트](b.md#소개)", "2-소개"),
    ],
)
def test_an_anchor_in_running_text_leads_to_the_heading_that_it_means(
    written: str, anchor: str
) -> None:
    text = f"# 하루\n\n{written}\n\n## 1. 소개\n## 2. 학습 회고\n"
    book = make_notebook({"a.md": text, "b.md": "# 이틀\n\n## 2. 소개\n"})
    note = book.by_path["a.md"]
    assert note.links[0].anchor == anchor
    assert [(f.code, f.line) for f in note.findings] == [("link-anchor-repaired", 3)]


def test_an_anchor_that_may_mean_several_headings_is_left_alone() -> None:
    text = "# 하루\n\n[여기](#정리) [저기](#없는-것)\n\n## 강의 정리\n## 과제 정리\n"
    note = make_notebook({"a.md": text}).notes[0]
    assert [f.code for f in note.findings] == ["link-anchor-missing", "link-anchor-missing"]


def test_every_finding_can_be_told() -> None:
    book = make_notebook(NOTES | {HERE: "[x](javascript:x) ![y](no.png) [z](../day8.md)\n"})
    for finding in book.findings:
        assert "{" not in finding.message() + finding.advice()


@pytest.mark.parametrize(
    ("written", "canonical", "kind"),
    [
        ("https://www.Example.com/a/", "https://example.com/a", "page"),
        ("https://example.com/a?utm_source=x&b=1#c", "https://example.com/a?b=1", "page"),
        ("https://youtu.be/abcdefghijk?si=x", "https://youtube.com/watch?v=abcdefghijk", "video"),
        ("https://www.youtube.com/watch?v=abcdefghijk&t=10s",
         "https://youtube.com/watch?v=abcdefghijk", "video"),
        ("http://arxiv.org/pdf/1706.03762v7.pdf", "https://arxiv.org/abs/1706.03762", "paper"),
        ("https://github.com/o/n", "https://github.com/o/n", "repository"),
        ("https://github.com/o/n/blob/main/week1/day1.md#L3",
         "https://github.com/o/n/blob/main/week1/day1.md", "note"),
        ("https://github.com/o/n/blob/main/src/a.py", "https://github.com/o/n/blob/main/src/a.py",
         "code"),
        ("https://raw.githubusercontent.com/o/n/main/a.md", "https://github.com/o/n/blob/main/a.md",
         "note"),
        ("https://gist.github.com/o/1", "https://gist.github.com/o/1", "code"),
        ("https://docs.python.org/3/library/re.html", "https://docs.python.org/3/library/re.html",
         "docs"),
        ("https://wikidocs.net/22592", "https://wikidocs.net/22592", "docs"),
        ("https://m.blog.naver.com/me/123", "https://blog.naver.com/me/123", "article"),
        ("https://velog.io/@me/글", "https://velog.io/@me/%EA%B8%80", "article"),
        ("https://me.tistory.com/1", "https://me.tistory.com/1", "article"),
        ("https://www.notion.so/a-1", "https://notion.so/a-1", "notion"),
        ("https://example.com/a.pdf", "https://example.com/a.pdf", "asset"),
        ("https://user-images.githubusercontent.com/1/a.png",
         "https://user-images.githubusercontent.com/1/a.png", "asset"),
    ],
)  # fmt: skip
def test_references_have_one_address_and_a_kind(written: str, canonical: str, kind: str) -> None:
    assert canonical_address(written) == canonical
    assert reference_kind(canonical) == kind


@given(st.text(alphabet="abcXYZ09.-_~/?#&=%:@가 ", max_size=40))
def test_canonical_addresses_are_settled(rest: str) -> None:
    once = canonical_address(f"https://example.com/{rest}")
    assert canonical_address(once) == once
    short_address(once)


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_address_is_too_strange(url: str, folder: str) -> None:
    found = read_relative(url, f"{folder}/a.md").path
    assert found is None or not found.startswith("..")
    if found:
        FileIndex.of(["a.md", "b/README.md"]).find(found)


def test_references_are_gathered_over_notes() -> None:
    book = make_notebook(
        {
            "a.md": "[어텐션 논문](https://arxiv.org/abs/1706.03762)\n",
            "b.md": "https://arxiv.org/pdf/1706.03762\n\n![x](https://e.example/p.png)\n",
        }
    )
    paper, image = book.references
    assert (paper.kind, paper.title) == ("paper", "어텐션 논문")
    assert [(c.path, c.line) for c in paper.cited_by] == [("a.md", 1), ("b.md", 1)]
    assert image.kind == "asset"


def test_short_names_lead_to_people_and_shared_ones_to_nobody() -> None:
    session = "# Day\n\n## 피어세션\n\n##### 큐\n\n발표자: "
    book = make_notebook(
        {
            "day1.md": session + "윤서진, 문가온, 최가온\n",
            "day2.md": session + "서진님\n",
            "day3.md": session + "가온님\n",
        }
    )
    assert [p.name for p in book.people] == ["문가온", "윤서진", "최가온"]
    seojin = next(p for p in book.people if p.name == "윤서진")
    assert seojin.aliases == ("서진님",)
    assert [c.path for c in seojin.presentations] == ["day1.md", "day2.md"]
    assert [f.code for f in book.by_path["day3.md"].findings] == ["person-ambiguous"]


def test_people_told_in_the_settings() -> None:
    people = {"백도현": PersonSettings(aliases=("Baek Dohyun",), accounts=("dohyun-b",))}
    text = "## 피어세션\n\n### 시험\n\nPresenter: Baek Dohyun\n"
    person = make_notebook({"a.md": text}, Settings(people=people)).people[0]
    assert (person.name, person.accounts) == ("백도현", ("https://github.com/dohyun-b",))


def test_an_account_is_that_of_the_one_who_presents_its_notes() -> None:
    text = "## 피어세션\n\n##### 큐\n\n발표자: 윤서진\n\nhttps://github.com/sj/til/blob/main/a.md\n"
    assert make_notebook({"a.md": text}).people[0].accounts == ("https://github.com/sj",)


def test_presenters_told_in_front_matter() -> None:
    note = make_notebook({"a.md": "---\npresenters: [윤서진, Minji Kim]\n---\n# 큐\n"}).notes[0]
    assert [(p.name, p.role) for p in note.people] == [
        ("Minji Kim", "presenter"),
        ("윤서진", "presenter"),
    ]


def test_backlinks_of_links_and_mentions() -> None:
    book = make_notebook(
        {"day1.md": "# a\n", "day2.md": "[x](day1.md)\n\n1일차에서\n", "c.md": "[y](day1.md#a)\n"}
    )
    assert [(b.path, b.line, b.mention) for b in book.backlinks["day1.md"]] == [
        ("c.md", 1, False),
        ("day2.md", 1, False),
        ("day2.md", 3, True),
    ]


def test_drafts_are_not_part_of_the_notebook() -> None:
    book = make_notebook({"a.md": "---\ndraft: true\n---\n# a\n", "b.md": "# b\n"})
    assert [n.path for n in book.notes] == ["b.md"]


def test_large_images_are_a_finding() -> None:
    parsed = [parse_note("![x](img/a.png)\n", "a.md")]
    around = survey(parsed, Settings(), ("img/a.png",), large_images={"img/a.png": 2_500_000})
    (finding,) = link_notebook(parsed, around).findings
    assert finding.code == "image-large"
    assert "2.5 MB" in finding.message()
