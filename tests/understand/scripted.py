"""A finder that finds what a test says, and what is read from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.understand.reports import make_report
from whence.model.finding import FoundAttribution, FoundName, TextFindings
from whence.model.spans import Span
from whence.model.statement import EntityKind, Statement, Understanding
from whence.understand.reader import understand


@dataclass(frozen=True)
class ScriptedFinder:
    """The port `Finder`: what it finds in each text stands in a table; in any other text it finds nothing."""

    found: Mapping[str, TextFindings] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        return "scripted/1"

    @property
    def remote(self) -> str | None:
        return None

    @property
    def at_once(self) -> int:
        return 1

    def find(self, text: str, *, outlet: str | None) -> TextFindings:  # noqa: ARG002 - the port's
        return self.found.get(text, TextFindings((), ()))


def place(text: str, passage: str) -> Span:
    """Return where a passage stands that the text has just once."""
    assert text.count(passage) == 1, passage
    start = text.index(passage)
    return Span(start, start + len(passage))


@dataclass(frozen=True)
class Says:
    """One attribution by the passages of its text."""

    cue: str
    source: Sequence[str] = ()
    content: Sequence[str] = ()
    relay: Sequence[str] = ()
    is_inner: bool = False
    antecedent: str = ""

    def found_in(self, text: str) -> FoundAttribution:
        sources, contents, relays = (
            tuple(place(text, passage) for passage in passages) for passages in (self.source, self.content, self.relay)
        )
        antecedent = place(text, self.antecedent) if self.antecedent else None
        return FoundAttribution(
            place(text, self.cue), sources, contents, relays, is_inner=self.is_inner, antecedent=antecedent
        )


Names = Sequence[tuple[str, EntityKind]]
COURIER: Names = [("Lakeside Courier", "outlet")]
HOLT: Names = [("Runa Holt", "person")]


def findings(text: str, says: Sequence[Says], names: Names = ()) -> TextFindings:
    named = tuple(FoundName(place(text, name), kind) for name, kind in names)
    return TextFindings(tuple(each.found_in(text) for each in says), named)


def read(text: str, *says: Says, names: Names = (), outlet: str | None = None) -> Understanding:
    return understand(make_report(text, outlet=outlet), finder=ScriptedFinder({text: findings(text, says, names)}))


def cut(spans: Sequence[Span], text: str) -> str:
    return " / ".join(span.cut(text) for span in spans)


def row(statement: Statement, text: str) -> tuple[str, str]:
    """Return what is said, and by whom, from the report inward."""
    return cut(statement.content, text), " > ".join(voice.name for voice in statement.voices)


def rows(text: str, *says: Says, names: Names = (), outlet: str | None = None) -> list[tuple[str, str]]:
    return [row(statement, text) for statement in read(text, *says, names=names, outlet=outlet).statements]
