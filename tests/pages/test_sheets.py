"""A week's notes on one page, for who prints without JavaScript."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from campnotes.pages.sheets import plan_sheets, render_sheet
from campnotes.site.printed import MOST_ON_SHEETS
from support.notebooks import make_notebook
from support.small_sites import pages, site_of

SITE = replace(
    site_of(
        make_notebook(
            {
                "week1/day1.md": "# Day1 & 값\n",
                "week1/day2.md": "# Day2\n",
                "week2/day6.md": "# Day6\n",
            }
        )
    ),
    page_url=lambda source: source.removesuffix("index.md"),
)
FIRST = """\
<html><nav><a href="../">홈</a></nav><div data-campnotes-body="md"><div>
<h2 id="큐">큐</h2> <a href="#큐">큐</a> <a href="../day2/#덱">덱</a>
<img src="../img/a%20b.png" loading="lazy"> <a href="https://a.example/?b=1">밖</a>
<code>href="../day2/"</code> <details name="하나"><summary>접힌 것</summary>값</details>
<a name="표"></a> <a href="#표">표</a>
</div></div><footer>다른 것</footer></html>
"""
SEALED = "<html><div>암호</div></html>"


def test_a_week_is_put_together_from_its_pages() -> None:
    first, second, _ = plan_sheets(SITE)
    assert (first.url, second.url) == ("weeks/1/print.html", "weeks/2/print.html")
    html = render_sheet(first, [FIRST, SEALED], SITE, "assets/campnotes/sheet.css")
    assert html.count("<article>") == 1
    assert "<h1>Day1 &amp; 값</h1>" in html
    for part in (
        '<h2 id="sheet-1-큐">',
        '<a href="#sheet-1-큐">',
        '<a href="../../week1/day2/#%EB%8D%B1">',
        '<img src="../../week1/img/a%20b.png">',
        '<a href="https://a.example/?b=1">',
        '<code>href="../day2/"</code>',
        "<details open>",
        '<a name="sheet-1-표">',
        '<a href="#sheet-1-표">',
        'href="../../assets/campnotes/sheet.css"',
    ):
        assert part in html
    for part in ("홈", "다른 것", "암호", "<script"):
        assert part not in html


def test_a_week_s_page_leads_there() -> None:
    week = pages(SITE.notebook)["weeks/1/index.md"]
    assert 'campnotes-print__sheet" href="print.html"' in week
    paper = pages(SITE.notebook)["print/index.md"]
    assert 'href="../weeks/2/print.html"' in paper
    assert 'href="print.html"' in paper


def test_all_notes_are_put_together_each_once() -> None:
    *_, whole = plan_sheets(SITE)
    assert (whole.url, whole.above) == ("print/print.html", "print/")
    assert [note.path for note in whole.notes] == [
        "week1/day1.md",
        "week1/day2.md",
        "week2/day6.md",
    ]


@pytest.mark.parametrize(
    ("notes", "has_sheets"), [(MOST_ON_SHEETS, True), (MOST_ON_SHEETS + 1, False)]
)
def test_a_notebook_of_one_person_is_printed_and_a_cohort_s_is_not(
    notes: int, has_sheets: bool
) -> None:
    texts = {f"week{n // 5 + 1}/day{n + 1}.md": "# 글\n" for n in range(notes)}
    site = site_of(make_notebook(texts))
    assert any(True for _ in plan_sheets(site)) is has_sheets
