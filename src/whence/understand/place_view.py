"""What does one text look like to whoever looks for places: which names are known, and which were read as what?"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from whence.model.finding import FoundName
from whence.model.place import Level
from whence.model.spans import Span
from whence.model.statement import EntityKind
from whence.ports import Gazetteer
from whence.understand.names import Names
from whence.understand.place_words import DIRECTIONS, FACILITIES, INNER, LEVEL_OF, STREETS, VAGUE, WATERS
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    AUXILIARIES,
    CONNECTORS,
    DATES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    GOVERNMENT_NOUNS,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    STOPS,
    SUBJECT_PRONOUNS,
    TITLES,
)

# Names are looked up to this many words.
_MOST_WORDS = 5
_JOINERS = frozenset("of de del di da du la le las los el al ez es ash ad an ar the upon on sur am and y i".split())
# Capitals that are a place somewhere and mostly no place at all.
_NO_NAMES = (
    ORGANISATION_NOUNS
    | GOVERNMENT_NOUNS
    | DOCUMENT_NOUNS
    | PERSON_NOUNS
    | FACILITIES
    | STREETS
    | WATERS
    | DETERMINERS
    | STOPS
    | SUBJECT_PRONOUNS
    | CONNECTORS
    | AUXILIARIES
    | DATES
    | (TITLES - {"st"})
    | frozenset(
        """in of on at by to for from with as about over under into after before during since may march i x no yes
        not if well like more most new old good first second last next many much jr sr inc corp ltd co police state
        county city house senate arab arabs kurd kurds jew jews muslim muslims christian god republic border
        latin""".split()
    )
)
# Words that say which part or what sort of place is meant, and name none.
WIDE = frozenset(DIRECTIONS) | INNER | frozenset(LEVEL_OF) | VAGUE | {"of", "the", "-", "'s", "'", "."}

# What a name is to the map; `PlaceName` says what each means.
Role = Literal["place", "facility", "sign", "maybe", "echo"]


@dataclass(slots=True)
class PlaceName:
    """One name that a gazetteer may know, where it stands, and what the words beside it say of it.

    `role` is "place", "facility" (a building that is called by the place), "sign" (a part of another name, or a
    people: it tells where things happen and is no place itself), "maybe" (nothing but its being known speaks for it)
    or "echo" (it was read as another thing, and is a place where the text speaks of one by that name elsewhere).
    `container` is the name that qualifies it ("Alexandria, La."), `is_sure` whether that one can only be what holds
    it, `part` the direction of the part that is meant.
    """

    low: int
    high: int
    span: Span
    name: str
    role: Role
    level: Level | None = None
    container: str = ""
    is_sure: bool = False
    part: tuple[int, int] | None = None
    is_near: bool = False
    known: bool = True


class Seen(NamedTuple):
    """A name that was found before places were looked for: its tokens and what it was taken for."""

    low: int
    high: int
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class View:
    """A text with the names seen in it, the ends of the known names that begin at each token, and who is a person.

    `known` has the longest end first; `cover` the number of the name that each token belongs to, or -1.
    """

    tokens: Tokens
    seen: list[Seen]
    known: dict[int, list[int]]
    cover: list[int]
    people: frozenset[str]

    def word(self, i: int) -> str:
        """Return the word at a token in lower case, "" beyond the text."""
        return self.tokens.words[i] if 0 <= i < len(self.tokens.words) else ""

    def form(self, i: int) -> str:
        """Return the word at a token as written, a blank beyond the text."""
        return self.tokens.forms[i] if 0 <= i < len(self.tokens.forms) else " "

    def at(self, i: int) -> Seen | None:
        """Return the name that a token belongs to."""
        return self.seen[self.cover[i]] if 0 <= i < len(self.cover) and self.cover[i] >= 0 else None

    def is_street(self, i: int) -> bool:
        """Tell whether a capital at a token makes a street of the name before it."""
        return self.form(i)[0].isupper() and self.word(i).rstrip(".") in STREETS

    def is_road(self, low: int, high: int) -> bool:
        """Tell whether a name is that of a numbered road: "U.S. 50"."""
        return self.word(low) in ("u.s.", "us") and self.word(high).isdigit()


def read_view(tokens: Tokens, names: Names, gazetteer: Gazetteer, found: Sequence[FoundName] | None = None) -> View:
    """Return the view of a text.

    `found` are the names as a reader found them: "Karsk" may be a place there, and in `names` what "University of
    Karsk" is, for a voice's sake; a surname is its person's all the same.
    """
    kinds = {bisect_right(tokens.ends, name.span.start): name.kind for name in found or ()}
    seen = [
        Seen(name.low, name.high, name.kind if name.kind == "person" else kinds.get(name.low, name.kind))
        for name in names.all
    ]
    cover = [-1] * len(tokens.forms)
    for number, name in enumerate(seen):
        cover[name.low : name.high] = [number] * (name.high - name.low)
    full = (name for name in seen if name.kind == "person" and name.high - name.low > 1)
    people = frozenset(word for name in full for word in tokens.words[name.low : name.high])
    return View(tokens, seen, _known_names(tokens, gazetteer), cover, people)


def _known_names(tokens: Tokens, gazetteer: Gazetteer) -> dict[int, list[int]]:
    """Return the ends of the known names that begin at each token, the longest first; all are looked up at once."""
    runs = [
        (low, high)
        for low, form in enumerate(tokens.forms)
        if form[0].isupper() and form != "The"
        for high in _ends(tokens, low)
        if not all(word in WIDE for word in tokens.words[low:high])
    ]
    held = gazetteer.holds([tokens.cut(low, high) for low, high in runs])
    known: dict[int, list[int]] = {}
    for (low, high), is_held in zip(runs, held, strict=True):
        if is_held:
            known.setdefault(low, []).insert(0, high)
    return known


def _ends(tokens: Tokens, low: int) -> Iterator[int]:
    """Yield where names that begin at a token may end: at capitals, over joiners, hyphens and the point of "St."."""
    forms, words, starts, ends = tokens.forms, tokens.words, tokens.starts, tokens.ends
    if words[low] not in _NO_NAMES and len(forms[low]) > 1:
        yield low + 1
    high, count = low + 1, 1
    while high < len(forms) and count < _MOST_WORDS:
        gap = starts[high] - ends[high - 1]
        if gap > 1 or (gap == 1 and tokens.text[ends[high - 1]] != " "):
            return
        form = forms[high]
        is_point = form == "." and high == low + 1 and len(forms[low]) <= 3
        particle, _, rest = form.partition("-")
        if form[0].isupper() or (particle in _JOINERS and rest[:1].isupper()):  # "Deir ez-Zor" is two words here
            high, count = high + 1, count + 1
            yield high
        elif words[high] in _JOINERS or form in ("-", "'", "’") or is_point:
            high += 1
        else:
            return
