"""How sure one choice is, and when there is none: calibrated on other people's gold."""

from collections.abc import Sequence
from math import exp

from rapidfuzz.distance import JaroWinkler

from geoevents.gazetteer.names import normal
from geoevents.models.mention import Toponym
from geoevents.models.place import PlaceKind, distance_km
from geoevents.resolve.context import (
    NEIGHBOUR_ABROAD,
    PARENT_ABROAD,
    PARENT_FAR,
    PARENT_MISS,
    PARENT_OTHER,
    TOWN_ABROAD,
    country_reason,
)
from geoevents.resolve.countries import Told
from geoevents.resolve.features import AGAINST_HINT, HINT_VOTE
from geoevents.resolve.rank import Ranked

# Places this small, outside every country the article is about, are chance matches.
CHANCE_PEOPLE = 20_000
SMALL_PEOPLE = 8_000
SAME_SPOT_KM = 40.0
# Further down the list nothing is meant.
CANDIDATES_TRIED = 8
# So many names in one country make an article one about it.
HOME_NAMES = 2
# Towns of this size are named in articles about other countries; by a name that is not
# their own ("Saigon") only larger ones, and not by a few letters: airports' codes and
# other languages' names ("Han" is Hanoi, "Rim" Rome) meet any village's name.
STRANGER_PEOPLE, ALIAS_PEOPLE, ALIAS_LETTERS = 50_000, 1_000_000, 6
CODE_LETTERS = 3
# Nowhere else is called so: a town of this size will do.
ONLY_PEOPLE = 8_000
LONG_NAME_WORDS = 3  # and by a name of so many words, anything
# Of islands only small ones are chance matches: "Koro" of a village's.
ISLET_RADIUS_M = 40_000
# So large a town of that very name makes the unit around it known.
CITY_PEOPLE = 100_000
# The vote that a country named once by itself gives: "China ... Guangxi".
NAMED_COUNTRY_VOTE = 1.2
# And one that nearly all names lie in.
HOME_VOTE = 2.2
# A vote below this is noise.
FELT = 0.5
# "Mambasa" and Mombasa; "Saigon" is another name, not another spelling.
ALIKE = 0.8
# Only spelled alike: where the text puts it elsewhere, "Kadu" is no Kaduna.
_LIKENESSES = frozenset({"fuzzy", "affix"})
_CHANCE_KINDS = frozenset({
    PlaceKind.TOWN, PlaceKind.ADMIN2, PlaceKind.ADMIN1, PlaceKind.SITE,
})  # fmt: skip
_SURE_KINDS = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.SEA})
# Logistic on the margin over the first runner-up that lies elsewhere.
# Measured on 8,600 names of four corpora: 41 % right below a margin of 1, 79 % at
# 2.5, 93 % from 4 on.
MARGIN_SLOPE, MARGIN_BASE = 0.75, -0.7
MATCH_LOSSES = {"fuzzy": 1.2, "affix": 1.0, "alternate": 0.2, "online": 0.5}
MOST_SURE = 0.97


def acceptable(ranked: Sequence[Ranked], told: Told) -> Sequence[Ranked] | str:
    """The candidates from the first that will do on, or why the best one will not.

    "Bor" in an article about South Sudan is the town there, though Serbia's is larger.
    """
    against = objection(ranked, told)
    if against is None:
        return ranked
    for start in range(1, min(len(ranked), CANDIDATES_TRIED)):
        if ranked[start].place.country not in told.countries[:1]:
            continue
        if objection(ranked[start:], told) is None:
            return ranked[start:]
    return against


def objection(ranked: Sequence[Ranked], told: Told) -> str | None:
    """Why the first candidate will not do, or None when it will."""
    best = ranked[0]
    place = best.place
    is_islet = place.kind is PlaceKind.ISLAND and place.radius_m < ISLET_RADIUS_M
    if place.kind not in _CHANCE_KINDS and not is_islet:
        return None
    reasons = [reason for _, reason in best.votes]
    if any("as the text says" in r or "nationality beside" in r for r in reasons):
        return None
    misplaced = _is_misplaced(best)
    if misplaced is not None:
        return misplaced
    if _is_stranger(ranked, told):
        return (
            f"{place.name} lies in {place.country}, where nothing else of the "
            "article does"
        )
    is_small = place.kind is PlaceKind.TOWN and place.population < CHANCE_PEOPLE
    return _chance_match(ranked, told) if is_small else None


def _is_misplaced(best: Ranked) -> str | None:
    """Why it is not in what the text says it lies in, where it is not known so well."""
    place = best.place
    reasons = [reason for _, reason in best.votes]
    is_other = (
        place.population < CHANCE_PEOPLE
        or best.candidate.match in _LIKENESSES
        or AGAINST_HINT in reasons
    )
    for why in (PARENT_FAR, PARENT_OTHER):
        is_exact = why == PARENT_OTHER and best.candidate.match == "name"
        if why in reasons and is_other and not is_exact:
            return f"{place.name}, {place.admin1 or place.country}, is {why}"
    if NEIGHBOUR_ABROAD in reasons:  # "Phoenix, a township north of Durban"
        return f"{place.name} lies in {place.country}: {NEIGHBOUR_ABROAD}"
    is_known = place.feature_code == "PPLC" or place.population >= ALIAS_PEOPLE
    # "Bunagana on the border with Uganda" lies in the country of all the rest.
    is_home = _country_vote(best) > HOME_VOTE
    excused = {
        PARENT_MISS: is_known or is_home,
        PARENT_ABROAD: is_known,
        TOWN_ABROAD: False,  # "Aleppo's Baghdad quarter" is not in Iraq
    }
    for why, is_likely in excused.items():
        if why in reasons and not is_likely:
            return f"{place.name} lies in {place.country}: {why}"
    return None


