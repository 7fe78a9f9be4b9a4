"""Tell of each case what came out otherwise than it must."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hostile.browsing import Look
from hostile.building import SECRET, Build, Visit
from hostile.cases import Case

_BINARY = (".woff2", ".png", ".gz", ".map", ".js", ".css")
_GOOD_LINK = "nowhere"


@dataclass
class Verdict:
    """What is wrong in a case; `kinds` counts scripts run, requests elsewhere and the like."""

    case: Case
    faults: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def fault(self, kind: str, what: object) -> None:
        self.kinds[kind] += 1
        self.faults.append(f"{kind}: {what}")

    @property
    def open(self) -> str:
        """The points of the issue by which it may be wrong still."""
        return ", ".join(line.value for line in self.case.expected if line.name == "open")


def judge(build: Build, looks: Sequence[Look]) -> list[Verdict]:
    """Judge all cases of a build by the site and by what was seen of its pages."""
    verdicts = {case.number: Verdict(case) for case in build.cases}
    if build.error:
        for verdict in verdicts.values():
            verdict.fault("traceback", build.error[-600:])
        return list(verdicts.values())
    for look in looks:
        _judge_look(look, verdicts, build)
    for case in build.cases:
        verdict = verdicts[case.number]
        _judge_output(verdict, build)
        if build.site:
            _judge_site(verdict, build, looks)
    return list(verdicts.values())


def _judge_look(look: Look, verdicts: Mapping[int, Verdict], build: Build) -> None:
    """Judge a page: what belongs to no one case is each one's on it."""
    numbers = _numbers_of(look.visit, build)
    shown = [verdicts[number] for number in numbers]

    def blame(kind: str, what: str) -> None:
        named = [v for v in verdicts.values() if str(v.case.number) in what]
        for verdict in named or shown:
            verdict.fault(kind, f"{look.visit.url}: {what}")

    for what in look.ran:
        blame("script", what)
    for what in look.elsewhere:
        allowed = [a for v in shown for a in v.case.told("asks", look.visit.flavour)]
        if not any(a in what for a in allowed):
            blame("elsewhere", what)
    for what in look.errors:
        expected = [told for v in shown for told in v.case.told("complains", look.visit.flavour)]
        if not any(told in what for told in expected):
            blame("error", what)
    for kind in ("around", "covers", "clobbered", "lost"):
        for what in look.seen.get(kind, ()):
            blame(kind, what)
    for query, (count, bad) in look.seen.get("results", {}).items():
        for what in bad:
            blame("around", f"{query} finds {what}")
        if not count:
            blame("lost", f"nothing is found by {query}")
    for what in look.seen.get("faults", ()):
        blame("element", what)
    for other in look.seen.get("others", ()):
        _judge_read(other, verdicts, build)
    for seen in look.seen.get("cases", ()):
        _judge_piece(verdicts[seen["number"]], look.visit, seen)


def _judge_read(other: Mapping[str, Any], verdicts: Mapping[int, Verdict], build: Build) -> None:
    """Judge a page that was read, but not opened."""
    numbers = _numbers_of(Visit(other["url"]), build)
    for number in numbers:
        for what in other["around"]:
            verdicts[number].fault("around", f"{other['url']}: {what}")
        for what in other["faults"]:
            verdicts[number].fault("element", f"{other['url']}: {what}")


def _numbers_of(visit: Visit, build: Build) -> list[int]:
    """The cases that are on a page; on pages made from all notes, all of them."""
    if visit.cases:
        return [case.number for case in visit.cases]
    own = [case.number for case in build.cases if visit.url.startswith(f"{case.folder}/")]
    return own or [case.number for case in build.cases]


def _judge_piece(verdict: Verdict, visit: Visit, seen: Mapping[str, Any]) -> None:
    """Judge a piece of a note as it was sent to the browser."""
    case = verdict.case
    flavour = visit.flavour
    if seen.get("swallowed"):
        verdict.fault("swallows", f"{flavour}: what follows isn't shown; is it `alone`?")
        return
    for what in seen["faults"]:
        verdict.fault("element", f"{flavour}: {what}")
    for selector in case.told("has", flavour):
        if not seen["selected"][selector]:
            verdict.fault("otherwise", f"{flavour}: there is no {selector}")
    for selector in case.told("lacks", flavour):
        if seen["selected"][selector]:
            verdict.fault("otherwise", f"{flavour}: there is {selector}")
    _judge_text(verdict, seen["text"], flavour)
    for told in case.told("link", flavour):
        text, _, address = told.partition(" → ")
        led = [href for shown, href in seen["links"] if shown == text and href is not None]
        wanted = [] if address == _GOOD_LINK else [address]
        if led != wanted:
            verdict.fault("otherwise", f"{flavour}: the link {text!r} leads to {led}")


