"""Online services by name, each with its terms of use. Only this package knows geopy.

Terms were read on the services' own pages as geopy's documentation links them; a
bulk look-up of a corpus against a public Nominatim is against its terms, which is why
answers are cached and requests are seconds apart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import geopy.geocoders
from geopy.adapters import URLLibAdapter
from geopy.exc import GeocoderNotFound

from geoevents.errors import ConfigurationError

USER_AGENT = "geoevents/0.1 (offline-first event mapping; one request at a time)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a service asks of its users."""

    min_delay_seconds: float
    attribution: str
    needs: tuple[str, ...] = ()  # options without which it does not work


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to reach a service; empty means its public address."""

    domain: str = ""
    scheme: str = ""
    timeout_seconds: float = 10.0
    username: str = ""  # GeoNames
    api_key: str = ""
    user_agent: str = USER_AGENT
    min_delay_seconds: float | None = None  # None: what the terms ask


TERMS: dict[str, Terms] = {
    "nominatim": Terms(
        min_delay_seconds=1.1,
        attribution="© OpenStreetMap contributors, ODbL",
    ),
    "photon": Terms(
        min_delay_seconds=1.1,
        attribution="Photon by komoot; © OpenStreetMap contributors, ODbL",
    ),
    "geonames": Terms(
        min_delay_seconds=3.6,  # 1,000 an hour for a free account
        attribution="GeoNames, CC BY 4.0",
        needs=("username",),
    ),
    "arcgis": Terms(
        min_delay_seconds=1.0,
        attribution="Esri; results may be shown, not stored, without an account",
    ),
}
OTHER_TERMS = Terms(min_delay_seconds=1.1, attribution="see the service's own terms")

Ask = Callable[[str, str | None], list[Any]]


def _address(options: Options) -> dict[str, Any]:
    # geopy's other adapter retries by itself and sleeps as long as Retry-After says.
    chosen: dict[str, Any] = {
        "timeout": options.timeout_seconds,
        "adapter_factory": URLLibAdapter,
    }
    if options.domain:
        chosen["domain"] = options.domain
    if options.scheme:
        chosen["scheme"] = options.scheme
    return chosen


def nominatim(options: Options) -> Ask:
    """OpenStreetMap's Nominatim, public or one's own."""
    service = geopy.geocoders.Nominatim(
        user_agent=options.user_agent, **_address(options)
    )

    def ask(name: str, country: str | None) -> list[Any]:
        return list(
            service.geocode(
                name,
                exactly_one=False,
                limit=5,
                addressdetails=True,
                language="en",
                country_codes=country.lower() if country else None,
            )
            or ()
        )

    return ask


def photon(options: Options) -> Ask:
    """Photon; it knows no country filter, so answers are filtered afterwards."""
    service = geopy.geocoders.Photon(user_agent=options.user_agent, **_address(options))

    def ask(name: str, country: str | None) -> list[Any]:
        del country
        found = service.geocode(name, exactly_one=False, limit=10, language="en")
        return list(found or ())

    return ask


def geonames(options: Options) -> Ask:
    """GeoNames' search service; needs an account's name."""
    service = geopy.geocoders.GeoNames(
        options.username, user_agent=options.user_agent, **_address(options)
    )

    def ask(name: str, country: str | None) -> list[Any]:
        return list(service.geocode(name, exactly_one=False, country=country) or ())

    return ask


def arcgis(options: Options) -> Ask:
    """Esri's World Geocoding service."""
    service = geopy.geocoders.ArcGIS(user_agent=options.user_agent, **_address(options))

    def ask(name: str, country: str | None) -> list[Any]:
        query = f"{name}, {country}" if country else name
        return list(service.geocode(query, exactly_one=False) or ())

    return ask


PROVIDERS: dict[str, Callable[[Options], Ask]] = {
    "nominatim": nominatim,
    "photon": photon,
    "geonames": geonames,
    "arcgis": arcgis,
}


def any_service(name: str, options: Options) -> Ask:
    """Any other geopy geocoder by its name there ("pelias", "opencage")."""
    try:
        service_class = geopy.geocoders.get_geocoder_for_service(name)
    except GeocoderNotFound as error:
        known = ", ".join(sorted({*PROVIDERS, *geopy.geocoders.SERVICE_TO_GEOCODER}))
        message = f"No online geocoder is called '{name}'; there are {known}"
        raise ConfigurationError(message) from error
    extra = {"api_key": options.api_key} if options.api_key else {}
    try:
        service = service_class(
            user_agent=options.user_agent, **_address(options), **extra
        )
    except TypeError as error:
        message = f"The geocoder '{name}' needs more options: {error}"
        raise ConfigurationError(message) from error

    def ask(query: str, country: str | None) -> list[Any]:
        del country
        return list(service.geocode(query, exactly_one=False) or ())

    return ask


def open_service(name: str, options: Options) -> tuple[Ask, Terms]:
    """How to ask a service, and its terms.

    Raises ``ConfigurationError`` for an unknown name or a missing option.
    """
    factory = PROVIDERS.get(name)
    if factory is None:
        return any_service(name, options), OTHER_TERMS
    terms = TERMS[name]
    for option in terms.needs:
        if not getattr(options, option):
            message = f"The geocoder '{name}' needs the option '{option}'"
            raise ConfigurationError(message)
    return factory(options), terms
