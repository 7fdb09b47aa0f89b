"""What each decision weighs: linear tables and nets, learned from our own articles."""

from geoevents.weights.choice import Choice
from geoevents.weights.linear import Features, Linear, as_chance, softmax
from geoevents.weights.net import NO_NET, Net
from geoevents.weights.pair_net import NO_PAIR_NET, PairNet, Pairs
from geoevents.weights.read import (
    Weights,
    format_table,
    nets_of,
    read_weights,
    tables_of,
)
from geoevents.weights.threads import work_on_one_thread

__all__ = [
    "NO_NET",
    "NO_PAIR_NET",
    "Choice",
    "Features",
    "Linear",
    "Net",
    "PairNet",
    "Pairs",
    "Weights",
    "as_chance",
    "format_table",
    "nets_of",
    "read_weights",
    "softmax",
    "tables_of",
    "work_on_one_thread",
]
