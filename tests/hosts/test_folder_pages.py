"""Folders, hidden pictures and books in a built site."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from support.sites import build_anything

Write = Callable[[Mapping[str, str | bytes]], Path]
PNG = b"\x89PNG\r\n\x1a\n"


def test_links_to_folders_lead_within_the_site(write: Write, tmp_path: Path) -> None:
    root = write(
        {
            "README.md": "# 노트\n[주](week1/) [자바](java/) [코드](src/) [글](one)\n",
            "week1/day1.md": "# Day1\n\n[위](..) [뿌리](/) [자바](../java) [없는](nothing/)\n",
            "week1/day2.md": "# Day2\n",
            "java/a.md": "# 배열\n",
            "java/old/b <i>.md": "# 연결 & 목록\n",
            "java/c.py": "x = 1\n",
            "src/d.py": "y = 1\n",
            "one/e.md": "# 하나\n",
        }
    )
    site = build_anything(root, tmp_path / "site")
    assert site.dead_links() == []
    assert "campnotes-dead" not in site.text("")
    assert site.page("").links.count("weeks/1/") > 1  # the calendar's, and the note's
    assert {"folders/java/", "folders/src/", "one/e/"} <= set(site.page("").links)
    assert "../../folders/java/" in site.page("week1/day1/").links
    assert site.text("week1/day1/").count("campnotes-dead") == 1
    java = site.text("folders/java/")
    assert {"배열", "연결 &amp; 목록", "c.py"} <= set(re.findall(r"(?<=>)[^<>\n]+(?=<)", java))
    assert "d.py" in site.text("folders/src/")
    codes = [finding["code"] for finding in site.inventory["findings"]]
    assert codes.count("link-folder") == 5


def test_folders_that_no_note_links_to_have_no_page(write: Write, tmp_path: Path) -> None:
    site = build_anything(
        write({"java/a.md": "# 배열\n", "java/b.md": "# 나\n"}), tmp_path / "site"
    )
    assert not (site.folder / "folders").exists()


def test_pictures_in_hidden_folders_are_shown_at_addresses_that_hosts_serve(
    write: Write, tmp_path: Path
) -> None:
    root = write(
        {
            "a.md": "# 가\n![x](.gitbook/assets/a.png) ![y](/.images/b.png)\n",
            ".gitbook/assets/a.png": PNG,
            ".gitbook/assets/unused.png": PNG,
            ".images/b.png": PNG,
            "images/b.png": PNG,
        }
    )
    site = build_anything(root, tmp_path / "site")
    assert site.page("a/").sources == ["../gitbook/assets/a.png", "../images/b.png"]
    assert site.dead_links() == []
    assert not list(site.folder.rglob("unused.png"))


def test_a_summary_gives_its_order_its_titles_and_its_parts(write: Write, tmp_path: Path) -> None:
    root = write(
        {
            "README.md": "# 책\n",
            "SUMMARY.md": "# Table of contents\n\n* [책](README.md)\n* [둘 & 하나](b.md)\n"
            "* [하나](a.md)\n\n## 부록 & 표\n\n* [셋](c.md)\n",
            "a.md": "# 가\n",
            "b.md": "# 나\n",
            "c.md": "# 다\n",
            "d.md": "# 라\n",
        }
    )
    site = build_anything(root, tmp_path / "site")
    links = site.page("").links
    order = [links.index(url) for url in ("b/", "a/", "c/", "d/")]
    assert order == sorted(order)
    assert "둘 &amp; 하나" in site.text("")
    assert "부록 &amp; 표" in site.text("")
    assert site.dead_links() == []
