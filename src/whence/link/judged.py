"""How do an analyst's decisions change what belongs together? They win over what was found; nothing else moves."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from whence.link.voices import VoiceIndex
from whence.model.judgement import Judgement
from whence.model.story import CaseVoice

Group = tuple[str, ...]


def regroup(
    groups: Sequence[Group], judgements: Sequence[Judgement], nearer: Callable[[str, Group, Group], bool]
) -> list[Group]:
    """Return groups of ids as the judgements have them, in the order of the groups they came from.

    What is judged the same joins its groups. What is judged not the same parts a group that holds both: every other
    member stays with the side that it is nearer to, as `nearer(member, one side, other side)` says. A later judgement
    wins over an earlier one.
    """
    held = list(groups)
    for judgement in judgements:
        one, other = frozenset(judgement.one), frozenset(judgement.other)
        if judgement.verdict == "same":
            held = _join(held, one | other)
        else:
            held = [part for group in held for part in _part(group, one, other, nearer)]
    return held


def _join(groups: Sequence[Group], ids: frozenset[str]) -> list[Group]:
    touched = [number for number, group in enumerate(groups) if ids & set(group)]
    if len(touched) < 2:
        return list(groups)
    joined = tuple(member for number in touched for member in groups[number])
    rest = [group for number, group in enumerate(groups) if number not in touched[1:]]
    rest[touched[0]] = joined
    return rest


def _part(
    group: Group, one: frozenset[str], other: frozenset[str], nearer: Callable[[str, Group, Group], bool]
) -> list[Group]:
    first = tuple(member for member in group if member in one)
    second = tuple(member for member in group if member in other and member not in one)
    if not first or not second:
        return [group]
    stays = {member: member in one or (member not in other and nearer(member, first, second)) for member in group}
    return [tuple(m for m in group if stays[m]), tuple(m for m in group if not stays[m])]


def join_voices(index: VoiceIndex, judgements: Sequence[Judgement]) -> VoiceIndex:
    """Return the voices with those judged to be one joined under the id of the first; the rest as it was."""
    known = {voice.id: voice for voice in index.voices}
    new_id: dict[str, str] = {}
    for judgement in judgements:
        if judgement.verdict != "same":
            continue
        one, other = (_follow(new_id, ids[0]) for ids in (judgement.one, judgement.other))
        if one != other and one in known and other in known:
            known[one] = _joined(known[one], known.pop(other), judgement)
            new_id[other] = one
    if not new_id:
        return index

    def renamed(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_follow(new_id, voice) for voice in ids)

    return replace(
        index,
        voices=tuple(sorted(known.values(), key=lambda voice: voice.id)),
        chains={key: renamed(ids) for key, ids in index.chains.items()},
        ground_ids={key: renamed(ids) for key, ids in index.ground_ids.items()},
    )


def _follow(new_id: dict[str, str], voice: str) -> str:
    while voice in new_id:
        voice = new_id[voice]
    return voice


def _joined(one: CaseVoice, other: CaseVoice, judgement: Judgement) -> CaseVoice:
    passages = sorted({*one.occurrences, *other.occurrences}, key=lambda passage: (passage.report, passage.span))
    reason = f"{judgement.who} judged “{other.name}” to be the same"
    return replace(one, occurrences=tuple(passages), named=one.named or other.named, reason=reason)
