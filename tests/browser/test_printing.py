"""Printing: a note as a handout, and a week's notes on one page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
# What printing does to a page, without a printer.
PRINT = """window.print = () => {
  dispatchEvent(new Event("beforeprint"))
  document.documentElement.dataset.printed = ""
}"""


def test_a_week_is_printed_note_by_note(page: Page, address: str) -> None:
    page.add_init_script(PRINT)
    page.goto(f"{address}/weeks/2/")
    page.locator("button[data-campnotes-print]").click()
    page.wait_for_selector("html[data-printed]")
    page.emulate_media(media="print")
    titles = page.locator(".campnotes-sheet__note > h1").all_text_contents()
    assert titles[:2] == ["Day5 · 4강 조인은 몇 가지인가", "Day6 · 6강 인덱스는 왜 빠를까"]
    assert not page.locator("button[data-campnotes-print]").is_visible()
    assert page.locator(".campnotes-sheet .katex").first.is_visible()
    # Each image is found from this page, and each id stands once.
    broken = "[...document.querySelectorAll('.campnotes-sheet img')].filter(i => !i.naturalWidth)"
    assert page.evaluate(f"{broken}.map(i => i.getAttribute('src'))") == []
    ids = json.loads(
        page.evaluate("JSON.stringify([...document.querySelectorAll('[id]')].map(e => e.id))")
    )
    assert len(ids) == len(set(ids))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".campnotes-sheet").count() == 0


def test_a_note_on_paper_tells_the_addresses_of_its_links_once(page: Page, address: str) -> None:
    page.goto(f"{address}/week2/day6/day6/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    behind = """links => links.map(a => [a.textContent, getComputedStyle(a, "::after").content])"""
    shown = dict(page.locator("[data-campnotes-body] a[href]").evaluate_all(behind))
    assert shown["Use The Index, Luke"] == '" (https://use-the-index-luke.com/)"'
    assert shown["https://www.postgresql.org/docs/current/using-explain.html"] == "none"
    assert shown["과제 정리"] == "none"
    assert not page.locator(".campnotes-neighbours").first.is_visible()
