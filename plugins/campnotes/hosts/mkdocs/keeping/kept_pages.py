"""Take finished pages from a former build, where all that they come from is as it was.

MkDocs makes every page anew. Here the theme's template looks first whether the page is kept under its
key (`page_keys.py`); then it is put in its place, and neither our templates nor the theme's are run.
What MkDocs writes itself instead goes into a temporary file.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, Template
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from campnotes.caching.store import Store, key_of
from campnotes.caching.told import UntoldError
from campnotes.hosts.mkdocs.finishing import Finishing
from campnotes.hosts.mkdocs.keeping.former_site import FormerSite
from campnotes.hosts.mkdocs.keeping.known_pages import KnownPages
from campnotes.hosts.mkdocs.keeping.note_faces import face_of
from campnotes.hosts.mkdocs.keeping.shown_facts import ShownFacts
from campnotes.hosts.mkdocs.other_plugins import knows_all_plugins
from campnotes.hosts.mkdocs.pages.note_pages import NotebookPage, NotePage
from campnotes.hosts.mkdocs.theme.compiled_templates import compiled_templates

log = logging.getLogger("mkdocs.plugins.campnotes")

_MAIN = "main.html"  # the template of all our pages
_IN_PLACE = "This page is in its place already."


def keep_pages(
    finishing: Finishing,
    files: Files,
    known: KnownPages,
    store: Store | None,
    former: FormerSite,
    folder: str,
) -> KeptPages:
    """Keep the pages of a build, after that of a `former` site; `folder` is a temporary one."""
    shared = finishing.shared
    return KeptPages(
        finishing=finishing,
        facts=ShownFacts(shared, _sections(files)),
        known=known,
        store=store,
        former=former,
        scratch=Path(folder, "in-place.html"),
    )


def _sections(files: Files) -> Iterator[str]:
    for file in files:
        if isinstance(file.page, NotebookPage):
            yield file.page.view.section


class KeptPages:
    """The finished pages of one build, and those kept of former ones.

    Where what is `known` has no keys, no page is kept. `scratch` is a temporary file.
    """

    def __init__(
        self,
        finishing: Finishing,
        facts: ShownFacts,
        known: KnownPages,
        store: Store | None,
        former: FormerSite,
        scratch: Path,
    ) -> None:
        self._finishing = finishing
        self._keys = known.keys
        self._facts = facts
        self._known = known
        self._store = store
        self._former = former
        self._scratch = scratch
        self.keys: dict[str, str] = {}  # of all pages that may be kept, by address
        self._is_asked = knows_all_plugins(finishing.config)
        self._new: dict[str, str] = {}  # the keys of pages that are made, by address
        self._moved: list[tuple[File, str]] = []
        self._is_closed = False

    def around(self, environment: Environment) -> Environment:
        """Give a theme's environment whose template looks for kept pages first.

        Beside plugins of which it isn't known what they put into pages it is the theme's own.
        """
        if not self._is_asked:
            return environment
        language = self._finishing.shared.site.language
        environment.bytecode_cache = compiled_templates(language)
        keeping = _KeepingEnvironment(environment, self)
        return cast("Environment", keeping)

    def surround(self, page: NotePage) -> None:
        """Finish what stands on a note's page, unless that is left until it is needed."""
        if not self._is_asked:
            page.finish()

    def put(self, context: Mapping[str, Any]) -> bool:
        """Put the page of a context in its place, if it is kept; else its content is finished."""
        page: Page = context["page"]
        key = "" if self._is_closed else self._key(context)
        address = page.file.dest_uri
        if key:
            self.keys[address] = key
        if key and self._put_kept(page.file, key):
            return True
        self._new[address] = key
        _finish_content(page)
        return False

    def finish(self, output: str, page: Page) -> str:
        """Finish a page behind the theme, and keep it, if it isn't in its place already."""
        if self._is_asked:
            page.content = None  # nobody asks for it any more
        if output is _IN_PLACE:
            return output
        finished = self._finishing.page(output, page)
        key = self._new.pop(page.file.dest_uri, "")
        if key and self._store is not None:
            # As MkDocs writes it.
            written = finished.encode("utf-8", errors="xmlcharrefreplace")
            self._store.put(key, written)
        return finished

    def close(self) -> None:
        """Give the files of the pages their places back.

        A preview makes single pages later. They aren't kept: what is around them is of before.
        """
        self._is_closed = True
        for file, place in self._moved:
            file.abs_dest_path = place
        self._moved.clear()

    def _key(self, context: Mapping[str, Any]) -> str:
        """Give a page's key; `""` where it isn't known what the page comes from."""
        if self._keys is None or self._store is None:
            return ""
        page: Page = context["page"]
        try:
            content = self._digest_content(page)
            digest = self._keys.key(context, content)
        except UntoldError as error:
            log.debug("%s isn't kept: %s", page.file.src_uri, error)
            return ""
        return key_of("page", digest)

    def _digest_content(self, page: Page) -> str:
        """Digest what is ours of a page, of which the parts around a note aren't made yet."""
        if isinstance(page, NotebookPage):
            name = page.view.source
        elif isinstance(page, NotePage):
            name = face_of(page.note)
        else:
            content = page.content or ""
            return key_of(content, _digest_toc(page))
        if page.is_known:
            return self._known.shown(name)
        digest = self._digest_shown(page)
        self._known.learn(name, digest)
        return digest

    def _digest_shown(self, page: NotePage | NotebookPage) -> str:
        if isinstance(page, NotebookPage):
            shown = self._facts.of_generated(page)
        else:
            around = self._facts.around_note(page, self._finishing.config)
            shown = key_of(around, page.digest)
        return key_of(shown, _digest_toc(page))

    def _put_kept(self, file: File, key: str) -> bool:
        """Put a page in its place: the file of the former site, or what is kept of it."""
        place = file.abs_dest_path
        target = Path(place)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not self._former.lend(file.dest_uri, key, target):
            kept = None if self._store is None else self._store.get(key)
            if kept is None:
                return False
            target.write_bytes(kept)
        self._moved.append((file, place))
        file.abs_dest_path = str(self._scratch)
        return True


def _digest_toc(page: Page) -> str:
    toc = _tell_toc(page.toc)
    return key_of(repr(toc))


def _tell_toc(toc: Iterable[AnchorLink]) -> list[Any]:
    told = []
    for link in toc:
        below = _tell_toc(link.children)
        told.append([link.title, link.id, link.level, below])
    return told


def _finish_content(page: Page) -> None:
    """Make what stands on a page of ours, which is left until it is known that it is needed."""
    if isinstance(page, NotePage | NotebookPage):
        page.finish()


class _KeepingEnvironment:
    """A theme's environment with a main template that looks for kept pages first."""

    def __init__(self, environment: Environment, pages: KeptPages) -> None:
        self._environment = environment
        self._pages = pages

    def __getattr__(self, name: str) -> Any:
        return getattr(self._environment, name)

    def get_template(self, name: str) -> Any:
        template = self._environment.get_template(name)
        if name != _MAIN:
            return template
        return _KeepingTemplate(template, self._pages)


class _KeepingTemplate:
    """A theme's main template, which isn't run for a page that is kept."""

    def __init__(self, template: Template, pages: KeptPages) -> None:
        self._template = template
        self._pages = pages

    def __getattr__(self, name: str) -> Any:
        return getattr(self._template, name)

    def render(self, context: Mapping[str, Any]) -> str:
        if self._pages.put(context):
            return _IN_PLACE
        return self._template.render(context)
