"""Which published list is a file, and what stands in it? The format is told by what is in the file, not by its name."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from whence.errors import UnknownFormat
from whence.model.watchlist import ListSource
from whence.read.watchlists.european_union import eu_source, read_eu_csv, read_eu_xml
from whence.read.watchlists.followthemoney import ftm_source, read_ftm
from whence.read.watchlists.ofac import ofac_source, read_ofac_csv, read_ofac_xml
from whence.read.watchlists.parts import ListFile, Read
from whence.read.watchlists.united_kingdom import (
    ofsi_source,
    read_ofsi_csv,
    read_ofsi_xml,
    read_uk_csv,
    read_uk_xml,
    uk_source,
)
from whence.read.watchlists.united_nations import read_un_xml, un_source
from whence.registry import Row, Table

_SPACE = rb"\A(?:\xef\xbb\xbf)?\s*"
_XML = _SPACE + rb"<\?xml|" + _SPACE + rb"<[A-Za-z!]"


@dataclass(frozen=True, slots=True)
class ListFormat:
    """One published form of one list: what shows in the first bytes, and how the files are read."""

    shows: re.Pattern[bytes]
    source: Callable[[ListFile], ListSource]
    read: Callable[[Sequence[ListFile]], Iterator[Read]]


def _shows(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.IGNORECASE | re.MULTILINE)


FORMATS: Table[ListFormat] = Table(
    "format",
    (
        Row("ofac-xml", ListFormat(_shows(rb"<sdnList\b"), ofac_source, read_ofac_xml), "OFAC's sdn.xml"),
        Row("un-xml", ListFormat(_shows(rb"<CONSOLIDATED_LIST\b"), un_source, read_un_xml), "UN consolidated.xml"),
        Row(
            "eu-xml",
            ListFormat(_shows(rb"<export\b[^>]*fsd/export|<sanctionEntity\b"), eu_source, read_eu_xml),
            "EU xmlFullSanctionsList 1.1",
        ),
        Row("uk-xml", ListFormat(_shows(rb"<Designations\b"), uk_source, read_uk_xml), "UK-Sanctions-List.xml"),
        Row(
            "ofsi-xml",
            ListFormat(_shows(rb"<ArrayOfFinancialSanctionsTarget\b"), ofsi_source, read_ofsi_xml),
            "OFSI's ConList.xml",
        ),
        Row(
            "eu-csv",
            ListFormat(_shows(_SPACE + rb"\"?[^\n]*Entity_LogicalId\"?;"), eu_source, read_eu_csv),
            "EU csvFullSanctionsList 1.1",
        ),
        Row(
            "uk-csv",
            ListFormat(_shows(rb"^(?=[^\n]*\bUnique ID\b)[^\n]*\bName 6\b"), uk_source, read_uk_csv),
            "UK-Sanctions-List.csv",
        ),
        Row(
            "ofsi-csv",
            ListFormat(_shows(rb"^(?=[^\n]*\bGroup ID\b)[^\n]*\bName 6\b"), ofsi_source, read_ofsi_csv),
            "OFSI's ConList.csv",
        ),
        Row(
            "ofac-csv",
            ListFormat(_shows(_SPACE + rb"\"?\d+\"? *,(?s:.*)-0-"), ofac_source, read_ofac_csv),
            "OFAC's sdn.csv, with add.csv and alt.csv beside it",
        ),
        Row(
            "ftm",
            ListFormat(_shows(_SPACE + rb"\{(?=[^\n]*\"schema\")[^\n]*\"(?:properties|id)\""), ftm_source, read_ftm),
            "FollowTheMoney entities as JSON lines",
        ),
    ),
)


def recognise(file: ListFile) -> str:
    """Return the name of a file's format; raise UnknownFormat where it is none of these.

    A file that declares a document type is refused: no published list has one, and one may be made to do harm.
    """
    if re.match(_XML, file.head) and re.search(rb"<!DOCTYPE", file.head, re.IGNORECASE):
        raise UnknownFormat(
            "Found a document type declaration, which no published list has.",
            hint="Download the file anew from its publisher.",
        )
    for row in FORMATS:
        if row.thing.shows.search(file.head):
            return row.name
    known = "; ".join(row.reason for row in FORMATS)
    raise UnknownFormat("Found none of the lists that are known.", hint=f"Give one of: {known}.")
