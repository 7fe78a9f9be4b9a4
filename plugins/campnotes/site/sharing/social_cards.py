"""What the pictures of pages show, which previews of links have."""

from __future__ import annotations

from campnotes.notebook.plain_text import one_line
from campnotes.site.sharing.page_head import CardImage
from campnotes.site.sharing.shared_site import SharedSite

WIDTH = 1200  # pixels, of the size that services ask for
HEIGHT = 630


def card_image(url: str, title: str, shared: SharedSite) -> CardImage | None:
    """Give the picture of the page at an address, else that of the home page, if any is drawn."""
    home = shared.cards.get(shared.site.home_url)
    place = shared.cards.get(url, home)
    if place is None or not shared.address:
        return None
    return CardImage(
        address=shared.absolute(place),
        text=one_line(title),
        width=WIDTH,
        height=HEIGHT,
    )
