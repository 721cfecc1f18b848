"""Which claim, voice or report of a case does a typed word mean, and what to type where it means none or several?"""

import shlex
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import PurePath

from whence.errors import FixUsage, NoSuchThing
from whence.model.entity import CaseEntity
from whence.model.judgement import About
from whence.model.report import Report
from whence.model.statement import Voice
from whence.model.stemma import Trace
from whence.model.story import CaseVoice
from whence.show.explain import find_claim
from whence.show.wording import VOICE_KIND_WORDS, count_of, outlet_in_words, plain, report_in_words, voice_in_words

# Candidates that an error lists: more would push the error itself off a small terminal.
MOST_CANDIDATES = 5
# How alike (0 to 1) a name must be to what was typed to be offered; set on slips in the names of the examples.
_NEAR = 0.5
# What stands around a name in an explanation, and may be copied with it.
_MARKS = " “”\"'"


def find_thing(about: About, typed: str, trace: Trace, entities: Sequence[CaseEntity] = ()) -> tuple[str, ...]:
    """Return the lasting ids of what was typed: of a claim those of its mentions, of anything else its own.

    An entity has those of its names in the reports: of the name that was typed, where only some of them use it.
    Raises NoSuchThing where the trace has nothing of that name, FixUsage where it has several.
    """
    if about == "claims":
        return tuple(mention.id for mention in find_claim(trace, typed).claim.mentions)
    if about in ("voice", "voices"):
        return (_find_voice(typed, trace).id,)
    if about == "entities":
        entity, words = find_entity(typed, entities), typed.casefold().strip(_MARKS)
        # A name that only some reports use means those: so "not the same" can part what a run put together.
        called = [each.id for each in entity.occurrences if words in _folded((each.name,))]
        return tuple(called or (each.id for each in entity.occurrences))
    return (_find_report(typed, trace.reports).id,)


def find_entity(typed: str, entities: Sequence[CaseEntity]) -> CaseEntity:
    """Return the entity of that id, else of that name as it is written, else in capitals or not, else called so."""
    words = typed.casefold().strip(_MARKS)
    ways: tuple[Callable[[CaseEntity], bool], ...] = (
        lambda entity: typed == entity.id,
        lambda entity: typed == entity.name,
        lambda entity: words == plain(entity.name).casefold(),
        lambda entity: words in _folded(entity.aliases),
    )
    for is_meant in ways:
        found = [entity for entity in entities if is_meant(entity)]
        if len(found) == 1:
            return found[0]
        if found:
            raise _several("entity", typed, [_offer_entity(entity) for entity in found], many="entities")
    called = {name: entity for entity in reversed(entities) for name in _folded((entity.name, *entity.aliases))}
    # A surname or one word of a longer name is what most people type.
    within = [name for name in called if set(words.split()) & set(name.split())]
    near = list(dict.fromkeys(called[name].id for name in (*within, *_near(words, list(called)))))
    often = sorted((each for each in entities if each.named), key=lambda each: -len(each.occurrences))
    offered = [entity for each in near for entity in entities if entity.id == each] or often
    raise _nothing("entity", typed, [_offer_entity(entity) for entity in offered])


def _offer_entity(entity: CaseEntity) -> str:
    reports = len({occurrence.report for occurrence in entity.occurrences})
    return f"{entity.id} ({plain(entity.name)}, {entity.kind.replace('_', ' ')}, in {count_of(reports, 'report')})"


def _find_report(typed: str, reports: Sequence[Report]) -> Report:
    """Return the report of that id or path, else of that end of a path, else the one report of that outlet."""
    ways: tuple[Callable[[Report], bool], ...] = (
        lambda report: typed in (report.id, report.given_id, report.path),
        lambda report: _ends_in(report.path, typed),
        lambda report: typed.casefold() == (report.outlet or "").casefold(),
    )
    for is_meant in ways:
        found = [report for report in reports if is_meant(report)]
        if len(found) == 1:
            return found[0]
        if found:
            raise _several("report", typed, [_offer_report(report, reports) for report in found])
    names = {
        name.casefold(): report
        for report in reversed(reports)
        for name in (report.given_id, PurePath(report.path).name, report.outlet, report.title)
        if name
    }
    near = list(dict.fromkeys(names[name].id for name in _near(typed, list(names))))
    offered = [report for each in near for report in reports if report.id == each] or reports
    raise _nothing("report", typed, [_offer_report(report, reports) for report in offered])


