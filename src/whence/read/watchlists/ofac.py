"""What stands in the files of OFAC's list of Specially Designated Nationals (sdn.xml; sdn.csv, add.csv, alt.csv)?"""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from whence.model.watchlist import EntryKind, ListSource, RefusedEntry, WatchEntry
from whence.read.watchlists.parts import (
    Gathering,
    ListFile,
    Read,
    UnusableRow,
    births_of,
    csv_rows,
    gathered,
    gender_of,
    in_order,
    joined,
    published_in,
    text_at,
    texts_at,
    xml_entries,
)

_LICENCE = "public domain (a work of the United States government)"
_KINDS: dict[str, EntryKind] = {"individual": "person", "entity": "body", "vessel": "vessel", "aircraft": "other"}
# The published rows of the three CSV files have no header and this many cells.
SDN_CELLS, ADD_CELLS, ALT_CELLS = 12, 6, 5
_NULL = "-0-"


def ofac_source(file: ListFile) -> ListSource:
    """Return what is known of the list; its CSV files tell no date."""
    published = published_in(file.head, rb"<Publish_Date>\s*([^<]+)", month_first=True)
    publisher = "Office of Foreign Assets Control, United States Treasury"
    return ListSource("ofac-sdn", "OFAC Specially Designated Nationals", publisher, _LICENCE, published)


def read_ofac_xml(files: Sequence[ListFile]) -> Iterator[Read]:
    """Yield the entries of sdn.xml."""
    for file in files:
        yield from xml_entries(file, ["sdnEntry"], _entry)


def _entry(element: etree._Element) -> WatchEntry:
    entry_id = text_at(element, "uid")
    kind = _KINDS.get(text_at(element, "sdnType").casefold(), "unstated")
    gathering = Gathering.begun(kind)
    gathering.names = [_name(element)]
    for alias in element.iterfind("{*}akaList/{*}aka"):
        names = gathering.weak if text_at(alias, "category").casefold() == "weak" else gathering.aliases
        names.append(_name(alias))
    gathering.births = list(births_of(texts_at(element, "dateOfBirthList/dateOfBirthItem/dateOfBirth")))
    gathering.nationalities = [
        *texts_at(element, "nationalityList/nationality/country"),
        *texts_at(element, "citizenshipList/citizenship/country"),
    ]
    gathering.countries = [
        *texts_at(element, "addressList/address/country"),
        *texts_at(element, "vesselInfo/vesselFlag"),
    ]
    gathering.places = [
        *texts_at(element, "addressList/address/city"),
        *texts_at(element, "placeOfBirthList/placeOfBirthItem/placeOfBirth"),
    ]
    gathering.roles = texts_at(element, "title")
    gathering.programmes = texts_at(element, "programList/program")
    gathering.gender = next(iter(_remark("Gender", text_at(element, "remarks"))), "")
    entry = gathering.entry(entry_id)
    if not entry_id or entry is None:
        missing = "no uid" if not entry_id else "no name"
        raise UnusableRow(f"Found an sdnEntry with {missing}, expected both.")
    return entry


def _name(element: etree._Element) -> str:
    return joined([text_at(element, "firstName"), text_at(element, "lastName")])


def read_ofac_csv(files: Sequence[ListFile]) -> Iterator[Read]:
    """Yield the entries of sdn.csv with the addresses and other names of add.csv and alt.csv, where those are given."""
    entries: dict[str, Gathering] = {}
    rest: list[tuple[str, list[str]]] = []
    for file in files:
        for row in csv_rows(file):
            if isinstance(row, RefusedEntry):
                yield row
                continue
            place, cells = row
            cells = ["" if cell == _NULL else cell for cell in cells]
            # DOS files end in a byte that is no row.
            if not cells[0].isdigit() and "".join(cells).strip("\x1a"):
                yield RefusedEntry(place, f"Found {cells[0]!r} as the number of the entry, expected digits.")
            elif len(cells) == SDN_CELLS:
                entries[cells[0]] = _begun(cells)
            elif len(cells) in (ADD_CELLS, ALT_CELLS):
                rest.append((place, cells))
            elif cells[0].isdigit():
                expected = f"{SDN_CELLS} (sdn), {ADD_CELLS} (add) or {ALT_CELLS} (alt)"
                yield RefusedEntry(place, f"Found {len(cells)} cells, expected {expected}.")
    yield from _add_rest(entries, rest)
    yield from gathered(entries, files[0].path)


def _add_rest(entries: dict[str, Gathering], rest: Iterable[tuple[str, list[str]]]) -> Iterator[RefusedEntry]:
    for place, cells in rest:
        gathering = entries.get(cells[0])
        if gathering is None:
            yield RefusedEntry(place, f"It belongs to entry {cells[0]}, which is not in sdn.csv. Give that file too.")
        elif len(cells) == ALT_CELLS:
            weak = "weak" in cells[4].casefold()
            name = in_order(cells[3]) if gathering.kind == "person" else cells[3]
            (gathering.weak if weak else gathering.aliases).append(name)
        else:
            gathering.places.append(cells[3])
            gathering.countries.append(cells[4])


def _begun(cells: list[str]) -> Gathering:
    # An organisation has no word in this column.
    gathering = Gathering.begun(_KINDS.get(cells[2].casefold(), "body"))
    remarks = cells[11]
    gathering.names = [in_order(cells[1]) if gathering.kind == "person" else cells[1]]
    gathering.programmes = [cells[3].strip("[]")]
    gathering.roles = [cells[4]]
    gathering.countries = [cells[9]]
    if gathering.kind == "person":
        gathering.births = list(births_of([*_remark("DOB", remarks), *_remark("alt. DOB", remarks)]))
        gathering.nationalities = [*_remark("nationality", remarks), *_remark("citizen", remarks)]
        gathering.places = _remark("POB", remarks)
        gathering.gender = gender_of(next(iter(_remark("Gender", remarks)), ""))
    gathering.aliases = re.findall(r"a\.k\.a\. ['\"]([^'\"]+)['\"]", remarks)
    return gathering


def _remark(label: str, remarks: str) -> list[str]:
    """Return what remarks say under a label: parts are set apart by semicolons ("DOB 1971; nationality Iran.")."""
    parts = (part.strip().rstrip(".") for part in remarks.split(";"))
    return [part[len(label) :].strip() for part in parts if part.casefold().startswith(f"{label.casefold()} ")]
