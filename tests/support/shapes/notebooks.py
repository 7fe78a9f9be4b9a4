"""Many notes: links between them, names, people, folders."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from support.growth import Shape

_Notes = Mapping[str, str]


def _each(name: str, path: str, text: str) -> Shape:
    """Notes with their number in the place of `#N` in path and text."""
    return Shape(name, lambda n: _numbered(path, text, n))


def _numbered(path: str, text: str, n: int) -> dict[str, str]:
    notes = {}
    for number in range(1, n + 1):
        own = path.replace("#N", str(number))
        notes[own] = text.replace("#N", str(number))
    return notes


def _with(name: str, more: Callable[[int], _Notes], path: str, text: str) -> Shape:
    """Numbered notes, and others beside them."""
    return Shape(name, lambda n: {**_numbered(path, text, n), **more(n)})


def _lines(unit: str, n: int) -> str:
    return "".join(unit.replace("#N", str(number)) for number in range(1, n + 1))


def _deep(n: int) -> dict[str, str]:
    """Notes in folders that lie 20 deep."""
    folder = "/".join(f"f{depth}" for depth in range(20))
    return {f"{folder}/{number}/a.md": "# a\n" for number in range(n)}


def _two_in_each(n: int) -> dict[str, str]:
    """A second note in each folder, and one that links all folders."""
    second = _numbered("f#N/b.md", "# b\n", n)
    return {**second, "a.md": _lines("[a](f#N/) ", n)}


NOTEBOOKS: tuple[Shape, ...] = (
    _each("notes", "week1/day#N.md", "# 노트 #N\n\n글\n"),
    _each("weeks", "week#N/day1.md", "# 노트 #N\n\n글\n"),
    _each("days in folders", "week1/day#N/day#N.md", "# 노트 #N\n\n글\n"),
    _each("notes of one day", "week1/day1/#N.md", "# 노트\n"),
    _each("notes of one name", "f#N/a.md", "# a\n\n[b](../f1/a.md) a.md\n"),
    _each("notes of one name, mentioned", "f#N/day1.md", "# a\n\nday1.md, f1/day1.md\n"),
    _each("notes that link one", "f#N.md", "# a\n\n[b](f1.md)\n"),
    _each("notes that link one by another case", "f#N.md", "# a\n\n[b](F1.MD)\n"),
    _with(
        "notes that a README lists",
        lambda n: {"README.md": _lines("- [a #N](f#N.md)\n", n)},
        "f#N.md",
        "# a\n",
    ),
    _each("notes that link none", "f#N.md", "# a\n\n[b](missing#N.md)\n"),
    _each("notes that link a folder", "f#N/a/b.md", "# a\n\n[b](/f1/) [c](..)\n"),
    _with(
        "folders that are linked",
        lambda n: {"a.md": _lines("[a](f#N/) ", n)},
        "f#N/a/b.md",
        "# a\n",
    ),
    _with("folders of two notes that are linked", _two_in_each, "f#N/a.md", "# a\n"),
    _each("notes that link one reference", "f#N.md", "# a\n\n[b](https://a.example)\n"),
    _each("notes that link references", "f#N.md", "# a\n\n[b](https://a.example/#N)\n"),
    _each("notes that mention a day", "week1/day#N.md", "# a\n\n1일차 day2.md\n"),
    _each("notes with a date", "2021-09-#N.md", "# a\n"),
    _each("notes with tags", "f#N.md", "---\ntags: [t#N, u]\n---\n# a\n"),
    _each("notes with tags in tags", "f#N.md", "---\ntags: [a/b/t#N]\n---\n# a\n"),
    _each("tags of one slug", "f#N.md", "---\ntags: ['a b#N', 'a-b#N', '!#N']\n---\n"),
    _each("notes with hashtags", "f#N.md", "# a\n\n#t#N #u\n"),
    _each("notes with presenters", "week1/day#N.md", "## 피어세션\n\n### 주제 (윤서진)\n\n- 왜?\n"),
    _each("notes with other presenters", "week1/day#N.md", "## 피어세션\n\n- 발표: Ann A#N\n"),
    _each("notes with people of one name", "f#N.md", "---\npresenters: [Ann A#N]\n---\n"),
    _each("people of one slug", "f#N.md", "---\npresenters: ['Ann A#N', 'Ann-A#N', '!#N']\n---\n"),
    _each("people of like slugs", "f#N.md", "---\npresenters: ['" + "Ann A" * 30 + "#N']\n---\n"),
    _each("retrospectives", "week#N/회고.md", "# 회고\n"),
    _each("READMEs", "f#N/README.md", "# 제목 #N\n"),
    _each("notes in folders of their own", "f#N/note.md", "# a\n"),
    _each("long names", "a" * 150 + "#N.md", "# a\n"),
    _each("names with numbers", "1-2-3-#N-1-2-3.md", "# a\n"),
    _each("notes with findings", "f#N.md", "# a\n\n![b](c.png) [d](#e)\n"),
    _each("drafts", "f#N.md", "---\ndraft: true\n---\n# a\n"),
    _with(
        "one note links all",
        lambda n: {"all.md": _lines("- [a](f#N.md)\n", n)},
        "f#N.md",
        "# a\n",
    ),
    _with(
        "one note mentions all",
        lambda n: {"all.md": _lines("- day#N.md\n", n)},
        "week1/day#N.md",
        "# a\n",
    ),
    _with(
        "one note links all wrongly",
        lambda n: {"all.md": _lines("- [a](fx#N.md)\n", n)},
        "f#N.md",
        "# a\n",
    ),
    _with(
        "one note links one anchor of a long note",
        lambda n: {"long.md": _lines("## a #N\n", n), "a.md": _lines("[a](long.md#x-#N) ", n)},
        "f.md",
        "# a\n",
    ),
    _with(
        "a long note links a note often",
        lambda n: {"long.md": _lines("## a #N\n\n[b](f.md)\n\n", n)},
        "f.md",
        "# a\n",
    ),
    _with(
        "many findings in a long note",
        lambda n: {"long.md": _lines("## a #N\n\n![b](c#N.png)\n\n", n)},
        "f.md",
        "# a\n",
    ),
    Shape("folders that lie deep", _deep),
)
