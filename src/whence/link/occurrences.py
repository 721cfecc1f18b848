"""Which things does each report speak of, as it names or describes them, before reports are compared?

A thing is an entity of the report together with the voices that lead back to it ("the ministry", "she"). A capital or
a state that speaks is its government, apart from the place. What a report leaves unnamed is a thing of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from whence.link.voices import VoiceIndex
from whence.model.entity import Occurrence
from whence.model.ids import content_id
from whence.model.place import Position
from whence.model.report import Passage, Report
from whence.model.spans import Span
from whence.model.statement import Attribute, EntityKind, PlaceExpression, Understanding, Voice, VoiceKind
from whence.text.nations import government_of

# Dates, quantities and peoples' words are no things of their own.
THINGS: frozenset[EntityKind] = frozenset(
    {"person", "organisation", "armed_group", "government", "outlet", "place", "facility", "equipment", "document"}
)
# How far around a name its context reaches, in characters, and from how many of its places; where sentences end.
_AROUND = 160
_PLACES = 2
_BREAKS = (". ", "\n", "? ", "! ")
_KIND_OF_VOICE: dict[VoiceKind, EntityKind] = {
    "person": "person",
    "organisation": "organisation",
    "government": "government",
    "outlet": "outlet",
    "document": "document",
}
_KIND_OF_DESCRIPTION: dict[str, EntityKind] = {"person": "person", "group": "organisation", "equipment": "equipment"}


@dataclass(slots=True)
class _Draft:
    """A thing of one report while its places are gathered."""

    name: str
    kind: EntityKind
    named: bool
    entity: str = ""
    aliases: dict[str, None] = field(default_factory=dict)
    spans: set[Span] = field(default_factory=set)
    attributes: tuple[Attribute, ...] = ()
    voices: dict[str, None] = field(default_factory=dict)


def find_occurrences(
    reports: Sequence[Report], understandings: Mapping[str, Understanding], *, voices: VoiceIndex
) -> tuple[Occurrence, ...]:
    """Return every thing of every report, by report in the order given; places are in the report's text."""
    return tuple(
        occurrence
        for report in reports
        if report.id in understandings
        for occurrence in _of_report(report, understandings[report.id], voices)
    )


def _of_report(report: Report, understanding: Understanding, voices: VoiceIndex) -> Iterator[Occurrence]:
    drafts = {
        entity.id: _Draft(
            entity.name,
            entity.kind,
            named=True,
            entity=entity.id,
            aliases=dict.fromkeys(entity.aliases),
            spans=set(entity.occurrences),
            attributes=entity.attributes,
        )
        for entity in understanding.entities
        if entity.kind in THINGS
    }
    for description in understanding.descriptions:
        drafts[description.id] = _Draft(
            description.worded,
            _KIND_OF_DESCRIPTION.get(description.kind, "unknown"),
            named=False,
            entity=description.id,
            spans=set(description.spans),
            attributes=description.attributes,
        )
    by_span = {span: draft for draft in drafts.values() for span in draft.spans}
    for voice, voice_id in _voices_of(report, understanding, voices):
        _take_voice(drafts, by_span, voice, voice_id)
    seen: dict[str, int] = {}
    for draft in drafts.values():
        for part, position in _parted(draft, understanding.places) if draft.spans else ():
            yield _finish(report, part, position, seen)


def _voices_of(report: Report, understanding: Understanding, index: VoiceIndex) -> Iterator[tuple[Voice, str]]:
    for statement in understanding.statements:
        if statement.within == "text":
            yield from zip(statement.voices, index.chain(report.id, statement.id), strict=False)
            yield from zip(statement.grounds, index.grounds(report.id, statement.id), strict=False)


def _take_voice(drafts: dict[str, _Draft], by_span: dict[Span, _Draft], voice: Voice, voice_id: str) -> None:
    """Give a voice's place to the thing that it is; one that no entity is becomes a thing of its own."""
    if voice.span is None or voice.kind == "unspecified":
        return
    draft = drafts.get(voice.entity or "") or by_span.get(voice.span)
    is_government = draft is not None and draft.kind == "place" and voice.kind == "government"
    if draft is None or is_government:
        name = (government_of(voice.name) or voice.name) if is_government else voice.name
        key = f"voice:{voice.kind}:{name}"
        kind = _KIND_OF_VOICE.get(voice.kind, "unknown")
        own = drafts.setdefault(key, _Draft(name, kind, named=voice.named and voice.kind != "unnamed"))
        if draft is not None:
            draft.spans.discard(voice.span)
        draft = own
    # "Staff of the Border Institute" is no other place of the institute than its name inside is.
    if not any(span.overlaps(voice.span) for span in draft.spans):
        draft.spans.add(voice.span)
    draft.voices[voice_id] = None


def _parted(draft: _Draft, places: Sequence[PlaceExpression]) -> list[tuple[_Draft, Position | None]]:
    """Return a thing with where it lies; two places of one name that the report puts apart are two things.

    A part of a place ("western Veldia") and what is near it say nothing else of where it lies.
    """
    if draft.kind != "place":
        return [(draft, None)]
    groups: list[tuple[set[Span], Position]] = []
    unplaced = set[Span]()
    for span in sorted(draft.spans):
        position = _position_at(span, places)
        held = next((group for group in groups if position and not group[1].gap_km(position)), None)
        if position is None:
            unplaced.add(span)
        elif held is None:
            groups.append(({span}, position))
        else:
            held[0].add(span)
    if not groups:
        return [(draft, None)]
    # What the report does not place goes with what it placed first.
    groups[0][0].update(unplaced)
    return [(replace(draft, spans=spans), position) for spans, position in groups]


def _position_at(span: Span, places: Sequence[PlaceExpression]) -> Position | None:
    for place in places:
        if place.span.overlaps(span) and place.lat is not None and place.lon is not None:
            return Position(place.lat, place.lon, place.radius_km or 0.0)
    return None


def _finish(report: Report, draft: _Draft, position: Position | None, seen: dict[str, int]) -> Occurrence:
    """Return the occurrence of a draft; two things of a report that are named alike are told apart by their order.

    Its id hangs on the name alone, not on the kind: judgements have to outlast a reader that knows kinds better.
    """
    seen[draft.name] = seen.get(draft.name, 0) + 1
    order = () if seen[draft.name] == 1 else (str(seen[draft.name]),)
    unique = content_id("n", report.id, draft.name, *order)
    spans = sorted(draft.spans)
    return Occurrence(
        unique,
        report.id,
        draft.entity,
        draft.name,
        draft.kind,
        draft.named,
        tuple(draft.aliases),
        tuple(Passage(report.id, span) for span in spans),
        draft.attributes,
        tuple(draft.voices),
        context_of(report.text, spans),
        position,
    )


def context_of(text: str, spans: Sequence[Span]) -> str:
    """Return the sentences around the first of some places in a text, roughly and each once.

    >>> context_of("It rained. Lena Torv left early. Nobody else did.", [Span(11, 20)])
    'Lena Torv left early.'
    """
    parts = []
    for span in spans[:_PLACES]:
        low, high = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
        start = max(
            (text.rfind(mark, low, span.start) + len(mark) for mark in _BREAKS if mark in text[low : span.start]),
            default=low,
        )
        end = min((at + 1 for mark in _BREAKS if (at := text.find(mark, span.end, high)) >= 0), default=high)
        parts.append(text[start:end].strip())
    return " ".join(dict.fromkeys(parts))
