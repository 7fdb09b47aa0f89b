"""What speaks for a report being plainly stated, claimed, disputed or denied."""

from collections.abc import Sequence

from geoevents.assemble.draft import Draft
from geoevents.assemble.standing import Standing, capped
from geoevents.models.mention import SourceMention
from geoevents.weights import Features

_CONTENT = frozenset({"VERB", "ADV", "ADJ"})
_RIVAL_SENTENCES = 3


def claim_features(standing: Standing, draft: Draft) -> Features:
    """Features of one draft that knows its speakers, among the others of its article."""
    names = [
        "always",
        *_rules(draft),
        *_ruled(standing, draft),
        *_speakers(standing, draft),
    ]
    names += _around(standing, draft)
    names += _rivals(standing, draft)
    return dict.fromkeys(names, 1.0)


def _ruled(standing: Standing, draft: Draft) -> list[str]:
    """What the rules made of the same words in the end."""
    said = {r.claim_status.value for r in standing.ruled.of(draft)} or {"-"}
    return [f"reported by rule={label}" for label in said]


def _rules(draft: Draft) -> list[str]:
    rule = draft.claim_status.value
    return [
        f"by rule={rule}",
        f"by rule={rule} {draft.trigger.status.value}",
        f"speakers={capped(len(draft.attribution), 2)}",
        f"deniers={bool(draft.deniers)}",
        f"type={draft.trigger.event_type.value}",
        f"status={draft.trigger.status.value}",
        f"first={draft.sentence == 0}",
        f"figures={bool(draft.figures)}",
        f"figures={bool(draft.figures)} {rule}",
    ]


def _speakers(standing: Standing, draft: Draft) -> list[str]:
    """Who says it, with which verb, and whether they are a party to it."""
    syntax = standing.scene.mentions.syntax
    names = []
    for source in covering(standing, draft):
        names.append(f"manner={source.manner}")
        verb = syntax.head_of(source.verb) if source.verb else None
        if verb is not None:
            names += [f"verb={verb.lemma}", f"verb kin={verb.kin}"]
        speaker = syntax.head_of(source.span)
        if speaker is not None:
            names += [f"speaker={speaker.lemma}", f"speaker kin={speaker.kin}"]
        names.append(f"speaker is a party={source.name in draft.actors}")
    return names or ["nobody says it"]


def covering(standing: Standing, draft: Draft) -> list[SourceMention]:
    """The speakers in whose words the draft's trigger stands."""
    span = draft.trigger.span
    return [
        source
        for source in standing.scene.mentions.sources
        if source.scope.contains(span)
        and not source.span.overlaps(span)
        and not (source.verb is not None and source.verb.overlaps(span))
    ]


def _around(standing: Standing, draft: Draft) -> list[str]:
    """Words of doubt and denial in its sentence and the next."""
    syntax = standing.scene.mentions.syntax
    names = []
    for step, where in ((0, "here"), (1, "next"), (-1, "before")):
        number = draft.sentence + step
        if not 0 <= number < len(syntax.sentences):
            continue
        sentence = syntax.sentences[number]
        names += [
            f"{where}={token.lemma}"
            for token in syntax.tokens[sentence.first : sentence.last]
            if token.pos in _CONTENT or token.dep == "neg"
        ]
        manners = {
            source.manner
            for source in standing.scene.mentions.sources
            if source.verb is not None and sentence.span.overlaps(source.verb)
        }
        names += [f"{where} someone would {manner}" for manner in manners - {"say"}]
        if not manners:
            names.append(f"{where} nobody speaks")
    return names


def _rivals(standing: Standing, draft: Draft) -> list[str]:
    """Others who count the same thing, or tell of the same, with other speakers."""
    near = [
        other
        for other in standing.drafts
        if other is not draft
        and abs(other.sentence - draft.sentence) <= _RIVAL_SENTENCES
        and other.trigger.event_type is draft.trigger.event_type
    ]
    others = [
        o for o in near if o.attribution and not {*o.attribution} & {*draft.attribution}
    ]
    kinds = _kinds(standing, [draft])
    rival_kinds = _kinds(standing, others) & kinds
    alone = not others
    spoken = bool(draft.attribution)
    names = [
        f"others speak of the like={not alone} {spoken}",
        f"others count the same={bool(rival_kinds)} {spoken}",
        f"another is denied={any(o.deniers for o in near)}",
    ]
    same_place = any(o.place == draft.place for o in others)
    names.append(f"others speak of the place={same_place} {spoken}")
    return names


def _kinds(standing: Standing, drafts: Sequence[Draft]) -> set[str]:
    figures = standing.scene.mentions.figures
    return {figures[i].kind.value for draft in drafts for i in draft.figures}
