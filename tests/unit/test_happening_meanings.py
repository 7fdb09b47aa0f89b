"""A word's row of vectors: itself, what goes with it, its sentence and its text."""

import numpy as np
import pytest

from geoevents.extract.happening_meanings import happening_meanings

TEXT = "Rebels and militiamen shelled Goma. It rained."


@pytest.fixture
def rows(engine):
    def made(text):
        syntax = engine.parse(text)
        tokens = [token for token in syntax.tokens if token.pos == "VERB"]
        words = [token.text for token in tokens]
        made = happening_meanings(syntax, tokens)
        return syntax, dict(zip(words, made, strict=True))

    return made


def test_a_row_holds_the_word_and_the_means_of_its_subjects_and_objects(rows):
    syntax, row = rows(TEXT)
    words, in_place = syntax.meanings.words, syntax.meanings.in_place
    at = [token.text for token in syntax.tokens].index
    width, place = words.shape[1], in_place.shape[1]
    shelled = row["shelled"]
    assert (shelled[:place] == in_place[at("shelled")]).all()
    assert (shelled[place : place + width] == words[at("shelled")]).all()
    assert not shelled[
        place + width : place + 2 * width
    ].any()  # a root has no governor
    parts = shelled[2 * place + 2 * width :]
    assert (parts[:width] == words[at("Rebels")]).all()
    assert (parts[width : 2 * width] == words[at("Goma")]).all()
    # Subjects, objects, no prepositional object, no modifiers, no clause; a root.
    assert shelled[-6:].tolist() == [1, 1, 0, 0, 0, 1]


def test_what_a_word_has_not_is_nothing_and_all_rows_are_of_one_width(rows):
    _, row = rows(TEXT)
    assert row["rained"][-6:].tolist() == [1, 0, 0, 0, 0, 1]
    assert row["rained"].shape == row["shelled"].shape
    assert row["rained"].dtype == np.float32


def test_the_next_sentence_is_no_neighbour(rows):
    syntax, row = rows(TEXT)
    place = syntax.meanings.in_place.shape[1]
    beside = row["rained"][-6 - 300 - 4 * place : -6 - 300].reshape(4, place)
    assert not beside[0].any()  # two words before lies the other sentence's full stop
    assert beside[1].any()


def test_a_text_in_capitals_is_left_to_rules_and_features(rows):
    _, row = rows(TEXT.upper())
    assert {vectors.size for vectors in row.values()} == {0}
