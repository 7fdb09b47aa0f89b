"""Are two tellings of one and the same event? A yes or no with readable rules."""

from geoevents.assemble.crossings import same_crossing
from geoevents.assemble.recalled import same_recalled
from geoevents.assemble.same_tolls import (
    ratio,
    same_campaign,
    same_counted,
    same_deaths,
    same_great_toll,
    same_losses,
    same_stock,
    within_ratio,
)
from geoevents.assemble.takings import same_taking
from geoevents.assemble.tellings import (
    at_one_place,
    in_one_article,
    in_one_sentence,
    of_same_sides,
    shared_sides,
    within_reach,
)
from geoevents.models.event import Event
from geoevents.models.figure import FigureScope
from geoevents.models.place import WherePrecision, distance_km
from geoevents.models.report import NOT_YET, EventType, ReportStatus

# Words for one clash differ between tellers: shelling in a battle is told as either.
_KINDRED = (
    {EventType.BATTLES, EventType.EXPLOSIONS},
    {EventType.VIOLENCE, EventType.EXPLOSIONS},
    {EventType.VIOLENCE, EventType.BATTLES},
    {EventType.PROTESTS, EventType.RIOTS},
)
_CLASH = "Armed clash"
_NEAR_KM = 5.0
# Across articles the day must be known; tolls of one event come out over this long.
_MOST_DAYS = 7
# "That week a policeman was killed" is told of no certain one of its days.
_MOST_BARE_DAYS = 2
_MOST_RATIO = 3.0
# Rivals count one thing differently.
_MOST_RIVAL_RATIO = 5.0


def is_passing_mention(one: Event, two: Event) -> bool:
    """Told again in one article without a number: it may mean only one of several."""
    within_article = in_one_article(one, two)
    return (
        within_article
        and not _are_linked(one, two)
        and not (one.figures and two.figures)
    )


def is_same(one: Event, two: Event) -> bool:
    """Symmetric; reads nothing but the two."""
    if (
        _are_linked(one, two)
        or same_recalled(one, two)
        or same_taking(one, two)
        or same_crossing(one, two)
    ):
        return True
    if not _same_kind(one, two) or not _same_status(one, two):
        return False
    return (
        (same_stock(one, two) and within_ratio(one, two, _MOST_RATIO))
        or same_campaign(one, two)
        or same_losses(one, two)
        or same_great_toll(one, two)
        or _is_same_happening(one, two)
    )


def _are_linked(one: Event, two: Event) -> bool:
    """The article itself ties them: a denial, a rival count, a second mention."""
    forth = set(one.report_ids) & set(two.same_as)
    return bool(forth or set(two.report_ids) & set(one.same_as))


def _is_same_happening(one: Event, two: Event) -> bool:
    within_article = in_one_article(one, two)
    if not (
        _same_place(one, two, within_article=within_article)
        and _same_time(one, two, within_article=within_article)
    ):
        return False
    if within_article:
        return _told_again(one, two)
    if same_deaths(one, two):
        return True
    is_counted = bool(one.figures or two.figures) and not _is_vague(one, two)
    return (
        (is_counted or _alike(one, two))
        and of_same_sides(one, two)
        and within_ratio(one, two, _MOST_RATIO)
    )


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
        return one.dates is not None and one.dates == two.dates
    return not statuses & NOT_YET


def _same_place(one: Event, two: Event, *, within_article: bool) -> bool:
    if one.place is None or two.place is None:
        return within_article and one.place is two.place
    if at_one_place(one, two) and one.place.name == two.place.name:
        return True
    if WherePrecision.COUNTRY in {one.place.where_prec, two.place.where_prec}:
        return False
    if within_article and in_one_sentence(one, two):
        return False  # "shot three youths in two suburbs"
    apart = distance_km(one.place.point, two.place.point)
    fine = max(one.place.where_prec, two.place.where_prec) <= WherePrecision.NEAR
    if fine and apart <= _NEAR_KM:
        return True
    are_counted = bool(one.figures and two.figures)
    return not within_article and are_counted and within_reach(one, two)


def _same_time(one: Event, two: Event, *, within_article: bool) -> bool:
    first, second = one.dates, two.dates
    if first is None or second is None:
        if one.partial_date and two.partial_date:
            return one.partial_date == two.partial_date
        return within_article
    if max(first.days, second.days) > _MOST_DAYS and not within_article:
        return first == second
    return first.overlaps(second)


def _is_vague(one: Event, two: Event) -> bool:
    """Told of several days, and without a number to know it by."""
    return any(
        (days := event.dates) is not None
        and days.days > _MOST_BARE_DAYS
        and not event.figures
        for event in (one, two)
    )


def _told_again(one: Event, two: Event) -> bool:
    """In one article: the same kind on the same day by the same sides, or two accounts.

    Told without a day, only a clash of a side that is named is as a rule the one told
    before: a town is taken, then held, then lost, and each is a deed of its own.
    """
    if one.figures and two.figures:
        return _are_rival_counts(one, two)
    day = one.dates
    is_one_day = day is not None and day == two.dates
    if is_one_day and _are_accounts(one, two):
        return True
    sides = shared_sides(one, two)
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
    return bool(ours and theirs) and same_kind and of_same_sides(one, two)


def _tellers(event: Event) -> set[str]:
    return {name for claim in event.claims for name in claim.claimants}


def _are_rival_counts(one: Event, two: Event) -> bool:
    """Other numbers for one thing by other speakers, not more dead of another side."""
    if not _may_be_one_day(one, two):
        return False
    if one.event_type is not two.event_type or not of_same_sides(one, two):
        return False
    speakers, others = _speakers(one), _speakers(two)
    if not speakers or not others or speakers & others:
        return False
    return any(
        f.kind is g.kind
        and same_counted(f, g)
        and FigureScope.SUBSET not in {f.scope, g.scope}
        and ratio(f, g) <= _MOST_RIVAL_RATIO
        for f in one.figures
        for g in two.figures
    )


def _may_be_one_day(one: Event, two: Event) -> bool:
    """The same, or of one none is told, in one and the same place."""
    days = {one.dates, two.dates}
    if None not in days:
        return len(days) == 1
    return one.sub_event_type == two.sub_event_type and at_one_place(one, two)


def _speakers(event: Event) -> set[str]:
    return {name for figure in event.figures for name in figure.claimants}


def _alike(one: Event, two: Event) -> bool:
    return one.event_type is two.event_type and bool(shared_sides(one, two))
