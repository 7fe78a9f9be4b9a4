"""The title of a whole notebook, where nobody told it."""

from __future__ import annotations

from campnotes.linking.file_names import readable
from campnotes.linking.recurring import is_generic
from campnotes.linking.title_headings import top_heading
from campnotes.parsing.note import ParsedNote
from campnotes.parsing.outline import is_sentence

LONGEST = 30


def notebook_title(readme: ParsedNote) -> str | None:
    """What a README calls its notebook: its title, or else its first heading of level 1.

    A heading that is long, a sentence, or could stand on any README says nothing.
    """
    told = readme.front_matter.title
    if told:
        return told
    heading = top_heading(readme)
    if heading is None or heading.level > 1:
        return None
    text = heading.text
    if len(text) > LONGEST or is_sentence(text):
        return None
    return None if is_generic(text) else text


def name_of_repository(address: str) -> str:
    """The name of a repository as a title: that of `https://github.com/narae/boost-camp` is “Boost camp”."""
    path = address.rstrip("/").removesuffix(".git")
    name = path.rsplit("/", 1)[-1]
    words = name.replace("-", " ")
    return readable(words)
