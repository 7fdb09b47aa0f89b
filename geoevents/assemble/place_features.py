"""What speaks for an event having happened at a named place, or at none that is named."""

from collections.abc import Sequence
from datetime import timedelta

from geoevents.assemble.anaphora import pointed_place, points_back
from geoevents.assemble.draft import Draft
from geoevents.assemble.elsewhere import is_elsewhere, is_told_elsewhere
from geoevents.assemble.own_places import own_options
from geoevents.assemble.pair_meanings import Pair
from geoevents.assemble.standing import HERE, Standing, capped, family
from geoevents.models.place import PlaceRole
from geoevents.models.report import NOT_YET
from geoevents.weights import Features

# Names are believed over so many sentences, and no more of them are looked at.
SENTENCES_BACK, SENTENCES_ON = 12, 1
MOST_OPTIONS = 40
_NEAR_CHARACTERS = 14
_LONG_AGO = timedelta(days=300)


def place_options(standing: Standing, draft: Draft) -> list[int | None]:
    """None, then the toponyms around the draft, nearest sentences first.

    The place the rules say is among them wherever it stands. What is only planned or
    feared is nowhere yet but where its own sentence says; and no other sentence puts it
    where the article only was written or somebody only spoke.
    """
    found: list[int] = []
    first, last = draft.sentence - SENTENCES_BACK, draft.sentence + SENTENCES_ON
    is_background = _is_background(standing, draft)
    if draft.trigger.status in NOT_YET or is_background:
        first = last = draft.sentence
    around = sorted(
        range(max(first, 0), last + 1), key=lambda s: (abs(s - draft.sentence), s)
    )
    for sentence in around:
        found += [
            toponym
            for toponym in standing.toponyms.get(sentence, ())
            if not is_elsewhere(standing, draft, toponym)
            and (
                sentence == draft.sentence
                or standing.key(toponym) not in standing.only_said
            )
        ]
        if len(found) >= MOST_OPTIONS:
            break
    found = found[:MOST_OPTIONS]
    for ruled in () if is_background else standing.ruled.of(draft):
        place = ruled.place
        if place is None or place in found or is_told_elsewhere(standing, draft, place):
            continue
        found.append(place)
    return own_options(standing, draft, [None, *found])


def _is_background(standing: Standing, draft: Draft) -> bool:
    """ "In 1988 the army killed 3,000": told of the past, and nothing says "there".

    What an article says of years ago it seldom says of where it is itself.
    """
    published = standing.scene.article.published
    timexes = standing.scene.mentions.timexes
    told = [
        dates
        for index in standing.timexes.get(draft.sentence, ())
        if (dates := timexes[index].dates) is not None
    ]
    if published is None or not told:
        return False
    is_old = all(published - dates.end > _LONG_AGO for dates in told)
    return is_old and not points_back(standing.scene, draft)


def place_pairs(
    standing: Standing, draft: Draft, options: Sequence[int | None]
) -> list[Pair]:
    """The event's word with the head of each option's name."""
    return [
        (draft.trigger.token, None if o is None else standing.heads[o]) for o in options
    ]


def is_place_by_rule(standing: Standing, draft: Draft, option: int | None) -> bool:
    """The rules put the draft there; of None: they know the draft and place it nowhere."""
    ruled = standing.ruled.of(draft)
    places = {r.place for r in ruled if r.place is not None}
    if option is None:
        return bool(ruled) and not places
    keys = {standing.key(place) for place in places}
    return standing.key(option) in keys


def place_features(
    standing: Standing, draft: Draft, option: int | None, told: Sequence[str]
) -> Features:
    """Features of one option; ``told`` are the places of the events before, in order."""
    here = [
        i
        for i in standing.toponyms.get(draft.sentence, ())
        if standing.scene.mentions.toponyms[i].role in HERE
    ]
    said = is_place_by_rule(standing, draft, option)
    ruled = bool(standing.ruled.of(draft))
    if option is None:
        names = [f"nowhere by rule={said} {ruled}"]
        names += _nowhere(standing, draft, here, told)
        return dict.fromkeys(names, 1.0)
    names = _itself(standing, draft, option)
    names += [
        f"by rule={said} {ruled}",
        f"by rule={said} {ruled} {standing.sentences[option] == draft.sentence}",
        f"by rule={said} {ruled} {family(draft)}",
    ]
    if standing.sentences[option] == draft.sentence:
        names += _in_sentence(standing, draft, option, here)
    else:
        names += _elsewhere(standing, draft, option, here)
    names += _discourse(standing, draft, option, told)
    return dict.fromkeys(names, 1.0)


