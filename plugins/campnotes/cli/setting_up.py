"""Make a repository publish its notes: what `campnotes init` finds, writes and leaves to the user."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import click
from mkdocs.exceptions import ConfigurationError
from msgspec import Struct

from campnotes import __version__
from campnotes.checking.escaping import plain
from campnotes.cli.configuration.loading import load_notebook_config
from campnotes.cli.configuration.own import own_config
from campnotes.cli.own_files import OwnFile, Standing, leads_out, own_file, standing, write_whole
from campnotes.cli.phrases import command
from campnotes.cli.progress import Progress
from campnotes.cli.reading import read_for_check
from campnotes.cli.summary import counts
from campnotes.hosts.mkdocs.repository import notebook_folder, repository_address
from campnotes.hosts.mkdocs.sharing.address import find_address
from campnotes.notebook.files import read_plain
from campnotes.reading import NotebookReading
from campnotes.rules import N_
from campnotes.site.days.groups import group_notes
from campnotes.user_language import say, translate

WORKFLOW = Path(__file__).parent / "workflow.yml"
WORKFLOWS = ".github/workflows"
_OWN_NAME = "campnotes.yml"
_LONGEST_WORKFLOW = 1_000_000  # bytes
_DEPLOYS = b"/deploy-pages@"
_GITHUB = "https://github.com/"
_EXPRESSION = "${{"  # GitHub would work it out

_CONFIGURATION = """\
# All that can be said here: https://github.com/mulgyeol-camp/campnotes/blob/main/docs/guide/options.md
site_name: {name}
docs_dir: . # the notes are in this folder: the site is built by `campnotes build`
plugins:
  - search
  - campnotes
markdown_extensions:
  - campnotes.guard # has Zensical, which would leave the plugin out in silence, say so
