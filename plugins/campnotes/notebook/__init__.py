"""The notebook's files and where each note belongs in the camp. Knows only text and paths."""
