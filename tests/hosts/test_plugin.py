"""The plugin in the configurations that people have."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from support.sites import build_with

Write = Callable[[Mapping[str, str | bytes]], Path]
CAMP: dict[str, str | bytes] = {
    "README.md": "# 노트\n\n[첫날](week1/day1/day1.md)\n",
    "week1/day1/day1.md": "# Day1\n\n## 목차\n- [정리](#정 리)\n- [정리](#정리하기)\n\n## 정리\n\n"
    "![그림](img/a.png) <img src=./img/a.png width=10> ![없음](img/no.png)\n\n#### 오늘은 정말 많이 배운 하루였다.\n",
    "week1/day1/img/a.png": b"\x89PNG\r\n\x1a\n",
    "week1/day2/day2.md": "# Day2\n\n## 피어세션\n\n##### 큐\n\n발표자: `윤서진`\n\n[책](https://a.example)\n\nday1.md\n",
    "other.md": "# 그 밖의\n",
}


@pytest.mark.parametrize(
    "config",
    [
        {},
        {"use_directory_urls": False},
        {"site_url": "https://example.org/camp/notes/"},
        {"plugins": ["search", "tags", "campnotes"]},
        {"plugins": ["campnotes"]},
        {"theme": {"name": "material", "language": "en", "features": ["navigation.instant"]}},
        {"theme": {"name": "mkdocs"}},
    ],
    ids=[
        "plain",
        "no-directory-urls",
        "sub-path",
        "tags",
        "without-search",
        "english",
        "mkdocs-theme",
    ],
)
def test_strict_builds_without_a_dead_link(
    write: Write, tmp_path: Path, config: dict[str, Any]
) -> None:
    site = build_with(write(CAMP), tmp_path / "site", config)
    assert site.dead_links() == []
    assert len(site.inventory["notes"]) == 4


def test_a_given_nav_is_kept_and_ours_appended(write: Write, tmp_path: Path) -> None:
    nav = [{"시작": "README.md"}, {"하루": ["week1/day1/day1.md", {"둘째": "week1/day2/day2.md"}]}]
    site = build_with(write(CAMP), tmp_path / "site", {"nav": nav})
    home = site.text("")
    assert home.index("시작") < home.index("둘째") < home.index("모아보기")
    assert site.dead_links() == []


def test_the_note_s_page(write: Write, tmp_path: Path) -> None:
    site = build_with(write(CAMP), tmp_path / "site")
    page = site.text("week1/day1/day1/")
    assert 'src="../img/a.png"' in page.replace("../../day1/", "../")
    assert page.count("campnotes-dead-image") == 1
    toc = page[page.index("md-nav--secondary") :]
    assert "오늘은 정말" not in toc[: toc.index("</nav>")]
    assert '<h4 id="오늘은-정말-많이-배운-하루였다" aria-level="3">' in page


def test_two_notes_never_share_an_address(write: Write, tmp_path: Path) -> None:
    notes = {"week1.md": "# 하나\n", "week1/README.md": "# 둘\n", "DAY2.MD": "# 셋\n"}
    site = build_with(write(notes), tmp_path / "site")
    titles = [site.text(n["url"]) for n in site.inventory["notes"]]
    assert sum("<h1 id=" in page for page in titles) == 3
    assert len({n["url"] for n in site.inventory["notes"]}) == 3


def test_a_folder_named_as_ours_keeps_its_notes(write: Write, tmp_path: Path) -> None:
    notes = dict(CAMP) | {"people/README.md": "# 우리 조\n"}
    site = build_with(write(notes), tmp_path / "site")
    assert "우리 조" in site.text("people/")
    assert "윤서진" in site.text("camp-people/")
    assert site.dead_links() == []


def test_front_matter_can_t_end_the_build(write: Write, tmp_path: Path) -> None:
    notes = {
        "a.md": "---\ntemplate: no.html\nicon: ../../x\ntags: {a: b}\nhide: 3\nsearch: no\n"
        "title: [x]\ndescription: {a: 1}\n---\n# 가\n",
        "b.md": "---\ntags: [1, 하나]\ntitle: 나\n---\n글\n",
        "c.md": "---\n: : :\n---\n# 다\n",
    }
    site = build_with(
        write(notes), tmp_path / "site", {"plugins": ["search", "tags", {"campnotes": {}}]}
    )
    assert {n["title"] for n in site.inventory["notes"]} == {"가", "나", "다"}


def test_unreadable_notes_still_have_pages(write: Write, tmp_path: Path) -> None:
    notes: dict[str, str | bytes] = {
        "a.md": b"\xff\xfe\x00",
        "b.md": b"\x80\x81\x00\x07",
        "c.md": "# ok\n",
    }
    site = build_with(write(notes), tmp_path / "site")
    assert len(site.inventory["notes"]) == 3


def test_an_empty_notebook_builds(write: Write, tmp_path: Path) -> None:
    site = build_with(write({"img/a.png": b""}), tmp_path / "site")
    assert site.inventory["notes"] == []


def test_drafts_stay_out(write: Write, tmp_path: Path) -> None:
    site = build_with(
        write({"a.md": "---\ndraft: true\n---\n# 비밀\n", "b.md": "# b\n"}), tmp_path / "site"
    )
    assert not (site.folder / "a").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"start": "soon"}, "start"),
        ({"days_per_week": 9}, "days_per_week"),
        ({"language": "fr"}, "'fr' is none of: en, ja, ko, zh."),
        ({"people": {"윤서진": {"alias": ["a"]}}}, "윤서진"),
        ({"holidays": ["x"]}, "holidays"),
    ],
)
def test_wrong_options_are_told(
    write: Write,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    options: dict[str, Any],
    told: str,
) -> None:
    with pytest.raises(Abort):
        build_with(write(CAMP), tmp_path / "site", None, **options)
    assert told in caplog.text


def test_other_plugins_may_change_the_text(write: Write, tmp_path: Path) -> None:
    hook = tmp_path / "hook.py"
    hook.write_text(
        "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\n## 덧붙임\\n\\n[첫날](day1.md)\\n'\n"
    )
    site = build_with(
        write({"day1.md": "# 하나\n", "day2.md": "# 둘\n"}),
        tmp_path / "site",
        {"hooks": [str(hook)]},
    )
    assert 'id="덧붙임"' in site.text("day2/")
    assert 'href="../day1/"' in site.text("day2/")


def test_findings_are_told_with_file_and_line(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "mkdocs")
    build_with(write({"a.md": "# a\n\n[x](no.md)\n"}), tmp_path / "site")
    assert "a.md:3:1 warning link-target-missing" in caplog.text


def test_mkdocs_own_validation_prints_nothing(
    write: Write, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "mkdocs")
    build_with(write(CAMP), tmp_path / "site")
    assert "contains a link" not in caplog.text


def test_a_file_name_that_is_no_text_is_left_out(write: Write, tmp_path: Path) -> None:
    root = write({"a.md": "# a\n"})
    (root / os.fsdecode(b"\xff.md")).write_text("# b\n")
    site = build_with(root, tmp_path / "site")
    assert [n["path"] for n in site.inventory["notes"]] == ["a.md"]


MATERIAL = (
    '# 하나\n\n## 목차\n- [팁](#팀)\n\n!!! tip "제목"\n\n    [둘](day2.md) ![x](no.png)\n\n'
    "    <script>alert(1)</script> [나쁜](javascript:alert(1))\n\n## 팁\n\n## 팁\n\n"
    '=== "가"\n\n    글\n\n=== "나"\n\n    글\n'
)
EXTENSIONS = {
    "markdown_extensions": [
        "admonition",
        "attr_list",
        {"toc": {"permalink": True}},
        "pymdownx.superfences",
        {"pymdownx.tabbed": {"alternate_style": True}},
    ]
}


def test_material_s_syntax_is_rendered_by_python_markdown(write: Write, tmp_path: Path) -> None:
    notes = {"day1.md": MATERIAL, "day2.md": "# 둘\n", "a/b.md": "글\n{ .annotate }\n"}
    notes["c.md"] = "---\nflavour: material\n---\n글\n{ .annotate }\n"
    site = build_with(write(notes), tmp_path / "site", EXTENSIONS, material=["a"])
    page = site.text("day1/")
    assert '<div class="admonition tip">' in page
    assert 'href="../day2/"' in page
    assert '<label for="__tabbed_1_1">' in page
    assert 'id="팁-1"' in page
    assert 'class="campnotes-dead-image"' in page
    assert "<script>alert" not in page
    assert "javascript:" not in page
    assert 'class="annotate"' in site.text("a/b/")
    assert 'class="annotate"' in site.text("c/")
    assert site.dead_links() == []


def test_github_s_flavour_is_the_rule(write: Write, tmp_path: Path) -> None:
    notes = {
        "a.md": "글\n- 하나\n\n```\n!!! note\n```\n",
        "b.md": "---\nflavour: github\n---\n!!! note\n",
    }
    site = build_with(write(notes), tmp_path / "site", EXTENSIONS)
    assert "<li>하나</li>" in site.text("a/")
    assert "<p>!!! note</p>" in site.text("b/")


SCRIPT = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize("plugins", [["search", "tags"], ["search"]], ids=["theirs", "ours"])
def test_what_strangers_write_is_no_html(plugins: list[str], write: Write, tmp_path: Path) -> None:
    notes = {
        "a.md": f'---\ntitle: "{SCRIPT}"\ntags: ["{SCRIPT}"]\ndescription: "\\"><script>1</script>"\n'
        f'author: "{SCRIPT}"\n---\n글\n',
        "b.md": f"# `{SCRIPT}` 둘\n\n## `{SCRIPT}`\n",
        f"{SCRIPT}/README.md": "# &lt;img src=x onerror=alert(1)&gt;\n",
        f"{SCRIPT}/c.md": "셋\n",
    }
    config = {"plugins": [*plugins, {"campnotes": {}}]}
    site = build_with(write(notes), tmp_path / "site", config)
    for page in site.folder.rglob("*.html"):
        assert not re.search(r"<img src=x|<script>1", page.read_text("utf-8")), page
    of_tags = (site.folder / "tags").glob("*/index.html")
    assert bool(list(of_tags)) == ("tags" not in plugins)


@pytest.mark.parametrize(
    "told",
    [
        "search: &a {boost: *a}",
        f"search: {{boost: 0x{'f' * 4000}}}",
        f"title: 0x{'f' * 4000}",
        f"week: 0x{'f' * 4000}",
        f"tags: [0x{'f' * 4000}]",
        f"extra: &e [*e, 0x{'f' * 4000}]",
        "flavour: [material]",
    ],
)
def test_no_front_matter_ends_the_build(write: Write, tmp_path: Path, told: str) -> None:
    site = build_with(write({"a.md": f"---\n{told}\n---\n# 하나\n\n글\n"}), tmp_path / "site")
    assert "글" in site.text("a/")
