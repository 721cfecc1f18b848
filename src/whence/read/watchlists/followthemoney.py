"""What stands in a file of FollowTheMoney entities, one JSON object a line?"""

import json
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from whence.errors import SkipReport
from whence.model.watchlist import NOT_RECORDED, EntryKind, ListSource, RefusedEntry, WatchEntry
from whence.read.decoding import decode
from whence.read.watchlists.parts import Gathering, ListFile, Read, births_of

# Which schemata are entries; others (an address, a sanction, who owns what) are passed over.
SCHEMATA: Mapping[str, EntryKind] = {
    "Person": "person",
    "Company": "body",
    "Organization": "body",
    "PublicBody": "body",
    "LegalEntity": "unstated",
    "Vessel": "vessel",
    "Airplane": "other",
}
_STRINGS = msgspec.json.Decoder(dict[str, object])


def ftm_source(file: ListFile) -> ListSource:
    """Return what is known: the name of the data set where the first line tells one, else the name of the file."""
    first = file.head.lstrip(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    try:
        row = json.loads(first)
    except ValueError:
        row = {}
    datasets = row.get("datasets") if isinstance(row, dict) else None
    stem = file.path.replace("\\", "/").rsplit("/", 1)[-1].split(".")[0]
    name = str(datasets[0]) if isinstance(datasets, list) and len(datasets) == 1 else stem
    return ListSource(f"ftm-{name}", name, NOT_RECORDED, NOT_RECORDED)


def read_ftm(files: Sequence[ListFile]) -> Iterator[Read]:
    """Yield the persons, bodies and vessels of the file; a line that is no entity is refused and the rest goes on."""
    for file in files:
        for number, line in enumerate(file.stream, 1):
            if not line.strip():
                continue
            place = f"{file.path}, line {number:,}"
            try:
                row = _STRINGS.decode(line if line.isascii() else decode(line))
            except (msgspec.DecodeError, SkipReport) as problem:
                yield RefusedEntry(place, f"Found no JSON object: {problem}.")
                continue
            found = _entry(row)
            if isinstance(found, str):
                yield RefusedEntry(place, found)
            elif found is not None:
                yield found


def _entry(row: Mapping[str, object]) -> WatchEntry | str | None:
    """Return the entry, None for a schema that is none, or the reason why it cannot be used."""
    entry_id, schema, properties = row.get("id"), row.get("schema"), row.get("properties")
    if not isinstance(entry_id, str) or not isinstance(schema, str) or not isinstance(properties, dict):
        return "Found an object without id, schema and properties, expected all three."
    if schema not in SCHEMATA:
        return None

    def told(*names: str) -> list[str]:
        lists = (properties.get(name) for name in names)
        return [str(value) for values in lists if isinstance(values, list) for value in values]

    gathering = Gathering.begun(SCHEMATA[schema])
    gathering.names = told("name")
    gathering.aliases = told("alias", "previousName")
    gathering.weak = told("weakAlias")
    gathering.births = list(births_of(told("birthDate")))
    gathering.nationalities = told("nationality", "citizenship")
    gathering.countries = told("country", "jurisdiction", "flag", "mainCountry")
    gathering.roles = told("position")
    gathering.places = told("address", "birthPlace")
    gathering.gender = next(iter(told("gender")), "")
    gathering.programmes = told("topics", "program")
    entry = gathering.entry(entry_id)
    return entry or "It has no name."
