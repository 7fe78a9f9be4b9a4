"""Run the command line as `python -m campnotes`."""

from campnotes.cli import main

if __name__ == "__main__":
    main(prog_name="campnotes")
