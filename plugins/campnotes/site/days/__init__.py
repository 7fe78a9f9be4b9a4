"""The days of a notebook as its reader thinks of them: in weeks, in a calendar, and with what there was."""
