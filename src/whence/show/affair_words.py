"""In which words does the dossier tell who, when and where? Kinds, relations, times, and how vague a place is."""

from collections.abc import Iterable, Mapping

from whence.model.affair import Said, Since, TimelineRow
from whence.model.entity import CaseEntity
from whence.model.statement import EntityKind, Predicate, Voice
from whence.show.wording import FRAMES, NOT_RECORDED, frame_of, plain, quoted, voice_in_words, voices_beyond

KIND_WORDS: Mapping[EntityKind, str] = {
    "person": "person",
    "organisation": "organisation",
    "armed_group": "armed group",
    "government": "government",
    "outlet": "outlet",
    "place": "place",
    "facility": "facility",
    "equipment": "equipment",
    "document": "document",
    "date": "date",
    "quantity": "quantity",
    "nationality": "nationality",
    "unknown": "kind not known",
}
PREDICATE_WORDS: Mapping[Predicate, str] = {
    "member_of": "member of",
    "part_of": "part of",
    "located_in": "located in",
    "operates_in": "operates in",
    "uses_equipment": "uses",
    "trained_in": "trained in",
    "trained_by": "trained by",
    "supplied_by": "supplied by",
    "employs": "employs",
    "owns": "owns",
    "directs": "directs",
    "linked_to": "linked to",
    "investigates": "investigates",
    "accuses": "accuses",
    "denies": "contradicts",
    "met": "met",
    "attacked": "attacked",
    "preceded_by": "preceded by",
}
# Frames that add nothing to how surely a thing is said.
_FLAT_FRAMES = frozenset({"said", "stated in own voice"})
# Frames as pictures have them, where room is short; a key beside the picture says them in full.
_SHORT_FRAMES: Mapping[str, str] = {
    "reported as possible": "possible",
    "reported as probable": "probable",
    "reported as": "reported",
}
_PARTS_OF_YEAR: Mapping[str, str] = {
    **dict.fromkeys(("21", "25", "29"), "spring"),
    **dict.fromkeys(("22", "26", "30"), "summer"),
    **dict.fromkeys(("23", "27", "31"), "autumn"),
    **dict.fromkeys(("24", "28", "32"), "winter"),
    "33": "first quarter of",
    "34": "second quarter of",
    "35": "third quarter of",
    "36": "last quarter of",
    "37": "first third of",
    "38": "second third of",
    "39": "last third of",
    "40": "first half of",
    "41": "second half of",
}


def said_frame(said: Said) -> str:
    """Return the frame of what one report says."""
    return frame_of(said.act, said.certainty, said.polarity)


def guarded_frame(said: Iterable[Said]) -> str:
    """Return the most guarded frame of several that say one thing; "denied" or "doubted" where none affirms it."""
    frames = [said_frame(each) for each in said]
    affirmed = [frame for frame in FRAMES if frame in frames]
    return affirmed[0] if affirmed else frames[0] if frames else "reported as"


def framed(frame: str, words: str, *, is_short: bool = False) -> str:
    """Return words under a frame; what is flatly said has none. `is_short` shortens the frame, for a picture.

    >>> framed("alleged", "member of"), framed("reported as possible", "owns"), framed("said", "owns")
    ('alleged: member of', 'reported as possible: owns', 'owns')
    >>> framed("reported as possible", "owns", is_short=True)
    'possible: owns'
    """
    if frame in _FLAT_FRAMES:
        return words
    return f"{_SHORT_FRAMES.get(frame, frame) if is_short else frame}: {words}"


def entity_in_words(entity: CaseEntity) -> str:
    """Return what an entity is called; what no report names stands between quote marks, as it is described."""
    return plain(entity.name) if entity.named else quoted(entity.name)


def stated_in_words(entity: CaseEntity) -> tuple[str, ...]:
    """Return what the reports state of an entity, each kind and wording once, in the order of its occurrences."""
    return tuple(dict.fromkeys(f"{attribute.kind} {quoted(attribute.worded)}" for attribute in entity.attributes))


def reports_naming(entity: CaseEntity) -> int:
    """Return how many reports name or describe an entity."""
    return len({held.report for held in entity.occurrences})


