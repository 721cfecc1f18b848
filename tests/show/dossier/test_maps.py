"""Are places where they lie, are all in the frame, and do no two labels meet?"""

import math
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.engines.base_map import NaturalEarthMap
from whence.model.base_map import Detail, Outlines
from whence.model.place import angle_between
from whence.show.dossier.map_drawing import Point, draw_map
from whence.show.dossier.map_ground import clip_ring
from whence.show.dossier.map_projection import choose_view, circle_around
from whence.show.dossier.picture import Label, Picture, width_of

SQUARE = np.array([[10.0, 45.0], [20.0, 45.0], [20.0, 55.0], [10.0, 55.0], [10.0, 45.0]])


class OneSquare:
    """A base map of one square country."""

    def outlines(self, detail: Detail) -> Outlines:
        assert detail in ("world", "region")
        return Outlines((SQUARE,), (SQUARE[:2],), ())


def point(number: int, lon: float, lat: float, radius: float | None = None, *, name: str = "Karst") -> Point:
    return Point(number, name, f"{name} whole", f"#where{number}", lon, lat, radius, "certain", is_denied=False)


PLACES = st.tuples(st.floats(-180, 180), st.floats(-75, 80), st.sampled_from([None, 5.0, 300.0, 2000.0]))


def labels_of(picture: Picture) -> list[Label]:
    return [label for part in picture.parts for label in part.labels]


def boxes(picture: Picture) -> list[tuple[float, float, float, float]]:
    found = []
    for label in labels_of(picture):
        width = width_of(label.words)
        left = label.x - (width / 2 if label.anchor == "middle" else 0)
        found.append((left, label.y - 9, left + width, label.y + 2))
    return found


@settings(max_examples=40, deadline=None)
@given(st.lists(PLACES, min_size=1, max_size=25))
def test_every_place_is_inside_the_frame_and_no_labels_meet(places: list[tuple[float, float, float | None]]) -> None:
    points = [point(n, *place, name=f"Place of number {n}") for n, place in enumerate(places, 1)]
    picture = draw_map(points, OneSquare(), "Map")
    left, top, width, height = picture.frame or (0, 0, 0, 0)
    for part in picture.parts:
        for stroke in part.strokes:
            if stroke.classes.startswith("mark"):
                x, y = map(float, re.findall(r"-?[\d.]+", stroke.d)[:2])
                assert left - 5 <= x <= left + width + 5
                assert top - 5 <= y <= top + height + 5
    labels = boxes(picture)
    for n, one in enumerate(labels):
        assert one[0] >= left
        assert one[2] <= left + width
        for other in labels[n + 1 :]:
            assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def test_areas_are_kept_in_both_projections() -> None:
    for places in ([(15.0, 50.0, 10.0)], [(-170.0, 50.0, 10.0), (20.0, -30.0, 0.0), (100.0, 0.0, 0.0)]):
        view = choose_view(places)
        areas = []
        for lat in (0.0, 60.0):
            ring = view.project(
                circle_around(view.lon + 10, lat if view.kind == "world" else view.lat + lat / 4, 100.0)
            )
            x, y = ring[:, 0], ring[:, 1]
            areas.append(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)
        true = 2 * math.pi * (1 - math.cos(100 / 6371))
        assert areas == pytest.approx([true, true], rel=0.01)


def test_the_view_goes_the_short_way_round_the_earth() -> None:
    view = choose_view([(178.0, -18.0, 10.0), (-178.0, -16.0, 10.0)])
    assert (abs(view.lon), view.kind) == (180.0, "region")
    assert choose_view([(-99.0, 19.0, 10.0), (30.0, 50.0, 10.0)]).kind == "world"


def test_a_circle_is_as_far_from_its_middle_as_it_says() -> None:
    far = [angle_between((30.0, 70.0), (lon, lat)) for lon, lat in circle_around(30.0, 70.0, 500.0).tolist()]
    assert far == pytest.approx([math.degrees(500 / 6371)] * len(far))


def test_a_vague_place_has_a_circle_and_a_near_one_only_a_dot() -> None:
    vague = draw_map([point(1, 15, 50, 300.0)], OneSquare(), "Map")
    near = draw_map([point(1, 15, 50, 1.0)], OneSquare(), "Map")
    assert any(part.classes == "vague" for part in vague.parts)
    assert not any(part.classes == "vague" for part in near.parts)


def test_no_name_of_a_country_stands_under_the_plate_of_a_label_or_of_the_scale() -> None:
    places = [(24.0, 49.8, 15.0), (30.5, 50.4, 20.0), (35.0, 48.5, 300.0), (36.2, 50.0, 20.0), (30.7, 46.4, 8.0)]
    picture = draw_map([point(n, *place) for n, place in enumerate(places, 1)], NaturalEarthMap(), "Map")
    names = [box for box, label in zip(boxes(picture), labels_of(picture), strict=True) if label.classes == "country"]
    plates = [stroke.d for part in picture.parts for stroke in part.strokes if stroke.classes == "plate"]
    assert names
    assert len(plates) == 6
    for d in plates:
        x, y, _ = (float(n) for n in re.findall(r"-?[\d.]+", d)[:3])
        width = max(float(n) for n in re.findall(r"h(-?[\d.]+)", d))
        for left, top, right, bottom in names:
            assert not (left < x + width and x < right and top < y + 14 and y < bottom)


def test_land_is_cut_at_the_frame() -> None:
    ring = clip_ring(SQUARE, (12, 40, 15, 60))
    assert (ring[:, 0].min(), ring[:, 0].max(), ring[:, 1].min(), ring[:, 1].max()) == (12, 15, 45, 55)
    assert len(clip_ring(SQUARE, (30, 40, 40, 60))) == 0


def test_a_map_of_the_world_and_one_of_a_region_stay_small() -> None:
    world = draw_map([point(1, -99, 19), point(2, 30, 50), point(3, 140, -30)], NaturalEarthMap(), "Map")
    region = draw_map([point(1, 22, 60, 900.0)], NaturalEarthMap(), "Map")
    for picture in (world, region):
        assert 5_000 < sum(len(stroke.d) for stroke in picture.ground) < 150_000
        assert "NaN" not in "".join(stroke.d for stroke in picture.ground).replace("nan", "NaN")


def test_a_map_over_the_antimeridian_has_land_on_both_sides() -> None:
    picture = draw_map([point(1, 140, 0), point(2, -80, 0)], NaturalEarthMap(), "Map")
    land = next(stroke.d for stroke in picture.ground if stroke.classes == "land")
    starts = [float(x) for x in re.findall(r"M(-?[\d.]+)", land)]
    assert min(starts) < 200
    assert max(starts) > 800


def test_no_coast_runs_across_a_map_around_the_antimeridian() -> None:
    picture = draw_map([point(1, 178, -18), point(2, -175, -20), point(3, 170, 60)], NaturalEarthMap(), "Map")
    land = next(stroke.d for stroke in picture.ground if stroke.classes == "land")
    steps = [float(x) for x in re.findall(r"(?<=[l ])(-?[\d.]+) -?[\d.]+", land)]
    assert max(map(abs, steps)) < 400
