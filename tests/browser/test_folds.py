"""Folded parts of notes: anchors, hits of the search and paper open them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect

from support.sites import build_with

pytestmark = pytest.mark.browser

NOTE = """# 접은 글

[아래로](#안쪽-절)

<details><summary>첫째</summary>

<details><summary>둘째</summary>

## 안쪽 절

어텐션은 여기서 배웠다.

</details>
</details>

<details><summary>셋째</summary>

어텐션을 다시 배웠다.

</details>
"""
OPEN = "[...document.querySelectorAll('details')].map((fold) => fold.open)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("folds")
    notes = folder / "notes"
    notes.mkdir()
    filler = "\n\n글\n" * 60
    (notes / "fold.md").write_text(NOTE.replace("<details>", filler + "<details>", 1), "utf-8")
    (notes / "plain.md").write_text("# 평범한 글\n\n[접은 글](fold.md#안쪽-절)\n", "utf-8")
    theme = {"name": "material", "features": ["search.highlight"]}
    build_with(notes, folder / "site", {"theme": theme, "strict": False})
    return folder / "site"


@pytest.mark.parametrize("anchor", ["안쪽-절", normalize("NFD", "안쪽-절")], ids=["NFC", "NFD"])
def test_an_anchor_opens_what_it_is_in(
    anchor: str, site: Path, serve: Callable[[Path], str], opened: Page
) -> None:
    opened.goto(f"{serve(site)}fold/#{anchor}")
    heading = opened.get_by_role("heading", name="안쪽 절")
    expect(heading).to_be_in_viewport()
    assert opened.evaluate(OPEN) == [True, True, False]


def test_a_link_on_the_page_opens_what_it_leads_into(
    site: Path, serve: Callable[[Path], str], opened: Page
) -> None:
    opened.goto(f"{serve(site)}fold/")
    assert opened.evaluate(OPEN) == [False, False, False]
    opened.get_by_role("link", name="아래로").click()
    expect(opened.get_by_role("heading", name="안쪽 절")).to_be_in_viewport()


def test_the_first_hit_of_a_search_is_opened(
    site: Path, serve: Callable[[Path], str], opened: Page
) -> None:
    opened.goto(f"{serve(site)}fold/?h=어텐션")
    expect(opened.get_by_text("은 여기서 배웠다.")).to_be_in_viewport()
    assert opened.evaluate(OPEN) == [True, True, False]


def test_all_are_open_on_paper(site: Path, serve: Callable[[Path], str], opened: Page) -> None:
    opened.goto(f"{serve(site)}fold/")
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.evaluate(OPEN) == [True, True, True]
    opened.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.evaluate(OPEN) == [False, False, False]