"""

_LANGUAGES = {
    "ko": N_("Korean"),
    "ja": N_("Japanese"),
    "zh": N_("Chinese"),
    "en": N_("English"),
}
_NO_NAME = N_("{folder}: GitHub's workflows can't name this folder.")
_FOUND = N_("Found: {counts}; mostly in {language}.")
_REPOSITORY = N_("Repository: {address}")
_NO_REMOTE = N_("Repository: it has no address yet (git remote add origin …).")
_NO_CHECKOUT = N_("{folder} isn't in a Git repository. Say git init first, and then this again.")
_ELSEWHERE = N_(
    "The repository isn't on GitHub, for which alone there is a workflow. "
    "Build the site with {build}, and put its folder on your server."
)
_WILL_WRITE = N_("Will write {path}:")
_AS_WISHED = N_("{path} is as it should be.")
_NOT_OURS = N_(
    "{path} is there already and isn't as campnotes init has written it, so it was left alone. "
    "Rename or remove it to have it written anew; --dry-run shows what would be in it."
)
_LEADS_OUT = N_("{path} lies in a folder that is a link to another place, so nothing was written.")
_ALSO = N_("{path} puts pages on GitHub Pages too. Leave one of the two.")
_ASK = N_("Write it?")
_WRITTEN = N_("Written: {path}")
_NEXT = N_(
    "What is left to you:\n"
    '1. git add {paths} && git commit -m "Publish the notes" && git push\n'
    "2. Switch Pages on: {pages}: Source: GitHub Actions\n"
    "3. The site will be at {address}"
)
_SETTINGS = N_("in the repository's settings, under Pages")
_ADDRESS = N_("https://OWNER.github.io/REPOSITORY/ as soon as the repository is on GitHub")


class Repository(Struct, frozen=True):
    """A notebook's repository: its top folder, the notebook's place in it, and their addresses.

    `folder` is `.` where the notebook is the whole repository; the addresses are `""` if unknown.
    """

    root: Path
    folder: str
    address: str
    site: str
    pages_settings: str


def set_up(notebook: Path, *, with_config: bool, yes: bool, dry_run: bool) -> None:
    """Say what is in a notebook, and write what publishes it, once the user agrees.

    Ends with 1 where a file that isn't ours is in the way.
    """
    progress = Progress()
    reading = read_for_check(notebook, progress, quiet=True)
    repository = _repository(notebook)
    _tell_found(reading, repository)
    files = list(_files(notebook, repository, with_config=with_config))
    theirs = [file for file in files if _tell_refused(file, repository.root)]
    wished = [file for file in files if file not in theirs and _is_wished(file, repository.root)]
    shown = files if dry_run else wished
    for file in () if yes else shown:
        _tell_planned(file)
    _tell_others(repository.root)
    if dry_run:
        return
    if wished and not yes:
        click.confirm(translate(_ASK), default=True, abort=True, err=True)
    for file in wished:
        _write(file, repository.root)
    if files and not theirs:
        _tell_next(files, repository)
    if theirs:
        sys.exit(1)


def _repository(notebook: Path) -> Repository:
    home = notebook.resolve()
    folder = notebook_folder(home)
    depth = len(Path(folder).parts)
    root = [home, *home.parents][depth]
    if not (root / ".git").exists():
        raise ConfigurationError(translate(_NO_CHECKOUT).format(folder=home))
    if _EXPRESSION in folder:
        raise ConfigurationError(say(_NO_NAME, folder=folder))
    config = load_notebook_config(notebook, None)
    find_address(config)
    address = repository_address(home) or ""
    is_github = address.startswith(_GITHUB)
    return Repository(
        root=root,
        folder=folder or ".",
        address=address,
        site=config.site_url or "",
        pages_settings=f"{address}/settings/pages" if is_github else "",
    )


def _files(notebook: Path, repository: Repository, *, with_config: bool) -> list[OwnFile]:
    files = []
    if repository.address and not repository.pages_settings:
        build = command("build", notebook)
        _tell(translate(_ELSEWHERE).format(build=build))
    else:
        files.append(_workflow(repository))
    own = own_config(notebook)
    is_ours = own is None or own.name == "mkdocs.yml"
    if with_config and is_ours:
        files.append(_configuration(notebook, repository))
    return files


def _workflow(repository: Repository) -> OwnFile:
    text = WORKFLOW.read_text(encoding="utf-8")
    # JSON's strings are YAML's too.
    folder = json.dumps(repository.folder)
    text = text.replace("@VERSION@", __version__).replace("@NOTEBOOK@", folder)
    return own_file(f"{WORKFLOWS}/{_OWN_NAME}", text)


def _configuration(notebook: Path, repository: Repository) -> OwnFile:
    config = load_notebook_config(notebook, None)
    name = json.dumps(config.site_name, ensure_ascii=False)
    text = _CONFIGURATION.format(name=name)
    path = Path(repository.folder, "mkdocs.yml")
    return own_file(path.as_posix(), text)


def _tell(text: str) -> None:
    # What stands in a stranger's repository does nothing in the terminal.
    for line in text.split("\n"):
        click.echo(plain(line), err=True)


def _tell_found(reading: NotebookReading, repository: Repository) -> None:
    notebook = reading.notebook
    language = reading.settings.language
    groups = group_notes(notebook, language)
    name = _LANGUAGES.get(language, language)
    found = translate(_FOUND).format(
        counts=counts(notebook, groups),
        language=translate(name),
    )
    _tell(found)
    if repository.address:
        _tell(translate(_REPOSITORY).format(address=repository.address))
    else:
        _tell(translate(_NO_REMOTE))


def _tell_refused(file: OwnFile, root: Path) -> bool:
    """Tell whether a file can't be written, and say why."""
    if leads_out(file, root):
        reason = translate(_LEADS_OUT)
    elif standing(file, root) is Standing.THEIRS:
        reason = translate(_NOT_OURS)
    else:
        return False
    _tell(reason.format(path=file.path))
    return True


def _is_wished(file: OwnFile, root: Path) -> bool:
    """Tell whether a file is to be written; if it is there already as it should be, say so."""
    if standing(file, root) is not Standing.AS_WISHED:
        return True
    _tell(translate(_AS_WISHED).format(path=file.path))
    return False


def _tell_planned(file: OwnFile) -> None:
    _tell("")
    _tell(translate(_WILL_WRITE).format(path=file.path))
    for line in file.text.splitlines():
        _tell(f"    {line}".rstrip())
    _tell("")


def _tell_others(root: Path) -> None:
    """Name other workflows that put pages on GitHub Pages."""
    folder = root / WORKFLOWS
    for file in sorted(folder.glob("*.y*ml")):
        if file.name == _OWN_NAME or not file.is_file():
            continue
        text = read_plain(file, _LONGEST_WORKFLOW)
        if _DEPLOYS not in text:
            continue
        path = file.relative_to(root)
        also = translate(_ALSO)
        _tell(also.format(path=path.as_posix()))


def _write(file: OwnFile, root: Path) -> None:
    place = root / file.path
    place.parent.mkdir(parents=True, exist_ok=True)
    write_whole(place, file.text)
    _tell(translate(_WRITTEN).format(path=file.path))


def _tell_next(files: list[OwnFile], repository: Repository) -> None:
    paths = shlex.join(file.path for file in files)
    told = translate(_NEXT).format(
        paths=paths,
        pages=repository.pages_settings or translate(_SETTINGS),
        address=repository.site or translate(_ADDRESS),
    )
    _tell(told)
