"""The parts that are loaded once for all tests."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from geoevents.extract.spacy_engine import SpacyEngine
from geoevents.settings import Settings

# The same examples on every run: a failure is a change, never luck.
hypothesis_settings.register_profile("fixed", derandomize=True, deadline=None)
hypothesis_settings.load_profile("fixed")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def engine() -> SpacyEngine:
    return SpacyEngine()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    cache = tmp_path_factory.mktemp("cache")
    return replace(
        Settings.from_environment(),
        data_dir=ROOT / "data",
        cache_dir=cache,
        store_url=f"sqlite:///{cache / 'events.db'}",
    )


@pytest.fixture(scope="session")
def services(settings: Settings):
    from geoevents.pipeline import open_services

    return open_services(settings)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Acceptance material beside the checkout; tests that read it run where it is."""
    folder = ROOT.parent / "shared"
    if not (folder / "acceptance").is_dir():
        pytest.skip("no ../shared beside this checkout: acceptance files not at hand")
    return folder
