"""What of a notebook is in its site, and what is said of the rest."""

from __future__ import annotations

import json
import logging
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import material  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.structure.files import Files, InclusionLevel

from campnotes.cli import main
from campnotes.hosts.mkdocs import reporting
from support.sites import BuiltSite, build_anything, build_with

Write = Callable[[Mapping[str, str | bytes]], Path]
PNG = b"\x89PNG\r\n\x1a\n"
THEME = Path(material.__file__).parent / "templates"
BUNDLE = next(THEME.glob("assets/javascripts/bundle.*.min.js")).relative_to(THEME).as_posix()
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><circle r="1"/></svg>'

HOSTILE: dict[str, str | bytes] = {
    "README.md": "# 모음\n\n![f](assets/images/favicon.png) ![p](pic.svg) ![bad](bad.svg)\n\n"
    "[b](BUNDLE) [page](page.html) [L](LICENSE) [c](contents) [pdf](a.pdf) [key](id_rsa)\n"
    "[txt](memo.txt) [i](campnotes.json) [s](search/search_index.json) [pipe](pipe.pdf)\n"
    "[ignored](ignored.pdf) [big](big.bin) [secret](private.md) [h](_headers) [env](env/day3.md)\n",
    "index.md": "# 둘째\n",
    "readme.md": "# 셋째\n",
    "week1.md": "# 주\n",
    "week1/README.md": "# 주의 첫 장\n",
    "week1-note.md": "# 주의 글\n",
    "contents.markdown": "# 차례\n",
    "health.mdown": "# 건강\n",
    "LICENSE.md": "# 허가\n",
    "search/README.md": "# 찾기\n",
    "assets/day2.md": "# 둘째 날\n",
    "templates/day4.md": "# 넷째 날\n",
    "env/day3.md": "# 셋째 날\n",
    "private.md": "---\nprivate: yes\n---\n# 숨은 글\n",
    "unfinished.md": '---\ndraft: "yes"\n---\n# 쓰는 중\n',
    "ignored.md": "# 무시\n",
    "hidden/one.md": "# 가\n",
    ".gitignore": "ignored.*\nhidden/\n",
    "assets/images/favicon.png": PNG,
    BUNDLE: "alert('ours')",
    "page.html": "<script>alert(1)</script>",
    "pic.svg": SVG,
    "bad.svg": "<svg",
    "LICENSE": "MIT",
    "contents": "plain",
    "a.pdf": "%PDF",
    "id_rsa": "key",
    "memo.txt": "-----BEGIN RSA PRIVATE KEY-----\n",
    "ignored.pdf": "%PDF",
    "campnotes.json": '{"theirs": 1}',
    "search/search_index.json": "{}",
    "_headers": "/*",
    "nobody-links.zip": "PK",
}
Told = set[tuple[str, str]]


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile") / "notes"
    for path, content in HOSTILE.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        raw = content.replace("BUNDLE", BUNDLE).encode() if isinstance(content, str) else content
        file.write_bytes(raw)
    os.mkfifo(root / "pipe.pdf")
    os.mkfifo(root / "pipe.md")
    for name, target in {"around": ".", "again": ".", "root": "/", "dead.md": "nowhere"}.items():
        (root / name).symlink_to(target)
    with (root / "big.bin").open("wb") as big:
        big.truncate(150_000_000)  # of which the disk has nothing
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    return root


@pytest.fixture(scope="module")
def checked(notebook: Path) -> Told:
    result = CliRunner().invoke(main, ["check", "--format", "json", str(notebook)])
    assert "3 that Git ignores" in result.stderr or "Git이 무시하는 것 3" in result.stderr
    return {(found["path"], found["code"]) for found in json.loads(result.stdout)}


