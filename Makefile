# make demo  – install, and run the whole chain on the example interviews
# make test  – install, and check everything: lint, types, import contracts, tests with coverage
# make locale – take new messages up into the catalogues, and compile them

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# one more than there are cores: the tests that listen to a microphone wait most of the time
WORKERS ?= $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 1)")
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif

.PHONY: install demo test lint types contracts unit locale bench clean

install: $(VENV)/installed

# torch first: openai-whisper then takes what is there instead of a build with gigabytes of GPU libraries
$(VENV)/installed: pyproject.toml hatch_build.py $(wildcard sessions/locale/*/LC_MESSAGES/*.po)
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet torch==2.13.0
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch $(VENV)/installed

demo: install
	$(BIN)/vakborg demo

# side by side: a test that listens to a microphone leaves the processor to the type checker
test: install
	$(MAKE) --jobs=4 lint types contracts unit

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

contracts: install
	$(BIN)/lint-imports

unit: install
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --cov --cov-report=term

locale: install
	$(BIN)/python -m tests.catalogues update
	$(BIN)/pybabel --quiet compile --directory sessions/locale --domain vakborg --statistics
	$(BIN)/pybabel --quiet compile --directory sessions/locale --domain click

bench: install
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .coverage* dist
