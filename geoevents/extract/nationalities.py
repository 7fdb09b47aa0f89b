"""Nationality words and the countries they belong to, for "North Korean soldiers"."""

import csv
from functools import cache
from importlib.resources import files
from pathlib import Path

from geoevents.extract.numerals import load_lexicon

_DATA = ("geoevents", "data", "demonyms.csv")


@cache
def load_nationalities() -> dict[str, str]:
    """Lower-case demonym or country name -> ISO 3166-1 alpha-3.

    Read from ``data/demonyms.csv`` (columns demonym, iso3, country); a short list of our own
    stands in where that file is not installed.
    """
    names: dict[str, str] = dict(load_lexicon("demonyms.toml")["iso3"])
    for row in _rows():
        names.setdefault(row["demonym"].strip().lower(), row["iso3"].strip())
        names.setdefault(row["country"].strip().lower(), row["iso3"].strip())
    return names


def _rows() -> list[dict[str, str]]:
    installed = Path(str(files("geoevents"))) / "data" / _DATA[-1]
    checkout = Path(str(files("geoevents"))).parent / "data" / _DATA[-1]
    for path in (installed, checkout):
        if path.is_file():
            with path.open(encoding="utf-8", newline="") as source:
                return list(csv.DictReader(source))
    return []
