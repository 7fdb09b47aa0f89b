"""Which year, or which week, a date without one means."""

from datetime import date

from geoevents.extract.timex_calendar import safe_date, shift_days
from geoevents.extract.timex_tense import Tense

# News names a day this near without its year whatever the tense says.
NEAR_DAYS = 10
# A past tense outweighs nearness only beyond this: a day ten months back would
# carry its year.
AHEAD_DAYS = 40
# Without a tense to go by, a month this little ahead is the coming one.
NEAR_MONTHS = 3


def pick_day(month: int, day: int, anchor: date, tense: Tense) -> int:
    """The year of "4 November" in an article of day ``anchor``."""
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    dates = [d for y in years if (d := safe_date(y, month, day)) is not None]
    if not dates:  # 29 February: the nearest leap year before
        return _leap_year_before(anchor.year)
    nearest = min(dates, key=lambda d: abs((d - anchor).days))
    if tense is Tense.BEGUN:
        begun = [d.year for d in dates if d <= anchor]
        return max(begun) if begun else _leap_year_before(anchor.year - 1)
    if abs((nearest - anchor).days) <= NEAR_DAYS:
        return nearest.year
    if tense is Tense.PAST and not 0 < (nearest - anchor).days <= AHEAD_DAYS:
        return max((d for d in dates if d <= anchor), default=nearest).year
    if tense is Tense.FUTURE:
        return min((d for d in dates if d >= anchor), default=nearest).year
    return nearest.year


def pick_month(month: int, anchor: date, tense: Tense) -> int:
    """The year of a bare "September": the latest one unless the text looks ahead."""
    if tense is Tense.FUTURE:
        return anchor.year + (1 if month < anchor.month else 0)
    ahead = (month - anchor.month) % 12
    if tense is Tense.UNKNOWN and 0 < ahead <= NEAR_MONTHS:
        return anchor.year + (1 if month < anchor.month else 0)
    return anchor.year - (1 if month > anchor.month else 0)


def pick_weekday(
    number: int, anchor: date, tense: Tense, *, shift: int | None = None
) -> date:
    """The day of "Monday": the latest one, the anchor's own day counted, or the next.

    ``shift`` -1 ("last Monday") and +1 ("next Monday") leave out the anchor's day.
    """
    back = (anchor.isoweekday() - number) % 7
    ahead = (number - anchor.isoweekday()) % 7
    if shift == -1:
        return shift_days(anchor, -(back or 7))
    if shift == 1:
        return shift_days(anchor, ahead or 7)
    if shift == 0:  # "this Friday": of this week, else the coming one
        return shift_days(anchor, number - anchor.isoweekday())
    if tense is Tense.FUTURE:
        return shift_days(anchor, ahead)
    return shift_days(anchor, -(back))


def _leap_year_before(year: int) -> int:
    while year > 1 and not safe_date(year, 2, 29):
        year -= 1
    return year
