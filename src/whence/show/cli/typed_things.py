"""Which claim, voice or report of a case does a typed word mean, and what to type where it means none or several?"""

import shlex
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import PurePath

from whence.errors import FixUsage, NoSuchThing
from whence.model.judgement import About
from whence.model.report import Report
from whence.model.stemma import Trace
from whence.model.story import CaseVoice
from whence.show.explain import find_claim
from whence.show.wording import VOICE_KIND_WORDS, plain, report_in_words

# Candidates that an error lists: more would push the error itself off a small terminal.
MOST_CANDIDATES = 5
# How alike (0 to 1) a name must be to what was typed to be offered; set on slips in the names of the examples.
_NEAR = 0.5


def find_thing(about: About, typed: str, trace: Trace) -> tuple[str, ...]:
    """Return the lasting ids of what was typed: of a claim those of its mentions, of anything else its own.

    Raises NoSuchThing where the trace has nothing of that name, FixUsage where it has several.
    """
    if about == "claims":
        return tuple(mention.id for mention in find_claim(trace, typed).claim.mentions)
    if about in ("voice", "voices"):
        return (_find_voice(typed, trace.voices).id,)
    return (_find_report(typed, trace.reports).id,)


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


def _find_voice(typed: str, voices: Sequence[CaseVoice]) -> CaseVoice:
    """Return the voice of that id, else of that name as it is written, else of that name in capitals or not."""
    ways: tuple[Callable[[CaseVoice], bool], ...] = (
        lambda voice: typed == voice.id,
        lambda voice: typed == voice.name,
        lambda voice: typed.casefold() == voice.name.casefold(),
    )
    for is_meant in ways:
        found = [voice for voice in voices if is_meant(voice)]
        if len(found) == 1:
            return found[0]
        if found:
            raise _several("voice", typed, [_offer_voice(voice) for voice in found])
    names = {voice.name.casefold(): voice for voice in reversed(voices)}
    offered = [names[name] for name in _near(typed, list(names))] or voices
    raise _nothing("voice", typed, [_offer_voice(voice) for voice in offered])


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


def _offer_voice(voice: CaseVoice) -> str:
    return f"{voice.id} ({plain(voice.name)}, {VOICE_KIND_WORDS[voice.kind]})"


def _several(thing: str, typed: str, offers: Sequence[str]) -> FixUsage:
    return FixUsage(f"“{plain(typed)}” means {len(offers)} {thing}s of this case, expected one.", hint=_hint(offers))


def _nothing(thing: str, typed: str, offers: Sequence[str]) -> NoSuchThing:
    return NoSuchThing(f"The case's last trace has no {thing} “{plain(typed)}”.", hint=_hint(offers))


def _hint(offers: Sequence[str]) -> str:
    left = len(offers) - MOST_CANDIDATES
    more = f"; {left:,} more stand in: whence trace --case FILE --format json" if left > 0 else ""
    return f"In its place type one of: {'; '.join(offers[:MOST_CANDIDATES])}{more}"
