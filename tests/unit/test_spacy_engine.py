"""The parse as plain values: offsets fit, and no input makes the work explode."""

import json
from itertools import islice

import pytest

from geoevents.extract.pieces import (
    BATCH_CHARACTERS,
    PIECE_CHARACTERS,
    in_batches,
    split_paragraphs,
)
from geoevents.extract.spacy_engine import LONGEST_SENTENCE_TOKENS

TEXTS = [
    "",
    "   \n\n  ",
    "One sentence.",
    "A headline without a stop\n\nThe first sentence. The second one.",
    "“They are here… [and] stay,” he said. Then it rained.",
    "Ünïcode – “quotes” and 𝕬stral letters.\r\n\r\nNext.",
    "said killed in Kyiv on Monday " * 300,
    "Floods in Rio Grande do Sul killed 90.\n\nWhy do Brazilians live in Foz do Iguacu?",
    "KYIV, Nov 5 - ",
    "KYIV, Nov 5 - Shells fell on Monday. Rain fell.\n\nGOMA - Rebels left.",
    "(" * 5000,
    "1 " * 3000,
]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_every_token_and_entity_quotes_the_text(engine, text):
    syntax = engine.parse(text)
    for token in syntax.tokens:
        assert token.span.of(text) == token.text
        assert syntax.tokens[token.index] is token
        sentence = syntax.sentences[token.sentence]
        assert sentence.first <= token.index < sentence.last
        assert sentence.first <= token.head < sentence.last
    for entity in syntax.entities:
        assert entity.span.of(text) == entity.text


PORTUGUESE = [
    ("The toll from floods in Rio Grande do Sul rose to 90.", "do", "PROPN"),
    ("How do Brazilians vote?", "do", "AUX"),
]


@pytest.mark.parametrize(("text", "word", "pos"), PORTUGUESE)
def test_the_do_of_a_portuguese_name_is_no_verb(engine, text, word, pos):
    assert [t.pos for t in engine.parse(text).tokens if t.text == word] == [pos]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_pieces_join_to_the_same_text(text):
    assert "".join(split_paragraphs(text)) == text


def test_no_piece_is_long_and_no_sentence_endless(engine):
    text = "killed and " * 20_000
    assert max(map(len, split_paragraphs(text))) <= PIECE_CHARACTERS
    syntax = engine.parse(text[:30_000])
    longest = max(s.last - s.first for s in syntax.sentences)
    assert longest <= LONGEST_SENTENCE_TOKENS


def test_a_headline_governs_nothing_in_the_sentence_below_it(engine):
    syntax = engine.parse(
        "Army retakes the town\n\nSoldiers entered the town on Friday."
    )
    assert [s.span.of(syntax.text).strip() for s in syntax.sentences] == [
        "Army retakes the town",
        "Soldiers entered the town on Friday.",
    ]


def test_a_dateline_governs_nothing_in_the_sentence_it_opens(engine):
    text = "BUJUMBURA, Aug 14 - Gunmen killed six people.\n\nNATO - a pact - sent aid."
    syntax = engine.parse(text)
    first, second = syntax.sentences
    assert text[first.begins : first.span.end].strip() == "Gunmen killed six people."
    assert second.begins == second.span.start
    across = {
        (token.start < first.begins, syntax.tokens[token.head].start < first.begins)
        for token in syntax.tokens_in(first.span)
    }
    assert across == {(True, True), (False, False)}


def test_batches_give_what_single_parses_give(engine):
    together = [[t.text for t in s.tokens] for s in engine.parse_many(TEXTS)]
    assert together == [[t.text for t in engine.parse(text).tokens] for text in TEXTS]


def test_real_newswire_has_no_sentence_that_is_cut(engine, shared):
    """The cut is for word salad: prose must never meet it."""
    with (shared / "eval" / "articles_speed.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 60)]
    lengths = [s.last - s.first for x in engine.parse_many(texts) for s in x.sentences]
    assert max(lengths) < LONGEST_SENTENCE_TOKENS


def test_pieces_are_read_in_batches_of_bounded_length():
    long, short = "a" * (BATCH_CHARACTERS + 1), "b" * (BATCH_CHARACTERS // 3)
    batches = list(in_batches([short, short, short, short, long, short]))
    assert batches == [[short] * 3, [short], [long], [short]]
    assert list(in_batches([])) == []


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Rebels staged an attack.", "stage"),
        ("They are waging war.", "wage"),
        ("Nine women were raped.", "rape"),
        ("Officers overthrew him.", "overthrow"),
        ("A rap concert was held.", "rap"),
    ],
)
def test_forms_of_verbs_have_their_own_lemma(engine, text, lemma):
    assert lemma in {token.lemma for token in engine.parse(text).tokens}
