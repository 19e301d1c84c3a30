# make demo, make test: the two commands of the README. The others are for who works on Footrule.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test mutation lint wheel bench tables clean

PYTHON ?= python3
BIN := .venv/bin
EXAMPLE := examples/naphtha-cracker-ethylene.json
PYTEST_OPTIONS ?= -n 2

help:  ## say what there is to make
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null || grep -E '^[a-z]+:.*##' Makefile

# 0, 1 and 3 are answers about the footprint; 2 (could not be read) and 4 (a fault of the engine) are errors.
demo: .venv/installed  ## install Footrule into .venv and check the example
	@status=0; \
	echo "\$$ footrule check $(EXAMPLE)"; \
	$(BIN)/footrule check $(EXAMPLE) || status=$$?; \
	case $$status in \
	  0|1|3) echo; echo "Exit status $$status (0 conforming, 1 nonconforming, 3 undetermined or not assessed).";; \
	  *) exit $$status;; \
	esac

test: .venv/installed-dev  ## run the tests
	$(BIN)/python -m pytest $(PYTEST_OPTIONS)

mutation: .venv/installed-dev  ## whether the examples of each standard notice whatever is changed in it
	$(BIN)/python -m pytest -m mutation $(PYTEST_OPTIONS) tests/analyse

# pyright runs on the node of this machine and fetches none.
lint: export PYRIGHT_PYTHON_GLOBAL_NODE := 1
lint: export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
lint: .venv/installed-dev  ## ruff, mypy and pyright
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/pyright

# The wheel is built from the sdist, so both are tried; then it is used from outside the checkout.
wheel: .venv/installed-dev  ## build the wheel and try it in a clean environment
	rm -rf build/wheel
	mkdir -p build/wheel
	$(BIN)/python -m build --no-isolation --outdir build/wheel . > build/wheel/log 2>&1 || { cat build/wheel/log; exit 1; }
	$(BIN)/python -m venv build/wheel/venv
	build/wheel/venv/bin/python -m pip install --quiet build/wheel/*.whl
	@elsewhere=$$(mktemp -d); trap 'rm -rf "$$elsewhere"' EXIT; \
	cp $(EXAMPLE) "$$elsewhere/example.json"; cd "$$elsewhere"; \
	footrule="$(CURDIR)/build/wheel/venv/bin/footrule"; \
	export FOOTRULE_CACHE="$$elsewhere/cache"; \
	"$$footrule" --version; \
	"$$footrule" list; \
	status=0; report=$$("$$footrule" check example.json --format json) || status=$$?; \
	case $$status in 0|1|3) ;; *) exit $$status;; esac; \
	printf '%s' "$$report" | $(CURDIR)/$(BIN)/python -c 'import json, sys; print("example:", json.load(sys.stdin)[0]["verdict"])'
	@data=$$(build/wheel/venv/bin/python -c 'import footrule; print(footrule.__path__[0])')/_data; \
	for folder in factors grammar rules standards; do \
	  diff -r --exclude=__pycache__ "$$folder" "$$data/$$folder"; \
	done; \
	echo "The wheel's data files are the repository's."

bench: .venv/installed-dev  ## measure; the tables go to benchmarks/README.md
	$(BIN)/python benchmarks/start_up.py
	$(BIN)/python benchmarks/long_standard.py
	$(BIN)/python benchmarks/mutation.py
	$(BIN)/python benchmarks/factors.py
	$(BIN)/python benchmarks/recomputing.py
	$(BIN)/python benchmarks/large_systems.py
	$(BIN)/python benchmarks/batch.py
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	$(BIN)/python -m benchmarks.compiled_rules

tables: .venv/installed-dev  ## rebuild the parser tables from grammar/footrule.lark
	$(BIN)/python -m footrule.syntax.build_tables

clean:  ## remove what was built, and .venv
	rm -rf build dist .venv

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Footrule needs Python 3.11 or newer: make PYTHON=python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | $(BIN)/pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch .venv/installed $@
