"""Who says so: verbs of saying with their subjects, and how far their words reach."""

import re
from collections.abc import Iterator
from functools import cache

from geoevents.extract.lexicon import read_lexicon
from geoevents.models.mention import SourceMention
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

_DASH = re.compile(r" [-–—]{1,2} ")
_PRONOUNS = {"it", "he", "she", "they"}
_COUNTS = {"tally", "count", "estimate", "account"}
_QUOTES = "\"“”'‘’«»"


def find_sources(syntax: Syntax) -> tuple[SourceMention, ...]:
    """Every speaker with the stretch of text that rests on its word, in order."""
    found: list[SourceMention] = []
    for sentence in syntax.sentences:
        tokens = syntax.tokens[sentence.first : sentence.last]
        for token in tokens:
            if is_saying(token):
                found.extend(_of_verb(syntax, token, sentence.span))
            elif token.lemma in _COUNTS:
                found.extend(_of_noun(syntax, token))
            elif token.text[:1] in "aA" and token.text.lower() == "according":
                found.extend(_of_according(syntax, token, sentence.span))
    once = dict.fromkeys(found)  # in the order of the text, which a set has not
    return tuple(sorted(once, key=lambda s: (s.span.start, s.scope.start)))


@cache
def _manners() -> dict[str, str]:
    speech = read_lexicon("speech")
    return {
        verb: manner for manner in ("say", "confirm", "deny") for verb in speech[manner]
    }


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_lexicon("speech")[key])


def is_saying(token: Token) -> bool:
    """True for a verb that reports words or beliefs."""
    return token.pos in {"VERB", "AUX"} and token.lemma in _manners()


def _of_verb(syntax: Syntax, verb: Token, sentence: Span) -> Iterator[SourceMention]:
    closing = _closing_speaker(syntax, verb)
    if closing is not None:
        yield _mention(syntax, closing, verb, sentence, _manners()[verb.lemma])
        return
    scope = _scope_below(syntax, verb, sentence)
    if verb.lemma in _words("weak") and not _has_clause(syntax, verb):
        return
    manner = _manners()[verb.lemma]
    if _is_negated(syntax, verb):
        if verb.lemma not in {"believe", "think", "see"}:
            return  # "has neither confirmed nor denied": nothing is said
        manner = "deny"
    for speaker in _speakers(syntax, verb):
        yield _mention(syntax, speaker, verb, scope, manner)


def _closing_speaker(syntax: Syntax, verb: Token) -> Token | None:
    """ "..., X, who heads Y, wrote on Monday.": the parse often loses this subject."""
    if _has_subject(syntax, verb) or syntax.tokens[verb.index - 1].text != ",":
        return None
    first = syntax.sentences[verb.sentence].first
    for entity in reversed(syntax.entities):
        if entity.last > verb.index or entity.first <= first:
            continue
        comma_before = syntax.tokens[entity.first - 1].text == ","
        comma_after = syntax.tokens[entity.last].text == ","
        if entity.label == "PERSON" and comma_before and comma_after:
            return syntax.tokens[entity.last - 1]
        if entity.last < first:
            break
    return None


def _of_according(
    syntax: Syntax, token: Token, sentence: Span
) -> Iterator[SourceMention]:
    for child in syntax.children[token.index]:
        if syntax.tokens[child].text.lower() == "to":
            for head in _objects(syntax, child):
                yield _mention(syntax, head, None, sentence, "say")


def _of_noun(syntax: Syntax, token: Token) -> Iterator[SourceMention]:
    """ "by the army's count", "Israeli tallies": a body that counts."""
    if token.dep != "pobj":
        return
    if syntax.tokens[token.head].text.lower() not in {"by", "on"}:
        return
    sentence = syntax.sentences[token.sentence].span
    owners = [c for c in syntax.children[token.index] if syntax.tokens[c].dep == "poss"]
    head = syntax.tokens[owners[0]] if owners else token
    yield _mention(syntax, head, None, sentence, "say")


