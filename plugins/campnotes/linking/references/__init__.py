"""External resources: one canonical address each, however they are cited, and a kind."""

from campnotes.linking.references.canonical import canonical_address, github_owner, short_address
from campnotes.linking.references.gathering import gather_references
from campnotes.linking.references.kinds import REFERENCE_KINDS, reference_kind
from campnotes.linking.references.known_titles import site_of, title_of_address

__all__ = [
    "REFERENCE_KINDS",
    "canonical_address",
    "gather_references",
    "github_owner",
    "reference_kind",
    "short_address",
    "site_of",
    "title_of_address",
]
