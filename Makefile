# Everything a person needs: `make demo` and `make test` set up .venv by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint fix build bench clean

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("copydesk needs Python 3.11 to 3.13, this is " + sys.version.split()[0] + "; try make PYTHON=python3.11" if not (3, 11) <= sys.version_info[:2] <= (3, 13) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

demo: $(STAMP)  ## check the seed article
	$(BIN)/copydesk check --exit-zero seeds/article-2020-11-28.txt

test: $(STAMP)  ## lint, types, all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fix: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

build: $(STAMP)  ## merge seeds/ and the public sources in ../shared/data into the list that the package ships
	$(BIN)/copydesk entities build

bench: $(STAMP)  ## the measurements that need shared/data beside the repository
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,bench]'
	$(BIN)/python benchmarks/references.py
	$(BIN)/python benchmarks/entities.py
	$(BIN)/python benchmarks/names.py
	$(BIN)/python benchmarks/claims.py
	$(BIN)/python benchmarks/errors.py --model toolkit/copydesk/data/reader
	$(BIN)/python benchmarks/systems.py
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
