"""axe-core, which tells what keeps people from using a page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from support.notebooks import HOME

# WCAG 2.2, levels A and AA, and what axe-core advises besides.
_ALL = {
    "type": "tag",
    "values": "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice".split(),
}
_CONTRAST = {"type": "rule", "values": ["color-contrast"]}
# What these say of a note is for its author: what its headings and images say.
_AUTHORS = {"empty-heading", "image-alt", "page-has-heading-one"}
_RUN = """async (rules) => {
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) => ({
    rule: id,
    element: target.join(" "),
    isOfNote: Boolean(document.querySelector(target[0])?.closest("[data-campnotes-body]")),
    why: [...any, ...all, ...none].map(({ message }) => message).join("; "),
  })))
}"""
# Colours are those at which a transition ends; what is folded is read too.
_SETTLE = """() => {
  const style = document.createElement("style")
  style.textContent = "* { transition: none !important; animation: none !important }"
  document.head.append(style)
  for (const fold of document.querySelectorAll("details")) fold.open = true
}"""


@dataclass(frozen=True)
class Violation:
    """A rule that an element breaks, and why; `where` says on which page, and how it was shown."""

    where: str
    rule: str
    element: str
    why: str


@cache
def _script() -> str:
    file = HOME / "web/node_modules/axe-core/axe.min.js"
    if file.is_file():
        return file.read_text(encoding="utf-8")
    if os.environ.get("CI"):
        pytest.fail("No axe-core: `make check` installs it.")
    pytest.skip("axe-core isn't installed; `make check` does it")


def violations(page: Page, where: str) -> list[Violation]:
    """List what is wrong with an open page as it is shown, but for the note's own Markdown."""
    page.evaluate(_script())
    page.evaluate(_SETTLE)
    return [*_run(page, _ALL, where)]


def violations_in_the_dark(page: Page, where: str) -> list[Violation]:
    """List what can't be read in the dark on a page that `violations` has looked at."""
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    return [*_run(page, _CONTRAST, f"{where} in the dark")]


def _run(page: Page, rules: dict[str, Any], where: str) -> Iterator[Violation]:
    for found in page.evaluate(_RUN, rules):
        if found["isOfNote"] and found["rule"] in _AUTHORS:
            continue
        yield Violation(where, found["rule"], found["element"], found["why"])
