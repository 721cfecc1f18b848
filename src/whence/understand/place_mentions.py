"""Which names in a text are places, as far as its words and what else is named tell?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from whence.model.finding import FoundName
from whence.model.place import Level
from whence.model.spans import Span
from whence.model.statement import EntityKind
from whence.ports import Gazetteer
from whence.text.nations import BY_DEMONYM, BY_NAME
from whence.understand.names import Names
from whence.understand.place_words import (
    BEFORE,
    DIRECTIONS,
    FACILITIES,
    INNER,
    LEVEL_OF,
    OF_BEFORE,
    PEOPLE_AFTER,
    PLACE_BEFORE,
    STATE_OF,
    STREETS,
    VAGUE,
    WATERS,
)
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
        county city house senate arab arabs kurd kurds jew jews muslim muslims christian god""".split()
    )
)
# What a reader of names takes in at the end of one by mistake.
_LOOSE_ENDS = frozenset((",", ".", "'s", "-", "and", "of", "the", "in", "or"))
# A member of parliament's party and seat: "D-N.Y.", "R-Elbow Lake".
_SEAT = re.compile(
    r"(?:R|D|DFL|I)-((?:[A-Z]\. ?){2}|[A-Z]\. [A-Z][a-z]+\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:\.(?=[,;)]))?)"
)
# Words of a body's name: what is called by a place with one of these is no place.
_OF_BODIES = frozenset(
    """university college institute association league club team tour council committee way cartel party front militia
    army police brigade ministry government forces""".split()
)
_BODIES: frozenset[EntityKind] = frozenset(("organisation", "government", "outlet", "armed_group"))
_WIDE = frozenset(DIRECTIONS) | INNER | frozenset(LEVEL_OF) | VAGUE | {"of", "the", "-", "'s", "'", "."}
# What a name is to the map: a place, a building called by one, a sign of where things happen, or perhaps a place.
Role = Literal["place", "facility", "sign", "maybe", "echo"]


