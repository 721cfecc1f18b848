"""Which names does a report itself give to one thing: "Orlan Relief Fund (ORF)", "Juan Ruz, alias Toro"?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from whence.understand.names import Name
from whence.understand.tokens import Tokens

_ACRONYM = re.compile(r"^[A-Z][A-Z&.\-]{1,7}[a-z]?s?$")
# What stands between two names of one thing, and nothing else does.
_ALSO = re.compile(
    r"^,?\s*(?:\(\s*)?(?:(?:also|better|otherwise|commonly|locally|formerly|once|previously|now|then)\s+)?"
    r"(?:known\s+(?:as|by\s+(?:the|its|his|her)\s+(?:\w+\s+)?(?:nickname|alias|name|acronym|initials))|officially|a\.?k\.?a\.?|alias|aka|nicknamed|dubbed|"
    r"whose\s+(?:nickname|alias|real\s+name|nom\s+de\s+guerre)\s+(?:is|was)|n[ée]e|renamed|rebranded\s+as|or)"
    r"\s+(?:as\s+)?(?:the\s+)?[\"'“‘«]?$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^\s*\((?:the\s+|or\s+|known\s+as\s+)?[\"'“‘]?$")
_CLOSES = re.compile(r"^[\"'”’]?\s*[),;]")
# "or" joins two names of one thing only between commas or brackets, and only where one is an acronym.
_OR = re.compile(r"\bor\b", re.IGNORECASE)
# Share of an acronym's letters that must begin a word of the name, in any order: it may stand for another language's.
_INITIALS = 0.6


def find_aliases(tokens: Tokens, names: Sequence[Name]) -> dict[str, str]:
    """Return, for each name that the text gives as another name of something, the fuller name of it.

    An acronym in brackets counts where enough of its letters begin words of the name before it; it may be that of the
    name in another language.
    """
    found: dict[str, str] = {}
    for first, second in pairwise(names):
        between = tokens.text[tokens.ends[first.high - 1] : tokens.starts[second.low]]
        after = tokens.text[tokens.ends[second.high - 1] : tokens.ends[second.high - 1] + 4]
        if len(between) > 48 or first.text == second.text:
            continue
        if _OPENS.match(between) and _CLOSES.match(after):
            pair = _bracketed(first.text, second.text)
        elif _ALSO.match(between) and (not _OR.search(between) or _fits(second.text, first.text)):
            pair = (second.text, first.text)
        else:
            pair = None
        if pair is not None:
            found.setdefault(*pair)
    return found


def join_aliases(tokens: Tokens, names: Sequence[Name]) -> None:
    """Give every name that the text uses as another's the full form, kind and gender of that other."""
    found = find_aliases(tokens, names)
    if not found:
        return
    heads = {name.text: name for name in reversed(names) if name.text in found.values()}
    for name in names:
        head = heads.get(found.get(name.text, "")) or heads.get(found.get(name.full, ""))
        if head is not None and name.text != head.text:
            name.full, name.kind = head.full or head.text, head.kind
            name.gender = name.gender or head.gender


def _bracketed(before: str, inside: str) -> tuple[str, str] | None:
    """Return (short, full) for a name with another in brackets behind it, or None where they are two things."""
    if _ACRONYM.match(inside) and _fits(inside, before):
        return inside, before
    if _ACRONYM.match(before) and _fits(before, inside):
        return before, inside
    return None


def _fits(acronym: str, name: str) -> bool:
    """Tell whether the letters of an acronym begin the words of a name, most of them and in any order.

    >>> _fits("CJNG", "Jalisco New Generation Cartel"), _fits("BBC", "Foreign Ministry")
    (True, False)
    """
    if not _ACRONYM.match(acronym):
        return False
    letters = [letter for letter in acronym.casefold() if letter.isalpha()]
    free = [word[0].casefold() for word in re.findall(r"[^\W\d_]+", name)]
    hits = 0
    for letter in letters:
        if letter in free:
            free.remove(letter)
            hits += 1
    return len(letters) >= 2 and hits >= _INITIALS * len(letters)
