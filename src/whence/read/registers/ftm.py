"""Which companies does a file of FollowTheMoney JSON lines hold, with their directors, owners and addresses?"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from io import StringIO
from typing import Any

from whence.model.ids import content_id
from whence.model.register import Company, Fact, RegisterContent, SourceRow
from whence.model.values import RefusedRow
from whence.read.registers.cells import read_date, read_domain, read_share, read_text, read_year

BODIES = frozenset(("Company", "Organization", "LegalEntity", "PublicBody"))
NAMED = BODIES | {"Person"}
# Links between entities: which property holds the company, which the other end, and what the other end is to it.
LINKS = {
    "Directorship": ("organization", "director"),
    "Ownership": ("asset", "owner"),
    "Representation": ("client", "agent"),
}
USED = NAMED | LINKS.keys() | {"Address"}
_ADDRESS_PARTS = ("street", "street2", "postOfficeBox", "postalCode", "city", "region", "state", "country")


@dataclass(slots=True)
class _Entity:
    """One entity, of one line or of several with the same id."""

    id: str
    schema: str
    lines: list[int]
    properties: dict[str, list[str]] = field(default_factory=dict)

    def all(self, *names: str) -> list[str]:
        """Return every value of these properties, each once."""
        return list(dict.fromkeys(value for name in names for value in self.properties.get(name, ())))

    def first(self, *names: str) -> str:
        """Return the first value of the first of these properties that has one, or ""."""
        return next(iter(self.all(*names)), "")


def read_register_ftm(text: str, *, register: str) -> RegisterContent:
    r"""Return what the lines hold, under the id of their register; other kinds of entities are passed over.

    >>> line = '{"id": "a", "schema": "Company", "properties": {"name": ["Quay Works"], "phone": ["+999 1234567"]}}\n'
    >>> [(company.name, company.facts[0].kind) for company in read_register_ftm(line, register="g1").companies]
    [('Quay Works', 'phone')]
    """
    entities: dict[str, _Entity] = {}
    rows, refused, noted = [], [], []
    for line, raw in enumerate(StringIO(text, newline=""), 1):
        if not raw.strip():
            continue
        found = _entity(raw, line)
        if isinstance(found, RefusedRow):
            refused.append(found)
        elif found.schema in USED:
            rows.append(SourceRow(line, raw.rstrip("\r\n")))
            _join(entities, found)
    facts, lacking = _all_linked(entities)
    refused += lacking
    companies = []
    for entity in entities.values():
        if entity.schema in BODIES and not entity.first("name"):
            refused.append(RefusedRow(entity.lines[0], "It gives no name of a company."))
        elif entity.schema in BODIES:
            company, notes = _company(entity, entities, facts.get(entity.id, {}), register)
            companies.append(company)
            noted += notes
    return RegisterContent(
        tuple(companies), tuple(rows), tuple(sorted(refused, key=lambda row: row.line)), tuple(noted)
    )


def _all_linked(entities: Mapping[str, _Entity]) -> tuple[dict[str, dict[Fact, list[int]]], list[RefusedRow]]:
    """Return what links say of each company, by its id, and the links that lack an end."""
    facts: dict[str, dict[Fact, list[int]]] = {}
    refused = []
    for entity in entities.values():
        if entity.schema in LINKS:
            made = _link_facts(entity, entities)
            refused += [] if made else [RefusedRow(entity.lines[0], _lacking(entity, entities))]
            for company_id, fact, lines in made:
                facts.setdefault(company_id, {}).setdefault(fact, []).extend(lines)
    return facts, refused


def _entity(raw: str, line: int) -> _Entity | RefusedRow:
    try:
        found = json.loads(raw)
    except ValueError:
        return RefusedRow(line, "It is no JSON.")
    if not isinstance(found, dict) or not isinstance(found.get("schema"), str) or not found.get("id"):
        return RefusedRow(line, "It is no FollowTheMoney entity: it has no id or no schema.")
    properties = found.get("properties") or {}
    if not isinstance(properties, Mapping):
        return RefusedRow(line, "Its properties are no JSON object.")
    return _Entity(
        str(found["id"]), found["schema"], [line], {key: _values(value) for key, value in properties.items()}
    )


def _values(value: Any) -> list[str]:
    """Return the values of a property as text; a nested entity stands as its id."""
    items = value if isinstance(value, list) else [value]
    plain = (item.get("id", "") if isinstance(item, Mapping) else item for item in items)
    return [text for text in (read_text(str(item)) for item in plain if item is not None) if text]


def _join(entities: dict[str, _Entity], found: _Entity) -> None:
    held = entities.setdefault(found.id, found)
    if held is found:
        return
    held.lines.extend(found.lines)
    if held.schema not in BODIES:
        held.schema = found.schema
    for name, values in found.properties.items():
        held.properties[name] = list(dict.fromkeys((*held.properties.get(name, ()), *values)))


def _lacking(link: _Entity, entities: Mapping[str, _Entity]) -> str:
    company, other = LINKS[link.schema]
    for end in (company, other):
        ids = link.all(end)
        if not any(id_ in entities for id_ in ids):
            return f"Its {end} is {ids[0] if ids else 'left out'}, which the file does not hold."
    return f"Its {company} is no company, or its {other} has no name."


def _link_facts(link: _Entity, entities: Mapping[str, _Entity]) -> list[tuple[str, Fact, tuple[int, ...]]]:
    """Return what a link says of each company: its id, the fact, and the lines of the link and of the other end."""
    company, other = LINKS[link.schema]
    found = []
    for company_id in link.all(company):
        for other_id in link.all(other):
            held, end = entities.get(company_id), entities.get(other_id)
            if held is None or end is None or held.schema not in BODIES or not end.first("name"):
                continue
            since = read_date(link.first("startDate"), ()) or ""
            until = read_date(link.first("endDate"), ()) or ""
            fact = Fact("agent", end.first("name"), ())
            if link.schema == "Directorship":
                year = read_year(end.first("birthDate"))
                role = link.first("role") or "director"
                fact = Fact("director", end.first("name"), (), year, role, since, until)
            elif link.schema == "Ownership":
                share, number = read_share(link.first("percentage")), end.first("registrationNumber")
                fact = Fact("owner", end.first("name"), (), None, "", since, until, share, number)
            found.append((company_id, fact, (*link.lines, *end.lines)))
    return found


def _company(
    entity: _Entity, entities: Mapping[str, _Entity], linked: Mapping[Fact, list[int]], register: str
) -> tuple[Company, list[RefusedRow]]:
    notes: list[RefusedRow] = []
    dates = {}
    for name, prop in (("incorporated", "incorporationDate"), ("dissolved", "dissolutionDate")):
        written = entity.first(prop)
        dates[name] = (read_date(written, ()) if written else "") or ""
        if written and not dates[name]:
            notes.append(RefusedRow(entity.lines[0], f"{written!r} is no date in ISO 8601; {name} is left empty."))
    own = tuple(sorted(entity.lines))
    facts = [(fact, lines or own) for fact, lines in _own_facts(entity, entities)]
    facts += [(fact, tuple(dict.fromkeys(lines))) for fact, lines in linked.items()]
    names = entity.all("name", "alias", "previousName", "weakAlias")
    company = Company(
        id=content_id("co", register, entity.id),
        register=register,
        name=names[0],
        lines=own,
        number=entity.first("registrationNumber"),
        jurisdiction=entity.first("jurisdiction", "mainCountry", "country"),
        legal_form=entity.first("legalForm"),
        status=entity.first("status"),
        other_names=tuple(names[1:]),
        facts=tuple(replace(fact, lines=lines) for fact, lines in facts),
        **dates,
    )
    return company, notes


def _own_facts(entity: _Entity, entities: Mapping[str, _Entity]) -> Iterator[tuple[Fact, tuple[int, ...]]]:
    """Yield what the entity says of itself, with the lines of an address that stands in one of its own."""
    for value in entity.all("address"):
        yield Fact("address", value, ()), ()
    for address_id in entity.all("addressEntity"):
        address = entities.get(address_id)
        if address is None:
            continue
        full = address.first("full") or ", ".join(filter(None, (address.first(part) for part in _ADDRESS_PARTS)))
        if full:
            yield Fact("address", full, ()), (*sorted(entity.lines), *address.lines)
    for value in entity.all("phone"):
        yield Fact("phone", value, ()), ()
    for domain in dict.fromkeys(filter(None, map(read_domain, entity.all("email", "website")))):
        yield Fact("domain", domain, ()), ()
