"""What stands for names and numbers at a glance."""

from __future__ import annotations

from itertools import pairwise

import pytest

from campnotes.site.hues import HUES, hue_of_name, hue_of_number, initials


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("김나래", "나래"),
        ("오지안", "지안"),
        ("남궁민수", "민수"),
        ("Minji Kim", "MK"),
        ("narae-kim", "N"),
        ("큐브다섯글자", "큐"),
        ("", ""),
    ],
)
def test_an_avatar_shows_what_people_are_called_by(name: str, shown: str) -> None:
    assert initials(name) == shown


def test_weeks_beside_each_other_differ_in_hue() -> None:
    hues = [hue_of_number(week) for week in range(1, 2 * HUES + 1)]
    assert all(first != second for first, second in pairwise(hues))
    assert set(hues) == set(range(1, HUES + 1))
    assert 1 <= hue_of_name("김나래") <= HUES
