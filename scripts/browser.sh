#!/usr/bin/env bash
# Make sure that there are a Chromium and a Korean font for the browser tests, from the system's
# packages.
set -euo pipefail

missing=()
found=""
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then
    found=yes
  fi
done
[ -n "$found" ] || missing+=(chromium)
[ -n "$(fc-list :lang=ko 2>/dev/null)" ] || missing+=(fonts-noto-cjk fontconfig)
[ ${#missing[@]} -gt 0 ] || exit 0

root=""
if [ "$(id -u)" -ne 0 ]; then
  root="sudo"
fi
if command -v apt-get >/dev/null 2>&1 && { [ -z "$root" ] || command -v sudo >/dev/null 2>&1; }; then
  $root apt-get update -qq
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
  exit 0
fi

echo "Missing for the browser tests: ${missing[*]}, and there is no apt-get to install it with." >&2
echo "Install the system's Chromium (or Google Chrome) and a Korean font such as Noto Sans CJK." >&2
if [ -n "${CI:-}" ] && [ -z "$found" ]; then
  exit 1
fi