@pytest.fixture(scope="module")
def built(notebook: Path) -> tuple[BuiltSite, Told]:
    """The site, and the findings that the build told."""
    told: Told = set()
    before = reporting.report_findings

    def listen(findings: Any, *rest: Any, **named: Any) -> frozenset[str]:
        told.update((finding.path, finding.code) for finding in findings)
        return before(findings, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("campnotes.hosts.mkdocs.plugin.report_findings", listen)
        output = notebook.parent / "site"
        result = CliRunner().invoke(main, ["build", "-v", str(notebook), "-o", str(output)])
    assert result.exit_code == 0, result.output
    return BuiltSite(output), told


def test_the_check_tells_what_the_build_tells(built: tuple[BuiltSite, Told], checked: Told) -> None:
    assert checked == built[1]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("pipe.pdf", "file-special"),
        ("pipe.md", "file-special"),
        ("around", "file-link-folder"),
        ("root", "file-link-outside"),
        ("dead.md", "file-link-dead"),
        ("id_rsa", "file-credential"),
        ("memo.txt", "file-credential"),
        ("big.bin", "file-too-large"),
        ("bad.svg", "drawing-unreadable"),
        ("pic.svg", "drawing-cleaned"),
        ("page.html", "file-as-text"),
        (BUNDLE, "file-as-text"),
        ("assets/images/favicon.png", "file-address"),
        ("campnotes.json", "file-address"),
        ("ignored.md", "note-ignored"),
        ("hidden/one.md", "note-ignored"),
        ("private.md", "note-withheld"),
        ("unfinished.md", "note-withheld"),
        ("week1.md", "note-address"),
        ("index.md", "note-address"),
    ],
)
def test_what_is_left_out_or_moved_is_told(checked: Told, path: str, code: str) -> None:
    assert (path, code) in checked


def test_every_note_has_a_page_and_every_link_leads_there(built: tuple[BuiltSite, Told]) -> None:
    site, _ = built
    by_path = {note["path"]: note["url"] for note in site.inventory["notes"]}
    assert len(by_path) == len(set(by_path.values())) == 13
    assert "건강" in site.text(by_path["health.mdown"])
    assert "차례" in site.text(by_path["contents.markdown"])
    assert site.dead_links() == []


def test_the_site_s_own_files_stay_its_own(built: tuple[BuiltSite, Told]) -> None:
    site, _ = built
    assert (site.folder / BUNDLE).read_bytes() == (THEME / BUNDLE).read_bytes()
    assert "theirs" not in site.inventory
    assert "assets/images/favicon-file.png" in site.page("").sources
    assert site.file("assets/images/favicon-file.png").read_bytes() == PNG


def test_nothing_of_a_notebook_runs_on_the_site(built: tuple[BuiltSite, Told]) -> None:
    site, _ = built
    assert "page.html.txt" in site.page("").links
    assert not (site.folder / "page.html").exists()
    assert "<script" not in site.text("pic.svg")
    assert "<circle" in site.text("pic.svg")


@pytest.mark.parametrize(
    "path",
    ["id_rsa", "memo.txt", "ignored.pdf", "ignored", "hidden", "private", "unfinished",
     "nobody-links.zip", "big.bin", "pipe.pdf", "_headers", "root"],
)  # fmt: skip
def test_what_isn_t_published_isn_t_there(built: tuple[BuiltSite, Told], path: str) -> None:
    site, _ = built
    assert not os.path.lexists(site.folder / path)


def test_the_site_doesn_t_name_what_is_kept_back(built: tuple[BuiltSite, Told]) -> None:
    site, _ = built
    assert "ignored.md" not in site.text("camp-health/")
    assert "hidden/one" not in json.dumps(site.inventory)


OWN: dict[str, str | bytes] = {
    "README.md": "# 노트\n\n!!! note\n    ![x](img/shown.png)\n\n[demo](demo/page.html)\n",
    "img/shown.png": PNG,
    "img/other.png": PNG,
    "demo/page.html": "<b>",
    "css/extra.css": "a {}",
    "css/fonts/f.woff2": "x",
    "js/extra.js": "1",
    "logo.svg": SVG,
    "slides.pdf": "%PDF",
    "CNAME": "notes.example",
    "id_rsa": "key",
    "unfinished.md": "---\ndraft: true\n---\n# 쓰는 중\n\n<img src=x onerror=alert(1)> ![x](img/other.png)\n",
    "old/a.md": "# 옛 글\n",
    "aside/b.md": "# 곁가지\n",
    ".meta.yml": "author: 한누리\n",
}
CONFIG: dict[str, Any] = {
    "extra_css": ["css/extra.css"],
    "extra_javascript": ["js/extra.js"],
    "theme": {"name": "material", "font": False, "logo": "logo.svg"},
    "nav": ["README.md", {"Slides": "slides.pdf"}],
    "repo_url": "https://github.com/hannuri/notes",
    "markdown_extensions": ["admonition"],
    "exclude_docs": "old/\n",
    "not_in_nav": "aside/\n",
}


