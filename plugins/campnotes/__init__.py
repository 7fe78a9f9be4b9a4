"""campnotes turns a notebook of bootcamp notes, as it is, into a searchable, cross-linked site.

The way of the data, each step a function from plain data to plain data:

    files --read--> sources --parse--> parsed notes --link--> notebook --publish--> pages, inventory
                                                                 `------check--> findings

`campnotes.read_notebook` goes the whole way from a folder to a linked `Notebook`; a host
(`campnotes.hosts.mkdocs`) publishes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from campnotes.linking.model import Notebook
    from campnotes.reading import read_notebook
    from campnotes.settings import Settings

__all__ = ["Notebook", "Settings", "__version__", "read_notebook"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load what is asked of the package when it is: most that import a part of it need no other."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from campnotes import reading

    return getattr(reading, name)
