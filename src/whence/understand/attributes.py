"""What does a report say of the things that it names beside their names: role, nationality, age, other names?"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from whence.model.statement import Attribute, Entity
from whence.understand.descriptions import DEMONYMS, FUNCTION, NO_ROLE, PEOPLE, attribute_at, is_modifier
from whence.understand.relation_words import ROLES
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    AUXILIARIES,
    PERSON_NOUNS,
)


def attributes_of(tokens: Tokens, entities: Sequence[Entity]) -> dict[str, tuple[Attribute, ...]]:
    """Return what the text says of its named persons beside their names, by entity id: role, nationality and age."""
    found: dict[str, tuple[Attribute, ...]] = {}
    named = {span for entity in entities for span in entity.occurrences}
    for entity in entities:
        if entity.kind in ("date", "quantity", "nationality"):
            continue
        said: dict[tuple[str, str], Attribute] = {}
        for span in entity.occurrences:
            low, high = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
            beside = list(_other_names(tokens, high))
            if entity.kind == "person":
                beside += [*_before_name(tokens, low), *_before_comma(tokens, low), *_after_name(tokens, high)]
            for attribute in beside:
                if attribute.kind == "role" and attribute.span in named:
                    # "Joachim Orr, Girl Weighing Salt, oil on panel": a name of something else.
                    continue
                said.setdefault((attribute.kind, attribute.worded.lower()), attribute)
        if said:
            found[entity.id] = tuple(sorted(said.values(), key=lambda each: each.span))
    return found


_OFFICES = ("directs", "member_of", "employs", "trained_by")
_ROLE_NOUNS = PERSON_NOUNS | PEOPLE | {noun for noun, frames in ROLES.items() if frames[0].predicate in _OFFICES}
_KNOWN_AS = ("also known as", "known as", "also called", "a . k . a .", "alias", "nicknamed", "better known as", "aka")


def _other_names(tokens: Tokens, end: int) -> Iterator[Attribute]:
    """Yield the name in brackets or behind "also known as" right behind a name: "the Northern Command (NORCOM)"."""
    words, forms = tokens.words, tokens.forms
    at = end
    if at < len(words) and words[at] == "(":
        close = next((i for i in range(at + 1, min(at + 6, len(words))) if words[i] == ")"), None)
        inside = forms[at + 1 : close] if close else []
        if (
            inside
            and all(form[0].isupper() or form.isdigit() or form == "-" for form in inside)
            and any(c.isupper() for c in inside[0])
        ):
            yield attribute_at(tokens, "alias", at + 1, close or at + 1)
        return
    at += at < len(words) and words[at] == ","
    for phrase in _KNOWN_AS:
        length = len(phrase.split())
        if " ".join(words[at : at + length]) != phrase:
            continue
        begin = stop = at + length + (at + length < len(words) and words[at + length] == '"')
        while stop < len(words) and stop - begin < 5 and forms[stop][0].isupper():
            stop += 1
        if stop > begin:
            yield attribute_at(tokens, "alias", begin, stop)
        return


def _before_comma(tokens: Tokens, name: int) -> Iterator[Attribute]:
    """Yield the description in front of a comma and a name: "the regional commissioner, Orr,"."""
    words = tokens.words
    comma = name - 1
    if comma < 2 or words[comma] != ",":
        return
    low = comma - 1
    while low > 0 and comma - low < 6 and words[low] not in ("the", "its", "their", "his", "her"):
        if not words[low][0].isalpha() or (words[low] in FUNCTION and words[low] != "of"):
            return
        low -= 1
    if words[low] in ("the", "its", "their", "his", "her") and words[comma - 1] in _ROLE_NOUNS and low + 1 < comma:
        yield attribute_at(tokens, "role", low + 1, comma)


def _before_name(tokens: Tokens, name: int) -> Iterator[Attribute]:
    """Yield what stands in front of a name: "the Mexican national X", "striker X", "34-year-old X"."""
    words = tokens.words
    at, role_end = name, name
    while at > 0 and name - at < 6:
        word = words[at - 1]
        if word in DEMONYMS and tokens.forms[at - 1][0].isupper():
            yield attribute_at(tokens, "nationality", at - 1, at)
        elif word.endswith("year-old"):
            yield attribute_at(tokens, "age", at - 1, at)
        elif not is_modifier(tokens, at - 1) or tokens.forms[at - 1][0].isupper():
            break
        elif word in _ROLE_NOUNS and at == role_end and word not in NO_ROLE:
            yield attribute_at(tokens, "role", _role_begin(tokens, at - 1), at)
        at -= 1


def _role_begin(tokens: Tokens, head: int) -> int:
    begin = head
    while (
        begin > 0
        and head - begin < 2
        and is_modifier(tokens, begin - 1)
        and tokens.forms[begin - 1][0].islower()
        and not tokens.words[begin - 1].endswith("year-old")
    ):
        begin -= 1
    return begin


def _after_name(tokens: Tokens, end: int) -> Iterator[Attribute]:
    """Yield what stands between commas behind a name: ", 44," and ", head of the port authority,"."""
    words = tokens.words
    at = end
    if (
        at + 2 < len(words)
        and words[at] == ","
        and words[at + 1].isdigit()
        and words[at + 2] in (",", ".")
        and len(words[at + 1]) < 4
    ):
        yield attribute_at(tokens, "age", at + 1, at + 2)
        at += 2
    if at + 2 >= len(words) or words[at] != ",":
        return
    begin = at + 1
    if words[begin] in ("a", "an", "the"):
        begin += 1
    head = next((i for i in range(begin, min(begin + 6, len(words))) if words[i] in _ROLE_NOUNS), None)
    if head is None or any(words[i] in FUNCTION or words[i] == "," for i in range(begin, head)):
        return
    close = next(
        (i for i in range(head + 1, min(head + 10, len(words))) if words[i] in (",", ".", ";", "who", "which")), None
    )
    if close is not None and not any(words[i] in AUXILIARIES for i in range(begin, close)):
        yield attribute_at(tokens, "role", begin, close)
