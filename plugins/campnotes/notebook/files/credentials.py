"""Tell what looks like a key or a credential, which is never published.

Names are those that the tools themselves give their files. Contents are marks that stand in nothing
else: a key's first line, and tokens whose issuers gave them a prefix to be found by.
"""

from __future__ import annotations

import posixpath
from fnmatch import fnmatchcase

from campnotes.patterns import regex

LOOKED_AT = 16_384  # bytes at the beginning of a file

# Patterns of names in lower case, as `fnmatch` has them.
_OF_KEYS = (
    "id_rsa* id_dsa* id_ecdsa* id_ed25519* *.pem *.ppk *.key *.p8 *.p12 *.pfx *.jks *.keystore "
    "*.mobileprovision secring.*"
)
_OF_PASSWORDS = "*.kdbx *.kdb *.agilekeychain *.opvault *.keychain *.keychain-db"
# With and without the dot that hides these.
_OF_TOOLS = (
    "*.env env.txt *.env.txt *npmrc *pypirc *netrc *pgpass* *htpasswd *git-credentials *dockercfg "
    "kubeconfig* *.kubeconfig *.ovpn *.tfstate *.tfvars my.cnf wp-config.php master.key"
)
_OF_CLOUDS = (
    "credentials credentials.* *_credentials.json client_secret*.json service-account*.json "
    "service_account*.json serviceaccount*.json *accesskeys.csv secrets.json secrets.y*ml "
    "secrets.toml"
)
_NAMES = " ".join((_OF_KEYS, _OF_PASSWORDS, _OF_TOOLS, _OF_CLOUDS)).split()
# Keynote's presentations have the suffix of keys, and are ZIP archives.
_KEYNOTE = (".key", b"PK\x03\x04")
_CONTENTS = regex(
    rb"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY"
    rb"|PuTTY-User-Key-File-\d"
    rb"|openssh-key-v1"
    rb"|\"private_key\"\s*:\s*\"-----BEGIN"
    rb"|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"
    rb"|aws_secret_access_key\s*[=:]\s*['\"]?[A-Za-z0-9/+]{40}"
    rb"|\bgh[pousr]_[A-Za-z0-9]{36}"
    rb"|\bgithub_pat_[A-Za-z0-9_]{60}"
    rb"|\bglpat-[A-Za-z0-9_-]{20}"
    rb"|\bxox[abprs]-[A-Za-z0-9-]{20}"
    rb"|\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32}"
    rb"|\bAIza[0-9A-Za-z_-]{35}\b"
    rb"|\bhf_[A-Za-z]{34}\b"
    rb"|\bnpm_[A-Za-z0-9]{36}\b"
    rb"|:_authToken\s*="
)


def is_credential(path: str, head: bytes) -> bool:
    """Tell whether a file looks like a key or a credential; `head` is what it begins with."""
    name = posixpath.basename(path).lower()
    if _has_name_of_one(name) and not _is_keynote(name, head):
        return True
    # Windows writes text as UTF-16, in which every second byte of these is NUL.
    plain = head.replace(b"\0", b"")
    return _CONTENTS.search(plain) is not None


def _has_name_of_one(name: str) -> bool:
    if name.endswith(".pub"):
        return False
    return any(fnmatchcase(name, pattern) for pattern in _NAMES)


def _is_keynote(name: str, head: bytes) -> bool:
    suffix, beginning = _KEYNOTE
    return name.endswith(suffix) and head.startswith(beginning)
