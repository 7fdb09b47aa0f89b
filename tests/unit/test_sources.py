"""Who says so, and how far their word reaches."""

import pytest

from geoevents.extract.sources import find_sources

SENTENCES = [
    ("Shelling killed three people, the governor said.", [("governor", "say")]),
    ("Officials in the city said that two soldiers died.", [("Officials", "say")]),
    (
        "According to the health ministry, ten people died.",
        [("health ministry", "say")],
    ),
    ("The army denied that the town had fallen.", [("army", "deny")]),
    (
        "Seoul said it does not believe that they fought.",
        [("Seoul", "say"), ("Seoul", "deny")],
    ),
    ("The ministry confirmed that a jet had crashed.", [("ministry", "confirm")]),
    (
        "Police and medics said that four people died.",
        [("Police", "say"), ("medics", "say")],
    ),
    (
        "Defence Minister Rustem Umerov said a group was attacked.",
        [("Rustem Umerov", "say")],
    ),
    ("Video showed two tanks on fire.", []),
    ("Rebels attacked the base at dawn.", []),
]


@pytest.mark.parametrize(
    ("text", "wanted"), SENTENCES, ids=[s[0][:40] for s in SENTENCES]
)
def test_speaker_and_manner(engine, text, wanted):
    found = [(s.name, s.manner) for s in find_sources(engine.parse(text))]
    for speaker in wanted:
        assert speaker in found
    if not wanted:
        assert found == []


def test_those_counted_are_no_speakers(engine):
    text = (
        "The raid by gunmen on a bishop's procession in northern Mali cost at least 83"
        " lives, 34 of them civilians, the Malian Observatory for Human Rights said on"
        " Saturday, a much higher toll than the 39 dead admitted by Bamako."
    )
    names = [source.name for source in find_sources(engine.parse(text))]
    assert names == ["Malian Observatory", "Bamako"]


def test_word_of_one_side_does_not_cover_the_other_sides_clause(engine):
    text = "Kyiv said 180 soldiers were killed; Moscow put the figure at 14."
    by_name = {s.name: s.scope for s in find_sources(engine.parse(text))}
    assert "14" not in by_name["Kyiv"].of(text)
