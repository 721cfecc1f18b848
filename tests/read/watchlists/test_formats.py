"""Is every published form of a list recognised, read whole, and refused row by row where it is broken?"""

from io import BytesIO

import pytest

from tests.read.watchlists import samples
from whence.errors import UnknownFormat
from whence.model.watchlist import NOT_RECORDED, RefusedEntry, WatchEntry
from whence.read.watchlists.formats import FORMATS, recognise
from whence.read.watchlists.parts import HEAD_BYTES, ListFile, list_file


def a_file(text: str | bytes, path: str = "list.dat") -> ListFile:
    data = text if isinstance(text, bytes) else text.encode()
    return list_file(path, data[:HEAD_BYTES], BytesIO(data))


def read(*texts: str | bytes) -> tuple[list[WatchEntry], list[RefusedEntry]]:
    files = [a_file(text) for text in texts]
    [name] = {recognise(file) for file in files}
    rows = list(FORMATS.get(name).read(files))
    return [row for row in rows if isinstance(row, WatchEntry)], [row for row in rows if isinstance(row, RefusedEntry)]


WHOLE = {
    "ofac-xml": (samples.OFAC_XML, "ofac-sdn", "2031-03-04", 2, 1),
    "ofac-csv": (samples.OFAC_SDN_CSV, "ofac-sdn", NOT_RECORDED, 2, 1),
    "un-xml": (samples.UN_XML, "un-sc", "2031-03-05", 2, 1),
    "eu-xml": (samples.EU_XML, "eu-fsf", "2031-03-06", 2, 1),
    "eu-csv": (samples.EU_CSV, "eu-fsf", "2031-03-06", 2, 1),
    "uk-xml": (samples.UK_XML, "uk-sanctions", "2031-03-07", 2, 1),
    "uk-csv": (samples.UK_CSV, "uk-sanctions", "2031-03-07", 2, 1),
    "ofsi-csv": (samples.OFSI_CSV, "uk-ofsi", "2025-03-07", 1, 1),
    "ofsi-xml": (samples.OFSI_XML, "uk-ofsi", NOT_RECORDED, 1, 1),
    "ftm": (samples.FTM, "ftm-veld_list", NOT_RECORDED, 2, 2),
}


def test_the_samples_cover_every_format() -> None:
    assert set(WHOLE) == set(FORMATS.names())


@pytest.mark.parametrize("name", WHOLE)
def test_a_format_is_told_by_its_content_and_read_with_what_is_known_of_it(name: str) -> None:
    text, series, published, entries, refused = WHOLE[name]
    file = a_file(text)
    assert recognise(file) == name
    source = FORMATS.get(name).source(file)
    assert (source.series, source.published) == (series, published)
    found, left_out = read(text)
    assert (len(found), len(left_out)) == (entries, refused), left_out


def test_ofac_xml_tells_strong_names_from_weak_ones() -> None:
    [person, vessel], [refused] = read(samples.OFAC_XML)
    assert person == WatchEntry(
        id="9001",
        kind="person",
        name="Danilo Petrovich VASKOREV",
        aliases=("Daniil VASKORYEV",),
        weak_names=("DANKO",),
        births=("1971-03-04", "1972~"),
        nationalities=("Serbia",),
        countries=("Veldmark",),
        roles=("Deputy Minister of Harbours",),
        places=("Port Amble", "Novi Sad, Serbia"),
        programmes=("VELD-1",),
    )
    assert (vessel.kind, vessel.name, vessel.countries) == ("vessel", "VELDMARK PEARL", ("Panama",))
    assert refused.place.startswith("list.dat, line ")
    assert "no name" in refused.reason


def test_ofac_csv_joins_the_three_files() -> None:
    [person, body], refused = read(samples.OFAC_ALT_CSV, samples.OFAC_SDN_CSV, samples.OFAC_ADD_CSV)
    assert (person.name, person.aliases) == ("Danilo Petrovich VASKOREV", ("DANKO", "Daniil VASKORYEV"))
    assert (person.births, person.nationalities, person.gender) == (("1971-03-04", "1972"), ("Serbia",), "male")
    assert (body.kind, body.places, body.countries) == ("body", ("Port Amble",), ("Panama",))
    assert any("entry 7777, which is not in sdn.csv" in row.reason for row in refused)


def test_un_xml_keeps_spans_of_years_and_the_original_script() -> None:
    [person, body], _ = read(samples.UN_XML)
    assert person.name == "KARIM YUSUF AL-DARAZI"
    assert person.aliases == ("كريم يوسف الدرازي", "Kareem Youssef Darazi")
    assert (person.weak_names, person.births) == (("Abu Noor",), ("1970/1973", "1974~"))
    assert (person.roles, person.listed_on) == (("Governor of the northern quay",), "2029-01-07")
    assert (body.name, body.aliases, body.countries) == ("VELDMARK HARBOUR FRONT", ("VHF",), ("Panama",))


