"""The command line: `campnotes build | serve | check`."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import click
from mkdocs.exceptions import Abort, BuildError, ConfigurationError

from campnotes import __version__
from campnotes.checking import exit_status, format_findings, summarize
from campnotes.cli.configuration import load_notebook_config, serve_options
from campnotes.cli.reading import read_for_check
from campnotes.locales import translations

NOTEBOOK = click.argument(
    "notebook",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="campnotes")
def main() -> None:
    """Turn a notebook of bootcamp notes into a searchable, cross-linked site.

    NOTEBOOK is any folder of Markdown notes (the current one, if not given). It needs no
    configuration, and nothing is written into it; a mkdocs.yml in it is honoured.
    """


@main.command()
@NOTEBOOK
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the site. Default: NAME-site beside the notebook, "
         "or what its mkdocs.yml says.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Fail on warnings of MkDocs.")
def build(notebook: Path, output: Path | None, strict: bool) -> None:
    """Build the site of NOTEBOOK."""
    from mkdocs.commands.build import build as build_site

    _log_to_terminal()
    with _told_errors():
        config = load_notebook_config(notebook, output, strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_site(config)
        finally:
            config.plugins.on_shutdown()
    click.echo(f"{config.site_dir}/index.html")


@main.command()
@NOTEBOOK
@click.option("-a", "--address", default=None, metavar="HOST:PORT", help="Default: 127.0.0.1:8000.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
def serve(notebook: Path, address: str | None, open_browser: bool) -> None:
    """Serve NOTEBOOK, and show each note anew when it is saved."""
    from mkdocs.commands.serve import serve as serve_site

    _log_to_terminal()
    with _told_errors():
        options = serve_options(notebook)
        serve_site(dev_addr=address, open_in_browser=open_browser, **options)


@main.command()
@NOTEBOOK
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text",
    help="How to print the findings. github: as annotations of a workflow.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Fail on warnings too, not only on errors.")
def check(notebook: Path, form: str, strict: bool) -> None:
    """Say what is wrong in the notes of NOTEBOOK: path:line:column severity code message."""
    with _told_errors():
        found = read_for_check(notebook)
    translate = translations(found.settings.language).gettext
    text = format_findings(found.findings, form, translate)
    if text:
        click.echo(text.rstrip("\n"))
    click.echo(summarize(found.findings, translate), err=True)
    sys.exit(exit_status(found.findings, strict=strict))


class _told_errors:  # noqa: N801 -- reads as a statement
    """Turn what is wrong with a configuration into a message instead of a traceback."""

    def __enter__(self) -> None: ...

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, Abort | BuildError | ConfigurationError):
            raise click.ClickException(str(error)) from error
        if isinstance(error, OSError):
            raise click.ClickException(f"{error.filename or ''}: {error.strerror}") from error


def _log_to_terminal() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
