"""Which things does a report name, under which names, and where?"""

from collections import Counter, defaultdict

from whence.model.spans import Span
from whence.model.statement import Entity, EntityKind, Voice
from whence.understand.names import Name, Names
from whence.understand.tokens import Tokens

# A demonym names no thing of its own.
_NO_ENTITIES = frozenset({"nationality"})


def find_entities(tokens: Tokens, names: Names) -> tuple[Entity, ...]:
    """Return the named things of a text in order of first occurrence; short forms are aliases of the full name."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names.all:
        if name.kind not in _NO_ENTITIES:
            groups[name.full or name.text].append(name)
    return tuple(_entity(number, full, group, tokens) for number, (full, group) in enumerate(groups.items(), 1))


def _entity(number: int, full: str, group: list[Name], tokens: Tokens) -> Entity:
    kinds = Counter(name.kind for name in group if name.kind != "unknown").most_common(1)
    kind: EntityKind = kinds[0][0] if kinds else "unknown"
    aliases = tuple(dict.fromkeys(name.text for name in group if name.text != full))
    occurrences = tuple(_place(tokens, name) for name in group)
    return Entity(f"e{number}", full, kind, aliases, occurrences)


def _place(tokens: Tokens, name: Name) -> Span:
    """Return where the name stands without its title."""
    whole = tokens.span(name.low, name.high)
    at = tokens.text.find(name.text, whole.start, whole.end)
    return Span(at, at + len(name.text)) if at >= 0 else whole


def entity_of(voice: Voice, ids: dict[str, str]) -> str | None:
    """Return the id of the entity that a voice is, by its resolved name."""
    return ids.get(voice.name) if voice.named else None
