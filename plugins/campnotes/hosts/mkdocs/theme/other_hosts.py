"""Keep a theme from asking other hosts while somebody reads: for fonts, scripts or statistics."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

# What Material loads from Google where nobody names a font.
_DEFAULT_FONTS = {"text": "Roboto", "code": "Roboto Mono"}
# Material's script asks the host of the repository for stars where it finds this.
_REPOSITORY_FACTS = ' data-md-component="source"'


def keep_to_own_host(config: MkDocsConfig) -> None:
    """Switch off what a theme would load from another host without having been told to.

    - Material: fonts, unless `theme.font` names some;
    - MkDocs' own themes: the highlighter of code, which our pages don't need.
    """
    theme: Any = config.theme
    if theme.get("font") == _DEFAULT_FONTS:
        theme["font"] = False
    if "highlightjs" in theme:
        theme["highlightjs"] = False


def without_repository_facts(page: str) -> str:
    """Leave out of a page what makes Material's script ask api.github.com.

    The link to the repository stays. Nothing of a note matches: its attributes are ours to choose.
    """
    return page.replace(_REPOSITORY_FACTS, "")