@pytest.mark.parametrize("text", [samples.EU_XML, samples.EU_CSV], ids=["xml", "csv"])
def test_eu_lists_say_the_same_in_both_forms(text: str) -> None:
    [person, body], _ = read(text)
    assert (person.id, person.name, person.aliases) == ("70001", "Milena Drobnjakova", ("Милена Дробњакова",))
    assert person.births[0] == "1980-05-06"
    assert (person.nationalities, person.countries, person.gender) == (("RS",), ("CY",), "female")
    assert person.roles == ("Director of the port bank",)
    assert (body.kind, body.name) == ("body", "Port Bank of Veldmark")


@pytest.mark.parametrize("text", [samples.UK_XML, samples.UK_CSV], ids=["xml", "csv"])
def test_uk_lists_say_the_same_in_both_forms(text: str) -> None:
    [person, vessel], _ = read(text)
    assert (person.id, person.name, person.weak_names) == ("VEL0001", "Oskar Jan TREVANEK", ("The Pilot",))
    assert "Оскар Треванек" in person.aliases
    assert (person.births, person.nationalities, person.roles) == (("1965",), ("Poland",), ("Harbour master",))
    assert {"Gdynia", "Sopot"} <= set(person.places)
    assert (vessel.kind, vessel.countries) == ("vessel", ("Gabon",))


@pytest.mark.parametrize("text", [samples.OFSI_XML, samples.OFSI_CSV], ids=["xml", "csv"])
def test_ofsi_rows_of_one_group_are_one_entry(text: str) -> None:
    [person], _ = read(text)
    assert (person.id, person.name, person.births) == ("15001", "Oskar Jan TREVANEK", ("1965",))
    assert "Oskar TREWANECK" in (*person.aliases, *person.weak_names)
    assert person.nationalities[0] == "Poland"


def test_follow_the_money_passes_over_what_is_no_entry() -> None:
    [person, body], refused = read(samples.FTM)
    assert (person.name, person.weak_names, person.births) == ("Sela Obando", ("La Jefa",), ("1977-10",))
    assert (body.kind, body.countries) == ("unstated", ("mx",))
    assert [row.place for row in refused] == ["list.dat, line 4", "list.dat, line 6"]


def test_xml_that_breaks_off_keeps_what_came_before() -> None:
    cut = samples.OFAC_XML[: samples.OFAC_XML.index("<uid>9003")]
    [person], refused = read(cut)
    assert person.id == "9001"
    assert "breaks off here" in refused[-1].reason


def test_entities_of_a_document_type_are_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><sdnList>&x;</sdnList>'
    with pytest.raises(UnknownFormat, match="document type"):
        recognise(a_file(bomb))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a,b,c\n1,2,3\n", "none of the lists"),
        (b"<html><body>sanctions</body></html>", "none of the lists"),
        (b'{"id": 1}\n', "none of the lists"),
        (b"", "none of the lists"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_what_to_give(data: bytes, found: str) -> None:
    with pytest.raises(UnknownFormat, match=found):
        recognise(a_file(data))


def test_rows_in_an_older_encoding_are_read() -> None:
    row = '9006,"PEÑA, José","individual","V",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'.encode("cp1252")
    [entry] = FORMATS.get("ofac-csv").read([a_file(row)])
    assert isinstance(entry, WatchEntry)
    assert entry.name == "José PEÑA"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", list(WHOLE))
def test_a_list_says_the_same_in_every_encoding_of_unicode(name: str, encoding: str) -> None:
    text, *_ = WHOLE[name]
    assert FORMATS.get(name).source(a_file(text.encode(encoding))) == FORMATS.get(name).source(a_file(text))
    assert read(text.encode(encoding)) == read(text)


@pytest.mark.parametrize(
    ("declared", "padding"),
    [
        ("", 0),
        ('<?xml version="1.0"?>', 0),
        ('<?xml version="1.0" encoding="windows-1252"?>', 0),
        ('<?xml version="1.0" encoding="windows-1252"?>', HEAD_BYTES),
    ],
)
def test_xml_in_an_older_encoding_is_read(declared: str, padding: int) -> None:
    entry = "<sdnEntry><uid>9</uid><firstName>José</firstName><lastName>PEÑA</lastName></sdnEntry>"
    text = f"{declared}<sdnList>{' ' * padding}{entry}</sdnList>"
    [found], refused = read(text.encode("cp1252"))
    assert (found.name, refused) == ("José PEÑA", [])


@pytest.mark.parametrize("before", [0, 2000])
def test_lines_in_an_older_encoding_are_read(before: int) -> None:
    plain = '{"id": "a%d", "schema": "Person", "properties": {"name": ["Lena Torv"]}}\n'
    older = '{"id": "b", "schema": "Person", "properties": {"name": ["José Peña"]}}\n'
    entries, refused = read("".join(plain % number for number in range(before)).encode() + older.encode("cp1252"))
    assert (entries[-1].name, refused) == ("José Peña", [])
