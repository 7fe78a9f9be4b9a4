"""One note's text -> what it says. Pure: the same text and settings give the same parsed note."""
