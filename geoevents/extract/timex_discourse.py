"""What the article has said so far: the anchors relative times hang on."""

import re
from dataclasses import dataclass, field
from datetime import date

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_tense import Tense, is_reporting, tense_at
from geoevents.models.syntax import Syntax
from geoevents.models.when import DateBasis, DateRange

# A text that names this many years, nearly all long past, is a history, not news:
# "17 September" then takes the year of the date before it, not the publication's.
FEWEST_YEARS_OF_A_HISTORY = 5
YEARS_OF_DISTANCE = 1
SHARE_OF_DISTANT_YEARS = 0.7
# Words like "yesterday" and "Monday" tell news from history.
YEARS_PER_NEWS_WORD = 4
# A bare year this far from the story's own is an aside: "the War of 1812".
YEARS_OF_AN_ASIDE = 10
# Characters after "the third quarter" in which "a year ago" means that quarter's.
ACCOUNTS_LENGTH = 900
LONGEST_MONTH = 31
# A night covers two days: still one "day" for the clock times after it.
LONGEST_DAY = 2
_YEAR = re.compile(r"(?<![\w.,])(1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
_DEICTIC = re.compile(
    r"\b(?:yesterday|today|tonight|[Ll]ast (?:week|night|month|year)|this (?:week|month)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_DATELINE_END = re.compile(
    r"\s{0,3}(?:\([^()\n]{1,40}\)\s{0,3})?[-\u2010-\u2015_:]{1,2}\s"
)
_BEFORE_CHRIST = re.compile(r"BC\d{4}")
LONGEST_DATELINE = 120
_DAYPART = re.compile(r"T(?:MO|AF|EV|NI)\Z")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative time is counted from: its days, the basis, the words for it."""

    days: DateRange
    basis: DateBasis
    why: str

    @property
    def start(self) -> date:
        """Its first day."""
        return self.days.start

    @property
    def end(self) -> date:
        """Its last day."""
        return self.days.end


@dataclass(slots=True)
class Discourse:
    """Anchors of one article, updated as its times are resolved in text order."""

    syntax: Syntax
    published: date | None
    from_dateline: bool = False
    history: bool = False
    last: DateRange | None = None  # the previous time that denotes days
    last_value: str = ""
    last_event: DateRange | None = None  # the same, dates of statements left out
    parts: dict[str, date] = field(default_factory=dict)  # last evening told, and so on
    last_quarter: str = ""
    quarter_at: int = 0  # where it was named
    story_year: int | None = None  # a history's year of dates that name none
    story_month: int = 1
    story_bc: int | None = None  # the same in a text about years before Christ

    def tense(self, atom: Atom) -> Tense:
        """The tense around an atom."""
        return tense_at(self.syntax, atom.start, atom.end)

    def record(self, atom: Atom, value: str, days: DateRange | None) -> None:
        """Remembers a resolved time as the anchor of those after it."""
        if value.startswith("BC") or atom.year is not None:
            self.story_bc = int(value[2:6]) if _BEFORE_CHRIST.match(value) else None
        if days is None or atom.kind in {"ref", "duration", "set"}:
            return
        self.last, self.last_value = days, value
        part = _DAYPART.search(value)
        if part is not None:
            self.parts[part[0]] = days.start
        self._move_story(atom, days)
        if not is_reporting(self.syntax, atom.start, atom.end):
            self.last_event = days

    def _move_story(self, atom: Atom, days: DateRange) -> None:
        whole_year = days.days > LONGEST_MONTH
        far = self.story_year is not None and (
            abs(days.start.year - self.story_year) > YEARS_OF_AN_ASIDE
        )
        if whole_year and (far or atom.kind not in {"date", "season"}):
            return
        self.story_year = days.start.year
        self.story_month = 1 if whole_year else days.start.month

    @property
    def published_words(self) -> str:
        """The publication date as reasons name it, "" where there is none."""
        if self.published is None:
            return ""
        source = "dateline" if self.from_dateline else "published"
        return f"{source} {self.published.isoformat()}"

    def by_publication(self) -> Anchor | None:
        """The publication day as an anchor; None in an undated article."""
        if self.published is None:
            return None
        day = DateRange(start=self.published, end=self.published)
        return Anchor(day, DateBasis.RELATIVE, self.published_words)

    def anchor_of(self, atom: Atom) -> Anchor | None:
        """The time told before for "that week"; the publication day for "last week"."""
        if (atom.anchor == "text" or self.history) and self.last is not None:
            why = f"{self.last_value} before it"
            return Anchor(self.last, DateBasis.INHERITED, why)
        return self.by_publication()

    def quarter_near(self, atom: Atom) -> str:
        """The quarter the accounts around an atom speak of, "" where none."""
        return (
            self.last_quarter if atom.start - self.quarter_at <= ACCOUNTS_LENGTH else ""
        )

    @property
    def event_day(self) -> date | None:
        """The day a bare clock time belongs to."""
        days = self.last_event or self.last
        return days.end if days and days.days <= LONGEST_DAY else self.published


def begin(syntax: Syntax, published: date | None, atoms: list[Atom]) -> Discourse:
    """The state before the first time; an undated article may carry a dateline date."""
    discourse = Discourse(syntax=syntax, published=published)
    if published is None:
        discourse.published = _dateline_date(syntax.text, atoms)
        discourse.from_dateline = discourse.published is not None
    discourse.history = _is_history(syntax.text, discourse.published)
    return discourse


def _dateline_date(text: str, atoms: list[Atom]) -> date | None:
    for atom in atoms:
        if atom.start > LONGEST_DATELINE:
            break
        full = atom.kind == "date" and atom.year and atom.month and atom.day
        if full and not atom.last and _DATELINE_END.match(text, atom.end):
            try:
                return date(atom.year or 1, atom.month or 1, atom.day or 1)
            except ValueError:
                return None
    return None


def _is_history(text: str, published: date | None) -> bool:
    years = [int(match) for match in _YEAR.findall(text)]
    if published is None:
        return True
    if len(years) < FEWEST_YEARS_OF_A_HISTORY:
        return False
    distant = sum(1 for year in years if year <= published.year - YEARS_OF_DISTANCE)
    if len(_DEICTIC.findall(text)) * YEARS_PER_NEWS_WORD > len(years):
        return False
    return distant / len(years) >= SHARE_OF_DISTANT_YEARS
