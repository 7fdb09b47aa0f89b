"""Values of parts and multiples of years: seasons, quarters, decades."""

from datetime import date

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_calendar import days_of
from geoevents.extract.timex_discourse import Anchor, Discourse
from geoevents.extract.timex_meaning import Meaning, grain
from geoevents.extract.timex_tense import Tense
from geoevents.models.when import DateBasis, TimexType

FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_A_QUARTER, MONTHS_A_HALF = 3, 6


def season(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "spring", "last summer", "the winter of 2023" (December to February)."""
    story = told.story_bc if told.history and atom.year is None else None
    before_christ = atom.year if atom.era else story
    if before_christ and atom.shift is None:
        value = f"BC{before_christ:04d}-{atom.code}"
        return Meaning(TimexType.DATE, value, None, DateBasis.INHERITED, atom.mod)
    if atom.year is not None:
        return _explicit(f"{atom.year:04d}-{atom.code}", atom)
    anchor = told.anchor_of(atom)
    if anchor is None:
        return Meaning(TimexType.DATE, f"XXXX-{atom.code}", mod=atom.mod)
    if atom.open_month or anchor.basis is DateBasis.INHERITED:
        year = anchor.start.year + (atom.shift or 0)
    else:
        tense = told.tense(atom) if atom.shift is None else Tense.UNKNOWN
        year = _season_year(atom, anchor.start, tense)
    return _relative(f"{year:04d}-{atom.code}", atom, anchor)


def _explicit(value: str, atom: Atom) -> Meaning:
    days = days_of(value, atom.mod)
    return Meaning(TimexType.DATE, value, days, DateBasis.EXPLICIT, atom.mod)


def _relative(value: str, atom: Atom, anchor: Anchor) -> Meaning:
    days = days_of(value, atom.mod)
    return Meaning(TimexType.DATE, value, days, anchor.basis, atom.mod, anchor.why)


def _season_year(atom: Atom, anchor: date, tense: Tense) -> int:
    first = FIRST_MONTH[atom.code]
    # January belongs to the winter that began the year before.
    this = anchor.year - (1 if first > anchor.month + 9 else 0)
    begun = this < anchor.year or anchor.month >= first
    current = begun and (this < anchor.year or anchor.month < first + 3)
    if atom.shift == 0:
        return this
    if atom.shift == 1:
        return this + (1 if begun else 0)
    if atom.shift is None and tense is Tense.FUTURE:
        return this + (1 if begun and not current else 0)
    if atom.shift == -1 and current:
        return this - 1
    return this if begun else this - 1


def part_of_year(atom: Atom, told: Discourse) -> Meaning | None:
    """Quarters and halves; "the first half" without a year is a football match's."""
    letter = "Q" if atom.kind == "quarter" else "H"
    number = int(atom.count or 1)
    loose = atom.year is None and atom.shift is None and not atom.open_month
    if letter == "H" and loose:
        return None
    anchor = told.anchor_of(atom)
    if atom.year is not None:
        value = f"{atom.year:04d}-{letter}{number}"
        meaning = _explicit(value, atom)
    elif anchor is None:
        return Meaning(TimexType.DATE, f"XXXX-{letter}{number}", mod=atom.mod)
    else:
        value = f"{_part_year(atom, number, anchor, told):04d}-{letter}{number}"
        meaning = _relative(value, atom, anchor)
    if letter == "Q":
        told.last_quarter, told.quarter_at = value, atom.start
    return meaning


def _part_year(atom: Atom, number: int, anchor: Anchor, told: Discourse) -> int:
    if atom.open_month:
        return anchor.start.year + (atom.shift or 0)
    size = MONTHS_A_QUARTER if atom.kind == "quarter" else MONTHS_A_HALF
    ahead = anchor.start.month < (number - 1) * size + 1
    looks_back = ahead and told.tense(atom) is not Tense.FUTURE
    return anchor.start.year - (1 if looks_back else 0)


def period_of_accounts(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "The latest quarter", "the 1988 period": of the accounts being told."""
    quarter = told.quarter_near(atom)
    if not quarter and (told.published is None or atom.year is not None):
        return None
    if not quarter and told.published is not None:
        quarter = grain("Q", told.published, -1)
    value = f"{atom.year:04d}{quarter[4:]}" if atom.year else quarter
    days, why = days_of(value), told.published_words
    return Meaning(TimexType.DATE, value, days, DateBasis.RELATIVE, None, why)


def decade(atom: Atom, _told: Discourse) -> Meaning | None:
    """Reads "the 1990s" -> ``199``."""
    return _explicit(f"{int(atom.count or 0):03d}", atom)


def century(atom: Atom, _told: Discourse) -> Meaning | None:
    """Reads "the 19th century" -> ``18``."""
    value = f"{int(atom.count or 0):02d}"
    if atom.era:
        return Meaning(TimexType.DATE, f"BC{value}", None, DateBasis.EXPLICIT, atom.mod)
    return _explicit(value, atom)
