"""The page that a host shows for an address without a page: `404.html`."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Template
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig

from campnotes.hosts.mkdocs.assets import ASSETS
from campnotes.hosts.mkdocs.publishing import Publishing

NOT_FOUND = "404.html"
_ADDRESSES = f"{ASSETS}/pages.json"
_PAGE = """\
{% extends "main.html" %}
{% block htmltitle %}<title>{{ not_found_title }} - {{ config.site_name }}</title>{% endblock %}
{% block extrahead %}{{ super() }}<meta name="robots" content="noindex">{% endblock %}
{% block content %}{{ not_found }}{% endblock %}
"""


def not_found_page(template: Template, publishing: Publishing, config: MkDocsConfig) -> Template:
    """Give the template of the page: ours in the place of the theme's, but never of the user's."""
    if _is_users(template, config):
        return template
    base = urlsplit(config.site_url or "/").path or "/"
    shown = publishing.render_not_found(base, _ADDRESSES)
    title = publishing.site.translate("This page isn't here")
    values = {
        "not_found": Markup(shown),
        "not_found_title": escape(title),
    }
    page: Template = template.environment.from_string(_PAGE, globals=values)
    return page


def _is_users(template: Template, config: MkDocsConfig) -> bool:
    custom = config.theme.custom_dir
    if not custom or not template.filename:
        return False
    file = Path(template.filename).resolve()
    return file.is_relative_to(Path(custom).resolve())


def write_addresses(publishing: Publishing, folder: Path) -> None:
    """Write the list of addresses for the page's script; other pages don't load it."""
    target = folder / _ADDRESSES
    target.parent.mkdir(parents=True, exist_ok=True)
    listed = publishing.list_addresses()
    target.write_text(listed, encoding="utf-8")
