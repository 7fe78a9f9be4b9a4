"""The last changes to a page, after the theme and other plugins: its head, search and content policy."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from msgspec import Struct

from campnotes.hosts.mkdocs.search import name_dialog, use_worker
from campnotes.hosts.mkdocs.sharing.page_heads import with_page_head
from campnotes.hosts.mkdocs.theme.content_policy import with_policy
from campnotes.hosts.mkdocs.theme.edit_button import without_second_edit
from campnotes.hosts.mkdocs.theme.late_scripts import with_late_script
from campnotes.hosts.mkdocs.theme.other_hosts import without_repository_facts
from campnotes.hosts.mkdocs.theme.settled_code import with_settled_code
from campnotes.hosts.mkdocs.theme.short_name import with_short_name
from campnotes.site.sharing.shared_site import SharedSite


class Finishing(Struct, frozen=True, dict=True):
    """How the pages of one build are finished. Whatever decides it is a part of their keys."""

    config: MkDocsConfig
    shared: SharedSite
    has_policy: bool

    def page(self, output: str, page: Page) -> str:
        """Have a page tell what it is about, use our search, and run no script but the theme's."""
        finished = with_page_head(output, page, self.shared)
        finished = without_second_edit(finished)
        finished = with_settled_code(finished)
        return self.template(finished)

    def template(self, output: str) -> str:
        """Do so with a page that is a template, such as 404.html, which isn't about anything."""
        finished = use_worker(output)
        finished = name_dialog(finished)
        finished = without_repository_facts(finished)
        finished = with_short_name(finished, self.config)
        finished = with_late_script(finished)
        if not self.has_policy:
            return finished
        return with_policy(finished, self.config.theme.dirs)