SEEN: dict[str, InclusionLevel] = {}


def _keep_files(files: Files, **_: object) -> Files:
    """What another plugin sees."""
    SEEN.update((file.src_uri, file.inclusion) for file in files)
    return files


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site with a configuration of its own, as `mkdocs serve` shows it."""
    top = tmp_path_factory.mktemp("own")
    for path, content in OWN.items():
        file = top / "notes" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    site = build_with(top / "notes", top / "site", CONFIG, publish="all")
    assert not (site.folder / "unfinished").exists()
    config = load_config(str(top / "mkdocs.yml"), site_dir=str(top / "preview"))
    config.plugins["campnotes"].config.publish = "linked"
    config.plugins.on_startup(command="serve", dirty=False)
    config.plugins.events["files"].append(_keep_files)
    build(config, serve_url="http://localhost/")
    assert config.docs_dir == str(top / "notes")
    return BuiltSite(top / "preview")


def test_what_a_configuration_names_is_published_as_it_is(own: BuiltSite) -> None:
    for path in ("css/extra.css", "css/fonts/f.woff2", "js/extra.js", "slides.pdf", "CNAME"):
        assert (own.folder / path).is_file()
    assert "<script" in own.text("logo.svg")


def test_other_plugins_find_the_files_that_are_kept_back(own: BuiltSite) -> None:
    assert SEEN[".meta.yml"] is InclusionLevel.EXCLUDED
    assert SEEN["old/a.md"] is InclusionLevel.EXCLUDED
    assert SEEN["aside/b.md"] is InclusionLevel.NOT_IN_NAV
    assert not (own.folder / ".meta.yml").exists()


def test_what_only_a_note_in_material_s_syntax_shows_is_published(own: BuiltSite) -> None:
    assert (own.folder / "img/shown.png").is_file()


def test_a_page_of_the_notebook_is_shown_in_its_repository(own: BuiltSite) -> None:
    address = "https://github.com/hannuri/notes/blob/HEAD/demo/page.html"
    assert address in own.page("").links
    assert not (own.folder / "demo").exists()


def test_a_preview_shows_drafts_sanitised(own: BuiltSite) -> None:
    draft = own.text("unfinished/")
    assert "쓰는 중" in draft
    assert "onerror" not in draft
    assert not (own.folder / "old").exists()


def test_all_files_are_published_if_wished_but_for_keys(own: BuiltSite) -> None:
    site = BuiltSite(own.folder.parent / "site")
    assert (site.folder / "img/other.png").is_file()
    assert not (site.folder / "id_rsa").exists()
    assert not (site.folder / "demo/page.html").exists()


# It takes a note out, so that the notebook is read again.
REMOVING = """
from mkdocs.plugins import event_priority

@event_priority(50)
def on_files(files, config):
    files.remove(files.get_file_from_path("old.md"))
    return files
"""


@pytest.mark.parametrize("hooks", [[], ["hook.py"]], ids=["alone", "beside-a-hook"])
def test_a_copy_that_fails_is_a_finding(
    write: Write,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    hooks: list[str],
) -> None:
    caplog.set_level(logging.INFO, "mkdocs")
    # MkDocs keeps the plugin, which tells each finding once.
    image = f"gone{len(hooks)}.png"
    text = f"# a\n\n![x]({image}) [y](b.pdf)\n"
    root = write({"a.md": text, "old.md": "# old\n", image: PNG, "b.pdf": "%PDF"})
    (tmp_path / "hook.py").write_text(REMOVING)

    def vanish(_site: object) -> tuple[()]:
        (root / image).unlink()
        os.mkfifo(root / image)
        return ()

    monkeypatch.setattr("campnotes.hosts.mkdocs.publishing.generated_pages", vanish)
    config = {"strict": False, "nav": ["a.md"], "hooks": hooks}
    site = build_with(root, tmp_path / "site", config)
    assert f"{image}:1:1 error file-copy-failed" in caplog.text
    assert (site.folder / "b.pdf").is_file()


def test_the_calendar_comes_before_what_the_readme_cites(write: Write, tmp_path: Path) -> None:
    readme = "# 노트\n\n[자료](https://docs.example.org/q)\n"
    site = build_anything(write({"README.md": readme, "day1.md": "# Day1\n"}), tmp_path / "site")
    home = site.text("")
    assert 0 < home.index("campnotes-calendar") < home.index("campnotes-foot")
