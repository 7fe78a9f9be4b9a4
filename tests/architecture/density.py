"""Measure how densely the package's functions are written.

    python tests/architecture/density.py [FOLDER]

prints the density of each module's functions, and what is too dense in it.

The density of a function is its AST nodes a line of code. Both are counted in its body: without the
signature, the docstring, comments and blank lines. An inner function counts with the one around it,
and by itself.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "plugins" / "campnotes"
MEAN = 9.0
MOST = 14.0
# One expression makes out a function of fewer than four lines, so it may be denser.
SHORT = 4
MOST_SHORT = 20.0

AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True)
class FunctionDensity:
    """A function with its AST nodes and its lines of code."""

    name: str
    line: int
    nodes: int
    lines: int

    @property
    def density(self) -> float:
        """AST nodes a line."""
        return self.nodes / self.lines

    @property
    def is_too_dense(self) -> bool:
        """Whether it has more nodes a line than a function of its length may have."""
        most = MOST_SHORT if self.lines < SHORT else MOST
        return self.density > most


def function_densities(text: str) -> list[FunctionDensity]:
    """The densities of the functions and methods of a module, inner ones too."""
    rows = text.split("\n")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, AnyFunction)]
    return [_density(function, rows) for function in functions]


def _density(function: AnyFunction, rows: Sequence[str]) -> FunctionDensity:
    body = function.body
    if ast.get_docstring(function) is not None:
        body = body[1:]
    nodes = 0
    for statement in body:
        nodes += sum(1 for _ in ast.walk(statement))
    lines = _code_lines(body, rows)
    return FunctionDensity(function.name, function.lineno, nodes, max(lines, 1))


def _code_lines(body: Sequence[ast.stmt], rows: Sequence[str]) -> int:
    if not body:
        return 0
    first = min(statement.lineno for statement in body)
    last = max(statement.end_lineno or statement.lineno for statement in body)
    code = [row for row in rows[first - 1 : last] if _is_code(row)]
    return len(code)


def _is_code(row: str) -> bool:
    stripped = row.strip()
    return bool(stripped) and not stripped.startswith("#")


def mean_density(functions: Iterable[FunctionDensity]) -> float:
    """AST nodes a line over all functions."""
    known = list(functions)
    nodes = sum(function.nodes for function in known)
    lines = sum(function.lines for function in known)
    return nodes / lines


def nested_comprehensions(text: str) -> list[int]:
    """The lines on which a comprehension stands within another one."""
    return _nested(text, _COMPREHENSIONS)


def nested_conditionals(text: str) -> list[int]:
    """The lines on which a conditional expression stands within another one."""
    return _nested(text, (ast.IfExp,))


def _nested(text: str, kinds: tuple[type[ast.expr], ...]) -> list[int]:
    found = set()
    for outer in ast.walk(ast.parse(text)):
        if isinstance(outer, kinds):
            found |= {node.lineno for node in _below(outer) if isinstance(node, kinds)}
    return sorted(found)


def _below(node: ast.AST) -> Iterator[ast.AST]:
    nodes = ast.walk(node)
    next(nodes)
    return nodes


def main(folder: Path) -> None:
    """Print the densities of a folder's modules."""
    everything: list[FunctionDensity] = []
    for file in sorted(folder.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        functions = function_densities(text)
        if functions:
            everything += functions
            name = file.relative_to(folder).as_posix()
            print(f"{mean_density(functions):5.1f}  {name}")
            _print_too_dense(text, functions)
    print(f"{mean_density(everything):5.1f}  in all, {len(everything)} functions")


def _print_too_dense(text: str, functions: Sequence[FunctionDensity]) -> None:
    for function in functions:
        if function.is_too_dense:
            print(f"       line {function.line}: {function.name} {function.density:.1f}")
    for line in nested_comprehensions(text):
        print(f"       line {line}: a comprehension within another")
    for line in nested_conditionals(text):
        print(f"       line {line}: a conditional expression within another")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else PACKAGE)
