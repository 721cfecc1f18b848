"""Which companies does a register's table hold? Rows of one company are joined, one row an officer or one in all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from whence.errors import FixUsage
from whence.model.ids import content_id
from whence.model.register import Company, Fact, RegisterContent, SourceRow
from whence.model.values import RefusedRow
from whence.read.registers.cells import read_date, read_domain, read_share, read_text, read_year
from whence.read.registers.mapping import HOW, PartColumns, RegisterMapping
from whence.read.registers.rows import RegisterTable, Row, read_table

_PLAIN = ("number", "legal_form", "status")
_DATES = ("incorporated", "dissolved")
# Names to a number below which, and names to a row below which where there are no numbers, the mapped column is likely
# none of names; not learned: companies of one register hardly ever share a name. Fewer rows than this tell nothing.
_FEW_NAMES, _FEW_NAMES_OF_ROWS, _LEAST_ROWS = 0.5, 0.1, 20


def read_register_table(text: str, mapping: RegisterMapping, *, register: str) -> RegisterContent:
    r"""Return what a table holds, read by a mapping, under the id of its register.

    A row without a name, with another number of cells than the first line, or with an open quote mark is refused; a
    cell that cannot be read is passed over and noted. Raises FixUsage where a column is not there.

    >>> from whence.read.registers.mapping import read_mapping
    >>> mapping = read_mapping('[company]\nname = "Firm"\naddress = "Seat"')
    >>> content = read_register_table("Firm,Seat\nQuay Works Ltd,1 Quay St\n,2 Quay St\n", mapping, register="g1")
    >>> [company.name for company in content.companies], content.refused[0].reason
    (['Quay Works Ltd'], 'It gives no name of a company.')
    """
    table = read_table(text, delimiter=mapping.delimiter)
    reader = _TableReader(mapping, _places(table, mapping), register)
    for row in table.rows():
        reader.take(row)
    return reader.content()


def _places(table: RegisterTable, mapping: RegisterMapping) -> Mapping[str, int]:
    missing = [column for column in mapping.named() if column not in table.header]
    if missing:
        found = f"The mapping names the column {missing[0]!r}, which the table does not have."
        raise FixUsage(found, hint=f"Its columns are: {', '.join(table.header)}. {HOW}")
    return {name: place for place, name in enumerate(table.header)}


@dataclass(slots=True)
class _Draft:
    """A company that rows are still being added to."""

    company: Company
    lines: list[int]
    other_names: dict[str, None] = field(default_factory=dict)
    facts: dict[Fact, list[int]] = field(default_factory=dict)


class _TableReader:
    def __init__(self, mapping: RegisterMapping, places: Mapping[str, int], register: str) -> None:
        self._mapping = mapping
        self._places = places
        self._register = register
        self._drafts: dict[tuple[str, str], _Draft] = {}
        self._rows: list[SourceRow] = []
        self._refused: list[RefusedRow] = []
        self._noted: list[RefusedRow] = []

    def take(self, row: Row | RefusedRow) -> None:
        """Take one row into the company that it is of."""
        if isinstance(row, RefusedRow):
            self._refused.append(row)
            return
        line = row.source.line
        cell = self._cells(row)
        columns = self._mapping.company
        name = " ".join(filter(None, map(cell, columns["name"])))
        if not name:
            self._refused.append(RefusedRow(line, "It gives no name of a company."))
            return
        self._rows.append(row.source)
        draft = self._draft(name, line, cell)
        if name != draft.company.name and name not in draft.other_names:
            draft.other_names[name] = None
            self._note_other_name(draft, name, line)
        draft.lines.append(line)
        for fact in (*self._company_facts(line, cell), *self._people(line, cell)):
            draft.facts.setdefault(fact, []).append(line)

    def _note_other_name(self, draft: _Draft, name: str, line: int) -> None:
        company = draft.company
        if not company.number or name.casefold() == company.name.casefold():
            return
        self._note(
            line,
            f"number {company.number!r} stands here with the name {name!r} and in line {draft.lines[0]:,} with "
            f"{company.name!r}; both are kept as names of one company.",
        )

    def _note_few_names(self) -> None:
        """Note where the column of the name repeats itself, as a column of towns or of legal forms does."""
        rows = len(self._rows)
        names = {name for draft in self._drafts.values() for name in (draft.company.name, *draft.other_names)}
        # A company may take many rows, one an officer; but each number is of one company.
        numbers = {draft.company.number for draft in self._drafts.values()} - {""}
        is_few = len(names) < _FEW_NAMES * len(numbers) if numbers else len(names) < _FEW_NAMES_OF_ROWS * rows
        if rows >= _LEAST_ROWS and is_few:
            columns = " and ".join(map(repr, self._mapping.company["name"]))
            of = f"{len(numbers):,} numbers" if numbers else f"{rows:,} rows"
            reason = f"{columns}, mapped as the name, gives only {len(names):,} names for {of}; is it the right column?"
            self._noted.insert(0, RefusedRow(1, reason))

    def content(self) -> RegisterContent:
        """Return all that was taken."""
        self._note_few_names()
        companies = tuple(
            replace(
                draft.company,
                lines=tuple(draft.lines),
                other_names=tuple(draft.other_names),
                facts=tuple(replace(fact, lines=tuple(lines)) for fact, lines in draft.facts.items()),
            )
            for draft in self._drafts.values()
        )
        return RegisterContent(companies, tuple(self._rows), tuple(self._refused), tuple(self._noted))

    def _cells(self, row: Row) -> Callable[[str], str]:
        return lambda column: read_text(row.cells[self._places[column]])

    def _draft(self, name: str, line: int, cell: Callable[[str], str]) -> _Draft:
        columns, mapping = self._mapping.company, self._mapping
        place = " ".join(map(cell, columns.get("jurisdiction", ()))).strip() or mapping.jurisdiction_is
        values = {field: " ".join(map(cell, columns.get(field, ()))).strip() for field in _PLAIN}
        values |= {field: self._date(line, field, cell, columns.get(field, ())) for field in _DATES}
        key = (values["number"] or f"name {name.casefold()}", place)
        draft = self._drafts.get(key)
        if draft is None:
            company = Company(
                id=content_id("co", self._register, *key),
                register=self._register,
                name=name,
                lines=(),
                jurisdiction=place,
                calling_code=mapping.calling_code,
                **values,  # type: ignore[arg-type] # each of them is text
            )
            return self._drafts.setdefault(key, _Draft(company, []))
        # A later row of the same company may hold what an earlier one left out.
        new = {field: value for field, value in values.items() if value and not getattr(draft.company, field)}
        if new:
            draft.company = replace(draft.company, **new)  # type: ignore[arg-type] # each of them is text
        return draft

    def _date(self, line: int, field: str, cell: Callable[[str], str], columns: Sequence[str]) -> str:
        written = " ".join(map(cell, columns)).strip()
        found = read_date(written, self._mapping.dates) if written else ""
        if found is None:
            self._note(line, f"{written!r} is no date in ISO 8601 or a format of the mapping; {field} is left empty.")
        return found or ""

    def _note(self, line: int, reason: str) -> None:
        self._noted.append(RefusedRow(line, reason))

    def _company_facts(self, line: int, cell: Callable[[str], str]) -> list[Fact]:
        columns = self._mapping.company
        facts = []
        address = ", ".join(filter(None, map(cell, columns.get("address", ()))))
        if address:
            facts.append(Fact("address", address, ()))
        facts += [Fact("phone", found, ()) for found in map(cell, columns.get("phone", ())) if found]
        facts += [Fact("agent", found, ()) for found in map(cell, columns.get("agent", ())) if found]
        for written in filter(None, map(cell, columns.get("email", ()))):
            domain = read_domain(written)
            if domain is None:
                self._note(line, f"{written!r} is no e-mail or web address and is left out.")
            else:
                facts.append(Fact("domain", domain, ()))
        return facts

    def _people(self, line: int, cell: Callable[[str], str]) -> list[Fact]:
        facts = []
        for part in self._mapping.officers:
            shared = {
                "birth_year": read_year(cell(part.columns["born"])) if "born" in part.columns else None,
                "role": (cell(part.columns["role"]) if "role" in part.columns else "") or part.role_is,
                "since": self._part_date(line, part, "since", cell),
                "until": self._part_date(line, part, "until", cell),
            }
            facts += [Fact("director", name, (), **shared) for name in _names(part, cell)]  # type: ignore[arg-type] # as named
        for part in self._mapping.owners:
            written = cell(part.columns["share"]) if "share" in part.columns else ""
            share = read_share(written) if written else None
            if written and share is None:
                self._note(line, f"{written!r} is no share in percent and is left empty.")
            number = cell(part.columns["number"]) if "number" in part.columns else ""
            facts += [Fact("owner", name, (), share=share, number=number) for name in _names(part, cell)]
        return facts

    def _part_date(self, line: int, part: PartColumns, field: str, cell: Callable[[str], str]) -> str:
        return self._date(line, field, cell, (part.columns[field],)) if field in part.columns else ""


def _names(part: PartColumns, cell: Callable[[str], str]) -> list[str]:
    written = cell(part.columns["name"])
    pieces = written.split(part.split) if part.split else [written]
    return [name for name in map(read_text, pieces) if name]
