"""Which amounts and which dates does a text give, and could two of them be the same?

Amounts carry a range, a unit and a kind, so that "about 40 litres per second" and "38 litres a second" can agree while
"400 litres" cannot. Known gap: "one" as a pronoun and numbers in names ("Unit 8200") are read as amounts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from whence.model.spans import Span
from whence.text.dates import DateMention, find_dates
from whence.text.numerals import NUMERAL, read_numeral, step_of

__all__ = [
    "DateMention",
    "Quantity",
    "are_comparable",
    "are_compatible",
    "find_dates",
    "find_quantities",
    "is_same_figure",
]

QuantityKind = Literal["count", "money", "percent", "measure", "age", "factor"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount as worded: its range (equal ends where exact), unit in its plain form, and whether it is rough.

    `unit` is a currency, a measure or the counted noun in the singular; "" where the text gives none. `step` is what
    rounding may have moved the figure by: 1,000 for 312,000.
    """

    span: Span
    low: float
    high: float
    unit: str
    kind: QuantityKind
    approximate: bool
    step: float = 0.0


# How far a rough amount may lie from what it stands for, as a share of it. Set by eye on invented pairs.
ROUGHLY = 0.15

_CURRENCY_SIGNS = {"€": "euro", "$": "dollar", "£": "pound", "¥": "yen", "₹": "rupee", "₽": "rouble", "₴": "hryvnia"}
# Smaller bare numbers ("two", "ten") say too little to be known again without their unit.
LEAST_ABBREVIATED = 11

# Whole measures in words and signs; rates are a measure with "a", "per" or "/" and a time.
_MEASURES = {
    "metre": r"met(?:re|er)s?|m",
    "kilometre": r"kilomet(?:re|er)s?|km",
    "centimetre": r"centimet(?:re|er)s?|cm",
    "millimetre": r"millimet(?:re|er)s?|mm",
    "mile": r"miles?",
    "foot": r"f(?:ee|oo)t",
    "inch": r"inch(?:es)?",
    "hectare": r"hectares?|ha",
    "acre": r"acres?",
    "litre": r"lit(?:re|er)s?|l",
    "gram": r"grams?|g",
    "kilogram": r"kilo(?:gram)?s?|kg",
    "tonne": r"tonnes?|tons?",
    "barrel": r"barrels?",
    "degree": r"degrees?",
    "watt": r"watts?",
    "megawatt": r"megawatts?|mw",
    "second": r"seconds?",
    "minute": r"minutes?",
    "hour": r"hours?",
    "day": r"days?",
    "week": r"weeks?",
    "month": r"months?",
    "year": r"years?",
    "knot": r"knots?",
}
_MEASURE = "|".join(f"(?P<u_{name}>{pattern})" for name, pattern in _MEASURES.items())
_PER = r"(?:\s+(?:a|an|per|every|each)\s+|/)(?P<per>second|minute|hour|day|week|month|year|s|h)s?\b"
_FRACTIONS = {
    "half": 50.0,
    "a third": 100 / 3,
    "one third": 100 / 3,
    "two thirds": 200 / 3,
    "a quarter": 25.0,
    "one quarter": 25.0,
    "three quarters": 75.0,
    "a fifth": 20.0,
    "a tenth": 10.0,
}
_FACTORS = {
    "twice": 2.0,
    "double": 2.0,
    "doubled": 2.0,
    "twofold": 2.0,
    "triple": 3.0,
    "tripled": 3.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
}

_ROUGH = (
    r"about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|an estimated|estimated|more or less|"
    r"as many as|up to|just over|just under|a little over|barely|something like|in the region of"
)
_AT_LEAST = r"at least|more than|over|no fewer than|no less than|not less than|upwards of|in excess of"
_AT_MOST = r"at most|fewer than|less than|under|no more than|not more than|not exceeding|below|only"
_SIGN = "|".join(re.escape(sign) for sign in _CURRENCY_SIGNS)

