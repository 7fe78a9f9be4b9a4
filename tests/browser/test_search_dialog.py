"""The search dialog as a reader uses it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from support.chromium import executable
from support.notebooks import HOME
from support.sites import build_with

pytestmark = pytest.mark.browser
FEATURES = ["navigation.instant", "search.highlight", "search.share", "search.suggest"]


def open_search(page: Page) -> Any:
    """Open the dialog as one does on this screen; returns its field."""
    field = page.locator("input[data-md-component=search-query]")
    if not page.locator("#__search").is_checked():
        if page.evaluate("innerWidth") < 1000:
            page.locator("header label[for=__search]").first.click()
        else:
            field.click()
    return field


def results(page: Page) -> Any:
    return page.locator(".md-search-result__item")


# Neither units nor the worker, which is larger than all other scripts of ours, are in the page's way.
AFTER_THE_PAGE = ("search/units", "assets/campnotes/search-worker.")


def test_the_search_is_loaded_when_the_page_is_there(opened: Page, address: str) -> None:
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    opened.on("load", lambda _: asked.append("the page is there"))
    with opened.expect_request("**/search/units*"):
        opened.goto(f"{address}people/")
    later = next(n for n, path in enumerate(asked) if path.startswith(AFTER_THE_PAGE))
    assert later > asked.index("the page is there")


def test_who_saves_data_loads_the_search_when_they_search(opened: Page, address: str) -> None:
    saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    opened.add_init_script(saving)
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    opened.goto(f"{address}people/")
    opened.wait_for_load_state("networkidle")
    assert not any(path.startswith(AFTER_THE_PAGE) for path in asked)
    open_search(opened).fill("인덱스")
    expect(results(opened).first).to_contain_text("Day6")
    assert any(path.startswith("search/units") for path in asked)


def test_chips_narrow_and_widen_the_results(page: Page) -> None:
    field = open_search(page)
    field.fill("인덱스")
    expect(results(page)).not_to_have_count(1)
    chip = page.locator(".campnotes-search-chip", has_text="질문")
    expect(chip).to_have_attribute("aria-pressed", "false")
    chip.click()
    expect(results(page)).to_have_count(1)
    expect(results(page).locator(".campnotes-kind", has_text="질문").first).to_be_visible()
    page.locator(".campnotes-search-chip", has_text="발표").click()  # in its place
    expect(field).to_have_value("인덱스 kind:발표")
    page.locator(".campnotes-search-chip[aria-pressed=true]").click()
    expect(results(page)).not_to_have_count(1)
    expect(field).to_have_value("인덱스")


def test_nothing_found_offers_the_nearest_words(page: Page) -> None:
    field = open_search(page)
    field.fill("인뎃슈")
    page.locator(".campnotes-nearest").get_by_role("button", name="인덱스", exact=True).click()
    expect(field).to_have_value("인덱스")
    expect(results(page).first).to_contain_text("Day6")
    expect(page.locator(".campnotes-nearest")).to_be_hidden()


def test_the_keyboard_alone_will_do(page: Page, width: int) -> None:
    if width < 1000:
        pytest.skip("no keyboard on a phone")
    page.keyboard.press("/")
    page.keyboard.insert_text("kind:질문 인덱스")  # at once: nothing is found for a part of it
    expect(results(page)).to_have_count(1)
    expect(page.locator(".campnotes-search-chip").first).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Tab")  # to the first chip
    expect(page.locator(".campnotes-search-chip").first).to_be_focused()
    page.keyboard.press("Enter")  # which is pressed by now: it goes
    expect(results(page)).not_to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "day6" in url)
    expect(page.locator("[data-campnotes-body] mark").first).to_be_visible()


def test_tab_goes_from_the_field_to_the_chips_and_from_result_to_result(
    page: Page, width: int
) -> None:
    if width < 1000:
        pytest.skip("no keyboard on a phone")
    page.keyboard.press("/")
    page.keyboard.insert_text("인덱스")  # at once: nothing is found for a part of it
    expect(results(page)).not_to_have_count(0)
    chips = page.locator(".campnotes-search-chips")
    expect(chips).to_be_visible()  # they come on another way than the results
    page.keyboard.press("Tab")
    expect(chips.locator("button").nth(0)).to_be_focused()
    page.keyboard.press("ArrowRight")  # within the chips, by arrows
    expect(chips.locator("button").nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    links = results(page).locator("a.md-search-result__link")
    expect(links.first).to_be_focused()
    page.keyboard.press("Shift+Tab")  # back to where the chips were left
    expect(chips.locator("button").nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "day6" in url)


def test_a_row_of_chips_is_shown_and_the_rest_when_asked_for(page: Page) -> None:
    open_search(page).fill("인덱스")
    chips = page.locator(".campnotes-search-chips")
    more = chips.get_by_role("button", name="필터 모두 보기")
    expect(more).to_have_attribute("aria-expanded", "false")
    expect(chips.locator("button[inert]")).not_to_have_count(0)
    height = "chips => chips.getBoundingClientRect().height"
    shown = chips.evaluate(height)
    more.click()
    expect(chips.locator("button[inert]")).to_have_count(0)
    assert chips.evaluate(height) > 1.5 * shown


def test_who_has_typed_nothing_gets_examples(page: Page) -> None:
    field = open_search(page)
    examples = page.locator(".campnotes-nearest").get_by_role("button")
    expect(examples).to_have_count(3)
    person = examples.first.inner_text()
    examples.first.click()
    expect(field).to_have_value(person)
    expect(results(page).first).to_contain_text(person)
    field.fill("")
    expect(examples).to_have_count(3)


def test_the_dialog_has_a_name(page: Page) -> None:
    open_search(page)
    expect(page.get_by_role("dialog", name="검색")).to_have_count(1)


def test_escape_leads_back_to_where_one_was(page: Page, width: int) -> None:
    if width < 1000:
        pytest.skip("no keyboard on a phone")
    link = page.locator("[data-md-component=content] a[href]").first
    expect(page.get_by_role("dialog", name="검색")).to_have_count(1)  # by now keys are heard
    link.focus()
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.type("인덱스")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_escape_closes_the_dialog(page: Page, width: int) -> None:
    if width < 1000:
        pytest.skip("no keyboard on a phone")
    page.keyboard.press("f")
    page.keyboard.type("인덱스")
    expect(page.locator(".campnotes-search-chip").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator("body")).to_be_focused()
    # Material takes note of the lost focus 1 ms later, and of a new one only after that.
    page.evaluate("() => new Promise((done) => setTimeout(done, 10))")
    page.keyboard.press("/")  # no chip that nobody sees has kept the keyboard
    expect(page.locator("#__search")).to_be_checked()


def test_a_filter_in_other_words_can_be_released(page: Page) -> None:
    field = open_search(page)
    for asked in ("by:서진님 인덱스", "kind:question 인덱스", "week:02 인덱스"):
        field.fill(asked)
        page.locator(".campnotes-search-chip[aria-pressed=true]").click()
        expect(field).to_have_value("인덱스")
        expect(page.locator(".campnotes-search-chip[aria-pressed=true]")).to_have_count(0)


def test_a_screen_reader_gets_the_count(page: Page) -> None:
    open_search(page).fill("인덱스")
    status = page.locator(".md-search-result__meta[role=status]")
    expect(status).to_contain_text("일치하는 문서")


def test_a_deep_link_searches_and_the_page_arrived_at_is_marked(page: Page, address: str) -> None:
    page.goto(f"{address}?q=인덱스를")
    expect(results(page).first).to_contain_text("Day6")
    results(page).first.locator("a.md-search-result__link").nth(1).click()
    page.wait_for_url(lambda url: "h=" in url)
    expect(page.locator("[data-campnotes-body] mark", has_text="인덱스").first).to_be_visible()


def test_an_input_method_s_half_composed_syllables_lose_nothing(page: Page) -> None:
    field = open_search(page)
    field.focus()
    session = page.context.new_cdp_session(page)
    for composed in ("이", "인", "인ㄷ", "인데", "인덱"):
        session.send(
            "Input.imeSetComposition",
            {"text": composed, "selectionStart": len(composed), "selectionEnd": len(composed)},
        )
        expect(field).to_have_value(composed)
        if len(composed) > 1:
            expect(results(page).filter(has_text="인덱스").first).to_be_visible()
    session.send("Input.insertText", {"text": "인덱스"})
    expect(field).to_have_value("인덱스")
    expect(results(page).first).to_contain_text("Day6")


def test_pasted_text_is_searched(page: Page) -> None:
    field = open_search(page)
    field.evaluate("field => { field.value = '인덱스'; field.dispatchEvent(new Event('input')) }")
    expect(results(page).first).to_contain_text("Day6")


def test_from_files_without_a_server(browser: Browser, tmp_path: Path) -> None:
    config = {
        "plugins": ["search", {"campnotes": {"content_security_policy": True}}, "offline"],
        "theme": {"name": "material", "language": "ko", "font": False, "features": FEATURES},
    }
    build_with(HOME / "docs", tmp_path / "site", config)
    # Material runs the worker in a frame where the browser forbids one; here it allows it.
    allowed = browser.browser_type.launch(
        executable_path=executable(), args=["--no-sandbox", "--allow-file-access-from-files"]
    )
    page = allowed.new_page()
    page.set_default_timeout(30_000)
    page.route("https://**", lambda route: route.abort())
    page.goto((tmp_path / "site" / "index.html").as_uri())
    open_search(page).fill("인덱스를")
    expect(results(page).first).to_contain_text("Day6")
    results(page).first.locator("a.md-search-result__link").first.click()
    page.wait_for_url(lambda url: "day6.html" in url)
    allowed.close()


def test_under_a_sub_path_without_directory_urls(opened: Page, tmp_path: Path, serve: Any) -> None:
    (tmp_path / "site" / "team").mkdir(parents=True)
    config = {"use_directory_urls": False, "site_url": "https://camp.example/team/notes/",
              "theme": {"name": "material", "language": "en", "font": False, "features": FEATURES}}  # fmt: skip
    folder = tmp_path / "site" / "team" / "notes"
    build_with(HOME / "docs", folder, config, language="en", content_security_policy=True)
    address = serve(tmp_path / "site")
    opened.goto(f"{address}team/notes/week1/day1/day1.html")
    open_search(opened).fill("인덱스")
    expect(results(opened).first).to_contain_text("Day6")
    expect(opened.locator(".campnotes-search-chip", has_text="Question")).to_be_visible()
    results(opened).first.locator("a.md-search-result__link").first.click()
    opened.wait_for_url(lambda url: "team/notes/week2/day6/day6.html" in url)


def test_a_notebook_in_parts(
    opened: Page, tmp_path: Path, serve: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("campnotes.search.index.MOST_WHOLE", 1)
    built = build_with(HOME / "docs", tmp_path / "site", content_security_policy=True)
    assert not list(built.folder.glob("search/units-*"))
    address = serve(tmp_path / "site")
    opened.goto(address)
    for query, found in {
        "인덱스를": "Day6",
        "윤서진": "윤서진",
        "ㅇㄷㅅ": "Day6",
        "kind:질문 인덱스": "Day6",
    }.items():
        field = open_search(opened)
        field.fill("")
        expect(results(opened)).to_have_count(0)  # what the query before found is gone
        field.fill(query)
        expect(results(opened).first).to_contain_text(found)


def test_the_theme_s_other_search_habits_go_on(
    opened: Page, write: Any, tmp_path: Path, serve: Any
) -> None:
    notes = write(
        {
            "day1.md": "---\ntags: [자료구조]\n---\n# 첫날\n\n연결리스트를 배웠다.\n",
            "day2.md": "---\nsearch: {exclude: true}\n---\n# 둘째 날\n\n연결리스트는 비밀.\n",
            "day3.md": "---\nsearch: {boost: 5}\n---\n# 셋째 날\n\n그리고 연결리스트.\n",
        }
    )
    config = {
        "plugins": ["search", "tags", {"campnotes": {}}],
        "theme": {"name": "material", "language": "ko", "font": False, "features": FEATURES},
    }
    build_with(notes, tmp_path / "site", config, content_security_policy=True)
    address = serve(tmp_path / "site")
    opened.goto(f"{address}day1/")
    field = open_search(opened)
    field.press_sequentially("연결리")
    expect(results(opened)).to_have_count(2)
    expect(results(opened).first).to_contain_text("셋째 날")
    expect(results(opened).locator(".md-tag")).to_have_text("자료구조")
    field.dispatch_event("keydown")  # real keys send it, typed text here doesn't
    expect(opened.locator("[data-md-component=search-suggest]")).to_contain_text("연결리스트")
    field.press("ArrowRight")
    expect(field).to_have_value("연결리스트")
    share = opened.locator("[data-md-component=search-share]")
    expect(share).to_have_attribute("href", re.compile(r"\?q=%EC%97%B0"))
