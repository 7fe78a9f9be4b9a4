"""The rows of tables that authors write as HTML, gathered tag by tag."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

MOST_COLUMNS = 30  # of a row, however far its cells say that they go
MOST_ROWS = 200  # below each other, over which a cell goes
REPEATED = 100  # characters for each cell as written, so that what spans can but multiply little
LONGEST_NUMBER = 6  # digits

Attributes = Sequence[tuple[str, str | None]]


class HtmlRow(Struct, frozen=True):
    """A row of a table; `line` and `last_line` count from 0 at the beginning of its piece of HTML.

    - In a cell, a line break is one only where the author put `<br>`.
    - A cell that goes over several rows or columns stands in each, up to a bound.
    """

    line: int
    last_line: int
    cells: tuple[str, ...]
    header: bool


class _Cell(Struct, frozen=True):
    """A cell as written, and how many rows and columns it spans."""

    text: str
    rows: int
    columns: int


class _Above(Struct, frozen=True):
    """The text of a cell that spans rows, and how many more rows it has to be in."""

    text: str
    rows: int


class TableReader(Struct):
    """Keeps the rows of a piece of HTML, as its tags and texts come by.

    What isn't closed is closed by what follows it, as browsers do it; a table within a table's cell
    is no row's.
    """

    rows: list[HtmlRow] = field(default_factory=list)
    _cells: list[_Cell] = field(default_factory=list)
    _above: dict[int, _Above] = field(default_factory=dict)
    _text: list[str] | None = None
    _spans: tuple[int, int] = (1, 1)
    _may_repeat: int = 0
    _begin: int | None = None
    _headers: int = 0

    def start(self, tag: str, attributes: Attributes, line: int) -> None:
        """See a tag that opens."""
        match tag:
            case "table" | "thead" | "tbody" | "tfoot":
                self._end_row(line)
                # No cell goes further than its part of the table.
                self._above = {}
            case "tr":
                self._end_row(line)
                self._begin = line
            case "td" | "th":
                self._end_cell()
                self._headers += tag == "th"
                self._text = []
                self._spans = _spans(attributes)
                self._may_repeat += REPEATED
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
        rows, columns = self._spans
        self._cells.append(_Cell(cell.strip(), rows, columns))
        self._text = None

    def _end_row(self, line: int) -> None:
        self._end_cell()
        if self._begin is not None and self._cells:
            row = HtmlRow(
                line=self._begin,
                last_line=line,
                cells=tuple(self._in_columns()),
                header=self._headers == len(self._cells),
            )
            self.rows.append(row)
        self._cells = []
        self._headers = 0
        self._begin = None

    def _in_columns(self) -> list[str]:
        """The row's cells, one a column, with those that began above it and go on."""
        begun = self._above
        self._above = {}
        columns: list[str] = []
        for cell in self._cells:
            self._go_on(columns, begun)
            width = min(cell.columns, MOST_COLUMNS - len(columns))
            self._keep_below(len(columns), cell.text, cell.rows - 1)
            columns.append(cell.text)
            for _ in range(1, width):
                text = self._repeated(cell.text)
                self._keep_below(len(columns), text, cell.rows - 1)
                columns.append(text)
        self._go_on(columns, begun)
        return columns

    def _go_on(self, columns: list[str], begun: dict[int, _Above]) -> None:
        """Add the cells that began above, up to the next column that is free."""
        while above := begun.get(len(columns)):
            text = self._repeated(above.text)
            self._keep_below(len(columns), text, above.rows - 1)
            columns.append(text)

    def _repeated(self, text: str) -> str:
        """A text once more, unless more has been repeated than in any table that a person would write."""
        if len(text) > self._may_repeat:
            return ""
        self._may_repeat -= len(text)
        return text

    def _keep_below(self, column: int, text: str, rows: int) -> None:
        """Keep what a cell says for the rows below, if it goes on there."""
        if rows > 0 and column < MOST_COLUMNS:
            self._above[column] = _Above(text, rows)


def _spans(attributes: Attributes) -> tuple[int, int]:
    """How many rows and columns a cell spans; 1 where the author wrote no number."""
    given = dict(reversed(attributes))
    rows = _number(given.get("rowspan"), MOST_ROWS)
    columns = _number(given.get("colspan"), MOST_COLUMNS)
    return rows, columns


def _number(written: str | None, most: int) -> int:
    """A positive number as an attribute tells it, within a bound."""
    text = (written or "").strip()
    if not text.isascii() or not text.isdigit():
        return 1
    # So many digits are beyond any bound.
    told = int(text[:LONGEST_NUMBER])
    return min(max(told, 1), most)
