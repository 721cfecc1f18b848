"""Which things does a report name, under which names, and where?"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from whence.model.finding import FoundName
from whence.model.spans import Span
from whence.model.statement import Entity, EntityKind, Voice
from whence.understand.names import Name, Names
from whence.understand.tokens import Tokens

# A demonym that only the rules see names no thing of its own.
_NO_ENTITIES = frozenset({"nationality"})
_MOMENTS = frozenset({"date", "quantity"})
# Names of a text that are looked for in all of it.
_MOST_SOUGHT = 600


def find_entities(tokens: Tokens, names: Names, found: Sequence[FoundName] | None = None) -> tuple[Entity, ...]:
    """Return the named things of a text in order of first occurrence; short forms are aliases of the full name.

    `found`: what a reader found; then only what it gave a kind to is listed, with dates, quantities and nationalities.
    """
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names.all:
        if name.kind not in _NO_ENTITIES if found is None else name.kind != "unknown":
            groups[name.full or name.text].append(name)
    made = _found_everywhere([_entity(full, group, tokens) for full, group in groups.items()], tokens.text, found)
    if found is not None:
        made.extend(_moments(tokens, found))
        made.sort(key=lambda entity: entity.occurrences[0])
    return tuple(replace(entity, id=f"e{number}") for number, entity in enumerate(made, 1))


def _found_everywhere(entities: Sequence[Entity], text: str, found: Sequence[FoundName] | None) -> list[Entity]:
    """Return the entities with every other place where the text has one of their names, also in capitals throughout.

    A reader of words may miss a name in one sentence that it saw in another. A name that two entities bear is left to
    where it was found.
    """
    names = [(name, entity.id or entity.name) for entity in entities for name in (entity.name, *entity.aliases)]
    bearers = Counter(name for name, _ in names)
    wanted = {name: owner for name, owner in names if bearers[name] == 1 and _is_telling(name)}
    wanted |= {name.upper(): owner for name, owner in wanted.items() if name.upper() not in wanted and len(name) > 3}
    # One scan for so many names at once takes too long; a text of thousands is no report but a list.
    if not wanted or len(wanted) > _MOST_SOUGHT:
        return list(entities)
    taken = [span for entity in entities for span in entity.occurrences]
    taken += [name.span for name in found or ()]
    starts = sorted((span.start, span.end) for span in taken)
    more: dict[str, list[Span]] = defaultdict(list)
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, wanted), key=len, reverse=True)) + r")(?![\w-])"
    )
    for match in pattern.finditer(text):
        at = bisect_right(starts, (match.end() - 1, len(text)))
        if at and starts[at - 1][1] > match.start():
            continue
        more[wanted[match.group()]].append(Span(match.start(), match.end()))
    return [
        replace(entity, occurrences=tuple(sorted((*entity.occurrences, *more[entity.id or entity.name]))))
        for entity in entities
    ]


def _is_telling(name: str) -> bool:
    """Tell whether a name cannot well be a word: two words or an acronym, or a longer one with a capital."""
    return name[:1].isupper() and (len(name) > 4 or " " in name or (name.isupper() and len(name) > 2))


def _moments(tokens: Tokens, found: Sequence[FoundName]) -> list[Entity]:
    """Return the dates and quantities, those that are worded alike as one."""
    groups: dict[tuple[str, EntityKind], list[Span]] = defaultdict(list)
    for name in found:
        if name.kind in _MOMENTS:
            groups[name.span.cut(tokens.text), name.kind].append(name.span)
    return [Entity("", worded, kind, (), tuple(spans)) for (worded, kind), spans in groups.items()]


def _entity(full: str, group: list[Name], tokens: Tokens) -> Entity:
    kinds = Counter(name.kind for name in group if name.kind != "unknown").most_common(1)
    kind: EntityKind = kinds[0][0] if kinds else "unknown"
    aliases = tuple(dict.fromkeys(name.text for name in group if name.text != full))
    occurrences = tuple(_place(tokens, name) for name in group)
    return Entity("", full, kind, aliases, occurrences)


def _place(tokens: Tokens, name: Name) -> Span:
    """Return where the name stands without its title."""
    whole = tokens.span(name.low, name.high)
    at = tokens.text.find(name.text, whole.start, whole.end)
    return Span(at, at + len(name.text)) if at >= 0 else whole


def entity_of(voice: Voice, ids: dict[str, str]) -> str | None:
    """Return the id of the entity that a voice is, by its resolved name."""
    if not voice.named:
        return None
    # The rules leave the full stop of "Co." out of a name.
    return ids.get(voice.name) or ids.get(f"{voice.name}.")
