"""What a telling tells again, where one word told of several places."""

from types import SimpleNamespace

from geoevents.assemble.draft import Draft
from geoevents.assemble.reports import told_before
from geoevents.models.span import Span


def _draft(start, place, same_as=()):
    trigger = SimpleNamespace(span=Span(start=start, end=start + 6))
    return Draft(trigger=trigger, sentence=0, place=place, same_as=list(same_as))


def _scene(*names):
    places = [SimpleNamespace(place=SimpleNamespace(id=name)) for name in names]
    return SimpleNamespace(resolutions=places)


SCENE = _scene("Plekhovo", "Vorozhba", "Plekhovo", "Sudzha")


def test_of_a_list_the_event_at_its_own_place_is_told_again():
    one, two = _draft(0, 0), _draft(0, 1)
    assert told_before(SCENE, _draft(90, 2, [two, one])) == [one]


def test_a_telling_without_any_of_the_places_goes_with_the_first():
    one, two = _draft(0, 0), _draft(0, 1)
    assert told_before(SCENE, _draft(90, 3, [one, two])) == [one]
    assert told_before(SCENE, _draft(90, None, [one, two])) == [one]


def test_several_words_are_several_events():
    one, two = _draft(0, 0), _draft(40, 1)
    assert told_before(SCENE, _draft(90, 2, [one, two])) == [one, two]
