"""The inventory: `campnotes.json`, what a site knows, for other sites, scripts and tests."""

from campnotes.inventory.parts import divide_notebook
from campnotes.inventory.reading import InventoryError, read_inventory, schema
from campnotes.inventory.writing import FILE_NAME, build_inventory, write_inventory

__all__ = [
    "FILE_NAME",
    "InventoryError",
    "build_inventory",
    "divide_notebook",
    "read_inventory",
    "schema",
    "write_inventory",
]
