"""What lies in what, told from country and unit codes."""

from geoevents.models.place import Place, PlaceKind

_LEVEL = {
    PlaceKind.CONTINENT: 0,
    PlaceKind.COUNTRY: 1,
    PlaceKind.REGION: 2,
    PlaceKind.ADMIN1: 3,
    PlaceKind.ADMIN2: 4,
}


def level(place: Place) -> int:
    """0 continent, 1 country, 2 region, 3 and 4 units, 5 anything smaller."""
    return _LEVEL.get(place.kind, 5)


def lies_in(place: Place, container: Place) -> bool:
    """True when the codes say that ``place`` is part of ``container``."""
    if container.id == place.id or level(container) > level(place):
        return False
    if container.country is None or container.country != place.country:
        return False
    if container.kind is PlaceKind.COUNTRY:
        return True
    if container.kind is PlaceKind.ADMIN1:
        return (
            place.admin1_code is not None
            and container.admin1_code == place.admin1_code
            and place.kind is not PlaceKind.ADMIN1
        )
    return container.kind is PlaceKind.ADMIN2 and container.name == place.admin2
