"""What a page shows of another when a reader comes to a link to it: its title, place and first words.

They are taken from the units of the search, so that whatever isn't to be found isn't shown either.
A script loads one small part of them for each link; which, it works out from the link's address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from campnotes.compact_json import compact_json
from campnotes.linking.hidden_names import HiddenNames
from campnotes.notebook.plain_text import one_line
from campnotes.search.anchors import whole_location
from campnotes.search.units import PRESENTATION, REFERENCE, Doc

FOLDER = "previews"  # beside our scripts
MOST_TEXT = 160  # characters
MOST_READ = 1000  # of a text, of which that is the beginning
MOST_TOPICS = 4
PART = 1500  # characters of a part, on average: 4 KB of Korean
_TIMES, _BELOW = 31, 65_521  # of the number that an address is told by
_SHOWN_PARTS = frozenset({PRESENTATION, REFERENCE})

Preview = tuple[str, str, str]  # title, place or people, and the first words
Part = dict[str, Preview]


def write_previews(pages: Iterable[Sequence[Doc]], folder: Path, hidden: HiddenNames) -> None:
    """Write what is shown of each page, in parts, into a folder of the site; `pages` are units.

    - What names somebody who is hidden isn't shown.
    - `index.json` tells how many parts there are.
    - `3.json` holds those of the addresses whose number, divided by that, leaves 3.
    """
    previews = dict(_previews(pages, hidden))
    parts = _in_parts(previews)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "index.json", len(parts))
    for number, part in enumerate(parts):
        file = folder / f"{number}.json"
        _write(file, part)


def _in_parts(previews: Part) -> list[Part]:
    length = 0
    for address, shown in previews.items():
        texts = (address, *shown)
        length += sum(map(len, texts))
    many = length // PART + 1
    parts: list[Part] = [{} for _ in range(many)]
    for address, shown in previews.items():
        number = number_of(address)
        part = parts[number % many]
        part[address] = shown
    return parts


def number_of(address: str) -> int:
    """Tell an address by a number, as `web/page/previews.js` does."""
    number = 0
    for character in address:
        number = (number * _TIMES + ord(character)) % _BELOW
    return number


def _previews(pages: Iterable[Sequence[Doc]], hidden: HiddenNames) -> Iterator[tuple[str, Preview]]:
    for docs in filter(None, pages):
        whole, *parts = docs
        page = unquote(whole["location"])
        if "#" in page:
            continue
        yield page, _of_page(whole, parts, hidden)
        for part in parts:
            if part.get("kind") in _SHOWN_PARTS or whole.get("kind") == REFERENCE:
                location = whole_location(part["location"], part["title"])
                anchor = unquote(location)
                yield f"{page}{anchor}", _of_part(part, hidden)


def _of_page(whole: Doc, parts: Sequence[Doc], hidden: HiddenNames) -> Preview:
    """Show a page: a note without a text of its own by what was presented, or by its headings."""
    text = _beginning(whole, hidden)
    if not text:
        topics = [part for part in parts if part.get("kind") == PRESENTATION]
        shown = topics or parts
        titles = [part["title"] for part in shown[:MOST_TOPICS]]
        text = one_line(" · ".join(titles), MOST_TEXT)
    return whole["title"], whole.get("label", ""), text


def _of_part(part: Doc, hidden: HiddenNames) -> Preview:
    people = part.get("people", ())
    return part["title"], ", ".join(people), _beginning(part, hidden)


def _beginning(doc: Doc, hidden: HiddenNames) -> str:
    text = doc.get("text", "")
    shown = hidden.left_out(text[:MOST_READ])
    return one_line(shown, MOST_TEXT)


def _write(file: Path, told: int | Mapping[str, Preview]) -> None:
    file.write_text(compact_json(told), encoding="utf-8")
