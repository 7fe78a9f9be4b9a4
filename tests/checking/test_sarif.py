"""SARIF 2.1.0, for code scanning and editors."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from campnotes import __version__
from campnotes.checking import format_findings
from campnotes.finding import Finding
from campnotes.linking.silencing import Silenced, SilencedBy
from campnotes.rules import RULES

DEAD = Finding("link-target-missing", "한글 폴더/a:b%.md", 3, 5, {"url": "[x](no.md){0}"})
LARGE = Finding("image-large", "b\udcff.md", 0, 0, {"url": "a.png", "size": "2.0"})
UNSAFE = Finding("link-unsafe", "c.md", 7, values={"url": "javascript:\x1b\u202e"})


def run_of(*findings: Finding, **options: Any) -> dict[str, Any]:
    log = json.loads(format_findings(findings, "sarif", **options))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    return dict(run)


def test_every_rule_is_described_with_its_place_in_the_guide() -> None:
    driver = run_of()["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("campnotes", __version__)
    assert [rule["id"] for rule in driver["rules"]] == list(RULES)
    for rule in driver["rules"]:
        assert rule["helpUri"].endswith(f"/docs/guide/findings.en.md#{rule['id']}")
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert not re.search(r"[{}]", rule["shortDescription"]["text"] + rule["help"]["text"])


def test_results_name_their_rule_and_place() -> None:
    run = run_of(DEAD, LARGE, UNSAFE, folder="notes/내 것")
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert [result["level"] for result in run["results"]] == ["warning", "note", "error"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    folder = "notes/%EB%82%B4%20%EA%B2%83"
    assert [place["artifactLocation"]["uri"] for place in places] == [
        f"{folder}/%ED%95%9C%EA%B8%80%20%ED%8F%B4%EB%8D%94/a%3Ab%25.md",
        f"{folder}/b%FF.md",
        f"{folder}/c.md",
    ]
    assert {place["artifactLocation"]["uriBaseId"] for place in places} == {"%SRCROOT%"}
    assert [place["region"] for place in places] == [
        {"startLine": 3, "startColumn": 5},
        {"startLine": 1, "startColumn": 1},
        {"startLine": 7, "startColumn": 1},
    ]


def test_a_note_makes_no_link_and_no_placeholder_in_a_message() -> None:
    (result,) = run_of(DEAD)["results"]
    assert r"The link [x\](no.md){{0}} leads" in result["message"]["text"]


@pytest.mark.parametrize("form", ["sarif", "json"])
def test_what_acts_on_terminals_is_escaped(form: str) -> None:
    text = format_findings([UNSAFE, LARGE], form)
    assert r"javascript:\u001b\u202e" in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    text.encode()


def test_fingerprints_stay_where_lines_move_and_differ_where_findings_do() -> None:
    moved = Finding(DEAD.code, DEAD.path, 90, values=DEAD.values)
    (first,) = run_of(DEAD)["results"]
    results = run_of(moved, moved, UNSAFE)["results"]
    digests = [next(iter(result["partialFingerprints"].values())) for result in results]
    assert first["partialFingerprints"] == results[0]["partialFingerprints"]
    assert len(set(digests)) == 3


def test_the_silenced_are_suppressed_and_all_say_whether_they_are() -> None:
    silenced = [Silenced(LARGE, SilencedBy.NOTE), Silenced(UNSAFE, SilencedBy.BASELINE)]
    results = run_of(DEAD, silenced=silenced)["results"]
    kinds = [[each["kind"] for each in result["suppressions"]] for result in results]
    assert kinds == [[], ["inSource"], ["external"]]
