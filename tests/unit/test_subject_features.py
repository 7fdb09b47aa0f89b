"""What an article is about is a share of its words, whatever its length."""

from geoevents.extract.subject_features import article_subject, sentence_subject
from geoevents.models.span import Span
from geoevents.models.syntax import Sentence, Syntax, Token


def token(index, kin, pos="NOUN", sentence=0):
    return Token(
        index=index, start=2 * index, end=2 * index + 1, text="w", lemma="w", entity="",
        pos=pos, tag="NN", dep="dep", head=index, sentence=sentence, kin=kin,
    )  # fmt: skip


def article(tokens, firsts=(0,)):
    lasts = [*firsts[1:], len(tokens)]
    sentences = tuple(
        Sentence(
            span=Span(start=2 * first, end=2 * last),
            begins=2 * first,
            index=i,
            first=first,
            last=last,
        )
        for i, (first, last) in enumerate(zip(firsts, lasts, strict=True))
    )
    text = "w " * len(tokens)
    return Syntax(text=text, tokens=tuple(tokens), sentences=sentences)


def test_a_class_counts_by_its_share_and_no_more_than_whole():
    tokens = [token(0, 7), *(token(i, 9) for i in range(1, 100))]
    subject = article_subject(article(tokens))
    assert subject["article about=7"] == 0.25  # 1 of 100, and 4 of 100 are all it takes
    assert subject["article about=9"] == 1.0


def test_names_numbers_and_unknown_words_are_no_subject():
    tokens = [token(0, 7, pos="PROPN"), token(1, 7, pos="NUM"), token(2, 0)]
    assert article_subject(article(tokens)) == {}


def test_a_sentence_has_its_own_words_only():
    syntax = article([token(0, 7), token(1, 9, sentence=1)], firsts=(0, 1))
    assert sentence_subject(syntax, 1) == {"sentence about=9": 0.5}
