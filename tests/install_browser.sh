#!/bin/sh
# Get Debian's Chromium for the browser tests where that is allowed. Never fails: where
# it cannot be had, the browser tests are skipped and say why.
set -u

if command -v chromium >/dev/null 2>&1; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = "0" ]; then
    echo "Installing chromium for the browser tests (apt-get)…"
    if DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1; then
        exit 0
    fi
    apt-get update -qq >/dev/null 2>&1
    if DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1; then
        exit 0
    fi
    echo "apt-get could not install chromium."
else
    echo "Chromium is not installed, and only root with apt-get could install it here."
fi
echo "Skipped, because they need a browser: tests/browser (pytest marker \"browser\")."
echo "To run them: apt-get install chromium"
exit 0
