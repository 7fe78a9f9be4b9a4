"""External resources: one canonical address each, however they are cited, and a kind."""

from campnotes.linking.references.canonical import canonical_address, github_owner, short_address
from campnotes.linking.references.gathering import gather_references
from campnotes.linking.references.kinds import REFERENCE_KINDS, reference_kind

__all__ = [
    "REFERENCE_KINDS",
    "canonical_address",
    "gather_references",
    "github_owner",
    "reference_kind",
    "short_address",
]
