"""With which configuration a notebook is built: its own, as far as that is trusted, or the built-in one."""
