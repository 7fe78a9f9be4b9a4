"""Time rendering notes against Python-Markdown with Material's recommended extensions.

CPU seconds in this process, median of ROUNDS, the two taking turns. Campnotes' time includes the
parse, which its model needs anyway, and sanitising. Run by `make bench`.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable

import markdown
from build import sources
from fidelity import RECOMMENDED

from campnotes.linking.notebook import link_notebook
from campnotes.linking.surroundings import survey
from campnotes.markdown.document import parse_document
from campnotes.parsing.note import parse_note
from campnotes.rendering.note import render_note
from campnotes.rendering.options import Options
from campnotes.settings import Settings

ROUNDS = 7
TARGET = 0.5


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print both times and their ratio."""
    texts = [path.read_text(encoding="utf-8") for path in sources()]
    parsed = [parse_note(text, f"{i}.md") for i, text in enumerate(texts)]
    notes = link_notebook(parsed, survey(parsed, Settings())).notes
    converter = markdown.Markdown(extensions=RECOMMENDED)

    def theirs() -> None:
        for text in texts:
            converter.reset()
            converter.convert(text)

    def ours() -> None:
        for note in notes:
            parse_document(note.parsed.document.body)
            render_note(note, lambda link: link.link.url, Options())

    times: dict[str, list[float]] = {"Python-Markdown": [], "campnotes": []}
    for _ in range(ROUNDS):
        times["Python-Markdown"].append(timed(theirs))
        times["campnotes"].append(timed(ours))
    _print(times, len(texts))


def _print(times: dict[str, list[float]], count: int) -> None:
    theirs = statistics.median(times["Python-Markdown"])
    print(f"Rendering {count} notes, CPU seconds (median of {ROUNDS}):")
    for label, spent in _medians(times):
        print(f"  {label:34} {spent:6.3f} s   {spent / theirs:5.2f} x")
    print(f"Target: campnotes at most {TARGET} x Python-Markdown.")


def _medians(times: dict[str, list[float]]) -> Iterable[tuple[str, float]]:
    return ((label, statistics.median(spent)) for label, spent in times.items())


if __name__ == "__main__":
    main()
