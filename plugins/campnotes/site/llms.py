"""What language models are given of a site: `llms.txt`, which leads to the Markdown of each note.

See https://llmstxt.org: a title, what the site is, and lists of links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from campnotes.linking.model import LinkedLink, Note, Outcome
from campnotes.notebook.plain_text import encodable, one_line
from campnotes.site.note_page_head import asks_for_noindex
from campnotes.site.remarks import without_remarks
from campnotes.site.sections import Section
from campnotes.site.shared import SharedSite, is_told

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


def note_markdown(note: Note, text: str, shared: SharedSite) -> str:
    """A note's Markdown as it is published: without front matter and remarks, its links led on.

    A link to another note leads to that one's Markdown, or where nobody knows the site's address,
    stays as it is written.
    """
    lines = text.split("\n")
    first = note.parsed.document.first_line
    if shared.address:
        for linked in note.links:
            at = linked.link.line - first
            if 0 <= at < len(lines):
                lines[at] = _led_on(lines[at], linked, shared)
    led_on = "\n".join(lines)
    parsing = shared.site.notebook.settings.parsing
    told = without_remarks(led_on, parsing)
    body = encodable(told).strip("\n")
    if body.startswith("# "):
        return f"{body}\n"
    title = one_line(note.full_title)
    return f"# {title}\n\n{body}\n"


def _led_on(line: str, linked: LinkedLink, shared: SharedSite) -> str:
    """A line with the address of another note's Markdown in the place of the path to its file."""
    if linked.outcome is not Outcome.NOTE or linked.target is None:
        return line
    written = linked.link.url
    target = shared.site.notebook.by_path.get(linked.target)
    if target is None or written.startswith("#"):
        return line
    url = shared.markdown_url(target)
    if not url:
        return line
    address = shared.absolute(url)
    return line.replace(f"]({written}", f"]({address}", 1)