def _has_clause(syntax: Syntax, verb: Token) -> bool:
    return any(
        syntax.tokens[c].dep in {"ccomp", "xcomp"} or syntax.tokens[c].text in _QUOTES
        for c in syntax.children[verb.index]
    ) or any(syntax.tokens[c].dep == "dobj" for c in syntax.children[verb.index])


def _is_negated(syntax: Syntax, verb: Token) -> bool:
    """By "not", or by "neither ... nor" on the verb or the one it conjoins."""
    pair = [verb.index] + ([verb.head] if verb.dep == "conj" else [])
    return any(
        syntax.tokens[c].dep == "neg"
        or syntax.tokens[c].text.lower() in {"neither", "nor"}
        for index in pair
        for c in syntax.children[index]
    )


def _scope_below(syntax: Syntax, verb: Token, sentence: Span) -> Span:
    """Where the verb heads the sentence, its part of it; else its own clause."""
    segment = _segment(syntax, verb, sentence)
    if verb.head == verb.index or verb.dep in {"ROOT", "parataxis"}:
        return _without_rivals(syntax, verb, segment)
    above = syntax.tokens[verb.head]
    if verb.dep in {"ccomp", "advcl"} and above.start > verb.end:
        return _without_rivals(syntax, verb, segment)  # "..., officials said, as ..."
    reach = syntax.subtree(verb.index)
    return Span(start=syntax.tokens[reach[0]].start, end=syntax.tokens[reach[-1]].end)


def _segment(syntax: Syntax, verb: Token, sentence: Span) -> Span:
    """The stretch between semicolons that holds the verb."""
    text = syntax.text
    start = text.rfind(";", sentence.start, verb.start) + 1 or sentence.start
    end = text.find(";", verb.end, sentence.end)
    return Span(start=start, end=end if end >= 0 else sentence.end)


def _without_rivals(syntax: Syntax, verb: Token, span: Span) -> Span:
    """Cut off clauses where another speaker has the word: "..., while Y said ..."."""
    start, end = span.start, span.end
    for child in syntax.children[verb.index]:
        token = syntax.tokens[child]
        if token.dep not in {"conj", "advcl", "parataxis", "ccomp"}:
            continue
        if not is_saying(token) or not _has_subject(syntax, token):
            continue
        below = syntax.subtree(child)
        first, last = syntax.tokens[below[0]], syntax.tokens[below[-1]]
        if token.dep == "ccomp" and first.start > verb.end:
            continue  # "X said that Y said ...": X still vouches for it
        if first.start > verb.end:
            end = min(end, first.start)
        elif last.end < verb.start:
            start = max(start, last.end)
    return Span(start=start, end=max(start, end))


def _has_subject(syntax: Syntax, verb: Token) -> bool:
    return any(syntax.tokens[c].dep == "nsubj" for c in syntax.children[verb.index])


def _speakers(syntax: Syntax, verb: Token) -> Iterator[Token]:
    subject = _subject(syntax, verb)
    if subject is not None and subject.text.lower() in _PRONOUNS:
        subject = _outer_speaker(syntax, verb) or subject
    if subject is not None and subject.lemma in _words("empty_subjects"):
        subject = _named_beside(syntax, subject)
    if subject is None:
        return
    named = [subject, *_conjuncts(syntax, subject)]
    # "123 dead, 54 of them women, the ministry said": no list, the nearest speaks.
    is_list = any(
        syntax.tokens[child].dep == "cc"
        for token in named
        for child in syntax.children[token.index]
    )
    yield from named if is_list else named[-1:]


def _named_beside(syntax: Syntax, token: Token) -> Token | None:
    """ "Photo: President X estimates": the person put beside the empty word."""
    below = (syntax.tokens[c] for c in syntax.children[token.index])
    return next((t for t in below if t.entity == "PERSON" and t.dep == "appos"), None)


