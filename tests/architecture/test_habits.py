"""What the project runs with is pinned: actions by commit, packages by version."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from support.notebooks import HOME

WORKFLOWS = sorted((HOME / ".github" / "workflows").glob("*.yml"))
PINNED_ACTION = re.compile(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
PINNED_PACKAGE = re.compile(r"[\w.-]+==[\w.]+(?: ; .+)?")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_by_commit(file: Path) -> None:
    used = re.findall(r"uses: (.+)", file.read_text("utf-8"))
    assert used
    assert [action for action in used if not PINNED_ACTION.fullmatch(action)] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_each_job_says_what_it_may(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text("utf-8"))
    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())


def test_packages_for_development_are_pinned_by_version() -> None:
    lines = (HOME / "constraints-dev.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert pins
    assert [pin for pin in pins if not PINNED_PACKAGE.fullmatch(pin)] == []


@pytest.mark.parametrize("name", ["README.md", "README.en.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_links_of_the_front_pages_lead_somewhere(name: str) -> None:
    text = (HOME / name).read_text("utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", text)
    assert [target for target in targets if not (HOME / target).exists()] == []
