"""What the program promises of itself."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from geoevents.cli import main

ROOT = Path(__file__).parents[1]
HEAVY = ("streamlit", "folium", "spacy", "pandas", "sqlalchemy", "geopy", "dask")


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, geoevents; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not set(HEAVY) & set(done.stdout.split())


def test_app_only_calls_the_dashboard():
    tree = ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))
    imports = [n for n in ast.walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom))]
    assert [n.module for n in imports] == ["geoevents.dashboard.main"]


def _commands():
    return sorted(main.commands.items())


@pytest.mark.parametrize(("name", "command"), _commands())
def test_every_command_has_help_and_is_in_the_readme(name, command):
    assert command.help
    assert f"geoevents {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_locks_hold_hashes_and_no_index():
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "index-url" not in text
        pinned = re.findall(r"^[a-zA-Z0-9].*==", text, flags=re.MULTILINE)
        assert len(pinned) <= text.count("--hash=sha256:")


def test_no_file_of_the_program_is_a_monolith():
    long = [
        f"{path.name}: {lines}"
        for path in (ROOT / "geoevents").rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    ]
    assert long == []


def test_nothing_is_ever_unpickled_at_run_time():
    for path in (ROOT / "geoevents").rglob("*.py"):
        if path.parent.name == "gazetteer" and path.name.startswith("build"):
            continue  # the build step's restricted unpickler
        assert not re.search(
            r"^\s*(import|from) pickle", path.read_text(encoding="utf-8"), re.MULTILINE
        ), path
