"""A name's row of vectors: its governors, its clause, its neighbours, never itself."""

import numpy as np
import pytest

from geoevents.extract.role_meanings import role_meanings
from geoevents.models.mention import Toponym
from geoevents.models.span import Span
from geoevents.weights import Net

TEXT = "Shells fell on Sumy while people slept. Kyiv replied."


@pytest.fixture
def read(engine):
    def made(text, *names):
        syntax = engine.parse(text)
        starts = [text.index(name) for name in names]
        toponyms = [
            Toponym(span=Span(start=start, end=start + len(name)), text=name, name=name)
            for start, name in zip(starts, names, strict=True)
        ]
        return syntax, role_meanings(syntax, toponyms)

    return made


def test_a_row_begins_with_the_governors_and_their_verb(read):
    syntax, (sumy, kyiv) = read(TEXT, "Sumy", "Kyiv")
    words, in_place = syntax.meanings.words, syntax.meanings.in_place
    at = [token.text for token in syntax.tokens].index
    width, place = words.shape[1], in_place.shape[1]
    both = width + place
    assert (sumy[:width] == words[at("on")]).all()
    assert (sumy[width:both] == in_place[at("on")]).all()
    assert (sumy[both : both + width] == words[at("fell")]).all()
    assert (sumy[2 * both : 2 * both + width] == words[at("fell")]).all()
    subject = 3 * both
    assert (sumy[subject : subject + width] == words[at("Shells")]).all()
    assert (kyiv[:width] == words[at("replied")]).all()


def test_a_row_ends_with_what_the_name_is_to_its_governor(read):
    _, (sumy, kyiv) = read(TEXT, "Sumy", "Kyiv")
    # The verb's subject, object, prepositional object; the name as subject, object,
    # after a preposition, in a list, before a noun, as owner.
    assert sumy[-9:].tolist() == [1, 0, 1, 0, 0, 1, 0, 0, 0]
    assert kyiv[-9:].tolist() == [1, 0, 0, 1, 0, 0, 0, 0, 0]


def test_neighbours_past_the_ends_of_a_sentence_are_nothing(read):
    syntax, (kyiv,) = read(TEXT, "Kyiv")
    place = syntax.meanings.in_place.shape[1]
    around = kyiv[-9 - 7 * place : -9]
    assert not around[: 3 * place].any()  # nothing before the name
    assert around[3 * place : 4 * place].any()


@pytest.mark.parametrize(
    ("text", "names"), [("SHELLS FELL ON SUMY.", ["SUMY"]), (TEXT, [])]
)
def test_capitals_and_no_names_have_no_vectors(read, text, names):
    _, rows = read(text, *names)
    assert rows.shape == (len(names), 0)


def test_a_net_answers_in_the_order_of_a_table():
    net = Net(
        labels=("no", "yes"),
        hidden=np.eye(1, dtype=np.float32),
        hidden_bias=np.zeros(1, np.float32),
        output=np.array([[0, 30]], np.float32),
        output_bias=np.zeros(2, np.float32),
    )
    (scores,) = net.scores_in(("yes", "other", "no"), np.ones((1, 1), np.float32))
    assert scores == [0, -12, -12]
    (unknown,) = net.scores_in(("yes", "no"), np.zeros((1, 0), np.float32))
    assert unknown == [0, 0]
