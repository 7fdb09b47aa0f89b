"""What two words mean together: each by itself, and what lies between them."""

import pytest

from geoevents.assemble.pair_meanings import PairMeanings
from geoevents.models.parse_paths import Paths

TEXT = "Rebels attacked the town of Goma. It rained."


@pytest.fixture
def pairs(engine):
    def made(text, *asked):
        syntax = engine.parse(text)
        at = [token.text.lower() for token in syntax.tokens].index
        words = [(at(one), None if two is None else at(two)) for one, two in asked]
        meanings = PairMeanings(syntax, Paths(syntax))
        return syntax, at, meanings.of(words)

    return made


def test_either_word_stands_there_once_with_its_governor(pairs):
    syntax, at, made = pairs(TEXT, ("attacked", "town"), ("attacked", "goma"))
    words, in_place = syntax.meanings.words, syntax.meanings.in_place
    place, width = in_place.shape[1], words.shape[1]
    assert made.first.shape[0] == 1
    assert (made.first[0, :place] == in_place[at("attacked")]).all()
    # Attacked governs all; nothing stands above it.
    assert not made.first[0, place + width : place + 2 * width].any()
    goma = made.second[made.at_second[1]]
    assert (goma[:place] == in_place[at("goma")]).all()
    governor = goma[2 * place + width : 2 * place + 2 * width]
    assert (governor == words[at("of")]).all()


def test_between_two_words_lie_those_on_the_way(pairs):
    syntax, at, made = pairs(TEXT, ("attacked", "goma"), ("attacked", "rained"))
    words, in_place = syntax.meanings.words, syntax.meanings.in_place
    width = words.shape[1]
    way = (words[at("town")] + words[at("of")]) / 2
    assert made.between[0, :width] == pytest.approx(way)
    product = in_place[at("attacked")] * in_place[at("goma")]
    assert (made.between[0, -in_place.shape[1] :] == product).all()
    assert not made.between[1, :width].any()  # another sentence: there is no way


def test_the_option_of_none_is_of_no_word(pairs):
    _, _, made = pairs(TEXT, ("attacked", None), ("attacked", "goma"))
    assert not made.second[made.at_second[0]].any()
    assert not made.between[0].any()
    assert made.rows().shape[0] == 2


def test_nothing_is_known_of_a_text_in_capitals(pairs):
    _, _, made = pairs(TEXT.upper(), ("attacked", "goma"))
    assert made is None
