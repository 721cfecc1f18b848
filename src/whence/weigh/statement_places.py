"""Which statement of a report says what stands at a place of its text, and what else does that statement name?"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from whence.model.affair import AffairSources, ClaimNumbers, Said
from whence.model.entity import CaseEntity, RelationSource
from whence.model.report import Passage, Report
from whence.model.spans import Span, Spans, hull, quote_all
from whence.model.statement import PlaceExpression, Statement, TimeExpression, Understanding, Voice
from whence.model.stemma import WeighedClaim
from whence.text.sentences import find_sentences


@dataclass(frozen=True, slots=True)
class Holding:
    """The statement that a place of a text belongs to; `is_content` where it lies in what is said, not beside it."""

    statement: Statement
    is_content: bool


@dataclass(slots=True)
class StatementPlaces:
    """What stands where in the reports: made once, asked for every time, place and relation."""

    reports: Mapping[str, Report]
    understandings: Mapping[str, Understanding]
    numbers: Mapping[tuple[str, str], tuple[ClaimNumbers, ...]]
    named: Mapping[str, Sequence[tuple[Span, str]]]
    _sentences: dict[str, list[Span]] = field(default_factory=dict)
    _in_text: dict[str, list[Statement]] = field(default_factory=dict)
    _by_id: dict[str, dict[str, Statement]] = field(default_factory=dict)

    def holding(self, report: str, span: Span) -> Holding | None:
        """Return the statement whose content holds a span, the innermost one; else the nearest in its sentence."""
        statements = self._statements(report)
        around = [held for held in statements if any(part.holds(span) for part in held.content)]
        if around:
            return Holding(min(around, key=lambda held: (_length(held.content), held.id)), is_content=True)
        sentence = self._sentence_at(report, span)
        beside = [held for held in statements if sentence and any(part.overlaps(sentence) for part in held.content)]
        if not beside:
            return None
        return Holding(
            min(beside, key=lambda held: (min(part.gap_to(span) for part in held.content), held.id)), is_content=False
        )

    def statement(self, report: str, statement: str) -> Statement | None:
        """Return a statement by its id within its report."""
        if report not in self._by_id:
            understanding = self.understandings.get(report)
            found = understanding.statements if understanding else ()
            self._by_id[report] = {held.id: held for held in found}
        return self._by_id[report].get(statement)

    def said(self, report: str, statement: Statement) -> Said:
        """Return what a statement says, in the report's words."""
        text = self.reports[report].text if statement.within == "text" else self.reports[report].title or ""
        return Said(
            report=report,
            statement=statement.id,
            passage=Passage(report, hull(statement.content)),
            within=statement.within,
            words=quote_all(statement.content, text),
            voices=statement.voices,
            act=statement.act,
            certainty=statement.certainty,
            polarity=statement.polarity,
            claims=self.numbers.get((report, statement.id), ()),
        )

    def said_of(self, source: RelationSource) -> Said:
        """Return what a source says of a relation: its passage, as surely as the relation is stated there."""
        statement = self.statement(source.report, source.statement)
        voices = statement.voices if statement else tuple(_named_voice(name) for name in source.voices)
        return Said(
            report=source.report,
            statement=source.statement,
            passage=source.passage,
            within="text",
            words=source.passage.span.cut(self.reports[source.report].text),
            voices=voices,
            act=source.act,
            certainty=source.certainty,
            polarity=source.polarity,
            claims=self.numbers.get((source.report, source.statement), ()),
        )

    def reach(self, report: str, holding: Holding, span: Span) -> Spans:
        """Return where one looks for what belongs to a statement: its content, and the span's sentence if beside it."""
        content = holding.statement.content
        sentence = None if holding.is_content else self._sentence_at(report, span)
        return (*content, sentence) if sentence else content

    def entities_in(self, report: str, spans: Spans) -> tuple[str, ...]:
        """Return the ids of the entities that are named or described inside some spans, in reading order."""
        rows = self.named.get(report, ())
        found: dict[str, None] = {}
        for span in sorted(spans):
            place = bisect_left(rows, (Span(span.start, span.start), ""))
            while place < len(rows) and rows[place][0].start < span.end:
                if span.holds(rows[place][0]):
                    found.setdefault(rows[place][1])
                place += 1
        return tuple(found)

    def places_in(self, report: str, spans: Spans) -> tuple[PlaceExpression, ...]:
        """Return the places that stand inside some spans, each name once."""
        found: dict[str, PlaceExpression] = {}
        for place in self.understandings[report].places if report in self.understandings else ():
            if any(span.holds(place.span) for span in spans):
                found.setdefault(place.name, place)
        return tuple(found.values())

    def times_in(self, report: str, spans: Spans) -> tuple[TimeExpression, ...]:
        """Return the times that stand inside some spans."""
        times = self.understandings[report].times if report in self.understandings else ()
        return tuple(time for time in times if any(span.holds(time.span) for span in spans))

    def _statements(self, report: str) -> list[Statement]:
        if report not in self._in_text:
            understanding = self.understandings.get(report)
            found = understanding.statements if understanding else ()
            self._in_text[report] = [held for held in found if held.within == "text"]
        return self._in_text[report]

    def _sentence_at(self, report: str, span: Span) -> Span | None:
        if report not in self._sentences:
            self._sentences[report] = find_sentences(self.reports[report].text)
        return next((sentence for sentence in self._sentences[report] if sentence.holds(span)), None)


def place_statements(sources: AffairSources) -> StatementPlaces:
    """Return what stands where in the reports of a case."""
    return StatementPlaces(sources.reports, sources.understandings, _numbers(sources.claims), _named(sources.entities))


def _numbers(claims: Iterable[WeighedClaim]) -> dict[tuple[str, str], tuple[ClaimNumbers, ...]]:
    found: dict[tuple[str, str], tuple[ClaimNumbers, ...]] = {}
    for weighed in claims:
        row = ClaimNumbers(weighed.claim.id, weighed.origins.numbers)
        for key in dict.fromkeys((mention.report, mention.statement.id) for mention in weighed.claim.mentions):
            found[key] = (*found.get(key, ()), row)
    return found


def _named(entities: Iterable[CaseEntity]) -> dict[str, list[tuple[Span, str]]]:
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in entities:
        for occurrence in entity.occurrences:
            for passage in occurrence.passages:
                found[passage.report].append((passage.span, entity.id))
    return {report: sorted(rows) for report, rows in found.items()}


def _named_voice(name: str) -> Voice:
    """Return a voice of which only the name is known."""
    return Voice(name, name, "organisation", named=True)


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def published_order(report: Report) -> tuple[bool, str, str]:
    """Return what sorts reports by when they were published, those without a date last.

    It is the same order in every run over a case, whichever reports were read first.
    """
    moment = report.published
    return moment is None, moment.latest().isoformat() if moment else "", report.id
