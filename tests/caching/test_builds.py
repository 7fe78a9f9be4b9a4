"""Any sequence of builds with a cache gives, byte for byte, the site of a build without one."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from campnotes.cli import main
from campnotes.notebook.dates.camp import this_day

NAMES = [
    "week1/day1.md",
    "week1/day2.md",
    "week2/day6.md",
    "README.md",
    "개념/경사 하강.md",
    "SUMMARY.md",
]
RENAMED = ["week1/day1.md", "week1/day3.md", "week2/day2.md", "개념/경사 하강.md", "개념/둘째.md"]
PIECES = [
    "# Day 1 정렬\n",
    "# Day 2\n",
    "---\ntitle: 다른 제목\n---\n",
    "---\npresenters: [오지안]\ntags: [a]\n---\n",
    "---\ndraft: true\n---\n# 초안\n",
    "[둘째](day2.md) · [가](#가)\n",
    "[첫째](../week1/day1.md#가) ![그림](a.png)\n",
    "- [가](#가)\n- [정규화](#정규화)\n\n**정규화**: 값\n",
    "## 가\n\n**값(value)**은 하나다. $x$\n",
    "## 피어세션\n\n### 동적 계획법 - 김나래\n\n- 왜 그런가요?\n",
    "### 그래프 - 박도윤\n\nhttps://example.com/a\n",
    "```mermaid\ngraph TD\n```\n",
    "Day 1과 day6.md를 본다.\n",
    "![[경사 하강]]\n\n[[경사 하강#가|내려가기]] [[day2]] [[GD]] ![[a.png|300]]\n",
    "[[0, 1], [2, 3]]과 [[없는 것]]\n",
    "---\naliases: [GD]\n---\n# 경사 하강\n",
    '> [!bug]- 접힌 것\n> 값\n\n!!! warning "상자"\n    ==형광== %%숨김%%\n',
    "#정렬 #정렬/빠른\n\n[주](../week1) [개념](/개념/) [숨은 그림](../.gitbook/assets/b.png)\n",
    "![숨은](../.gitbook/assets/b.png) (https://example.com/길)은\n",
    "* [첫째](week1/day1.md)\n* [경사](<개념/경사 하강.md>)\n\n## 둘째 부분\n\n* [둘째](week1/day2.md)\n",
    "1. [정렬의 모든 것](day1.md)\n2. [그래프](../week2/day6.md)\n",
]
MANY_NOTES = "campnotes.reading.MOST_WITH_TOKENS"
# Of a size that pages tell.
PICTURES = [
    b"\x89PNG\r\n\x1a\n",
    b"GIF89a\x03\x00\x04\x00\x00\x00\x00",
    b"GIF89a\x05\x00\x06\x00\x00\x00\x00",
]
CONFIGURATIONS = [
    "",
    "site_name: 다른 이름\n",
    "markdown_extensions: [{toc: {permalink: true, toc_depth: 2}}]\n",
    "plugins: [search, {campnotes: {repair_emphasis: false, language: en}}]\n",
    "plugins: [search, {campnotes: {repair_addresses: false}}]\n",
    "exclude_docs: week1/day2.md\ndraft_docs: week2/day6.md\n",
    "repo_url: https://github.com/cohort/notes\nedit_uri: edit/main/\n",
    "plugins: [search, {campnotes: {start: 2026-03-02, remote_images: ask}}]\n",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=4).map("\n".join)
PICTURE = st.sampled_from([None, *PICTURES])
# A text or a picture; `None` for a deletion, a path for another place.
Written = str | bytes | Path | None
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(NAMES), TEXTS),
        st.tuples(st.sampled_from(NAMES), st.none()),
        st.tuples(st.sampled_from(NAMES), st.sampled_from(RENAMED).map(Path)),
        st.tuples(st.sampled_from(["week2/a.png", ".gitbook/assets/b.png"]), PICTURE),
        st.tuples(st.just("mkdocs.yml"), st.sampled_from(CONFIGURATIONS)),
    ),
    min_size=1,
    max_size=3,
)


def change(notes: Path, path: str, text: Written) -> None:
    file = notes / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        file.unlink(missing_ok=True)
    elif isinstance(text, bytes):
        file.write_bytes(text)
    elif isinstance(text, Path):
        if file.exists():
            (notes / text).parent.mkdir(exist_ok=True)
            file.rename(notes / text)
    elif path == "mkdocs.yml":
        file.write_text(f"theme: mkdocs\ndocs_dir: .\n{text}", "utf-8")
    else:
        file.write_text(text, "utf-8")


def build(notes: Path, site: Path, cache: str) -> dict[str, bytes]:
    """Build a site, and give its files."""
    environment = {"CAMPNOTES_CACHE": cache, "SOURCE_DATE_EPOCH": "1700000000"}
    result = CliRunner().invoke(main, ["build", str(notes), "-o", str(site)], env=environment)
    assert result.exit_code == 0, result.output
    return files_of(site)


def files_of(site: Path) -> dict[str, bytes]:
    files = filter(Path.is_file, site.rglob("*"))
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


@settings(max_examples=int(os.environ.get("CAMPNOTES_BUILDS", "3")))
@given(
    first=st.lists(TEXTS, min_size=3, max_size=len(NAMES)),
    changes=st.lists(CHANGES, min_size=1, max_size=3),
    most=st.sampled_from([0, 200]),
)
def test_builds_one_after_the_other_give_what_a_first_one_gives(
    first: list[str], changes: list[list[tuple[str, Written]]], most: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, patch(MANY_NOTES, most):
        notes, site, cache = Path(folder, "notes"), Path(folder, "site"), str(Path(folder, "cache"))
        change(notes, "mkdocs.yml", "")
        change(notes, "week2/a.png", PICTURES[0])
        change(notes, ".gitbook/assets/b.png", PICTURES[1])
        for name, written in zip(NAMES, first, strict=False):
            change(notes, name, written)
        build(notes, site, cache)
        for step in changes:
            for path, text in step:
                change(notes, path, text)
            warm = build(notes, site, cache)
            assert warm == build(notes, Path(folder, "cold"), "")


BESIDE_EACH_OTHER: dict[str, Written] = {
    "mkdocs.yml": "",
    "week1/day1.md": "# Day 1\n\n![[경사 하강]]\n\n[[GD]] [[0, 1]] [주](../week2) ![[a.png]]\n\n#정렬\n",
    "week2/day6.md": "# Day 6\n\n[첫째](../week1/day1.md) ![그림](a.png) (https://example.com/길)은\n",
    "README.md": "1. [하나](week1/day1.md)\n2. [개념](개념/)\n",
    "개념/경사 하강.md": "---\naliases: [GD]\n---\n# 경사 하강\n",
    "개념/행렬.md": "[[0, 1], [2, 3]]\n",
    "week2/a.png": PICTURES[1],
}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("개념/경사 하강.md", Path("개념/내려가기.md")),
        ("개념/경사 하강.md", "---\naliases: [GD]\n---\n# 다른 제목\n"),
        ("개념/경사 하강.md", "# 경사 하강\n"),
        ("개념/경사 하강.md", None),
        ("week1/day1.md", Path("week1/day3.md")),
        ("week1/day1.md", "# Day 1\n"),
        ("week1/day1.md", "# Day 1 정렬\n\n[[경사 하강]]\n"),
        (
            "week2/day6.md",
            "# Day 6\n\n## 피어세션\n\n### 큐 - 김나래\n\n- Q. 왜요?\n  - A. 그래서요.\n",
        ),
        ("week2/README.md", "# 둘째 주\n"),
        ("week2/a.png", PICTURES[2]),
        ("week2/a.png", None),
        ("README.md", "1. [정렬의 모든 것](week1/day1.md)\n2. [경사](<개념/경사 하강.md>)\n"),
        ("SUMMARY.md", "* [첫날](week1/day1.md)\n\n## 부분\n\n* [여섯째](week2/day6.md)\n"),
        ("mkdocs.yml", "plugins: [search, {campnotes: {repair_addresses: false}}]\n"),
        ("mkdocs.yml", "plugins: [search, {campnotes: {language: en, remote_images: ask}}]\n"),
        ("mkdocs.yml", "draft_docs: week1/day1.md\n"),
    ],
)
def test_a_note_shows_what_became_of_the_others(tmp_path: Path, path: str, text: Written) -> None:
    notes, cache = tmp_path / "notes", str(tmp_path / "cache")
    for name, written in BESIDE_EACH_OTHER.items():
        change(notes, name, written)
    # Of a big notebook more is kept, and it is packed.
    with patch(MANY_NOTES, 0):
        build(notes, tmp_path / "site", cache)
        change(notes, path, text)
        warm = build(notes, tmp_path / "site", cache)
    assert warm == build(notes, tmp_path / "cold", "")


def test_two_builds_in_two_places_at_two_times_are_the_same(tmp_path: Path) -> None:
    sites = []
    machines = [
        ("one", 1_600_000_000, {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}),
        ("a/deeper/place", 1_800_000_000, {"TZ": "Pacific/Honolulu", "PYTHONHASHSEED": "2"}),
    ]
    for place, changed, machine in machines:
        notes = tmp_path / place / "notes"
        for name, text in zip(NAMES, PIECES[5:], strict=False):
            change(notes, name, text)
            os.utime(notes / name, (changed, changed))
        environment = {
            **os.environ,
            **machine,
            "CAMPNOTES_CACHE": "",
            "SOURCE_DATE_EPOCH": "1700000000",
        }
        site = tmp_path / place / "notes-site"
        command = [sys.executable, "-m", "campnotes", "build", str(notes)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        sites.append(files_of(site))
    assert "sitemap.xml.gz" in sites[0]
    assert sites[0] == sites[1]


def test_a_year_that_nobody_tells_is_that_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert this_day() == date(2023, 11, 14)


def test_a_damaged_cache_is_told_and_gives_the_same_site(tmp_path: Path) -> None:
    notes, site, cache = tmp_path / "notes", tmp_path / "site", tmp_path / "cache"
    change(notes, "week1/day1.md", "# Day 1\n\n하나\n")
    first = build(notes, site, str(cache))
    for entry in filter(Path.is_file, cache.rglob("??/*")):
        entry.write_bytes(b"something else")
    environment = {"CAMPNOTES_CACHE": str(cache), "SOURCE_DATE_EPOCH": "1700000000"}
    arguments = ["build", str(notes), "-o", str(site)]
    result = CliRunner().invoke(main, arguments, env=environment)
    assert "Damaged entries of the cache" in result.output
    assert files_of(site) == first


def test_nothing_is_kept_within_the_notebook(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    change(notes, "week1/day1.md", "# Day 1\n")
    build(notes, tmp_path / "site", str(notes / ".cache"))
    assert not (notes / ".cache").exists()
