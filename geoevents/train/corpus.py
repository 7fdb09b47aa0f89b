"""Our own annotated articles, parsed, in folds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from geoevents.evaluate.run import gold_article, read_gold
from geoevents.extract.spacy_engine import Engine
from geoevents.models.article import Article
from geoevents.models.syntax import Syntax
from geoevents.train.briefs import read_briefs

FOLDS = 8


@dataclass(frozen=True, kw_only=True)
class Example:
    """One annotated article with its parse; ``fold`` says which others must not see it."""

    gold: Mapping[str, Any]
    article: Article
    syntax: Syntax
    fold: int
    is_brief: bool = False  # only its events are annotated


def read_corpus(files: Sequence[Path], engine: Engine) -> list[Example]:
    """Examples in the order of the files; articles linked by ``same_as`` share a fold."""
    return _examples([row for path in files for row in read_gold(path)], engine)


def read_brief_examples(
    folders: Sequence[Path], engine: Engine
) -> dict[str, list[Example]]:
    """The same of briefs, of which only the events are annotated, by kind of brief."""
    rows = {
        folder.name: read_briefs(sorted(folder.glob("*.txt"))) for folder in folders
    }
    every = iter(_examples([row for kind in rows.values() for row in kind], engine))
    return {
        name: [replace(brief, is_brief=True) for brief in islice(every, len(kind))]
        for name, kind in rows.items()
    }


def _examples(rows: Sequence[Mapping[str, Any]], engine: Engine) -> list[Example]:
    folds = _folds(rows)
    articles = [gold_article(row) for row in rows]
    parses = engine.parse_many(article.text for article in articles)
    return [
        Example(gold=row, article=article, syntax=syntax, fold=folds[row["id"]])
        for row, article, syntax in zip(rows, articles, parses, strict=True)
    ]


def _folds(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Fold by article; a group of linked articles goes to the emptiest fold."""
    lead = {row["id"]: row["id"] for row in rows}

    def root(name: str) -> str:
        while lead[name] != name:
            name = lead[name]
        return name

    for row in rows:
        for report in row["reports"]:
            for other in report.get("same_as") or ():
                linked = other.split(":")[0]
                if linked in lead:
                    low, high = sorted((root(row["id"]), root(linked)))
                    lead[high] = low
    sizes = [0] * FOLDS
    of_group: dict[str, int] = {}
    for row in rows:
        group = root(row["id"])
        if group not in of_group:
            of_group[group] = sizes.index(min(sizes))
        sizes[of_group[group]] += 1
    return {row["id"]: of_group[root(row["id"])] for row in rows}
