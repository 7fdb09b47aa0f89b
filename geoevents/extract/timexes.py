"""Finds the times an article names: TIMEX3 values and the days they denote."""

from dataclasses import replace
from datetime import date

from geoevents.extract.timex_apposed import told_twice
from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_discourse import begin
from geoevents.extract.timex_filters import is_time
from geoevents.extract.timex_joins import join
from geoevents.extract.timex_known import with_known_year
from geoevents.extract.timex_meaning import Meaning
from geoevents.extract.timex_patterns import scan
from geoevents.extract.timex_resolve import resolve
from geoevents.models.mention import Timex
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax
from geoevents.models.when import DateBasis


def find_timexes(
    syntax: Syntax, *, published: date | None, day_first: bool = True
) -> tuple[Timex, ...]:
    """All times of one article, in text order, none overlapping.

    ``published`` anchors relative times; without it an explicit date in the dateline
    does, and else they keep unknown parts (``XXXX-11-04``) and no days. ``day_first``
    reads 4/11/2024 as 4 November; a source may set it otherwise.

    >>> find_timexes(parse("Shells hit Sumy on Monday."), published=date(2024, 11, 6))
    (Timex(text='Monday', value='2024-11-04', date_start=date(2024, 11, 4), ...),)
    """
    atoms = join(scan(syntax.text, day_first=day_first), syntax.text)
    told = begin(syntax, published, atoms)
    found = []
    for said in atoms:
        if not is_time(said, syntax):
            continue
        atom = with_known_year(said, syntax.text, published)
        meaning = resolve(atom, told)
        if meaning is None:
            continue
        if atom is not said:
            meaning = replace(meaning, anchor="what happened on it")
        found.append(_timex(atom, meaning, syntax.text))
        told.record(atom, meaning.value, meaning.days)
    return told_twice(found, syntax.text)


def _timex(atom: Atom, meaning: Meaning, text: str) -> Timex:
    span = Span(start=atom.start, end=atom.end)
    days = meaning.days
    return Timex(
        span=span,
        text=span.of(text),
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        date_start=days.start if days else None,
        date_end=days.end if days else None,
        date_basis=meaning.basis if days else DateBasis.NONE,
        reasons=(_reason(span.of(text), meaning),),
    )


def _reason(said: str, meaning: Meaning) -> str:
    anchor = f" + {meaning.anchor}" if meaning.anchor else ""
    if meaning.days is None:
        return f"'{said}'{anchor} -> {meaning.value}, no days known"
    days = meaning.days
    shown = days.start.isoformat()
    if days.days > 1:
        shown += f"..{days.end.isoformat()}"
    return f"'{said}'{anchor} -> {shown}"
