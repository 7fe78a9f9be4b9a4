"""Write the inventory of a site: one file, or that of a cohort with a part for each member."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from campnotes.hosts.mkdocs.assets import ASSETS
from campnotes.hosts.mkdocs.publishing import Publishing
from campnotes.inventory import FILE_NAME, build_inventory, divide_notebook, write_inventory
from campnotes.linking.model import Notebook
from campnotes.site.model import Site

FOLDER = f"{ASSETS}/inventory"


def write_inventories(
    publishing: Publishing, config: MkDocsConfig, title: str, translate: Callable[[str], str]
) -> None:
    """Write `campnotes.json`, which names the parts if there are any."""
    site = publishing.site
    person_urls = publishing.person_urls

    def build(notebook: Notebook) -> dict[str, Any]:
        return build_inventory(
            notebook,
            note_urls=site.note_urls,
            person_urls=person_urls,
            title=title,
            language=site.language,
            repository=notebook.settings.known_repository,
            site_url=config.site_url or None,
            translate=translate,
        )

    folder = Path(config.site_dir)
    if not site.members:
        write_inventory(build(site.notebook), folder / FILE_NAME)
        return
    divided = divide_notebook(site.notebook, _members(site))
    first = build(divided.pop(""))
    parts = []
    for member, notebook in divided.items():
        url = f"{FOLDER}/{site.member_name(member)}.json"
        # One after the other, so that no more than one is in memory.
        write_inventory(build(notebook), folder / url)
        parts.append({"member": posixpath.basename(member), "folder": member, "url": url})
    write_inventory({**first, "parts": parts}, folder / FILE_NAME)


def _members(site: Site) -> dict[str, str]:
    """The member of each note, by path; `""` where the member has no page."""
    members = {}
    for note in site.notebook.notes:
        member = note.place.member
        members[note.path] = member if member in site.members else ""
    return members
