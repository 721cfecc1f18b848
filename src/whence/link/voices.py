"""Which voices of several reports are one, and by what?

Same name, same voice; a name that many bodies bear ("the ministry") says which only inside one report or affair. A
part of a name ("the Courier", "Mr Torv") joins the one fuller name that it fits, in its report or else in its affair;
where it fits two, it stays alone. A voice that a report leaves unnamed is never taken for a named one, and two unnamed
voices are one only where their reports state the same office with the same place or number about them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from whence.link.affairs import number_affairs
from whence.link.names import PlainName, do_names_fit, read_name
from whence.link.options import LinkOptions
from whence.model.ids import content_id
from whence.model.report import Passage, Report
from whence.model.statement import Understanding, Voice, VoiceKind
from whence.model.story import CaseVoice

Key = tuple[str, ...]

DEFAULTS = LinkOptions()


@dataclass(frozen=True, slots=True)
class VoiceIndex:
    """The voices of a case, and which of them stand behind each statement."""

    voices: tuple[CaseVoice, ...]
    chains: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    ground_ids: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def chain(self, report_id: str, statement_id: str) -> tuple[str, ...]:
        """Return the ids of a statement's voices, outermost first; empty for the report's own voice."""
        return self.chains.get((report_id, statement_id), ())

    def grounds(self, report_id: str, statement_id: str) -> tuple[str, ...]:
        """Return the ids of the voices on whose word a statement is said to rest."""
        return self.ground_ids.get((report_id, statement_id), ())


@dataclass(slots=True)
class _Group:
    """Wordings that were taken as one voice so far; `affairs` are those its reports are on."""

    key: Key
    plain: PlainName
    names: list[str] = field(default_factory=list)
    kinds: list[VoiceKind] = field(default_factory=list)
    passages: set[Passage] = field(default_factory=set)
    members: set[tuple[str, Voice]] = field(default_factory=set)
    affairs: set[int] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    parts: list[str] = field(default_factory=list)
    is_named: bool = False


def resolve_voices(
    reports: Sequence[Report], understandings: Mapping[str, Understanding], *, options: LinkOptions = DEFAULTS
) -> VoiceIndex:
    """Return the voices of all reports as voices of the case; the order of the reports does not matter."""
    groups = _group_same_names(reports, understandings, options)
    _join_parts(groups)
    id_of: dict[tuple[str, Voice], str] = {}
    voices = []
    for group in groups:
        if group.members:
            voice = _make_voice(group)
            voices.append(voice)
            id_of.update(dict.fromkeys(group.members, voice.id))
    chains, grounds = {}, {}
    for report in reports:
        understanding = understandings.get(report.id)
        for statement in understanding.statements if understanding else ():
            key = (report.id, statement.id)
            chains[key] = tuple(id_of[report.id, voice] for voice in statement.voices)
            grounds[key] = tuple(id_of[report.id, voice] for voice in statement.grounds)
    return VoiceIndex(tuple(sorted(voices, key=lambda voice: voice.id)), chains, grounds)


def _group_same_names(
    reports: Sequence[Report], understandings: Mapping[str, Understanding], options: LinkOptions
) -> list[_Group]:
    """Return the wordings of all reports grouped by name, and a group for each outlet of the case."""
    groups: dict[Key, _Group] = {}
    ordered = sorted(reports, key=lambda report: report.id)
    for report, affair in zip(ordered, number_affairs(ordered, options=options), strict=True):
        if report.outlet:
            outlet = read_name(report.outlet, "outlet")
            group = groups.setdefault(("institution", "", *sorted(outlet.words)), _Group((), outlet))
            group.names.append(report.outlet)
            group.affairs.add(affair)
            group.reports.add(report.id)
            group.is_named = True
        for voice in _voices_of(understandings.get(report.id)):
            plain = read_name(voice.name, voice.kind)
            key = _identify(plain, voice, report, affair)
            _add(groups.setdefault(key, _Group(key, plain)), report, affair, voice)
    for key, group in groups.items():
        group.key = key
    return list(groups.values())


def _voices_of(understanding: Understanding | None) -> Iterator[Voice]:
    for statement in understanding.statements if understanding else ():
        yield from statement.voices
        yield from statement.grounds


def _identify(plain: PlainName, voice: Voice, report: Report, affair: int) -> Key:
    """Return what makes wordings one voice at once: family, how far the words hold ("" is anywhere), and the words."""
    if voice.kind == "unspecified":
        return ("unspecified", report.id)
    if voice.kind == "unnamed":
        return ("unnamed", f"affair {affair}" if plain.is_specific else report.id, *sorted(plain.words))
    return (plain.family, "" if plain.is_distinctive else report.id, *sorted(plain.words))


def _add(group: _Group, report: Report, affair: int, voice: Voice) -> None:
    group.names.append(voice.name)
    group.kinds.append(voice.kind)
    group.is_named = group.is_named or voice.named
    group.members.add((report.id, voice))
    group.reports.add(report.id)
    group.affairs.add(affair)
    if voice.span is not None:
        group.passages.add(Passage(report.id, voice.span))


def _join_parts(groups: Sequence[_Group]) -> None:
    """Give the wordings of each part of a name to the one fuller name that it fits, the fullest parts first.

    Names that many bodies bear and that fit no fuller one are one voice throughout their affair.
    """
    by_word: dict[tuple[int, str], list[_Group]] = defaultdict(list)
    for group in groups:
        for affair in group.affairs:
            for word in {*group.plain.words, group.plain.initials.casefold()}:
                by_word[affair, word].append(group)
    gone: dict[int, _Group] = {}
    bare: dict[Key, _Group] = {}
    for group in sorted(groups, key=lambda group: (-len(group.plain.words), group.key)):
        if group.key[0] in ("unnamed", "unspecified") or not group.members:
            continue
        fuller = _find_fuller(group, by_word, gone)
        if not fuller and group.key[1] != "" and group.key[0] != "document":
            same_elsewhere = bare.setdefault((group.key[0], str(min(group.affairs)), *group.key[2:]), group)
            fuller = [] if same_elsewhere is group else [same_elsewhere]
        if len(fuller) == 1:
            _absorb(fuller[0], group)
            gone[id(group)] = fuller[0]


def _find_fuller(
    group: _Group, by_word: Mapping[tuple[int, str], Sequence[_Group]], gone: Mapping[int, _Group]
) -> list[_Group]:
    """Return the fuller names that a part fits: those of its own reports, or where there are none, of its affair.

    "The report" of another report is another one, so a document's part stays at home.
    """
    words = sorted(group.plain.words)
    if not words:
        return []
    rarest = min(words, key=lambda word: sum(len(by_word[affair, word]) for affair in group.affairs))
    near = [other for affair in sorted(group.affairs) for other in by_word[affair, rarest]]
    fitting = [other for other in near if other is not group and do_names_fit(group.plain, other.plain)]
    elsewhere = [] if group.key[0] == "document" and group.key[1] else fitting
    at_home = [other for other in fitting if group.reports & other.reports]
    targets = {id(gone.get(id(other), other)): gone.get(id(other), other) for other in at_home or elsewhere}
    targets.pop(id(group), None)
    return list(targets.values())


def _absorb(target: _Group, group: _Group) -> None:
    """Move everything a group holds to another; it stays behind empty."""
    if group.key[2:] != target.key[2:]:
        target.parts.append(min(group.names))
    target.parts.extend(group.parts)
    target.kinds.extend(group.kinds)
    target.is_named = target.is_named or group.is_named
    target.passages |= group.passages
    target.members |= group.members
    target.affairs |= group.affairs
    target.reports |= group.reports
    group.members, group.passages = set(), set()


def _make_voice(group: _Group) -> CaseVoice:
    """Return the case voice of a group: its commonest full name and kind, and every place where it is worded."""
    name = max(sorted(set(group.names)), key=group.names.count)
    kind = max(sorted(set(group.kinds)), key=group.kinds.count)
    passages = tuple(sorted(group.passages, key=lambda passage: (passage.report, passage.span)))
    return CaseVoice(_id_of(group), name, kind, group.is_named, passages, _explain(group))


def _id_of(group: _Group) -> str:
    """Return an id by name, and by the reports that use it where the name alone does not tell which voice it is."""
    where = () if group.key[1] == "" else sorted({report for report, _ in group.members})
    return content_id("v", group.key[0], *group.key[2:], None, *where)


def _explain(group: _Group) -> str:
    """Return in words why the wordings of a group were taken as one voice."""
    reports = len({report for report, _ in group.members})
    if group.parts:
        short = ", ".join(f"“{part}”" for part in sorted(set(group.parts))[:3])
        return f"{short} can only be this one among the names of the affair"
    if reports < 2:
        return "stands in one report only"
    if group.key[0] == "unnamed":
        return "unnamed, but the reports state the same office, place or number"
    return "named alike" if group.key[1] == "" else "named alike in reports on one affair"
