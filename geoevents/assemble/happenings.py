"""Which of the words that may tell of an event do, and of which type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geoevents.assemble.by_rule import RuleReading
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.subjects import is_carried_out
from geoevents.models.figure import HARMED
from geoevents.models.mention import TellingWord, Trigger
from geoevents.models.report import COMMONEST_SUB_TYPE, HAPPENED, EventType
from geoevents.models.syntax import Syntax, Token
from geoevents.weights import Features, Linear, softmax

# No event of its own; the label beside the event types.
NO_EVENT = "none"
# How much the meaning of a word weighs beside its features, of 1.
SHARE_OF_MEANING = 0.5
# A missed event costs a reader more than a doubtful one that shows its sentence.
MISSING_COSTS = 0.85
# How much more the weights must speak for another answer than for the rules' own.
TRUST_IN_RULES = 0.7
# The same for another type, of what tells of an event either way.
TRUST_IN_A_TYPE = 0.4
# The same for a toll beside which fighting is named: "fighting left 20 dead".
TRUST_IN_A_BATTLE = 1.0
# The same where the rules hold a word for a second telling of another's event.
TRUST_IN_FOLDING = 1.3
# How much may speak against every word of what the rules report before it is dropped.
TRUST_IN_A_REPORT = 0.5
TRUST_IN_A_TOLL = 1.5
# The same for the only thing that a short text tells of.
TRUST_IN_THE_ONLY, BRIEF_SENTENCES = 4.0, 3
_EVENT = "event"
_BATTLES = EventType.BATTLES.value
_FIGHTING = frozenset({EventType.BATTLES.value, EventType.EXPLOSIONS.value})
_NOTICED = frozenset({"report", "hear", "see", "record", "register", "witness"})
_DEATH, _DYING = "harm", frozenset({"die", "death"})


def find_happenings(
    scene: Scene, ruled: RuleReading, table: Linear
) -> tuple[Trigger, ...]:
    """One trigger for each thing told of, in text order, with its type and mode."""
    subject = table.scores(dict(scene.mentions.subject))
    weighed = [
        _weigh(ruled, word, table, subject)
        for word in scene.mentions.telling
        # GOLD.md: "killed 900 and uprooted 40,000" is one toll
        if ruled.driven_out.isdisjoint(word.words)
    ]
    chosen: dict[int, str] = {}
    for index, each in enumerate(weighed):
        if not each.is_folded:
            _choose(chosen, index, each, TRUST_IN_RULES)
    folded = [index for index, each in enumerate(weighed) if each.is_folded]
    for draft in ruled.drafts:
        own = _telling(weighed, {draft.trigger.token, *draft.trigger.words})
        again = [i for i in folded if not draft.retold_by.isdisjoint(weighed[i].words)]
        is_told = any(index in chosen for index in own)
        for index in again:
            trust = TRUST_IN_FOLDING if is_told else TRUST_IN_RULES
            _choose(chosen, index, weighed[index], trust)
        above = _verb_of(scene, weighed, draft)
        if not any(index in chosen for index in (*own, *again, *above)):
            trust = TRUST_IN_A_TOLL if draft.figures else TRUST_IN_A_REPORT
            _choose_likeliest(chosen, weighed, (*own, *again, *above), trust)
    if not chosen:
        _choose_only(scene, ruled, chosen, weighed)
    return tuple(
        _trigger(scene, weighed[index], label, table)
        for index, label in sorted(chosen.items())
    )


def _choose_only(
    scene: Scene, ruled: RuleReading, chosen: dict[int, str], weighed: list["_Weighed"]
) -> None:
    """Of a text that would tell of nothing the likeliest harm that the rules report.

    Weights are learned from long articles, in which most words tell of no event of
    their own; yet what left people dead or hurt is not passed over, and who hands in a
    sentence or two on somebody's death, or on fighting somewhere, does so for that.
    """
    is_brief = len(scene.mentions.syntax.sentences) <= BRIEF_SENTENCES
    figures = scene.mentions.figures
    group = []
    for draft in ruled.drafts:
        own = _telling(weighed, {draft.trigger.token, *draft.trigger.words})
        if is_brief and own and _is_what_goes_on(scene, draft, weighed[own[0]]):
            chosen[own[0]] = weighed[own[0]].said
        elif is_brief and _is_deed_told(scene, draft):
            _choose_likeliest(chosen, weighed, own, TRUST_IN_THE_ONLY)
        is_counted = any(figures[i].kind in HARMED for i in draft.figures)
        if is_counted or (
            is_brief and any(_is_killing(scene, weighed[i]) for i in own)
        ):
            group += own
    if not chosen:
        _choose_likeliest(chosen, weighed, group, TRUST_IN_THE_ONLY)


def _is_what_goes_on(scene: Scene, draft: Draft, each: "_Weighed") -> bool:
    """ "Fighting raged around X", "Clashes were reported in Y": the sentence is about it.

    A word for fighting or fire, at a place, that is its subject; "attack" and "strike"
    may be of other kinds.
    """
    if each.word.role != _EVENT or each.said not in _FIGHTING:
        return False
    if draft.place is None or draft.status not in HAPPENED:
        return False
    syntax = scene.mentions.syntax
    word = syntax.tokens[draft.trigger.token]
    verb = syntax.tokens[word.head]  # "there is fighting": the word itself
    if verb.dep != "ROOT":
        return False
    if word.dep == "nsubjpass":
        return verb.index in scene.saying or verb.lemma in _NOTICED
    return word.dep == "nsubj" or _opens_with_there(syntax, verb)


def _is_deed_told(scene: Scene, draft: Draft) -> bool:
    """ "Rebels staged an attack on X": it says who did it, and where."""
    if draft.place is None:
        return False
    syntax = scene.mentions.syntax
    return any(is_carried_out(syntax, syntax.tokens[i]) for i in draft.words)


def _opens_with_there(syntax: Syntax, verb: Token) -> bool:
    """Also where the parse hangs "there" on "is", and that on another verb."""
    verbs = (verb.index, *syntax.children[verb.index])
    return any(
        syntax.tokens[c].dep == "expl" for v in verbs for c in syntax.children[v]
    )


def _is_killing(scene: Scene, each: "_Weighed") -> bool:
    """Somebody was killed or hurt; to have died is no event but by arms."""
    lemma = scene.mentions.syntax.tokens[each.word.token].lemma
    is_by_arms = each.said in _FIGHTING
    return each.word.role == _DEATH and (lemma not in _DYING or is_by_arms)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A word with how much speaks for each type, and what the rules say of it."""

    word: TellingWord
    features: Features
    scores: Mapping[str, float]
    said: str
    is_folded: bool
    reasons: tuple[str, ...]  # the rules'

    @property
    def words(self) -> tuple[int, ...]:
        return self.word.words


