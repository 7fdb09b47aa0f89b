"""Are two tellings of one and the same event? A yes or no with readable rules."""

from geoevents.assemble.parties import same_sides
from geoevents.models.event import Event, FigureClaim
from geoevents.models.figure import HARMED, FigureKind, FigureScope
from geoevents.models.place import WherePrecision, distance_km
from geoevents.models.report import EventType, ReportStatus
from geoevents.models.when import DateRange

# Words for one clash differ between tellers: shelling in a battle is told as either.
_KINDRED = (
    {EventType.BATTLES, EventType.EXPLOSIONS},
    {EventType.VIOLENCE, EventType.EXPLOSIONS},
    {EventType.VIOLENCE, EventType.BATTLES},
    {EventType.PROTESTS, EventType.RIOTS},
)
_NOT_YET = {ReportStatus.PLANNED, ReportStatus.HYPOTHETICAL}
_CLASH = "Armed clash"
_NEAR_KM = 5.0
# Across articles the day must be known; tolls of one event come out over this long.
_MOST_DAYS = 7
_MOST_RATIO = 3.0
_MOST_DEATHS_RATIO = 2.0
_FEWEST_DEAD = 10
# Rivals count one thing differently; a campaign's toll grows from week to week.
_MOST_RIVAL_RATIO = 5.0
_MOST_CAMPAIGN_RATIO = 12.0
_MOST_UNNAMED_RATIO = 1.5
_STOCK_DAYS = 45


def is_passing_mention(one: Event, two: Event) -> bool:
    """Told again in one article without a number: it may mean only one of several."""
    within_article = bool(set(one.article_ids) & set(two.article_ids))
    return (
        within_article
        and not _are_linked(one, two)
        and not (one.figures and two.figures)
    )


def is_same(one: Event, two: Event) -> bool:
    """Symmetric; reads nothing but the two."""
    if _are_linked(one, two):
        return True
    if not _same_kind(one, two) or not _same_status(one, two):
        return False
    return (
        _is_same_stock(one, two)
        or _is_same_campaign(one, two)
        or _is_same_happening(one, two)
    )


def _are_linked(one: Event, two: Event) -> bool:
    """The article itself ties them: a denial, a rival count, a second mention."""
    forth = set(one.report_ids) & set(two.same_as)
    return bool(forth or set(two.report_ids) & set(one.same_as))


def _is_same_happening(one: Event, two: Event) -> bool:
    within_article = bool(set(one.article_ids) & set(two.article_ids))
    if not (
        _same_place(one, two, within_article=within_article)
        and _same_time(one, two, within_article=within_article)
    ):
        return False
    if within_article:
        return _told_again(one, two)
    if _same_deaths(one, two):
        return True
    is_comparable = bool(one.figures or two.figures) or _alike(one, two)
    return is_comparable and _actors_agree(one, two) and _figures_agree(one, two)


def _same_deaths(one: Event, two: Event) -> bool:
    """About as many dead, and not few, in one town on one day: whoever is named with it.

    The number of the wounded grows faster than the papers are printed.
    """
    day, dead, others = _dates(one), _dead(one), _dead(two)
    if day is None or day != _dates(two) or day.days > 1:
        return False
    if min(dead, others) < _FEWEST_DEAD:
        return False
    places = [event.place for event in (one, two) if event.place is not None]
    is_fine = all(place.where_prec <= WherePrecision.NEAR for place in places)
    return is_fine and max(dead, others) <= _MOST_DEATHS_RATIO * min(dead, others)


def _dead(event: Event) -> int:
    """The largest count of the dead that is no part of another; 0 where there is none."""
    return max(
        (
            figure.size
            for figure in event.figures
            if figure.kind is FigureKind.KILLED
            and figure.scope is not FigureScope.SUBSET
        ),
        default=0,
    )


def _is_same_stock(one: Event, two: Event) -> bool:
    """Counts of the same troops in the same place, said within weeks of each other."""
    if one.place is None or two.place is None:
        return False
    if one.place.place.id != two.place.place.id or not _said_together(one, two):
        return False
    return any(
        f.scope is g.scope is FigureScope.STOCK
        and f.kind is g.kind
        and (f.of_iso3 == g.of_iso3 or _may_be_same_men(one, f, two, g))
        for f in one.figures
        for g in two.figures
    ) and _figures_agree(one, two)


def _may_be_same_men(one: Event, f: FigureClaim, two: Event, g: FigureClaim) -> bool:
    """Of one count whose men they are is not said: then it must be about as many."""
    return (
        None in {f.of_iso3, g.of_iso3}
        and _ratio(f, g) <= _MOST_UNNAMED_RATIO
        and same_sides(one.actors, two.actors)
    )


def _is_same_campaign(one: Event, two: Event) -> bool:
    """Running tolls of one side in one place: each sums up what went before."""
    if one.place is None or two.place is None or one.event_type is not two.event_type:
        return False
    if one.place.place.id != two.place.place.id or not _said_together(one, two):
        return False
    ratios = [
        _ratio(f, g)
        for f in one.figures
        for g in two.figures
        if f.scope is g.scope is FigureScope.CUMULATIVE
        and {f.kind, g.kind} <= HARMED
        and _same_counted(f, g)
    ]
    return bool(ratios) and (
        max(ratios) <= _MOST_CAMPAIGN_RATIO and same_sides(one.actors, two.actors)
    )


def _same_counted(one: FigureClaim, two: FigureClaim) -> bool:
    """The same nationality, or none said of one of them."""
    return None in {one.of_iso3, two.of_iso3} or one.of_iso3 == two.of_iso3