@dataclass(slots=True)
class Mention:
    """One name that a gazetteer may know, where it stands, and what the words beside it say of it.

    `role` is "place", "facility" (a building that is called by the place), "sign" (a part of another name, or a
    people: it tells where things happen and is no place itself), "maybe" (nothing but its being known speaks for it)
    or "echo" (it was read as another thing, and is a place where the text speaks of one by that name elsewhere).
    `container` is the name that qualifies it ("Alexandria, La."), `is_sure` whether that one can only be what holds it,
    `part` the direction of the part that is meant.
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


def find_mentions(
    tokens: Tokens, names: Names, gazetteer: Gazetteer, found: Sequence[FoundName] | None = None
) -> list[Mention]:
    """Return in reading order what may be a place: names of places, known or not, and known names among the others.

    `found` are the names as a reader found them: "Karsk" may be a place there, and in `names` what "University of
    Karsk" is, for a voice's sake; a surname is its person's all the same.
    """
    kinds = {bisect_right(tokens.ends, name.span.start): name.kind for name in found or ()}
    seen = [
        _Seen(name.low, name.high, name.kind if name.kind == "person" else kinds.get(name.low, name.kind))
        for name in names.all
    ]
    return _Reader(tokens, seen, _known_runs(tokens, gazetteer)).read()


class _Seen(NamedTuple):
    """A name that was found before places were looked for: its tokens and what it was taken for."""

    low: int
    high: int
    kind: EntityKind


def _known_runs(tokens: Tokens, gazetteer: Gazetteer) -> dict[int, list[int]]:
    """Return the ends of the known names that begin at each token, the longest first."""
    runs = [
        (low, high)
        for low, form in enumerate(tokens.forms)
        if form[0].isupper() and form != "The"
        for high in _ends(tokens, low)
        if not all(word in _WIDE for word in tokens.words[low:high])
    ]
    held = gazetteer.holds([tokens.cut(low, high) for low, high in runs])
    found: dict[int, list[int]] = {}
    for (low, high), is_held in zip(runs, held, strict=True):
        if is_held:
            found.setdefault(low, []).insert(0, high)
    return found


def _ends(tokens: Tokens, low: int) -> Iterator[int]:
    """Yield where names that begin at a token may end: at capitals, over joiners, hyphens and the point of "St."."""
    forms, words, starts, ends = tokens.forms, tokens.words, tokens.starts, tokens.ends
    first = forms[low]
    if words[low] not in _NO_NAMES and (len(first) > 1):
        yield low + 1
    high, count = low + 1, 1
    while high < len(forms) and count < _MOST_WORDS:
        gap = starts[high] - ends[high - 1]
        if gap > 1 or (gap == 1 and tokens.text[ends[high - 1]] != " "):
            return
        form = forms[high]
        if form[0].isupper():
            high, count = high + 1, count + 1
            yield high
        elif (
            words[high] in _JOINERS or form in ("-", "'", "’") or (form == "." and len(first) <= 3 and high == low + 1)
        ):
            high += 1
        else:
            return


class _Reader:
    """Reads the names of one text one after the other."""

    def __init__(self, tokens: Tokens, names: Sequence[_Seen], known: dict[int, list[int]]) -> None:
        self.tokens = tokens
        self.names = names
        self.known = known
        self.cover: list[int] = [-1] * (len(tokens.forms) + 1)
        for number, name in enumerate(names):
            self.cover[name.low : name.high] = [number] * (name.high - name.low)
        self.people = {
            word
            for name in names
            if name.kind == "person" and name.high - name.low > 1
            for word in tokens.words[name.low : name.high]
        }

    def read(self) -> list[Mention]:
        """Return the mentions from left to right, none overlapping another."""
        found: list[Mention] = []
        i, count = 0, len(self.tokens.forms)
        while i < count:
            if not self.tokens.forms[i][0].isupper():
                i += 1
                continue
            mention = self._at(i, found[-1] if found else None)
            if mention is None:
                i += 1
                continue
            found.append(mention)
            i = max(mention.high, i + 1)
        return found

    def _at(self, i: int, last: Mention | None) -> Mention | None:
        """Return the mention that begins at a token, if one does."""
        number = self.cover[i]
        name = self.names[number] if number >= 0 else None
        if name is not None and name.kind == "nationality":
            return self._make(i, name.high, "sign") if self.tokens.cut(i, name.high) in BY_DEMONYM else None
        if (state := self._state(i, last)) is not None:
            return state
        if name is not None and name.kind in ("place", "facility") and self._first_capital(name.low, name.high) == i:
            return self._of_place(name.low, name.high)
        hyphened = self._hyphened(i)
        if hyphened is not None:
            return hyphened
        for high in self.known.get(i, ()):
            role = self._role(i, high, last)
            if role:
                return self._make(i, high, role)
        return None

    def _first_capital(self, low: int, high: int) -> int:
        return next((i for i in range(low, high) if self.tokens.forms[i][0].isupper()), low)

    def _state(self, i: int, last: Mention | None) -> Mention | None:
        """Return the state that an abbreviation names: behind a comma after a place, or one that is no other word."""
        tokens = self.tokens
        for width in (3, 2, 1):
            high = i + width
            if high > len(tokens.forms):
                continue
            worded = tokens.cut(i, high)
            state = STATE_OF.get(worded.rstrip(".").replace(" ", "")) or STATE_OF.get(worded.replace(" ", ""))
            if state is None or (width == 1 and worded.endswith(".") and worded.count(".") == 1):
                continue
            follows = last is not None and 0 <= i - last.high <= 2 and tokens.words[i - 1] in (",", ".", "(")
            has_point = tokens.text[tokens.ends[high - 1] : tokens.ends[high - 1] + 1] == "." or worded.endswith(".")
            is_dotted = worded.count(".") > 1
            is_place = self.cover[i] >= 0 and self.names[self.cover[i]].kind == "place" and has_point
            if not (follows or is_dotted or is_place) or not (has_point or worded.isupper() or is_dotted):
                continue
            if high < len(tokens.forms) and tokens.forms[high] == "." and not worded.endswith("."):
                high += 1
            mention = self._make(i, high, "place", name=state)
            mention.level = "region"
            if follows and last is not None:
                last.container, last.is_sure = state, True
                if last.role == "maybe":
                    last.role = "place"
            return mention
        return None

    def _of_place(self, low: int, high: int) -> Mention | None:
        """Return the mention in a name that the reader of names took as a place."""
        tokens = self.tokens
        while high > low + 1 and tokens.words[high - 1] in _LOOSE_ENDS and high not in self.known.get(low, ()):
            high -= 1
        if tokens.cut(low, high).removesuffix("s") in BY_DEMONYM or tokens.cut(low, high) in BY_DEMONYM:
            return self._make(low, high, "sign")
        if (based := self._based(low, high)) or (high < len(tokens.forms) and (based := self._based(low, high + 1))):
            return based
        if high < len(tokens.forms) and tokens.words[high] in STREETS and tokens.forms[high][0].isupper():
            return self._make(low, high + 1, "place", known=False)
        if longer := next(
            (end for end in self.known.get(low, ()) if end > high and tokens.words[end - 1] in LEVEL_OF), 0
        ):
            return self._make(low, longer, "place")
        if high in self.known.get(low, ()) and not (
            tokens.words[low] in ("u.s.", "us") and high < len(tokens.forms) and tokens.forms[high].isdigit()
        ):
            return self._make(low, high, "place")
        last = tokens.words[high - 1].rstrip(".")
        if last in STREETS or tokens.words[high - 1] in STREETS or tokens.forms[high - 1].isdigit():
            return self._make(low, high, "place", known=False)
        inner = self._widest_inside(low, high)
        if inner is None:
            return self._make(low, high, "place", known=False)
        rest = [tokens.words[i] for i in range(low, high) if not inner[0] <= i < inner[1]]
        if all(word in _WIDE for word in rest):
            mention = self._make(inner[0], inner[1], "place")
            mention.span = Span(
                min(mention.span.start, tokens.starts[low]), max(mention.span.end, tokens.ends[high - 1])
            )
            mention.high = max(mention.high, high)
            return mention
        is_common = all(form[0].islower() for form in tokens.forms[inner[1] : high])
        if inner[0] == low and (last in FACILITIES or is_common or tokens.words[inner[1] - 1] in ("county", "parish")):
            mention = self._make(inner[0], inner[1], "facility")
            mention.span, mention.high = tokens.span(low, high), high
            return mention
        if any(word in _OF_BODIES for word in rest):
            return self._make(inner[0], inner[1], "sign")
        if last in WATERS or tokens.words[low] in ("lake", "mount", "cape"):
            return self._make(low, high, "place", known=False)
        if rest and rest[0] in (",", "/", "-", "and"):
            return self._make(inner[0], inner[1], "place")
        return self._make(low, high, "place", known=False)

    def _widest_inside(self, low: int, high: int) -> tuple[int, int] | None:
        inside = [(i, end) for i in range(low, high) for end in self.known.get(i, ()) if end <= high]
        inside = [(i, end) for i, end in inside if not all(word in _WIDE for word in self.tokens.words[i:end])]
        return max(inside, key=lambda pair: (pair[1] - pair[0], -pair[0]), default=None)

    def _hyphened(self, i: int) -> Mention | None:
        """Return the place in "Houston-based" and in "R-Ocilla", "D-N.Y."."""
        form, start = self.tokens.forms[i], self.tokens.starts[i]
        if "-" not in form:
            return None
        if seat := _SEAT.match(self.tokens.text, start):
            name = seat.group(1)
            high = bisect_left(self.tokens.starts, seat.end(1))
            state = STATE_OF.get(name) or STATE_OF.get(name.rstrip(".").replace(" ", ""))
            return Mention(i, max(high, i + 1), Span(seat.start(1), seat.end(1)), state or name, "place")
        return self._based(i, i + 1)

    def _based(self, low: int, high: int) -> Mention | None:
        """Return the place in a name that ends in "-based"."""
        head, hyphen, tail = self.tokens.forms[high - 1].rpartition("-")
        if not hyphen or tail not in ("based", "area", "born", "bound") or not head[:1].isupper():
            return None
        span = Span(self.tokens.starts[low], self.tokens.starts[high - 1] + len(head))
        return Mention(low, high, span, span.cut(self.tokens.text), "place")

    def _role(self, low: int, high: int, last: Mention | None) -> Role | None:
        """Return what a known name is, by the names that cover it and by the words beside it; None where it is none."""
        numbers = sorted({self.cover[i] for i in range(low, high) if self.cover[i] >= 0})
        if self.tokens.words[high - 1] in STREETS and high - low > 1:
            return None
        following = self.tokens.words[high] if high < len(self.tokens.forms) else ""
        if following.rstrip(".") in STREETS and self.tokens.forms[high][0].isupper():
            return None
        if self.tokens.words[low] in ("u.s.", "us") and following.isdigit():
            return None
        if not numbers:
            return self._open(low, high, last)
        name = self.names[numbers[0]]
        if len(numbers) > 1 or not (name.low <= low and high <= name.high):
            # "Clark County", of which the reader of names saw the person Clark alone.
            is_place = name.kind == "place" and name.high == high
            return "place" if is_place or self.tokens.words[high - 1] in LEVEL_OF else self._open(low, high, last)
        words = self.tokens.words
        ends = name.high
        while ends > high and words[ends - 1] in (",", ".", "'s"):
            ends -= 1
        if name.low == low and ends == high:
            if name.kind in ("date", "quantity", "document"):
                return None
            role = self._open(low, high, last)
            # What was read as another thing is a place where the text speaks of it as one elsewhere.
            return "echo" if role == "maybe" and name.kind != "unknown" else role
        if words[ends - 1] in FACILITIES and name.kind != "person" and low == name.low:
            return "facility"
        if low > name.low and words[low - 1] in ("in", "from", "near", ",", "outside"):
            return self._open(low, high, last)
        if name.kind == "person":
            return None
        if name.kind == "unknown":
            return self._open(low, high, last)
        return "sign" if name.kind in _BODIES or name.kind in ("place", "facility") else None

    def _open(self, low: int, high: int, last: Mention | None) -> Role | None:
        """Return what a known name is that no other name covers."""
        words, forms = self.tokens.words, self.tokens.forms
        before = words[low - 1] if low else ""
        after = words[high] if high < len(words) else ""
        if words[high - 1] in LEVEL_OF and high - low > 1:
            return "place"
        if self._is_qualified(high) or self._is_dateline(low, high):
            return "place"
        if before in PLACE_BEFORE and (before != "to" or high - low > 1 or words[low] not in self.people):
            return "place"
        if before == "of" and low > 1 and (words[low - 2] in OF_BEFORE or self.cover[low - 2] >= 0):
            return "place"
        if before == "the" and low > 1 and words[low - 2] in PLACE_BEFORE:
            return "place"
        if after in LEVEL_OF and after not in ("state", "city", "states", "district") and not forms[high][0].isupper():
            return "place"
        if any(word in self.people for word in words[low:high]):
            return None
        if before in TITLES or (low and forms[low - 1][0].isupper() and self.cover[low - 1] >= 0 and before != "'s"):
            return None
        if after in PEOPLE_AFTER:
            return "place"
        is_listed = before in ("and", ",", "or") and last is not None and last.high == low - 1 and last.role == "place"
        return "place" if is_listed else "maybe"

    def _is_qualified(self, high: int) -> bool:
        """Tell whether a state or a known name of a state or country may follow behind a comma."""
        words = self.tokens.words
        if high + 1 >= len(words) or words[high] not in (",", "("):
            return False
        form = self.tokens.forms[high + 1]
        worded = self.tokens.cut(high + 1, min(high + 3, len(words)))
        return form.rstrip(".") in STATE_OF or worded in STATE_OF.values() or form in STATE_OF.values()

    def _is_dateline(self, low: int, high: int) -> bool:
        """Tell whether a name opens a report as its dateline: "KARSK (Wire) —", "KARSK, Veldia —"."""
        if high >= len(self.tokens.forms):
            return False
        at_head = low == 0 or self.tokens.begins_sentence(low)
        return at_head and (
            self.tokens.words[high] == "—" or (self.tokens.words[high] == "(" and self.tokens.forms[low].isupper())
        )

    def _make(self, low: int, high: int, role: Role, *, name: str = "", known: bool = True) -> Mention:
        """Return the mention with what stands around it: its level, its part, and its span with both."""
        tokens = self.tokens
        span = tokens.span(low, high)
        mention = Mention(low, high, span, name or tokens.cut(low, high), role, known=known)
        if role == "sign":
            return mention
        self._read_level(mention)
        self._read_part(mention)
        return mention

    def _read_level(self, mention: Mention) -> None:
        words, forms = self.tokens.words, self.tokens.forms
        low, high = mention.low, mention.high
        after = words[high] if high < len(words) else ""
        if words[high - 1] in LEVEL_OF and high - low > 1:
            mention.level = LEVEL_OF[words[high - 1]]
        elif after in LEVEL_OF and mention.role != "facility":
            if not after.endswith("s") and self.cover[high] in (-1, self.cover[low]):
                mention.level = LEVEL_OF[after]
                mention.high, mention.span = high + 1, Span(mention.span.start, self.tokens.ends[high])
            elif after.endswith("s") and low and words[low - 1] in ("and", ",", "or"):
                mention.level = LEVEL_OF[after]
        elif low > 1 and words[low - 1] == "of" and (level := _level_of(words[low - 2])):
            mention.level = level
        elif (
            low and words[low - 1].rstrip(".") in BEFORE and (forms[low - 1][0].isupper() or words[low - 1] in LEVEL_OF)
        ):
            mention.level = LEVEL_OF.get(words[low - 1], "district")
        elif listed := self._plural_behind(high):
            mention.level = LEVEL_OF[listed]

    def _is_free(self, at: int, low: int) -> bool:
        """Tell whether the word at `at` belongs to no other name than the one at `low`, or is a place's itself."""
        number = self.cover[at]
        return number in (-1, self.cover[low]) or self.names[number].kind in ("place", "facility")

    def _plural_behind(self, high: int) -> str:
        """Return the noun behind a list of names: "Clarke, Barrow and Oconee counties"."""
        words, forms = self.tokens.words, self.tokens.forms
        seen = False
        for i in range(high, min(high + 12, len(words))):
            if words[i] in ("and", ",", "or"):
                seen = True
            elif words[i] in LEVEL_OF and words[i].endswith("s") and seen:
                return words[i]
            elif not forms[i][0].isupper():
                return ""
        return ""

    def _read_part(self, mention: Mention) -> None:
        """Take in the words before the name that say which part is meant, or that it is only nearby."""
        words = self.tokens.words
        at = mention.low - 1
        if at >= 0 and (words[at] in DIRECTIONS or words[at] in INNER) and self._is_free(at, mention.low):
            mention.part = DIRECTIONS.get(words[at])
            mention.span = Span(self.tokens.starts[at], mention.span.end)
            at -= 1
        elif at > 1 and words[at] == "of" and words[at - 1] in DIRECTIONS and words[at - 2] in ("the", "in"):
            mention.part = DIRECTIONS[words[at - 1]]
        after = words[mention.high] if mention.high < len(words) else ""
        if mention.role == "place" and after in FACILITIES and self._is_free(mention.high, mention.low):
            mention.role, mention.high = "facility", mention.high + 1
            mention.span = Span(mention.span.start, self.tokens.ends[mention.high - 1])
        mention.is_near = at >= 0 and (words[at] in NEAR_WORDS or (words[at] == "of" and words[at - 1] in NEAR_OF))


