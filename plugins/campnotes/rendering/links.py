"""Write a note's links and images: with the addresses that linking has given them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from campnotes.linking.model import LinkedLink, Outcome
from campnotes.markdown.html import Attributes, StartTag
from campnotes.parsing.links import LINK, Markup
from campnotes.patterns import regex
from campnotes.rendering.options import Address, Options
from campnotes.rendering.tags import browser_address, rewrite_sources, start_tag

_EXTERNAL = regex(r"^(?:https?:)?//", re.IGNORECASE)
# What we say of every image ourselves.
_OURS = frozenset({"class", "loading"})


class LinkWriter:
    """Writes the links and images of one note, which go by their numbers among its links.

    A link that leads nowhere is marked and goes nowhere; an image that isn't there has its
    alternative text in its place.
    """

    def __init__(self, links: Sequence[LinkedLink], address: Address, options: Options) -> None:
        self._links = links
        self._address = address
        self._options = options
        self._ends: list[str] = []  # of the links around, outermost first

    def open_link(self, token: Token) -> str:
        """Write the start of a link."""
        number = token.meta.get(LINK)
        if self._is_text(number):
            self._ends.append("")
            return ""
        title = str(token.attrs.get("title", ""))
        text = self._text(number, title)
        if text is not None:
            self._ends.append(f"]{escape(text)}")
            return "["
        address = self._target(number)
        self._ends.append("</span>" if address is None else "</a>")
        if address is None:
            return start_tag("span", self._dead(title))
        attributes: list[_Attribute] = [("href", browser_address(address))]
        if title:
            attributes.append(("title", title))
        return start_tag("a", attributes)

    def close_link(self) -> str:
        """Write the end of a link."""
        return self._ends.pop() if self._ends else "</a>"

    @property
    def in_text(self) -> bool:
        """Whether what is written here is in a link that is none after all."""
        innermost = self._ends[-1:]
        return innermost == [""]

    def _is_text(self, number: int | None) -> bool:
        if number is None or number >= len(self._links):
            return False
        return self._links[number].outcome is Outcome.TEXT

    def image(self, token: Token, alt: str) -> str:
        """Write an image of Markdown."""
        attributes: list[_Attribute] = [("alt", alt)]
        for name in ("title", "width", "height"):
            value = str(token.attrs.get(name, ""))
            if value:
                attributes.append((name, value))
        number = token.meta.get(LINK)
        text = self._text(number, str(token.attrs.get("title", "")))
        if text is not None:
            return escape(f"![{alt}]{text}")
        return self._image(number, attributes)

    def html_tag(self, tag: StartTag, first: int) -> str:
        """Write a start tag of an author's HTML, whose first address is link number `first`."""
        numbers = _numbers(tag, first)
        # Our way of writing an image looks after its source.
        source = numbers.pop("src", [None])[0] if tag.name == "img" else None
        kept = self._led(tag, numbers)
        is_dead = not any(name in numbers for name, _ in kept)
        match tag.name:
            case "img":
                return self._image(source, kept)
            case "video" if is_dead:
                return self._image(None, kept)
            case "a" if is_dead:
                return start_tag(tag.name, [*kept, *self._dead("")])
            case "source" if is_dead:
                return ""
        return start_tag(tag.name, kept)

    def _led(self, tag: StartTag, numbers: dict[str, list[int | None]]) -> list[_Attribute]:
        """Give a tag's attributes with the addresses that lead somewhere; the others are dropped."""
        addressed = {address.attribute for address in tag.addresses}
        kept = [(name, value) for name, value in tag.attributes if name not in addressed]
        for name, numbers_of_links in numbers.items():
            targets = self._targets(numbers_of_links)
            if targets is None:
                continue
            value = targets[0]
            if name == "srcset":
                value = rewrite_sources(_value(tag, name), targets)
            kept.insert(0, (name, value))
        return kept

    def _targets(self, numbers: Sequence[int | None]) -> list[str] | None:
        """The addresses of links; `None` if one of them leads nowhere."""
        targets = []
        for number in numbers:
            target = self._target(number)
            if target is None:
                return None
            targets.append(browser_address(target))
        return targets

    def _target(self, number: int | None) -> str | None:
        if number is None or number >= len(self._links):
            return None
        return self._address(self._links[number])

    def _text(self, number: int | None, title: str) -> str | None:
        """What stands behind the label of a link that is text, as on GitHub: no file has its name."""
        if number is None or number >= len(self._links):
            return None
        linked = self._links[number]
        is_read_here = linked.link.markup is Markup.SPACED
        if not is_read_here or self._address(linked) is not None:
            return None
        shown_title = f' "{title}"' if title else ""
        return f"({linked.link.url}{shown_title})"

    def _dead(self, title: str) -> list[_Attribute]:
        attributes: list[_Attribute] = [("class", "campnotes-dead")]
        tells = title or self._options.dead_link
        if tells:
            attributes.append(("title", tells))
        return attributes

    def _image(self, number: int | None, attributes: Attributes) -> str:
        address = self._target(number)
        if number is None or address is None:
            alt = dict(attributes).get("alt")
            return self._dead_image(alt)
        kept = [(name, value) for name, value in attributes if name not in _OURS]
        source = browser_address(address)
        kept += [("src", source), ("loading", "lazy")]
        if _EXTERNAL.match(address):
            kept.append(("class", "campnotes-remote"))
        elif not {"width", "height"} & dict(attributes).keys():
            kept += self._size(number)
        return start_tag("img", kept)

    def _dead_image(self, alt: str | None) -> str:
        label = alt or self._options.dead_image
        opened = start_tag(
            "span",
            [("class", "campnotes-dead-image"), ("role", "img"), ("aria-label", label)],
        )
        return f"{opened}{escape(label)}</span>"

    def _size(self, number: int) -> list[_Attribute]:
        """The size of an image of the notebook, so that nothing moves when it is loaded."""
        size = self._options.size(self._links[number])
        if size is None:
            return []
        width, height = size
        return [("width", str(width)), ("height", str(height))]


_Attribute = tuple[str, str | None]


def _numbers(tag: StartTag, first: int) -> dict[str, list[int | None]]:
    """Number the addresses of a tag among the note's links, by attribute."""
    numbers: dict[str, list[int | None]] = {}
    for number, address in enumerate(tag.addresses, first):
        of_attribute = numbers.setdefault(address.attribute, [])
        of_attribute.append(number)
    return numbers


def _value(tag: StartTag, attribute: str) -> str:
    """The value of an attribute; of one that is given twice, HTML takes the first."""
    for name, value in tag.attributes:
        if name == attribute:
            return value or ""
    return ""
