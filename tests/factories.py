"""Values with sensible defaults: a test names only what it is about."""

from dataclasses import replace
from datetime import date

from geoevents.models.article import Article, PublishedBasis
from geoevents.models.event import Claim, Event, EventPlace, FigureClaim, Quote
from geoevents.models.figure import FigureKind
from geoevents.models.place import Place, PlaceKind, Point, WherePrecision
from geoevents.models.report import ClaimStatus, EventType, ReportConfidence
from geoevents.models.span import Span
from geoevents.models.when import DateBasis, DatePrecision


def make_article(
    text: str = "Shelling hit Kherson on Monday.", **changes: object
) -> Article:
    published = changes.pop("published", date(2024, 11, 6))
    basis = PublishedBasis.GIVEN if published else PublishedBasis.NONE
    article = Article(
        id="a1", text=text, published=published, published_basis=basis, language="en"
    )
    return replace(article, **changes)


def make_place(name: str = "Kherson", **changes: object) -> EventPlace:
    lat = changes.pop("lat", 46.64)
    lon = changes.pop("lon", 32.61)
    point = Point(lat=lat, lon=lon)
    country = changes.pop("country", "UA")
    place = Place(
        id=f"gn:{name}", name=name, point=point, kind=PlaceKind.TOWN, country=country
    )
    made = EventPlace(
        name=name,
        text=name,
        point=point,
        radius_m=5000,
        where_prec=WherePrecision.EXACT,
        place=place,
        confidence=0.9,
    )
    return replace(made, **changes)


def make_figure(value: int = 3, **changes: object) -> FigureClaim:
    figure = FigureClaim(
        kind=FigureKind.KILLED,
        text=str(value),
        value=value,
        claimants=("officials",),
        article_id="a1",
        span=Span(start=0, end=1),
    )
    return replace(figure, **changes)


def make_event(key: str = "r1", **changes: object) -> Event:
    """One telling: its report id is ``key``, its article ``a1`` unless said."""
    article_ids = changes.pop("article_ids", ("a1",))
    quote = Quote(
        article_id=article_ids[0],
        span=Span(start=0, end=31),
        text="Shelling hit Kherson on Monday.",
        highlights=((Span(start=0, end=8), "trigger"),),
    )
    event = Event(
        event_id=f"e-{key}",
        event_type=EventType.EXPLOSIONS,
        sub_event_type="Shelling/artillery/missile attack",
        title="Shelling/artillery/missile attack",
        place=make_place(),
        date_start=date(2024, 11, 4),
        date_end=date(2024, 11, 4),
        date_prec=DatePrecision.DAY,
        date_basis=DateBasis.WEEKDAY,
        claims=(
            Claim(
                claimants=("officials",),
                claim_status=ClaimStatus.CLAIMED,
                report_id=key,
                quote=quote,
            ),
        ),
        claim_status=ClaimStatus.CLAIMED,
        report_ids=(key,),
        article_ids=article_ids,
        confidence=ReportConfidence(place=0.9, date=0.9, figure=0.9, event=0.8),
    )
    return replace(event, **changes)
