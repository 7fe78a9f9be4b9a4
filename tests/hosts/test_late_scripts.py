"""A page is shown before the theme's script is run, unless another one wants that at once."""

from __future__ import annotations

import pytest

from campnotes.hosts.mkdocs.theme.late_scripts import with_late_script

THEME = '<script src="../assets/javascripts/bundle.1a2b.min.js"></script>'
LATE = '<script src="../assets/javascripts/bundle.1a2b.min.js" defer></script>'


@pytest.mark.parametrize(
    ("behind", "is_late"),
    [
        ("", True),
        ('<script src="a.js" defer></script>', True),
        ('<script src="a.js" type="module"></script>', True),
        ('<script src="a.js"></script>', False),
        ("<script>document$.subscribe(start)</script>", False),
    ],
)
def test_the_script_of_the_theme_waits_where_nothing_needs_it(behind: str, is_late: bool) -> None:
    page = f"<p>글</p><script>before()</script>{THEME}{behind}"
    assert with_late_script(page) == (page.replace(THEME, LATE) if is_late else page)


def test_another_theme_s_page_stays_as_it_is() -> None:
    page = '<p>글</p><script src="js/base.js"></script>'
    assert with_late_script(page) == page
