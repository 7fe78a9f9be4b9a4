"""Search that finds Korean the way Koreans type it.

The build writes what can be found (`units.py`); the browser's worker, in `assets/`, takes the place
of the theme's own and keeps its protocol, so that the reader stays in the theme's dialog.
"""
