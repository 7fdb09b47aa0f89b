"""Gives an atom its TIMEX3 value, its days, and the reason in words."""

from collections.abc import Callable

from geoevents.extract import timex_resolve_counts as counts
from geoevents.extract import timex_resolve_dates as dates
from geoevents.extract import timex_resolve_parts as parts
from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_discourse import Discourse
from geoevents.extract.timex_feasts import feast
from geoevents.extract.timex_meaning import Meaning

_RULES: dict[str, Callable[[Atom, Discourse], Meaning | None]] = {
    "date": dates.calendar_date,
    "weekday": dates.weekday,
    "deictic": dates.deictic,
    "overnight": dates.overnight,
    "ordinal_day": dates.ordinal_day,
    "weekend": dates.weekend,
    "feast": feast,
    "unit": counts.unit,
    "offset": counts.offset,
    "duration": counts.duration,
    "set": counts.repeated,
    "ref": counts.reference,
    "clock": counts.clock,
    "daypart": counts.daypart,
    "season": parts.season,
    "quarter": parts.part_of_year,
    "half": parts.part_of_year,
    "period": parts.period_of_accounts,
    "decade": parts.decade,
    "century": parts.century,
}


def resolve(atom: Atom, told: Discourse) -> Meaning | None:
    """The meaning of an atom in its article; None when it is no time after all."""
    rule = _RULES.get(atom.kind)
    return rule(atom, told) if rule else None
