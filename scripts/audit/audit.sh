#!/bin/sh
# Audits the site that SOURCES makes (a folder of documents; sources/ where none is named), in a copy of the project.
#
#     scripts/audit/audit.sh PYTHON [SOURCES]
#
# First Lighthouse, the weight of pages and two HTML checkers (audit.mjs), then the tests of tests/browser/ on the same
# sources: axe, links and anchors, console, requests to others, overflow, search, paper. Ends with 1 where one falls short.
set -eu
python=$1
sources=$(cd "${2:-sources}" && pwd)
command -v node >/dev/null && command -v npm >/dev/null || {
  echo "make audit needs Node.js 20 or newer, with npm: none is on PATH" >&2
  exit 2
}
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R briefing.yml mkdocs.yml docs "$copy"
cp -R "$sources" "$copy/sources"
"$python" -m generator -q -C "$copy" render --replace
"$python" -m generator -q -C "$copy" build
(cd scripts/audit && npm install --ignore-scripts --no-audit --no-fund --no-package-lock --silent)
short=0
node scripts/audit/audit.mjs "$copy/site" || short=1
# The questions put to search name pages of our own sources.
[ "$sources" = "$(cd sources && pwd)" ] && other= || other=--ignore=tests/browser/test_search.py
BRIEFING_SOURCES=$sources "$python" -m pytest tests/browser $other || short=1
exit $short