def chain_in_words(voices: tuple[Voice, ...], outlet: str) -> tuple[str, ...]:
    """Return the way from the report to the origin, as far as its words go."""
    return (outlet, *map(voice_in_words, voices_beyond(outlet, voices)))


def when_in_words(time: TimelineRow | Since) -> str:
    """Return when something is said to be; both days, where figures may mean either."""
    return " or ".join(map(time_in_words, filter(None, (time.value, time.other))))


def time_in_words(value: str) -> str:
    """Return an EDTF value as a reader meets it.

    >>> time_in_words("16XX")
    'the 17th century'
    >>> time_in_words("2021/.."), time_in_words("2031-22~"), time_in_words("2031-05-01/2031-05-03")
    ('since 2021', 'about summer 2031', '2031-05-01 to 2031-05-03')
    >>> time_in_words("[2024-02-03,2024-03-02]"), time_in_words("-0299~")
    ('2024-02-03 or 2024-03-02', 'about 300 BC')
    """
    value = plain(value)
    if value[:1] in ("[", "{"):
        joined = " or " if value[0] == "[" else " and "
        return joined.join(_date_in_words(part) for part in value.strip("[]{}").split(","))
    if "/" not in value:
        return _date_in_words(value)
    first, _, last = value.partition("/")
    if last in ("", ".."):
        return f"since {_date_in_words(first)}" if last else f"from {_date_in_words(first)}, end not known"
    if first in ("", ".."):
        return f"until {_date_in_words(last)}" if first else f"to {_date_in_words(last)}, beginning not known"
    return f"{_date_in_words(first)} to {_date_in_words(last)}"


def _date_in_words(value: str) -> str:
    bare = value.strip()
    rough = "perhaps about " if "%" in bare else "about " if "~" in bare else "perhaps " if "?" in bare else ""
    bare = bare.translate(str.maketrans("", "", "~?%")).replace("..", " to ")
    if bare.startswith("-"):
        return f"{rough}{_before_christ(bare)}"
    year, _, rest = bare.partition("-")
    if rest in _PARTS_OF_YEAR:
        return f"{rough}{_PARTS_OF_YEAR[rest]} {year}"
    if len(year) == 4 and year.isascii() and year[:3].isdigit() and year[3] == "X" and not rest:
        return f"{rough}{year[:3]}0s"
    if len(year) == 4 and year.isascii() and year[:2].isdigit() and year[2:] == "XX" and not rest:
        return f"{rough}the {_ordinal(int(year[:2]) + 1)} century"
    return rough + bare.replace("T", " ").replace("-XX", "")


def _before_christ(value: str) -> str:
    """Return a day, month or year before Christ, as EDTF counts its years down from 1 BC, which is 0."""
    year, _, rest = value[1:].partition("-")
    return f"{int(year) + 1} BC{f'-{rest}' if rest else ''}" if year.isdecimal() else value


def vagueness_in_words(radius_km: float | None) -> str:
    """Return how vague a place is.

    >>> vagueness_in_words(4.2), vagueness_in_words(380), vagueness_in_words(None)
    ('within about 4 km', 'within about 380 km', 'how vague is not recorded')
    """
    if radius_km is None:
        return f"how vague is {NOT_RECORDED}"
    if radius_km < 1:
        return "within a kilometre"
    digits = -1 if radius_km >= 100 else 0
    return f"within about {int(round(radius_km, digits)):,} km"


def choice_in_words(chosen_among: int) -> str:
    """Return that a place was chosen among others of its name, empty where the report or the name tells which it is.

    >>> choice_in_words(24), choice_in_words(0)
    ('one of at least 24 places of that name; nothing in the report tells which', '')
    """
    if not chosen_among:
        return ""
    return f"one of at least {chosen_among:,} places of that name; nothing in the report tells which"


def position_in_words(lat: float | None, lon: float | None) -> str:
    """Return where a place lies.

    >>> position_in_words(-12.5, 30.04), position_in_words(None, None)
    ('12.5° S, 30.0° E', 'position not known')
    """
    if lat is None or lon is None:
        return "position not known"
    return f"{abs(lat):.1f}° {'S' if lat < 0 else 'N'}, {abs(lon):.1f}° {'W' if lon < 0 else 'E'}"


def _ordinal(number: int) -> str:
    """Return a number as it counts, such as 21st."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
