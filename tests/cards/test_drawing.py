"""Cards are drawn from texts of any kind."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from campnotes.cards.card import Card, initial_of
from campnotes.cards.drawing import draw_card
from campnotes.cards.lettering import cut, drawable, fitted, font_of


def card(title: str) -> Card:
    return Card("3주차 · 12일차", title, "발표자 김나래", "물결캠프 노트", "물", (0, 148, 133))


@pytest.mark.parametrize(
    "title", ["", "어텐션", "가" * 3000, "word " * 200, "😀 漢字", "\u202e\x00"]
)
def test_any_title_is_drawn_in_the_size_that_services_ask_for(title: str) -> None:
    drawn = draw_card(card(title))
    with Image.open(io.BytesIO(drawn)) as image:
        assert image.size == (1200, 630)
    assert drawn == draw_card(card(title))
    assert len(drawn) < 100_000


def test_what_the_font_lacks_is_left_out() -> None:
    assert drawable("펲과 뷁, café 😀 → 漢字 끝") == "펲과 뷁, café → 끝"


def test_long_titles_become_small_and_are_cut_then() -> None:
    assert fitted("어텐션", (82, 52), 1000, 3) == (82, ["어텐션"])
    size, lines = fitted("질의와 열쇠와 값 " * 30, (82, 52), 1000, 3)
    assert (size, len(lines)) == (52, 3)
    assert lines[-1].endswith("…")
    assert all(font_of(size).getlength(line) <= 1000 for line in lines)
    assert cut("짧다", 36, 500) == "짧다"


def test_a_site_s_initial_is_its_first_letter() -> None:
    assert initial_of("「물결」 노트") == "물"
    assert initial_of("my notes") == "M"
    assert initial_of("—") == ""
