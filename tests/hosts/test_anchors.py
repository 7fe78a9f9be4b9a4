"""Every anchor that the inventory names is in the page, whatever headings an author writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from support.sites import build_with

Write = Callable[[Mapping[str, str | bytes]], Path]
HEADINGS = """# 🥄

## 🥄

### ![](a.png)

##

## `__next__`

## `__init__` 알아보기

## Mermaid

## search

## 정리

## 정리

## 나만의 제목 {#own}

- 목록
  # 목록 안 제목

> ## 인용 안 제목

밑줄 제목
=====

<h2>HTML <b>제목</b></h2>

<h2 id="given">HTML 제목 둘</h2>

<nav id="gone"></nav> <a name="__theirs"></a> <a id="old"></a>

[가](#gone) [나](#__theirs) [다](#old) [라](#given) [마](#정리-1) [바](#__next__) [사](#mermaid)

<details><summary id="sum">접힘</summary>

## 접힌 제목

</details>

## 제목 <sub>아래</sub> `코드` **굵게** &amp; $x$
"""
OF_MATERIAL = """
!!! note
    ## 상자 안 제목

##붙은 제목
"""


@pytest.mark.parametrize("extensions", [[], ["attr_list", "toc", "admonition", "pymdownx.emoji"]])
def test_every_anchor_is_in_the_page(write: Write, tmp_path: Path, extensions: list[str]) -> None:
    notebook = write(
        {
            "github.md": HEADINGS,
            "material.md": f"---\nflavour: material\n---\n{HEADINGS}{OF_MATERIAL}",
            "a.png": b"\x89PNG\r\n\x1a\n",
        }
    )
    config: dict[str, Any] = {"markdown_extensions": extensions} if extensions else {}
    site = build_with(notebook, tmp_path / "site", config)
    for note in site.inventory["notes"]:
        anchors = [heading["anchor"] for heading in note["headings"]]
        assert len(anchors) == len(set(anchors)) == 18
        targets = [link["target_anchor"] for link in note["links"] if link["target_anchor"]]
        assert targets == ["old", "given", "정리-1", "__next__", "mermaid"]
        ids = site.page(note["url"]).ids
        assert {*anchors, *targets} <= ids
