"""Which words are times or lead to one?"""

from collections.abc import Iterable, Mapping

from whence.text.dates import MONTHS, WEEKDAYS
from whence.text.numerals import TENS, UNITS
from whence.text.times.nodes import Third, Unit

Phrase = tuple[str, ...]
# Phrases by their first word, the longest first.
Phrases = Mapping[str, tuple[Phrase, ...]]


def by_first_word(phrases: Iterable[Phrase]) -> Phrases:
    """Return phrases ready for looking up.

    >>> by_first_word([("up", "to"), ("by",), ("up", "until", "then")])["up"]
    (('up', 'until', 'then'), ('up', 'to'))
    """
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


MONTH_NUMBERS = {name.casefold(): place for place, name in enumerate(MONTHS, start=1)}
SHORT_MONTHS = {name[:3].casefold(): place for place, name in enumerate(MONTHS, start=1)} | {"sept": 9}
# In lower case these are a verb, a walk and an adjective.
NEVER_LOWER = frozenset({"may", "march", "august"})
# These are also given names or other words, so that alone they need words around them that only months have.
ALSO_OTHER_WORDS = frozenset({"may", "march", "april", "june", "august"})
WEEKDAY_NUMBERS = {name.casefold(): place for place, name in enumerate(WEEKDAYS)}
SHORT_WEEKDAYS = {name[:3].casefold(): place for place, name in enumerate(WEEKDAYS)} | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
SEASONS = {"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23, "winter": 24}
UNITS_OF_TIME: dict[str, Unit] = {
    "day": "day",
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "days": "day",
    "weeks": "week",
    "months": "month",
    "years": "year",
    "decades": "decade",
    "centuries": "century",
}
THIRDS: dict[str, Third] = {"early": "early", "mid": "mid", "late": "late", "middle": "mid"}
EDGES: dict[str, Third] = {
    "beginning": "early",
    "start": "early",
    "middle": "mid",
    "end": "late",
    "close": "late",
    "midpoint": "mid",
    "outset": "early",
}
PARTS_OF_DAY = {"morning": False, "afternoon": True, "evening": True, "night": True, "lunchtime": False}
_DECADE_NAMES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
DECADES = dict(zip(_DECADE_NAMES, range(20, 100, 10), strict=True))
DOCUMENTS = frozenset(
    """photo photograph picture image video footage letter e-mail email document memo report data figure record file
    transcript minutes account message map study article statement post recording clip survey film invoice receipt
    contract note ruling decision order quote quotation tape cable diary entry page issue edition
    interview speech tweet""".split()
)

ORDINALS = {
    word: place
    for place, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        start=1,
    )
} | {"thirtieth": 30, "last": -1, "final": -1}
NUMBERS = UNITS | TENS


def _phrases(listed: str) -> Phrases:
    return by_first_word(tuple(phrase.split()) for phrase in listed.split(","))


# Words before the time that open it to one side.
SINCE = _phrases(
    """since, ever since, as early as, as far back as, as long ago as, no earlier than, not before, after,
    following, starting, beginning, effective, with effect from, starting from, effective from, going back to,
    dating back to"""
)
UNTIL = _phrases(
    """until, till, up to, up until, through, through to, by, before, prior to, ahead of, no later than, not later
    than, as late as, as recently as, right up to, on or before"""
)
ABOUT = _phrases(
    """around, about, circa, c ., ca ., roughly, approximately, in or around, in or about, on or about, on or
    around, some time around, sometime around, somewhere around, shortly after, shortly before, just after, just
    before, soon after, nearly, almost, some, more than, over, close to"""
)
MAYBE = _phrases("""possibly, perhaps, maybe, probably""")

# Fixed holidays: words, month, day. Those that move with the moon or the week have no day of their own.
HOLIDAYS = {
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "eve"): (12, 31),
    ("new", "years", "eve"): (12, 31),
    ("new", "years", "day"): (1, 1),
    ("halloween",): (10, 31),
    ("hallowe'en",): (10, 31),
    ("valentine", "'s", "day"): (2, 14),
    ("st", "patrick", "'s", "day"): (3, 17),
    ("april", "fools", "day"): (4, 1),
    ("april", "fool", "'s", "day"): (4, 1),
    ("may", "day"): (5, 1),
    ("bastille", "day"): (7, 14),
    ("all", "saints", "day"): (11, 1),
    ("armistice", "day"): (11, 11),
    ("remembrance", "day"): (11, 11),
    ("international", "women", "'s", "day"): (3, 8),
    ("bonfire", "night"): (11, 5),
    ("juneteenth",): (6, 19),
}
HOLIDAY_PHRASES = by_first_word(HOLIDAYS)

# A number of four figures before one of these counts something.
COUNTED = frozenset(
    """people persons men women children girls boys troops soldiers fighters personnel staff police dead wounded
    injured dollars euros pounds francs roubles rubles yen pesos rupees crowns cents km kilometres kilometers metres
    meters miles feet ft m kg kilograms kilos tonnes tons litres liters barrels hectares acres square cubic percent
    per hours hrs minutes seconds days weeks months years homes houses households residents workers employees members
    copies tickets seats voters votes words pages points calories volts watts mg degrees jobs cases patients families
    refugees migrants civilians students pupils visitors protesters demonstrators spectators fans bottles boxes cattle
    sheep birds trees shares units vehicles cars trucks ships boats passengers times rounds rifles mm cm mph kph rpm
    gb mb hp cc million billion thousand""".split()
)
# A number of four figures after one of these is a label.
LABELLED = frozenset(
    """flight room section article route no number num form page channel gate unit bus line model windows
    resolution chapter rule at vision agenda project area file case docket lot bond extension ext box suite
    apartment building highway motorway interstate platform locker cell code pin serial batch invoice order
    train convoy squadron hull patent version paragraph clause directive regulation nearly almost some over
    than least most only another these those all runway frequency hall barracks warrant receipt plate tel
    phone call dial""".split()
)
STREETS = frozenset("street st avenue ave road rd lane drive boulevard blvd way square place court terrace".split())
# Names of days that are no such day of the report's week.
NAMED_DAYS = frozenset(
    """black good ash easter bloody super palm whit holy shrove maundy cyber red spy every each previous
    following preceding same that""".split()
)
# Before one of these a month is a month, even one that is also a name: "since inconclusive March elections".
EVENTS = frozenset(
    """election elections summit meeting deadline attack attacks invasion coup uprising vote votes poll polls referendum
    delivery budget conference ceasefire raid raids protests figures session talks massacre earthquake floods bombing
    bombings primary hearing ruling agreement""".split()
)
PAPERS = frozenset("times post mail mirror telegraph express herald tribune independent sun world star news".split())
ATTRIBUTES_OF_NIGHT = frozenset("train bus stay stays bag shift flight guest guests ferry success sensation".split())

# A time phrase begins with one of the first, or with one of the others shortly before one of the first.
CORE = frozenset(
    """today tonight yesterday tomorrow overnight noon midday midnight half fortnight fortnights hours ad""".split()
).union(
    *(MONTH_NUMBERS, SHORT_MONTHS, WEEKDAY_NUMBERS, SHORT_WEEKDAYS, SEASONS, DECADES, NUMBERS, ORDINALS),
    *(UNITS_OF_TIME, PARTS_OF_DAY, HOLIDAY_PHRASES),
)
LEADS = frozenset(
    "the a an in from between this last next past coming previous current these earlier later year week day".split()
).union(THIRDS, EDGES, SINCE, UNTIL, ABOUT, MAYBE)
