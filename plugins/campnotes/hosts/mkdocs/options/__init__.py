"""The plugin's options in `mkdocs.yml`, and how each is checked."""