def _nowhere(
    standing: Standing, draft: Draft, here: Sequence[int], told: Sequence[str]
) -> list[str]:
    kin, lasts = family(draft), standing.lasts(draft)
    token = standing.scene.mentions.syntax.tokens[draft.trigger.token]
    count = len(standing.toponyms.get(draft.sentence, ()))
    names = [
        "nowhere",
        f"nowhere family={kin}",
        f"nowhere type={draft.trigger.event_type.value}",
        f"nowhere places here={capped(len(here), 2)}",
        f"nowhere places here={capped(len(here), 2)} {kin}",
        f"nowhere places={capped(count, 2)}",
        f"nowhere lasts={lasts} {kin}",
        f"nowhere status={draft.trigger.status.value}",
        f"nowhere told={capped(len(set(told)), 3)}",
        f"nowhere word={token.lemma}",
        f"nowhere kin={token.kin}",
        f"nowhere first={draft.sentence == 0}",
    ]
    figures = standing.scene.mentions.figures
    names += [f"nowhere counts={figures[i].kind.value}" for i in draft.figures]
    if pointed_place(standing.scene, draft) is not None:
        names.append("nowhere though pointed")
    return names


def _itself(standing: Standing, draft: Draft, option: int) -> list[str]:
    """What the place is and does in its own sentence."""
    toponym = standing.scene.mentions.toponyms[option]
    role, kind, kin = toponym.role.value, standing.kind(option), family(draft)
    token = standing.scene.mentions.syntax.tokens[draft.trigger.token]
    apart = standing.sentences[option] - draft.sentence
    names = [
        f"role={role}",
        f"role={role} {kin}",
        f"kind={kind}",
        f"kind={kind} {kin}",
        f"kind={kind} lasts={standing.lasts(draft)}",
        f"sentences={capped(apart, 6)}",
        f"sentences={capped(apart, 4)} {role}",
        f"word={token.lemma} {role}",
        f"kin={token.kin} {role}",
    ]
    if option in standing.holders:
        names.append("holds another")
    if toponym.container is not None:
        names.append("lies in another")
    if toponym.relation is not None:
        names.append(f"relation={toponym.relation.kind}")
    if toponym.hint is not None:
        names.append(f"hint={toponym.hint.value}")
    return names


def _in_sentence(
    standing: Standing, draft: Draft, option: int, here: Sequence[int]
) -> list[str]:
    """How it hangs on the event's words, and whether others hang nearer."""
    scene, paths = standing.scene, standing.paths
    toponym, head = scene.mentions.toponyms[option], standing.heads[option]
    role = toponym.role.value
    after = toponym.span.start > draft.trigger.span.start
    names = ["in the sentence", "after the word" if after else "before the word"]
    if head is None:
        return names
    words = draft.words
    edges = paths.nearest(head, words)
    clauses = min(paths.clauses(head, word) for word in words)
    way = paths.told(head, draft.trigger.token)
    names += [
        f"edges={capped(edges, 9)}",
        f"edges={capped(edges, 6)} {role}",
        f"clauses={capped(clauses, 4)}",
        f"clauses={capped(clauses, 3)} {role}",
        f"way={way}",
        f"way={way} {role}",
    ]
    names += _preposition(standing, draft, head, role)
    nearest = min(
        (paths.nearest(h, words) for i in here if (h := standing.heads[i]) is not None),
        default=99,
    )
    names.append("nearest place" if edges <= nearest else "others are nearer")
    rivals = [
        min(paths.edges(head, word) for word in other.words)
        for i in standing.by_sentence[draft.sentence]
        if (other := standing.drafts[i]) is not draft
        and other.trigger.span != draft.trigger.span
    ]
    if rivals:
        closer = min(rivals)
        names.append(
            "nearer another event"
            if closer < edges
            else "as near another"
            if closer == edges
            else "nearest event"
        )
    return names


