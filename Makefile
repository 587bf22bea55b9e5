# Two commands do everything on a machine with Python 3.11 and make: `make demo` and `make test`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
EXAMPLE := examples/port-verrin
PAGE ?= report.html

.PHONY: demo test check lint types imports unit eval floors screenshots clean help

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

demo: .venv/.installed  ## install, compare the example event, print the report, write the page
	@$(BIN)/asreported compare $(EXAMPLE)/ -o $(PAGE) >/dev/null
	@$(BIN)/asreported compare $(EXAMPLE)/
	@echo; echo "The same as a page: $(CURDIR)/$(PAGE)"

test: .venv/.dev lint types imports unit  ## all that CI runs

lint: .venv/.dev  ## style
	$(BIN)/ruff format --check src tests eval scripts benchmarks
	$(BIN)/ruff check src tests eval scripts benchmarks

types: .venv/.dev  ## mypy --strict
	$(BIN)/mypy

imports: .venv/.dev  ## the direction of imports
	$(BIN)/lint-imports

unit: .venv/.dev  ## tests, doctests, floors
	-@bash scripts/install-browser.sh
	$(BIN)/python -m pytest -q

eval: .venv/.dev  ## figures on our example and, where present, on ../shared
	$(BIN)/python -m eval.run

floors: .venv/.dev  ## raise eval/floors.json to what is reached now
	$(BIN)/python -m eval.gate --raise

screenshots: .venv/.dev  ## draw docs/images again
	$(BIN)/python scripts/screenshots.py

.venv/.installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -c 'import sys; assert sys.version_info >= (3, 11), sys.version'
	@echo "Installing into .venv (once; a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@$(BIN)/python -m compileall -q src/asreported
	@touch $@

.venv/.dev: .venv/.installed pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,tables]'
	@touch $@

clean:  ## remove what was built
	rm -rf .venv build dist report.html .pytest_cache .mypy_cache .ruff_cache
