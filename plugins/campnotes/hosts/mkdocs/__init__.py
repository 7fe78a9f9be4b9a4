"""The thin adapter to MkDocs: its events in, files and pages out."""
