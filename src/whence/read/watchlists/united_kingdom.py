"""What stands in the UK sanctions list and in OFSI's consolidated list (each as XML and as CSV)?"""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from whence.model.watchlist import EntryKind, ListSource, RefusedEntry, WatchEntry
from whence.read.watchlists.parts import (
    Gathering,
    ListFile,
    Read,
    UnusableRow,
    births_of,
    distinct,
    gathered,
    iso_date,
    joined,
    numbered,
    published_in,
    table_rows,
    text_at,
    texts_at,
    xml_entries,
)

_LICENCE = "Open Government Licence v3.0"
_KINDS: dict[str, EntryKind] = {"individual": "person", "entity": "body", "ship": "vessel"}
UK_COLUMNS, OFSI_COLUMNS = ("unique id", "name 6"), ("group id", "name 6")


def uk_source(file: ListFile) -> ListSource:
    """Return what is known of the UK sanctions list; its files tell their day before the first entry."""
    published = published_in(file.head, rb"(?:<DateGenerated>|Report Date:)\s*\"?([^<\r\n]+)")
    publisher = "Foreign, Commonwealth and Development Office"
    return ListSource("uk-sanctions", "UK sanctions list", publisher, _LICENCE, published)


def ofsi_source(file: ListFile) -> ListSource:
    """Return what is known of OFSI's list, which closed on 28 January 2026; its XML tells no date of its own."""
    published = published_in(file.head, rb"^(?:\xef\xbb\xbf)?\"?Last Updated\"?:?,\"?([^\r\n,\"]+)")
    publisher = "Office of Financial Sanctions Implementation, HM Treasury"
    return ListSource("uk-ofsi", "OFSI consolidated list", publisher, _LICENCE, published)


def read_uk_xml(files: Sequence[ListFile]) -> Iterator[Read]:
    """Yield the designations of the UK sanctions list."""
    for file in files:
        yield from xml_entries(file, ["Designation"], _designation)


def _designation(element: etree._Element) -> WatchEntry:
    entry_id = text_at(element, "UniqueID")
    gathering = Gathering.begun(_KINDS.get(text_at(element, "IndividualEntityShip").casefold(), "unstated"))
    for name in element.iterfind("{*}Names/{*}Name"):
        whole = joined(text_at(name, f"Name{number}") for number in range(1, 7))
        _sort_name(gathering, whole, text_at(name, "NameType"), text_at(name, "AliasStrength"))
    gathering.aliases += texts_at(element, "NonLatinNames/NonLatinName/NameNonLatinScript")
    person = "IndividualDetails/Individual"
    gathering.births = list(births_of(texts_at(element, f"{person}/DOBs/DOB")))
    gathering.nationalities = texts_at(element, f"{person}/Nationalities/Nationality")
    gathering.countries = [
        *texts_at(element, "Addresses/Address/AddressCountry"),
        *texts_at(element, "ShipDetails/Ship/CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip"),
    ]
    gathering.places = [
        *(line for number in range(1, 7) for line in texts_at(element, f"Addresses/Address/AddressLine{number}")),
        *texts_at(element, f"{person}/BirthDetails/Location/TownOfBirth"),
    ]
    gathering.roles = texts_at(element, f"{person}/Positions/Position")
    gathering.gender = text_at(element, f"{person}/Genders/Gender")
    gathering.listed_on = iso_date(text_at(element, "DateDesignated"))
    gathering.programmes = texts_at(element, "RegimeName")
    entry = gathering.entry(entry_id)
    if not entry_id or entry is None:
        missing = "no UniqueID" if not entry_id else "no name"
        raise UnusableRow(f"Found a Designation with {missing}, expected both.")
    return entry


def _sort_name(gathering: Gathering, name: str, sort: str, quality: str) -> None:
    """Put a name with the entry's own, with its others, or with those that the list calls of low quality."""
    kind = " ".join(sort.casefold().split())
    if kind == "primary name":
        gathering.names.append(name)
    elif "low" in quality.casefold():
        gathering.weak.append(name)
    else:
        gathering.aliases.append(name)


def read_uk_csv(files: Sequence[ListFile]) -> Iterator[Read]:
    """Yield the designations of the UK sanctions list as CSV: a row a name, with the rest repeated."""
    yield from _read_rows(files, UK_COLUMNS, _UK_NAMES)


def read_ofsi_csv(files: Sequence[ListFile]) -> Iterator[Read]:
    """Yield the targets of OFSI's list as CSV: a row a name, those of one target share its Group ID."""
    yield from _read_rows(files, OFSI_COLUMNS, _OFSI_NAMES)


