"""What speaks for an event having happened, going on, being planned or denied."""

from datetime import timedelta

from geoevents.assemble.draft import Draft
from geoevents.assemble.standing import Standing, family
from geoevents.models.syntax import Token
from geoevents.weights import Features

_WORDS_ABOVE = 2
_HELPERS = frozenset({"aux", "auxpass", "neg", "mark", "advmod", "det", "prt"})
_SPANS = ((1, "day"), (7, "week"), (31, "month"), (366, "year"))


def status_features(standing: Standing, draft: Draft) -> Features:
    """Features of one draft that has its figures, dates and speakers."""
    names = [
        "always",
        *_rules(draft),
        *_ruled(standing, draft),
        *_word(standing, draft),
    ]
    names += _time(standing, draft)
    figures = standing.scene.mentions.figures
    for index in draft.figures:
        scope, kind = figures[index].scope.value, figures[index].kind.value
        names += [f"counts={scope}", f"counts={kind} {scope}"]
    names.append(f"lasts={standing.lasts(draft)} {family(draft)}")
    return dict.fromkeys(names, 1.0)


def _ruled(standing: Standing, draft: Draft) -> list[str]:
    """What the rules made of the same words in the end."""
    said = {r.status.value for r in standing.ruled.of(draft)} or {"-"}
    return [f"reported by rule={label}" for label in said]


def _rules(draft: Draft) -> list[str]:
    rule, claim = draft.trigger.status.value, draft.claim_status.value
    return [
        f"by rule={rule}",
        f"claim={claim}",
        f"claim={claim} {rule}",
        f"denied by someone={bool(draft.deniers)}",
        f"type={draft.trigger.event_type.value}",
        f"type={draft.trigger.sub_event_type}",
        f"first={draft.sentence == 0}",
    ]


def _word(standing: Standing, draft: Draft) -> list[str]:
    """The verb's form and helpers, and what it hangs on."""
    syntax = standing.scene.mentions.syntax
    token = syntax.tokens[draft.trigger.token]
    helpers = _helpers(standing, token)
    names = [
        f"word={token.lemma}",
        f"kin={token.kin}",
        f"tag={token.tag}",
        f"tag={token.tag} kin={token.kin}",
        f"form={token.tag} {' '.join(helpers) or '-'}",
        *(f"helper={helper} {token.tag}" for helper in helpers),
        f"as={token.dep} {token.tag}",
    ]
    for step in range(1, _WORDS_ABOVE + 1):
        above = syntax.tokens[token.head]
        if above.index == token.index:
            break
        names += [
            f"above {step}={above.lemma}",
            f"above {step} kin={above.kin}",
            f"above {step}={token.dep} {above.lemma}",
            *(f"above {step} helper={helper}" for helper in _helpers(standing, above)),
        ]
        token = above
    return names


def _helpers(standing: Standing, token: Token) -> list[str]:
    syntax = standing.scene.mentions.syntax
    below = (syntax.tokens[i] for i in syntax.children[token.index])
    return [t.text.lower() for t in below if t.dep in _HELPERS]


def _time(standing: Standing, draft: Draft) -> list[str]:
    """How its days lie to the day of publication."""
    published = standing.scene.article.published
    rule = draft.trigger.status.value
    if draft.dates is None:
        known = "year missing" if draft.partial_date else "undated"
        return [f"days={known}", f"days={known} {rule}"]
    names = [f"dated by={draft.date_basis.value}"]
    if published is None:
        return [*names, "days=article undated"]
    start, end = draft.dates.start, draft.dates.end
    if start > published:
        days = "after"
    elif end >= published and end - start > timedelta(days=1):
        days = "until now"
    else:
        ago = (published - end).days
        days = next((name for most, name in _SPANS if ago <= most), "before")
    tag = standing.scene.mentions.syntax.tokens[draft.trigger.token].tag
    return [*names, f"days={days}", f"days={days} {rule}", f"days={days} {tag}"]
