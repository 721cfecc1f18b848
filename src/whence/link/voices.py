"""Which voices of several reports are one, and by what?

Same name, same kind: one voice. A part of a name ("the Courier", "Mr Torv") joins the one fuller name it fits; where it
fits two, it stays alone. A voice that a report leaves unnamed is never taken for a named one, and two unnamed voices
are one only where their reports state the same office with the same place or number about them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from whence.link.names import PlainName, do_names_fit, read_name
from whence.model.ids import content_id
from whence.model.report import Passage, Report
from whence.model.statement import Understanding, Voice, VoiceKind
from whence.model.story import CaseVoice


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
    """Wordings that were taken as one voice so far."""

    plain: PlainName
    names: list[str]
    kinds: list[VoiceKind]
    named: bool
    passages: list[Passage]
    reason: str
    members: list[tuple[str, Voice]]


def resolve_voices(reports: Sequence[Report], understandings: Mapping[str, Understanding]) -> VoiceIndex:
    """Return the voices of all reports as voices of the case; the order of the reports does not matter."""
    groups = _group_wordings(reports, understandings)
    voices: list[CaseVoice] = []
    id_of: dict[tuple[str, Voice], str] = {}
    for group in groups:
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


def _group_wordings(reports: Sequence[Report], understandings: Mapping[str, Understanding]) -> list[_Group]:
    """Return the wordings of all reports in groups: equal names first, then parts of names that fit one group only."""
    exact: dict[tuple[str, ...], _Group] = {}
    for report in sorted(reports, key=lambda report: report.id):
        understanding = understandings.get(report.id)
        if understanding is None:
            continue
        for statement in understanding.statements:
            for voice in (*statement.voices, *statement.grounds):
                _add_wording(exact, report, voice)
    return _join_parts(list(exact.values()))


def _add_wording(exact: dict[tuple[str, ...], _Group], report: Report, voice: Voice) -> None:
    plain = read_name(voice.name, voice.kind)
    key = _identity(plain, voice, report)
    group = exact.get(key)
    if group is None:
        why = "named alike" if voice.named or plain.is_specific else "stands in one report only"
        group = exact[key] = _Group(plain, [], [], voice.named, [], why, [])
    group.names.append(voice.name)
    group.kinds.append(voice.kind)
    group.named = group.named or voice.named
    group.members.append((report.id, voice))
    if voice.span is not None:
        passage = Passage(report.id, voice.span)
        if passage not in group.passages:
            group.passages.append(passage)


def _identity(plain: PlainName, voice: Voice, report: Report) -> tuple[str, ...]:
    """Return what makes two wordings one at once; wordings that state too little are kept to their own report."""
    words = tuple(sorted(plain.words))
    family = plain.family
    if voice.kind == "unspecified":
        return ("unspecified", report.id)
    if voice.kind == "unnamed":
        return (family, *words) if plain.is_specific else (family, report.id, *words)
    return (family, *words) if plain.proper or voice.named else (family, report.id, *words)


def _join_parts(groups: list[_Group]) -> list[_Group]:
    """Return the groups after each part of a name has joined the one fuller name that it fits."""
    by_word: dict[tuple[str, str], list[_Group]] = defaultdict(list)
    for group in groups:
        for word in group.plain.words:
            by_word[group.plain.family, word].append(group)
    absorbed: dict[int, _Group] = {}
    for group in sorted(groups, key=lambda group: (len(group.plain.words), sorted(group.plain.words))):
        if not group.plain.words or not (group.named or group.plain.proper):
            continue
        rarest = min((by_word[group.plain.family, word] for word in group.plain.words), key=len)
        fuller = [other for other in rarest if other is not group and do_names_fit(group.plain, other.plain)]
        maximal = [
            one
            for one in fuller
            if not any(one is not other and do_names_fit(one.plain, other.plain) for other in fuller)
        ]
        if len(maximal) == 1:
            absorbed[id(group)] = maximal[0]
    for group in groups:
        target = group
        while id(target) in absorbed:
            target = absorbed[id(target)]
        if target is not group:
            _absorb(target, group)
    return [group for group in groups if id(group) not in absorbed]


def _absorb(target: _Group, group: _Group) -> None:
    target.reason = "a part of the name fits this one alone"
    target.names.extend(group.names)
    target.kinds.extend(group.kinds)
    target.named = target.named or group.named
    target.passages.extend(group.passages)
    target.members.extend(group.members)


def _make_voice(group: _Group) -> CaseVoice:
    """Return the case voice of a group: its fullest name, its commonest kind, and every place where it is worded."""
    name = max(
        sorted(set(group.names)), key=lambda name: (len(read_name(name, group.kinds[0]).words), group.names.count(name))
    )
    kind = max(sorted(set(group.kinds)), key=group.kinds.count)
    only_report = {report for report, _ in group.members} if not (group.named or group.plain.is_specific) else set()
    identity = content_id("v", group.plain.family, " ".join(sorted(group.plain.words)), *sorted(only_report))
    passages = tuple(sorted(set(group.passages), key=lambda passage: (passage.report, passage.span)))
    return CaseVoice(identity, name, kind, group.named, passages, group.reason)
