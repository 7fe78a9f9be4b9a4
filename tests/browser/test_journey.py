"""A reader's way through the demonstration."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_from_home_to_a_presenter_s_material_and_back(page: Page) -> None:
    day = re.compile("^6일차")
    page.locator(".campnotes-calendar").get_by_role("link", name=day).click()
    page.wait_for_url("**/week2/day6/day6/")
    # An entry of the contents whose anchor was wrong.
    page.locator(".campnotes-contents summary").click()
    page.locator("[data-campnotes-body]").get_by_role("link", name="강의 내용 정리").click()
    page.wait_for_function("location.hash.length > 1")
    anchor = unquote(page.evaluate("location.hash"))[1:]
    assert anchor == "1-강의내용-정리"
    expect(page.locator(f'[id="{anchor}"]')).to_be_in_viewport()
    # A presenter, and another presentation of hers.
    page.locator(".campnotes-talks").get_by_role("link", name="윤서진").click()
    page.wait_for_url(lambda url: "people" in url)
    expect(page.locator("h1")).to_have_text("윤서진")
    page.get_by_role("link", name="부하 시험에서 본 것").click()
    expect(page.locator("h1")).to_contain_text("Day17")
    # Its material's place on the references page, and back by who cites it.
    page.locator(".campnotes-talk .campnotes-material", has_text="index.md").first.click()
    page.wait_for_url(lambda url: "references/#ref-" in url)
    target = page.locator(".campnotes-reference:target")
    expect(target).to_be_in_viewport()
    target.get_by_role("link", name="Day6").click()
    page.wait_for_url("**/week2/day6/day6/#*")
    page.locator(".campnotes-backlinks").get_by_role("link", name="Day17").click()
    page.wait_for_url(lambda url: "day17" in url)


@pytest.mark.parametrize(
    "path", ["", "week2/day6/day6/", "people/", "references/", "contents/", "health/", "weeks/2/"]
)
def test_nothing_is_wider_than_the_screen(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0


def test_dead_images_are_placeholders(page: Page, address: str) -> None:
    page.goto(address + "week1/day4/day4/")
    expect(page.locator(".campnotes-dead-image")).to_have_count(1)
    loaded = page.locator("[data-campnotes-body] img")
    loaded.first.scroll_into_view_if_needed()
    expect(loaded.first).to_have_js_property("naturalWidth", 420)


def test_the_script_works_after_instant_navigation(page: Page, address: str) -> None:
    page.goto(address + "week1/day1/day1/")
    page.locator(".campnotes-neighbours a[rel=next]").click()
    expect(page.locator("h1")).to_contain_text("Day2")
    page.goto(address + "week1/day3/day3/")
    page.locator(".campnotes-neighbours a[rel=next]").click()
    page.wait_for_url(lambda url: "day4" in url)
    expect(page.locator(".campnotes-dead-image")).to_have_count(1)


def test_math_and_diagrams_are_drawn_with_nothing_from_elsewhere(page: Page, address: str) -> None:
    page.goto(address + "week1/day3/day3/")
    expect(page.locator("[data-campnotes-body] .katex-display")).to_have_count(1)
    page.goto(address + "week1/day2/day2/")
    # Material puts the drawing into a closed shadow tree; its host has the size of the diagram.
    expect(page.locator("[data-campnotes-body] div.mermaid")).to_have_count(1)
    box = page.locator("[data-campnotes-body] div.mermaid").bounding_box()
    assert box and box["height"] > 30


def test_images_have_their_size_and_can_be_enlarged(page: Page, address: str) -> None:
    page.goto(address + "week2/day6/day6/")
    image = page.locator("[data-campnotes-body] img")
    image.scroll_into_view_if_needed()  # it is loaded where it is seen
    expect(image).not_to_have_js_property("naturalWidth", 0)
    assert (image.get_attribute("width"), image.get_attribute("height")) == ("460", "180")
    image.click()
    expect(page.locator("dialog.campnotes-enlarged img")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.campnotes-enlarged")).to_have_count(0)


@pytest.mark.parametrize("query", ["인덱스를", "ㅇㄷㅅ", "인덱승"])
def test_search_in_material_s_dialog(page: Page, width: int, query: str) -> None:
    if width < 1000:
        page.locator("label[for=__search]").first.click()
    else:
        page.keyboard.press("/")
    field = page.locator("input[data-md-component=search-query]")
    field.fill(query)
    field.press("Shift")  # an input method's last key
    result = page.locator(".md-search-result__item").first
    expect(result).to_contain_text("Day6")
    expect(result.locator("mark").first).to_be_visible()
    result.locator("a.md-search-result__link").first.click()
    page.wait_for_url(lambda url: "day6" in url)
