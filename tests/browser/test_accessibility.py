"""Everybody can use the site: WCAG 2.2 A and AA, and what axe-core advises besides."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support.axe import violations, violations_in_the_dark

pytestmark = pytest.mark.browser

# A page of each kind.
PAGES = [
    "", "week1/day2/day2/", "week2/day6/day6/", "weeks/2/", "people/", "people/윤서진/", "presentations/",
    "references/", "questions/", "retrospectives/", "contents/", "map/", "health/",
]  # fmt: skip


def put_under_finger(page: Page) -> None:
    """Have a page take what touches it for a finger, as a phone does."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})


def test_pages_of_each_kind(page: Page, address: str, width: int) -> None:
    if width < 1000:
        put_under_finger(page)
    found = []
    for path in PAGES:
        page.goto(address + path)
        found += violations(page, path or "home")
        if width >= 1000:  # colours are the same on a phone
            found += violations_in_the_dark(page, path or "home")
    assert found == [], "\n".join(map(str, found))


def test_the_search_dialog(page: Page, width: int) -> None:
    if width < 1000:
        page.locator("label[for=__search]").first.click()
    else:
        page.keyboard.press("/")
    field = page.locator("input[data-md-component=search-query]")
    field.fill("인덱스")
    field.press("Shift")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    found = violations(page, "search") + violations_in_the_dark(page, "search")
    assert found == [], "\n".join(map(str, found))


def test_a_preview(page: Page) -> None:
    page.locator(".campnotes-calendar .campnotes-day > a").first.hover()
    preview = page.get_by_role("tooltip")
    expect(preview).to_be_visible()
    found = violations(page, "preview") + violations_in_the_dark(page, "preview")
    expect(preview).to_be_visible()
    assert found == [], "\n".join(map(str, found))
