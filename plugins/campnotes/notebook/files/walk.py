"""Find the files of a notebook: one list, which building, serving and checking go by.

- Plain files are taken. Devices, pipes and sockets never are, nor is one of them opened.
- A link is taken if it leads to a file of the list. Links to folders aren't followed.
- Hidden files, installed packages, what site generators make or need, and what Git ignores are left
  out. Pictures in hidden folders (`.gitbook/assets`) are kept apart, for notes that show them.

What is left out for another reason than its hidden name is told in a finding.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from campnotes.finding import Finding
from campnotes.notebook.files import MEDIA_SUFFIXES, NotebookFiles, arrange_files
from campnotes.notebook.files.ignored import Ignored, ignored_paths
from campnotes.notebook.paths import folders_around, is_note

INSTALLED_FOLDERS = frozenset(
    {"node_modules", "__pycache__", "site-packages", "bower_components", "vendor/bundle"}
)
# What a site generator makes of notes, or makes its pages from, by the end of a folder's path.
GENERATED_FOLDERS: Mapping[str, str] = {
    "_site": "Jekyll",
    "_layouts": "Jekyll",
    "_includes": "Jekyll",
    "_sass": "Jekyll",
    "_book": "GitBook",
    ".vuepress/dist": "VuePress",
    ".vitepress/dist": "VitePress",
}
# What a theme brings beside the notes, where one of these files says that it is a theme's.
THEME_FOLDERS = frozenset({"themes", "scaffolds", "archetypes"})
_THEME_MARKS = frozenset({"_config.yml", "hugo.toml", "hugo.yaml", "config.toml"})
# Hidden folders of tools, in which no note's pictures lie. Those of keys aren't even looked into.
TOOLS_OWN = frozenset(
    ".git .svn .hg .obsidian .vscode .idea .vs .venv .env .cache .local .config .ipynb_checkpoints "
    ".docusaurus .next .nuxt .jekyll-cache .sass-cache .bundle .mypy_cache .pytest_cache .ruff_cache "
    ".tox .nox .eggs .gradle .npm .yarn .pnpm-store .cargo .rustup .terraform .trash .ssh .gnupg .aws "
    ".kube .docker".split()
)
# Systems take paths of 4096 bytes in all, and the site's folder may be deeper than the notebook.
LONGEST_PATH = 2000
_SHOWN_OF_PATH = 80
# A virtual environment is known by what is in it: notes may lie in a folder `env/`.
_ENVIRONMENT_MARKS = ("pyvenv.cfg", "conda-meta", "bin/activate", "Scripts/activate.bat")


class _Walked(Struct):
    """What was met on the way through the folders.

    `links` are files that are links, with the path that each leads to; `repositories` are folders
    below the notebook's own that are Git repositories. `may_ask_git` tells that no `.gitignore` is
    anything but a file.
    """

    plain: list[str] = field(default_factory=list)
    hidden_media: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    repositories: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    may_ask_git: bool = True

    def tell(self, code: str, path: str, **values: str) -> None:
        """Add a finding about a file or a folder."""
        finding = Finding(code, path, 1, values=values)
        self.findings.append(finding)


def _never(_path: str) -> bool:
    return False


def find_files(
    root: Path,
    *,
    is_excluded: Callable[[str], bool] = _never,
    is_draft: Callable[[str], bool] = _never,
) -> NotebookFiles:
    """All files of the notebook in `root`, in natural order.

    `is_excluded` and `is_draft` are the host's wishes: files that it leaves out, and those that it
    shows in a preview only.
    """
    home = root.resolve()
    walked = _Walked()
    _walk(home, walked)
    ignored = _ask_git(home, walked)
    reasons = _reasons((*walked.plain, *walked.links), ignored, is_excluded)
    for path, reason in reasons.items():
        if is_note(path):
            walked.tell(f"note-{reason}", path)
    kept = {path for path in (*walked.plain, *walked.links) if path not in reasons}
    drafts = frozenset(filter(is_draft, kept))
    for path, target in walked.links.items():
        # A link may lead to another one, but what is at the end is always a plain file.
        if path in kept and target not in kept:
            kept.discard(path)
            walked.tell("file-link-outside", path)
    files = arrange_files(home, kept)
    return NotebookFiles(
        root=home,
        notes=files.notes,
        others=tuple(path for path in files.others if path not in drafts),
        findings=tuple(walked.findings),
        left_out=Counter(reasons.values()),
        drafts=drafts.intersection(files.notes),
        kept_back=(*walked.hidden, *_excluded(reasons)),
        hidden_media=_hidden_media(walked, ignored, is_excluded),
    )


def _ask_git(home: Path, walked: _Walked) -> Ignored:
    """What Git ignores; a finding tells where it couldn't be asked."""
    ignored = Ignored(unasked=("",))
    if walked.may_ask_git:
        ignored = ignored_paths(home, walked.repositories)
    for folder in ignored.unasked:
        walked.tell("git-unasked", folder or ".")
    return ignored


def _reasons(
    paths: Iterable[str], ignored: Ignored, is_excluded: Callable[[str], bool]
) -> dict[str, Literal["ignored", "excluded"]]:
    """Why files are left out that might have been taken, by path."""
    reasons: dict[str, Literal["ignored", "excluded"]] = {}
    for path in paths:
        if _is_within(path, ignored.paths):
            reasons[path] = "ignored"
        elif is_excluded(path):
            reasons[path] = "excluded"
    return reasons


