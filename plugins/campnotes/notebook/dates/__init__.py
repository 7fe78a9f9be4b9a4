"""Dates of notes: as they are written, counted by the camp, completed by the notebook, kept by Git."""
