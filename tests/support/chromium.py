"""The Chromium of the system, for tests in a browser."""

from __future__ import annotations

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str | None:
    """The path of the first one there is."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)
