"""spaCy's attribute ruler, asked once of each kind of word.

It tries each of its 179 rules at each word of each text, a tenth of the whole parse.
Nearly all of them look at one word: at its tag, its role, and whether it is one of some
hundred words. What they say is remembered; the few that look at two words are tried as
ever, and a later rule still wins over an earlier one.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

NAME = "remembering_ruler"
# Different words of which is kept whether a rule names them.
_WORDS_KEPT = 100_000
_LOOKED_AT = {"LOWER", "TAG", "DEP", "IS_SPACE"}
_ASKED: list[int | str] = ["LOWER", "TAG", "DEP"]
_NO_WORD = 0
_Key = tuple[int, int, int]


class RememberingRuler:
    """A component that sets what the ``ruler`` it was given would set."""

    def __init__(self) -> None:
        self.ruler: AttributeRuler | None = None
        self._wide: Matcher | None = None  # rules of two words; None: ask the ruler
        self._named: re.Pattern[str] = re.compile("")
        self._words: dict[int, int] = {}
        self._rules: dict[_Key, tuple[int, ...]] = {}
        self._attrs: dict[tuple[int, ...], dict[int, Any]] = {}

    def take_over(self, ruler: AttributeRuler) -> None:
        """Remembers for this ruler from now on; one with other rules is asked itself."""
        self.ruler, self._wide = ruler, None
        told = cast("list[dict[str, Any]]", ruler.patterns)
        rules = [rule["patterns"] for rule in told]
        tokens = [token for rule in rules for words in rule for token in words]
        named = [name for token in tokens for name in _named_by(token)]
        if (
            None in named
            or not {key for token in tokens for key in token} <= _LOOKED_AT
        ):
            return
        self._named = re.compile("|".join([r"\s+", *filter(None, named)]))
        self._wide = Matcher(ruler.vocab)
        for number, rule in enumerate(rules):
            if any(len(words) > 1 for words in rule):
                self._wide.add(str(number), rule)

    def __call__(self, doc: Doc) -> Doc:
        """The same doc, with part of speech, morphology and odd lemmas set."""
        ruler, wide = self.ruler, self._wide
        if ruler is None or wide is None:
            return doc if ruler is None else ruler(doc)
        more: dict[int, list[int]] = {}
        for match, start, _ in wide(doc, allow_missing=True):
            number = int(ruler.vocab.strings[match])
            more.setdefault(start + ruler.indices[number], []).append(number)
        for index, key in enumerate(self._keys(doc)):
            rules = self._rules.get(key)
            if rules is None:
                rules = self._rules[key] = _asked(ruler, doc, index)
            if index in more:
                rules = tuple(sorted((*rules, *more[index])))
            if rules:
                set_token_attrs(doc[index], self._attrs_of(ruler, rules))
        return doc

    def pipe(self, docs: Iterable[Doc], **_: object) -> Iterator[Doc]:
        """The same docs, in order."""
        return map(self, docs)

    def _keys(self, doc: Doc) -> Iterator[_Key]:
        """(word if a rule names it, tag, role) of each token."""
        for word, tag, role in doc.to_array(_ASKED).tolist():
            known = self._words.get(word)
            if known is None:
                if len(self._words) >= _WORDS_KEPT:
                    self._words.clear()
                is_named = self._named.fullmatch(doc.vocab.strings[word])
                known = self._words[word] = word if is_named else _NO_WORD
            yield known, tag, role

    def _attrs_of(
        self, ruler: AttributeRuler, rules: tuple[int, ...]
    ) -> dict[int, Any]:
        known = self._attrs.get(rules)
        if known is None:
            known = {k: v for rule in rules for k, v in ruler.attrs[rule].items()}
            self._attrs[rules] = known
        return known


def _asked(ruler: AttributeRuler, doc: Doc, index: int) -> tuple[int, ...]:
    """The rules that hold of one word by itself, in their order."""
    word = doc[index : index + 1].as_doc()
    word[0].dep = doc[index].dep
    return tuple(number for number, *_ in ruler.match(word))


def _named_by(token: dict[str, Any]) -> Iterator[str | None]:
    """Patterns of the words that a rule looks for; None where that cannot be told."""
    word = token.get("LOWER")
    if isinstance(word, str):
        yield re.escape(word)
    elif isinstance(word, dict):
        yield from map(re.escape, word.get("IN", ()))
        if "REGEX" in word:
            yield f".*(?:{word['REGEX'].strip('^$')}).*"
        if not set(word) <= {"IN", "REGEX"}:
            yield None


@Language.factory(NAME)
def _make(nlp: Language, name: str) -> RememberingRuler:  # noqa: ARG001 - spaCy's shape
    return RememberingRuler()
