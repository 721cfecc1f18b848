"""In which steps do a trace and the entities of its case become who, when, where and what spread?"""

from collections.abc import Mapping
from dataclasses import replace

from whence.flow.trace import story_of
from whence.link.described import mark_maybe_same
from whence.link.entity_relations import join_relations
from whence.model.affair import Affair, AffairSources
from whence.model.entity import CaseEntities
from whence.model.statement import Understanding
from whence.model.stemma import Trace
from whence.weigh.affair import find_affair


def affair_of(trace: Trace, understandings: Mapping[str, Understanding], known: CaseEntities) -> Affair:
    """Return the affair of a trace: only what its own reports say, of the entities of the case that they name."""
    reports = {report.id: report for report in trace.reports}
    named = [entity for entity in known.entities if any(each.report in reports for each in entity.occurrences)]
    entities = mark_maybe_same(named, story_of([story.story for story in trace.stories]))
    read = {report: understandings[report] for report in reports.keys() & understandings.keys()}
    relations = join_relations(read, entities, [claim.claim for claim in trace.claims])
    affair = find_affair(AffairSources(reports, read, entities, relations, trace.claims))
    return replace(affair, decisions=known.decisions, conflicts=known.conflicts)
