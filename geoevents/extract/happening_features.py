"""What speaks for a word telling of an event, and of which type."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from geoevents.extract.happening_candidates import Candidate, Candidates
from geoevents.extract.sources import is_saying
from geoevents.extract.subject_features import sentence_subject
from geoevents.extract.trigger_lexicon import TriggerLexicon, trigger_lexicon
from geoevents.extract.trigger_types import sub_types_in
from geoevents.models.mention import (
    ActorMention,
    FigureMention,
    SourceMention,
    Timex,
    Toponym,
)
from geoevents.models.parse_paths import Paths
from geoevents.models.syntax import Syntax, Token
from geoevents.weights import Features

_ARGUMENTS = frozenset({
    "nsubj", "nsubjpass", "dobj", "agent", "prep", "prt", "acomp", "xcomp", "attr",
    "det", "poss", "amod", "compound",
})  # fmt: skip
_TELLING = frozenset({"nsubj", "nsubjpass", "dobj", "acomp", "prt", "attr"})
_NEAR_EDGES = 3


@dataclass(slots=True)
class Sights:
    """What one sentence holds, by what is asked of it."""

    candidates: list[int] = field(default_factory=list)
    figures: list[FigureMention] = field(default_factory=list)
    places: list[tuple[Toponym, int]] = field(default_factory=list)  # and its head
    times: list[int] = field(default_factory=list)  # heads
    actors: list[ActorMention] = field(default_factory=list)
    sources: list[SourceMention] = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)  # classes of its words
    subject: Features = field(default_factory=dict)
    sub_types: dict[str, str] = field(default_factory=dict)  # by its weapons


@dataclass(frozen=True, slots=True)
class HappeningScene:
    """One article with all that was found in it before its events."""

    syntax: Syntax
    paths: Paths
    candidates: Candidates
    sights: dict[int, Sights]  # by sentence
    lexicon: TriggerLexicon


def happening_scene(
    syntax: Syntax,
    candidates: Candidates,
    *,
    toponyms: Sequence[Toponym],
    timexes: Sequence[Timex],
    figures: Sequence[FigureMention],
    actors: Sequence[ActorMention],
    sources: Sequence[SourceMention],
) -> HappeningScene:
    """Everything sorted by sentence, so that no feature looks through the article."""
    sights: dict[int, Sights] = defaultdict(Sights)
    lexicon = trigger_lexicon()
    for index, candidate in enumerate(candidates.every):
        sights[candidate.sentence].candidates.append(index)
    for figure in figures:
        sights[_sentence(syntax, figure.span.start)].figures.append(figure)
    for toponym in toponyms:
        head = syntax.head_of(toponym.span)
        if head is not None:
            sights[head.sentence].places.append((toponym, head.index))
    for timex in timexes:
        head = syntax.head_of(timex.span)
        if head is not None:
            sights[head.sentence].times.append(head.index)
    for actor in actors:
        sights[syntax.tokens[actor.head].sentence].actors.append(actor)
    for source in sources:
        sights[_sentence(syntax, source.scope.start)].sources.append(source)
    for sentence in {candidate.sentence for candidate in candidates.every}:
        sights[sentence].words = _classes(syntax, sentence, lexicon)
        sights[sentence].subject = sentence_subject(syntax, sentence)
        first, last = syntax.sentences[sentence].first, syntax.sentences[sentence].last
        tokens = syntax.tokens[first:last]
        sights[sentence].sub_types = sub_types_in(tokens, lexicon)
    return HappeningScene(syntax, Paths(syntax), candidates, dict(sights), lexicon)


def _sentence(syntax: Syntax, offset: int) -> int:
    sentence = syntax.sentence_at(offset)
    return sentence.index if sentence else 0


def _classes(syntax: Syntax, sentence: int, lexicon: TriggerLexicon) -> Counter[str]:
    """How many soldiers, civilians, crowds and weapons a sentence names."""
    found: Counter[str] = Counter()
    first, last = syntax.sentences[sentence].first, syntax.sentences[sentence].last
    for token in syntax.tokens[first:last]:
        if token.lemma in lexicon.causes:
            found[f"cause {lexicon.causes[token.lemma].value}"] += 1
        if token.lemma in lexicon.soldiers:
            found["soldiers"] += 1
        if token.lemma in lexicon.civilians:
            found["civilians"] += 1
        if token.lemma in lexicon.crowds:
            found["crowds"] += 1
    return found


def happening_features(scene: HappeningScene, index: int) -> Features:
    """Features of one candidate of an article."""
    candidate = scene.candidates.every[index]
    sights = scene.sights[candidate.sentence]
    features: Features = dict.fromkeys(_word(scene, candidate), 1.0)
    for part in (
        _arguments(scene, candidate),
        _mates(scene, candidate, sights, index),
        _figures(scene, candidate, sights),
        _surroundings(scene, candidate, sights),
    ):
        for name in part:
            features[name] = features.get(name, 0.0) + 1.0
    for name in _company(scene, candidate, sights, index):
        features[name] = features.get(name, 0.0) + 0.5
    for name, count in sights.words.items():
        features[f"sentence has {name}"] = float(min(count, 2))
    features.update(sights.subject)
    return features


def _rule(candidate: Candidate) -> str:
    return candidate.kind.event_type.value if candidate.kind else "none"


def _word(scene: HappeningScene, candidate: Candidate) -> list[str]:
    token, role, rule = candidate.token, candidate.role, _rule(candidate)
    above = scene.syntax.tokens[token.head]
    names = [
        "always",
        f"word={token.lemma}",
        f"kin={token.pos} {token.kin}",
        f"tag={token.tag}",
        f"as={token.dep}",
        f"as={token.pos} {token.dep}",
        f"role={role}",
        f"role={role} {token.pos}",
        f"role={role} {token.dep}",
        f"role={role} {token.lemma}",
        f"by rule={rule}",
        f"by rule={rule} {role}",
        f"by rule={rule} {token.lemma}",
        f"told={candidate.told}",
        f"told={candidate.told} {token.pos} {token.dep}",
        f"status={candidate.status.value}",
        f"under={above.lemma}",
        f"under kin={above.kin}",
        f"under={token.dep} {above.pos}",
        f"sentence={min(candidate.sentence, 3)}",
    ]
    if candidate.kind is not None:
        names.append(f"by rule sub-type={candidate.kind.sub_event_type}")
    if is_saying(token):
        names.append("reports words")
    if is_saying(above):
        names += ["under words", f"under words {token.dep}"]
    if scene.candidates.main is not None:
        main = scene.candidates.main.event_type.value
        names += [f"main type={main}", f"main type agrees={main == rule}"]
    return names


def _arguments(scene: HappeningScene, candidate: Candidate) -> list[str]:
    """Subject, object, particles and prepositions, by word and by class."""
    syntax, names = scene.syntax, []
    told: dict[str, str] = {}
    for index in syntax.children[candidate.token.index]:
        below = syntax.tokens[index]
        if below.dep not in _ARGUMENTS:
            continue
        names.append(f"has {below.dep}")
        if below.dep in _TELLING:
            kind = _class_of(scene.lexicon, below)
            told[below.dep.removesuffix("pass")] = kind
            names += [f"{below.dep} kin={below.kin}", f"{below.dep} is={kind}"]
        elif below.dep == "det":
            names.append(f"article={below.text.lower()}")
        elif below.dep == "prep":
            names.append(f"with={below.lemma}")
            names += [
                f"with={syntax.tokens[i].entity or '-'}"
                for i in syntax.children[below.index]
            ]
    subject, thing = told.get("nsubj", "-"), told.get("dobj", "-")
    kin = candidate.token.kin
    names += [
        f"who and kin={subject} {kin}",
        f"kin and whom={kin} {thing}",
        f"who and whom={subject} {thing}",
    ]
    return names


def _class_of(lexicon: TriggerLexicon, token: Token) -> str:
    for name, words in (
        ("soldiers", lexicon.soldiers),
        ("civilians", lexicon.civilians),
        ("crowds", lexicon.crowds),
        ("causes", lexicon.causes),
        ("targets", lexicon.targets),
    ):
        if token.lemma in words:
            return name
    return token.entity or token.pos


def _mates(
    scene: HappeningScene, candidate: Candidate, sights: Sights, index: int
) -> list[str]:
    """The nearest other event the rules see in the sentence, and how it stands."""
    every = scene.candidates.every
    told = [i for i in sights.candidates if i != index and every[i].told]
    names = [f"told beside={min(len(told), 4)}"]
    if not told:
        return [*names, "alone", f"alone {candidate.role}"]
    paths = scene.paths
    apart, nearest = min(
        (min(paths.nearest(w, every[i].words) for w in candidate.words), i)
        for i in told
    )
    other = every[nearest]
    same = _rule(other) == _rule(candidate)
    if other.token.index in paths.up(candidate.token.index):
        stands = "under it"
    elif candidate.token.index in paths.up(other.token.index):
        stands = "over it"
    else:
        stands = "beside it"
    return [
        *names,
        f"mate same type={same}",
        f"mate={other.role}",
        f"mate={other.role} {candidate.role}",
        f"stands {stands}",
        f"stands {stands} {same} {candidate.role}",
        f"mate edges={min(apart, 6)}",
    ]


def _figures(scene: HappeningScene, candidate: Candidate, sights: Sights) -> list[str]:
    names = [f"figures in sentence={min(len(sights.figures), 3)}"]
    words = set(candidate.words)
    every = scene.candidates.every
    owned = {w for i in sights.candidates for w in every[i].words} - words
    has_own = False
    for figure in sights.figures:
        points = {figure.governor, figure.head} - {None}
        kind = figure.kind.value
        if points & words:
            has_own = True
            names += [f"counts={kind}", f"counts scope={figure.scope.value}"]
            whose = "own"
        else:
            whose = "other's" if points & owned else "free"
        names.append(f"figure={kind} {whose}")
        anchor = figure.head if figure.head is not None else candidate.token.index
        edges = scene.paths.nearest(anchor, candidate.words)
        names.append(f"figure={kind} edges={min(edges, 5)}")
    if has_own:
        names.append("has a figure")
    elif sights.figures:
        names.append("figures are others'")
    return names


def _surroundings(
    scene: HappeningScene, candidate: Candidate, sights: Sights
) -> list[str]:
    """Places, times, actors and speakers in the sentence, by how near they are."""
    paths, words = scene.paths, candidate.words
    names = [f"times={min(len(sights.times), 2)}"]
    names += sorted({f"place in sentence={t.role.value}" for t, _ in sights.places})
    if not sights.places:
        names.append("no place in sentence")
    else:
        edges, role = min(
            (paths.nearest(head, words), toponym.role.value)
            for toponym, head in sights.places
        )
        names.append(f"nearest place={role} {min(edges, 5)}")
    if any(paths.nearest(head, words) <= _NEAR_EDGES for head in sights.times):
        names.append("time near")
    near = [a for a in sights.actors if paths.nearest(a.head, words) <= _NEAR_EDGES]
    if near:
        names.append("actor near")
        names += [f"actor={actor.kind}" for actor in near]
    span = candidate.span
    if any(s.scope.contains(span) for s in sights.sources):
        names.append("in what is said")
    if any(s.verb is not None and s.verb.overlaps(span) for s in sights.sources):
        names.append("is the verb of a speaker")
    return names


def _company(
    scene: HappeningScene, candidate: Candidate, sights: Sights, index: int
) -> list[str]:
    """Types the rules give in this sentence and the ones around it."""
    every = scene.candidates.every
    names = [
        f"beside type={_rule(every[i])}"
        for i in sights.candidates
        if i != index and every[i].told
    ]
    for step in (-2, -1, 1):
        there = scene.sights.get(candidate.sentence + step)
        told = [i for i in there.candidates if every[i].told] if there else []
        names += [f"type at {step:+}={_rule(every[i])}" for i in told[:3]]
        if not told:
            names.append(f"type at {step:+}=none")
    return names
