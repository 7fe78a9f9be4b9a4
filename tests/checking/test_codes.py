"""Every rule of findings is explained in the guide, in both languages, and nothing else is."""

from __future__ import annotations

import re

import pytest

from campnotes.finding import guide_address
from campnotes.locales import translations
from campnotes.rules import RULES, SEVERITY_NAMES, Severity
from support.notebooks import HOME

GUIDE = HOME / "docs" / "guide"
# The page in each language, and how its sections call the example and what to do.
PAGES = {"ko": ("findings.md", "예", "고치기"), "en": ("findings.en.md", "Example", "To do")}


def sections(language: str) -> dict[str, str]:
    """What the guide says about each rule, by its code."""
    page, _, _ = PAGES[language]
    text = (GUIDE / page).read_text("utf-8")
    parts = re.split(r"^### `([a-z-]+)`\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("language", PAGES)
def test_the_guide_has_a_section_for_every_rule_in_order(language: str) -> None:
    assert list(sections(language)) == sorted(RULES)


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("code", RULES)
def test_a_section_says_the_severity_an_example_and_what_to_do(code: str, language: str) -> None:
    section = sections(language).get(code, "")
    _, example, to_do = PAGES[language]
    name = translations(language).gettext(SEVERITY_NAMES[RULES[code].severity])
    form = rf"\n\*\*{name}\.\*\* .{{20,}}\n\n- {example}: .+\n- {to_do}: .+\n*"
    assert re.fullmatch(form, section), section


@pytest.mark.parametrize("language", PAGES)
def test_the_address_of_a_rule_is_that_of_its_section(language: str) -> None:
    page, _, _ = PAGES[language]
    assert guide_address("image-large", language).endswith(f"/docs/guide/{page}#image-large")


def test_every_rule_says_what_is_wrong_and_what_to_do() -> None:
    for rule in RULES.values():
        assert rule.message.strip()
        assert rule.advice.strip()


def test_every_severity_has_a_name() -> None:
    assert list(SEVERITY_NAMES) == list(Severity)
