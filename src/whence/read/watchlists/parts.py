"""Which parts of published lists are read alike: dates, names, files of XML and of CSV, row by row?"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from lxml import etree

from whence.model.watchlist import NOT_RECORDED, EntryKind, RefusedEntry, WatchEntry
from whence.read.decoding import as_utf8, decode, encoding_of

# A file's first bytes, in which its format shows.
HEAD_BYTES = 65536
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DECLARED = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_NUMBERED = re.compile(r"\s*\(\d{1,2}\)\s*")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)(?:-(\d\d))?(?=T|\b)")
_SLASHED = re.compile(r"(\d{1,2}|[dm]{2})/(\d{1,2}|[dm]{2})/(\d{4})")
_WORDED = re.compile(r"(?:(\d{1,2})[ -])?([A-Za-z]{3})[a-z]*\.?[ -](\d{4})")

Read = WatchEntry | RefusedEntry


class UnusableRow(ValueError):
    """A row that is refused, with its reason; the rest goes on."""


@dataclass(frozen=True, slots=True)
class ListFile:
    """An open file of a list: its name as typed, its first bytes, and all of them as a stream; both in UTF-8."""

    path: str
    head: bytes
    stream: BinaryIO


def list_file(path: str, start: bytes, stream: BinaryIO) -> ListFile:
    r"""Return a file of a list, in whatever encoding it is; `start` are its first bytes, `stream` stands at the first.

    XML says its encoding in its first line; other files are known by a byte order mark or by what fits.

    >>> import io
    >>> data = '{"id": "a"}'.encode("utf-16")
    >>> list_file("list.json", data, io.BytesIO(data)).stream.read()
    b'{"id": "a"}'
    """
    found = _DECLARED.match(start)
    encoding = encoding_of(start, declared=found.group(1).decode("ascii") if found else None)
    return ListFile(path, as_utf8(BytesIO(start), encoding).read(), as_utf8(stream, encoding))


def iso_date(text: str, *, month_first: bool = False) -> str:
    """Return a date of these lists as ISO, as much of it as is told, or "" where none is.

    >>> iso_date("04/03/1971"), iso_date("03/04/1971", month_first=True), iso_date("dd/mm/1945"), iso_date("4 Mar 1971")
    ('1971-03-04', '1971-03-04', '1945', '1971-03-04')
    """
    if found := _ISO.search(text):
        year, month, day = found.groups()
        return year if month == "00" else f"{year}-{month}" if day in (None, "00") else found.group(0)
    if found := _SLASHED.search(text):
        one, two, year = found.groups()
        day, month = (two, one) if month_first else (one, two)
        if not month.isdigit() or not 1 <= int(month) <= 12:
            return year
        return f"{year}-{int(month):02}-{int(day):02}" if day.isdigit() and int(day) else f"{year}-{int(month):02}"
    found = _WORDED.search(text)
    if found and found.group(2).lower() in _MONTHS:
        month = f"{_MONTHS.index(found.group(2).lower()) + 1:02}"
        return f"{found.group(3)}-{month}" + (f"-{int(found.group(1)):02}" if found.group(1) else "")
    year = _YEAR.search(text)
    return year.group(0) if year else ""


def births_of(texts: Iterable[str], *, month_first: bool = False) -> tuple[str, ...]:
    """Return dates of birth as EDTF, each once: "circa" and "between" are kept, what tells no year is left out.

    >>> births_of(["circa 1971", "1970 to 1974", "4 Mar 1971", "unknown"])
    ('1971~', '1970/1974', '1971-03-04')
    """
    found = []
    for text in texts:
        years = _YEAR.findall(text)
        if len(years) == 2 and re.search(r"\b(?:to|between|and)\b|[-–]", text, re.IGNORECASE):
            found.append(f"{years[0]}/{years[1]}")
        elif value := iso_date(text, month_first=month_first):
            about = re.search(r"\b(?:circa|approx\w*|about)\b", text, re.IGNORECASE)
            found.append(value[:4] + "~" if about else value)
    return distinct(found)


def distinct(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Return texts with their blanks evened out, each once and none empty.

    >>> distinct([" a  b", None, "", "a b"])
    ('a b',)
    """
    return tuple(dict.fromkeys(even for text in texts if (even := " ".join((text or "").split()))))


def joined(parts: Iterable[str | None], *, between: str = " ") -> str:
    """Return the parts that say something, in one.

    >>> joined(["Lena", None, " ", "Torv"])
    'Lena Torv'
    """
    return between.join(even for part in parts if (even := " ".join((part or "").split())))


def numbered(text: str | None) -> tuple[str, ...]:
    """Return the items of a cell that counts them: "(1) Iran (2) Iraq".

    >>> numbered("(1) Iran. (2) Iraq"), numbered("Iran")
    (('Iran', 'Iraq'), ('Iran',))
    """
    return distinct(part.strip(" .;") for part in _NUMBERED.split(text or ""))


def in_order(name: str) -> str:
    """Return "TORV, Lena Maria" as "Lena Maria TORV"; a name without a comma as it is.

    >>> in_order("TORV, Lena Maria")
    'Lena Maria TORV'
    """
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() else name.strip()


def published_in(head: bytes, pattern: bytes, *, month_first: bool = False) -> str:
    """Return the day of publication that the first bytes of a file tell, or "not recorded"."""
    found = re.search(pattern, head)
    text = found.group(1).decode("utf-8", "replace") if found else ""
    return iso_date(text, month_first=month_first) or NOT_RECORDED


