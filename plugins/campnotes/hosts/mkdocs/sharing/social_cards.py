"""Draw the pictures that previews of links show, if Pillow is installed (`campnotes[cards]`)."""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from msgspec.structs import replace

from campnotes.caching.notes import NoteCache
from campnotes.caching.store import key_of
from campnotes.caching.versions import versions
from campnotes.cards.card import Card
from campnotes.cards.planning import plan_cards
from campnotes.hosts.mkdocs.assets import ASSETS
from campnotes.hosts.mkdocs.theme.site_sign import site_colour
from campnotes.site.sharing.shared_site import SharedSite
from campnotes.site.slugs import digest_of

_FOLDER = f"{ASSETS}/cards"
_DRAWING_CARDS = "material/social"


class Cards:
    """The cards of one build, by the place in the site where each is to lie."""

    def __init__(self) -> None:
        self._cards: dict[str, Card] = {}

    def plan(self, shared: SharedSite, config: MkDocsConfig, *, wanted: bool) -> SharedSite:
        """Plan the cards of a site; gives the site as it is shared with them.

        There are none unless they are `wanted`, without Pillow, beside Material's plugin that draws
        some, and where nobody knows the site's address, which a preview needs.
        """
        self._cards = {}
        if not wanted or not shared.address or not _can_draw(config):
            return shared
        colour = site_colour(config)
        places = {}
        for url, card in plan_cards(shared, colour):
            place = _place(card)
            places[url] = place
            self._cards[place] = card
        return replace(shared, cards=places)

    def write(self, folder: Path, cache: NoteCache) -> None:
        """Draw the cards into the site's folder, but those that were kept of a former build."""
        for place, card in self._cards.items():
            target = folder / place
            target.parent.mkdir(parents=True, exist_ok=True)
            drawn = _drawn(card, cache)
            target.write_bytes(drawn)


def _can_draw(config: MkDocsConfig) -> bool:
    if _DRAWING_CARDS in config.plugins:
        return False
    return find_spec("PIL") is not None


def _place(card: Card) -> str:
    """Where a card lies: two pages whose cards say the same share one."""
    digest = digest_of(repr(card))
    return f"{_FOLDER}/{digest[:16]}.png"


def _drawn(card: Card, cache: NoteCache) -> bytes:
    # It is an extra, and takes a while to load.
    from campnotes.cards.drawing import draw_card

    store = cache.store
    if store is None:
        return draw_card(card)
    key = key_of("card", versions(), _pillow(), repr(card))
    return store.kept_or_made(key, lambda: draw_card(card))


def _pillow() -> str:
    return version("pillow")
