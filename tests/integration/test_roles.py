"""What places do in sentences: one construction each, told with places of our own."""

import pytest

from geoevents.extract.roles import assign_roles
from geoevents.extract.toponyms import find_toponyms
from geoevents.extract.triggers import find_triggers

pytestmark = pytest.mark.slow

CASES = [
    ("Talks began in the capital, Kyiv said.", ["speaker"]),
    ("As many as 30 militants of Gao were killed.", ["actor_home"]),
    ("Gunmen shot and wounded a leader of the Shia group in Baghdad.", ["event"]),
    ("Rebels killed a leader of the council in Tripoli on Tuesday.", ["event"]),
    ("The leader of the council in Tripoli denied it.", ["speaker"]),
    # Whose government it is.
    ("The Moscow-installed mayor was shot dead.", ["speaker"]),
    ("Kyiv disputes that the bridge was hit.", ["speaker"]),
    ("Tunis may cut ties with Cairo.", ["speaker", "speaker"]),
    ("The minister, visiting Ankara, said the truce held.", ["speaker"]),
    # Whose home it is.
    ("Several hundred volunteers fight for Ukraine.", ["actor_home"]),
    ("A bomb killed traders from Chad.", ["actor_home"]),
    ("Governor Maria Ruiz of Chiapas said three men had died.", ["actor_home"]),
    # Where they came from and went.
    ("Paris is flying in a rescue team from Lyon.", ["speaker", "origin"]),
    ("A march from Leon to Granada was announced.", ["origin", "destination"]),
    ("Families fled on foot to Adre.", ["destination"]),
    ("The wounded were driven to a hospital in Zahle.", ["destination"]),
    ("The refugees who reached Gedaref were hungry.", ["destination"]),
    ("Thousands left camps at Kutum.", ["origin"]),
    # Where it happened.
    ("A judge was shot late on Monday behind a bank in the capital, Juba, a young officer said.",
     ["event"]),
    ("Missiles fell on towns from Lyman to Siversk.", ["event", "event"]),
    ("The president put Sulawesi under martial law.", ["event"]),
    ("A bomb went off outside the ministry in Kabul.", ["event"]),
    # Told in passing.
    ("He spoke after peace talks in Geneva.", ["mention"]),
    ("It was the worst flood in Spain since 1950.", ["mention"]),
    ("The army, in control of most of Kordofan, denied it.", ["mention"]),
    ("They asked about families held in Belarus.", ["mention"]),
    ("Shells hit Sake, a town 25 km west of Goma.", ["event", "mention"]),
    ("Raiders killed eight at Bouar, 450 km north-west of Bangui.", ["event", "mention"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def roles_in(services):
    def roles(text: str) -> list[str]:
        syntax = services.engine.parse(text)
        toponyms = find_toponyms(syntax, services.gazetteer)
        found = assign_roles(syntax, toponyms, triggers=find_triggers(syntax))
        return [toponym.role.value for toponym in found]

    return roles


@pytest.mark.parametrize(("text", "roles"), CASES)
def test_a_construction_settles_the_role(roles_in, text, roles):
    assert roles_in(text) == roles


def test_a_clause_of_its_own_shares_no_role(roles_in):
    text = "Shells fell on Tyre, and Israel said nine soldiers had died."
    assert roles_in(text) == ["event", "speaker"]


def test_a_home_is_the_country_as_well(roles_in):
    text = "A monitor based in Leeds, England, counted 40 dead."
    assert roles_in(text) == ["actor_home", "actor_home"]


def test_a_town_that_acts_is_where_it_acts_a_government_is_not(roles_in):
    assert roles_in("Fresno, California, declared an emergency.")[0] == "event"
    assert roles_in("Ankara declared an emergency.") == ["speaker"]