def xml_entries(
    file: ListFile, tags: Sequence[str], read: Callable[[etree._Element], WatchEntry | None]
) -> Iterator[Read]:
    """Yield what each element of these names comes to, in little memory; where the XML breaks off, that is a refusal.

    Entities are not resolved and nothing is loaded; a file that declares a document type was refused before.
    """
    places = [f"{{*}}{tag}" for tag in tags]
    events = etree.iterparse(
        file.stream, tag=places, encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False
    )
    while True:
        try:
            _, element = next(events)
        except StopIteration:
            return
        except etree.XMLSyntaxError as problem:
            reason = f"The XML breaks off here: {problem.msg}. What comes after it was not read."
            yield RefusedEntry(f"{file.path}, line {problem.lineno or 0:,}", reason)
            return
        place = f"{file.path}, line {element.sourceline or 0:,}"
        yield from _usable(place, lambda found=element: read(found))  # type: ignore[misc]  # bound at once
        _forget(element)


def _usable(place: str, read: Callable[[], WatchEntry | None]) -> Iterator[Read]:
    try:
        entry = read()
    except UnusableRow as problem:
        yield RefusedEntry(place, str(problem))
        return
    if entry is not None:
        yield entry


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def texts_at(element: etree._Element, path: str) -> list[str]:
    """Return the texts at a path of local names, in order, those that say something."""
    found = element.iterfind("/".join(f"{{*}}{step}" for step in path.split("/")))
    return [text for each in found if (text := (each.text or "").strip())]


def text_at(element: etree._Element, path: str) -> str:
    """Return the first text at a path of local names, or ""."""
    return next(iter(texts_at(element, path)), "")


def csv_rows(file: ListFile, delimiter: str = ",") -> Iterator[tuple[str, list[str]] | RefusedEntry]:
    """Yield each row with its place; one that the format cannot hold is refused and the rest goes on.

    A cell that is no UTF-8 after a start that was is read as older programs write these lists.
    """
    text = io.TextIOWrapper(file.stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    rows = csv.reader(text, delimiter=delimiter)
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield RefusedEntry(f"{file.path}, line {rows.line_num:,}", f"The row cannot be read: {problem}.")
            continue
        if any(cells):
            yield f"{file.path}, line {rows.line_num:,}", [_decoded(cell) for cell in cells]


def _decoded(cell: str) -> str:
    if cell.isascii() or not any("\udc80" <= letter <= "\udcff" for letter in cell):
        return cell.strip()
    return decode(cell.encode("utf-8", "surrogateescape")).strip()


def table_rows(
    file: ListFile, delimiter: str, wanted: Sequence[str]
) -> Iterator[tuple[str, dict[str, str]] | RefusedEntry]:
    """Yield the rows under the line that names all the wanted columns, each cell by its column in small letters.

    A row that has more cells than there are columns is refused: its cells would stand under wrong names.
    """
    columns: list[str] = []
    for row in csv_rows(file, delimiter):
        if isinstance(row, RefusedEntry):
            yield row
            continue
        place, cells = row
        if not columns:
            names = [" ".join(cell.casefold().split()) for cell in cells]
            columns = names if set(wanted) <= set(names) else []
        elif any(cells[len(columns) :]):
            yield RefusedEntry(place, f"Found {len(cells)} cells, expected {len(columns)} as the header has.")
        else:
            yield place, dict(zip(columns, cells, strict=False))


@dataclass(slots=True)
class Gathering:
    """Rows of one entry, which some lists spread over many lines, put together under its id."""

    kind: EntryKind
    names: list[str]
    aliases: list[str]
    weak: list[str]
    births: list[str]
    nationalities: list[str]
    countries: list[str]
    roles: list[str]
    places: list[str]
    programmes: list[str]
    gender: str = ""
    listed_on: str = ""

    @classmethod
    def begun(cls, kind: EntryKind) -> "Gathering":
        """Return an entry of which nothing is known yet but its kind."""
        return cls(kind, [], [], [], [], [], [], [], [], [])

    def entry(self, entry_id: str) -> WatchEntry | None:
        """Return what was gathered, or None where no name was: the best of them is the entry's."""
        names = distinct((*self.names, *self.aliases, *self.weak))
        if not names:
            return None
        rest = names[1:]
        weak = set(distinct(self.weak)) - set(distinct((*self.names, *self.aliases)))
        return WatchEntry(
            id=entry_id,
            kind=self.kind,
            name=names[0],
            aliases=tuple(name for name in rest if name not in weak),
            weak_names=tuple(name for name in rest if name in weak),
            births=distinct(self.births),
            nationalities=distinct(self.nationalities),
            countries=distinct(self.countries),
            roles=distinct(self.roles),
            places=distinct(self.places),
            gender=gender_of(self.gender),
            listed_on=self.listed_on,
            programmes=distinct(self.programmes),
        )


def gathered(entries: dict[str, Gathering], path: str) -> Iterator[Read]:
    """Yield the gathered entries; one without a name is refused."""
    for entry_id, gathering in entries.items():
        entry = gathering.entry(entry_id)
        yield entry or RefusedEntry(f"{path}, entry {entry_id}", "It has no name.")


def gender_of(text: str) -> str:
    """Return male, female or "" for what lists write.

    >>> gender_of("M"), gender_of("Female"), gender_of("Unknown")
    ('male', 'female', '')
    """
    return {"m": "male", "f": "female"}.get(text.strip()[:1].lower(), "")
