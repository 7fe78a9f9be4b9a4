"""Read YAML of strangers as plain data, one value at a time.

A value that can't be had stands as `Refused`, and the rest is read:

- what isn't what it says: a 30th of February, `!!timestamp soon`;
- a whole number beyond `MOST_NUMBER`, since Python doesn't write those of 6,000 digits;
- what a tag would run or make: `!ENV`, `!!python/object`;
- an alias of nothing, or of what it stands in (`&a [*a]`);
- an alias that would make the whole larger than `MOST_VALUES`, as bombs do.

What is nested deeper than `MOST_DEPTH` is no YAML to us, like any error of its syntax.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct
from yaml.reader import Reader

from campnotes.notebook.plain_text import encodable
from campnotes.patterns import regex

MOST_VALUES = 10_000  # with every alias written out
MOST_DEPTH = 20  # of lists and mappings within each other
MOST_NUMBER = 10**18
_REFUSED_TAG = "!refused"
_MERGE_TAG = "tag:yaml.org,2002:merge"
_UNREADABLE = Reader.NON_PRINTABLE
_Pair = tuple[yaml.Node, yaml.Node]
# YAML counts these as line ends, unlike everything else that counts the lines of a note.
_OTHER_LINE_ENDS = regex("[\r\x85\u2028\u2029]")


class Refused(Struct, frozen=True):
    """Stands for a value that can't be had."""


class Field(Struct, frozen=True):
    """A key of the outermost mapping with its value.

    `written` is the text of a single value as its author wrote it (`2021-02-30`); `None` for a
    list, a mapping, or where a tag makes something else of the text. `items` are those of a list.
    `source` is the YAML of the whole value. `line` is that of the key, counted from 0.
    """

    name: str
    value: Any
    written: str | None
    items: tuple[str | None, ...]
    source: str
    line: int


def read_value(text: str) -> Any:
    """Read a YAML document as plain data. Raises yaml.YAMLError if its syntax is wrong."""
    loader = _Loader(text)
    node = loader.get_single_node()
    return None if node is None else loader.construct_object(node)


def read_fields(text: str) -> tuple[Field, ...] | None:
    """Read the fields of a YAML mapping, in order; `None` if the document is no mapping.

    A key that is written twice is there twice. One that isn't text (`2021`, `[a, b]`) is there as
    it is written. Raises yaml.YAMLError if the syntax is wrong.
    """
    loader = _Loader(text)
    node = loader.get_single_node()
    if not isinstance(node, yaml.MappingNode):
        return None
    return tuple(_fields(loader, node))


def holds_refused(value: object) -> bool:
    """Tell whether a value is refused, or has something refused in it."""
    if isinstance(value, dict):
        return holds_refused(list(value)) or holds_refused(list(value.values()))
    if isinstance(value, list | tuple | set):
        return any(map(holds_refused, value))
    return isinstance(value, Refused)


def _fields(loader: _Loader, node: yaml.MappingNode) -> Iterator[Field]:
    for key, value in _pairs(loader, node):
        items: list[yaml.Node] = []
        if isinstance(value, yaml.SequenceNode):
            items = value.value
        written_items = map(loader.written_of, items)
        yield Field(
            name=loader.name_of(key),
            value=loader.construct_object(value),
            written=loader.written_of(value),
            items=tuple(written_items),
            source=loader.source_of(value),
            line=key.start_mark.line,
        )


def _pairs(loader: _Loader, node: yaml.MappingNode) -> list[_Pair]:
    """The keys and values of a mapping, after those that `<<` merges into it."""
    own: list[_Pair] = []
    merged: dict[str, _Pair] = {}
    for key, value in node.value:
        if key.tag != _MERGE_TAG:
            own.append((key, value))
            continue
        for pair in loader.merged((key, value)):
            name = loader.name_of(pair[0])
            merged[name] = pair
    # What the mapping says itself wins.
    for key, _ in own:
        name = loader.name_of(key)
        merged.pop(name, None)
    return [*merged.values(), *own]


class _Loader(yaml.SafeLoader):
    """A loader of plain data that constructs what it can, and bounds what aliases multiply."""

    def __init__(self, text: str) -> None:
        printable = _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text)
        self._text = _OTHER_LINE_ENDS.sub(" ", printable)
        super().__init__(self._text)
        self._depth = 0
        self._values = 0  # with every alias so far written out
        self._values_of: dict[int, int] = {}  # of each finished node, by its identity

    def get_single_node(self) -> yaml.Node | None:
        try:
            return super().get_single_node()
        except (ValueError, OverflowError) as error:  # of an escape that is no character
            raise yaml.YAMLError(str(error)) from error

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            return self._compose_alias()
        self._check_depth(event)
        # YAML lets an anchor be used again; PyYAML doesn't.
        self.anchors.pop(event.anchor, None)
        before = self._values
        self._values += 1
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        self._values_of[id(node)] = self._values - before
        return node

    def _check_depth(self, event: Any) -> None:
        if self._depth >= MOST_DEPTH:
            problem = f"it is nested deeper than {MOST_DEPTH}"
            raise yaml.MarkedYAMLError(
                problem=problem,
                problem_mark=event.start_mark,
            )

    def _compose_alias(self) -> yaml.Node:
        alias: Any = self.get_event()  # type: ignore[no-untyped-call]
        node = self.anchors.get(alias.anchor)
        # What the alias stands in isn't finished.
        values = self._values_of.get(id(node))
        if node is None or values is None or self._values + values > MOST_VALUES:
            written = f"*{alias.anchor}"
            return yaml.ScalarNode(_REFUSED_TAG, written, alias.start_mark, alias.end_mark)
        self._values += values
        return node

    def compose_scalar_node(self, anchor: Any) -> yaml.ScalarNode:
        node = super().compose_scalar_node(anchor)
        node.value = encodable(node.value)
        return node

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ARG002
        try:
            value = super().construct_object(node, deep=True)
        except Exception:  # PyYAML passes on whatever Python raises of such a value
            return Refused()
        if isinstance(value, int) and abs(value) > MOST_NUMBER:
            return Refused()
        return value

    def merged(self, pair: _Pair) -> list[_Pair]:
        """What `<<: *name` merges; itself, refused, where it names no mapping."""
        key, value = pair
        around = yaml.MappingNode(self.DEFAULT_MAPPING_TAG, [pair])
        try:
            self.flatten_mapping(around)
        except (yaml.YAMLError, RecursionError):
            refused = yaml.ScalarNode(_REFUSED_TAG, "", value.start_mark, value.end_mark)
            return [(key, refused)]
        pairs: list[_Pair] = around.value
        return pairs

    def written_of(self, node: yaml.Node) -> str | None:
        """The text of a single value, unless a tag makes something else of it (`!!binary`)."""
        if not isinstance(node, yaml.ScalarNode):
            return None
        text: str = node.value
        as_plain: str = self.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
        if node.tag in {as_plain, self.DEFAULT_SCALAR_TAG}:
            return text
        return None

    def name_of(self, key: yaml.Node) -> str:
        """The name of a key: its text, or its source where it has none."""
        written = self.written_of(key)
        if written is None:
            return self.source_of(key)
        return written

    def source_of(self, node: yaml.Node) -> str:
        """What was written for a node, or what its alias names."""
        begin = node.start_mark.index
        end = node.end_mark.index
        return self._text[begin:end]
