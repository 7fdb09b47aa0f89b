"""Units of government that the engine takes for bodies: "Wase Local Government Area"."""

import re
from dataclasses import replace
from functools import cache

from geoevents.extract.toponym_bounds import words
from geoevents.models.span import Span
from geoevents.models.syntax import Entity, Syntax


def with_units(syntax: Syntax) -> Syntax:
    """The same parse; the name before such a unit's words is an entity, a place."""
    entities = tuple(_as_unit(syntax, entity) for entity in syntax.entities)
    if all(new is old for new, old in zip(entities, syntax.entities, strict=True)):
        return syntax
    return replace(syntax, entities=entities)


def _as_unit(syntax: Syntax, entity: Entity) -> Entity:
    if entity.label != "ORG":
        return entity
    match = _pattern().match(entity.text)
    if match is None:
        return entity
    end = entity.span.start + match.end(1)
    last = next(
        (t.index for t in syntax.tokens[entity.first : entity.last] if t.start >= end),
        entity.last,
    )
    return replace(
        entity,
        span=Span(start=entity.span.start, end=end),
        text=entity.text[: match.end(1)],
        label="GPE",
        last=last,
    )


@cache
def _pattern() -> re.Pattern[str]:
    units = sorted(words("units", "long_admin2"), key=len, reverse=True)
    return re.compile(rf"(.+?) (?:{'|'.join(units)})\b", re.IGNORECASE)
