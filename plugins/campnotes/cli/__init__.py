"""The command line: `campnotes init | build | serve | check`.

A command loads what it needs when it is called, so that `campnotes --help` answers at once.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import click

from campnotes import __version__
from campnotes.cli.speaking import SpokenCommand, SpokenGroup
from campnotes.rules import N_
from campnotes.user_language import say

FORMS = ("text", "json", "github", "sarif")  # of findings
_EXPLAINED_FORMS = ("text", "json")
_NO_BASELINE = N_("--update-baseline writes into the --baseline FILE; name one.")
_EXPLAINS_ALONE = N_("--explain goes with --format text or json, and with no baseline.")

NOTEBOOK = click.argument(
    "notebook",
    default=".",
    type=click.Path(
        exists=True,
        file_okay=False,
        path_type=Path,
    ),
)

TRUST = click.option(
    "--trust",
    is_flag=True,
    help=N_(
        "Take the notebook's mkdocs.yml as MkDocs does, with its hooks, plugins and theme: "
        "these are programs, so only where the notebook is yours."
    ),
)

VERBOSE = click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help=N_("Say more, and where an error comes from."),
)

QUIET = click.option(
    "-q",
    "--quiet",
    is_flag=True,
    help=N_("Say only what is wrong."),
)

HELP = click.help_option(
    "-h",
    "--help",
    help=N_("Show this help."),
)


def _use_cache(_context: click.Context, _option: click.Parameter, folder: Path | None) -> None:
    """Have the environment name the cache's folder, for the plugin too."""
    if folder is None:
        return
    from campnotes.caching.opening import FOLDER

    os.environ[FOLDER] = str(folder)


CACHE = click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    callback=_use_cache,
    expose_value=False,
    help=N_(
        "Where notes are kept as they were read and rendered, for the next build. "
        "Default: what CAMPNOTES_CACHE says, or the system's folder for caches."
    ),
)


@click.group(
    cls=SpokenGroup,
    help=N_(
        "Turn a notebook of bootcamp notes into a searchable, cross-linked site.\n\n"
        "NOTEBOOK is any folder of Markdown notes (the current one, if not given). It needs no "
        "configuration, and only init writes into it. Of a mkdocs.yml in it, what says how the "
        "site looks is taken; what could run a program is left out, unless you say --trust."
    ),
)
@click.version_option(
    __version__,
    prog_name="campnotes",
    help=N_("Show the version."),
)
@HELP
def main() -> None:
    """Run a command."""


@main.command(
    cls=SpokenCommand,
    help=N_(
        "Have the repository of NOTEBOOK publish it on GitHub Pages.\n\n"
        "Says what is there, shows what it would write (a workflow of GitHub Actions), and asks. "
        "What somebody else has written or changed is left alone."
    ),
)
@NOTEBOOK
@click.option(
    "-y",
    "--yes",
    is_flag=True,
    help=N_("Write without asking."),
)
@click.option(
    "-n",
    "--dry-run",
    is_flag=True,
    help=N_("Only show what would be written."),
)
@click.option(
    "--config",
    is_flag=True,
    help=N_("Write a mkdocs.yml too, to change the site's name or other options in."),
)
@CACHE
@VERBOSE
@HELP
def init(notebook: Path, yes: bool, dry_run: bool, config: bool, verbose: bool) -> None:
    """Write what publishes a notebook."""
    from campnotes.cli.setting_up import set_up
    from campnotes.cli.telling import told_in_terminal

    with told_in_terminal(
        verbose=verbose,
        level=logging.WARNING,
    ):
        set_up(
            notebook,
            with_config=config,
            yes=yes,
            dry_run=dry_run,
        )


@main.command(
    cls=SpokenCommand,
    help=N_(
        "Build the site of NOTEBOOK.\n\n"
        "Where the site is, is said first and last. On the standard output stands only the file "
        "of its home page."
    ),
)
@NOTEBOOK
@click.option(
    "-o",
    "--output",
    type=click.Path(
        file_okay=False,
        path_type=Path,
    ),
    metavar="DIR",
    help=N_(
        "The folder for the site. Default: NAME-site beside the notebook, "
        "or what its mkdocs.yml says."
    ),
)
@click.option(
    "--strict",
    is_flag=True,
    help=N_("Fail on warnings of MkDocs."),
)
@CACHE
@TRUST
@QUIET
@VERBOSE
@HELP
def build(
    notebook: Path, output: Path | None, strict: bool, trust: bool, quiet: bool, verbose: bool
) -> None:
    """Build the site of a notebook."""
    from campnotes.cli.collecting import seldom_collected
    from campnotes.cli.untouched import Untouched

    untouched = Untouched(notebook, output, strict=strict)
    # Who trusts a configuration, or wants to know, has all done.
    if not (trust or verbose) and untouched.tell(quiet=quiet):
        return
    with seldom_collected(), untouched.kept() as keep:
        from campnotes.cli.building import Wish, build_notebook

        wish = Wish(
            notebook=notebook,
            output=output,
            strict=strict,
            trust=trust,
            quiet=quiet,
            verbose=verbose,
        )
        place = build_notebook(wish)
        if not trust:
            keep(place)


