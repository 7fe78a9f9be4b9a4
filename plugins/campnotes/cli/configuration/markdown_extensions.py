"""The Markdown extensions for notes in Material's own syntax, where a notebook names none.

They are added to a configuration that MkDocs has checked. It checks extensions by loading them, which
takes a tenth of what a build takes that has nothing to do; and few notebooks have such notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def _fence_code(*arguments: Any, **named: Any) -> Any:
    # The extension is loaded with the first note that needs it.
    from pymdownx.superfences import fence_code_format

    return fence_code_format(*arguments, **named)


_MERMAID = {
    "name": "mermaid",
    "class": "mermaid",
    "format": _fence_code,
}
EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True},
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.caret": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {},
    "pymdownx.inlinehilite": {},
    "pymdownx.keys": {},
    "pymdownx.mark": {},
    "pymdownx.superfences": {"custom_fences": [_MERMAID]},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
    "pymdownx.tilde": {},
}


def add_extensions(config: MkDocsConfig) -> None:
    """Add the extensions to a configuration that has MkDocs' own."""
    names = [*config.markdown_extensions, *EXTENSIONS]
    distinct = dict.fromkeys(names)
    config.markdown_extensions = list(distinct)
    configured = dict(config.mdx_configs or {})
    for name, told in EXTENSIONS.items():
        if told:
            configured[name] = dict(told)
    config.mdx_configs = configured
