"""The rules of findings: how much each matters, what is wrong, and what to do.

The messages are written in English here and translated in `locales/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

# Gives a message in a reader's language.
Translate = Callable[[str], str]


class Severity(StrEnum):
    """How much a finding matters: an error loses something, a warning may, an info tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def N_(message: str) -> str:  # noqa: N802 -- gettext's own name for "translate this later"
    """Mark a message for extraction by pybabel; it is translated when it is shown."""
    return message


SEVERITY_NAMES: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: N_("Error"),
        Severity.WARNING: N_("Warning"),
        Severity.INFO: N_("Info"),
    }
)


class Rule(Struct, frozen=True):
    """What one code of finding means: its severity, what is wrong and what to do."""

    severity: Severity
    message: str
    advice: str


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "file-unreadable": Rule(
            Severity.ERROR,
            N_("The file can't be read: {reason}"),
            N_("Save it as UTF-8 text that you may read."),
        ),
        "file-encoding": Rule(
            Severity.WARNING,
            N_("The file isn't UTF-8; it was read as {encoding}."),
            N_("Save it as UTF-8."),
        ),
        "file-link-outside": Rule(
            Severity.WARNING,
            N_("This is a link to what isn't part of the notebook; it was left out."),
            N_("Put the file itself there."),
        ),
        "file-link-dead": Rule(
            Severity.WARNING,
            N_("This is a link that leads nowhere ({reason}); it was left out."),
            N_("Put the file itself there, or remove the link."),
        ),
        "file-link-folder": Rule(
            Severity.WARNING,
            N_("This is a link to a folder, which isn't followed."),
            N_("Put the folder itself there."),
        ),
        "file-special": Rule(
            Severity.WARNING,
            N_("This is no plain file but a device, a pipe or a socket; it was left out."),
            N_("Remove it."),
        ),
        "file-name": Rule(
            Severity.WARNING,
            N_("The name of this file isn't UTF-8; it was left out."),
            N_("Rename it."),
        ),
        "path-too-long": Rule(
            Severity.WARNING,
            N_("The path of this file or folder is too long; it was left out."),
            N_("Move it into a folder that isn't as deep, or shorten its name."),
        ),
        "file-credential": Rule(
            Severity.ERROR,
            N_("This looks like a key or a credential; it isn't published."),
            N_("Take it out of the notebook. If others have seen it, replace it by a new one."),
        ),
        "file-too-large": Rule(
            Severity.WARNING,
            N_("The file has {size} MB, and hosts take no more than 100; it was left out."),
            N_("Make it smaller, or link to where it can be downloaded."),
        ),
        "file-address": Rule(
            Severity.WARNING,
            N_("The address {usual} is taken; this file is at {address}."),
            N_("Give the file another name or folder to choose its address."),
        ),
        "file-as-text": Rule(
            Severity.INFO,
            N_("This could run on the site, so it is shown as text, at {address}."),
            N_("Link to where it is published, if readers are to see it run."),
        ),
        "file-copy-failed": Rule(
            Severity.ERROR,
            N_("The file couldn't be copied into the site: {reason}"),
            N_("See that it may be read and that the disk has room."),
        ),
        "drawing-cleaned": Rule(
            Severity.INFO,
            N_("Scripts, or what leads to other files, were taken out of this SVG drawing."),
            N_("Export it as a plain SVG or a PNG if something is missing."),
        ),
        "drawing-unreadable": Rule(
            Severity.WARNING,
            N_("This is no SVG drawing that can be read ({reason}); it was left out."),
            N_("Export it anew, or as a PNG."),
        ),
        "folder-unreadable": Rule(
            Severity.ERROR,
            N_("The folder can't be read: {reason}"),
            N_("See that you may read it."),
        ),
        "folder-installed": Rule(
            Severity.INFO,
            N_("This folder holds installed packages; it was left out."),
            N_("Nothing needs to be done, unless there are notes in it."),
        ),
        "folder-generated": Rule(
            Severity.INFO,
            N_("{tool} makes or needs this folder, and no reader does; it was left out."),
            N_("Give the folder another name if there are notes in it."),
        ),
        "git-unasked": Rule(
            Severity.WARNING,
            N_("Git couldn't say what it ignores here, so nothing was left out for that."),
            N_("See what git status says in this folder, before the site is published."),
        ),
        "note-ignored": Rule(
            Severity.INFO,
            N_("Git ignores this note, so it isn't published."),
            N_("Take it out of .gitignore to have it on the site."),
        ),
        "note-excluded": Rule(
            Severity.INFO,
            N_("The configuration excludes this note, so it isn't published."),
            N_("Change exclude_docs or draft_docs to have it on the site."),
        ),
        "note-withheld": Rule(
            Severity.INFO,
            N_("The front matter says {field}, so the note isn't published."),
            N_("Take that line out to have it on the site."),
        ),
        "note-address": Rule(
            Severity.INFO,
            N_("The address {usual} is taken; this note is at {address}."),
            N_("Give the note another name to choose its address."),
        ),
        "front-matter-invalid": Rule(
            Severity.ERROR,
            N_("The front matter isn't valid YAML: {reason}"),
            N_("Correct it, or remove the lines between the two ---."),
        ),
        "front-matter-toml": Rule(
            Severity.ERROR,
            N_("The front matter between +++ isn't valid TOML: {reason}"),
            N_("Correct it, or write it as YAML between two ---."),
        ),
        "front-matter-unquoted": Rule(
            Severity.WARNING,
            N_("“{text}” in the front matter isn't valid YAML; it was read as plain text."),
            N_("Put quotation marks around the value: {suggestion}"),
        ),
        "front-matter-repeated": Rule(
            Severity.WARNING,
            N_("“{field}” stands more than once in the front matter; the last one counts."),
            N_("Leave one of them."),
        ),
        "front-matter-value": Rule(
            Severity.WARNING,
            N_("“{value}” is no valid value for “{field}” in the front matter; it was ignored."),
            N_("Write {expected}."),
        ),
        "contents-anchor-repaired": Rule(
            Severity.INFO,
            N_(
                "The contents entry “{text}” points at #{anchor}, which no heading has; "
                "it now leads to “{heading}”."
            ),
            N_("Write #{target} to have it work on GitHub too."),
        ),
        "contents-mark-missing": Rule(
            Severity.INFO,
            N_(
                "The contents entry “{text}” points at {anchor} without #, which is a file's "
                "address; it now leads to “{heading}”."
            ),
            N_("Write #{target} to have it work on GitHub too."),
        ),
        "contents-anchor-missing": Rule(
            Severity.WARNING,
            N_("The contents entry “{text}” points at #{anchor}, and no heading is like it."),
            N_("Write the heading, or take the entry out."),
        ),
        "contents-heading-missing": Rule(
            Severity.INFO,
            N_("The contents entry “{text}” names no heading of this note."),
            N_("Write the heading, or take the entry out."),
        ),
        "link-target-missing": Rule(
            Severity.WARNING,
            N_("The link {url} leads to no file of this notebook."),
            N_("Check the path."),
        ),
        "link-target-similar": Rule(
            Severity.WARNING,
            N_("The link {url} leads to no file of this notebook."),
            N_("Did you mean {suggestion}?"),
        ),
        "link-target-repaired": Rule(
            Severity.INFO,
            N_("The link {url} isn't written as the file is named; it leads to {target}."),
            N_("Write {suggestion} to have it work everywhere."),
        ),
        "link-anchor-missing": Rule(
            Severity.WARNING,
            N_("The link {url} points at a heading that {target} doesn't have."),
            N_("Check the part after #."),
        ),
        "link-anchor-repaired": Rule(
            Severity.INFO,
            N_(
                "The link {url} points at a heading that {note} doesn't have; "
                "it now leads to “{heading}”."
            ),
            N_("Write #{target} to have it work on GitHub too."),
        ),
        "link-outside-notebook": Rule(
            Severity.WARNING,
            N_("The link {url} leads out of the notebook's folder; it was dropped."),
            N_("Move the file into the notebook, or link to its address."),
        ),
        "address-repaired": Rule(
            Severity.INFO,
            N_("The address {url} was taken to end before “{rest}”; GitHub reads on to the space."),
            N_("Put a space behind the address to have it work on GitHub too."),
        ),
        "link-folder": Rule(
            Severity.INFO,
            N_("The link {url} leads to a folder without a README; it leads to {target}."),
            N_("Write a README.md in the folder to have readers see that instead."),
        ),
        "link-local": Rule(
            Severity.WARNING,
            N_("The link {url} leads to a file on its author's own computer; it was dropped."),
            N_("Put the file into the notebook, and link to it there."),
        ),
        "link-spaces-repaired": Rule(
            Severity.INFO,
            N_("The address {url} holds spaces; GitHub shows it as text."),
            N_("Write {suggestion} to have it work on GitHub too."),
        ),
        "link-unsafe": Rule(
            Severity.ERROR,
            N_("The address {url} is unsafe; it was dropped."),
            N_("Use an http(s), mailto or relative address."),
        ),
        "image-missing": Rule(
            Severity.WARNING,
            N_("The image {url} isn't in the notebook."),
            N_("Add the file or check the path."),
        ),
        "image-embedded": Rule(
            Severity.WARNING,
            N_("This embedded image ({kind}) isn't shown."),
            N_(
                "Put it into the notebook as a file. PNG, JPEG, GIF and WebP up to {size} MB are shown."
            ),
        ),
        "image-local": Rule(
            Severity.WARNING,
            N_("The image {url} lies on its author's own computer; nobody else can see it."),
            N_("Put the image into the notebook, and write its path from the note."),
        ),
        "image-expired": Rule(
            Severity.WARNING,
            N_("The image {url} lies on a private or expired Notion address."),
            N_("Export the image from Notion and put it into the notebook."),
        ),
        "image-large": Rule(
            Severity.INFO,
            N_("The image {url} is large ({size} MB) and loads slowly on a phone."),
            N_("Make it smaller, or save it as WebP."),
        ),
        "emphasis-repaired": Rule(
            Severity.INFO,
            N_(
                "Emphasis that touches Korean, Chinese or Japanese was repaired in “{text}”; GitHub "
                "shows its marks."
            ),
            N_("Put a space beside the asterisks, or <b> around the words, to have it on GitHub."),
        ),
        "mark-read": Rule(
            Severity.INFO,
            N_("{mark}, which GitHub shows as it is written, was read as its tool reads it."),
            N_("Nothing needs to be done, unless the note is to look the same on GitHub."),
        ),
        "wikilink-missing": Rule(
            Severity.WARNING,
            N_("[[{url}]] names no file of this notebook."),
            N_("Check the name, or write the note."),
        ),
        "html-too-deep": Rule(
            Severity.WARNING,
            N_(
                "So many HTML tags are open here that this one and those behind it are shown as text."
            ),
            N_("Close the tags above."),
        ),
        "own-repository-guessed": Rule(
            Severity.INFO,
            N_(
                "By {count} addresses that exist here, this notebook is that of {repository}; links "
                "to it lead within the site."
            ),
            N_("Write its address as repository: in mkdocs.yml, or another one if it isn't."),
        ),
        "person-ambiguous": Rule(
            Severity.INFO,
            N_("“{raw}” may be any of {candidates}; it was linked to nobody."),
            N_("Write the full name, or list the alias under people: in mkdocs.yml."),
        ),
        "date-contradicts": Rule(
            Severity.WARNING,
            N_(
                "Day {day} is dated {date} here and Day {other_day} {other_date} in {other}, "
                "which can't both be; no other day was dated by them."
            ),
            N_("Correct the date that is wrong."),
        ),
        "date-weekday": Rule(
            Severity.INFO,
            N_("{written} isn't the weekday that stands beside it; the note was dated {date}."),
            N_("Correct the date or the weekday."),
        ),
        "ignore-unknown": Rule(
            Severity.WARNING,
            N_("“{rule}”, which this note says to ignore, is no rule of findings."),
            N_("Take it out, or write the one that is meant; the nearest is {suggestion}."),
        ),
    }
)
