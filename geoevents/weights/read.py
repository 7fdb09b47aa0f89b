"""Reads the tables, JSON beside this module, and the net's layers: once."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from geoevents.weights.linear import Linear
from geoevents.weights.net import NO_NET, Net, net_of

# A decision that was never learned: everything weighs nothing.
EMPTY = Linear(labels=(), weights={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """One table a decision; see the module that takes it for its features."""

    names: Linear = EMPTY  # is this name used as a place?
    roles: Linear = EMPTY  # what a place does in its sentence
    figures: Linear = EMPTY  # what a number counts
    meanings: Net = NO_NET  # does a word tell of an event, by what it means?
    happenings: Linear = EMPTY  # does a word tell of an event, and of which type?
    places: Linear = EMPTY  # where a happening happened
    listed: Linear = EMPTY  # does it happen at another named place as well?
    times: Linear = EMPTY  # which time in its sentence dates it
    carried: Linear = EMPTY  # whose day it shares otherwise
    homes: Linear = EMPTY  # which happening a figure belongs to
    claims: Linear = EMPTY  # is it stated, claimed, disputed, denied?
    statuses: Linear = EMPTY  # did it happen, go on, or is it planned?


@cache
def read_weights() -> Weights:
    """The shipped tables; one that is missing weighs nothing."""
    home = resources.files("geoevents.weights")
    phrases = tomllib.loads((home / "phrases.toml").read_text("utf-8"))
    found: dict[str, Any] = {}
    for field in fields(Weights):
        path = home / "tables" / f"{field.name}.json"
        if path.is_file():
            table = parse_table(json.loads(path.read_text("utf-8")))
            told = phrases.get(field.name, {})
            found[field.name] = replace(table, phrases=told)
    layers = home / "tables" / "meanings.npz"
    if layers.is_file():
        with layers.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            found["meanings"] = net_of(dict(arrays))
    return Weights(**found)


def parse_table(plain: Mapping[str, Any]) -> Linear:
    """A table from its JSON: ``{"labels": [...], "weights": {feature: [...]}}``."""
    labels = tuple(plain["labels"])
    rows = {name: tuple(map(float, row)) for name, row in plain["weights"].items()}
    if any(len(row) != len(labels) for row in rows.values()):
        message = "a table of weights needs one number a label in each row"
        raise ValueError(message)
    return Linear(labels=labels, weights=rows)


def format_table(table: Linear) -> dict[str, Any]:
    """The inverse of ``parse_table``; rows sorted by name."""
    return {
        "labels": list(table.labels),
        "weights": {name: list(table.weights[name]) for name in sorted(table.weights)},
    }


def tables_of(weights: Weights) -> Iterator[tuple[str, Linear]]:
    """Name and table of each decision that has one."""
    for field in fields(weights):
        table = getattr(weights, field.name)
        if isinstance(table, Linear):
            yield field.name, table
