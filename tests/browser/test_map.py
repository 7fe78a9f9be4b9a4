"""The map is drawn from its list: each thing once, reached by the keyboard, and loaded there only."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

_LISTED = "links => new Set(links.map((link) => link.href)).size"


def test_the_drawing_has_what_the_list_has(page: Page, address: str, width: int) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{address}people/")
    page.goto(f"{address}map/")
    button = page.get_by_role("button", name="그림")
    expect(button).to_be_visible()
    assert [url for url in loaded if not url.startswith(address)] == []
    is_shown = str(width >= 1000).lower()
    expect(button).to_have_attribute("aria-expanded", is_shown)
    if width < 1000:
        button.click()
    nodes = page.locator(".campnotes-map__node")
    expect(nodes.first).to_be_visible()
    assert nodes.count() == page.locator("a[data-map]").evaluate_all(_LISTED)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert sum("map.mjs" in url for url in loaded) == 1
    # A node is a link, which names itself and what it is connected to.
    nodes.first.focus()
    expect(nodes.first).to_have_attribute("data-near", "named")
    assert page.locator("line[data-near]").count() > 0
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "day1" in url)
