"""Give pages a Content-Security-Policy: on them run the site's own scripts, and no other.

It is the second wall behind the sanitiser: a script that found its way into a page wouldn't run.
GitHub Pages sends no headers of ours, so that the policy stands in the page (CSP 3, 3.3: `<meta>`).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from campnotes.hosts.mkdocs.theme.files import theme_files
from campnotes.patterns import regex

# Images and sound of notes may lie anywhere; KaTeX and Mermaid write styles into what they draw.
_RULES = (
    "default-src 'self'",
    "img-src * data: blob:",
    "media-src * data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
# Browsers look for the encoding only at the very beginning, so that it stays in front.
_HEAD = regex(r"<head(?: [^<>]*)?>(?:\s*<meta charset=[^<>]*>)?")
_INLINE_SCRIPT = regex(r"<script>(.*?)</script>", re.DOTALL)
_TEMPLATE_VALUE = regex(r"\{\{.*?\}\}")
_STATEMENT = "{%"
_OUTER_SCRIPT = regex(r'<script src="([^"]+)"(?: defer| async)?></script>')
# What may stand where a template has a value: `../..`, but nothing that could end a text.
_VALUE = r"[\w./:%~-]*"


def with_policy(page: str, theme_folders: Sequence[str]) -> str:
    """Write the policy into the head of a page, before anything that it is about.

    Of the inline scripts only those are allowed that a template of the theme holds; whatever else
    the page has was put there by something else.
    """
    head = _HEAD.search(page)
    if head is None:
        return page
    known = theme_scripts(tuple(theme_folders))
    scripts = _inline_scripts(page)
    allowed = [script for script in scripts if _is_one_of(script, known)]
    policy = _policy(allowed)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    before = page[: head.end()]
    behind = page[head.end() :]
    return before + meta + _with_early_scripts(behind)


def _with_early_scripts(page: str) -> str:
    """Name a page's scripts in front of its first one, so that they are fetched beside its styles.

    Chrome looks ahead for what a page needs, but not behind a policy. So the scripts would wait for
    the styles, for which a script in the head waits, and what is shown for both. The styles stand in
    front of that, and are still fetched first.
    """
    first = page.find("<script")
    if first < 0:
        return page
    addresses = _OUTER_SCRIPT.findall(page)
    hints = "".join(map(_early_script, addresses))
    return page[:first] + hints + page[first:]


def _early_script(address: str) -> str:
    return f'<link rel="preload" as="script" href="{address}" fetchpriority="low">'


def _inline_scripts(page: str) -> list[str]:
    return _INLINE_SCRIPT.findall(page)


def _is_one_of(script: str, known: Iterable[re.Pattern[str]]) -> bool:
    return any(pattern.fullmatch(script) for pattern in known)


def _policy(scripts: Iterable[str]) -> str:
    """Write the policy of a page that has these inline scripts."""
    hashes = map(_hash, scripts)
    script_rule = " ".join(["script-src 'self'", *hashes])
    return "; ".join([*_RULES, script_rule])


@cache
def _hash(script: str) -> str:
    """Name a script in a policy by its digest (CSP 3, 2.3.1)."""
    digest = hashlib.sha256(script.encode()).digest()
    encoded = base64.b64encode(digest).decode()
    return f"'sha256-{encoded}'"


@cache
def theme_scripts(folders: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Read the inline scripts of a theme's templates, as patterns of what they become.

    A script with statements of the template language is left out: these are for services of others.
    """
    scripts: list[str] = []
    for folder in folders:
        for path in theme_files(folder):
            if path.endswith(".html"):
                text = Path(folder, path).read_text(encoding="utf-8")
                scripts += _inline_scripts(text)
    return tuple(_as_pattern(script) for script in scripts if _STATEMENT not in script)


def _as_pattern(script: str) -> re.Pattern[str]:
    literal = map(re.escape, _TEMPLATE_VALUE.split(script))
    return re.compile(_VALUE.join(literal))
