"""Of what is a picture of the affair made? Paths and words in their places, each part with a title of its own.

Everything is drawn as paths, so that one template draws every picture. What a shape means is in its class and its form;
no meaning rests on colour alone.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

# px at full size of letters, and how wide they are as shares of that in DejaVu Sans, the widest of the fonts that the
# page asks for, as Chromium measures it. What is not listed is a small letter or figure of middle width.
SIZE, BOLD_SIZE = 11.0, 12.0
_SHARES = {
    **dict.fromkeys("ijlI'", 0.30),
    **dict.fromkeys(' .,:;|/\\ftr-()[]!J"`', 0.42),
    **dict.fromkeys("csvxyzkLFT?*$“”", 0.59),
    **dict.fromkeys("ABCPRSVXYZKEU", 0.74),
    **dict.fromkeys("DGHNOQ&<>=+~^#", 0.84),
    **dict.fromkeys("mMwW%@—…", 1.0),
}
_MIDDLE = 0.64
# Bold letters against upright ones, the narrow ones included.
_BOLDER = 1.16
_MARKS = frozenset({"Mn", "Me", "Cf"})

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place; `title` is the whole where they are cut."""

    x: float
    y: float
    words: str
    classes: str = ""
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One path with its class."""

    d: str
    classes: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs together and has one title: strokes under labels, a link where it leads to a row of the table."""

    strokes: tuple[Stroke, ...] = ()
    labels: tuple[Label, ...] = ()
    title: str = ""
    href: str = ""
    classes: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of some size with its parts, drawn in their order; `description` says in words what it shows.

    `ground` is drawn under the parts and cut at `frame` (x, y, width, height); `note` is what its reader must know.
    """

    name: str
    description: str
    width: float
    height: float
    parts: tuple[Part, ...]
    ground: tuple[Stroke, ...] = ()
    frame: tuple[float, float, float, float] | None = None
    note: str = ""


def width_of(words: str, *, is_bold: bool = False) -> float:
    """Return how wide words are at the most, in px.

    >>> round(width_of("Dam")), round(width_of("Dam", is_bold=True)), width_of("")
    (27, 35, 0)
    """
    size = BOLD_SIZE * _BOLDER if is_bold else SIZE
    return sum(size * _share(character) for character in words)


def _share(character: str) -> float:
    if character.isascii() or character in _SHARES:
        return _SHARES.get(character, _MIDDLE)
    category = unicodedata.category(character)
    if category in _MARKS:
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.86 if category == "Lu" else 0.72


def fit_words(words: str, room: float, *, is_bold: bool = False) -> str:
    """Return words on one line, cut with an ellipsis to what fits in so many px.

    >>> fit_words("Ministry of Foreign Affairs", 80)
    'Ministry of…'
    """
    line = " ".join(words.split())
    if width_of(line, is_bold=is_bold) <= room:
        return line
    left = room - width_of("…", is_bold=is_bold)
    for place, character in enumerate(line):
        left -= width_of(character, is_bold=is_bold)
        if left < 0:
            return line[:place].rstrip(" ,;:([“") + "…"
    return line


def wrap_words(words: str, room: float, lines: int, *, is_bold: bool = False) -> tuple[str, ...]:
    """Return words in at most so many lines that each fit in so many px; the last is cut where it must be.

    >>> wrap_words("Ministry of Foreign Affairs of Morovar", 90, 2)
    ('Ministry of', 'Foreign Affai…')
    """
    out: list[str] = []
    waiting = words.split()
    while waiting and len(out) < lines - 1:
        line = waiting.pop(0)
        while waiting and width_of(f"{line} {waiting[0]}", is_bold=is_bold) <= room:
            line = f"{line} {waiting.pop(0)}"
        if width_of(line, is_bold=is_bold) > room:
            waiting.insert(0, line)
            break
        out.append(line)
    return (*out, fit_words(" ".join(waiting), room, is_bold=is_bold)) if waiting else tuple(out)


def line_path(points: Sequence[tuple[float, float]], *, is_closed: bool = False) -> str:
    """Return the `d` of a path through points.

    >>> line_path([(0, 0), (4, 2.25)])
    'M0 0L4 2.2'
    """
    places = "L".join(f"{x:.1f} {y:.1f}".replace(".0", "") for x, y in points)
    return f"M{places}{'Z' if is_closed else ''}"


def box_path(x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    """Return the `d` of a box; with a radius its corners are round.

    >>> box_path(1, 2, 10, 5)
    'M1 2h10v5h-10z'
    """
    if radius <= 0:
        return f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z"
    r = min(radius, width / 2, height / 2)
    across, down = width - 2 * r, height - 2 * r
    corner = f"a{r:g} {r:g} 0 0 1"
    return (
        f"M{x + r:g} {y:g}h{across:g}{corner} {r:g} {r:g}v{down:g}{corner} {-r:g} {r:g}"
        f"h{-across:g}{corner} {-r:g} {-r:g}v{-down:g}{corner} {r:g} {-r:g}z"
    )


def circle_path(x: float, y: float, radius: float) -> str:
    """Return the `d` of a circle.

    >>> circle_path(5, 5, 2)
    'M3 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z'
    """
    half = f"a{radius:g} {radius:g} 0 1 0"
    return f"M{x - radius:g} {y:g}{half} {2 * radius:g} 0{half} {-2 * radius:g} 0z"


def diamond_path(x: float, y: float, reach: float) -> str:
    """Return the `d` of a diamond: a point in time.

    >>> diamond_path(5, 5, 2)
    'M5 3l2 2-2 2-2-2z'
    """
    return f"M{x:g} {y - reach:g}l{reach:g} {reach:g}-{reach:g} {reach:g}-{reach:g}-{reach:g}z"


def cross_path(x: float, y: float, reach: float) -> str:
    """Return the `d` of a cross: what strikes through a thing that is denied.

    >>> cross_path(5, 5, 2)
    'M3 3l4 4M7 3l-4 4'
    """
    across = 2 * reach
    return f"M{x - reach:g} {y - reach:g}l{across:g} {across:g}M{x + reach:g} {y - reach:g}l{-across:g} {across:g}"


def rounded_path(points: Sequence[tuple[float, float]], radius: float = 4) -> str:
    """Return the `d` of a path through right-angled points with small round corners.

    >>> rounded_path([(0, 0), (20, 0), (20, 30)])
    'M0 0L16 0Q20 0 20 4L20 30'
    """
    out = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        (x1, y1), (x2, y2) = _towards(corner, before, radius), _towards(corner, after, radius)
        out.append(f"L{x1:g} {y1:g}Q{corner[0]:g} {corner[1]:g} {x2:g} {y2:g}")
    return "".join([*out, f"L{points[-1][0]:g} {points[-1][1]:g}"])


def _towards(corner: tuple[float, float], other: tuple[float, float], radius: float) -> tuple[float, float]:
    """Return the point a radius from a corner to another point, or half the way where that is shorter."""
    length = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    share = min(radius, length / 2) / length if length else 0
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share
