# `make help` says what each target does. Everything is installed into .venv/, from the hashes in requirements/.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
BRIEFING := $(BIN)/briefing
DATA ?= ../shared/data
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site test check serve render format lock dist mutate sbom quality bench bench-scale torture fuzz screenshot audit clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' Makefile

site: $(VENV)/site.stamp ## Build the site from sources/ into site/ (PDF=1: with a PDF of each topic; STRICT=1: fail where a source is skipped)
	$(BRIEFING) build$(if $(PDF), --pdf)$(if $(STRICT), --strict)

test: $(VENV)/dev.stamp browser ## Pass every test, those in a real Chromium too
	$(BIN)/python -m pytest -n auto --dist loadgroup --cov --cov-report=

check: $(VENV)/dev.stamp ## The fast look: format, lint, types, direction of imports, docs/ fresh
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BRIEFING) render --check

serve: $(VENV)/site.stamp ## Preview the site at http://127.0.0.1:8000/, following changes
	$(BRIEFING) serve

render: $(VENV)/site.stamp ## Write the Markdown pages in docs/ from sources/
	$(BRIEFING) render

format: $(VENV)/dev.stamp ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

dist: $(VENV)/site.stamp ## Build the wheel and the source distribution into dist/
	$(BIN)/python -m hatchling build -d dist

sbom: $(VENV)/dev.stamp ## Write a CycloneDX bill of materials of what a site is built with, to dist/briefing.cdx.json
	$(BIN)/python -m scripts.sbom dist/briefing.cdx.json

mutate: $(VENV)/dev.stamp ## Change 300 places of the core, one at a time: which changes does no test find? (SEED=1, MINUTES=40)
	$(BIN)/python scripts/mutate.py --seed $(or $(SEED),1) --minutes $(or $(MINUTES),40)

quality: $(VENV)/dev.stamp ## Score reading and keyphrases on DATA=DIR, beside other tools
	$(BIN)/python -m benchmarks.quality $(DATA)

bench: $(VENV)/dev.stamp ## Print what each stage costs
	$(BIN)/python -m benchmarks.cost $(DATA)

bench-scale: $(VENV)/dev.stamp ## Print what a site costs by the number of its sources, 100 to 10,000 (SIZES="100 1000")
	$(BIN)/python -m benchmarks.scale $(SIZES)

fuzz: $(VENV)/fuzz.stamp ## Throw made-up bytes at every reader, the cleaner, dates, settings: what breaks? (MINUTES=30, TARGETS="html pdf")
	$(BIN)/python -m scripts.fuzz --minutes $(or $(MINUTES),30) $(TARGETS)

torture: $(VENV)/dev.stamp ## Kill each command, and have the system refuse, at its every place: what is lost? (MOST=12 places of a kind of call, WHOLE=2 with every fault; 0: all)
	$(BIN)/python -m scripts.torture $(VERBS) --most $(or $(MOST),12) --whole $(or $(WHOLE),2)

screenshot: site $(VENV)/dev.stamp browser ## Take the picture in the README anew
	$(BIN)/python scripts/screenshot.py

audit: $(VENV)/dev.stamp browser ## Audit the site of SOURCES=DIR (sources/) with Lighthouse, HTML checkers (Node, Java), the browser's tests; QUESTIONS=FILE: what search is asked
	sh scripts/audit/audit.sh $(BIN)/python "$(or $(SOURCES),sources)" "$(QUESTIONS)"

lock: ## Resolve the dependencies anew, with hashes, for Linux and macOS
	test -x .venv-lock/bin/uv || ($(PYTHON) -m venv .venv-lock && .venv-lock/bin/python -m pip --quiet install uv)
	.venv-lock/bin/python scripts/lock.py

clean: ## Remove what was built and installed
	rm -rf $(VENV) .venv-lock .fuzz site dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# The fuzzer has wheels for few systems; elsewhere inputs are made by chance.
$(VENV)/fuzz.stamp: requirements/fuzz.lock $(VENV)/dev.stamp
	-$(PIP) install --require-hashes --no-deps --only-binary :all: -r requirements/fuzz.lock
	@touch $@

.PHONY: browser
browser: $(VENV)/dev.stamp
	sh scripts/browser.sh $(BIN)/python

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements/site.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes --no-deps -r requirements/site.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.lock $(VENV)/site.stamp
	$(PIP) install --require-hashes --no-deps -r requirements/dev.lock
	@touch $@
