"""Fetch what others wrote for browsers and we publish, and verify it by its digests.

    python scripts/vendor.py                  fetch the versions of vendor.json, verify, write
    python scripts/vendor.py --check          compare the committed files with vendor.json, offline
    python scripts/vendor.py --to mermaid 11.17.2     take another version, and write vendor.json

`vendor.json` has for each package its version, where it comes from, the integrity that npm tells
(SHA-512 of the package), and the SHA-256 of each file. A file that doesn't match is never written.
Under `folders` it names those of which each file is taken, since their names change with the version.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import json
import sys
import tarfile
import urllib.request
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
MANIFEST = Path(__file__).with_name("vendor.json")
ASSETS = HOME / "plugins" / "campnotes" / "rendering" / "assets"
REGISTRY = "https://registry.npmjs.org"

Package = dict[str, Any]


class UnverifiedError(Exception):
    """Something isn't what its digest says; the message says what."""


def main() -> None:
    arguments = _arguments()
    packages: dict[str, Package] = json.loads(MANIFEST.read_text("utf-8"))
    try:
        if arguments.check:
            check(packages)
        elif arguments.to:
            name, version = arguments.to
            take_version(packages[name], name, version)
            MANIFEST.write_text(json.dumps(packages, indent=2) + "\n", "utf-8")
        else:
            for package in packages.values():
                write(package, fetch_files(package))
    except UnverifiedError as error:
        sys.exit(f"vendor: {error}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="compare, offline")
    parser.add_argument("--to", nargs=2, metavar=("PACKAGE", "VERSION"), help="take a version")
    return parser.parse_args()


def check(packages: dict[str, Package]) -> None:
    """Raise UnverifiedError where a committed file isn't the one of the manifest, or isn't in it."""
    named: set[Path] = {MANIFEST}
    for package in packages.values():
        for path, file in package["files"].items():
            committed = ASSETS / path
            named.add(committed)
            if not committed.is_file() or _sha256(committed.read_bytes()) != file["sha256"]:
                raise UnverifiedError(f"{path} isn't the file of vendor.json")
    for committed in ASSETS.rglob("*"):
        if committed.is_file() and committed not in named:
            raise UnverifiedError(f"{committed.relative_to(ASSETS)} isn't in vendor.json")


def fetch_files(package: Package) -> dict[str, bytes]:
    """Fetch a package, and give its files by their places among the assets, verified."""
    return read_files(package, fetch_package(package))


def fetch_package(package: Package) -> bytes:
    """Fetch a package as npm packs it, verified."""
    packed = _fetch(package["url"])
    if _integrity(packed) != package["integrity"]:
        raise UnverifiedError(f"{package['url']} isn't what npm says it is")
    return packed


def list_folders(package: Package, packed: bytes) -> None:
    """List the files that a package has in the manifest's folders, in the place of the former ones."""
    files = package["files"]
    for place, folder in package.get("folders", {}).items():
        for path in [path for path in files if path.startswith(f"{place}/")]:
            del files[path]
            (ASSETS / path).unlink(missing_ok=True)
        with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
            names = archive.getnames()
        begin = f"package/{folder}/"
        for name in sorted(names):
            rest = name.removeprefix(begin)
            # Maps of the sources and folders further down are left out.
            if name.startswith(begin) and rest.endswith(".mjs") and "/" not in rest:
                files[f"{place}/{rest}"] = {"from": f"{folder}/{rest}", "sha256": ""}


def read_files(package: Package, packed: bytes) -> dict[str, bytes]:
    """The files of a package by their places among the assets."""
    files = {}
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        for path, file in package["files"].items():
            # Nothing is unpacked: each file is read by its name.
            files[path] = _read_member(archive, f"package/{file['from']}")
    return files


def _read_member(archive: tarfile.TarFile, name: str) -> bytes:
    try:
        member = archive.extractfile(name)
    except KeyError:
        member = None
    if member is None:
        raise UnverifiedError(f"{name} is no file of the package")
    return member.read()


def write(package: Package, files: dict[str, bytes]) -> None:
    """Write the files of a package, once all of them are verified."""
    for path, content in files.items():
        if _sha256(content) != package["files"][path]["sha256"]:
            raise UnverifiedError(f"{path} of {package['url']} isn't the file of vendor.json")
    for path, content in files.items():
        (ASSETS / path).parent.mkdir(parents=True, exist_ok=True)
        (ASSETS / path).write_bytes(content)


def take_version(package: Package, name: str, version: str) -> None:
    """Take another version of a package: its integrity from the registry, its files' digests anew."""
    described = json.loads(_fetch(f"{REGISTRY}/{name}/{version}"))
    package["version"] = version
    package["url"] = described["dist"]["tarball"]
    package["integrity"] = described["dist"]["integrity"]
    packed = fetch_package(package)
    list_folders(package, packed)
    files = read_files(package, packed)
    for path, content in files.items():
        package["files"][path]["sha256"] = _sha256(content)
    write(package, files)


def _fetch(address: str) -> bytes:
    if not address.startswith(f"{REGISTRY}/"):
        raise UnverifiedError(f"{address} isn't at {REGISTRY}")
    with urllib.request.urlopen(address, timeout=60) as answer:
        content: bytes = answer.read()
    return content


def _integrity(content: bytes) -> str:
    """Give a digest as npm writes it (W3C Subresource Integrity)."""
    digest = hashlib.sha512(content).digest()
    return f"sha512-{base64.b64encode(digest).decode()}"


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    main()
