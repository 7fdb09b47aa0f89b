"""What each decision weighs: linear tables and a net, learned from our own articles."""

from geoevents.weights.linear import Features, Linear, as_chance, softmax
from geoevents.weights.net import NO_NET, Net, layers_of
from geoevents.weights.read import Weights, format_table, read_weights, tables_of

__all__ = [
    "NO_NET",
    "Features",
    "Linear",
    "Net",
    "Weights",
    "as_chance",
    "format_table",
    "layers_of",
    "read_weights",
    "softmax",
    "tables_of",
]
