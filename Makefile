# Truckroll: two commands are enough, `make run` and `make test`.
PORT ?= 8000
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
PY := .venv/bin/python
APP_SOURCES := $(shell find pwa/src pwa/build pwa/public -type f 2>/dev/null) pwa/index.html pwa/vite.config.ts

.PHONY: run test check bench screens soak wire clean tools
.DEFAULT_GOAL := run

run: .venv/.runtime pwa/dist/index.html  ## set up everything, demo data, serve, print the address and the accounts
	$(PY) -m server.cli init
	$(PY) -m server.cli migrate
	$(PY) -m server.cli demo
	PORT=$(PORT) $(PY) -m server.cli serve

test: .venv/.dev pwa/dist/index.html .venv/.browser  ## set up everything that the tests need and run all of them
	cd pwa && npm run --silent test
	$(PY) -m pytest -q -n 2 --dist loadfile --ignore=tests/e2e $(PYTEST)
	$(PY) -m pytest -q -n 2 --dist worksteal -m "not timed" tests/e2e $(PYTEST)
	$(PY) -m pytest -q -m timed tests/e2e $(PYTEST)

check: .venv/.dev pwa/node_modules/.package-lock.json pwa/dist/index.html  ## floors, types, style
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	cd pwa && npm run --silent types && npm run --silent lint && npm run --silent size

bench: .venv/.dev pwa/dist/index.html .venv/.browser  ## what it costs, beside the bare database
	$(PY) -m bench

screens: .venv/.dev pwa/dist/index.html .venv/.browser  ## every screen, size, language and theme, into screens/
	$(PY) -m tests.e2e.screens

soak: .venv/.dev  ## the same laws for longer
	HYPOTHESIS_PROFILE=soak $(PY) -m pytest --timeout=7200 tests/sync/test_convergence.py

wire: .venv/.dev pwa/node_modules/.package-lock.json  ## the OpenAPI document and the TypeScript types made from it
	$(PY) -m server.cli openapi > docs/openapi.json
	cd pwa && npx openapi-typescript ../docs/openapi.json -o src/rules/openapi.ts

clean:  ## remove what the commands above made; var/ with its data stays
	rm -rf .venv pwa/node_modules pwa/dist pwa/.generated screens

tools:
	@test -n "$(PYTHON)" || { echo "Truckroll needs Python 3.11 or newer: install it, or name it: make PYTHON=/path/to/python3"; exit 1; }
	@command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || \
		{ echo "Truckroll needs Node 20 or newer with npm."; exit 1; }

.venv/.runtime: requirements.lock | tools
	test -x $(PY) || $(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	touch $@

.venv/.dev: requirements-dev.lock | .venv/.runtime
	$(PY) -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@

.venv/.browser: .venv/.dev
	$(PY) tests/e2e/browser.py
	touch $@

pwa/node_modules/.package-lock.json: pwa/package-lock.json | tools
	cd pwa && npm ci --silent
	touch $@

pwa/dist/index.html: pwa/node_modules/.package-lock.json $(APP_SOURCES)
	cd pwa && npm run --silent build
	touch $@