def _weigh(
    ruled: RuleReading, word: TellingWord, table: Linear, subject: Sequence[float]
) -> _Weighed:
    features = telling_features(ruled, word)
    scores = dict(zip(table.labels, table.scores(features, subject), strict=True))
    # Where no meaning was weighed the rest has half its say, and rules more than that.
    scores = {
        label: (1 - SHARE_OF_MEANING) * score
        + SHARE_OF_MEANING * word.meant.get(label, 0.0)
        for label, score in scores.items()
    }
    scores[NO_EVENT] = scores.get(NO_EVENT, 0.0) - MISSING_COSTS
    drafts = ruled.at(word.words)
    return _Weighed(
        word,
        features,
        scores,
        said=drafts[0].trigger.event_type.value if drafts else NO_EVENT,
        is_folded=not drafts and not ruled.folded.isdisjoint(word.words),
        reasons=drafts[0].trigger.reasons if drafts else (),
    )


def _telling(weighed: Sequence[_Weighed], words: set[int]) -> list[int]:
    return [i for i, each in enumerate(weighed) if not words.isdisjoint(each.words)]


def _verb_of(scene: Scene, weighed: Sequence[_Weighed], draft: Draft) -> list[int]:
    """ "Twenty bodies were pulled from the mud": the verb tells what its noun counts."""
    token = scene.mentions.syntax.tokens[draft.trigger.token]
    is_object = token.pos == "NOUN" and token.dep in {"nsubjpass", "dobj"}
    return _telling(weighed, {token.head}) if is_object and draft.figures else []


