"""The address that a repository's site will have, where nobody tells it."""

from __future__ import annotations

import re
from urllib.parse import quote

_REPOSITORY = re.compile(r"https://github\.com/(?P<owner>[\w-]+)/(?P<name>[\w.-]+)", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE)
_LONGEST_DOMAIN = 253


def pages_address(repository: str | None) -> str:
    """Give the address that GitHub Pages has for a repository; `""` for other hosts.

    - `https://github.com/OWNER/NAME` is at `https://OWNER.github.io/NAME/`;
    - `https://github.com/OWNER/OWNER.github.io` is at `https://OWNER.github.io/`.
    """
    match = _REPOSITORY.fullmatch(repository or "")
    if match is None:
        return ""
    host = f"{match['owner'].lower()}.github.io"
    name = match["name"]
    if name.lower() == host:
        return f"https://{host}/"
    return f"https://{host}/{quote(name)}/"


def domain_address(told: str) -> str:
    """Give the address of the domain that a file `CNAME` names; `""` if it names none.

    For example, `notes.example.com` is at `https://notes.example.com/`.
    """
    domain = told.strip()
    if len(domain) > _LONGEST_DOMAIN or not _DOMAIN.fullmatch(domain):
        return ""
    return f"https://{domain.lower()}/"