_AMOUNT = re.compile(
    rf"(?:\b(?:(?P<rough>{_ROUGH})|(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST}))\s+)?"
    rf"(?P<sign>{_SIGN})?\s?(?<![\w.,])(?P<first>{NUMERAL})"
    rf"(?:(?:\s?[-–—]\s?|\s+(?:to|or|and)\s+)(?:{_SIGN})?(?P<second>{NUMERAL}))?(?![\w])",
    re.IGNORECASE,
)
_AGE = re.compile(r"[\s-]years?[\s-]old", re.IGNORECASE)
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|percent\b|percentage points?\b)", re.IGNORECASE)
_FIXED_UNITS: tuple[tuple[re.Pattern[str], str, QuantityKind], ...] = (
    (_AGE, "year", "age"),
    (_PERCENT, "percent", "percent"),
)
_UNIT = re.compile(rf"(?:\s|-)?(?:{_MEASURE})\b(?:{_PER})?", re.IGNORECASE)
# The counted thing: up to two words that describe it may stand between ("eleven injured local residents").
_COUNTED = re.compile(r"(?:\s+of\s+(?:the\s+|its\s+|their\s+)?|\s+|-)(?P<noun>[^\W\d_]{3,})", re.IGNORECASE)
_SHARE = re.compile(rf"\b(?P<share>{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})\b(?!\s+(?:a|past)\b)", re.I)
_TIMES = re.compile(rf"\b(?P<word>{'|'.join(_FACTORS)})\b|\b(?P<times>{NUMERAL})\s+times\b", re.IGNORECASE)
_CURRENCY = re.compile(
    r"\b(?:dollars?|euros?|pounds?|crowns?|krona|kroner|rupees?|roubles?|rubles?|hryvnias?|yen|yuan|francs?|pesos?|"
    r"dinars?|dirhams?|lira|marks?|shillings?|usd|eur|gbp)\b",
    re.IGNORECASE,
)
_NOT_COUNTED = frozenset(
    """and or the a an of to in on at by for from with per that this which who was were is are has have had will would
    more less other others later after before ago against than as into out said km per each every between
    during them us these those whom figure number mark""".split()
)


def find_quantities(text: str) -> list[Quantity]:
    """Return the amounts of a text in reading order; numbers that belong to dates and clock times are left out.

    >>> [(q.low, q.unit, q.kind) for q in find_quantities("about a dozen men took €4.2 million at 07:15 on 3 May")]
    [(12.0, 'man', 'count'), (4200000.0, 'euro', 'money')]
    """
    taken = [mention.span for mention in find_dates(text, published=None)]
    found = [*_find_shares(text), *_find_factors(text)]
    taken += [quantity.span for quantity in found]
    for match in _AMOUNT.finditer(text):
        span = Span(match.start(), match.end())
        if not any(span.overlaps(other) for other in taken):
            quantity = _read_amount(text, match)
            if quantity is not None:
                found.append(quantity)
    return sorted(found, key=lambda quantity: quantity.span)


def are_comparable(a: Quantity, b: Quantity) -> bool:
    """Tell whether two amounts measure the same sort of thing: like kinds, and the same unit where both give one."""
    if a.kind != b.kind:
        return False
    return a.unit == b.unit or (not (a.unit and b.unit) and a.kind in ("count", "money"))


def are_compatible(a: Quantity, b: Quantity) -> bool:
    """Tell whether two amounts could be the same one: not comparable, or their ranges meet after rounding.

    >>> forty, rough, other = (find_quantities(t)[0] for t in ("38 km", "about 40 km", "400 km"))
    >>> are_compatible(forty, rough), are_compatible(forty, other)
    (True, False)
    """
    return not are_comparable(a, b) or _do_ranges_meet(a, b)


