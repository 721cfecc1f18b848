"""What stands in the consolidated list of the United Nations Security Council (XML)?"""

from collections.abc import Iterator, Sequence

from lxml import etree

from whence.model.watchlist import ListSource, WatchEntry
from whence.read.watchlists.parts import (
    Gathering,
    ListFile,
    Read,
    UnusableRow,
    births_of,
    iso_date,
    joined,
    published_in,
    text_at,
    texts_at,
    xml_entries,
)

_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def un_source(file: ListFile) -> ListSource:
    """Return what is known of the list; the day it was generated stands in its first element."""
    published = published_in(file.head, rb"""dateGenerated\s*=\s*["']([^"']+)""")
    publisher = "United Nations Security Council"
    return ListSource("un-sc", "UN Security Council consolidated list", publisher, "see publisher", published)


def read_un_xml(files: Sequence[ListFile]) -> Iterator[Read]:
    """Yield the individuals and entities of the list."""
    for file in files:
        yield from xml_entries(file, ["INDIVIDUAL", "ENTITY"], _entry)


def _entry(element: etree._Element) -> WatchEntry:
    part = etree.QName(element).localname
    entry_id = text_at(element, "DATAID") or text_at(element, "REFERENCE_NUMBER")
    gathering = Gathering.begun("person" if part == "INDIVIDUAL" else "body")
    gathering.names = [joined(text_at(element, name) for name in _NAMES)]
    gathering.aliases = texts_at(element, "NAME_ORIGINAL_SCRIPT")
    for alias in element.iterfind(f"{{*}}{part}_ALIAS"):
        names = gathering.weak if text_at(alias, "QUALITY").casefold() == "low" else gathering.aliases
        names.append(text_at(alias, "ALIAS_NAME"))
    gathering.births = list(births_of(_births(element)))
    gathering.nationalities = texts_at(element, "NATIONALITY/VALUE")
    gathering.countries = texts_at(element, f"{part}_ADDRESS/COUNTRY")
    gathering.places = [
        *texts_at(element, f"{part}_ADDRESS/CITY"),
        *texts_at(element, f"{part}_ADDRESS/STATE_PROVINCE"),
        *texts_at(element, f"{part}_PLACE_OF_BIRTH/CITY"),
    ]
    gathering.roles = texts_at(element, "DESIGNATION/VALUE")
    gathering.gender = text_at(element, "GENDER")
    gathering.listed_on = iso_date(text_at(element, "LISTED_ON"))
    gathering.programmes = texts_at(element, "UN_LIST_TYPE")
    entry = gathering.entry(entry_id)
    if not entry_id or entry is None:
        missing = "no DATAID" if not entry_id else "no name"
        raise UnusableRow(f"Found an {part} with {missing}, expected both.")
    return entry


def _births(element: etree._Element) -> Iterator[str]:
    for birth in element.iterfind("{*}INDIVIDUAL_DATE_OF_BIRTH"):
        about = "circa " if text_at(birth, "TYPE_OF_DATE").casefold().startswith("approx") else ""
        one, two = text_at(birth, "FROM_YEAR"), text_at(birth, "TO_YEAR")
        yield f"{one} to {two}" if one and two else about + (text_at(birth, "DATE") or text_at(birth, "YEAR"))
