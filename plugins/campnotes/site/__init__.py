"""A notebook as a site: its addresses, its groups of notes, and what a note shows of itself.

The pages and the search are both made from this, and know nothing of each other.
"""
