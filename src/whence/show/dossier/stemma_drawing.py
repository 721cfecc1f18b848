"""Of what is a drawn stemma made? Nodes and lines before they have a place, boxes, paths and captions after."""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["report", "voice", "document", "unseen"]


@dataclass(frozen=True, slots=True)
class Node:
    """A report, a voice, a document or something unseen, before it has a place."""

    id: str
    shape: Shape
    label: str
    title: str
    href: str = ""
    is_origin: bool = False
    lane: str = ""
    time: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A dependence before it has a place; `earlier` is None for what has no node: own access, or a source unknown."""

    later: str
    earlier: str | None
    words: str
    title: str
    kind: Literal["report", "voice", "unseen", "own"]
    is_likely: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One row inside a report's box: where a line enters and what it says."""

    y: float
    words: str
    kind: str
    title: str
    is_local: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A node in its place."""

    x: float
    y: float
    width: float
    height: float
    node: Node
    lines: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A line in its place, as the `d` of an SVG path, from parent to child."""

    d: str
    kind: str
    is_likely: bool
    title: str


@dataclass(frozen=True, slots=True)
class Caption:
    """Words at a place: the name of a lane, or a time beside a row."""

    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A stemma with every part in its place."""

    width: float
    height: float
    boxes: tuple[Placed, ...]
    paths: tuple[Path, ...]
    lanes: tuple[Caption, ...]
    times: tuple[Caption, ...]
    rules: tuple[float, ...]
    summary: str = ""
