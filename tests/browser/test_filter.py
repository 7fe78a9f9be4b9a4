"""The filter of pages that gather: words, chips, orders, and parts of a divided page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser

ENTRIES = ".campnotes-gathered .campnotes-entries > li:not(:has(li))"
SHOWN = f"{ENTRIES}:visible"


def test_words_narrow_the_page_and_the_count_is_announced(page: Page, address: str) -> None:
    page.goto(f"{address}presentations/")
    every = page.locator(SHOWN).count()
    count = page.locator(".campnotes-filter output")
    expect(count).to_have_attribute("aria-live", "polite")
    page.get_by_role("searchbox", name="낱말로 거르기 …").fill("인덱스 서진")
    shown = page.locator(SHOWN)
    assert 0 < shown.count() < every
    assert all("인덱스" in text and "서진" in text for text in shown.all_inner_texts())
    expect(count).to_have_text(f"전체 {every} 가운데 {shown.count()}")
    # Groups of which nothing is left are gone too.
    groups = page.locator(".campnotes-section:visible")
    assert groups.count() == groups.filter(has=page.locator("li:visible")).count()
    page.get_by_role("searchbox", name="낱말로 거르기 …").fill("")
    assert page.locator(SHOWN).count() == every


def test_chips_are_pressed_by_the_keyboard_and_kept_in_the_address(
    page: Page, address: str
) -> None:
    page.goto(f"{address}presentations/")
    chip = page.locator("[data-facet=person] button").first
    name = chip.get_attribute("value") or ""
    chip.focus()
    page.keyboard.press("Enter")
    expect(chip).to_have_attribute("aria-pressed", "true")
    assert all(name in text for text in page.locator(SHOWN).all_inner_texts())
    page.locator("[data-facet=week] button[value='2주차']").click()
    shown = page.locator(SHOWN).all_inner_texts()
    assert shown
    page.reload()
    expect(page.locator("[data-facet=person] button").first).to_have_attribute(
        "aria-pressed", "true"
    )
    assert page.locator(SHOWN).all_inner_texts() == shown


def test_the_newest_is_first_where_a_reader_wants_it(page: Page, address: str) -> None:
    page.goto(f"{address}presentations/")
    weeks = page.locator(".campnotes-section h2").all_inner_texts()
    page.get_by_label("순서").select_option("turned")
    assert page.locator(".campnotes-section h2").all_inner_texts() == weeks[::-1]
    page.get_by_label("순서").select_option("given")
    assert page.locator(".campnotes-section h2").all_inner_texts() == weeks


def test_a_filter_looks_through_all_parts_of_a_divided_page(page: Page, address: str) -> None:
    def divide(route: Route) -> None:
        html = route.fetch().text()
        parts = 'data-parts="../presentations/ ../references/ ../nowhere/" class="campnotes-filter"'
        route.fulfill(
            body=html.replace('class="campnotes-filter"', parts), content_type="text/html"
        )

    page.route(f"{address}questions/", divide)
    page.goto(f"{address}questions/")
    page.locator(".campnotes-filter__field").fill("인덱스")
    found = page.locator(".campnotes-found > li")
    expect(found.filter(has_text="6강 인덱스는 왜 빠를까").first).to_be_visible()
    expect(page.locator(".campnotes-gathered")).to_be_hidden()
    links = found.locator("a").evaluate_all("links => links.map((link) => link.href)")
    assert any("/week2/" in link for link in links)
    assert not any("/questions/" in link for link in links)
