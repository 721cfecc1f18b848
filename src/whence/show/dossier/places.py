"""Where in the dossier does a report, a claim or a passage stand? Links are made here, so that each one resolves."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from whence.model.report import Passage, Report
from whence.model.spans import Span, hull
from whence.model.statement import Statement, Where
from whence.model.stemma import WeighedClaim
from whence.show.dossier.inert import inert, quote_once, safe_language
from whence.show.dossier.views import Link, Quotation
from whence.show.wording import NOT_RECORDED, count_of, outlet_in_words, plain, shortened

# Characters of a passage that are quoted beside a link to its place.
QUOTED_LENGTH = 280


@dataclass(slots=True)
class Places:
    """The numbers of reports and claims on the page, and every passage that something links to."""

    reports: Mapping[str, Report]
    report_numbers: Mapping[str, int]
    claim_numbers: Mapping[str, int]
    titled: frozenset[tuple[str, Span]]
    cited: dict[str, set[tuple[Where, Span]]] = field(default_factory=dict)
    quotations: dict[tuple[str, Where, Span], Quotation] = field(default_factory=dict)

    def report(self, report_id: str) -> Link:
        """Return the link to a report; one that is not in this trace gets words without a place."""
        if report_id not in self.report_numbers:
            return Link(inert(report_id), "")
        report, number = self.reports[report_id], self.report_numbers[report_id]
        return Link(f"R{number}", f"#r{number}", f"{outlet_in_words(report)}: {plain(report.title or NOT_RECORDED)}")

    def claim(self, claim_id: str, text: str) -> Link:
        """Return the link to a claim."""
        number = self.claim_numbers.get(claim_id)
        return Link(quote_once(shortened(text, QUOTED_LENGTH)), f"#c{number}" if number else "")

    def coverage(self, report_ids: Collection[str]) -> str:
        """Return how many reports there are and from how many outlets, as far as those are recorded."""
        outlets = [plain(self.reports[report_id].outlet or "") for report_id in report_ids]
        known = {outlet.casefold() for outlet in outlets if outlet}
        missing = outlets.count("")
        words = count_of(len(report_ids), "report")
        if known:
            words += f" from {count_of(len(known), 'outlet')}"
        return f"{words}, outlet {NOT_RECORDED} for {missing}" if missing else words

    def passage(self, passage: Passage) -> Quotation:
        """Return a passage with a link to where it stands; it is in the title where a statement of that span is."""
        within: Where = "title" if (passage.report, passage.span) in self.titled else "text"
        return self.cite(passage.report, passage.span, within)

    def statement(self, report_id: str, statement: Statement) -> Quotation:
        """Return the content of a statement with a link to it."""
        return self.cite(report_id, hull(statement.content), statement.within)

    def cite(self, report_id: str, span: Span, within: Where = "text") -> Quotation:
        """Return the words of a span and a link to them, and remember that the text needs the anchor."""
        known = self.quotations.get((report_id, within, span))
        if known is not None:
            return known
        report = self.reports.get(report_id)
        if report is None:
            return Quotation("", self.report(report_id))
        text = (report.title or "") if within == "title" else report.text
        self.cited.setdefault(report_id, set()).add((within, span))
        number = self.report_numbers[report_id]
        place = Link(f"R{number}", f"#{passage_anchor(number, span, within)}", outlet_in_words(report))
        quotation = Quotation(quote_once(shortened(span.cut(text), QUOTED_LENGTH)), place, _foreign(report))
        self.quotations[report_id, within, span] = quotation
        return quotation


def number_places(reports: Sequence[Report], claims: Sequence[WeighedClaim]) -> Places:
    """Return the places of a page whose reports and claims come in the order given."""
    return Places(
        reports={report.id: report for report in reports},
        report_numbers={report.id: number for number, report in enumerate(reports, 1)},
        claim_numbers={claim.claim.id: number for number, claim in enumerate(claims, 1)},
        titled=_spans_within("title", claims) - _spans_within("text", claims),
    )


def passage_anchor(number: int, span: Span, within: Where) -> str:
    """Return the id of a passage on the page.

    >>> passage_anchor(3, Span(10, 24), "text")
    'r3-10-24'
    """
    return f"r{number}-{'t' if within == 'title' else ''}{span.start}-{span.end}"


def statement_anchor(number: int, position: int) -> str:
    """Return the id of a report's statement on the page, by its position among them.

    >>> statement_anchor(1, 3)
    'r1-s3'
    """
    return f"r{number}-s{position}"


def _foreign(report: Report) -> str:
    language = safe_language(report.language)
    return "" if language.lower().split("-")[0] == "en" else language


def _spans_within(within: Where, claims: Iterable[WeighedClaim]) -> frozenset[tuple[str, Span]]:
    found: set[tuple[str, Span]] = set()
    for claim in claims:
        for mention in claim.claim.mentions:
            if mention.statement.within == within:
                found.update((mention.report, span) for span in _spans_of(mention.statement))
    return frozenset(found)


def _spans_of(statement: Statement) -> Iterable[Span]:
    yield hull(statement.content)
    for spans in (statement.content, statement.cue, statement.source):
        yield from spans
        if spans:
            yield hull(spans)
    yield from (voice.span for voice in (*statement.voices, *statement.grounds) if voice.span is not None)
