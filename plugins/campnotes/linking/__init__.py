"""Between notes: which heading, note, person or reference is meant. Knows parsed notes."""
