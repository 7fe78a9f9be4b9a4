"""Build the notebooks of a room, look at their pages, and judge its cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hostile.browsing import Look, look_at
from hostile.building import Build, build_alone, build_pieces, build_shared
from hostile.cases import Case, read_cases
from hostile.judging import Verdict, judge


def run_room(room: str, folder: Path) -> list[Verdict]:
    """Run the cases of a room in a folder, but for those that wait."""
    cases = [case for case in read_cases() if case.room == room and not case.waits]
    if room == "bodies":
        builds = [build_pieces(cases, folder)]
    elif room == "notes":
        builds = [build_shared(cases, folder)]
    else:
        builds = [build_alone(case, folder) for case in cases]
    looks = _look(builds, cases, folder / "sites")
    verdicts: list[Verdict] = []
    for build, seen in zip(builds, looks, strict=True):
        verdicts += judge(build, seen)
    return verdicts


def _look(builds: Sequence[Build], cases: Sequence[Case], sites: Path) -> list[list[Look]]:
    """Look at the pages of all sites with one browser; gives the looks of each build."""
    owners = {}
    visits = []
    for number, build in enumerate(builds):
        place = build.site.folder.name if build.site else ""
        for visit in build.visits:
            placed = replace(visit, url=f"{place}/{visit.url}", home=f"{place}/")
            owners[placed.url] = (number, visit)
            visits.append(placed)
    queries = [query for case in cases for query in case.told("find")]
    looks: list[list[Look]] = [[] for _ in builds]
    for look in look_at(sites, visits, queries):
        number, visit = owners[look.visit.url]
        look.visit = visit
        looks[number].append(look)
    return looks
