"""Online geocoding through geopy: off by default, cached, slow on purpose.

Used only for what the gazetteer lacks, and by a person's search in the review page.
"""

import time
from pathlib import Path
from typing import Any

from geopy.exc import (
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQuotaExceeded,
    GeocoderRateLimited,
    GeopyError,
)
from geopy.extra.rate_limiter import RateLimiter

from geoevents.errors import (
    ConfigurationError,
    GeocoderError,
    GeocoderRateLimitedError,
    GeocoderUnavailableError,
)
from geoevents.geocode.answers import READERS, from_location
from geoevents.geocode.cache import AnswerCache, Clock
from geoevents.geocode.providers import Options, open_service
from geoevents.models.place import Candidate, Place

__all__ = ["OnlineGeocoder", "Options", "open_geocoder"]

RETRIES = 2
ERROR_WAIT_SECONDS = 3.0
# After this many failures in a row the service is left alone for the run.
PATIENCE = 3


class OnlineGeocoder:
    """One service with its cache and manners."""

    def __init__(
        self,
        provider: str,
        cache: AnswerCache,
        options: Options | None = None,
        *,
        error_wait_seconds: float = ERROR_WAIT_SECONDS,
    ) -> None:
        chosen = options or Options()
        ask, terms = open_service(provider, chosen)
        delay = chosen.min_delay_seconds
        self.provider = provider
        self.attribution = terms.attribution
        self.last_error: GeocoderError | None = None
        self._failures = 0
        self._cache = cache
        self._ask = RateLimiter(
            ask,
            min_delay_seconds=terms.min_delay_seconds if delay is None else delay,
            max_retries=RETRIES,
            error_wait_seconds=error_wait_seconds,
            swallow_exceptions=False,
        )

    def find(self, name: str, *, country: str | None = None) -> tuple[Candidate, ...]:
        """Candidates for a name, best first; never raises.

        Empty where the service has none or fails (see ``last_error``). It is not
        asked again after three failures in a row.
        """
        if self._failures >= PATIENCE:
            return ()
        try:
            return self.search(name, country=country)
        except GeocoderError as error:
            self._failures += 1
            self.last_error = error
            return ()

    def search(self, name: str, *, country: str | None = None) -> tuple[Candidate, ...]:
        """Candidates for a name, best first, within ``country`` (ISO alpha-2) if given.

        Raises ``GeocoderUnavailableError``, ``GeocoderRateLimitedError`` or
        ``ConfigurationError`` (credentials).
        """
        query = " ".join(name.split())
        places = self._cache.get(self.provider, query, country or "")
        if places is None:
            places = self._places(query, country)
            self._cache.put(self.provider, query, country or "", places)
        self._failures = 0
        return tuple(
            Candidate(
                place=place,
                score=0.0,
                matched=query,
                match="online",
                reasons=(f"found by {self.provider}",),
            )
            for place in places
        )

    def _places(self, query: str, country: str | None) -> tuple[Place, ...]:
        try:
            locations: list[Any] = self._ask(query, country)
        except GeocoderRateLimited as error:
            message = f"{self.provider} asks for fewer requests"
            raise GeocoderRateLimitedError(
                message, retry_after=error.retry_after
            ) from error
        except (GeocoderAuthenticationFailure, GeocoderInsufficientPrivileges) as error:
            message = f"{self.provider} refuses the credentials: {error}"
            raise ConfigurationError(message) from error
        except GeocoderQuotaExceeded as error:
            message = f"{self.provider}: the quota is used up"
            raise GeocoderRateLimitedError(message) from error
        except GeopyError as error:
            message = f"{self.provider} did not answer '{query}': {error}"
            raise GeocoderUnavailableError(message) from error
        places = [self._place(location) for location in locations]
        return tuple(
            place
            for place in places
            if country is None or place.country in {None, country}
        )

    def _place(self, location: Any) -> Place:  # noqa: ANN401 - geopy has no types
        read = READERS.get(self.provider)
        try:
            if read is not None:
                return read(location.raw)
            return from_location(
                str(location.address),
                float(location.latitude),
                float(location.longitude),
                self.provider,
            )
        except (KeyError, TypeError, ValueError) as error:
            message = f"{self.provider} answered in a form not understood: {error!r}"
            raise GeocoderUnavailableError(message) from error


def open_geocoder(
    provider: str,
    cache_dir: Path,
    options: Options | None = None,
    *,
    clock: Clock = time.time,
) -> OnlineGeocoder:
    """The service called ``provider`` with its answers kept under ``cache_dir``.

    Raises ``ConfigurationError`` for an unknown name or a missing option.
    """
    return OnlineGeocoder(
        provider, AnswerCache(cache_dir / "geocoder.sqlite", clock), options
    )
