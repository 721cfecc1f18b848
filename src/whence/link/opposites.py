"""Which words of news mean the contrary of which others?

Written for this project; stems, as statements are compared by. One line a contrast: two lists of words that exclude
each other where they are said of one thing. Words of a single trade or affair have no place here.
"""

from whence.text.words import stem

_CONTRASTS = """
open opened opens | closed shut sealed locked
open unlocked unobstructed | locked chained fastened obstructed blocked
safe alive unharmed unhurt survived found | dead killed died missing lost hurt injured
sound intact undamaged whole | damaged cracked spoiled spoilt broken destroyed ruined burnt collapsed
full complete correct exact | short wrong incomplete
stationary standing still parked stopped idle stood | moving moved struck hit drove ran
working operating running | stopped idle standing broken failed halted
genuine real authentic original | forged fake copy invented false
accident mistake error failure fault | attack sabotage theft arson stolen seized
accidental mistakenly | deliberate deliberately intentional
accepted agreed approved signed confirmed | rejected refused declined denied cancelled
before earlier | after later
remain stay stays stayed remains keep | leave leaves left resign resigns resigned quit
inside within | outside beyond
civilian civilians | soldiers soldier military army troops fighters
first | second last
knew known aware told warned reported | unaware unknown
won | lost
bought | sold
guilty convicted | innocent acquitted
increased rose risen higher more | decreased fell fallen lower less fewer
legal licensed permitted lawful authorised | illegal unlicensed unlawful unauthorised
paid | unpaid
present | absent
natural | artificial
public published | secret withheld
voluntary voluntarily | forced
"""


def _read(line: str) -> tuple[frozenset[str], frozenset[str]]:
    some, _, others = line.partition("|")
    return frozenset(map(stem, some.split())), frozenset(map(stem, others.split()))


OPPOSITES: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(map(_read, _CONTRASTS.strip().splitlines()))