@main.command(
    cls=SpokenCommand,
    help=N_("Serve NOTEBOOK, and show each note anew when it is saved."),
)
@NOTEBOOK
@click.option(
    "-a",
    "--address",
    default=None,
    metavar="HOST:PORT",
    help=N_("Default: 127.0.0.1:8000, or the next port that is free."),
)
@click.option(
    "--open",
    "open_browser",
    is_flag=True,
    help=N_("Open the site in the browser."),
)
@CACHE
@TRUST
@QUIET
@VERBOSE
@HELP
def serve(
    notebook: Path,
    address: str | None,
    open_browser: bool,
    trust: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Serve a notebook."""
    from campnotes.cli.progress import Progress
    from campnotes.cli.serving import ServingWish, serve_notebook
    from campnotes.cli.telling import told_in_terminal

    progress = Progress(quiet=quiet or verbose)
    wish = ServingWish(
        notebook=notebook,
        address=address,
        trust=trust,
        quiet=quiet,
        progress=progress,
    )
    with told_in_terminal(
        verbose=verbose,
        level=logging.WARNING if quiet else logging.INFO,
        progress=progress,
    ):
        serve_notebook(wish, open_browser=open_browser)


@main.command(
    cls=SpokenCommand,
    help=N_(
        "Say what is wrong in the notes of NOTEBOOK: path:line:column severity code message.\n\n"
        "Ends with 0 where nothing fails the check, with 1 where an error does (with --strict, a "
        "warning too), and with 2 where it can't check. What each code means is in the guide:\n\n"
        "https://github.com/mulgyeol-camp/campnotes/blob/main/docs/guide/findings.en.md"
    ),
)
@NOTEBOOK
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    help=N_(
        "How to print the findings. github: as annotations of a workflow; sarif: for code scanning."
    ),
)
@click.option(
    "--strict",
    is_flag=True,
    help=N_("Fail on warnings too, not only on errors."),
)
@click.option(
    "--baseline",
    type=click.Path(
        dir_okay=False,
        path_type=Path,
    ),
    metavar="FILE",
    help=N_("Tell only what isn't in FILE, the baseline."),
)
@click.option(
    "--update-baseline",
    is_flag=True,
    help=N_("Write what is found into the baseline."),
)
@click.option(
    "--explain",
    "asked",
    metavar="PATH[:LINE]",
    help=N_(
        "Instead, say why a note, or a line of it, is read as it is: "
        "its day, its title, its people."
    ),
)
@CACHE
@TRUST
@QUIET
@VERBOSE
@HELP
def check(
    notebook: Path,
    form: str,
    strict: bool,
    baseline: Path | None,
    update_baseline: bool,
    asked: str | None,
    trust: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Say what is wrong in the notes of a notebook."""
    if update_baseline and baseline is None:
        raise click.UsageError(say(_NO_BASELINE))
    if asked is not None and (form not in _EXPLAINED_FORMS or baseline is not None):
        raise click.UsageError(say(_EXPLAINS_ALONE))
    from campnotes.cli.check import CannotCheckError, print_text, tell_findings, write_findings
    from campnotes.cli.explain import explanation
    from campnotes.cli.progress import Progress
    from campnotes.cli.reading import read_for_check
    from campnotes.cli.telling import told_in_terminal

    progress = Progress(quiet=quiet or verbose)
    with told_in_terminal(
        verbose=verbose,
        level=logging.WARNING,
        failure=CannotCheckError,
        progress=progress,
    ):
        found = read_for_check(notebook, progress, trust=trust, quiet=quiet)
        if asked is not None:
            print_text(explanation(found, asked, form, notebook), form)
            return
        if update_baseline and baseline is not None:
            write_findings(found, baseline)
            return
        status = tell_findings(found, form, baseline, strict=strict, quiet=quiet)
    sys.exit(status)
