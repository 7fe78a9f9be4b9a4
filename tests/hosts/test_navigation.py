"""What a page shows of the navigation, and what a cohort's site is divided by."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from support.sites import BuiltSite, build_with

Write = Callable[[Mapping[str, str | bytes]], Path]
_MEMBERS = ("김나래", "박도윤", "오지안", "윤서진")
_LINK = re.compile(r'<a href="([^"]*)" class="md-nav__link')


def camp(folder: str = "") -> dict[str, str | bytes]:
    """Three weeks of two days each."""
    days = ((1, 1), (1, 2), (2, 3), (2, 4), (3, 5), (3, 6))
    return {f"{folder}week{week}/day{day}.md": f"# Day {day}\n\n글\n" for week, day in days}


def cohort() -> dict[str, str | bytes]:
    notes: dict[str, str | bytes] = {"README.md": "# 우리 기수\n"}
    for member in _MEMBERS:
        notes |= camp(f"{member}/")
        notes[f"{member}/README.md"] = f"# {member}의 노트\n"
    return notes


def nav_of(site: BuiltSite, url: str) -> list[str]:
    """The addresses in the navigation of a page."""
    page = site.text(url)
    begin = page.index("md-sidebar--primary")
    end = page.index("md-sidebar--secondary")
    return _LINK.findall(page[begin:end])


def test_a_page_shows_its_own_week_and_the_ways_to_others(write: Write, tmp_path: Path) -> None:
    site = build_with(write(camp()), tmp_path / "site")
    shown = nav_of(site, "week2/day3/")
    assert "../day4/" in shown
    assert {"../../weeks/1/", "../../weeks/2/", "../../weeks/3/", "../../contents/"} <= set(shown)
    assert not [url for url in shown if "week1/day" in url or "week3/day" in url]
    assert site.dead_links() == []


def test_a_theme_may_show_all_of_a_small_notebook(write: Write, tmp_path: Path) -> None:
    theme = {"name": "material", "features": ["navigation.sections"]}
    site = build_with(write(camp()), tmp_path / "site", {"theme": theme})
    assert "../../week1/day1/" in nav_of(site, "week2/day3/")


def test_a_given_nav_is_shown_whole(write: Write, tmp_path: Path) -> None:
    nav = [{"가": ["week1/day1.md", "week1/day2.md"]}, {"나": ["week2/day3.md", "week2/day4.md"]}]
    nav.append({"다": ["week3/day5.md", "week3/day6.md"]})
    site = build_with(write(camp()), tmp_path / "site", {"nav": nav})
    assert {"../../week1/day1/", "../../week3/day6/"} <= set(nav_of(site, "week2/day3/"))


def test_the_error_page_shows_the_weeks(write: Write, tmp_path: Path) -> None:
    config = {"site_url": "https://example.org/"}
    site = build_with(write(camp()), tmp_path / "site", config)
    shown = nav_of(site, "404.html")
    assert "/weeks/1/" in shown
    assert "/week1/day1/" not in shown


def test_a_cohort_is_divided_by_member_and_week(write: Write, tmp_path: Path) -> None:
    site = build_with(write(cohort()), tmp_path / "site")
    assert site.dead_links() == []
    shown = nav_of(site, "오지안/week2/day3/")
    assert "../day4/" in shown
    week = site.text("weeks/오지안/2/")
    assert "<h1>오지안 · 2주차</h1>" in week
    assert "week2/day4/" in week
    assert "/박도윤/" not in week
    assert not [url for url in shown if "week1/day" in url or "/박도윤/week" in url]
    member = site.text("members/오지안/")
    assert "week3/day6/" in member
    assert "오지안의 노트" in member
    home = site.text("")
    assert home.count("members/") >= len(_MEMBERS)
    assert 'class="campnotes-day"' not in home


def test_neighbours_are_of_the_same_member(write: Write, tmp_path: Path) -> None:
    site = build_with(write(cohort()), tmp_path / "site")
    last = site.text("김나래/week3/day6/")
    assert 'rel="next"' not in last[last.index("data-campnotes-body") :]
    assert "박도윤" not in last[last.index("data-campnotes-body") : last.index("</article>")]


def test_of_many_members_those_nearby_are_shown(write: Write, tmp_path: Path) -> None:
    notes: dict[str, str | bytes] = {"README.md": "# 우리 기수\n"}
    for number in range(60):
        notes |= camp(f"m{number:02}/")
    site = build_with(write(notes), tmp_path / "site")
    shown = nav_of(site, "m30/week1/day1/")
    members = [url for url in shown if "members/" in url]
    assert 5 < len(members) < 15
    assert "../../../members/31/" not in shown
    assert "../../../members/m31/" in shown
    assert "../../.." in shown
    begin = site.text("m30/week1/day1/").index("md-sidebar--primary")
    end = site.text("m30/week1/day1/").index("md-sidebar--secondary")
    assert end - begin < 20_000
