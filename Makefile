# What a fresh machine needs: Python 3.11 or later, git and make. Everything else is set up here.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NOTEBOOKS ?= docs
WITH_NODE := PATH="$(abspath $(BIN)):$$PATH" # Node is one of the Python packages

.DEFAULT_GOAL := help
.PHONY: help setup browser serve site web vendor check test properdocs fuzz audit coverage bench growth fidelity messages screenshots constraints clean

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.done ## Set up the virtual environment

$(VENV)/.done: pyproject.toml constraints-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --constraint constraints-dev.txt --editable . --group dev
	touch $@

browser: ## Install headless Chromium from the system's packages, if it is missing
	@bash scripts/browser.sh

serve: setup ## Serve the demonstration notebook at http://127.0.0.1:8000
	$(BIN)/mkdocs serve

site: setup ## Build the demonstration notebook into site/
	$(BIN)/mkdocs build --strict

web: web/node_modules/.done ## Bundle the browser's scripts into the package
	cd web && $(WITH_NODE) npm run --silent build

web/node_modules/.done: web/package-lock.json | setup
	$(WITH_NODE) npm ci --prefix web
	touch $@

vendor: setup ## Fetch Mermaid and KaTeX into the package, and verify them by their digests
	$(BIN)/python scripts/vendor.py

check: setup web/node_modules/.done ## Lint, format and types; unit tests of the scripts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/codespell
	cd web && $(WITH_NODE) npm run --silent types
	cd web && $(WITH_NODE) npm run --silent lint
	cd web && $(WITH_NODE) npm run --silent format
	cd web && $(WITH_NODE) npm run --silent test

test: check browser ## Run every check and test
	$(BIN)/pytest -q -n 2

# ProperDocs goes on with MkDocs 1 under another name; its `replacement` answers for `mkdocs`.
properdocs: setup ## Run the tests under ProperDocs instead of MkDocs
	$(PYTHON) -m venv $(VENV)/properdocs
	$(VENV)/properdocs/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	$(VENV)/properdocs/bin/python -m pip install --quiet --constraint constraints-dev.txt \
		--editable . --group dev properdocs==1.6.7 \
		properdocs-theme-mkdocs==1.6.7 properdocs-theme-readthedocs==1.6.5
	$(VENV)/properdocs/bin/pytest -q -n 2 -p properdocs.replacement -m "not browser and not wheel"

# It lives by itself, so that what it needs isn't mixed with what is audited.
audit: setup web/node_modules/.done ## Ask which packages have known weaknesses; it needs the network
	$(PYTHON) -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --quiet pip-audit==2.10.1
	$(VENV)/audit/bin/pip-audit --disable-pip --no-deps --requirement constraints-dev.txt
	cd web && $(WITH_NODE) npm audit --audit-level=high

fuzz: setup ## Read notes that hypothesis makes, for ten minutes
	end=$$(($$(date +%s) + 600)); while [ $$(date +%s) -lt $$end ]; do \
		HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -q -n 2 tests/fuzz || exit 1; done

coverage: setup ## Say which lines no test reaches; it takes twice as long as the tests
	$(BIN)/pytest -q -n 2 -m "not browser and not wheel" --cov --cov-report=term

bench: setup browser ## Print speed against Material, Zensical and Hugo (BENCH=all: 15,000 notes too), and what the search finds
	$(BIN)/python bench/speed.py 75 1000 $(if $(filter all,$(BENCH)),15000)
	$(BIN)/python bench/render.py
	$(BIN)/python bench/search.py

growth: setup ## Print how the time grows with the size of what a notebook holds
	$(BIN)/python bench/growth.py

fidelity: setup ## Compare the rendering of NOTEBOOKS with GitHub's own parser
	$(BIN)/python bench/fidelity.py $(NOTEBOOKS)

screenshots: setup browser ## Take pictures of every kind of page into build/screenshots
	$(BIN)/python scripts/screenshots.py build/screenshots

messages: setup ## Gather the interface's texts for translators
	$(BIN)/pybabel -q extract -F babel.cfg -k N_ -k translate --no-location --omit-header \
		-o plugins/campnotes/locales/campnotes.pot .

constraints: setup ## Pin the newest versions of everything that development needs
	$(BIN)/python -m pip install --quiet --upgrade --upgrade-strategy eager --editable . --group dev
	{ sed '/^[^#]/d' constraints-dev.txt; $(BIN)/python -m pip freeze --exclude-editable; } \
		> $(VENV)/constraints && mv $(VENV)/constraints constraints-dev.txt

clean: ## Remove what was made here
	rm -rf $(VENV) web/node_modules site dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
