"""The pages made from the whole notebook, and what is added to each note's own page.

View models come from the linked notebook; the templates beside them turn them into HTML fragments,
which a host puts into its theme. No host is known here.
"""
