"""What a place turned out to be, once it is known which reports happened there."""

from dataclasses import replace

from geoevents.models.mention import Mentions
from geoevents.models.place import PlaceRole
from geoevents.models.report import Report

_MOVING = {PlaceRole.ORIGIN, PlaceRole.DESTINATION}


def finalise_roles(mentions: Mentions, reports: tuple[Report, ...]) -> Mentions:
    """Places of reports become ``event``; places nothing happened at, ``mention``."""
    placed = {r.place for r in reports if r.place is not None}
    toponyms = []
    for index, toponym in enumerate(mentions.toponyms):
        role = toponym.role
        if index in placed and role not in _MOVING:
            role = PlaceRole.EVENT
        elif index not in placed and role is PlaceRole.EVENT:
            role = PlaceRole.MENTION
        toponyms.append(
            toponym if role is toponym.role else replace(toponym, role=role)
        )
    return replace(mentions, toponyms=tuple(toponyms))
