"""A note's Markdown -> HTML as GitHub shows it, in the idioms of Material for MkDocs."""
