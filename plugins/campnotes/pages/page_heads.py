"""What a generated page tells of itself in its head."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from campnotes.linking.model import TITLE_JOINT
from campnotes.notebook.plain_text import one_line
from campnotes.pages.generated import GeneratedPage
from campnotes.pages.kinds.person import PersonView
from campnotes.pages.kinds.tag import TagView
from campnotes.site.sharing.descriptions import LONGEST, joined
from campnotes.site.sharing.linked_data import gathered_data, home_data, person_data
from campnotes.site.sharing.note_page_head import page_feeds, site_feeds
from campnotes.site.sharing.page_head import Alternate, PageHead
from campnotes.site.sharing.shared_site import SharedSite
from campnotes.site.sharing.social_cards import card_image


def generated_page_head(page: GeneratedPage, shared: SharedSite) -> PageHead:
    """Say what is told of a generated page: what it lists, and its feeds if it has some."""
    url = shared.site.page_url(page.source)
    is_home = page.section == "home"
    head = PageHead(
        title=shared.name if is_home else one_line(page.title),
        site=shared.name,
        description=_description(page, shared),
        canonical=shared.absolute(url),
        kind="profile" if isinstance(page.view, PersonView) else "website",
        language=shared.site.language,
        image=card_image(url, page.title, shared),
        alternates=(*site_feeds(shared), *_own_feeds(page, url, shared)),
        noindex=page.noindex,
    )
    return replace(head, data=_data(page, head, shared))


def _data(page: GeneratedPage, head: PageHead, shared: SharedSite) -> str:
    if page.section == "home":
        return home_data(head, shared)
    if isinstance(page.view, PersonView):
        return person_data(page.view.person, head, shared)
    return gathered_data(head, shared)


def _own_feeds(page: GeneratedPage, url: str, shared: SharedSite) -> tuple[Alternate, ...]:
    """The feeds of a person or a tag."""
    site = shared.site
    view = page.view
    if isinstance(view, PersonView):
        name = view.person.name
        person = site.person_url(name)
        return page_feeds(person, name, shared)
    if isinstance(view, TagView):
        return page_feeds(url, f"#{page.title}", shared)
    return ()


def _description(page: GeneratedPage, shared: SharedSite) -> str:
    """What a page lists, with whose it is in front: `김나래 · 물결캠프 노트: 어텐션 · RAG`."""
    if page.section == "home" and shared.description:
        return shared.description
    whose = _whose(page, shared)
    if page.noindex:
        return whose
    titles = _listed(page, shared)
    listed = joined(titles)
    described = f"{whose}: {listed}"
    if not listed:
        return whose
    return described if len(described) <= LONGEST else listed


def _whose(page: GeneratedPage, shared: SharedSite) -> str:
    if page.section == "home":
        return shared.name
    named = f"{page.title}{TITLE_JOINT}{shared.name}"
    return one_line(named)


def _listed(page: GeneratedPage, shared: SharedSite) -> Iterable[str]:
    """The titles of what a page lists."""
    view = page.view
    site = shared.site
    week = shared.week_by_source.get(page.source)
    if week is not None:
        return [note.topic or note.title for note in week.notes]
    if isinstance(view, PersonView):
        name = view.person.name
        topics = [presentation.topic for _, presentation in site.presentations_of[name]]
        return filter(None, topics)
    if isinstance(view, TagView):
        return [note.full_title for note in view.notes]
    return [entry.text for entry in page.toc]