def _chance_match(ranked: Sequence[Ranked], told: Told) -> str | None:
    """Why a small place is likely another one than the text means."""
    best, place = ranked[0], ranked[0].place
    is_at_home = place.country in {*told.countries[:1], *told.named}
    if place.country in told.governed:  # "Kyiv said": Robotyne is no name of many
        is_at_home = is_at_home or _is_only_one(ranked)
    if _is_distinct(ranked) or (best.candidate.match == "name" and is_at_home):
        return None  # "In Algeria troops stormed a gas plant near In Amenas"
    spelled = best.candidate.match in {"alternate", "affix", "fuzzy"}
    near = any(
        "near other places" in reason and vote > FELT for vote, reason in best.votes
    )
    if spelled and not near and place.population < SMALL_PEOPLE:
        return (
            f"{place.name} is small, is only spelled alike, and is near no other "
            "place of the article"
        )
    about = [country for country in told.countries if country != place.country]
    if about and not near and not told.local.get(place.country or "", 0):
        return (
            f"the places called {place.name} are small and lie elsewhere "
            f"({place.country}), far from what the article is about"
        )
    return None


def _is_stranger(ranked: Sequence[Ranked], told: Told) -> bool:
    """A small town, or one only spelled alike, alone in a country nobody names.

    "Mambasa" in an article about Congo is no misspelt Mombasa, whatever its size, but
    "Beirut" is the unit Beyrouth, which holds a large town of that very name.
    """
    best = ranked[0]
    place = best.place
    home = told.countries[0] if told.countries else None
    local = told.local
    if home is None or place.country == home or local.get(place.country or "", 0):
        return False
    if _is_country_named(best) or _is_of_city(best, ranked) or _is_unit_told(best):
        return False
    if _is_distinct(ranked) and len(place.name.split()) >= LONG_NAME_WORDS:
        return False
    if not _is_own_name(best):
        return not _is_known_alias(best)
    if local.get(home, 0) < HOME_NAMES or place.feature_code == "PPLC":
        return False
    return place.population < (ONLY_PEOPLE if _is_only_one(ranked) else STRANGER_PEOPLE)


def _is_unit_told(best: Ranked) -> bool:
    """ "In Garissa County": called so, and what the wording asks for."""
    is_unit = best.place.kind in {PlaceKind.ADMIN1, PlaceKind.ADMIN2}
    asked = any(vote >= HINT_VOTE and "asks for" in why for vote, why in best.votes)
    return is_unit and asked and best.candidate.match != "fuzzy"


def _is_only_one(ranked: Sequence[Ranked]) -> bool:
    """No other place is called so."""
    return all(_is_same_spot(entry, ranked[0]) for entry in ranked)


def _is_distinct(ranked: Sequence[Ranked]) -> bool:
    """Davos, Cape of Good Hope: nothing else is spelled so, and no accent was lost."""
    place, matched = ranked[0].place, ranked[0].candidate.matched
    is_spelled_so = matched.casefold() == place.name.casefold()
    is_known = (
        place.population >= ONLY_PEOPLE or len(place.name.split()) >= LONG_NAME_WORDS
    )
    is_own = ranked[0].candidate.match == "name" and is_spelled_so
    return is_own and is_known and _is_only_one(ranked)


def _is_own_name(best: Ranked) -> bool:
    """ "Aqaba" is Al Aqabah, and "Riyadh" Riyadh Region."""
    matched = normal(best.candidate.matched)
    words = normal(best.place.name).split()
    return best.candidate.match == "name" or (
        len(matched) >= ALIAS_LETTERS - 1
        and any(word in {matched, f"{matched}h"} for word in words)
    )


def _is_known_alias(best: Ranked) -> bool:
    matched = normal(best.candidate.matched)
    if best.place.feature_code == "PPLC":
        return len(matched) > CODE_LETTERS
    return (
        best.place.population >= ALIAS_PEOPLE
        and len(matched) >= ALIAS_LETTERS
        and JaroWinkler.similarity(matched, normal(best.place.name)) < ALIKE
    )


def _is_country_named(best: Ranked) -> bool:
    return _country_vote(best) >= NAMED_COUNTRY_VOTE


def _country_vote(best: Ranked) -> float:
    """How much the other names of the article speak for its country."""
    words = country_reason(best.place.country)
    return max((vote for vote, reason in best.votes if reason == words), default=0.0)


def _is_of_city(best: Ranked, ranked: Sequence[Ranked]) -> bool:
    """Whether a large town that is called so stands on the same spot."""
    return any(
        entry.candidate.match == "name"
        and entry.place.population >= CITY_PEOPLE
        and _is_same_spot(entry, best)
        for entry in ranked
    )


def confidence_of(best: Ranked, ranked: Sequence[Ranked], toponym: Toponym) -> float:
    """That the choice is within 161 km of the truth, 0 to 1; ``ranked``: best first."""
    if best.place.kind in _SURE_KINDS and best is ranked[0]:
        base = MOST_SURE
    else:
        rival = next(
            (other for other in ranked if not _is_same_spot(other, best)), None
        )
        margin = best.score - rival.score if rival is not None else 4.0
        loss = MATCH_LOSSES.get(best.candidate.match, 0.0)
        base = 1 / (1 + exp(-(MARGIN_BASE + MARGIN_SLOPE * margin - loss)))
    return round(min(base, MOST_SURE) * (0.6 + 0.4 * toponym.confidence), 2)


def _is_same_spot(one: Ranked, two: Ranked) -> bool:
    """A town and the unit around it are no rivals."""
    return distance_km(one.place.point, two.place.point) <= max(
        SAME_SPOT_KM, 1.2 * max(one.place.radius_m, two.place.radius_m) / 1_000
    )
