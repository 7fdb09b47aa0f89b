"""Made-up events for tests and benchmarks: deterministic, shaped like real ones."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from geoevents.models.article import Article
from geoevents.models.event import (
    Claim,
    Event,
    EventPlace,
    FigureClaim,
    MovementEnd,
    Quote,
)
from geoevents.models.figure import FigureKind
from geoevents.models.place import Place, PlaceKind, Point, WherePrecision
from geoevents.models.report import (
    ClaimStatus,
    EventType,
    Guess,
    ReportConfidence,
    ReportStatus,
)
from geoevents.models.span import Span
from geoevents.models.when import DateBasis, DatePrecision

TOWNS = (
    ("Sudzha", 51.1907, 35.2709, "RU", "Kursk Oblast"),
    ("Kursk", 51.7373, 36.1874, "RU", "Kursk Oblast"),
    ("Pokrovsk", 48.2821, 37.1757, "UA", "Donetsk"),
    ("Kharkiv", 49.9935, 36.2304, "UA", "Kharkiv"),
    ("Kherson", 46.6354, 32.6169, "UA", "Kherson"),
    ("Gaza City", 31.5017, 34.4668, "PS", "Gaza Strip"),
    ("Khan Younis", 31.3462, 34.3032, "PS", "Gaza Strip"),
    ("Rafah", 31.2871, 34.2595, "PS", "Gaza Strip"),
    ("El Fasher", 13.6279, 25.3494, "SD", "North Darfur"),
    ("Khartoum", 15.5007, 32.5599, "SD", "Khartoum"),
    ("Goma", -1.6585, 29.2205, "CD", "North Kivu"),
    ("Mandalay", 21.9588, 96.0891, "MM", "Mandalay"),
    ("Aleppo", 36.2012, 37.1612, "SY", "Aleppo"),
    ("Port-au-Prince", 18.5944, -72.3074, "HT", "Ouest"),
    ("Suva", -18.1248, 178.4501, "FJ", "Central"),
)
HOSTILE = "</script><img src=x onerror='window.hacked=1'>${window.hacked=1}"
KNOWN_IDS = {"Kursk Oblast": "gn:538555"}
REGION = ("Kursk Oblast", 51.75, 36.2, "RU", "Kursk Oblast")
FIRST_DAY = date(2022, 2, 24)
DAYS = 1300


def quote_of(article: Article, *marks: tuple[str, str]) -> Quote:
    """The whole text as the quote, with each ``(kind, words)`` marked."""
    highlights = []
    for kind, words in marks:
        start = article.text.find(words)
        if start >= 0:
            highlights.append((Span(start=start, end=start + len(words)), kind))
    return Quote(
        article_id=article.id,
        span=Span(start=0, end=len(article.text)),
        text=article.text,
        highlights=tuple(sorted(highlights)),
    )


def event_place(
    town: tuple[str, float, float, str, str],
    *,
    prec: WherePrecision = WherePrecision.EXACT,
    radius_m: int = 4_000,
    shift: tuple[float, float] = (0.0, 0.0),
) -> EventPlace:
    """A resolved place for an event."""
    name, lat, lon, country, admin1 = town
    point = Point(lat=round(lat + shift[0], 5), lon=round(lon + shift[1], 5))
    kind = PlaceKind.ADMIN1 if prec >= WherePrecision.ADMIN1 else PlaceKind.TOWN
    place = Place(
        id=KNOWN_IDS.get(name, f"gn:{name}"), name=name, point=point, kind=kind, country=country,
        admin1=admin1, radius_m=radius_m,
    )  # fmt: skip
    return EventPlace(
        name=name, text=name, point=point, radius_m=radius_m, where_prec=prec,
        place=place, confidence=0.9, reasons=("only place of this name in the country",),
    )  # fmt: skip


def kursk_event() -> tuple[Event, Article]:
    """The event the project began with, in words of our own."""
    text = (
        "On Nov. 4, Kyiv said about 11,000 North Korean troops were in Russia's "
        "Kursk region; Moscow has not confirmed it."
    )
    article = Article(
        id="a-kursk", text=text, title="North Korean troops in Kursk", publisher="Example Wire",
        published=date(2024, 11, 6), url="https://example.org/kursk",
    )  # fmt: skip
    marks = (
        ("figure", "about 11,000 North Korean troops"), ("date", "Nov. 4"),
        ("place", "Kursk region"), ("source", "Kyiv"),
    )  # fmt: skip
    figure = FigureClaim(
        kind=FigureKind.TROOPS, text="about 11,000", value=11_000, unit="troops",
        of_text="North Korean", of_iso3="PRK", claimants=("Ukraine",),
        claim_status=ClaimStatus.CLAIMED, article_id=article.id,
    )  # fmt: skip
    event = Event(
        event_id="kursk", event_type=EventType.STRATEGIC, sub_event_type="Deployment",
        title="North Korean troops deployed in Kursk Oblast",
        place=event_place(REGION, prec=WherePrecision.ADMIN1, radius_m=150_000),
        date_start=date(2024, 11, 4), date_end=date(2024, 11, 4),
        date_prec=DatePrecision.DAY, date_basis=DateBasis.EXPLICIT, date_text="Nov. 4",
        figures=(figure,), actors=("North Korea", "Russia", "Ukraine"),
        doers=("North Korea",), targets=("Ukraine",),
        guesses=(Guess(name="Russia", word="army"),),
        claims=(
            Claim(
                claimants=("Ukraine",), claim_status=ClaimStatus.CLAIMED,
                report_id="r-kursk", quote=quote_of(article, *marks),
            ),
        ),
        movements=(
            MovementEnd(role="origin", name="North Korea", point=Point(lat=39.03, lon=125.75)),
        ),
        claim_status=ClaimStatus.CLAIMED, article_ids=(article.id,),
        publishers=("Example Wire",),
        confidence=ReportConfidence(place=0.9, date=0.95, figure=0.9, event=0.8),
        reasons=("“deployed” names a deployment",),
    )  # fmt: skip
    return event, article


@cache
def _vocabulary() -> tuple[str, ...]:
    """The words of the sample articles, as often as they come: compresses like news."""
    folder = Path(__file__).parents[2] / "data" / "sample"
    words: list[str] = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            words += json.loads(line)["text"].split()
    return tuple(words)


def _sentence(random: Random) -> str:
    """About 70 characters, with the ending of `_made` the 106 of real quotes."""
    words = random.choices(_vocabulary(), k=random.randint(8, 15))
    return " ".join(words).capitalize()


def _made(number: int, random: Random) -> tuple[Event, Article]:
    town = random.choice(TOWNS)
    day = FIRST_DAY + timedelta(days=int(DAYS * random.random() ** 0.8))
    length = random.choice((0, 0, 0, 0, 0, 1, 2, 6, 29))
    is_region = random.random() < 0.12
    count = int(10 ** random.uniform(0, 3.6))
    text = f"{_sentence(random)} near {town[0]}, {count} people affected."
    article = Article(
        id=f"a{number}", text=text, publisher=f"Paper {number % 40}", published=day,
        url=f"https://example.org/{number}",
    )  # fmt: skip
    spread = random.choice((0.0, 0.0, 0.05, 0.4, 1.2))
    shift = (random.gauss(0, spread), random.gauss(0, spread))
    place = event_place(
        town,
        prec=WherePrecision.ADMIN1
        if is_region
        else random.choice(list(WherePrecision)[1:4]),
        radius_m=90_000 if is_region else random.choice((500, 4_000, 12_000)),
        shift=(0.0, 0.0) if is_region else shift,
    )
    kind = random.choice((FigureKind.KILLED, FigureKind.TROOPS, FigureKind.DISPLACED))
    figure = FigureClaim(kind=kind, text=str(count), value=count, article_id=article.id)
    is_dated, is_placed = random.random() > 0.03, random.random() > 0.06
    claim = Claim(
        claimants=("regional governor",) if number % 3 else (),
        claim_status=ClaimStatus.CLAIMED if number % 3 else ClaimStatus.STATED,
        report_id=f"r{number}",
        quote=quote_of(article, ("place", town[0]), ("figure", f"{count} people")),
    )
    event = Event(
        event_id=f"{random.getrandbits(64):016x}",
        event_type=random.choices(list(EventType), weights=(5, 6, 3, 2, 1, 2, 1))[0],
        sub_event_type=random.choice(
            ("Armed clash", "Shelling", "Air strike", "Looting")
        ),
        title=f"{random.choice(('Shelling', 'Clash', 'Drone attack', 'Evacuation'))} at {town[0]}",
        place=place if is_placed else None,
        date_start=day if is_dated else None,
        date_end=day + timedelta(days=length) if is_dated else None,
        date_prec=DatePrecision.DAY if is_dated else DatePrecision.NONE,
        date_basis=DateBasis.EXPLICIT if is_dated else DateBasis.NONE,
        figures=(figure,) if random.random() < 0.6 else (),
        actors=random.choice(((), ("Russia",), ("Ukraine", "Russia"), ("RSF",))),
        claims=(claim,),
        status=random.choices(list(ReportStatus), weights=(20, 3, 1, 1, 1, 1))[0],
        disputed=random.random() < 0.04,
        article_ids=(article.id,),
        publishers=(article.publisher or "",),
        confidence=ReportConfidence(
            place=0.8, date=0.9, figure=0.7, event=random.random()
        ),
    )
    return event, article


def made_events(count: int, *, seed: int = 7) -> tuple[list[Event], dict[str, Article]]:
    """``count`` events and their articles; the Kursk event is the first."""
    random = Random(seed)  # noqa: S311 - nothing secret
    pairs = [kursk_event(), *(_made(number, random) for number in range(1, count))]
    return [event for event, _ in pairs], {article.id: article for _, article in pairs}


def hostile_event(text: str) -> tuple[list[Event], dict[str, Article]]:
    """An event whose every text is ``text``."""
    article = Article(
        id=text, text=text, title=text, publisher=text, url=f"javascript:{text}"
    )
    town = (text, 50.0, 30.0, text, text)
    event = Event(
        event_id=text, event_type=EventType.BATTLES, sub_event_type=text, title=text,
        place=event_place(town), date_start=FIRST_DAY, date_end=FIRST_DAY,
        date_text=text, actors=(text,), reasons=(text,), publishers=(text,),
        figures=(
            FigureClaim(kind=FigureKind.KILLED, text=text, unit=text, of_text=text, claimants=(text,)),
        ),
        claims=(
            Claim(
                claimants=(text,), claim_status=ClaimStatus.CLAIMED, report_id=text,
                quote=quote_of(article, ("place", text[:4])),
            ),
        ),
        movements=(MovementEnd(role="origin", name=text, point=Point(lat=1, lon=2)),),
        article_ids=(article.id,),
    )  # fmt: skip
    return [event], {article.id: article}


def ids(events: Sequence[Event]) -> list[str]:
    """Event ids in order."""
    return [event.event_id for event in events]
