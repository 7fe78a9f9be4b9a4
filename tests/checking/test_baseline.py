"""The baseline: what was there before is left in peace, what is new is told."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from campnotes.checking.baseline import (
    UnreadableBaselineError,
    compare,
    read_baseline,
    write_baseline,
)
from campnotes.checking.fingerprints import identity
from campnotes.cli import main
from campnotes.finding import Finding
from campnotes.linking.silencing import Findings, Silenced, SilencedBy
from support.notebooks import make_notebook

Write = Callable[[Mapping[str, str | bytes]], Path]


def dead(path: str, line: int, url: str = "no.md", suggestion: str = "") -> Finding:
    code = "link-target-similar" if suggestion else "link-target-missing"
    return Finding(code, path, line, values={"url": url, "suggestion": suggestion})


def new(before: list[Finding], now: list[Finding]) -> list[Finding]:
    baseline = read_baseline(write_baseline(before))
    return list(compare(Findings(tuple(now)), baseline).findings.told)


def test_a_finding_is_known_again_where_its_line_has_moved() -> None:
    assert new([dead("a.md", 3)], [dead("a.md", 30)]) == []


def test_an_entry_is_stale_where_its_finding_is_gone_but_not_where_it_is_silenced() -> None:
    gone, silenced = dead("a.md", 1, "gone.md"), dead("a.md", 2, "silenced.md")
    baseline = read_baseline(write_baseline([gone, silenced]))
    now = Findings((), (Silenced(silenced, SilencedBy.NOTE),))
    assert list(compare(now, baseline).stale) == [identity(gone)]


def test_another_note_or_another_address_is_new() -> None:
    others = [dead("b.md", 3), dead("a.md", 3, "other.md")]
    assert new([dead("a.md", 3)], others) == others


def test_more_of_the_same_are_new_from_the_last_on() -> None:
    now = [dead("a.md", 1), dead("a.md", 5), dead("a.md", 9)]
    assert new(now[:2], now) == now[2:]


def test_what_only_the_advice_names_may_change_with_other_files() -> None:
    before = [dead("a.md", 1, suggestion="na.md")]
    assert new(before, [dead("a.md", 1, suggestion="nu.md")]) == []


def test_names_in_the_letters_of_macos_are_the_same() -> None:
    decomposed = "\u1112\u1161\u11ab.md"
    assert new([dead(decomposed, 1)], [dead("한.md", 1)]) == []


def test_hostile_names_come_back_as_they_were() -> None:
    found = [dead('a"\n\x1b[2J\u202e\udcff].md', 1, '}{0}\\"\u2028')]
    text = write_baseline(found)
    assert text.replace("\n", "").isprintable()
    assert new(found, found) == []


def test_it_doesn_t_depend_on_the_order_of_what_was_found() -> None:
    found = [dead("b.md", 1), dead("a.md", 2), dead("a.md", 1, "x.md")]
    assert write_baseline(found) == write_baseline(found[::-1])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[]",
        "{}",
        "[" * 9999,
        '{"campnotes-baseline": 2, "findings": []}',
        '{"campnotes-baseline": 1}',
        '{"campnotes-baseline": 1, "findings": [{}]}',
        '{"campnotes-baseline": 1, "findings": [3]}',
        '{"campnotes-baseline": 1, "findings": [{"rule": "a", "path": "b", "values": {}, "count": -1}]}',
        '{"campnotes-baseline": 1, "findings": [{"rule": "a", "path": 3, "values": {}}]}',
    ],
)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(UnreadableBaselineError):
        read_baseline(text)


def check(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_check_tells_what_is_new_and_what_is_gone(write: Write, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    root = write({"a.md": "# A\n\n[x](javascript:a)\n\n![y](no.png)\n"})
    assert check(root, "--baseline", baseline)[0] == 2
    assert check(root, "--update-baseline")[0] == 2
    below_a_file = root / "a.md" / "baseline.json"
    assert check(root, "--baseline", below_a_file, "--update-baseline")[0] == 2
    assert check(root, "--baseline", baseline, "--update-baseline")[0] == 0
    before = baseline.read_bytes()

    write({"a.md": "# A\n\nNames.\n\n[x](javascript:a)\n\n[z](vbscript:a)\n"})
    status, output = check(root, "--baseline", baseline)
    assert status == 1
    assert "a.md:7:1 error link-unsafe" in output
    assert "a.md:5:1" not in output
    assert "Error 1, silenced 1" in output
    assert "found no more: 1" in output
    assert "a.md image-missing no.png" in output
    assert baseline.read_bytes() == before

    check(root, "--baseline", baseline, "--update-baseline")
    rules = [entry["rule"] for entry in json.loads(baseline.read_text("utf-8"))["findings"]]
    assert rules == ["link-unsafe", "link-unsafe"]
    assert check(root, "--baseline", baseline)[0] == 0


def test_nothing_is_written_over_a_note(write: Write) -> None:
    root = write({"a.md": "[x](javascript:a)\n"})
    status, output = check(root, "--baseline", root / "a.md", "--update-baseline")
    assert status == 2
    assert "left alone" in output
    assert (root / "a.md").read_text("utf-8") == "[x](javascript:a)\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_no_link_of_a_notebook_is_followed_and_no_pipe_read(write: Write, tmp_path: Path) -> None:
    root = write({"a.md": "# A\n"})
    elsewhere = tmp_path / "elsewhere"
    (root / "link.json").symlink_to(elsewhere)
    os.mkfifo(root / "pipe.json")
    for name in ["link.json", "pipe.json"]:
        assert check(root, "--baseline", root / name, "--update-baseline")[0] == 2
    assert not elsewhere.exists()
    assert sorted(file.name for file in root.iterdir()) == ["a.md", "link.json", "pipe.json"]


def test_the_whole_way_is_the_same_with_notes_of_a_notebook() -> None:
    book = make_notebook({"a.md": "[x](no.md)\n[x](no.md)\n", "b.md": "![y](no.png)\n"})
    compared = compare(Findings(book.findings), read_baseline(write_baseline(book.findings)))
    assert compared.findings.told == ()
    assert compared.stale == {}
