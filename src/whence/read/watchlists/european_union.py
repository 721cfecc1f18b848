"""What stands in the consolidated list of the European Union's financial sanctions (XML 1.1, CSV 1.1)?"""

from collections.abc import Iterator, Sequence

from lxml import etree

from whence.model.watchlist import EntryKind, ListSource, RefusedEntry, WatchEntry
from whence.read.watchlists.parts import (
    Gathering,
    ListFile,
    Read,
    UnusableRow,
    births_of,
    gathered,
    iso_date,
    joined,
    published_in,
    table_rows,
    xml_entries,
)

_KINDS: dict[str, EntryKind] = {"person": "person", "p": "person", "enterprise": "body", "e": "body"}
EU_COLUMNS = ("entity_logicalid", "namealias_wholename")
# What the list writes where the country is not known.
_UNKNOWN = ("00", "UNKNOWN", "")


def eu_source(file: ListFile) -> ListSource:
    """Return what is known of the list; XML tells its moment in its first element, CSV in each row's first cell."""
    published = published_in(file.head, rb"""generationDate\s*=\s*["']([^"']+)""")
    if file.head.lstrip(b"\xef\xbb\xbf").startswith(b"fileGenerationDate"):
        published = published_in(file.head, rb"\n\"?([\d/-]{10})")
    licence = "reuse allowed with the source named (Commission Decision 2011/833/EU)"
    return ListSource("eu-fsf", "EU consolidated financial sanctions list", "European Commission", licence, published)


def read_eu_xml(files: Sequence[ListFile]) -> Iterator[Read]:
    """Yield the entries of the XML file; all that it says stands in attributes."""
    for file in files:
        yield from xml_entries(file, ["sanctionEntity"], _entry)


def _entry(element: etree._Element) -> WatchEntry:
    entry_id = element.get("logicalId") or element.get("euReferenceNumber") or ""
    code = next((kind.get("code", "") for kind in element.iterfind("{*}subjectType")), "")
    gathering = Gathering.begun(_KINDS.get(code.casefold(), "unstated"))
    for alias in element.iterfind("{*}nameAlias"):
        whole = alias.get("wholeName") or joined(alias.get(part) for part in ("firstName", "middleName", "lastName"))
        names = gathering.names if alias.get("strong", "true") == "true" else gathering.weak
        names.append(whole)
        gathering.roles.append(alias.get("function", ""))
        gathering.gender = gathering.gender or alias.get("gender", "")
    gathering.births = list(births_of(_births(element)))
    for part, told in (("citizenship", gathering.nationalities), ("address", gathering.countries)):
        for found in element.iterfind(f"{{*}}{part}"):
            told.append(_country(found.get("countryIso2Code", ""), found.get("countryDescription", "")))
            gathering.places.append(found.get("city", ""))
    gathering.places += [found.get("city", "") for found in element.iterfind("{*}birthdate")]
    gathering.programmes = [found.get("programme", "") for found in element.iterfind("{*}regulation")]
    gathering.listed_on = iso_date(element.get("designationDate") or "")
    entry = gathering.entry(entry_id)
    if not entry_id or entry is None:
        missing = "no logicalId" if not entry_id else "no nameAlias"
        raise UnusableRow(f"Found a sanctionEntity with {missing}, expected both.")
    return entry


def _births(element: etree._Element) -> Iterator[str]:
    for birth in element.iterfind("{*}birthdate"):
        about = "circa " if birth.get("circa") == "true" else ""
        one, two = birth.get("yearRangeFrom"), birth.get("yearRangeTo")
        whole = birth.get("birthdate") or birth.get("year") or ""
        yield f"{one} to {two}" if one and two and not whole else about + whole


def _country(code: str, name: str) -> str:
    return code if code not in _UNKNOWN else name if name not in _UNKNOWN else ""


def read_eu_csv(files: Sequence[ListFile]) -> Iterator[Read]:
    """Yield the entries of the CSV file, in which each name, address and date of an entry is a row of its own."""
    entries: dict[str, Gathering] = {}
    for file in files:
        for row in table_rows(file, ";", EU_COLUMNS):
            if isinstance(row, RefusedEntry):
                yield row
                continue
            place, cells = row
            if not cells["entity_logicalid"].isdigit():
                found = cells["entity_logicalid"]
                yield RefusedEntry(place, f"Found {found!r} as Entity_LogicalId, expected digits.")
                continue
            code = cells.get("entity_subjecttype_classificationcode") or cells.get("entity_subjecttype", "")
            kind = _KINDS.get(code.casefold(), "unstated")
            _add_row(entries.setdefault(cells["entity_logicalid"], Gathering.begun(kind)), cells)
    yield from gathered(entries, files[0].path)


def _add_row(gathering: Gathering, cells: dict[str, str]) -> None:
    get = cells.get
    parts = (get("namealias_firstname"), get("namealias_middlename"), get("namealias_lastname"))
    gathering.names.append(cells.get("namealias_wholename") or joined(parts))
    gathering.roles.append(get("namealias_function", ""))
    gathering.gender = gathering.gender or get("namealias_gender", "")
    gathering.births += births_of([get("birthdate_birthdate") or get("birthdate_year", "")])
    pairs = (
        ("citizenship", gathering.nationalities),
        ("address", gathering.countries),
    )
    for part, told in pairs:
        told.append(_country(get(f"{part}_countryiso2code", ""), get(f"{part}_countrydescription", "")))
    gathering.places += [get("address_city", ""), get("birthdate_city", "")]
    gathering.programmes.append(get("entity_regulation_programme", ""))
    gathering.listed_on = gathering.listed_on or iso_date(get("entity_designationdate", ""))
