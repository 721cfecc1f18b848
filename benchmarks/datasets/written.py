"""What do the project's own written passages and sentences say, and where in their texts?

What the tables mean, who wrote them and by which conventions: `training/written/README.md`.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "training" / "written"
LEARN, LOCKED = "learn", "locked"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WrittenVoice:
    """One voice of a chain; `worded` is where the text puts it, None where it stands nowhere."""

    name: str
    worded: Span | None
    kind: str
    named: bool


@dataclass(frozen=True, slots=True)
class WrittenAttribution:
    """Who says a content by which words."""

    source: Span | None
    cue: Span | None
    content: Span


@dataclass(frozen=True, slots=True)
class WrittenStatement:
    """One statement; `outer` are the attributions inside whose content it stands, outermost first."""

    said: WrittenAttribution
    voices: tuple[WrittenVoice, ...]
    outer: tuple[WrittenAttribution, ...]
    act: str
    certainty: str
    polarity: str
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class WrittenPassage:
    """One invented passage with its statements."""

    id: str
    outlet: str | None
    phenomena: tuple[str, ...]
    text: str
    statements: tuple[WrittenStatement, ...]


@dataclass(frozen=True, slots=True)
class WrittenNames:
    """One invented sentence with its names in order: span and kind."""

    id: str
    text: str
    names: tuple[tuple[Span, str], ...]
    why: str


def files(half: str) -> list[Path]:
    """Return the files of one half, in order."""
    return sorted((FOLDER / half).glob("*.tsv"))


def passages(half: str, *, second: bool = False) -> Iterator[WrittenPassage]:
    """Yield the passages of one half, "learn" or "locked"; `second` yields its tenth as labelled the second time."""
    for file in _files("passages", half, second):
        yield from _passages_of(_rows(file))


def sentences(half: str, *, second: bool = False) -> Iterator[WrittenNames]:
    """Yield the sentences of one half with their names; `second` as for the passages."""
    for file in _files("names", half, second):
        for row in _rows(file):
            yield WrittenNames(row["id"], row["text"], tuple(_names(row["text"], row["names"])), row["why"])


def _files(table: str, half: str, second: bool) -> list[Path]:
    return sorted(FOLDER.glob(f"second/{table}-{half}.tsv" if second else f"{half}/{table}-*.tsv"))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, dialect="excel-tab"))


def _passages_of(rows: list[dict[str, str]]) -> Iterator[WrittenPassage]:
    """Yield passages from rows of which only the first of each passage holds its text."""
    groups: list[list[dict[str, str]]] = []
    for row in rows:
        if row["text"]:
            groups.append([])
        groups[-1].append(row)
    for group in groups:
        head = group[0]
        statements = tuple(_statement(head["text"], row) for row in group if row["content"])
        phenomena = tuple(f"{head['phenomenon']} {head['also']}".split())
        yield WrittenPassage(head["id"], head["outlet"] or None, phenomena, head["text"], statements)


def _statement(text: str, row: dict[str, str]) -> WrittenStatement:
    said = WrittenAttribution(_find(text, row["source"]), _find(text, row["cue"]), _must(text, row["content"]))
    voices = tuple(_voice(text, cell) for cell in row["voices"].split(" > ") if cell)
    outer = tuple(_outer(text, cell) for cell in row["outer"].split(" > ") if cell)
    return WrittenStatement(
        said, voices, outer, row["act"], row["certainty"], row["polarity"], row["quote"], row["why"]
    )


def _voice(text: str, cell: str) -> WrittenVoice:
    name, worded, kind, named = (part.strip() for part in cell.split("|"))
    return WrittenVoice(name, _find(text, worded), kind, named == "named")


def _outer(text: str, cell: str) -> WrittenAttribution:
    source, cue, content = (part.strip() for part in cell.split("|"))
    return WrittenAttribution(_find(text, source), _find(text, cue), _must(text, content))


def _find(text: str, part: str) -> Span | None:
    return _must(text, part) if part else None


def _must(text: str, part: str) -> Span:
    """Return where a part stands as whole words; "said@2" is the second "said", and needed where there are two."""
    match = re.search(r"@(\d+)$", part)
    number = int(match.group(1)) if match else 1
    bare = part[: match.start()] if match else part
    before, after = (r"(?<!\w)" if bare[0].isalnum() else ""), (r"(?!\w)" if bare[-1].isalnum() else "")
    places = [found.start() for found in re.finditer(before + re.escape(bare) + after, text)]
    if len(places) < number:
        raise ValueError(f"Found {len(places)} times {bare!r}, expected {number}, in the passage {text[:60]!r}")
    if len(places) > 1 and match is None:
        raise ValueError(
            f"Found {len(places)} times {bare!r}, expected a number as in {bare + '@2'!r}, in {text[:60]!r}"
        )
    return places[number - 1], places[number - 1] + len(bare)


def _names(text: str, cell: str) -> Iterator[tuple[Span, str]]:
    """Yield the names of a cell "Runa Holt = person ; Veldia = place", each looked for behind the one before."""
    at = 0
    for item in filter(None, cell.split(" ; ")):
        name, _, kind = item.rpartition(" = ")
        before, after = (r"(?<!\w)" if name[0].isalnum() else ""), (r"(?!\w)" if name[-1].isalnum() else "")
        found = re.compile(before + re.escape(name) + after).search(text, at)
        if found is None:
            raise ValueError(f"Found no {name!r} behind character {at}, expected one, in {text[:60]!r}")
        at = found.end()
        yield found.span(), kind
