"""Draw the pictures that previews of links show; begin reading at `drawing.py`."""