def _find_voice(typed: str, trace: Trace) -> CaseVoice:
    """Return the voice of that id, else of that name as it is written, else in capitals or not, else worded so.

    A voice goes by the name that it has in the case, and by those by which the reports and the explanations call it.
    """
    voices, words = trace.voices, typed.casefold().strip(_MARKS)
    names, wordings = _names_shown(trace), _wordings_shown(trace)
    ways: tuple[Callable[[CaseVoice], bool], ...] = (
        lambda voice: typed == voice.id,
        lambda voice: typed in names[voice.id],
        lambda voice: words in _folded(names[voice.id]),
        lambda voice: words in _folded(wordings[voice.id]),
    )
    for is_meant in ways:
        found = [voice for voice in voices if is_meant(voice)]
        if len(found) == 1:
            return found[0]
        if found:
            raise _several("voice", typed, [_offer_voice(voice, trace.reports) for voice in found])
    called = {name: voice for voice in reversed(voices) for name in _folded(names[voice.id])}
    near = list(dict.fromkeys(called[name].id for name in _near(words, list(called))))
    offered = [voice for each in near for voice in voices if voice.id == each] or voices
    raise _nothing("voice", typed, [_offer_voice(voice) for voice in offered])


def _names_shown(trace: Trace) -> dict[str, dict[str, None]]:
    """Return what each voice is called, by its id: in the case, in the reports, as a parent, as an origin."""
    names: dict[str, dict[str, None]] = {voice.id: {voice.name: None} for voice in trace.voices}
    called = [(known, voice.name) for known, voice in _voices_of(trace)]
    for claim in trace.claims:
        called += [(origin.id, origin.name) for origin in claim.origins.members if origin.kind == "voice"]
        parents = (parent for mention in claim.mentions for parent in mention.parents)
        called += [(parent.id, parent.name) for parent in parents if parent.kind == "voice"]
    for known, name in called:
        if known in names:
            names[known][name] = None
    return names


def _wordings_shown(trace: Trace) -> dict[str, dict[str, None]]:
    """Return how each voice is worded in the reports, alone and as explanations show it, by its id."""
    wordings: dict[str, dict[str, None]] = {voice.id: {} for voice in trace.voices}
    for known, voice in _voices_of(trace):
        if known in wordings:
            wordings[known] |= {voice.as_worded: None, voice_in_words(voice): None}
    return wordings


def _voices_of(trace: Trace) -> Iterator[tuple[str, Voice]]:
    """Yield each voice of the claims' statements with its id in the case."""
    for claim in trace.claims:
        for mention in claim.claim.mentions:
            yield from zip(mention.voice_ids, mention.statement.voices, strict=False)
            yield from zip(mention.ground_ids, mention.statement.grounds, strict=False)


def _folded(names: Iterable[str]) -> set[str]:
    return {plain(name).casefold().strip(_MARKS) for name in names}


def _ends_in(path: str, typed: str) -> bool:
    """Tell whether a path ends in what was typed, whole names of folders and files only."""
    parts = PurePath(typed).parts
    return bool(parts) and PurePath(path).parts[-len(parts) :] == parts


def _near(typed: str, names: list[str]) -> list[str]:
    return get_close_matches(typed.casefold(), names, n=MOST_CANDIDATES, cutoff=_NEAR)


def _offer_report(report: Report, reports: Sequence[Report]) -> str:
    """Return what may be typed for a report, that means no other one, and in brackets what it is."""
    known = Counter(name for each in reports for name in {each.id, each.given_id, each.path})
    names = (report.given_id, report.path)
    typed = next((name for name in names if name and known[name] == 1 and name.isprintable()), report.id)
    return f"{shlex.quote(typed)} ({report_in_words(report)})"


def _offer_voice(voice: CaseVoice, reports: Sequence[Report] = ()) -> str:
    """Return what may be typed for a voice, and in brackets what it is and which of the reports has it first."""
    held = {passage.report for passage in voice.occurrences}
    where = next((f", in {outlet_in_words(report)}" for report in reports if report.id in held), "")
    return f"{voice.id} ({plain(voice.name)}, {VOICE_KIND_WORDS[voice.kind]}{where})"


def _several(thing: str, typed: str, offers: Sequence[str], *, many: str = "") -> FixUsage:
    found = f"“{plain(typed)}” means {len(offers)} {many or thing + 's'} of this case, expected one."
    return FixUsage(found, hint=_hint(thing, offers))


def _nothing(thing: str, typed: str, offers: Sequence[str]) -> NoSuchThing:
    return NoSuchThing(f"The case's last trace has no {thing} “{plain(typed)}”.", hint=_hint(thing, offers))


def _hint(thing: str, offers: Sequence[str]) -> str:
    left = len(offers) - MOST_CANDIDATES
    listing = "network" if thing == "entity" else "trace"
    more = f"; {left:,} more stand in: whence {listing} --case FILE --format json" if left > 0 else ""
    return f"In its place type one of: {'; '.join(offers[:MOST_CANDIDATES])}{more}"
