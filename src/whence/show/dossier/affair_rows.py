"""How are rows of the affair put into words that each lead to a passage? What all four tables share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from whence.model.affair import Said
from whence.model.entity import CaseEntity
from whence.show.affair_words import chain_in_words, entity_in_words, said_frame
from whence.show.dossier.affair_views import SaidView, Table
from whence.show.dossier.inert import inert
from whence.show.dossier.places import Places
from whence.show.dossier.views import Link
from whence.show.wording import moment_in_words, numbers_in_words, outlet_in_words

# Rows of a table that are open, and those that the page holds at all: a browser opens thousands, nobody reads them.
OPEN_ROWS = 24
MOST_ROWS = 1000
# Statements that one row quotes; the rest are counted.
QUOTED = 4

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who in the affair, and where the page holds what the reports say."""

    places: Places
    entities: Mapping[str, CaseEntity]

    def name(self, entity_id: str) -> str:
        """Return what an entity is called; what no report names stands between quote marks, as it is described."""
        entity = self.entities.get(entity_id)
        return inert(entity_id) if entity is None else entity_in_words(entity)

    def name_in(self, entity_id: str) -> str:
        """Return what an entity is called, and in which reports."""
        reports = [held.report for held in self.entities[entity_id].occurrences]
        where = ", ".join(dict.fromkeys(self.places.report(report).label for report in reports))
        return f"{self.name(entity_id)} in {where}" if where else self.name(entity_id)

    def said(self, said: Said) -> SaidView:
        """Return what one report says, with a link to its passage and the numbers of its claims."""
        places, report = self.places, self.places.reports[said.report]
        outlet = outlet_in_words(report)
        return SaidView(
            report=places.report(said.report),
            time=moment_in_words(report.published),
            frame=said_frame(said),
            quotation=places.cite(said.report, said.passage.span, said.within),
            chain=chain_in_words(said.voices, outlet),
            names_source=bool(said.voices),
            claims=tuple(
                (Link(f"claim {number}", f"#c{number}"), numbers_in_words(row.numbers))
                for row in said.claims
                if (number := places.claim_numbers.get(row.claim)) is not None
            ),
        )

    def all_said(self, said: Sequence[Said]) -> tuple[tuple[SaidView, ...], int]:
        """Return the first statements that say a thing, and how many more there are."""
        return tuple(map(self.said, said[:QUOTED])), max(0, len(said) - QUOTED)

    def outlets(self, said: Iterable[Said]) -> str:
        """Return which reports say a thing, for a title."""
        reports = dict.fromkeys(each.report for each in said)
        names = [f"{self.places.report(r).label} {outlet_in_words(self.places.reports[r])}" for r in reports]
        return ", ".join(names[:QUOTED]) + (f" and {len(names) - QUOTED} more" if len(names) > QUOTED else "")


def build_table(name: str, rows: Sequence[Row], total: int) -> Table[Row]:
    """Return a table of the rows that the page holds, of so many that there are."""
    return Table(name, tuple(rows[:OPEN_ROWS]), tuple(rows[OPEN_ROWS:]), total - len(rows))