def is_same_figure(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts give one figure, whatever they count: equal, or one without its scale or unit."""
    return (one.low, one.high) == (other.low, other.high) or is_abbreviated(one, other)


def is_abbreviated(a: Quantity, b: Quantity) -> bool:
    """Tell whether one amount is the other without its unit or scale: "42" for 42 million crowns, "the 400 figure".

    >>> long, short = find_quantities("42 million crowns")[0], find_quantities("I said 42")[0]
    >>> is_abbreviated(long, short), is_abbreviated(short, find_quantities("41 crowns")[0])
    (True, False)
    """
    bare, full = (a, b) if not a.unit else (b, a)
    if bare.unit or not full.unit or bare.low != bare.high or bare.low < LEAST_ABBREVIATED:
        return False
    return any(full.low <= bare.low * scale <= full.high for scale in (1.0, 1e3, 1e6, 1e9))


def do_amounts_agree(first: Sequence[Quantity], second: Sequence[Quantity]) -> bool | None:
    """Tell whether two texts give some amount alike: False where all that compare differ, None where none compare."""
    verdicts = [_do_ranges_meet(a, b) for a in first for b in second if are_comparable(a, b)]
    if any(is_abbreviated(a, b) for a in first for b in second):
        return True
    return any(verdicts) if verdicts else None


def _do_ranges_meet(a: Quantity, b: Quantity) -> bool:
    low_a, high_a = _widen(a)
    low_b, high_b = _widen(b)
    return low_a <= high_b and low_b <= high_a


def _widen(quantity: Quantity) -> tuple[float, float]:
    """Return the range that a figure stands for: half a step of rounding, more where the wording is rough."""
    slack = quantity.step / 2 if quantity.step > 1 or quantity.step < 1 else 0.0
    low, high = quantity.low - slack, quantity.high + slack
    if quantity.approximate:
        low, high = min(low, quantity.low * (1 - ROUGHLY)), max(high, quantity.high * (1 + ROUGHLY))
    return low, high


def _find_shares(text: str) -> list[Quantity]:
    found = []
    for match in _SHARE.finditer(text):
        value = _FRACTIONS[" ".join(match["share"].casefold().split())]
        found.append(Quantity(Span(*match.span()), value, value, "percent", "percent", approximate=True))
    return found


def _find_factors(text: str) -> list[Quantity]:
    found = []
    for match in _TIMES.finditer(text):
        value = _FACTORS.get((match["word"] or "").casefold())
        low, high = (value, value) if value else read_numeral(match["times"]) or (1.0, 1.0)
        found.append(Quantity(Span(*match.span()), low, high, "times", "factor", approximate=False))
    return found


def _read_amount(text: str, match: re.Match[str]) -> Quantity | None:
    """Return the amount at a match, with what its surroundings say about unit and kind."""
    first = read_numeral(match["first"])
    if first is None:
        return None
    low, high = first
    step = step_of(match["first"])
    if match["second"]:
        low, high = _read_range(match, low)
    if match["least"]:
        high = max(high, low * (1 + ROUGHLY))
    if match["most"] and match["most"].casefold() != "only":
        low = min(low, high * (1 - ROUGHLY))
    unit, kind, end = _read_unit(text, match)
    if match["first"].casefold() == "one" and not unit:
        return None  # a pronoun far more often than a number
    # The number alone is the span's heart; the words "about" and "at least" are left outside.
    start = match.start("sign") if match["sign"] else match.start("first")
    return Quantity(
        Span(start, end), low, high, unit, kind, approximate=bool(match["rough"] or match["least"]), step=step
    )


def _read_range(match: re.Match[str], low: float) -> tuple[float, float]:
    """Return both ends of "20 to 30" or "two or three million"; a scale word after the second counts for the first."""
    _, high = read_numeral(match["second"]) or (low, low)
    if high >= 1e3 and low < 1e3 and not re.search(r"[,]\d{3}", match["second"]):
        scale = 10.0 ** (3 * int(len(str(int(high))) - 1) // 3) if high < 1e3 else _scale_of(high)
        low = low * scale if low * scale <= high else low
    return min(low, high), max(low, high)


def _scale_of(value: float) -> float:
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if value >= scale), 1.0)


def _read_unit(text: str, match: re.Match[str]) -> tuple[str, QuantityKind, int]:
    """Return unit, kind and the end of the amount with its unit."""
    end = match.end()
    if match["sign"]:
        return _CURRENCY_SIGNS[match["sign"]], "money", end
    if currency := _CURRENCY.match(text, end + 1):
        return _singular(currency.group()), "money", currency.end()
    for pattern, unit, kind in _FIXED_UNITS:
        if fixed := pattern.match(text, end):
            return unit, kind, fixed.end()
    if measure := _UNIT.match(text, end):
        return _name_measure(measure), "measure", measure.end()
    counted = _COUNTED.match(text, end)
    if counted and counted["noun"].casefold() not in _NOT_COUNTED:
        return _singular(counted["noun"]), "count", counted.end()
    return "", "count", end


def _name_measure(measure: re.Match[str]) -> str:
    """Return the whole name of a measure, with the time it is taken over."""
    name = next(key[2:] for key, value in measure.groupdict().items() if key.startswith("u_") and value)
    per = {"s": "second", "h": "hour"}.get(measure["per"] or "", measure["per"] or "")
    return f"{name} per {per.casefold()}" if per else name


def _singular(noun: str) -> str:
    """Return a counted noun in the singular, roughly."""
    low = noun.casefold()
    irregular = {"men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person"}
    if low in irregular:
        return irregular[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    return low.removesuffix("s") if not low.endswith(("ss", "us")) else low