def _hidden_media(
    walked: _Walked, ignored: Ignored, is_excluded: Callable[[str], bool]
) -> tuple[str, ...]:
    """The pictures in hidden folders that nothing else keeps out."""
    left_out = _reasons(walked.hidden_media, ignored, is_excluded)
    return tuple(path for path in walked.hidden_media if path not in left_out)


def _excluded(reasons: Mapping[str, str]) -> list[str]:
    excluded = []
    for path, reason in reasons.items():
        if reason == "excluded":
            excluded.append(path)
    return excluded


def _is_within(path: str, ignored: frozenset[str]) -> bool:
    """Tell whether a file, or a folder that it lies in, is one of these."""
    if path in ignored:
        return True
    return any(folder in ignored for folder in folders_around(path))


def _walk(home: Path, walked: _Walked) -> None:
    """Go through all folders without following a link."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        entries = _entries(home, folder, walked)
        has_theme = any(entry.name in _THEME_MARKS for entry in entries)
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.name.startswith("."):
                _notice_hidden(entry, path, folder, walked)
                _walk_hidden(home, path, entry, walked)
            elif not _is_text(path):
                shown = path.encode(errors="replace").decode()
                walked.tell("file-name", shown)
            elif len(path.encode()) > LONGEST_PATH:
                shown = f"{path[:_SHOWN_OF_PATH]}…"
                walked.tell("path-too-long", shown)
            elif not entry.is_dir(follow_symlinks=False):
                _take(entry, path, home, walked)
            elif _is_installed(entry, path):
                walked.tell("folder-installed", path)
            elif tool := _generator(path, has_theme=has_theme):
                walked.tell("folder-generated", path, tool=tool)
            else:
                waiting.append(path)


def _entries(home: Path, folder: str, walked: _Walked) -> Iterable[os.DirEntry[str]]:
    try:
        return _by_name(home / folder)
    except OSError as error:
        walked.tell("folder-unreadable", folder or ".", reason=_reason(error))
        return ()


def _notice_hidden(entry: os.DirEntry[str], path: str, folder: str, walked: _Walked) -> None:
    """Notice what says how Git or a host sees a folder; hidden folders are left alone."""
    if entry.is_file(follow_symlinks=False) and _is_text(path):
        walked.hidden.append(path)
    if entry.name == ".git" and folder:
        walked.repositories.append(folder)
    # Git would wait for a pipe.
    if entry.name == ".gitignore" and not entry.is_file():
        walked.may_ask_git = False


def _walk_hidden(home: Path, top: str, entry: os.DirEntry[str], walked: _Walked) -> None:
    """Go through a hidden folder for pictures; what else is wrong with it is nobody's concern."""
    if not entry.is_dir(follow_symlinks=False) or entry.name in TOOLS_OWN:
        return
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        for inner in _entries_if_readable(home / folder):
            path = f"{folder}/{inner.name}"
            if not _is_text(path) or len(path.encode()) > LONGEST_PATH:
                continue
            if inner.is_dir(follow_symlinks=False):
                if inner.name not in TOOLS_OWN and not _is_left_out(inner, path):
                    waiting.append(path)
            elif inner.is_file(follow_symlinks=False) and _is_medium(path):
                walked.hidden_media.append(path)


def _is_left_out(folder: os.DirEntry[str], path: str) -> bool:
    return _is_installed(folder, path) or bool(_generator(path))


def _is_medium(path: str) -> bool:
    return path.lower().endswith(MEDIA_SUFFIXES)


def _entries_if_readable(folder: Path) -> Iterable[os.DirEntry[str]]:
    try:
        return _by_name(folder)
    except OSError:
        return ()


def _by_name(folder: Path) -> list[os.DirEntry[str]]:
    """The entries of a folder in an order that is the same everywhere."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_text(path: str) -> bool:
    """Tell whether a path can be written in an address; Linux lets names be any bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_installed(entry: os.DirEntry[str], path: str) -> bool:
    if not INSTALLED_FOLDERS.isdisjoint(_ends(path)):
        return True
    return any(os.path.lexists(f"{entry.path}/{mark}") for mark in _ENVIRONMENT_MARKS)


def _generator(path: str, *, has_theme: bool = False) -> str:
    """The site generator that makes or needs a folder; `""` for a folder of the notebook's own.

    `has_theme` tells that the folder around it is that of a site with a theme.
    """
    name = path.rpartition("/")[2]
    if has_theme and name in THEME_FOLDERS:
        return "Hexo/Hugo"
    for end in _ends(path):
        if end in GENERATED_FOLDERS:
            return GENERATED_FOLDERS[end]
    return ""


def _ends(path: str) -> Iterator[str]:
    """Give the last part of a path, and the last two."""
    parts = path.rsplit("/", 2)
    yield parts[-1]
    yield "/".join(parts[-2:])


def _take(entry: os.DirEntry[str], path: str, home: Path, walked: _Walked) -> None:
    """Take a file, or say why not."""
    is_link = entry.is_symlink()
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        code = "file-link-dead" if is_link else "file-unreadable"
        walked.tell(code, path, reason=_reason(error))
        return
    target = _target(entry, home) if is_link else path
    if target is None:
        walked.tell("file-link-outside", path)
    elif stat.S_ISDIR(mode):
        walked.tell("file-link-folder", path)
    elif not stat.S_ISREG(mode):
        walked.tell("file-special", path)
    elif is_link:
        walked.links[path] = target
    else:
        walked.plain.append(path)


def _target(entry: os.DirEntry[str], home: Path) -> str | None:
    """The path that a link leads to at its end; `None` outside of the notebook."""
    target = Path(os.path.realpath(entry.path))
    if not target.is_relative_to(home):
        return None
    return target.relative_to(home).as_posix()


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
