"""Which things of a case are looked up in watchlists? Entities that its reports name, never what they only describe."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from whence.link.screening import FAMILIES, screened_entity
from whence.model.entity import CaseEntity
from whence.model.report import Report
from whence.model.spans import Span
from whence.model.watchlist import ScreenedName
from whence.text.sentences import find_sentences


def screened_entities(
    entities: Iterable[CaseEntity], reports: Sequence[Report], *, sentences: int
) -> list[ScreenedName]:
    """Return the entities that may stand on a list, with so many of the sentences that name each.

    An age is counted from the year of the first report that names the thing and tells its date.
    """
    by_id = {report.id: report for report in reports}
    cut: dict[str, list[Span]] = {}
    found = []
    for entity in entities:
        if entity.kind not in FAMILIES or not entity.named:
            continue
        spans = _spans(entity, by_id)
        contexts: dict[str, None] = {}
        for report, named in spans.items():
            text = by_id[report].text
            if report not in cut:
                cut[report] = find_sentences(text)
            for sentence in cut[report]:
                if len(contexts) < sentences and any(sentence.start <= span.start < sentence.end for span in named):
                    contexts[" ".join(sentence.cut(text).split())] = None
        year = next((int(published.value[:4]) for each in spans if (published := by_id[each].published)), None)
        screened = screened_entity(entity, contexts, year=year)
        if screened is not None:
            found.append(screened)
    return found


def _spans(entity: CaseEntity, reports: Mapping[str, Report]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = defaultdict(list)
    for occurrence in entity.occurrences:
        for passage in occurrence.passages:
            if passage.report in reports:
                spans[passage.report].append(passage.span)
    return spans
