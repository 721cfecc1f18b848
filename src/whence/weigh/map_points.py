"""Where is what said to be or happen? A point for each place, with every statement that names it."""

from collections.abc import Iterable
from math import inf

from whence.model.affair import AffairSources, MapPoint, SaidThere
from whence.model.entity import CaseEntity
from whence.model.report import Passage
from whence.model.spans import Span
from whence.model.statement import PlaceExpression
from whence.weigh.statement_places import StatementPlaces, place_statements, published_order

Key = tuple[str, str]


def find_points(sources: AffairSources, places: StatementPlaces | None = None) -> tuple[MapPoint, ...]:
    """Return the places, those of most reports first; one whose coordinates are not known is a point without them.

    Two names of one entry of the gazetteer are one point. A place that no statement names gives none, and neither does
    one without a known position that the case as a whole takes for a body, a person or a thing.
    """
    places = places or place_statements(sources)
    others = _other_things(sources.entities)
    found: dict[Key, PlaceExpression] = {}
    said: dict[Key, list[SaidThere]] = {}
    for report in (each.id for each in sorted(sources.reports.values(), key=published_order)):
        understanding = sources.understandings.get(report)
        for place in understanding.places if understanding is not None else ():
            if place.lat is None and (report, place.span) in others:
                continue
            holding = places.holding(report, place.span)
            if holding is None:
                continue
            key = _key(place)
            found[key] = min(found.get(key, place), place, key=_vagueness)
            said.setdefault(key, []).append(
                SaidThere(Passage(report, place.span), places.said(report, holding.statement))
            )
    points = [_point(place, said[key]) for key, place in found.items()]
    return tuple(sorted(points, key=lambda point: (-_reports(point), -len(point.said), point.name)))


def _other_things(entities: Iterable[CaseEntity]) -> frozenset[tuple[str, Span]]:
    """Return where things stand that are no places."""
    return frozenset(
        (passage.report, passage.span)
        for entity in entities
        if entity.kind not in ("place", "facility")
        for occurrence in entity.occurrences
        for passage in occurrence.passages
    )


def _vagueness(place: PlaceExpression) -> float:
    return place.radius_km if place.radius_km is not None else inf


def _key(place: PlaceExpression) -> Key:
    """Return what a place is known by: its entry in the gazetteer, else its name and where it lies.

    What one report leaves open is not told by another: "Springfield" alone is no word on Springfield, Illinois.
    """
    if place.gazetteer_id and place.chosen_among:
        return "chosen", place.gazetteer_id
    if place.gazetteer_id:
        return "gazetteer", place.gazetteer_id
    return place.name.casefold(), f"{place.lat} {place.lon}"


def _point(place: PlaceExpression, said: list[SaidThere]) -> MapPoint:
    """Return the point of a place; a statement that names it twice is told once."""
    once = {(row.said.report, row.said.statement): row for row in reversed(said)}
    return MapPoint(
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        gazetteer_id=place.gazetteer_id or "",
        said=tuple(reversed(once.values())),
        chosen_among=place.chosen_among,
    )


def _reports(point: MapPoint) -> int:
    return len({row.said.report for row in point.said})