def _preposition(standing: Standing, draft: Draft, head: int, role: str) -> list[str]:
    """The word that links it, and what that hangs on."""
    tokens = standing.scene.mentions.syntax.tokens
    above = tokens[tokens[head].head]
    if above.pos != "ADP":
        return [f"no preposition {tokens[head].dep}"]
    governor = tokens[above.head]
    word = above.text.lower()
    names = [
        f"preposition={word}",
        f"preposition={word} {role}",
        f"preposition={word} {family(draft)}",
    ]
    if governor.index in draft.words:
        return [*names, "hangs on the word", f"hangs on the word {word}"]
    return [*names, f"hangs on kin={governor.kin}"]


def _elsewhere(
    standing: Standing, draft: Draft, option: int, here: Sequence[int]
) -> list[str]:
    kin, kind = family(draft), standing.kind(option)
    role = standing.scene.mentions.toponyms[option].role.value
    status = draft.trigger.status.value
    pointed = pointed_place(standing.scene, draft)
    names = [
        "elsewhere",
        f"elsewhere {kin}",
        f"elsewhere {kind}",
        f"elsewhere lasts={standing.lasts(draft)} {kin}",
        f"elsewhere status={status}",
        f"elsewhere places here={capped(len(here), 2)}",
        f"elsewhere {role} places here={capped(len(here), 1)}",
    ]
    if pointed is not None:
        same = standing.key(pointed[1]) == standing.key(option)
        names.append("pointed to" if same else "another is pointed to")
    return names


def _discourse(
    standing: Standing, draft: Draft, option: int, told: Sequence[str]
) -> list[str]:
    """How often the article names it, and whether it was the place of events before."""
    key = standing.key(option)
    same = standing.sentences[option] == draft.sentence
    names = [f"named={capped(standing.mentions[key], 4)} {same}"]
    if told:
        last = told[-1] == key
        names += [
            f"last told={last} {same}",
            f"told before={key in told} {same}",
            f"last told={last} {same} {family(draft)}",
        ]
        if not same and told.count(key) * 2 >= len(told):
            names.append("most told of")
    title = standing.scene.article.title or ""
    toponym = standing.scene.mentions.toponyms[option]
    if toponym.text in title:
        names.append(f"in the title {same}")
    if toponym.role is PlaceRole.DATELINE:
        names.append(f"dateline {same}")
    return names


def listed_features(
    standing: Standing, draft: Draft, first: int, other: int
) -> Features:
    """Features of the event happening at ``other`` as well as at ``first``."""
    scene = standing.scene
    one, two = scene.mentions.toponyms[first], scene.mentions.toponyms[other]
    low, high = sorted((first, other))
    left, right = scene.mentions.toponyms[low], scene.mentions.toponyms[high]
    gap = scene.mentions.syntax.text[left.span.end : right.span.start]
    joined = _is_joined(standing, first, other)
    names = [
        "always",
        f"by rule={is_place_by_rule(standing, draft, other)}",
        f"role={two.role.value}",
        f"same role={one.role is two.role}",
        f"same kind={standing.kind(first) == standing.kind(other)}",
        f"apart={capped(high - low, 3)}",
        f"joined={joined}",
        f"joined={joined} {two.role.value}",
        f"comes after={other > first}",
    ]
    if len(gap) <= _NEAR_CHARACTERS:
        names.append(f"gap={gap.strip().lower()}")
    if first in {two.container, other} or one.container == other:
        names.append("one holds the other")
    if other in standing.holders:
        names.append("holds another")
    if two.relation is not None:
        names.append(f"relation={two.relation.kind}")
    if one.relation is not None and one.relation.other == other:
        names.append("between the two")
    head, lead = standing.heads[other], standing.heads[first]
    if head is not None and lead is not None:
        edges = standing.paths.nearest(head, draft.words)
        names += [
            f"edges={capped(edges, 8)}",
            f"way to first={standing.paths.told(head, lead)}",
            f"way={standing.paths.told(head, draft.trigger.token)}",
        ]
    return dict.fromkeys(names, 1.0)


def _is_joined(standing: Standing, first: int, other: int) -> bool:
    """One conjunct of the other, or both of one list."""
    one, two = standing.heads[first], standing.heads[other]
    if one is None or two is None:
        return False
    return _top(standing, one) == _top(standing, two)


def _top(standing: Standing, index: int) -> int:
    token = standing.scene.mentions.syntax.tokens[index]
    while token.dep in {"conj", "appos"} and token.head != token.index:
        token = standing.scene.mentions.syntax.tokens[token.head]
    return token.index
