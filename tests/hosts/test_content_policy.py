"""Under the policy of a page the theme's scripts run, and no other does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from campnotes.hosts.mkdocs.theme.content_policy import with_policy
from campnotes.hosts.mkdocs.theme.other_hosts import without_repository_facts
from support.sites import BuiltSite, build_anything, build_with

Write = Callable[[Mapping[str, str | bytes]], Path]
THEME_SCRIPT = '__md_scope=new URL("{{ base_url }}",location)'


@pytest.fixture
def theme(tmp_path: Path) -> str:
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / "base.html").write_text(
        f"<script>{THEME_SCRIPT}</script><script>var a = 1</script>"
        "<script>{% if told %}send(){% endif %}</script>"
    )
    return str(folder)


def _page(*scripts: str) -> str:
    written = "".join(f"<script>{script}</script>" for script in scripts)
    return f'<html><head>\n<meta charset="utf-8">\n{written}</head><body></body></html>'


def _hashes(page: str) -> int:
    return page.count("'sha256-")


@pytest.mark.parametrize("base", [".", "../..", "/notebook/", "https://a.example/b"])
def test_a_script_of_the_theme_is_allowed_with_its_values(theme: str, base: str) -> None:
    script = THEME_SCRIPT.replace("{{ base_url }}", base)
    assert _hashes(with_policy(_page(script, "var a = 1"), [theme])) == 2


@pytest.mark.parametrize(
    "script",
    [
        "alert(1)",
        "var a = 1;alert(1)",
        '__md_scope=new URL("",alert(1),"",location)',
        "__md_scope=new URL(\"'+alert(1)+'\",location)",
        "send()",
    ],
)
def test_no_other_script_is_allowed(theme: str, script: str) -> None:
    page = with_policy(_page(script), [theme])
    assert "script-src 'self'\"" in page


def test_the_policy_stands_before_all_that_it_is_about_but_behind_the_encoding(theme: str) -> None:
    page = with_policy(_page("var a = 1"), [theme])
    charset, policy, script = map(page.index, ("<meta charset", "<meta http-equiv", "<script"))
    assert charset < policy < script


def test_scripts_are_fetched_beside_styles(theme: str) -> None:
    head = '<link rel="stylesheet" href="a.css"><script>var a = 1</script>'
    body = '<script src="../b.js" defer></script>'
    page = with_policy(f"<html><head>{head}</head><body>{body}", [theme])
    hint = '<link rel="preload" as="script" href="../b.js" fetchpriority="low">'
    places = [page.index(part) for part in ("<meta http-equiv", "a.css", hint, "<script>", body)]
    assert places == sorted(places)


def test_a_page_without_a_head_stays_as_it_is(theme: str) -> None:
    assert with_policy("<p>a</p>", [theme]) == "<p>a</p>"


def test_any_folder_is_built_with_the_policy_and_asks_no_other_host(
    write: Write, tmp_path: Path
) -> None:
    notes = write(
        {
            "README.md": "# 노트",
            ".git/config": '[remote "origin"]\n\turl = https://github.com/a/b\n',
            ".git/HEAD": "ref: refs/heads/main\n",
            ".git/objects/a": "",
            ".git/refs/heads/a": "",
        }
    )
    site = build_anything(notes, tmp_path / "site")
    for url in (*site.urls(), "404.html"):
        page = site.text(url)
        assert page.count("Content-Security-Policy") == 1, url
        # Both of the theme's, and the palette's.
        assert _hashes(page) == 3, url
        assert 'data-md-component="source"' not in page, url
        assert 'href="https://github.com/a/b"' in page, url


def test_a_notebook_can_t_switch_the_policy_off(write: Write, tmp_path: Path) -> None:
    notes = write(
        {
            "docs/README.md": "# 노트",
            "mkdocs.yml": "plugins: [{campnotes: {content_security_policy: false}}]",
        }
    )
    site = build_anything(notes, tmp_path / "site")
    assert "Content-Security-Policy" in site.text("")


def _own(write: Write, tmp_path: Path, **theme: object) -> BuiltSite:
    config = {"theme": {"name": "material", **theme}}
    return build_with(write({"README.md": "# 노트"}), tmp_path / "site", config)


def test_one_s_own_configuration_has_no_policy_unless_told(write: Write, tmp_path: Path) -> None:
    assert "Content-Security-Policy" not in _own(write, tmp_path).text("")


def test_fonts_are_fetched_only_where_somebody_named_them(write: Write, tmp_path: Path) -> None:
    assert "fonts.g" not in _own(write, tmp_path).text("")
    named = _own(write, tmp_path, font={"text": "Gowun Dodum"})
    assert "fonts.googleapis.com" in named.text("")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_the_themes_of_mkdocs_fetch_no_highlighter(
    write: Write, tmp_path: Path, theme: str
) -> None:
    config = {"theme": theme}
    site = build_with(write({"README.md": "# 노트"}), tmp_path / "site", config)
    assert "cdnjs" not in site.text("")


def test_the_link_to_the_repository_stays() -> None:
    link = '<a href="https://github.com/a/b" class="md-source" data-md-component="source">b</a>'
    assert without_repository_facts(link) == (
        '<a href="https://github.com/a/b" class="md-source">b</a>'
    )
