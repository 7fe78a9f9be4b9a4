"""A site is found and shared: its address, what its pages tell, its feeds and its Markdown."""

from __future__ import annotations

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import feedparser
import pytest
from lxml import etree

from support.sites import BuiltSite, build_anything, build_with

HOME = "https://mulgyeol-camp.github.io/notebook/"
NOTES = {
    "README.md": "# 물결 & 노트\n\n캠프에서 매일 배운 것을 적었다. 찾는 사람이 있으면 좋겠다.\n",
    "week1/day1.md": (
        "---\ndate: 2026-03-02\ntags: [nlp]\ntitle: 'Day1 </script><b>& \"어텐션\"'\n---\n"
        "<!-- 남몰래: 오늘은 졸았다 -->\n날짜: 2026-03-02\n\n"
        "어텐션은 값들의 가중합이다. 가중치는 질의와 열쇠가 얼마나 닮았는지, 곧 두 벡터의 내적에서 온다. 셋째 문장.\n\n"
        "[다음 날](day2.md) ![그림](./img/queue.svg)\n\n<img src=img/queue.svg width=420>\n\n## 피어세션\n\n### 인덱스는 왜 빠를까 (발표: 김나래)\n\n트리라서.\n"
    ),
    "week1/img/queue.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "week1/day2.md": "---\ndate: 2026-03-03\nnoindex: true\n---\n# Day2\n\n둘째 날에는 정렬을 배웠다.\n",
    "week1/day3.md": "---\ndate: 2026-03-04\ndraft: true\n---\n# Day3\n\n아직 쓰고 있다.\n",
    "week1/day4.md": "---\ndate: 2026-03-05\nauthor: 오지안\n---\n# Day4\n\n- [참고](https://example.com/a)\n\n## 트랜잭션\n\n## 잠금\n",
}  # fmt: skip