def _outer_speaker(syntax: Syntax, verb: Token) -> Token | None:
    """ "Seoul said it does not believe ...": the pronoun is the outer speaker."""
    for above in syntax.ancestors(verb.index):
        if is_saying(above):
            return _subject(syntax, above)
    return None


def _subject(syntax: Syntax, verb: Token) -> Token | None:
    below = [syntax.tokens[c] for c in syntax.children[verb.index]]
    subjects = [t for t in below if t.dep == "nsubj"]
    if subjects:  # "Photo: X estimates": the nearer of two
        return min(subjects, key=lambda t: abs(t.index - verb.index))
    agent = next((t for t in below if t.dep == "agent"), None)
    if agent is not None:
        return next(_objects(syntax, agent.index), None)
    if verb.dep in {"conj", "xcomp", "advcl"} and verb.head != verb.index:
        above = syntax.tokens[verb.head]
        if above.pos in {"VERB", "AUX"}:
            return _subject(syntax, above)
    return None


def _objects(syntax: Syntax, preposition: int) -> Iterator[Token]:
    for child in syntax.children[preposition]:
        token = syntax.tokens[child]
        if token.dep == "pobj":
            yield token
            yield from _conjuncts(syntax, token)


def _conjuncts(syntax: Syntax, token: Token) -> Iterator[Token]:
    for child in syntax.children[token.index]:
        other = syntax.tokens[child]
        if other.dep == "conj" and other.pos in {"NOUN", "PROPN"}:
            yield other
            yield from _conjuncts(syntax, other)


def _mention(
    syntax: Syntax, head: Token, verb: Token | None, scope: Span, manner: str
) -> SourceMention:
    span = _name_span(syntax, head)
    text = span.of(syntax.text)
    return SourceMention(
        span=span,
        text=text,
        name=_speaker_name(syntax, head, span),
        verb=verb.span if verb else None,
        scope=scope,
        manner=manner,
    )


def _speaker_name(syntax: Syntax, head: Token, span: Span) -> str:
    """The person named in the phrase, else the antecedent of a pronoun, else it all."""
    if head.pos == "PRON":
        return _antecedent(syntax, head)
    named = {
        head.index,
        *(c for c in syntax.children[head.index] if _is_name(syntax, c)),
    }
    for entity in syntax.entities:
        if entity.label == "PERSON" and named & set(range(entity.first, entity.last)):
            return entity.text
        beside = span.start <= entity.span.start <= span.end + 1
        if entity.label == "PERSON" and beside:
            return entity.text
    return _DASH.split(span.of(syntax.text))[-1]  # without "KYIV, Dec 17 - "


def _is_name(syntax: Syntax, index: int) -> bool:
    """ "its founder, X X": the name put after the office."""
    token = syntax.tokens[index]
    return token.dep == "appos" and token.entity == "PERSON"


def _antecedent(syntax: Syntax, pronoun: Token) -> str:
    """The nearest earlier person ("he") or group or body ("it", "they")."""
    wanted = {"PERSON"} if pronoun.text.lower() in {"he", "she"} else {"ORG", "GPE"}
    earlier = [
        e
        for e in syntax.entities
        if e.label in wanted and e.last <= pronoun.index and _full_name(e.text)
    ]
    return earlier[-1].text if earlier else pronoun.text


def _full_name(text: str) -> bool:
    return text[:1].isupper()


_TRIMMED = {"relcl", "appos", "prep", "punct", "acl", "conj", "cc", "advcl", "advmod"}


def _name_span(syntax: Syntax, head: Token) -> Span:
    """The noun phrase without what is said about it: no relative clauses, no conj."""
    keep = [head.index]
    for index in keep:
        keep.extend(
            c
            for c in syntax.children[index]
            if syntax.tokens[c].dep not in _TRIMMED
            and not (syntax.tokens[c].dep == "det" and index == head.index)
        )
    first, last = min(keep), max(keep)
    return Span(start=syntax.tokens[first].start, end=syntax.tokens[last].end)
