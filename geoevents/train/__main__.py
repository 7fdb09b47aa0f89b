"""``python -m geoevents.train``: learns the tables from ``data/gold`` and writes them.

Prints what each table was learned from, then the scores on articles that the tables
used to read them have not seen: fold by fold, and on the articles held out of it all.
"""

import json
import sys
from pathlib import Path

import numpy as np

from geoevents.extract.spacy_engine import SpacyEngine
from geoevents.pipeline import open_services
from geoevents.settings import Settings
from geoevents.train.corpus import read_brief_examples, read_corpus
from geoevents.train.kin import group_words
from geoevents.train.learn import ALL, learn
from geoevents.train.scores import score_unseen, score_with, told
from geoevents.weights import Weights, format_table, nets_of, tables_of

TABLES = Path(__file__).parents[1] / "weights" / "tables"
HELD_OUT = ("held_out.jsonl", "held_out_2.jsonl", "held_out_3.jsonl")


def main(arguments: list[str]) -> None:
    """Words given regroup the word classes first; everything learned rests on them."""
    if "words" in arguments:
        (TABLES / "kin.bin").write_bytes(group_words(SpacyEngine().word_vectors()))
    settings = Settings.from_environment()
    services = open_services(settings)
    folder = settings.data_dir / "gold"
    files = sorted(f for f in folder.glob("*.jsonl") if f.name not in HELD_OUT)
    examples = read_corpus(files, services.engine)
    briefs = [settings.data_dir / "briefs" / kind for kind in ALL]
    learned = learn(
        examples,
        services,
        _say,
        briefs=read_brief_examples(briefs, services.engine),
    )
    write_tables(learned.weights)
    _say("by tables that have not seen them: ")
    _say(told(score_unseen(examples, learned, services)))
    for name in HELD_OUT:
        unseen = read_corpus([folder / name], services.engine)
        _say(f"{name}: ")
        _say(told(score_with(unseen, learned.weights, services)))


def write_tables(weights: Weights) -> None:
    """One JSON file a table, one line a feature, sorted: changes read as such."""
    for name, layers in nets_of(weights):
        np.savez_compressed(TABLES / f"{name}.npz", **layers)
    for name, table in tables_of(weights):
        plain = format_table(table)
        rows = ",\n".join(
            f"{json.dumps(feature, ensure_ascii=False)}: {json.dumps(row)}"
            for feature, row in plain["weights"].items()
        )
        labels = json.dumps(plain["labels"])
        text = f'{{"labels": {labels},\n"weights": {{\n{rows}\n}}}}\n'
        (TABLES / f"{name}.json").write_text(text, encoding="utf-8")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
