"""The command line: `campnotes build | serve | check`."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from campnotes import __version__
from campnotes.checking import FORMS
from campnotes.cli.check import CannotCheckError, tell_findings, write_findings
from campnotes.cli.configuration import load_notebook_config, serve_options
from campnotes.cli.reading import read_for_check
from campnotes.cli.untrusted import UnreadableConfigurationError
from campnotes.output import OutputError, build_beside, check_output

NOTEBOOK = click.argument(
    "notebook",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)

TRUST = click.option(
    "--trust",
    is_flag=True,
    help="Take the notebook's mkdocs.yml as MkDocs does, with its hooks, plugins and theme: "
    "these are programs, so only where the notebook is yours.",
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
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the site. Default: NAME-site beside the notebook, "
    "or what its mkdocs.yml says.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings of MkDocs.")
@TRUST
def build(notebook: Path, output: Path | None, strict: bool, trust: bool) -> None:
    """Build the site of NOTEBOOK."""
    from mkdocs.commands.build import build as build_site

    _log_to_terminal()
    with friendly_errors():
        config = load_notebook_config(notebook, output, strict=strict, trust=trust)
        place = Path(config.site_dir)
        check_output(place, Path(config.docs_dir))
        with build_beside(place) as part:
            config.site_dir = str(part)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build_site(config)
            finally:
                config.plugins.on_shutdown()
    click.echo(f"{place}/index.html")


@main.command()
@NOTEBOOK
@click.option("-a", "--address", default=None, metavar="HOST:PORT", help="Default: 127.0.0.1:8000.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@TRUST
def serve(notebook: Path, address: str | None, open_browser: bool, trust: bool) -> None:
    """Serve NOTEBOOK, and show each note anew when it is saved."""
    from mkdocs.commands.serve import serve as serve_site

    _log_to_terminal()
    with friendly_errors():
        options = serve_options(notebook, trust=trust)
        serve_site(dev_addr=address, open_in_browser=open_browser, **options)


@main.command()
@NOTEBOOK
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    help="How to print the findings. github: as annotations of a workflow; sarif: for code scanning.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too, not only on errors.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Tell only what isn't in FILE, the baseline.",
)
@click.option("--update-baseline", is_flag=True, help="Write what is found into the baseline.")
@TRUST
def check(
    notebook: Path,
    form: str,
    strict: bool,
    baseline: Path | None,
    update_baseline: bool,
    trust: bool,
) -> None:
    """Say what is wrong in the notes of NOTEBOOK: path:line:column severity code message.

    Ends with 0 where nothing fails the check, with 1 where an error does (with --strict, a warning
    too), and with 2 where it can't check. What each code means is in the guide:
    https://github.com/mulgyeol-camp/campnotes/blob/main/docs/guide/findings.en.md
    """
    if update_baseline and baseline is None:
        raise click.UsageError("--update-baseline writes into the --baseline FILE; name one.")
    try:
        with friendly_errors():
            found = read_for_check(notebook, trust=trust)
    except click.ClickException as error:
        raise CannotCheckError(error.message) from error
    if update_baseline and baseline is not None:
        write_findings(found, baseline)
        return
    status = tell_findings(found, form, baseline, strict=strict)
    sys.exit(status)


# Errors whose messages are for the user as they are.
_TOLD_ERRORS = (
    Abort,
    BuildError,
    ConfigurationError,
    OutputError,
    UnreadableConfigurationError,
)


@contextmanager
def friendly_errors() -> Iterator[None]:
    """Turn what is wrong with a configuration or a file into a message instead of a traceback."""
    try:
        yield
    except _TOLD_ERRORS as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        file = error.filename or ""
        raise click.ClickException(f"{file}: {error.strerror}") from error


def _log_to_terminal() -> None:
    """Show what MkDocs and its plugins log, as the command `mkdocs` does."""
    line = logging.Formatter("%(levelname)-7s %(message)s")
    handler = logging.StreamHandler()
    handler.setFormatter(line)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
