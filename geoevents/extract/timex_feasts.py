"""Feasts that move with the year: Easter and the days that hang on it, Thanksgiving."""

from datetime import date, timedelta

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_calendar import days_of
from geoevents.extract.timex_discourse import Discourse
from geoevents.extract.timex_meaning import Meaning
from geoevents.extract.timex_tense import Tense
from geoevents.models.when import DateBasis, TimexType

# Days from Western Easter Sunday.
_FROM_EASTER = {
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "good friday": -2,
    "palm sunday": -7,
}
THURSDAY = 4


def easter_sunday(year: int) -> date:
    """Western Easter by the Gregorian computus (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def feast_day(name: str, year: int) -> date:
    """The day a feast falls on: Easter and its days, else Thanksgiving.

    >>> feast_day("easter sunday", 2019), feast_day("thanksgiving", 1999)
    (datetime.date(2019, 4, 21), datetime.date(1999, 11, 25))
    """
    if name in _FROM_EASTER:
        return easter_sunday(year) + timedelta(days=_FROM_EASTER[name])
    first = date(year, 11, 1)
    return first + timedelta(days=(THURSDAY - first.isoweekday()) % 7 + 21)


def feast(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "Easter Sunday", "last Thanksgiving": of the year named, or by tense."""
    if atom.year is not None:
        day, basis, why = feast_day(atom.code, atom.year), DateBasis.EXPLICIT, ""
    else:
        anchor = told.anchor_of(atom)
        if anchor is None:
            return Meaning(TimexType.DATE, "XXXX-XX-XX", mod=atom.mod)
        day, basis, why = _by_tense(atom, anchor.end, told), anchor.basis, anchor.why
    value = day.isoformat()
    return Meaning(TimexType.DATE, value, days_of(value), basis, atom.mod, why)


def _by_tense(atom: Atom, anchor: date, told: Discourse) -> date:
    years = range(max(anchor.year - 1, 1), min(anchor.year + 1, 9998) + 1)
    days = [feast_day(atom.code, year) for year in years]
    ahead = atom.shift == 1 or (atom.shift is None and told.tense(atom) is Tense.FUTURE)
    if ahead:
        return min((day for day in days if day >= anchor), default=days[-1])
    return max((day for day in days if day <= anchor), default=days[0])
