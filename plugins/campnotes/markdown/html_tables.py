"""The rows of tables that authors write as HTML, gathered tag by tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HtmlRow:
    """A row of a table; `line` and `last_line` count from 0 at the beginning of its piece of HTML.

    In a cell, a line break is one only where the author put `<br>`.
    """

    line: int
    last_line: int
    cells: tuple[str, ...]
    header: bool


@dataclass(slots=True)
class TableReader:
    """Keeps the rows of a piece of HTML, as its tags and texts come by.

    What isn't closed is closed by what follows it, as browsers do it; a table within a table's cell
    is no row's.
    """

    rows: list[HtmlRow] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)
    _text: list[str] | None = None
    _begin: int | None = None
    _headers: int = 0

    def start(self, tag: str, line: int) -> None:
        """See a tag that opens."""
        match tag:
            case "tr":
                self._end_row(line)
                self._begin = line
            case "td" | "th":
                self._end_cell()
                self._headers += tag == "th"
                self._text = []
            case "br" if self._text is not None:
                self._text.append("\n")
            case _:
                pass

    def end(self, tag: str, line: int) -> None:
        """See a tag that closes."""
        if tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row(line)

    def data(self, text: str) -> None:
        """See text."""
        if self._text is not None:
            # A line's end in the source is but a space.
            self._text.append(text.replace("\n", " "))

    def finish(self, line: int) -> Sequence[HtmlRow]:
        """All rows, with the one that isn't closed."""
        self._end_row(line)
        return tuple(self.rows)

    def _end_cell(self) -> None:
        if self._text is None:
            return
        lines = "".join(self._text).split("\n")
        spaced = [" ".join(row.split()) for row in lines]
        cell = "\n".join(spaced)
        self._cells.append(cell.strip())
        self._text = None

    def _end_row(self, line: int) -> None:
        self._end_cell()
        if self._begin is not None and self._cells:
            row = HtmlRow(
                line=self._begin,
                last_line=line,
                cells=tuple(self._cells),
                header=self._headers == len(self._cells),
            )
            self.rows.append(row)
        self._cells = []
        self._headers = 0
        self._begin = None
