"""How notes are rendered: what the host wishes, and the texts in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from campnotes.linking.model import LinkedLink

# The final address of a link; `None` for one that leads nowhere.
Address = Callable[[LinkedLink], str | None]


# The width and height in pixels of an image of the notebook; `None` where they aren't known.
Size = Callable[[LinkedLink], tuple[int, int] | None]


def _is_unknown(_link: LinkedLink) -> None:
    return None


class Options(Struct, frozen=True):
    """How notes are rendered.

    - `permalink`: the mark beside headings; `""` for none.
    - `alerts`: the titles of alerts by their kind in lower case.
    - `task_done` and `task_open`: what the boxes of tasks are called where they can't be seen.
    - `ask_for_remote`: the question in the place of media from other hosts, with `{host}`; `""` shows
      them.
    - `size`: tells the size of an image of the notebook, where it is known.
    """

    permalink: str = ""
    permalink_title: str = ""
    dead_link: str = ""
    dead_image: str = ""
    footnote_back: str = ""
    task_done: str = ""
    task_open: str = ""
    ask_for_remote: str = ""
    alerts: Mapping[str, str] = field(default_factory=dict)
    size: Size = _is_unknown
