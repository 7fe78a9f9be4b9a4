"""What stands on a note's own page besides its text; begin reading at `page.py`."""