def _ratio(one: FigureClaim, two: FigureClaim) -> float:
    low, high = sorted((one.size, two.size))
    return high / low if low else 1.0


def _said_together(one: Event, two: Event) -> bool:
    if one.published is None or two.published is None:
        return bool(set(one.article_ids) & set(two.article_ids))
    return abs((one.published - two.published).days) <= _STOCK_DAYS


def _same_kind(one: Event, two: Event) -> bool:
    if one.event_type is two.event_type:
        if one.event_type is EventType.STRATEGIC:
            return _strategic_kind(one) == _strategic_kind(two)
        return True
    return {one.event_type, two.event_type} in _KINDRED and bool(
        one.figures and two.figures
    )


def _strategic_kind(event: Event) -> tuple[str, frozenset[str]]:
    """Stocks of the same thing are one; a withdrawal is not a deployment."""
    kinds = {f.kind.value for f in event.figures}
    stock = any(f.scope is FigureScope.STOCK for f in event.figures)
    return (event.sub_event_type, frozenset(kinds) | ({"stock"} if stock else set()))


def _same_status(one: Event, two: Event) -> bool:
    if one.status is two.status:
        return True
    statuses = {one.status, two.status}
    if ReportStatus.HISTORICAL in statuses:
        return _dates(one) is not None and _dates(one) == _dates(two)
    return not statuses & _NOT_YET


def _same_place(one: Event, two: Event, *, within_article: bool) -> bool:
    if one.place is None or two.place is None:
        return within_article and one.place is two.place
    if one.place.place.id == two.place.place.id and one.place.name == two.place.name:
        return True
    if WherePrecision.COUNTRY in {one.place.where_prec, two.place.where_prec}:
        return False
    apart = distance_km(one.place.point, two.place.point)
    fine = max(one.place.where_prec, two.place.where_prec) <= WherePrecision.NEAR
    if fine:
        return apart <= _NEAR_KM
    reach = max(one.place.radius_m, two.place.radius_m) / 1000
    return not within_article and apart <= reach and bool(one.figures and two.figures)


def _dates(event: Event) -> DateRange | None:
    if event.date_start is None or event.date_end is None:
        return None
    return DateRange(start=event.date_start, end=event.date_end)


def _same_time(one: Event, two: Event, *, within_article: bool) -> bool:
    first, second = _dates(one), _dates(two)
    if first is None or second is None:
        if one.partial_date and two.partial_date:
            return one.partial_date == two.partial_date
        return within_article
    if max(first.days, second.days) > _MOST_DAYS and not within_article:
        return first == second
    return first.overlaps(second)


def _actors_agree(one: Event, two: Event) -> bool:
    return same_sides(one.actors, two.actors)


def _told_again(one: Event, two: Event) -> bool:
    """In one article: the same kind on the same day by the same sides, or two accounts.

    Told without a day, only a clash of a side that is named is as a rule the one told
    before: a town is taken, then held, then lost, and each is a deed of its own.
    """
    if one.figures and two.figures:
        return _are_rival_counts(one, two)
    day = _dates(one)
    is_one_day = day is not None and day == _dates(two)
    if is_one_day and _are_accounts(one, two):
        return True
    sides = set(one.actors) & set(two.actors)
    if one.sub_event_type != two.sub_event_type or not sides:
        return False
    is_named = any(side != side.lower() for side in sides)
    return is_one_day or (one.sub_event_type == _CLASH and is_named)


def _are_accounts(one: Event, two: Event) -> bool:
    """Of one kind by different people: of the same sides, or each disputes the other.

    Of movements a place and a day tell too little, and so does no place.
    """
    ours, theirs = _tellers(one), _tellers(two)
    is_movement = EventType.STRATEGIC in {one.event_type, two.event_type}
    is_placed = one.place is not None and two.place is not None
    if is_movement or not is_placed or one.event_type is not two.event_type:
        return False
    if ours & theirs:
        return False
    if one.disputed and two.disputed:
        return bool(ours or theirs)
    same_kind = one.sub_event_type == two.sub_event_type
    return bool(ours and theirs) and same_kind and _actors_agree(one, two)


def _tellers(event: Event) -> set[str]:
    return {name for claim in event.claims for name in claim.claimants}


def _are_rival_counts(one: Event, two: Event) -> bool:
    """Other numbers for one thing by other speakers, not more dead of another side."""
    if one.date_start is None or _dates(one) != _dates(two):
        return False
    if one.event_type is not two.event_type or not _actors_agree(one, two):
        return False
    speakers, others = _speakers(one), _speakers(two)
    if not speakers or not others or speakers & others:
        return False
    return any(
        f.kind is g.kind
        and _same_counted(f, g)
        and FigureScope.SUBSET not in {f.scope, g.scope}
        and _ratio(f, g) <= _MOST_RIVAL_RATIO
        for f in one.figures
        for g in two.figures
    )


def _speakers(event: Event) -> set[str]:
    return {name for figure in event.figures for name in figure.claimants}


def _figures_agree(one: Event, two: Event) -> bool:
    """Same kinds within a factor of three; nothing to compare is no objection."""
    for f in one.figures:
        for g in two.figures:
            if f.kind is not g.kind or FigureScope.SUBSET in {f.scope, g.scope}:
                continue
            low, high = sorted((f.size, g.size))
            if low and high / low > _MOST_RATIO:
                return False
    return True


def _alike(one: Event, two: Event) -> bool:
    return one.event_type is two.event_type and bool(set(one.actors) & set(two.actors))
