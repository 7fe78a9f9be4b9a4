"""What machines read of a page: JSON-LD in the words of schema.org."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from campnotes.compact_json import compact_json
from campnotes.linking.model import Note, Person
from campnotes.site.sharing.page_head import PageHead
from campnotes.site.sharing.shared_site import SharedSite

_CONTEXT = "https://schema.org"
# What could end the script element that the data stands in, or a line of it (HTML, 4.12.1.3).
_ESCAPES = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }
)


def note_data(note: Note, head: PageHead, shared: SharedSite) -> str:
    """Say of a note what it is: a dated one is a posting, any other a text to learn from."""
    is_dated = head.published is not None
    data = {
        "@type": "BlogPosting" if is_dated else "LearningResource",
        "headline": head.title,
        "name": head.title,
        "datePublished": _iso(head.published),
        "dateModified": _iso(head.changed),
        "author": _author(note, shared),
        "keywords": ", ".join(head.tags),
        "isPartOf": _website(shared),
        **_common(head),
    }
    return as_script(data)


def home_data(head: PageHead, shared: SharedSite) -> str:
    """Say of the home page which site it opens."""
    data = {
        **_website(shared),
        **_common(head),
        "author": _named(shared.author),
    }
    return as_script(data)


def person_data(person: Person, head: PageHead, shared: SharedSite) -> str:
    """Say of a person's page whom it is about."""
    about = {
        "@type": "Person",
        "name": person.name,
        "alternateName": list(person.aliases),
    }
    data = {
        "@type": "ProfilePage",
        "name": head.title,
        "mainEntity": _told(about),
        "isPartOf": _website(shared),
        **_common(head),
    }
    return as_script(data)


def gathered_data(head: PageHead, shared: SharedSite) -> str:
    """Say of any other page that it gathers what stands in notes."""
    data = {
        "@type": "CollectionPage",
        "name": head.title,
        "isPartOf": _website(shared),
        **_common(head),
    }
    return as_script(data)


def as_script(data: Mapping[str, Any]) -> str:
    """Write data as JSON that can't end the script element around it.

    For example, `</script>` in a title is `\\u003c/script\\u003e`, which is the same text in JSON.
    """
    told = {"@context": _CONTEXT, **_told(data)}
    written = compact_json(told)
    return written.translate(_ESCAPES)


def _common(head: PageHead) -> dict[str, Any]:
    return {
        "description": head.description,
        "url": head.canonical,
        "image": head.image.address if head.image else "",
        "inLanguage": head.language,
    }


def _website(shared: SharedSite) -> dict[str, Any]:
    website = {
        "@type": "WebSite",
        "name": shared.name,
        "url": shared.address,
    }
    return _told(website)


def _author(note: Note, shared: SharedSite) -> dict[str, Any] | None:
    """Who wrote a note: whom it names itself, else whose notes these are."""
    name = shared.author_of(note) or shared.author
    return _named(name)


def _named(name: str) -> dict[str, Any] | None:
    if not name:
        return None
    return {"@type": "Person", "name": name}


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _told(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data without the fields that nothing is known of."""
    return {name: value for name, value in data.items() if value}
