"""Type colours stay apart for readers with any colour blindness."""

import itertools
import re

import numpy as np

from geoevents.models.report import EventType
from geoevents.render.assemble_client import client_folder

LEAST_DIFFERENCE = 15  # CIE76
# Machado, Oliveira and Fernandes 2009, severity 1.0.
SIMULATIONS = {
    "none": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
         [0.004733, 0.691367, 0.303900]]
    ),
}  # fmt: skip
TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def _type_colours():
    source = (client_folder() / "palette.js").read_text("utf-8")
    block = source.split("TYPE_COLOURS = [")[1].split("];")[0]
    return re.findall(r"#([0-9a-f]{6})", block)


def _lab(linear):
    xyz = TO_XYZ @ np.clip(linear, 0, 1) / WHITE
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def _linear(colour):
    channels = np.array([int(colour[k : k + 2], 16) / 255 for k in (0, 2, 4)])
    return np.where(
        channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
    )


def test_every_type_has_its_own_colour():
    assert len(set(_type_colours())) == len(EventType)


def test_colours_differ_under_every_simulated_colour_blindness():
    for name, matrix in SIMULATIONS.items():
        seen = [_lab(matrix @ _linear(colour)) for colour in _type_colours()]
        least = min(
            float(np.linalg.norm(one - other))
            for one, other in itertools.combinations(seen, 2)
        )
        assert least >= LEAST_DIFFERENCE, (name, least)
