"""What building a stranger's notebook may not do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from campnotes.cli import main

Write = Callable[[Mapping[str, str | bytes]], Path]
HOOK = "from pathlib import Path\nPath(__file__).with_name('sprung').write_text('')\n"


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_notebook_s_hook_is_not_run(write: Write, tmp_path: Path, command: str) -> None:
    root = write(
        {
            "mkdocs.yml": "site_name: 노트\nhooks: [hook.py]\n",
            "hook.py": HOOK,
            "docs/day1.md": "# Day1\n",
        }
    )
    output = ["-o", tmp_path / "site"] if command == "build" else []
    result = run(command, root, *output)
    assert result.exit_code == 0, result.output
    assert not (root / "sprung").exists()


def test_it_is_run_where_the_user_trusts_it(write: Write, tmp_path: Path) -> None:
    root = write(
        {
            "mkdocs.yml": "site_name: 노트\ntheme: material\nhooks: [hook.py]\n",
            "hook.py": HOOK,
            "docs/day1.md": "# Day1\n",
        }
    )
    assert run("build", root, "--trust", "-o", tmp_path / "site").exit_code == 0
    assert (root / "sprung").exists()


def test_a_configuration_that_cant_be_read_is_told(write: Write, tmp_path: Path) -> None:
    root = write({"mkdocs.yml": "site_name: [\n", "docs/day1.md": "# Day1\n"})
    result = run("build", root, "-o", tmp_path / "site")
    assert result.exit_code == 1
    assert "mkdocs.yml can't be read" in result.output


def test_a_folder_with_somebody_s_files_is_left_alone(write: Write, tmp_path: Path) -> None:
    root = write({"day1.md": "# Day1\n"})
    thesis = tmp_path / "documents" / "thesis.txt"
    thesis.parent.mkdir()
    thesis.write_text("years of work", "utf-8")
    result = run("build", root, "-o", thesis.parent)
    assert result.exit_code == 1
    assert "--output" in result.output
    assert [path.name for path in thesis.parent.iterdir()] == ["thesis.txt"]


def test_the_notebook_is_left_alone_behind_a_link(write: Write, tmp_path: Path) -> None:
    root = write({"day1.md": "# Day1\n"})
    link = tmp_path / "link"
    link.symlink_to(root)
    assert run("build", root, "-o", link).exit_code == 1
    assert (root / "day1.md").read_text("utf-8") == "# Day1\n"


def test_a_site_is_built_again_into_its_place(write: Write, tmp_path: Path) -> None:
    root = write({"day1.md": "# Day1\n", "day2.md": "# Day2\n"})
    site = tmp_path / "site"
    run("build", root, "-o", site)
    (root / "day2.md").unlink()
    assert run("build", root, "-o", site).exit_code == 0
    assert (site / "day1" / "index.html").is_file()
    assert not (site / "day2").exists()


@pytest.mark.parametrize("title", ["`<img src=x onerror=alert(1)>`", "The `<title>` tag"])
def test_the_name_of_a_site_is_no_html(write: Write, tmp_path: Path, title: str) -> None:
    root = write({"README.md": f"# {title}\n", "day1.md": "# Day1\n"})
    assert run("build", root, "-o", tmp_path / "site").exit_code == 0
    page = (tmp_path / "site" / "day1" / "index.html").read_text("utf-8")
    assert "<img src=x" not in page
    assert page.count("<title>") == 1


def test_a_repository_s_address_ends_no_attribute(write: Write, tmp_path: Path) -> None:
    root = write(
        {
            "day1.md": "# Day1\n",
            'a"onmouseover="x.md': "# Day2\n",
            ".git/config": '[remote "origin"]\nurl = https://github.com/a/b"onmouseover="alert(1)\n',
        }
    )
    assert run("build", root, "-o", tmp_path / "site").exit_code == 0
    for page in (tmp_path / "site").rglob("*.html"):
        # In JSON, a quotation mark of a text has a stroke before it.
        text = page.read_text("utf-8").replace('\\"', "")
        assert '"onmouseover=' not in text
