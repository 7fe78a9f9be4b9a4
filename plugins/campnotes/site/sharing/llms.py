"""What language models are given of a site: `llms.txt`, which leads to the Markdown of each note.

See https://llmstxt.org: a title, what the site is, and lists of links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from campnotes.linking.model import LinkedLink, Note, Outcome
from campnotes.notebook.plain_text import encodable, one_line
from campnotes.parsing.links import Link, Markup
from campnotes.site.days.groups import Section
from campnotes.site.sharing.note_page_head import asks_for_noindex
from campnotes.site.sharing.remarks import without_remarks
from campnotes.site.sharing.shared_site import SharedSite, is_told
from campnotes.site.urls import relative_url

_IN_FRONT = ("](", "](<", 'src="', "src='", "src=", 'href="', "href='", "]: ")
_BRACKETS = str.maketrans({"(": "%28", ")": "%29"})  # which would end a link
_IN_LIST = str.maketrans({"[": "(", "]": ")"})


def llms_text(shared: SharedSite) -> str:
    """Write `llms.txt`: the site's name and description, and its notes by week."""
    name = one_line(shared.name)
    parts = [f"# {name}"]
    if shared.description:
        description = one_line(shared.description)
        parts.append(f"> {description}")
    parts.append(_home(shared))
    for section in shared.site.sections():
        listed = _section(section, shared)
        parts.append(listed)
    told = filter(None, parts)
    return "\n\n".join(told) + "\n"


def _home(shared: SharedSite) -> str:
    site = shared.site
    if site.home_note is None:
        return ""
    note = site.notebook.by_path[site.home_note]
    return _list([note], shared)


def _section(section: Section, shared: SharedSite) -> str:
    entries = _list(section.notes, shared)
    if not entries:
        return ""
    title = one_line(section.title)
    return f"## {title}\n\n{entries}"


def _list(notes: Iterable[Note], shared: SharedSite) -> str:
    entries = _entries(notes, shared)
    return "\n".join(entries)


def _entries(notes: Iterable[Note], shared: SharedSite) -> Iterator[str]:
    for note in notes:
        if not is_told(note) or asks_for_noindex(note):
            continue
        url = shared.markdown_url(note)
        address = shared.absolute(url) or url
        line = one_line(note.full_title)
        title = line.translate(_IN_LIST)
        description = shared.descriptions[note.path]
        about = f": {description}" if description else ""
        yield f"- [{title}](<{address}>){about}"


class MarkdownPlace(Struct, frozen=True):
    """Where a note's Markdown is in the site, and the site addresses of the notebook's files."""

    url: str
    files: Callable[[str], str]


def note_markdown(note: Note, text: str, shared: SharedSite, place: MarkdownPlace) -> str:
    """A note's Markdown as it is published: without front matter and remarks, its links led on.

    - A link to another note leads to that one's Markdown.
    - Images and other files of the notebook are where the site has them.
    - Addresses are whole ones, or where nobody knows the site's, as seen from the Markdown.
    """
    lines = text.split("\n")
    first = note.parsed.document.first_line
    for linked in note.links:
        at = linked.link.line - first
        address = _address_on_site(linked, shared, place)
        if address and 0 <= at < len(lines):
            lines[at] = _led_on(lines[at], linked.link, address)
    led_on = "\n".join(lines)
    parsing = shared.site.notebook.settings.parsing
    told = without_remarks(led_on, parsing)
    body = encodable(told).strip("\n")
    if body.startswith("# "):
        return f"{body}\n"
    title = one_line(note.full_title)
    return f"# {title}\n\n{body}\n"


def _address_on_site(linked: LinkedLink, shared: SharedSite, place: MarkdownPlace) -> str:
    """Where a link leads to on the site; `""` for one that stays as it is written."""
    written = linked.link.url
    if linked.target is None or written.startswith("#"):
        return ""
    url = ""
    if linked.outcome is Outcome.NOTE:
        target = shared.site.notebook.by_path.get(linked.target)
        if target is not None:
            url = shared.markdown_url(target)
    elif linked.outcome is Outcome.FILE:
        url = place.files(linked.target)
    if not url:
        return ""
    address = shared.absolute(url) or relative_url(url, place.url)
    return address.translate(_BRACKETS)


def _led_on(line: str, link: Link, address: str) -> str:
    """A line with another address in the place of a link's, however that is written."""
    written = link.url
    if link.markup is Markup.WIKILINK:
        return line
    for before in _IN_FRONT:
        if before + written in line:
            return line.replace(before + written, before + address, 1)
    return line