def _level_of(noun: str) -> Level | None:
    """Return what "the region of" and "the villages of" say of the name that follows; "two regions of" says nothing."""
    level = LEVEL_OF.get(noun)
    return level if level == "city" or not noun.endswith("s") else None


NEAR_WORDS = frozenset("near outside around beyond off".split())
NEAR_OF = frozenset("outside south north east west northeast northwest southeast southwest miles kilometres".split())

# What stands behind a comma and is surely what holds the name before it.
_HOLDERS = (
    frozenset(STATE_OF.values()) | frozenset(BY_NAME) | frozenset(("England", "Scotland", "Wales", "Northern Ireland"))
)
# What stands between a place and what holds it: "Karsk, Veldia", "Karsk (Veldia)", "Karsk, in Veldia".
_BETWEEN = ([","], ["("], [",", "in"], ["in"])


def fill_in(tokens: Tokens, mentions: Sequence[Mention]) -> None:
    """Give a place the name that follows it behind a comma, or that it is said to be in, where that may hold it."""
    for here, after in zip(mentions, mentions[1:], strict=False):
        between = [word for word in tokens.words[here.high : after.low] if word not in DIRECTIONS]
        if here.container or after.role not in ("place", "maybe") or here.name in _HOLDERS or between not in _BETWEEN:
            continue
        here.container, here.is_sure = after.name, after.name in _HOLDERS and between != ["in"]
