"""Say in the terminal what campnotes found, without drowning the writer in it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence

from campnotes.caching.notes import NoteCache
from campnotes.checking import format_findings, summarize
from campnotes.checking.left_out import summarize_left_out
from campnotes.finding import Finding
from campnotes.rules import N_, Severity
from campnotes.user_language import say
from campnotes.user_language import translate as translate_for_user

MOST_LISTED = 20
_DAMAGED = N_("Damaged entries of the cache, made anew: {count}.")
_NOTHING_WRITTEN = N_("Nothing could be written into the cache: {reason}.")


def report_findings(
    findings: Sequence[Finding],
    reported: frozenset[str],
    log: logging.Logger,
    translate: Callable[[str], str],
    *,
    silenced: int = 0,
) -> frozenset[str]:
    """List the errors and warnings that are new since the last build, and sum up all findings.

    They are told as information: a dead image in a note of last month must not fail a strict build
    (`campnotes check --strict` is there for those who want it to). Returns what is now reported.
    """
    lines = _lines(findings, translate)
    fresh = [line for line in lines if line not in reported]
    for line in fresh[:MOST_LISTED]:
        log.info(line)
    hidden = len(fresh) - MOST_LISTED
    if hidden > 0:
        more = translate("… and {count} more.")
        more = more.format(count=f"{hidden:,}")
        log.info(more)
    if findings or silenced:
        # Infos are counted here, and listed on the health page only.
        summary = summarize(findings, translate, silenced=silenced)
        hint = translate("See the health page, or run campnotes check.")
        log.info("%s. %s", summary, hint)
    return frozenset(lines)


def log_left_out(left_out: Mapping[str, int], log: logging.Logger) -> None:
    """Say in a line how many files aren't published, and why."""
    line = summarize_left_out(left_out, translate_for_user)
    if line:
        log.info(line)


def close_cache(cache: NoteCache, log: logging.Logger) -> None:
    """Take from the cache what is old, and say where it couldn't be used."""
    store = cache.store
    if store is None:
        return
    store.prune()
    if store.damaged:
        damaged = say(_DAMAGED, count=f"{store.damaged:,}")
        log.info(damaged)
        store.damaged = 0
    if store.failure:
        failed = say(_NOTHING_WRITTEN, reason=store.failure)
        log.info(failed)
        store.failure = ""


def _lines(findings: Sequence[Finding], translate: Callable[[str], str]) -> list[str]:
    """Write a line for each error and warning, one only for those that read alike."""
    lines = []
    for finding in findings:
        if finding.severity is Severity.INFO:
            continue
        line = format_findings([finding], "text", translate)
        lines.append(line.strip())
    return list(dict.fromkeys(lines))