def _judge_text(verdict: Verdict, text: str, flavour: str = "") -> None:
    one_line = " ".join(text.split())
    for told in verdict.case.told("shows", flavour):
        if told not in one_line:
            verdict.fault(
                "otherwise", f"{flavour}: it doesn't show {told!r}, but {one_line[-300:]!r}"
            )
    for told in verdict.case.told("hides", flavour):
        if told in one_line:
            verdict.fault("otherwise", f"{flavour}: it shows {told!r}")


def _judge_output(verdict: Verdict, build: Build) -> None:
    """Judge whether there is a site, and what the build said."""
    for file in build.sprung:
        verdict.fault("program", file)
    refused = verdict.case.told("refused")
    if not build.site and not refused:
        verdict.fault("no site", build.output[-400:])
    if build.site and refused:
        verdict.fault("otherwise", "it isn't refused")
    for told in refused + verdict.case.told("says"):
        if told not in build.output:
            verdict.fault("otherwise", f"it isn't said {told!r}, but {build.output[-400:]!r}")


def _judge_site(verdict: Verdict, build: Build, looks: Sequence[Look]) -> None:
    """Judge the files of a site; paths are those of the case's folder, where it has one."""
    case = verdict.case
    assert build.site
    home = build.site.folder
    own = home / case.folder if case.room == "notes" else home

    for told in case.told("file"):
        if not list(own.glob(told)):
            verdict.fault("otherwise", f"there is no file {told}")
    for told in case.told("no file"):
        if list(own.glob(told)):
            verdict.fault("otherwise", f"there is the file {told}")
    for told, holds in [*_named(case, "holds", True), *_named(case, "free", False)]:
        path, _, text = told.partition(": ")
        texts = [file.read_text("utf-8") for file in own.glob(path)]
        if not texts or any((text in found) is not holds for found in texts):
            verb = "holds no" if holds else "holds"
            verdict.fault("otherwise", f"{path} {verb} {text!r}")
    _judge_findings(verdict, build)
    if case.room != "bodies":
        _judge_published(verdict, build)
        shown = _texts(case, looks)
        _judge_text(verdict, shown)


def _named(case: Case, name: str, holds: bool) -> Iterator[tuple[str, bool]]:
    for told in case.told(name):
        yield told, holds


def _texts(case: Case, looks: Sequence[Look]) -> str:
    """The texts of a case's pages."""
    found = []
    for look in looks:
        read = {look.visit.url: look.seen.get("text", "")}
        read |= {other["url"]: other["text"] for other in look.seen.get("others", ())}
        own = [text for url, text in read.items() if url.startswith(f"{case.folder}/")]
        found += own if case.room == "notes" else list(read.values())
    return "\n".join(found)


def _judge_findings(verdict: Verdict, build: Build) -> None:
    case = verdict.case
    wanted = case.told("finding")
    if not wanted or not build.site:
        return
    found = []
    for finding in build.site.inventory["findings"]:
        if case.room != "notes" or finding["path"].startswith(f"{case.folder}/"):
            found += [finding["code"], f"{finding['code']} at {finding['line']}"]
    for told in wanted:
        if told not in found:
            verdict.fault("otherwise", f"there is no finding {told}, but {sorted(set(found))}")


def _judge_published(verdict: Verdict, build: Build) -> None:
    """Nothing that a case keeps outside, or beside what is published, is in the site."""
    assert build.site
    secret = f"{SECRET}-{verdict.case.number}"
    keeps = [block for block in verdict.case.blocks if secret in block.text]
    if not keeps:
        return
    for file in build.site.folder.rglob("*"):
        if (
            file.is_file()
            and file.suffix not in _BINARY
            and secret in file.read_text("utf-8", "replace")
        ):
            verdict.fault("published", file.relative_to(build.site.folder))


def figures(verdicts: Sequence[Verdict]) -> str:
    """A table of the figures by family."""
    columns = ("script", "program", "elsewhere", "traceback", "covers", "lost", "published")
    families: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        families[f"{verdict.case.room}/{verdict.case.family}"].append(verdict)
    rows: list[tuple[str, ...]] = [
        (
            "family",
            "cases",
            "as told",
            "open",
            "scripts",
            "programs",
            "elsewhere",
            "tracebacks",
            "covered",
            "lost",
            "published",
        )
    ]
    for family, members in [*families.items(), ("all", list(verdicts))]:
        kinds = sum((member.kinds for member in members), Counter[str]())
        kept = sum(not member.faults for member in members)
        still = sum(bool(member.open) for member in members)
        counts = (len(members), kept, still, *(kinds[column] for column in columns))
        rows.append((family, *map(str, counts)))
    return "\n".join(_row(row) for row in rows)


def _row(row: tuple[str, ...]) -> str:
    first, *rest = row
    return f"{first:28}" + "".join(f"{cell:>11}" for cell in rest)
