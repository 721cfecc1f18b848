"""What stands at a place among the tokens: a word, a number, a month, a run of words?"""

from whence.text.times.nodes import Node
from whence.text.times.tokens import Token
from whence.text.times.vocabulary import (
    CORE,
    LEADS,
    MONTH_NUMBERS,
    NEVER_LOWER,
    NUMBERS,
    ORDINALS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAY_NUMBERS,
    Phrases,
)

# Tokens that are no time by their sort alone.
_PLAIN = frozenset({"word", "sign", "own", "gap", "half"})
_LEAD = 5  # words between the first of a phrase and the first that is a time: "as long ago as the late 1990s"
_NOTHING = Token("", "", "", 0, 0)
Counted = tuple[int, int] | None


class Words:
    """Tokens by place; a place outside them holds nothing, so that no rule need ask for the end.

    Every reading method takes a place and returns a value with the place after it, or None.
    """

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self.count = len(tokens)
        # What was read at a place, since several rules ask for the same.
        self.days: dict[int, tuple[Node, int] | None] = {}
        self.singles: dict[int, tuple[Node, int] | None] = {}

    def starts(self) -> list[int]:
        """Return the places where a time may begin: at a number or word of time, or at what leads to one nearby."""
        core = [token.sort not in _PLAIN or token.low in CORE for token in self._tokens]
        return [
            place
            for place, token in enumerate(self._tokens)
            if core[place] or (token.low in LEADS and any(core[place + 1 : place + 1 + _LEAD]))
        ]

    def at(self, place: int) -> Token:
        """Return the token at a place."""
        return self._tokens[place] if 0 <= place < self.count else _NOTHING

    def low(self, place: int) -> str:
        """Return the token in lower case."""
        return self._tokens[place].low if 0 <= place < self.count else ""

    def after(self, place: int, *words: str) -> int | None:
        """Return the place after these words where they stand here, in any case."""
        for offset, word in enumerate(words):
            if self.low(place + offset) != word:
                return None
        return place + len(words)

    def after_any(self, place: int, phrases: Phrases) -> int | None:
        """Return the place after the longest of several phrases that stands here."""
        for phrase in phrases.get(self.low(place), ()):
            if end := self.after(place, *phrase):
                return end
        return None

    def skip(self, place: int, *words: str) -> int:
        """Return the place after one of these words where it stands here, else the place itself."""
        return place + 1 if self.low(place) in words else place

    def is_glued(self, place: int) -> bool:
        """Tell whether the token touches the one before it."""
        return place > 0 and self.at(place - 1).end == self.at(place).start

    def number(self, place: int) -> int | None:
        """Return a whole number in figures without separators."""
        token = self.at(place)
        return int(token.text) if token.sort == "number" and token.text.isdecimal() else None

    def day(self, place: int) -> Counted:
        """Return a day of a month: "14", "14th", "the fourteenth" without its article."""
        token = self.at(place)
        if token.sort == "ordinal":
            value = int(token.text[:-2])
            return (value, place + 1) if 1 <= value <= 31 else None
        number = self.number(place)
        if number is not None and len(token.text) <= 2:
            return (number, place + 1) if 1 <= number <= 31 else None
        worded = self.ordinal(place)
        return worded if worded and 1 <= worded[0] <= 31 else None

    def ordinal(self, place: int) -> Counted:
        """Return an ordinal in words or figures; "last" is -1."""
        token = self.at(place)
        if token.sort == "ordinal":
            return int(token.text[:-2]), place + 1
        if token.low in ("twenty", "thirty") and self.low(place + 1) in ORDINALS | {"-": 0}:
            after = self.skip(place + 1, "-")
            unit = ORDINALS.get(self.low(after), 0)
            return (NUMBERS[token.low] + unit, after + 1) if 1 <= unit <= 9 else None
        return (ORDINALS[token.low], place + 1) if token.low in ORDINALS else None

    def counted(self, place: int) -> Counted:
        """Return a count in figures or words: "three", "25", "twenty-five", "a hundred", "a", "a couple of"."""
        number = self.number(place)
        if number is not None:
            return (number, place + 1) if number < 1000 else None
        low = self.low(place)
        if low in ("a", "an", "one"):
            for worded, value in (("hundred", 100), ("dozen", 12)):
                if end := self.after(place + 1, worded):
                    return value, end
            if end := self.after(place + 1, "couple"):
                return 2, self.skip(end, "of")
            return 1, place + 1
        if low not in NUMBERS or low == "zero":
            return None
        value, place = NUMBERS[low], place + 1
        if value >= 20 and (unit := NUMBERS.get(self.low(self.skip(place, "-")), 0)) in range(1, 10):
            value, place = value + unit, self.skip(place, "-") + 1
        if end := self.after(place, "hundred"):
            value, place = value * 100, end
        return value, place

    def month(self, place: int) -> Counted:
        """Return a month by its full or short name; "may" and "march" in lower case are no months."""
        token = self.at(place)
        if token.sort != "word":
            return None
        if token.low in MONTH_NUMBERS:
            return None if token.text.islower() and token.low in NEVER_LOWER else (MONTH_NUMBERS[token.low], place + 1)
        if token.low in SHORT_MONTHS and not token.text.islower():
            has_dot = self.low(place + 1) == "." and self.is_glued(place + 1)
            return SHORT_MONTHS[token.low], place + 2 if has_dot else place + 1
        return None

    def is_short_month(self, place: int) -> bool:
        """Tell whether the month here is abbreviated, so that it needs a day or a year beside it."""
        return self.low(place) in SHORT_MONTHS and self.low(place) not in MONTH_NUMBERS

    def weekday(self, place: int, *, short: bool = False) -> Counted:
        """Return a weekday, Monday being 0; short names only where asked for: "Sun" is a newspaper too."""
        token = self.at(place)
        if token.low in WEEKDAY_NUMBERS:
            return WEEKDAY_NUMBERS[token.low], place + 1
        if short and token.low in SHORT_WEEKDAYS and token.text[:1].isupper():
            return SHORT_WEEKDAYS[token.low], self.skip(place + 1, ".")
        return None
