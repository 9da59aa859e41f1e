#!/bin/sh
# Sees to a Chromium for the browser tests: one that is there, else Debian's package, else Playwright's own.
set -eu
python=$1
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  # Ubuntu has no package of that name with a browser in it: then Playwright's own, with the libraries it needs.
  if apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends chromium fonts-liberation; then exit 0; fi
  "$python" -m playwright install --with-deps chromium
else
  "$python" -m playwright install chromium
fi
