"""What speaks for a number counting this or that: the rules' word, noun, verb, neighbours."""

from collections.abc import Sequence

from geoevents.extract.figure_lexicon import (
    adjective_kind,
    is_measure,
    is_person,
    is_uncounted,
    noun_kind,
    verb_kind,
)
from geoevents.extract.figure_nouns import Counted
from geoevents.extract.figure_numbers import Number
from geoevents.extract.figure_verdict import Verdict
from geoevents.models.mention import FigureMention
from geoevents.models.syntax import Syntax, Token
from geoevents.weights import Features

# No number counts anything; the label beside the kinds.
NO_FIGURE = "none"
_WORDS_AFTER = 3
_HIGHEST = 3


def figure_features(
    syntax: Syntax,
    number: Number,
    counted: Counted,
    verdict: Verdict | None,
    found: Sequence[FigureMention],
) -> Features:
    """Features of one number; ``found`` are the rules' figures before it."""
    rule = verdict.kind.value if verdict is not None else NO_FIGURE
    names = [
        "always",
        f"by rule={rule}",
        f"modifier={number.mod.value if number.mod else '-'}",
        f"digits={len(str(number.value or number.low or 0))}",
        f"tag={counted.number.entity}",
    ]
    if verdict is not None:
        names.append(f"by rule={rule} {'word' if verdict.by else 'carried'}")
    if number.word in {"vague", "range"} or number.value is None:
        names.append("vague")
    if counted.partitive:
        names.append("a part of")
    if counted.whole:
        names.append("the whole of a part")
    names += _noun(counted.noun, rule)
    names += _verbs(syntax, counted, rule)
    names += _words(syntax, counted)
    names += _before(syntax, counted, found)
    return dict.fromkeys(names, 1.0)


def _noun(noun: Token | None, rule: str) -> list[str]:
    if noun is None:
        return ["no noun", f"no noun {rule}"]
    own = noun_kind(noun)
    names = [
        f"noun={noun.lemma}",
        f"noun kin={noun.kin}",
        f"noun kin={noun.kin} {rule}",
        f"noun kind={own.value if own else '-'}",
        f"noun tag={noun.tag} {noun.entity}",
    ]
    if is_person(noun):
        names.append("people")
    if is_uncounted(noun):
        names.append("uncounted")
    return names


def _verbs(syntax: Syntax, counted: Counted, rule: str) -> list[str]:
    """What it hangs on, up to the clause's verb, and what is said of it below."""
    node = counted.node
    is_human = counted.noun is None or is_person(counted.noun)
    names = [f"hangs as={node.dep}", f"hangs as={node.dep} {rule}"]
    for step, above in enumerate(syntax.ancestors(node.index)[:_HIGHEST]):
        names += [
            f"above {step}={above.lemma} {node.dep}",
            f"above {step} kin={above.kin} {node.dep}",
            f"above kin={above.kin} people={is_human}",
        ]
        if is_measure(above):
            names.append("a measure above")
        if above.pos in {"VERB", "AUX"}:
            names += _verb(syntax, above, node, is_human)
            break
        node = above
    for child in syntax.children[counted.node.index]:
        below = syntax.tokens[child]
        if below.dep in {"acl", "relcl"}:
            names += [
                f"who={below.lemma}",
                f"who kin={below.kin}",
                f"who tag={below.tag}",
            ]
        elif below.dep in {"amod", "compound"} and child < counted.node.index:
            kind = adjective_kind(below.text)
            names.append(f"described={kind.value if kind else below.kin}")
    return names


def _verb(syntax: Syntax, verb: Token, node: Token, is_human: bool) -> list[str]:  # noqa: FBT001 - one of three facts
    below = [syntax.tokens[c] for c in syntax.children[verb.index]]
    passive = any(t.dep in {"auxpass", "nsubjpass"} for t in below)
    role = "object" if node.dep in {"dobj", "nsubjpass"} or passive else "subject"
    kind = verb_kind(verb.lemma, role)
    names = [
        f"verb={verb.lemma} {role}",
        f"verb kin={verb.kin} {role} people={is_human}",
        f"verb kind={kind.value if kind else '-'} {role}",
        f"passive={passive} {node.dep}",
    ]
    names += [f"beside={t.lemma} {t.dep}" for t in below if t.dep in {"prt", "acomp"}]
    names += [
        f"with={t.lemma} kin={syntax.tokens[syntax.children[t.index][0]].kin}"
        for t in below
        if t.dep == "prep" and syntax.children[t.index]
    ]
    return names


def _words(syntax: Syntax, counted: Counted) -> list[str]:
    """The words right before and after the counted phrase."""
    tokens, sentence = syntax.tokens, counted.number.sentence
    names = []
    before = counted.first - 1
    if before >= 0 and tokens[before].sentence == sentence:
        names.append(f"before={tokens[before].text.lower()}")
    for step in range(_WORDS_AFTER):
        at = counted.after + step
        if at >= len(tokens) or tokens[at].sentence != sentence:
            names.append(f"ends after={step}")
            break
        kind = adjective_kind(tokens[at].text)
        names += [f"after {step}={tokens[at].lemma}", f"after kin={tokens[at].kin}"]
        if kind is not None:
            names.append(f"after kind={kind.value}")
    return names


def _before(
    syntax: Syntax, counted: Counted, found: Sequence[FigureMention]
) -> list[str]:
    """The figure before it, as the rules read that."""
    if not found:
        return ["first figure"]
    last = found[-1]
    sentence = syntax.sentence_at(last.span.start)
    apart = counted.number.sentence - (sentence.index if sentence else 0)
    names = [f"figure before={last.kind.value} {min(apart, 2)}"]
    if counted.noun is None:
        names.append(f"figure before={last.kind.value} {min(apart, 2)} no noun")
    if apart == 0:
        gap = syntax.text[last.span.end : counted.number.start]
        if len(gap) < 24:  # noqa: PLR2004 - " people and wounding"
            names.append(f"between={' '.join(gap.lower().split())}")
    return names
