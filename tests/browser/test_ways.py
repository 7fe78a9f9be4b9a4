"""Ways to go on from a page: previews of links, keys, and a day by chance."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_a_link_shows_what_it_leads_to(page: Page) -> None:
    day = page.locator(".campnotes-day > a").first
    preview = page.get_by_role("tooltip")
    day.hover()
    expect(preview).to_contain_text("Day1")
    expect(preview).to_contain_text("1주차 · 1일차")
    preview.hover()  # it stays for who reads it
    page.wait_for_timeout(400)  # in which it could go; a machine that is late only sees less
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()
    page.evaluate("scrollBy(0, 1)")  # the pointer rests, and another day's link is under it now
    page.wait_for_timeout(600)
    expect(preview).to_be_hidden()
    day.focus()  # by the keyboard, as the last key was one
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(preview).to_be_visible()
    expect(day).to_have_attribute("aria-describedby", re.compile("preview"))


def arrive(page: Page, day: str) -> None:
    """Wait for a day's page, which comes behind its address, and for its keys, behind that."""
    expect(page.locator("h1")).to_contain_text(day)
    expect(page.locator(".campnotes-neighbours [aria-keyshortcuts]")).not_to_have_count(0)


def test_j_and_k_go_to_the_next_and_the_previous_day(page: Page, address: str) -> None:
    page.goto(f"{address}week2/day6/day6/")
    page.keyboard.press("j")
    arrive(page, "Day7")
    page.keyboard.press("k")
    arrive(page, "Day6")
    if page.evaluate("innerWidth") > 1000:
        page.keyboard.press("/")
        page.keyboard.type("j")  # into the search
        expect(page.locator("[data-md-component=search-query]")).to_have_value("j")
        assert "day6" in page.url


def test_keys_can_be_switched_off(page: Page, address: str) -> None:
    page.goto(f"{address}week2/day6/day6/")
    if page.evaluate("innerWidth") < 1000:
        return
    page.locator(".campnotes-keys summary").click()
    page.get_by_role("checkbox", name="글쇠 하나로").uncheck()
    expect(page.locator(".campnotes-neighbours kbd").first).to_be_hidden()
    page.reload()
    page.locator("body").press("j")
    page.locator("body").press("/")  # the theme's own
    expect(page.locator("#__search")).not_to_be_checked()
    assert "day6" in page.url
    page.locator(".campnotes-keys summary").click()
    page.get_by_role("checkbox", name="글쇠 하나로").check()
    page.keyboard.press("Tab")
    page.evaluate(
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅓ', bubbles: true}))"
    )
    page.wait_for_url(lambda url: "day7" in url)


def test_a_day_by_chance(page: Page) -> None:
    page.get_by_role("button", name="아무 날이나").click()
    page.wait_for_url(lambda url: urlsplit(url).path != "/")


def test_without_scripts_all_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    shown = {
        "": ".campnotes-calendar a",
        "weeks/2/": "a[href*=day6]",
        "week2/day6/day6/": "h2",
        "people/": "li a",
        "presentations/": ".campnotes-presentation__topic",
        "questions/": ".campnotes-section li",
        "references/": ".campnotes-reference",
        "contents/": ".campnotes-section li",
    }
    for path, content in shown.items():
        page.goto(f"{address}{path}")
        shown_here = page.locator(f".md-content {content}")
        assert shown_here.count(), path
        expect(shown_here.first).to_be_visible()
        assert page.locator(".campnotes-filter:visible").count() == 0
    page.goto(f"{address}weeks/2/")
    expect(page.get_by_role("button", name="인쇄")).to_have_count(0)
    page.get_by_role("link", name="인쇄").click()
    page.wait_for_url("**/print.html")
    expect(page.locator("article")).not_to_have_count(0)
    page.goto(f"{address}questions/")
    fold = page.locator(".md-content details:visible").first
    folded = fold.locator(":scope > :not(summary)").first
    was_folded = not folded.is_visible()
    fold.locator("summary").first.click()
    expect(folded).to_be_visible(visible=was_folded)
    context.close()
