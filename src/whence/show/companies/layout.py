"""Where does each part of a drawn group lie? Companies left, what they share right, owners in arcs before.

Things that the same companies share lie in one box: five companies with one address, agent and director are five lines,
not fifteen.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from whence.show.companies.views import Box, Drawing, Label, Line, Thing
from whence.show.wording import count_of, shortened

COMPANY_WIDTH, COMPANY_HEIGHT, GAP = 325.0, 40.0, 9.0
SHARED_WIDTH, THING_HEIGHT, PADDING = 330.0, 19.0, 7.0
BETWEEN = 160.0
# Letters of 12 and 10.5 pixels that fit into the boxes.
NAME_LETTERS, FACT_LETTERS, THING_LETTERS = 44, 58, 46
# How far the arcs of owners reach to the left, by how many companies they pass, and room for their shares.
ARC, ARC_STEP, ARC_MOST, SHARE_ROOM = 34.0, 14.0, 150.0, 40.0
# Times that each side is put in the order of the other; more changes nothing on groups of fifty.
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class DrawnCompany:
    """A company before it has a place."""

    id: str
    name: str
    facts: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """Things that the same companies share: (kind, words, whole words) of each; `style` is sure, possible or hub."""

    companies: tuple[str, ...]
    style: str
    things: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Arc:
    """Who owns whom before it has a place."""

    owner: str
    owned: str
    share: str
    title: str
    is_sure: bool


def draw_group(companies: Sequence[DrawnCompany], bundles: Sequence[Bundle], arcs: Sequence[Arc]) -> Drawing:
    """Return the drawing of a group, the same for the same group."""
    ids, ordered = _order([company.id for company in companies], bundles, arcs)
    known = {company.id: company for company in companies}
    rank = {company: place for place, company in enumerate(ids)}
    reach = {arc: min(ARC_MOST, ARC + ARC_STEP * abs(rank[arc.owner] - rank[arc.owned])) for arc in arcs}
    left = (max(reach.values()) * 0.75 + SHARE_ROOM) if arcs else 1.0
    tops = {company: 1 + place * (COMPANY_HEIGHT + GAP) for place, company in enumerate(ids)}
    boxes = [
        Box(
            left,
            tops[company],
            COMPANY_WIDTH,
            COMPANY_HEIGHT,
            "company",
            f"{known[company].name}. {known[company].facts}",
            (shortened(known[company].name, NAME_LETTERS), shortened(known[company].facts, FACT_LETTERS)),
        )
        for company in ids
    ]
    right = left + COMPANY_WIDTH + BETWEEN
    shared = _place_bundles(ordered, tops, right)
    lines = _lines(ordered, shared, tops, known, left + COMPANY_WIDTH)
    drawn, labels = _arcs(arcs, reach, tops, left)
    bottom = max(box.y + box.height for box in (*boxes, *shared))
    width = right + SHARED_WIDTH + 1 if shared else left + COMPANY_WIDTH + 1
    return Drawing(
        round(width, 1),
        round(bottom + 1, 1),
        (*boxes, *shared),
        (*lines, *drawn),
        tuple(labels),
        _summary(len(ids), bundles, arcs),
    )


def _summary(companies: int, bundles: Sequence[Bundle], arcs: Sequence[Arc]) -> str:
    things = sum(len(bundle.things) for bundle in bundles)
    owned = f" {count_of(len(arcs), 'line')} of ownership." if arcs else ""
    return (
        f"{count_of(companies, 'company', 'companies')} on the left, joined by lines to {count_of(things, 'thing')} "
        f"that they share, on the right.{owned} The tables below hold every line with its rows."
    )


def _order(companies: Sequence[str], bundles: Sequence[Bundle], arcs: Sequence[Arc]) -> tuple[list[str], list[Bundle]]:
    """Return companies and bundles, each near those that it is joined to."""
    ids, ordered = list(companies), list(bundles)
    for _ in range(_ROUNDS):
        rank = {company: place for place, company in enumerate(ids)}
        ordered.sort(key=lambda bundle: fmean([rank[company] for company in bundle.companies]))
        pulls: dict[str, list[float]] = {company: [rank[company]] for company in ids}
        for bundle in ordered:
            middle = fmean([rank[company] for company in bundle.companies])
            # Few companies that share a thing belong together more than many do.
            for company in bundle.companies:
                pulls[company] += [middle] * (3 if len(bundle.companies) <= 4 else 1)
        for arc in arcs:
            pulls[arc.owned].append(rank[arc.owner])
            pulls[arc.owner].append(rank[arc.owned])
        ids.sort(key=lambda company: fmean(pulls[company]))
    return ids, ordered


def _place_bundles(bundles: Sequence[Bundle], tops: Mapping[str, float], x: float) -> list[Box]:
    """Return the boxes of what is shared, each as near to the middle of its companies as the one above allows."""
    heights = [len(bundle.things) * THING_HEIGHT + 2 * PADDING for bundle in bundles]
    wanted = [
        fmean([tops[company] for company in bundle.companies]) + COMPANY_HEIGHT / 2 - height / 2
        for bundle, height in zip(bundles, heights, strict=True)
    ]
    places: list[float] = []
    free = 1.0
    for top, height in zip(wanted, heights, strict=True):
        places.append(max(top, free))
        free = places[-1] + height + GAP
    # What was pushed below the last company goes up again, as far as there is room.
    floor = max(max(tops.values()) + COMPANY_HEIGHT, 1 + sum(heights) + GAP * max(0, len(heights) - 1))
    for place in reversed(range(len(places))):
        places[place] = min(places[place], floor - heights[place])
        floor = places[place] - GAP
    return [_bundle_box(bundle, x, y, height) for bundle, y, height in zip(bundles, places, heights, strict=True)]


def _bundle_box(bundle: Bundle, x: float, y: float, height: float) -> Box:
    things = tuple(
        Thing(round(y + PADDING + number * THING_HEIGHT + 13, 1), kind, shortened(words, THING_LETTERS), whole)
        for number, (kind, words, whole) in enumerate(bundle.things)
    )
    title = "; ".join(whole for _, _, whole in bundle.things)
    return Box(round(x, 1), round(y, 1), SHARED_WIDTH, round(height, 1), bundle.style, title, things=things)


def _lines(
    bundles: Sequence[Bundle],
    boxes: Sequence[Box],
    tops: Mapping[str, float],
    companies: Mapping[str, DrawnCompany],
    x: float,
) -> list[Line]:
    """Return the lines, spread over the edge of each box in the order of where they come from."""
    ends = [(company, place) for place, bundle in enumerate(bundles) for company in bundle.companies]
    leaving = _spread(ends, lambda end: end[0], lambda end: boxes[end[1]].y)
    arriving = _spread(ends, lambda end: str(end[1]), lambda end: tops[end[0]])
    lines = []
    for end in ends:
        company, place = end
        box, bundle = boxes[place], bundles[place]
        start = tops[company] + COMPANY_HEIGHT * leaving[end]
        stop = box.y + box.height * arriving[end]
        middle = (x + box.x) / 2
        d = f"M{x:.1f} {start:.1f}C{middle:.1f} {start:.1f} {middle:.1f} {stop:.1f} {box.x:.1f} {stop:.1f}"
        lines.append(Line(d, bundle.style, f"{companies[company].name}: {box.title}"))
    return lines


def _spread(
    ends: Sequence[tuple[str, int]],
    edge: Callable[[tuple[str, int]], str],
    other: Callable[[tuple[str, int]], float],
) -> dict[tuple[str, int], float]:
    """Return for each end of a line how far down its box it lies, 0 to 1."""
    groups: dict[str, list[tuple[str, int]]] = {}
    for end in ends:
        groups.setdefault(edge(end), []).append(end)
    found = {}
    for group in groups.values():
        for number, end in enumerate(sorted(group, key=other), 1):
            found[end] = number / (len(group) + 1)
    return found


def _arcs(
    arcs: Sequence[Arc], reach: Mapping[Arc, float], tops: Mapping[str, float], x: float
) -> tuple[list[Line], list[Label]]:
    lines, labels = [], []
    for arc in arcs:
        start, stop = tops[arc.owner] + COMPANY_HEIGHT * 0.3, tops[arc.owned] + COMPANY_HEIGHT * 0.7
        far = x - reach[arc]
        d = f"M{x:.1f} {start:.1f}C{far:.1f} {start:.1f} {far:.1f} {stop:.1f} {x - 1:.1f} {stop:.1f}"
        lines.append(Line(d, "owns" if arc.is_sure else "owns possible", arc.title))
        if arc.share:
            labels.append(Label(round(x - reach[arc] * 0.75 - 4, 1), round((start + stop) / 2 + 4, 1), arc.share))
    return lines, labels
