"""Quality held like tests: floors pinned to corpora by their digest."""

import tomllib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

from geoevents.errors import GateFailedError
from geoevents.evaluate.run import score
from geoevents.pipeline import Services


def read_floors() -> list[dict[str, Any]]:
    """Rows of ``floors.toml``: file, sha256, task, and floors by measure."""
    text = (resources.files("geoevents.evaluate") / "floors.toml").read_text("utf-8")
    return list(tomllib.loads(text).get("corpus", []))


def run(corpora: Path, services: Services) -> Iterator[str]:
    """One line a measure; corpora that are not there are named and passed over.

    Raises:
        GateFailedError: a measure is below its floor, or a corpus is not the one the
            floor was measured on.
    """
    failures = []
    for corpus in read_floors():
        path = corpora / corpus["file"]
        if not path.is_file():
            yield f"{corpus['file']}: not in {corpora}, passed over"
            continue
        _check_digest(path, corpus["sha256"])
        scores = score(corpus["task"], path, services)
        for line, is_below in _compare(corpus, scores):
            yield line
            if is_below:
                failures.append(line)
    if failures:
        message = "below the floor: " + "; ".join(failures)
        raise GateFailedError(message)


def _check_digest(path: Path, wanted: str) -> None:
    if sha256(path.read_bytes()).hexdigest() != wanted:
        message = f"{path.name} is not the corpus its floors were measured on"
        raise GateFailedError(message)


def _compare(
    corpus: Mapping[str, Any], scores: Mapping[str, Any]
) -> Iterator[tuple[str, bool]]:
    for measure, floor in corpus["floors"].items():
        value = scores[measure]
        is_below = value < floor
        verdict = "BELOW" if is_below else "holds"
        yield (
            f"{corpus['file']} {corpus['task']} {measure}: {value} (floor {floor}) {verdict}",
            is_below,
        )
