"""Place names of real sentences: which, with what span, wording and role."""

from pathlib import Path

import pytest

from geoevents.extract.roles import assign_roles
from geoevents.extract.toponyms import find_toponyms
from geoevents.extract.triggers import find_triggers
from geoevents.models.place import PlaceKind

pytestmark = pytest.mark.slow
STRESS = Path(__file__).parents[1] / "stress"


@pytest.fixture(scope="session")
def find(services):
    def found(text: str):
        syntax = services.engine.parse(text)
        toponyms = find_toponyms(syntax, services.gazetteer)
        for toponym in toponyms:
            assert toponym.span.of(text) == toponym.text
        return assign_roles(syntax, toponyms, triggers=find_triggers(syntax))

    return found


NAMES = [
    ("They took along the Chief District Officer and 35 clerks.", []),
    ("Shells fell on the town of Sudzha.", ["Sudzha"]),
    ("Drones hit Kharkiv, Sumy and Chernihiv regions.", ["Kharkiv", "Sumy", "Chernihiv"]),
    ("Kyiv's mayor and the governor of Belgorod met nobody.", ["Kyiv", "Belgorod"]),
    ("He flew to New\nYork on Monday.", ["New\nYork"]),
    ("Clashes near al-Fashir displaced thousands.", ["al-Fashir"]),
    ("The ship sank in the Gulf of Aden.", ["Gulf of Aden"]),
    ("US troops and a UK minister arrived.", []),
    ("North Korean and Lebanese soldiers were wounded.", []),
    ("Jordan Peterson and Paris Hilton spoke.", []),
    ("Mrs May said the University of Texas had replied.", []),
    ("The Chelsea match was put off, the Washington Post said.", []),
    ("On March 4 and May 7 there was silence.", []),
    ("Fano fighters shot two men, a channel close to Wagner said.", []),
    ("Twelve men in Azov uniforms fought near Tokmak.", ["Tokmak"]),
    ("A drone hit the port of Azov after one attack on Azov.", ["Azov", "Azov"]),
    ("Residents of Fano, Italy, marched in Fano.", ["Fano", "Italy", "Fano"]),
    ("The Real IRA said the KLA had laid it near Newry.", ["Newry"]),
    ("Jundullah said it would fight on near Quetta after Eid al-Fitr.", ["Quetta"]),
    ("NINE GUERRILLAS DIED NEAR PERQUIN ON MONDAY, THE ARMED FORCES SAID.", ["PERQUIN"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_used_as_places_are_found_and_no_others(find, text, names):
    assert [toponym.text for toponym in find(text)] == names


ROLES = [
    ("KYIV, Dec 17 - Two men were killed in Kherson.", ["dateline", "event"]),
    ("Moscow denied that its troops had shelled Nikopol.", ["speaker", "event"]),
    ("The convoy drove from Idlib to Hama.", ["origin", "destination"]),
    ("Ukraine's General Staff said Sudzha was captured.", ["actor_home", "event"]),
    ("According to Seoul, 300 men died near Kurakhove.", ["speaker", "event"]),
    ("Residents of Goma fled after shells hit Sake.", ["actor_home", "event"]),
    ("Sake, 25 km west of Goma, was captured.", ["event", "mention"]),
    ("A man was shot dead in the West Bank city of Jericho.", ["mention", "event"]),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles_follow_from_the_sentence(find, text, roles):
    assert [toponym.role.value for toponym in find(text)] == roles


def test_a_plural_unit_word_holds_for_the_whole_list(find):
    found = find("Drones hit Kharkiv, Sumy and Chernihiv regions.")
    assert {toponym.hint for toponym in found} == {PlaceKind.ADMIN1}


RELATIONS = [
    ("Fighting went on 10 km south of Kupiansk.", "offset", 10.0, 180.0),
    ("A tanker was hit 55 nautical miles off Hodeidah.", "off", 101.9, None),
    ("The army fell back in the Pokrovsk direction.", "direction", None, None),
    ("A mine went off near Izium.", "near", None, None),
    ("Floods struck northern Gaza.", "part", None, 0.0),
    ("Villages along the Dnipro were flooded.", "along", None, None),
]


@pytest.mark.parametrize(("text", "kind", "distance", "bearing"), RELATIONS)
def test_relative_wording_is_read(find, text, kind, distance, bearing):
    relation = find(text)[-1].relation
    assert (relation.kind, relation.distance_km, relation.bearing_deg) == (
        kind,
        distance,
        bearing,
    )


def test_between_two_places_names_both(find):
    found = find("Clashes broke out between Bakhmut and Soledar.")
    assert found[0].relation.kind == "between"
    assert found[0].relation.other == 1


@pytest.mark.parametrize(
    ("text", "container"),
    [
        ("A fire in Bangor, Maine, killed three.", [1, None]),
        ("Sudzha in Russia's Kursk region was shelled.", [2, None, 1]),
        ("A man from Utrecht, the Netherlands, was held.", [1, None]),
        ("Bombs fell on Lahore, Karachi and Hyderabad.", [None, None, None]),
    ],
)
def test_containers_are_told_from_lists(find, text, container):
    assert [toponym.container for toponym in find(text)] == container


def test_conflict_names_are_found_in_short_sentences(services):
    names = [n for n in _lines("conflict_names.txt") if not n.startswith("#")]
    patterns = _lines("patterns.txt")
    assert len(names) >= 120
    assert len(patterns) == 8
    met = wanted = extra = 0
    texts = [(name, pattern.format(name)) for name in names for pattern in patterns]
    parses = services.engine.parse_many(text for _, text in texts)
    for (name, text), syntax in zip(texts, parses, strict=True):
        start = text.index(name)
        hits = [
            start < toponym.span.end and toponym.span.start < start + len(name)
            for toponym in find_toponyms(syntax, services.gazetteer)
        ]
        wanted += 1
        met += any(hits)
        extra += hits.count(False)
    assert met / wanted >= 0.98
    assert met / (met + extra) >= 0.99


def _lines(name: str) -> list[str]:
    return [line for line in (STRESS / name).read_text("utf-8").splitlines() if line]
