"""Marks of other tools than GitHub: one small file each, and `chain.py`, the list of them all."""
