"""What is called after a town is not there: houses in other towns, bodies, branches."""

import pytest

from geoevents.extract.toponyms import find_toponyms

NAMES = [
    # An inn or a shop, whoever the name belongs to.
    ("A fire at the Lisbon restaurant in Tashkent killed three people.", ["Tashkent"]),
    ("A mine went off at the Sheraton hotel in Basra.", ["Basra"]),
    ("Flames swept through the Madrid cinema in the Iraqi city of Basra.", ["Basra"]),
    # Other houses too, where the town is known to be large.
    ("Gunmen burst into the Damascus hospital in Tripoli.", ["Tripoli"]),
    ("At the Kharkiv market in Odesa two traders were shot.", ["Odesa"]),
    # By a small town, or in a unit, the house is at what it is called after.
    ("A drone struck the Kreminna market in Luhansk.", ["Kreminna", "Luhansk"]),
    ("Shells hit the Kramatorsk hospital in Donetsk region.",
     ["Kramatorsk", "Donetsk"]),
    ("Shells hit the Basra hospital in Basra.", ["Basra", "Basra"]),
    ("Gunmen held the Kabul hospital in Afghanistan.", ["Kabul", "Afghanistan"]),
    ("Gunmen held a Moscow theatre in Dubrovka.", ["Moscow", "Dubrovka"]),
    # Bodies.
    ("The Homs brigade lost 14 men near Palmyra.", ["Palmyra"]),
    ("Men of the Kharkiv group shelled Kupiansk.", ["Kupiansk"]),
    ("Islamic State's Yemen branch killed six soldiers near Ataq.", ["Ataq"]),
    ("The party closed the Berlin branch.", ["Berlin"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[n[0][:40] for n in NAMES])
def test_only_where_it_is_counts(engine, services, text, names):
    found = find_toponyms(engine.parse(text), services.gazetteer)
    assert [t.text for t in found] == names
