"""Which name names the voice of a source phrase, and what is its head noun?"""

from collections.abc import Sequence

from whence.model.statement import Voice
from whence.text.nations import government_of
from whence.understand.names import Name
from whence.understand.reference import Memory, kind_of_head, voice_of_name
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import ACCESS, OPENINGS, PREPOSITIONS

# Last words of the long names of states.
_REALMS = frozenset("Republic Kingdom Federation Confederation Emirate Commonwealth".split())
# How the names of states end, where "-cia" would be Garcia.
_COUNTRY_ENDINGS = ("land", "stan", "via", "dia", "nia", "lia", "kia", "tia", "ria", "sia", "thia")
_WHENCE = frozenset("from in near at".split())
# A text with one of these is about states: a lone unknown name that speaks in it may be a capital.
_STATECRAFT = frozenset(
    """republic kingdom treaty accord ceasefire truce armistice embassy parliament border sanctions troops envoy envoys
    ambassador diplomats diplomat fisheries sovereignty annexed frontier""".split()
)


def naming_name(tokens: Tokens, memory: Memory, low: int, high: int, end: int) -> Name | None:
    """Return the name that names the voice of the phrase: the whole of it, its last word, or its apposition."""
    words = tokens.words
    start = low
    while start < high and words[start] in OPENINGS:
        start += 1
    names = memory.names.within(low, high)
    usable = [name for name in names if name.kind != "nationality" or name.high == high]
    # "Tova Brandt", "the newspaper Milenio", "chief executive Tova Brandt"
    for name in usable:
        if name.high == high and (name.low <= start or not any(w in PREPOSITIONS for w in words[low : name.low])):
            return name
    # "Oona Black of the choir", "Ivo Tann, the clerk": a person first, then what they are
    for name in usable:
        if (
            name.low <= start
            and name.kind == "person"
            and (name.high == high or words[name.high] in PREPOSITIONS | {",", "("})
        ):
            return name
        if name.low <= start and name.high < high and words[name.high] in ("(", ",") and name.kind != "nationality":
            return name
    # an apposition behind: "the harbour master, Mara Venn"; behind "a memo by the clerk" it names the clerk
    if high < end and words[high] == "," and kind_of_head(head_word(tokens, start, high)) != "document":
        closing = next((k for k in range(high + 1, min(end, high + 12)) if words[k] == ","), -1)
        behind = [
            name
            for name in memory.names.within(high + 1, end)
            if name.kind == "person"
            or (name.low == high + 1 and (name.high == closing or words[name.high : name.high + 1] == ["of"]))
        ]
        if (
            behind
            and not _says_where(words, behind[0], [name for name in names if name.high == high])
            and behind[0].low <= high + 4
            and "," not in words[high + 1 : behind[0].low]
            and not _has_modifier(words, high + 1, behind[0].low)
        ):
            return behind[0]
    return None


def _says_where(words: list[str], behind: Name, last: Sequence[Name]) -> bool:
    """Tell whether a name behind a comma tells where the place before it lies: "a lawyer from Paris, Texas"."""
    leads = {words[name.low - 1] for name in last if name.low}
    return behind.kind != "person" and (bool(leads & _WHENCE) or (behind.kind == "place" and "of" in leads))


def _has_modifier(words: list[str], low: int, high: int) -> bool:
    return any(
        words[i] in ACCESS or words[i] in PREPOSITIONS or words[i] in ("who", "which", "and", "or")
        for i in range(low, high)
    )


def voice_of(tokens: Tokens, memory: Memory, name: Name) -> Voice:
    """Return the voice of a name: a capital or a state speaks as its government."""
    government = government_of(name.text)
    if government and name.kind in ("place", "unknown", "organisation", "nationality"):
        return Voice(government, name.text, "government", named=True)
    if name.kind == "place":
        return Voice(f"{name.text} government", name.text, "government", named=True)
    if name.kind == "unknown" and _may_be_government(tokens, memory, name):
        state = next((n.text for n in memory.names.all if n.text.split()[-1] in _REALMS), None)
        full = f"Government of the {state}" if state else f"{name.text} government"
        return Voice(full, name.text, "government", named=True)
    if name.kind == "unknown":
        return Voice(name.full or name.text, name.text, "person", named=True)
    return voice_of_name(name, name.text)


def _may_be_government(tokens: Tokens, memory: Memory, name: Name) -> bool:
    """Tell whether an unknown single name speaks as a state: written as a place or with a demonym, or among states.

    A person is introduced with a first name or a title before the surname stands alone; a capital never is.
    """
    if (
        " " in name.text
        or name.text.isupper()
        or any(n.kind == "person" and name.text in n.text.split() for n in memory.names.all)
    ):
        return False
    if name.text.endswith(_COUNTRY_ENDINGS):
        return True
    stem = name.text[:4]
    for other in memory.names.all:
        if other.text == name.text and other.kind == "place":
            return True
        last = other.text.split()[-1]
        if other.text != name.text and last.startswith(stem) and last.endswith(("n", "ns", "i", "ese", "ish")):
            return True
    return any(word in _STATECRAFT for word in tokens.words)


def head_word(tokens: Tokens, low: int, high: int) -> str:
    """Return the head noun of a phrase: the last word before its first preposition or participle."""
    words = tokens.words
    last = low
    for i in range(low, high):
        word = words[i]
        if i > low and (
            word in PREPOSITIONS
            and not (word == "of" and words[i - 1] in ("one", "some", "most", "two", "three", "several", "members"))
        ):
            break
        if i > low and word in ACCESS and i + 1 < high and words[i + 1] in PREPOSITIONS:
            break
        if word in (",", "(", "who", "which", "that") and i > low:
            break
        if word not in ("'s", "'", "outside", "inside"):
            last = i
    return words[last]
