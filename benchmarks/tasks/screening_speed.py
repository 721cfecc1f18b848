"""How long does it take to look a thousand names up in a list of a hundred thousand entries?

Beside it, in the same run, one plain comparison (`token_sort_ratio`) of a hundred of the names with all names of the
list, in rapidfuzz's own batch, times ten: what a search without an index would take at least.
"""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cdist

from benchmarks.tasks.measure import Figure, Measured
from whence.link.screening import NameReader, find_candidates
from whence.link.screening_index import NameIndex, make_index
from whence.model.watchlist import ScreenedName, WatchEntry, typed_name_id
from whence.text.name_forms import fold

Answer = TypeVar("Answer")
ENTRIES, NAMES, SAMPLE = 100_000, 1_000, 100
_HEADS = "b d f g h k l m n p r s t v z sh kh br st".split()
_VOWELS = "a e i o u ai ou".split()
_TAILS = ("", "n", "r", "v", "sky", "ov")


def measure_screening_speed() -> Measured:
    """Time the index, the look-up and the yardstick; every second name is one of the list misspelled."""
    chance = random.Random(1)  # noqa: S311 - generated names, nothing secret
    given, family = ([_word(chance) for _ in range(number)] for number in (800, 30_000))

    def name() -> str:
        return f"{chance.choice(given)} {chance.choice(given)} {chance.choice(family)}".title()

    entries = [
        WatchEntry(str(number), "person" if number % 4 else "body", name(), aliases=(name(),) * (number % 2))
        for number in range(ENTRIES)
    ]
    packed, making = _timed(lambda: make_index(entries).pack())
    index = NameIndex.unpack(packed)
    wanted = [(number * 97) % ENTRIES for number in range(NAMES)]
    typed = [_spoiled(entries[place].name, chance) if number % 2 else name() for number, place in enumerate(wanted)]
    names = [ScreenedName((typed_name_id(each),), each, "unstated") for each in typed]
    reader = NameReader()
    found, looking = _timed(lambda: [find_candidates(each, index, reader=reader) for each in names])
    right = sum(bool(each) and each[0].entry == place for each, place in list(zip(found, wanted, strict=True))[1::2])
    folded, asked = [fold(each) for each in index.names], [fold(each) for each in typed[:SAMPLE]]
    _, comparing = _timed(lambda: cdist(asked, folded, scorer=token_sort_ratio))
    yardstick = comparing * NAMES / SAMPLE
    return Measured(
        "screening-speed",
        f"{ENTRIES} generated",
        (
            Figure("look-up of 1,000 names, as a share of comparing all", looking / yardstick, f"{looking:.1f} s"),
            Figure("comparing all with all, seconds", yardstick, f"{len(folded):,} names"),
            Figure("making the index, seconds", making, f"{len(packed) / 1e6:.1f} MB"),
            Figure("misspelled names found first, percent", 200 * right / NAMES, f"{right} of {NAMES // 2}"),
        ),
    )


def _word(chance: random.Random) -> str:
    syllables = (chance.choice(_HEADS) + chance.choice(_VOWELS) for _ in range(chance.choice((2, 2, 3))))
    return "".join(syllables) + chance.choice(_TAILS)


def _spoiled(name: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(name) - 1)
    return name[:place] + name[place + 1 :] if chance.random() < 0.5 else name[:place] + name[place] + name[place:]


def _timed(work: Callable[[], Answer]) -> tuple[Answer, float]:
    started = time.perf_counter()
    answer = work()
    return answer, time.perf_counter() - started
