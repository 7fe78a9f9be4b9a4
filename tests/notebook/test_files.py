"""Finding and decoding the files of a notebook."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campnotes.notebook.files import arrange_files, read_text
from campnotes.notebook.files.encoding import decode
from campnotes.notebook.front_matter import split_front_matter
from campnotes.notebook.paths import is_home, is_index

Write = Callable[[Mapping[str, str | bytes]], Path]


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [("한글".encode(), None), ("\ufeff한글".encode(), None), ("한글".encode("cp949"), "cp949"),
     ("한글".encode("utf-16"), "utf-16")],
)  # fmt: skip
def test_korean_encodings_are_read(write: Write, raw: bytes, encoding: str | None) -> None:
    text, findings = read_text(write({"a.md": raw}), "a.md")
    assert text == "한글"
    assert [f.values["encoding"] for f in findings] == ([encoding] if encoding else [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_read_and_told(write: Write, encoding: str) -> None:
    written = "# 인덱스 2\n\nB-tree를 배웠다. 잎은 서로 이어진다.\n"
    text, findings = read_text(write({"a.md": written.encode(encoding)}), "a.md")
    assert text == written
    assert [f.values["encoding"] for f in findings] == [encoding]


@given(st.binary())
def test_any_bytes_are_a_text_that_can_be_written(raw: bytes) -> None:
    text, _encoding = decode(raw)
    text.encode("utf-8")


def test_a_file_that_is_gone_is_a_finding(tmp_path: Path) -> None:
    text, findings = read_text(tmp_path, "a.md")
    assert (text, [f.code for f in findings]) == ("", ["file-unreadable"])


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_no_front_matter_is_too_strange(text: str) -> None:
    for start in ("", "---\n"):
        split = split_front_matter(start + text, "a.md")
        assert 1 <= split.line <= (start + text).count("\n") + 2


@pytest.mark.parametrize("path", ["README.md", "week1/readme.markdown", "Index.md"])
def test_a_readme_is_an_index(path: str) -> None:
    assert is_index(path)


@pytest.mark.parametrize("path", ["day1.md", "README.ko.md", "readme/day1.md"])
def test_other_notes_are_no_index(path: str) -> None:
    assert not is_index(path)


def test_only_the_top_readme_is_the_home() -> None:
    assert is_home("readme.md")
    assert not is_home("week1/README.md")
    assert not is_home("README.mkd")


def test_names_that_natural_order_takes_for_one_keep_their_order() -> None:
    paths = ["day1.md", "day01.md", unicodedata.normalize("NFD", "1일.md"), "1일.md"]
    there = arrange_files(Path(), paths)
    back = arrange_files(Path(), reversed(paths))
    assert there.notes == back.notes
