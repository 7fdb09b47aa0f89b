"""Toponyms whose spans are given: what the wording says of them is still read."""

from collections.abc import Sequence

from geoevents.extract.toponym_runs import NameSource
from geoevents.extract.toponym_wording import add_wording
from geoevents.models.mention import Toponym
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax


def given_toponyms(
    syntax: Syntax, spans: Sequence[Span], names: NameSource
) -> tuple[Toponym, ...]:
    """One toponym for each span, in the order of the spans."""
    order = sorted(range(len(spans)), key=lambda i: spans[i])
    found = add_wording(syntax, names, [_bare(syntax, spans[i], names) for i in order])
    placed = dict(zip(order, found, strict=True))
    return tuple(placed[i] for i in range(len(spans)))


def _bare(syntax: Syntax, span: Span, names: NameSource) -> Toponym:
    text = span.of(syntax.text)
    glance = names.glance(text)
    return Toponym(
        span=span,
        text=text,
        name=" ".join(text.split()),
        standing=glance.standing if glance else "",
    )
