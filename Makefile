# One word per task. Each sets up what it needs in .venv; only Python 3.11 (or newer) and make are taken for granted.
.DEFAULT_GOAL := site
.PHONY: site serve test lint types evaluate accuracy fuzz bench docs pins clean chromium
.DELETE_ON_ERROR:

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --no-input
PYTEST_ARGS ?=

site: .venv/.ready publish/node_modules/.ready ## Build the site from the corpus
	@$(PY) -m matters build

serve: .venv/.ready publish/node_modules/.ready ## Show the site on 127.0.0.1 and build it again on change
	@$(PY) -m matters serve

evaluate: .venv/.ready ## Accuracy against annotated papers
	@$(PY) -m matters evaluate

accuracy: .venv/.ready ## Measure anew what the accuracy page says
	@$(PY) -m matters evaluate --write corpus/accuracy.json > /dev/null

fuzz: .venv/.ready-dev ## Ten thousand mutated papers of each format
	@$(PY) -m tests.fuzz --count 10000

bench: .venv/.ready-dev publish/node_modules/.ready ## Reading speed, build time and memory, rendering beside Zensical (PDFS=… for PDFs of your own)
	@$(PY) -m matters.bench
	@$(PY) -m matters.bench_pdf $(PDFS)
	@$(PY) -m tests.rendering

lint: .venv/.ready-dev ## Style, import directions, vocabulary files
	@$(PY) -m ruff check --quiet .
	@.venv/bin/lint-imports
	@$(PY) -m yamllint --strict .

types: .venv/.ready-dev ## Static types
	@$(PY) -m mypy

test: .venv/.ready-dev publish/node_modules/.ready chromium lint types ## Everything that is checked
	@$(PY) -m pytest -n 2 --dist loadfile $(PYTEST_ARGS)

docs: .venv/.ready ## Write the pages that come from the code: the reference of the commands
	@$(PY) -m matters.reference docs/commands.md

pins: .venv/.ready-dev ## Pin anew what pyproject.toml asks for (uv must be installed)
	@for set in "requirements.txt --extra build" "requirements-dev.txt --extra build --extra dev -c requirements.txt"; do \
	  file=$${set%% *}; \
	  uv pip compile --quiet pyproject.toml $${set#* } --universal --python-version 3.11 --generate-hashes --upgrade \
	    --no-emit-index-url --no-emit-find-links --no-header --no-annotate -o $$file && \
	  { echo '# Pinned and hashed; made from pyproject.toml by `make pins`.'; cat $$file; } > $$file.new && mv $$file.new $$file; \
	done

clean: ## Take away what was built (the environment stays)
	rm -rf build site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or name it with make PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is older than Python 3.11: name a newer one with make PYTHON=…" >&2; exit 1; }
	@echo "Setting up .venv (about a minute, once)"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "$(PYTHON) cannot make environments: install its venv module (Debian: python3-venv)." >&2; exit 1; }

.venv/.ready: requirements.txt pyproject.toml | .venv/bin/python
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.ready-dev: requirements-dev.txt .venv/.ready
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

publish/node_modules/.ready: publish/package.json publish/package-lock.json | .venv/.ready
	@$(PY) -c "import sys; from publish.node import install; sys.exit(install())"
	@touch $@

chromium: # The browser in which the built site is tested
	@command -v chromium chromium-browser google-chrome > /dev/null || { \
	  command -v apt-get > /dev/null || { echo "Chromium is needed to test the site: install it so that 'chromium' can be called." >&2; exit 1; }; \
	  echo "Installing Chromium"; \
	  as_root=; test "$$(id -u)" = 0 || as_root=sudo; \
	  { $$as_root apt-get -qq update && $$as_root apt-get -qq install -y --no-install-recommends chromium; } > .venv/chromium.log 2>&1 || \
	    { echo "Chromium could not be installed (see .venv/chromium.log): install it so that 'chromium' can be called." >&2; exit 1; }; \
	}
