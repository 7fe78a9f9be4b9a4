"""The pages that MkDocs is given: those of notes, sealed ones too, and those made from all notes."""
