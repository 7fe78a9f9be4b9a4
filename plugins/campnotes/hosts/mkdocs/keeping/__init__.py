"""What is kept from one build to the next: finished pages under their keys, and what notes were read as."""
