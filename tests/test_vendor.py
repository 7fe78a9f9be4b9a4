"""What others wrote for browsers is what they published."""

from __future__ import annotations

import importlib.util
import io
import json
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

from support.notebooks import HOME


@pytest.fixture
def vendor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, with a folder of its own to write into."""
    spec = importlib.util.spec_from_file_location("vendor", HOME / "scripts" / "vendor.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ASSETS", tmp_path)
    return module


def packed(text: str) -> bytes:
    """A package of one file, as npm has it."""
    content = text.encode()
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        member = tarfile.TarInfo("package/dist/drawing.js")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def test_the_committed_files_are_those_of_the_manifest(
    vendor: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assets = HOME / "plugins" / "campnotes" / "rendering" / "assets"
    monkeypatch.setattr(vendor, "ASSETS", assets)
    vendor.check(json.loads(vendor.MANIFEST.read_text("utf-8")))


def test_what_doesn_t_match_its_digest_is_never_written(
    vendor: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"meta": b"", "package": packed("draw()")}
    answers["meta"] = json.dumps(
        {"dist": {"tarball": "package", "integrity": vendor._integrity(answers["package"])}}
    ).encode()

    def fetch(address: str) -> bytes:
        return answers["package" if address == "package" else "meta"]

    monkeypatch.setattr(vendor, "_fetch", fetch)
    file = {"from": "dist/drawing.js", "sha256": ""}
    package = {"version": "", "url": "", "integrity": "", "files": {"drawing.js": file}}
    vendor.take_version(package, "drawing", "1.0.0")
    assert package["version"] == "1.0.0"
    vendor.check({"drawing": package})

    answers["package"] = packed("steal()")
    with pytest.raises(vendor.UnverifiedError, match="npm"):
        vendor.fetch_files(package)
    package["integrity"] = vendor._integrity(answers["package"])
    with pytest.raises(vendor.UnverifiedError, match=r"drawing\.js"):
        vendor.write(package, vendor.fetch_files(package))
    assert (tmp_path / "drawing.js").read_text("utf-8") == "draw()"

    (tmp_path / "drawing.js").write_text("steal()", "utf-8")
    with pytest.raises(vendor.UnverifiedError, match=r"drawing\.js"):
        vendor.check({"drawing": package})


def test_a_file_that_nobody_named_is_told(vendor: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "stray.js").touch()
    with pytest.raises(vendor.UnverifiedError, match=r"stray\.js"):
        vendor.check({})


def test_nothing_is_fetched_from_elsewhere(vendor: ModuleType) -> None:
    with pytest.raises(vendor.UnverifiedError, match="registry"):
        vendor.fetch_files({"url": "https://elsewhere.example/a.tgz"})
