"""Hosts: site generators that a notebook is published with. Everything else knows none of them."""
