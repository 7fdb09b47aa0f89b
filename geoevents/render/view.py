"""What an export carries besides its events: the map's position, and options."""

from dataclasses import dataclass, replace

from geoevents.models.event import Event

ROUNDED_DECIMALS = 1  # about ten kilometres
MOST_ZOOM = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where the reader looks, and which event is open."""

    lat: float
    lon: float
    zoom: float
    selection: str | None = None  # event id


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How much an exported page tells.

    ``round_coordinates`` moves every point to a tenth of a degree and says so in its
    radius; ``drop_names`` leaves out actors and claimants, ``drop_quotes`` the
    sentences. ``compress`` False writes plain JSON, which any tool can read.
    """

    round_coordinates: bool = False
    drop_names: bool = False
    drop_quotes: bool = False
    compress: bool = True

    @property
    def decimals(self) -> int:
        """Decimals kept of a degree."""
        return ROUNDED_DECIMALS if self.round_coordinates else 5


DEFAULT_OPTIONS = ExportOptions()
TENTH_OF_DEGREE_M = 8_000  # half the diagonal of a 0.1 degree cell at the equator


def redacted(event: Event, options: ExportOptions) -> Event:
    """The event with what the options leave out gone."""
    if options == DEFAULT_OPTIONS:
        return event
    if options.round_coordinates and event.place is not None:
        radius = max(event.place.radius_m, TENTH_OF_DEGREE_M)
        event = replace(event, place=replace(event.place, radius_m=radius))
    if options.drop_names:
        figures = tuple(replace(figure, claimants=()) for figure in event.figures)
        claims = tuple(replace(claim, claimants=()) for claim in event.claims)
        event = replace(
            event,
            actors=(),
            guesses=(),
            doers=(),
            targets=(),
            figures=figures,
            claims=claims,
        )
    if options.drop_quotes:
        claims = tuple(
            replace(claim, quote=replace(claim.quote, text="", highlights=()))
            for claim in event.claims
        )
        event = replace(event, claims=claims)
    return event
