"""The subject and the time of "had" are those of the verb that it helps."""

import pytest

HELPED = [
    ("Amnesty had on 2 November reported killings in Bama.", ["Amnesty", "on"]),
    ("Amnesty had reported killings in Bama.", ["Amnesty"]),
]


@pytest.mark.parametrize(("text", "words"), HELPED)
def test_what_hangs_on_the_verb(engine, text, words):
    syntax = engine.parse(text)
    verb = next(t for t in syntax.tokens if t.text == "reported")
    below = [syntax.tokens[child] for child in syntax.children[verb.index]]
    assert [t.text for t in below if t.dep in {"nsubj", "prep"}] == words
