"""Every note and file has an address of its own."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campnotes.notebook.paths import normal
from campnotes.site.addresses import Hosting, address_file, address_notes, markdown_address, reserve

THEME = frozenset({"assets/images/favicon.png", "assets/javascripts/bundle.1.min.js", "404.html"})
NAMES = st.sampled_from(
    "README readme index Index week1 WEEK1 week1-note week1-note-2 week1.html index.html assets "
    "search 404 404.html feed.xml index.md day1.md contents a A é e\u0301 index-note campnotes.json".split()
)
FOLDERS = st.lists(NAMES, max_size=2).map("/".join)
SUFFIXES = st.sampled_from([".md", ".MD", ".markdown", ".mkd"])
PATHS = st.builds(lambda folder, name, suffix: posixpath.join(folder, name + suffix), FOLDERS, NAMES, SUFFIXES)  # fmt: skip


def key(address: str) -> str:
    return normal(normal(address).casefold())


@settings(max_examples=150, deadline=None)
@given(st.sets(PATHS, max_size=12), st.sets(PATHS, max_size=4), st.booleans())
def test_no_two_have_one_address(notes: set[str], files: set[str], directory_urls: bool) -> None:
    taken = reserve(Hosting(taken=THEME))
    of_notes = address_notes(notes, taken, directory_urls=directory_urls)
    of_files = [address_file(f"{path}.png", taken) for path in sorted(files)]
    of_files += [address_file(path, taken) for path in sorted(THEME)]
    of_markdown = map(markdown_address, of_notes.values())
    given_away = [key(address) for address in (*of_notes.values(), *of_markdown, *of_files)]
    assert of_notes.keys() == notes
    assert len(set(given_away)) == len(given_away)
    everything = {*given_away, *THEME}
    assert not THEME & set(given_away)
    # Nothing is a file to one and a folder to another.
    assert not any(parent in everything for address in everything for parent in parents(address))


def parents(address: str) -> list[str]:
    parts = address.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]


@pytest.mark.parametrize(
    ("notes", "addresses"),
    [
        (
            {"week1.md", "week1/README.md", "week1-note.md"},
            {
                "week1/README.md": "week1/index.html",
                "week1-note.md": "week1-note/index.html",
                "week1.md": "week1-note-2/index.html",
            },
        ),
        (
            {"README.md", "index.md", "readme.md"},
            {
                "README.md": "index.html",
                "readme.md": "index-note/index.html",
                "index.md": "index-note-2/index.html",
            },
        ),
        ({"a.md", "A.md"}, {"A.md": "A/index.html", "a.md": "a-note/index.html"}),
        ({"index.html.md"}, {"index.html.md": "index.html-note/index.html"}),
    ],
)
def test_the_second_one_gets_another_name(notes: set[str], addresses: dict[str, str]) -> None:
    assert address_notes(notes, reserve(Hosting())) == addresses


@pytest.mark.parametrize(
    ("wanted", "address"),
    [
        ("img/a.png", "img/a.png"),
        ("assets/images/Favicon.png", "assets/images/Favicon-file.png"),
        ("search/units.json", "search-note/units-file.json"),
        ("assets", "assets-file"),
        ("_headers", "_headers-file"),
    ],
)
def test_no_file_is_at_an_address_of_the_site_s(wanted: str, address: str) -> None:
    assert address_file(wanted, reserve(Hosting(taken=THEME))) == address
