"""How does a trace fall into one part a story, and into one trace again?

A part is a trace of one story. So a story can be kept, looked up and weighed again without the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from whence.model.report import Passage
from whence.model.stemma import Trace
from whence.model.story import CaseVoice


def split_trace(trace: Trace) -> tuple[Trace, dict[str, Trace]]:
    """Return what belongs to no story (with the reports), and a part for each story by its id, without its reports.

    A voice goes with every story that it stands in; `join_trace` makes them one again.
    """
    story_of = {report: story.story.id for story in trace.stories for report in story.story.reports}
    voices: dict[str, list[CaseVoice]] = defaultdict(list)
    rest: list[CaseVoice] = []
    for voice in trace.voices:
        homes = sorted({story_of[place.report] for place in voice.occurrences if place.report in story_of})
        for home in homes:
            inside = tuple(place for place in voice.occurrences if story_of.get(place.report) == home)
            voices[home].append(replace(voice, occurrences=inside))
        if not homes:
            rest.append(voice)
    claims, edges, corrections = defaultdict(list), defaultdict(list), defaultdict(list)
    for claim in trace.claims:
        claims[claim.claim.story].append(claim)
    for edge in trace.edges:
        edges[story_of.get(edge.later, "")].append(edge)
    for correction in trace.corrections:
        corrections[story_of.get(correction.report, "")].append(correction)
    parts = {
        story.story.id: Trace(
            made_by=trace.made_by,
            reports=(),
            versions=(),
            stories=(story,),
            claims=tuple(claims[story.story.id]),
            edges=tuple(edges[story.story.id]),
            voices=tuple(voices[story.story.id]),
            not_understood=(),
            failed=(),
            corrections=tuple(corrections[story.story.id]),
        )
        for story in trace.stories
    }
    head = replace(trace, stories=(), claims=(), edges=(), voices=tuple(rest), corrections=())
    return head, parts


def join_trace(head: Trace, parts: Sequence[Trace]) -> Trace:
    """Return the trace of these parts, the largest story first, its claims by their ranks."""
    parts = sorted(parts, key=_size_first)
    claims = [claim for part in parts for claim in part.claims]
    return replace(
        head,
        stories=tuple(story for part in parts for story in part.stories),
        claims=tuple(sorted(claims, key=lambda claim: claim.rank)),
        edges=tuple(edge for part in parts for edge in part.edges),
        voices=_join_voices((*head.voices, *(voice for part in parts for voice in part.voices))),
        corrections=tuple(row for part in parts for row in part.corrections),
    )


def _size_first(part: Trace) -> tuple[int, str]:
    return -sum(len(story.story.reports) for story in part.stories), part.stories[0].story.id


def nodes_of(part: Trace) -> frozenset[str]:
    """Return the ids of the reports and voices that a part speaks of: what it is looked up by."""
    mentions = (mention.mention for claim in part.claims for mention in claim.mentions)
    voices = frozenset(voice for mention in mentions for voice in (*mention.voice_ids, *mention.ground_ids))
    reports = frozenset(report for story in part.stories for report in story.story.reports)
    return reports | voices | frozenset(voice.id for voice in part.voices)


def _join_voices(voices: Iterable[CaseVoice]) -> tuple[CaseVoice, ...]:
    """Return each voice once, by id, with all the places where it is worded."""
    found: dict[str, CaseVoice] = {}
    places: Mapping[str, set[Passage]] = defaultdict(set)
    for voice in voices:
        found.setdefault(voice.id, voice)
        places[voice.id].update(voice.occurrences)
    return tuple(
        replace(found[key], occurrences=tuple(sorted(places[key], key=lambda place: (place.report, place.span))))
        for key in sorted(found)
    )
