"""`mkdocs serve` and `campnotes serve`: the last good pages stay, and a saved note is shown at once."""
