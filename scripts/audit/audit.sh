#!/bin/sh
# Audits the site that SOURCES makes (a folder of documents; sources/ where none is named), in a copy of the project.
#
#     scripts/audit/audit.sh PYTHON [SOURCES [QUESTIONS]]
#
# QUESTIONS is a file of questions that readers of SOURCES would type, with the page that search should find first (in
# the form of tests/browser/questions.yml, which is asked of our own sources). Its figure is printed for each set.
# First Lighthouse, the weight of pages and two HTML checkers (audit.mjs), then the tests of tests/browser/ on the same
# sources: axe, links and anchors, console, requests to others, overflow, search, paper. Ends with 1 where one falls short.
set -eu
python=$1
sources=$(cd "${2:-sources}" && pwd)
questions=${3:-}
[ -z "$questions" ] || [ -r "$questions" ] || { echo "QUESTIONS: no file at $questions" >&2; exit 2; }
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
"$python" scripts/audit/words.py "$copy" || short=1
# Of the tests of search, only those that ask QUESTIONS do not name pages of our own sources.
tests=
[ "$sources" = "$(cd sources && pwd)" ] || tests="not test_search.py${questions:+ or test_the_right_page_comes_first}"
BRIEFING_SOURCES=$sources BRIEFING_QUESTIONS=$questions BRIEFING_FIGURES=1 \
  "$python" -m pytest tests/browser -k "$tests" || short=1
exit $short
