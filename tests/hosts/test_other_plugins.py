"""campnotes beside the plugins that MkDocs sites use most: each alone with it, in a strict build."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import markdown_it
import pytest
from mkdocs.exceptions import Abort

from support.sites import BuiltSite, build_with

NOTES: dict[str, str | bytes] = {
    "README.md": "# 물빛 노트\n\n[첫날](week1/day1/day1.md)\n",
    "week1/day1/day1.md": "---\ntags: [어텐션]\n---\n# 첫날\n\n주의를 배웠다. {{ 6 * 7 }} [[other]]"
    " {{ git_page_authors }}\n\n![그림](img/a.png)\n",
    "week1/day1/img/a.png": b"\x89PNG\r\n\x1a\n",
    "week1/day2/day2.md": "# 둘째 날\n\n## 피어세션\n\n##### 큐\n\n발표자: `윤서진`\n\n"
    "[책](https://a.example)\n",
    "other.md": "# 그 밖의\n",
}
DAY1 = "week1/day1/day1/"
INSTALLED = {plugin.name for plugin in entry_points(group="mkdocs.plugins")}


@dataclass(frozen=True)
class Beside:
    """A plugin with its options and files, and what tells that it has worked: a text of a page.

    `without` is what that page must not have.
    """

    name: str
    page: str
    text: str
    options: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    without: str = "Traceback"


GEN = """
import mkdocs_gen_files
with mkdocs_gen_files.open("made.md", "w") as file:
    file.write("# 만든 글\\n")
"""
PLUGINS = [
    Beside("material/tags", DAY1, "md-tag"),
    Beside(
        "material/meta",
        "other/",
        'content="모두의 설명"',
        files={"notes/.meta.yml": "description: 모두의 설명\n"},
    ),
    Beside(
        "material/blog",
        "other/",
        "blog/2026/03/05/",
        files={
            "notes/blog/index.md": "# 블로그\n",
            "notes/blog/posts/a.md": "---\ndate: 2026-03-05\n---\n# 글\n",
            "notes/other.md": "# 그 밖의\n\n[글](blog/posts/a.md)\n",
        },
    ),
    Beside("material/offline", "search/search_index.js", "주의를 배웠다", {"enabled": True}),
    Beside("macros", DAY1, "42"),
    Beside("git-revision-date-localized", DAY1, "git-revision-date-localized-plugin"),
    Beside("git-authors", DAY1, "나래"),
    Beside("redirects", "old/", "other/", {"redirect_maps": {"old.md": "other.md"}}),
    Beside("glightbox", DAY1, 'class="glightbox"'),
    Beside("gen-files", "made/", "만든 글", {"scripts": ["make.py"]}, {"make.py": GEN}),
    Beside(
        "literate-nav",
        "",
        "하루의 이름",
        files={"notes/SUMMARY.md": f"* [집](README.md)\n* [하루의 이름]({DAY1[:-1]}.md)\n"},
        config={"validation": {"nav": {"omitted_files": "ignore"}}},
    ),
    Beside("section-index", "", "md-nav__link"),
    Beside("minify", DAY1, "<!doctype html><html", {"minify_html": True}),
    Beside(
        "awesome-pages",
        "",
        "첫째 주라네",
        files={
            "notes/week1/.pages": "title: 첫째 주라네\n",
            "notes/old.md": "# 옛\n".encode("cp949"),
        },
    ),
    Beside(
        "awesome-nav", "", "첫째 주라네", files={"notes/week1/.nav.yml": "title: 첫째 주라네\n"}
    ),
    Beside(
        "include-markdown",
        "other/",
        "윤서진",
        files={"notes/other.md": '# 그\n\n{% include-markdown "week1/day2/day2.md" %}\n'},
    ),
    Beside("rss", "feed_rss_created.xml", f"https://camp.example/{DAY1}", without="/people/"),
    Beside("obsidian-bridge", DAY1, 'href="../../../other/"'),
    Beside("llmstxt", "llms.txt", "첫날", {"sections": {"노트": ["week1/day1/day1.md"]}}),
    Beside("exclude", "", "물빛 노트", {"glob": ["other.md"]}),
]


def build_beside(folder: Path, plugin: Beside, **more: Any) -> BuiltSite:
    """Build the notebook in a Git repository, with a plugin and its files."""
    for path, content in {**_in_notes(), **plugin.files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        raw = content if isinstance(content, bytes) else content.encode()
        file.write_bytes(raw)
    _commit(folder)
    theirs = [] if plugin.name == "search" else [{plugin.name: dict(plugin.options)}]
    config = {
        "plugins": ["search", *theirs, "campnotes"],
        "site_url": "https://camp.example/",
        **plugin.config,
        **more,
    }
    return build_with(folder / "notes", folder / "site", config)


def _in_notes() -> dict[str, str | bytes]:
    return {f"notes/{path}": content for path, content in NOTES.items()}


def _commit(folder: Path) -> None:
    git = ["git", "-c", "user.name=나래", "-c", "user.email=narae@camp.example"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "notes"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True, capture_output=True)


def read(site: BuiltSite, url: str) -> str:
    """The text of a page, where the site is made to be opened from files too."""
    if site.file(url).is_file():
        return site.text(url)
    name = url.removesuffix("/")
    try:
        return site.text(f"{name}/index.html")
    except FileNotFoundError:
        return site.text(f"{name}.html")


def needs(name: str) -> None:
    if name not in INSTALLED:
        pytest.skip(f"{name} isn't installed; make setup does it")


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda plugin: plugin.name)
def test_each_works_and_so_do_we(
    plugin: Beside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs(plugin.name)
    monkeypatch.chdir(tmp_path)
    site = build_beside(tmp_path, plugin)
    page = read(site, plugin.page)
    assert plugin.text in page
    assert plugin.without not in page
    assert "주의를 배웠다" in read(site, DAY1)
    assert "큐" in read(site, "people/윤서진/")
    for page in ("contents/", "health/", "references/", "weeks/1/"):
        assert "campnotes" in read(site, page)
    assert "week1/day2/day2.md" in {note["path"] for note in site.inventory["notes"]}


def test_a_source_of_every_page_can_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As plugins do that we don't know: by the path, or by the text."""
    monkeypatch.chdir(tmp_path)
    hook = (
        "from pathlib import Path\n"
        "def on_page_content(html, page, config, files):\n"
        "    text = Path(page.file.abs_src_path).read_text(encoding='utf-8')\n"
        "    assert text == page.file.content_string\n"
        "    assert page.file.src_path and page.file.src_uri and text\n"
        "    return html + '<p>gesehen</p>'\n"
    )
    (tmp_path / "hook.py").write_text(hook)
    site = build_beside(tmp_path, Beside("search", "", ""), hooks=["hook.py"])
    seen = [url for url in site.urls() if "gesehen" in site.text(url)]
    assert seen == site.urls()


def test_a_plugin_that_replaces_our_pages_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    hook = (
        "from mkdocs.structure.pages import Page\n"
        "def on_nav(nav, config, files):\n"
        "    Page(None, files.get_file_from_path('other.md'), config)\n"
    )
    (tmp_path / "hook.py").write_text(hook)
    with pytest.raises(Abort):
        build_beside(tmp_path, Beside("search", "", ""), hooks=["hook.py"])
    assert "(other.md)" in caplog.text


def test_an_old_parser_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(markdown_it, "__version__", "3.0.0")
    with pytest.raises(Abort):
        build_beside(tmp_path, Beside("search", "", ""))
    assert "markdown-it-py>=4.1" in caplog.text