def git(folder: Path, *arguments: str) -> None:
    told = ["-c", "user.name=나래", "-c", "user.email=narae@example.com"]
    subprocess.run(["git", "-C", str(folder), *told, *arguments], check=True, capture_output=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    notebook = tmp_path_factory.mktemp("shared") / "notes"
    for path, text in NOTES.items():
        file = notebook / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    git(notebook, "init", "-q")
    git(notebook, "remote", "add", "origin", "git@github.com:Mulgyeol-Camp/notebook.git")
    git(notebook, "add", ".")
    git(notebook, "commit", "-qm", "Notes", "--date=2026-03-09T12:00:00+0900")
    return build_anything(notebook, notebook.parent / "site")


def head(site: BuiltSite, url: str) -> str:
    return site.text(url).partition("</head>")[0]


def metas(site: BuiltSite, url: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', head(site, url))
    return {name: unescape(value) for name, value in found}


def data(site: BuiltSite, url: str) -> dict[str, Any]:
    written = re.findall(r'type="application/ld\+json">(.*?)</script>', head(site, url))
    assert len(written) == 1
    loaded: dict[str, Any] = json.loads(written[0])
    return loaded


def test_the_address_is_that_of_the_repository_s_pages(site: BuiltSite) -> None:
    assert f'<link rel="canonical" href="{HOME}week1/day1/">' in head(site, "week1/day1/")


def test_the_site_map_has_every_page_to_be_found_and_when_it_changed(site: BuiltSite) -> None:
    found = etree.parse(site.folder / "sitemap.xml")
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    dates = {
        url.findtext("s:loc", namespaces=names): url.findtext("s:lastmod", namespaces=names)
        for url in found.iterfind("s:url", names)
    }
    assert dates[f"{HOME}week1/day1/"] == "2026-03-09"
    assert dates[f"{HOME}weeks/1/"] is None
    found_pages = set(site.urls()) - kept_out(site)
    assert dates.keys() == {f"{HOME}{quote(url)}" for url in found_pages}


def kept_out(site: BuiltSite) -> set[str]:
    return {url for url in site.urls() if metas(site, url).get("robots") == "noindex"}


def test_a_note_tells_what_it_is_about(site: BuiltSite) -> None:
    told = metas(site, "week1/day1/")
    assert told["description"] == (
        "어텐션은 값들의 가중합이다. 가중치는 질의와 열쇠가 얼마나 닮았는지, 곧 두 벡터의 내적에서 온다."
    )
    assert told["og:description"] == told["description"]
    assert told["og:title"] == 'Day1 </script><b>& "어텐션"'
    assert told["og:type"] == "article"
    assert told["article:published_time"] == "2026-03-02"
    assert metas(site, "week1/day4/")["description"] == "트랜잭션 · 잠금"


def test_no_title_breaks_out_of_what_machines_read(site: BuiltSite) -> None:
    told = data(site, "week1/day1/")
    assert told["headline"] == 'Day1 </script><b>& "어텐션"'
    assert told["datePublished"] == "2026-03-02"
    assert told["dateModified"] == "2026-03-09"
    assert data(site, "people/김나래/")["mainEntity"]["name"] == "김나래"
    assert data(site, "")["@type"] == "WebSite"
    assert data(site, "week1/day4/")["author"] == {"@type": "Person", "name": "오지안"}


def test_each_page_has_one_title_and_one_description(site: BuiltSite) -> None:
    for url in site.urls():
        written = head(site, url)
        assert written.count("<title>") == written.count('name="description"') == 1
        assert written.count('rel="canonical"') == written.count('property="og:title"') == 1
    assert "<title>물결 &amp; 노트</title>" in head(site, "")


def test_pages_that_say_so_are_kept_out_of_search_engines(site: BuiltSite) -> None:
    assert kept_out(site) >= {"week1/day2/", "health/"}
    assert kept_out(site).isdisjoint({"", "week1/day1/", "weeks/1/", "people/김나래/"})


@pytest.mark.parametrize("page", ["", "people/김나래/", "tags/nlp/"])
def test_feeds_can_be_read(site: BuiltSite, page: str) -> None:
    for name in ("feed.xml", "atom.xml"):
        feed = feedparser.parse((site.folder / page / name).read_bytes())
        assert not feed.bozo
        first = feed.entries[-1]
        assert first.title.startswith("Day1")
        assert first.id == first.link == f"{HOME}week1/day1/"
        assert first.summary.startswith("어텐션은 값들의 가중합이다.")
        assert first.published_parsed[:3] == (2026, 3, 2)
        assert f'href="{HOME}' in head(site, page)
        assert f"/{name}" in head(site, page)


def test_a_feed_has_the_newest_first_and_nothing_that_is_kept_back(site: BuiltSite) -> None:
    entries = feedparser.parse((site.folder / "atom.xml").read_bytes()).entries
    days = [entry.link.removeprefix(HOME) for entry in entries]
    assert days == ["week1/day4/", "week1/day1/"]


def test_programs_find_each_note_s_markdown(site: BuiltSite) -> None:
    listed = (site.folder / "llms.txt").read_text("utf-8")
    assert listed.startswith("# 물결 & 노트\n")
    addresses = re.findall(r"\]\(<(.*?)>\)", listed)
    files = {site.folder / address.removeprefix(HOME) for address in addresses}
    assert all(file.is_file() for file in files)
    assert site.folder / "week1/day1/index.md" in files
    assert not list(site.folder.glob("week1/day3*"))
    markdown = (site.folder / "week1/day1/index.md").read_text("utf-8")
    assert markdown.startswith("# Day1")
    assert f"[다음 날]({HOME}week1/day2/index.md)" in markdown
    assert f"![그림]({HOME}week1/img/queue.svg)" in markdown
    assert f"<img src={HOME}week1/img/queue.svg width=420>" in markdown
    assert (site.folder / "week1/img/queue.svg").is_file()
    assert "남몰래" not in markdown


def test_without_an_address_pictures_are_led_to_from_the_markdown(tmp_path: Path) -> None:
    for path in ("week1/day1.md", "week1/img/queue.svg"):
        file = tmp_path / "notes" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(NOTES[path], "utf-8")
    site = build_anything(tmp_path / "notes", tmp_path / "site")
    markdown = (site.folder / "week1/day1/index.md").read_text("utf-8")
    assert "![그림](../img/queue.svg)" in markdown


def test_what_is_off_or_another_s_isn_t_written(tmp_path: Path) -> None:
    notebook = tmp_path / "docs"
    notebook.mkdir()
    (notebook / "day1.md").write_text(NOTES["week1/day1.md"], "utf-8")
    config = {"site_url": "https://example.com/", "site_description": "모두의 설명"}
    site = build_with(notebook, tmp_path / "site", config, feeds=False, llms=False)
    written = [file.name for file in site.folder.rglob("*")]
    assert not {"feed.xml", "atom.xml", "llms.txt"}.intersection(written)
    assert not list(site.folder.rglob("*.md"))
    assert "alternate" not in head(site, "day1/")
    assert metas(site, "")["description"] == "모두의 설명"
    assert metas(site, "day1/")["description"].startswith("어텐션은")


def test_a_link_s_preview_has_a_picture(site: BuiltSite) -> None:
    places = {metas(site, url)["og:image"].removeprefix(HOME) for url in site.urls()}
    assert all((site.folder / place).read_bytes().startswith(b"\x89PNG") for place in places)
    own = metas(site, "week1/day1/")["og:image"]
    assert own != metas(site, "people/김나래/")["og:image"] != metas(site, "")["og:image"]
    assert metas(site, "weeks/1/")["og:image"] == metas(site, "")["og:image"]
    assert metas(site, "")["twitter:card"] == "summary_large_image"


def test_a_tab_shows_the_site_s_sign(site: BuiltSite) -> None:
    assert '<link rel="icon" href="../../assets/campnotes/sign.svg">' in head(site, "week1/day1/")
    assert ">물</text>" in (site.folder / "assets/campnotes/sign.svg").read_text("utf-8")


def test_where_no_page_is_a_reader_finds_all_others(site: BuiltSite) -> None:
    page = site.text("404.html")
    assert "<title>이 쪽은 여기에 없습니다 - 물결 &amp; 노트</title>" in page
    assert '<meta name="robots" content="noindex">' in page
    shown = page[page.index("<article") : page.index("</article>")]
    # The address may lie at any depth.
    assert all(link.startswith("/notebook/") for link in re.findall(r'href="([^"]*)"', shown))
    assert 'href="/notebook/people/"' in shown
    listed = dict(json.loads((site.folder / "assets/campnotes/pages.json").read_text("utf-8")))
    assert listed["week1/day1/"] == 'Day1 </script><b>& "어텐션"'
    assert "health/" not in listed
    assert all(site.file(url).is_file() for url in listed)


def test_a_user_s_own_page_for_that_stays(tmp_path: Path) -> None:
    notebook = tmp_path / "docs"
    notebook.mkdir()
    (notebook / "day1.md").write_text("# Day1\n", "utf-8")
    overrides = tmp_path / "overrides"
    overrides.mkdir()
    (overrides / "404.html").write_text("<p>어디 갔지</p>", "utf-8")
    theme = {"name": "material", "custom_dir": str(overrides)}
    site = build_with(notebook, tmp_path / "site", {"theme": theme})
    assert site.text("404.html") == "<p>어디 갔지</p>"


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_tell_it_too(theme: str, tmp_path: Path) -> None:
    notebook = tmp_path / "docs"
    notebook.mkdir()
    (notebook / "day1.md").write_text(NOTES["week1/day1.md"], "utf-8")
    config = {"theme": {"name": theme}, "site_url": HOME, "plugins": [{"campnotes": {}}]}
    site = build_with(notebook, tmp_path / "site", config)
    for url in site.urls():
        written = head(site, url)
        assert written.count("<title>") == written.count('name="description"') == 1
        assert written.count('rel="canonical"') == written.count('property="og:title"') == 1
    assert "/notebook/people/" in site.text("404.html")


def test_nothing_leads_to_a_feed_that_isn_t_there(tmp_path: Path) -> None:
    notebook = tmp_path / "docs"
    notebook.mkdir()
    (notebook / "어텐션.md").write_text("# 어텐션\n\n값들의 가중합이다.\n", "utf-8")
    kept_back = "---\ndate: 2026-03-03\nnoindex: true\n---\n# Day2\n\n## 피어세션\n\n### 큐 (발표자: 김나래)\n"
    (notebook / "day2.md").write_text(kept_back, "utf-8")
    site = build_with(notebook, tmp_path / "site", {"site_url": HOME})
    assert not (site.folder / "feed.xml").exists()
    assert "rss+xml" not in head(site, "")
    assert "rss+xml" not in site.text("people/김나래/")
