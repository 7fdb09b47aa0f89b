"""Which of the words that may tell of an event do, and of which type."""

from collections.abc import Sequence

from geoevents.assemble.by_rule import RuleReading
from geoevents.assemble.draft import Scene
from geoevents.models.mention import TellingWord, Trigger
from geoevents.models.report import COMMONEST_SUB_TYPE, EventType
from geoevents.weights import Features, Linear

# No event of its own; the label beside the event types.
NO_EVENT = "none"
# A missed event costs a reader more than a doubtful one that shows its sentence.
MISSING_COSTS = 0.7
# How much more the weights must speak for another answer than for the rules' own.
TRUST_IN_RULES = 0.5
# The same where the rules hold a word for a second telling of another's event.
TRUST_IN_FOLDING = 3.0


def find_happenings(
    scene: Scene, ruled: RuleReading, table: Linear
) -> tuple[Trigger, ...]:
    """One trigger for each thing told of, in text order, with its type and mode."""
    subject = table.scores(dict(scene.mentions.subject))
    found = (
        _weighed(scene, ruled, word, table, subject) for word in scene.mentions.telling
    )
    return tuple(trigger for trigger in found if trigger is not None)


def telling_features(ruled: RuleReading, word: TellingWord) -> Features:
    """Features of one word, with what the rules report of it."""
    drafts = ruled.at(word.words)
    types = {draft.trigger.event_type.value for draft in drafts} or {NO_EVENT}
    names = [f"reported by rule={label}" for label in types]
    names += [f"reported by rule={label} {word.role}" for label in types]
    names.append(f"reported by rule={len(drafts) > 0} told={word.told}")
    folded = not ruled.folded.isdisjoint(word.words)
    names += [f"folded by rule={folded}", f"folded by rule={folded} {word.role}"]
    if drafts:
        lead = drafts[0]
        leads = lead.trigger.token == word.token
        names += [
            f"reported by rule with figures={bool(lead.figures)} leads={leads}",
            f"reported by rule placed={lead.place is not None}",
            f"reported by rule dated={lead.time is not None}",
            f"reported by rule status={lead.status.value}",
        ]
    return {**word.features, **dict.fromkeys(names, 1.0)}


def _weighed(
    scene: Scene,
    ruled: RuleReading,
    word: TellingWord,
    table: Linear,
    subject: Sequence[float],
) -> Trigger | None:
    if not ruled.driven_out.isdisjoint(word.words):
        return None  # GOLD.md: "killed 900 and uprooted 40,000" is one toll
    features = telling_features(ruled, word)
    scores = dict(zip(table.labels, table.scores(features, subject), strict=True))
    scores[NO_EVENT] = scores.get(NO_EVENT, 0.0) - MISSING_COSTS
    drafts = ruled.at(word.words)
    said = drafts[0].trigger.event_type.value if drafts else NO_EVENT
    folded = not drafts and not ruled.folded.isdisjoint(word.words)
    trust = TRUST_IN_FOLDING if folded else TRUST_IN_RULES
    scores[said] = scores.get(said, 0.0) + trust
    best = max(sorted(scores), key=lambda label: scores[label])
    if best == NO_EVENT:
        return None
    if best == said:
        return _trigger(scene, word, EventType(best), drafts[0].trigger.reasons)
    why = ", ".join(table.why(features, table.labels.index(best)))
    reasons = (
        f"{best}: {why}" if why else best,
        *word.reasons[1 if word.event_type else 0 :],
    )
    return _trigger(scene, word, EventType(best), reasons)


def _trigger(
    scene: Scene, word: TellingWord, event_type: EventType, reasons: tuple[str, ...]
) -> Trigger:
    syntax = scene.mentions.syntax
    same = word.event_type is event_type
    return Trigger(
        span=word.span,
        text=word.span.of(syntax.text),
        lemma=syntax.tokens[word.token].lemma,
        token=word.token,
        event_type=event_type,
        sub_event_type=word.sub_event_type
        if same
        else _sub_type(scene, word, event_type),
        status=word.status,
        words=word.words,
        reasons=reasons,
    )


def _sub_type(scene: Scene, word: TellingWord, event_type: EventType) -> str:
    """That of a like event in the sentence, else the type's commonest."""
    tokens = scene.mentions.syntax.tokens
    sentence = tokens[word.token].sentence
    near: Sequence[TellingWord] = [
        other
        for other in scene.mentions.telling
        if other.event_type is event_type and tokens[other.token].sentence == sentence
    ]
    return near[0].sub_event_type if near else COMMONEST_SUB_TYPE[event_type]