def _choose(chosen: dict[int, str], index: int, each: _Weighed, trust: float) -> None:
    """The likeliest type, where the word tells of an event at all."""
    scores = {**each.scores, each.said: each.scores.get(each.said, 0.0) + trust}
    best = max(sorted(scores), key=lambda label: scores[label])
    if best != NO_EVENT:
        chosen[index] = _type_of(each, trust)


def _type_of(each: _Weighed, trust: float) -> str:
    """The likeliest type, the rules' own where that is nearly as likely."""
    scores = dict(each.scores)
    if each.said != NO_EVENT:
        is_named = each.said == _BATTLES and _is_named_beside(each)
        trust += TRUST_IN_A_BATTLE if is_named else TRUST_IN_A_TYPE
        scores[each.said] = scores.get(each.said, 0.0) + trust
    return max(sorted(scores.keys() - {NO_EVENT}), key=scores.__getitem__)


def _is_named_beside(each: _Weighed) -> bool:
    """What harmed is told by a word of its own, and not by the rest of the article."""
    return each.word.role == _DEATH and any("' evokes " in why for why in each.reasons)


def _choose_likeliest(
    chosen: dict[int, str],
    weighed: Sequence[_Weighed],
    group: Sequence[int],
    trust: float,
) -> None:
    """What the rules report is told by one word at least, unless all speaks against it.

    Weighed one by one, words that tell the same thing take each other's part.
    """
    options = [
        (score - weighed[index].scores[NO_EVENT], -index)
        for index in group
        for label, score in weighed[index].scores.items()
        if label != NO_EVENT
    ]
    if not options:
        return
    margin, index = max(options)
    if margin > -trust:
        chosen[-index] = _type_of(weighed[-index], 0.0)


def telling_features(ruled: RuleReading, word: TellingWord) -> Features:
    """Features of one word, with what the rules report of it."""
    drafts = ruled.at(word.words)
    types = sorted({draft.trigger.event_type.value for draft in drafts}) or [NO_EVENT]
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


def _trigger(scene: Scene, each: _Weighed, label: str, table: Linear) -> Trigger:
    syntax, word, event_type = scene.mentions.syntax, each.word, EventType(label)
    reasons = each.reasons
    if label != each.said:
        why = list(table.why(each.features, table.labels.index(label)))
        if word.meant and label == max(word.meant, key=word.meant.__getitem__):
            why.append("the meaning of its words")
        told = word.reasons[1 if word.event_type else 0 :]
        reasons = (f"{label}: {', '.join(why)}" if why else label, *told)
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
        chance=_chance(each),
        reasons=reasons,
    )


def _chance(each: _Weighed) -> float:
    """That the word tells of an event at all, of whichever type."""
    shares = softmax(list(each.scores.values()))
    return 1 - dict(zip(each.scores, shares, strict=True))[NO_EVENT]


def _sub_type(scene: Scene, word: TellingWord, event_type: EventType) -> str:
    """That of a like event in the sentence, else of the weapon or disaster in it."""
    tokens = scene.mentions.syntax.tokens
    sentence = tokens[word.token].sentence
    near: Sequence[TellingWord] = [
        other
        for other in scene.mentions.telling
        if other.event_type is event_type and tokens[other.token].sentence == sentence
    ]
    if near:
        return near[0].sub_event_type
    return word.sub_types.get(event_type.value, COMMONEST_SUB_TYPE[event_type])
