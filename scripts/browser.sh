#!/usr/bin/env bash
# Make sure that there is a Chromium for the browser tests, from the system's packages.
set -euo pipefail

for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then
    exit 0
  fi
done

root=""
if [ "$(id -u)" -ne 0 ]; then
  root="sudo"
fi
if command -v apt-get >/dev/null 2>&1 && { [ -z "$root" ] || command -v sudo >/dev/null 2>&1; }; then
  $root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq chromium fonts-noto-cjk >/dev/null
  exit 0
fi

echo "No Chromium was found, and this machine has no apt-get to install it with." >&2
echo "Install the system's chromium (or google-chrome) for the browser tests." >&2
if [ -n "${CI:-}" ]; then
  exit 1
fi
