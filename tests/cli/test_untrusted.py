"""A notebook's own configuration is data: nothing of it is run."""

from __future__ import annotations

from pathlib import Path

import pytest

from campnotes.cli.configuration.untrusted import (
    UnreadableConfigurationError,
    UntrustedConfiguration,
    read_untrusted,
)


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    return tmp_path


def read(notebook: Path, text: str) -> UntrustedConfiguration:
    file = notebook / "mkdocs.yml"
    file.write_text(text, "utf-8")
    return read_untrusted(file)


def test_what_says_how_a_site_looks_is_taken(notebook: Path) -> None:
    found = read(
        notebook,
        "site_name: 노트\nnav: [{홈: README.md}]\n"
        "theme: {name: material, language: ko, features: [toc.follow], palette: {scheme: slate}}\n"
        "plugins: [search, {campnotes: {start: 2026-03-02}}]\n"
        "markdown_extensions: [admonition, {toc: {permalink: true}}]\n",
    )
    assert found.left_out == ()
    assert found.options["site_name"] == "노트"
    assert found.options["theme"]["palette"] == {"scheme": "slate"}
    assert [next(iter(plugin)) for plugin in found.options["plugins"]] == ["search", "campnotes"]
    assert found.options["markdown_extensions"][1] == {"toc": {"permalink": True}}


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("hooks: [hook.py]", "hooks"),
        ("site_name: !ENV SECRET", "site_name"),
        ("site_name: !!python/object/apply:os.system [touch x]", "site_name"),
        ("extra: {analytics: {provider: google}}", "extra"),
        ("extra_javascript: [a.js]", "extra_javascript"),
        ("INHERIT: ../other.yml", "INHERIT"),
        ("theme: {name: material, custom_dir: over}", "theme.custom_dir"),
        ("theme: {name: material, font: {text: Roboto}}", "theme.font"),
        ("theme: {name: ../theme}", "theme"),
        ("theme: {palette: {toggle: {name: '<script>'}}}", "theme.palette"),
        ("nav: [a.md, !ENV SECRET]", "nav"),
        ("nav: [{A: [{B: 'javascript:alert(1)'}]}]", "nav"),
        ("nav: [{A: ' java\tscript:alert(1)'}]", "nav"),
        ("nav: [{A: 'data:text/html,x'}]", "nav"),
        ("repo_url: javascript://camp.example/%0Aalert(1)", "repo_url"),
        ("site_url: data://camp.example/", "site_url"),
        ("edit_uri: javascript:alert(1)//", "edit_uri"),
        ("plugins: [{campnotes: {start: !ENV SECRET }}]", "plugins.campnotes.start"),
        ("plugins: [{campnotes: {start: 2026-02-30 }}]", "plugins.campnotes.start"),
        (
            f"plugins: [{{search: {{lang: &a [{'x, ' * 80}], separator: &b [{'*a, ' * 80}],\n"
            "    min_search_length: [*b, *b]}}]",
            "plugins.search.min_search_length",
        ),
        ("plugins: [macros]", "plugins.macros"),
        ("plugins: {search: {prebuild_index: node}}", "plugins.search.prebuild_index"),
        ("markdown_extensions: [pymdownx.snippets]", "markdown_extensions.pymdownx.snippets"),
        ("markdown_extensions: [{os: {}}]", "markdown_extensions.os"),
        (
            "markdown_extensions: [{toc: {slugify: !!python/name:os.system }}]",
            "markdown_extensions.toc.slugify",
        ),
        ("docs_dir: ../other", "docs_dir"),
        ("docs_dir: /etc", "docs_dir"),
        ("site_dir: /tmp", "site_dir"),
    ],
)
def test_what_could_run_or_reach_out_is_left_out(notebook: Path, text: str, left_out: str) -> None:
    found = read(notebook, text)
    assert found.left_out == (left_out,)
    for folder in ("docs_dir", "site_dir"):
        assert Path(found.options[folder]).is_relative_to(notebook.resolve())


def test_the_titles_of_a_navigation_are_texts(notebook: Path) -> None:
    found = read(notebook, "nav: [a.md, {'The <title> tag': [{'A & B': https://camp.example/}]}]")
    assert found.left_out == ()
    assert found.options["nav"] == [
        "a.md",
        {"The &lt;title&gt; tag": [{"A &amp; B": "https://camp.example/"}]},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- a list\n",
        "a: [\n",
        "\0",
        "[" * 3000,
    ],
)
def test_what_is_no_configuration_is_told(notebook: Path, text: str) -> None:
    with pytest.raises(UnreadableConfigurationError, match=r"mkdocs\.yml"):
        read(notebook, text)


def test_a_folder_behind_a_link_is_outside(
    notebook: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (notebook / "away").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    assert read(notebook, "docs_dir: away").left_out == ("docs_dir",)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("site_url: 'http://[::1'", "site_url"),
        ("repo_url: 7", "repo_url"),
        ("edit_uri: [a]", "edit_uri"),
        ("site_name: [a]", "site_name"),
        ('site_name: "\\0"', "site_name"),
        ("site_description: {a: b}", "site_description"),
        ("exclude_docs: [a]", "exclude_docs"),
        ("use_directory_urls: maybe", "use_directory_urls"),
        ("nav: 5", "nav"),
        ("nav: [[a.md]]", "nav"),
        ("nav: [a.md, 2026-03-02]", "nav"),
        ("nav: [{주소: 'http://[::1'}]", "nav"),
        ("theme: {language: xx}", "theme.language"),
        ("theme: {language: [ko]}", "theme.language"),
        ("theme: {palette: 5}", "theme.palette"),
        ("theme: {features: 5}", "theme.features"),
        ("theme: {name: [material]}", "theme"),
        ("markdown_extensions: [{toc: {toc_depth: x}}]", "markdown_extensions.toc"),
        (
            "markdown_extensions: [{footnotes: {BACKLINK_TEXT: 5}}]",
            "markdown_extensions.footnotes",
        ),
        ("markdown_extensions: [{nl2br: {x: 1}}]", "markdown_extensions.nl2br"),
    ],
)
def test_a_value_that_would_end_the_build_is_left_out(
    notebook: Path, text: str, left_out: str
) -> None:
    found = read(notebook, f"{text}\nsite_author: 윤서진\n")
    assert found.left_out == (left_out,)
    assert found.options["site_author"] == "윤서진"


def test_a_folder_with_nul_in_its_name_is_left_out(notebook: Path) -> None:
    found = read(notebook, 'docs_dir: "a\\0b"\n')
    assert found.left_out == ("docs_dir",)
    assert found.options["docs_dir"] == str(notebook / "docs")
