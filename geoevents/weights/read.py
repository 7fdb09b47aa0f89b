"""Reads the tables, JSON beside this module, and the nets' layers: once."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np

from geoevents.weights.choice import Choice
from geoevents.weights.linear import EMPTY, Linear
from geoevents.weights.net import NO_NET, Net, layers_of, net_of
from geoevents.weights.pair_net import NO_PAIR_NET, PairNet, pair_layers_of, pair_net_of

UNLEARNED = Choice()


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """One table a decision; see the module that takes it for its features."""

    names: Linear = EMPTY  # is this name used as a place?
    roles: Linear = EMPTY  # what a place does in its sentence
    role_meanings: Net = NO_NET  # the same, by what the words around it mean
    figures: Linear = EMPTY  # what a number counts
    meanings: Net = NO_NET  # does a word tell of an event, by what it means?
    happenings: Linear = EMPTY  # does a word tell of an event, and of which type?
    places: Choice = UNLEARNED  # where a happening happened
    listed: Linear = EMPTY  # does it happen at another named place as well?
    times: Choice = UNLEARNED  # which time in its sentence dates it
    carried: Choice = UNLEARNED  # whose day it shares otherwise
    homes: Choice = UNLEARNED  # which happening a figure belongs to
    rivals: Linear = EMPTY  # is it another count of what an earlier figure counts?
    retold: Linear = EMPTY  # is it another telling of another event?
    claims: Linear = EMPTY  # is it stated, claimed, disputed, denied?
    statuses: Linear = EMPTY  # did it happen, go on, or is it planned?


@cache
def read_weights() -> Weights:
    """The shipped tables and nets; one that is missing weighs nothing."""
    home = resources.files("geoevents.weights")
    phrases = tomllib.loads((home / "phrases.toml").read_text("utf-8"))
    found: dict[str, Any] = {}
    for field in fields(Weights):
        path = home / "tables" / f"{field.name}.json"
        layers = _read_layers(home / "tables" / f"{field.name}.npz")
        if path.is_file():
            table = parse_table(json.loads(path.read_text("utf-8")))
            table = replace(table, phrases=phrases.get(field.name, {}))
            found[field.name] = table
            if field.default is UNLEARNED:
                net = pair_net_of(layers) if layers else NO_PAIR_NET
                found[field.name] = Choice(table=table, net=net)
        elif layers:
            found[field.name] = net_of(layers)
    return Weights(**found)


def _read_layers(path: Traversable) -> dict[str, Any]:
    """The layers of a net by name; none where there is no file."""
    if not path.is_file():
        return {}
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return dict(arrays)


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
        learned = getattr(weights, field.name)
        table = learned.table if isinstance(learned, Choice) else learned
        if isinstance(table, Linear):
            yield field.name, table


def nets_of(weights: Weights) -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and layers of each decision that has a net."""
    for field in fields(weights):
        learned = getattr(weights, field.name)
        net = learned.net if isinstance(learned, Choice) else learned
        if isinstance(net, PairNet) and len(net.output):
            yield field.name, pair_layers_of(net)
        elif isinstance(net, Net) and net.labels:
            yield field.name, layers_of(net)
