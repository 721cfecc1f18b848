"""How is the full text of a report shown, with every statement marked and every cited passage reachable?"""

from collections.abc import Iterable, Mapping

from whence.model.report import Report
from whence.model.spans import hull
from whence.model.statement import Statement, Understanding
from whence.model.stemma import ReportVersions
from whence.show.dossier.inert import inert, safe_address, safe_language
from whence.show.dossier.marked_text import Mark, mark_paragraphs, mark_text
from whence.show.dossier.places import Places, passage_anchor, statement_anchor
from whence.show.dossier.views import EditView, Link, ReportView
from whence.show.wording import NOT_RECORDED, moment_in_words, plain, statement_frame, voice_in_words

ClaimRefs = Mapping[tuple[str, str], tuple[Link, ...]]


def show_report(
    report: Report,
    *,
    understanding: Understanding | None,
    versions: ReportVersions | None,
    claims: ClaimRefs,
    places: Places,
) -> ReportView:
    """Return a report with its text; `claims` are the claims that each (report, statement) is a mention of."""
    number = places.report_numbers[report.id]
    edits = tuple(
        EditView(inert(edit.before), inert(edit.after), places.cite(report.id, edit.after_span).place)
        for edit in (versions.edits if versions else ())
    )
    statements = understanding.statements if understanding else ()
    marks = [*_cited_marks(report.id, number, places)]
    titled: list[Mark] = [mark for within, mark in marks if within == "title"]
    texted: list[Mark] = [mark for within, mark in marks if within == "text"]
    for position, statement in enumerate(statements, 1):
        refs = claims.get((report.id, statement.id), ())
        (titled if statement.within == "title" else texted).extend(_statement_marks(statement, number, position, refs))
    texted += [Mark(edit.after_span, "edited") for edit in (versions.edits if versions else ())]
    return ReportView(
        number=number,
        anchor=f"r{number}",
        outlet=plain(report.outlet or f"outlet {NOT_RECORDED}"),
        lang=safe_language(report.language),
        published=moment_in_words(report.published),
        title=mark_text(report.title or "", titled),
        facts=_facts(report),
        address=inert(report.url or ""),
        address_link=safe_address(report.url),
        paragraphs=mark_paragraphs(report.text, texted),
        notice=_notice(report, understanding),
        earlier_versions=len(versions.earlier) if versions else 0,
        edits=edits,
    )


def _cited_marks(report_id: str, number: int, places: Places) -> Iterable[tuple[str, Mark]]:
    for within, span in sorted(places.cited.get(report_id, ())):
        yield within, Mark(span, anchor=passage_anchor(number, span, within))


def _statement_marks(statement: Statement, number: int, position: int, refs: tuple[Link, ...]) -> Iterable[Mark]:
    """Return the marks of one statement: what is said, on whose word, the word that attributes it, and hedges."""
    whole = hull(statement.content)
    note = _note(statement)
    yield Mark(whole, anchor=statement_anchor(number, position))
    for ref in refs:
        yield Mark(whole, claim=ref)
    if statement.act != "own_voice":
        for span in statement.content:
            yield Mark(span, "said", note=note)
    for kind, spans in (("cue", statement.cue), ("source", statement.source), ("hedge", statement.hedges)):
        for span in spans:
            yield Mark(span, kind)


def _note(statement: Statement) -> str:
    voices = " ← ".join(map(voice_in_words, statement.voices)) or "no source named"
    return f"{statement_frame(statement)}, {voices}"


def _facts(report: Report) -> tuple[tuple[str, str], ...]:
    """Return what is known of how the report reached us; what is not known is said."""
    precision = {"day": " (date only)", "month": " (month only)", "year": " (year only)"}
    published = moment_in_words(report.published)
    if report.published:
        published += precision.get(report.published.precision, "")
    rows = [
        ("Kind of outlet", inert((report.outlet_type or "").replace("_", " "))),
        ("Published", published),
        ("By", inert(report.byline or NOT_RECORDED)),
        ("Language", inert(report.language or NOT_RECORDED)),
        ("File", inert(report.path)),
        ("Id", inert(report.shown_id)),
        ("SHA-256 of the original", report.original_sha256),
    ]
    return tuple((name, value) for name, value in rows if value)


def _notice(report: Report, understanding: Understanding | None) -> str:
    if understanding is None:
        return "What this report says was not read out of it in this run."
    if not understanding.language_known:
        language = f" ({inert(report.language)})" if report.language else ""
        return f"Not yet understood: Whence reads statements in English only{language}. Kept and compared for copies."
    return ""