# What this module calls a cell, and what either list calls it, in small letters.
_UK_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("unique id",),
    "kind": ("individual, entity, ship", "designation type"),
    "sort": ("name type",),
    "quality": ("alias strength",),
    "script": ("name non-latin script",),
    "birth": ("d.o.b",),
    "nationality": ("nationality(/ies)",),
    "country": ("address country",),
    "flag": ("current believed flag of ship",),
    "town": ("town of birth",),
    "role": ("position",),
    "regime": ("regime name",),
    "listed": ("date designated",),
    "address": tuple(f"address line {number}" for number in range(1, 7)),
}
_OFSI_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("group id",),
    "kind": ("group type",),
    "sort": ("alias type",),
    "quality": ("alias quality",),
    "script": ("name non-latin script",),
    "birth": ("dob",),
    "nationality": ("nationality",),
    "country": ("country",),
    "flag": (),
    "town": ("town of birth",),
    "role": ("position",),
    "regime": ("regime",),
    "listed": ("listed on",),
    "address": tuple(f"address {number}" for number in range(1, 7)),
}


def _read_rows(
    files: Sequence[ListFile], wanted: Sequence[str], names: Mapping[str, tuple[str, ...]]
) -> Iterator[Read]:
    entries: dict[str, Gathering] = {}
    for file in files:
        for row in table_rows(file, ",", wanted):
            if isinstance(row, RefusedEntry):
                yield row
                continue
            place, cells = row
            found = {what: [cells.get(column, "") for column in columns] for what, columns in names.items()}
            entry_id = joined(found["id"])
            if not entry_id:
                yield RefusedEntry(place, f"Found nothing in the column {names['id'][0]!r}, expected the entry's id.")
                continue
            kind = _KINDS.get(joined(found["kind"]).casefold(), "unstated")
            name = joined(cells.get(f"name {number}", "") for number in range(1, 7))
            _add_row(entries.setdefault(entry_id, Gathering.begun(kind)), found, name)
    yield from gathered(entries, files[0].path)


def _add_row(gathering: Gathering, found: Mapping[str, Sequence[str]], name: str) -> None:
    _sort_name(gathering, name, joined(found["sort"]), joined(found["quality"]))
    gathering.aliases += found["script"]
    gathering.births += births_of(numbered(joined(found["birth"])))
    gathering.nationalities += numbered(joined(found["nationality"]))
    gathering.countries += [*numbered(joined(found["country"])), *found["flag"]]
    gathering.places += [*found["address"], *numbered(joined(found["town"]))]
    gathering.roles += numbered(joined(found["role"]))
    gathering.programmes += found["regime"]
    gathering.listed_on = gathering.listed_on or iso_date(joined(found["listed"]))


def read_ofsi_xml(files: Sequence[ListFile]) -> Iterator[Read]:
    """Yield the targets of OFSI's list as XML: an element a name, those of one target share its GroupID."""
    entries: dict[str, Gathering] = {}

    def add(element: etree._Element) -> None:
        entry_id = text_at(element, "GroupID")
        if not entry_id:
            raise UnusableRow("Found a FinancialSanctionsTarget with no GroupID, expected one.")
        kind = _KINDS.get(text_at(element, "GroupTypeDescription").casefold(), "unstated")
        found = {what: [text_at(element, name) for name in names] for what, names in _OFSI_ELEMENTS.items()}
        name = joined(text_at(element, part) for part in ("name1", "name2", "name3", "name4", "name5", "Name6"))
        _add_row(entries.setdefault(entry_id, Gathering.begun(kind)), found, name)

    for file in files:
        yield from xml_entries(file, ["FinancialSanctionsTarget"], add)
    yield from gathered(entries, distinct(file.path for file in files)[0])


_OFSI_ELEMENTS: Mapping[str, tuple[str, ...]] = {
    "sort": ("AliasType",),
    "quality": ("AliasQuality",),
    "script": ("NameNonLatinScript",),
    "birth": ("Individual_DateOfBirth",),
    "nationality": ("Individual_Nationality",),
    "country": ("Country",),
    "flag": ("Ship_Flag",),
    "town": ("Individual_TownOfBirth",),
    "role": ("Individual_Position",),
    "regime": ("RegimeName",),
    "listed": ("DateListed",),
    "address": tuple(f"Address{number}" for number in range(1, 7)),
}
