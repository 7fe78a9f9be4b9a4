"""The command line: `campnotes build | serve | check`.

A command loads what it needs when it is called, so that `campnotes --help` answers at once.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import click

from campnotes import __version__

log = logging.getLogger("mkdocs.campnotes")

FORMS = ("text", "json", "github", "sarif")  # of findings
_EXPLAINED_FORMS = ("text", "json")

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
    help="Take the notebook's mkdocs.yml as MkDocs does, with its hooks, plugins and theme: "
    "these are programs, so only where the notebook is yours.",
)

VERBOSE = click.option(
    "-v", "--verbose", is_flag=True, help="Say more, and where an error comes from."
)


def _use_cache(_context: click.Context, _option: click.Parameter, folder: Path | None) -> None:
    """Have the environment name the cache's folder, for the plugin too."""
    if folder is None:
        return
    from campnotes.caching.notes import FOLDER

    os.environ[FOLDER] = str(folder)


CACHE = click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    callback=_use_cache,
    expose_value=False,
    help="Where notes are kept as they were read and rendered, for the next build. "
    "Default: what CAMPNOTES_CACHE says, or the system's folder for caches.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="campnotes")
def main() -> None:
    """Turn a notebook of bootcamp notes into a searchable, cross-linked site.

    NOTEBOOK is any folder of Markdown notes (the current one, if not given). It needs no
    configuration, and nothing is written into it. Of a mkdocs.yml in it, what says how the site
    looks is taken; what could run a program is left out, unless you say --trust.
    """


@main.command()
@NOTEBOOK
@click.option(
    "-o",
    "--output",
    type=click.Path(
        file_okay=False,
        path_type=Path,
    ),
    help="The folder for the site. Default: NAME-site beside the notebook, "
    "or what its mkdocs.yml says.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Fail on warnings of MkDocs.",
)
@CACHE
@TRUST
@VERBOSE
def build(notebook: Path, output: Path | None, strict: bool, trust: bool, verbose: bool) -> None:
    """Build the site of NOTEBOOK."""
    from mkdocs.commands.build import build as build_site

    from campnotes.cli.configuration import load_notebook_config
    from campnotes.cli.telling import told_in_terminal
    from campnotes.cli.unchanged import BuiltSite
    from campnotes.output import build_beside, check_output, check_temporary

    with told_in_terminal(verbose=verbose):
        config = load_notebook_config(
            notebook,
            output,
            strict=strict,
            trust=trust,
        )
        place = Path(config.site_dir)
        check_output(place, Path(config.docs_dir))
        check_temporary(notebook)
        site = None if trust else BuiltSite(config, notebook)
        if site is None or not site.is_as_built():
            with build_beside(place) as part:
                config.site_dir = str(part)
                config.plugins.on_startup(
                    command="build",
                    dirty=False,
                )
                try:
                    build_site(config)
                finally:
                    config.plugins.on_shutdown()
            if site is not None:
                site.keep()
        else:
            log.info("Nothing has changed since the site was built.")
        click.echo(f"{place}/index.html")


@main.command()
@NOTEBOOK
@click.option(
    "-a",
    "--address",
    default=None,
    metavar="HOST:PORT",
    help="Default: 127.0.0.1:8000.",
)
@click.option(
    "--open",
    "open_browser",
    is_flag=True,
    help="Open the site in the browser.",
)
@CACHE
@TRUST
@VERBOSE
def serve(
    notebook: Path, address: str | None, open_browser: bool, trust: bool, verbose: bool
) -> None:
    """Serve NOTEBOOK, and show each note anew when it is saved."""
    from campnotes.cli.serving import Preview, serve_notebook
    from campnotes.cli.telling import told_in_terminal

    with told_in_terminal(verbose=verbose):
        preview = Preview(notebook, address, trust)
        serve_notebook(preview, open_browser=open_browser)


@main.command()
@NOTEBOOK
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    help="How to print the findings. github: as annotations of a workflow; sarif: for code scanning.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Fail on warnings too, not only on errors.",
)
@click.option(
    "--baseline",
    type=click.Path(
        dir_okay=False,
        path_type=Path,
    ),
    metavar="FILE",
    help="Tell only what isn't in FILE, the baseline.",
)
@click.option(
    "--update-baseline",
    is_flag=True,
    help="Write what is found into the baseline.",
)
@click.option(
    "--explain",
    "asked",
    metavar="PATH[:LINE]",
    help="Instead, say why a note, or a line of it, is read as it is: its day, its title, its people.",
)
@CACHE
@TRUST
@VERBOSE
def check(
    notebook: Path,
    form: str,
    strict: bool,
    baseline: Path | None,
    update_baseline: bool,
    asked: str | None,
    trust: bool,
    verbose: bool,
) -> None:
    """Say what is wrong in the notes of NOTEBOOK: path:line:column severity code message.

    Ends with 0 where nothing fails the check, with 1 where an error does (with --strict, a warning
    too), and with 2 where it can't check. What each code means is in the guide:
    https://github.com/mulgyeol-camp/campnotes/blob/main/docs/guide/findings.en.md
    """
    if update_baseline and baseline is None:
        raise click.UsageError("--update-baseline writes into the --baseline FILE; name one.")
    if asked is not None and (form not in _EXPLAINED_FORMS or baseline is not None):
        raise click.UsageError("--explain goes with --format text or json, and with no baseline.")
    from campnotes.cli.check import CannotCheckError, print_text, tell_findings, write_findings
    from campnotes.cli.explain import explanation
    from campnotes.cli.reading import read_for_check
    from campnotes.cli.telling import told_in_terminal

    with told_in_terminal(
        verbose=verbose,
        level=logging.WARNING,
        failure=CannotCheckError,
    ):
        found = read_for_check(notebook, trust=trust)
        if asked is not None:
            print_text(explanation(found, asked, form, notebook), form)
            return
        if update_baseline and baseline is not None:
            write_findings(found, baseline)
            return
        status = tell_findings(found, form, baseline, strict=strict)
    sys.exit(status)
