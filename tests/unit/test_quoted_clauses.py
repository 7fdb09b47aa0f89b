"""What closes the words of a speaker named after them is no part of the saying."""

import pytest

SENTENCES = [
    ("Gunmen killed six men in a village in Chiapas, on Monday, the Red Cross said.",
     "Monday", "killed"),
    ("Armed men assaulted an army post at Inates, on Thursday, the ministry said.",
     "Thursday", "assaulted"),
    ("Gunmen killed six men in Chiapas, the Red Cross said on Monday.",
     "Monday", "said"),
    ("On Monday the Red Cross said that gunmen had killed six men.", "Monday", "said"),
    ("The wave killed three; at Tagum a wall fell, police said.", "Tagum", "fell"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word", "verb"), SENTENCES, ids=[s[0][:40] for s in SENTENCES]
)
def test_the_verb_that_a_word_hangs_on(engine, text, word, verb):
    syntax = engine.parse(text)
    token = next(t for t in syntax.tokens if t.text == word)
    above = [t for t in syntax.ancestors(token.index) if t.pos == "VERB"]
    assert above[0].text == verb
