"""Which countries an article is about, told by its names and its peoples."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from geoevents.models.place import Place, PlaceKind
from geoevents.resolve.rank import Ranked

# A name counts twice what a nationality does, and the same people twice at most.
_NAME_MASS, _MOST_PEOPLE = 2, 2
# So many towns of one country say that the article is about it.
_SURE_TOWNS = 2


def _is_government(place: Place) -> bool:
    """A country, or its capital, which speaks for it: they say nothing of its towns."""
    return place.kind is PlaceKind.COUNTRY or place.feature_code == "PPLC"


@dataclass(frozen=True, slots=True)
class Told:
    """What the other names of an article tell of countries, asked for one of them.

    ``countries``: that most is said of first; ``local``: how many names lie in each and
    are no government of it; ``named``: those named themselves; ``governed``: those named
    themselves or by their capitals.
    """

    countries: list[str]
    local: Mapping[str, int]
    named: frozenset[str]
    governed: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class About:
    """The countries of one article; a name is asked of with its own say left out."""

    mass: Counter[str]  # ISO alpha-2 to how much is said of it
    towns: Counter[str]  # to how many names lie in it, its own and its seat's left out
    nationalities: Mapping[str, int]
    named: frozenset[str]  # as in ``Told``
    governed: frozenset[str]

    @classmethod
    def of(
        cls, ranked: Mapping[str, list[Ranked]], nationalities: Mapping[str, int]
    ) -> "About":
        """Adds up names and peoples once, for all that is asked later."""
        tops = [entries[0].place for entries in ranked.values() if entries]
        mass: Counter[str] = Counter()
        towns: Counter[str] = Counter()
        for place in tops:
            if place.country:
                mass[place.country] += _NAME_MASS
                towns[place.country] += not _is_government(place)
        for country, count in nationalities.items():
            mass[country] += min(count, _MOST_PEOPLE)
        governments = [p for p in tops if p.country and _is_government(p)]
        return cls(
            mass=mass,
            towns=towns,
            nationalities=nationalities,
            named=frozenset(
                str(p.country) for p in governments if p.kind is PlaceKind.COUNTRY
            ),
            governed=frozenset(str(p.country) for p in governments),
        )

    def countries(self, own: str | None = None) -> list[str]:
        """The country most is said of first; ``own``: that of the name which asks."""
        told = sorted(
            (_NAME_MASS * (country == own) - count, country)
            for country, count in self.mass.items()
        )
        return [country for negative, country in told if negative < 0]

    def local(self, own: Place) -> Mapping[str, int]:
        """For each country how many other names lie in it and are not the country."""
        if own.country is None or _is_government(own):
            return self.towns
        return {**self.towns, own.country: self.towns[own.country] - 1}

    def beside(self, own: Place) -> Told:
        """What all names tell but the one that asks, by its likeliest place."""
        return Told(
            self.countries(own.country), self.local(own), self.named, self.governed
        )

    def told_of(self) -> str | None:
        """The first of them that the article surely tells of.

        One town may be another country's namesake: it takes the country's own name,
        its people, or two towns.
        """
        return next(
            (
                country
                for country in self.countries()
                if country in self.named
                or self.nationalities.get(country)
                or self.towns[country] >= _SURE_TOWNS
            ),
            None,
        )
