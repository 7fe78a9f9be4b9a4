"""Answer requests for the preview only under the preview's own names.

A page elsewhere can have its name lead to 127.0.0.1 once it is loaded ("DNS rebinding"), and would
then read the notes as a part of itself. Its requests still carry its own name in `Host:`.

- Answered are `localhost`, `127.0.0.1`, `::1`, and the address the user told.
- Who listens on all addresses (`0.0.0.0`) is reached by any of them and by the machine's name. An
  address in numbers can't be rebound.
- Nothing outside of the site is read, whatever the path: Windows would take `/C:/…` for a disk.
"""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from campnotes.patterns import regex

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_EVERYWHERE = frozenset({"0.0.0.0", "::", ""})
# `name`, `name:8000`, `[::1]`, `[::1]:8000` (RFC 9110, 7.2)
_HOST = regex(r"(?:\[(?P<numbers>[0-9a-fA-F:.]+)\]|(?P<name>[^\[\]@/:\s]+))(?::\d{1,5})?")
_NOT_OWN = "This preview answers only under the address that the terminal shows for it."
# What stands in no address of a site. A file's name has no `:` and `\` on Windows.
_NO_PATH = "\0:\\" if os.name == "nt" else "\0"


def answer_own_names(application: WSGIApplication, address: str) -> WSGIApplication:
    """Wrap a server's application, which listens at `address`, so that only its names are answered.

    Any other is answered with 421 and a sentence.
    """
    is_own = _own_names(address)

    def answer(environment: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        host = environment.get("HTTP_HOST", "")
        path = environment.get("PATH_INFO", "")
        if not is_own(host):
            return _refuse(start_response, "421 Misdirected Request", _NOT_OWN)
        # Two slashes would lead the browser to another host where the server adds one at the end.
        if path.startswith("//") or any(character in path for character in _NO_PATH):
            return _refuse(start_response, "404 Not Found", "There is no such page.")
        return application(environment, start_response)

    return answer


def _own_names(address: str) -> Callable[[str], bool]:
    """Make the test for a `Host:` of a server that listens at `address`."""
    names = {*_LOOPBACK, address.lower()}
    is_everywhere = address in _EVERYWHERE
    if is_everywhere:
        machine = socket.gethostname().lower()
        names |= {machine, f"{machine}.local"}

    def is_own(host: str) -> bool:
        found = _HOST.fullmatch(host)
        if found is None:
            return False
        name = (found["numbers"] or found["name"]).lower()
        return name in names or (is_everywhere and _is_numbers(name))

    return is_own


def _is_numbers(name: str) -> bool:
    """Whether a host is given as an address in numbers: `192.168.0.7`."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _refuse(start_response: StartResponse, status: str, text: str) -> Iterable[bytes]:
    headers = [("Content-Type", "text/plain; charset=utf-8")]
    start_response(status, headers)
    return [f"{text}\n".encode()]
