"""Every text of the interface in Korean and English."""

from __future__ import annotations

import re
from string import Formatter

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from campnotes.finding import RULES
from campnotes.locales import translations
from notebooks import HOME

PACKAGE = HOME / "plugins" / "campnotes"


def extracted() -> set[str | tuple[str, ...]]:
    found = extract_from_dir(
        PACKAGE,
        method_map=[("**.py", "python"), ("**.html", "jinja2")],
        options_map={"**.html": {"extensions": "jinja2.ext.do,jinja2.ext.i18n"}},
        keywords={"_": None, "N_": None, "translate": None, "ngettext": (1, 2)},
    )
    return {message for _, _, message, _, _ in found}


def placeholders(text: str) -> set[str]:
    if "%(" in text:
        return set(re.findall(r"%\((\w+)\)", text))
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_text_is_translated_with_its_placeholders() -> None:
    with (PACKAGE / "locales/ko/LC_MESSAGES/campnotes.po").open("rb") as file:
        catalog = read_po(file)
    messages = extracted()
    assert len(messages) > 60
    for message in messages:
        entry = catalog.get(message)
        assert entry is not None, f"not in ko.po: {message}"
        texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        original = message[-1] if isinstance(message, tuple) else message
        for text in texts:
            assert text, message
            assert placeholders(text) == placeholders(original), message
    assert len(catalog) == len(messages)


def test_findings_are_told_in_korean() -> None:
    translate = translations("ko-KR").gettext
    for rule in RULES.values():
        assert re.search("[가-힣]", translate(rule.message))


def test_other_languages_get_english() -> None:
    assert translations("fr").gettext("People") == "People"
