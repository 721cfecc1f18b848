"""How do three numbers look as a picture? A bar from at least to at most, a dot at likely, on an axis from one."""

from whence.model.stemma import Numbers, Origins
from whence.show.dossier.views import NumbersView, RangePicture
from whence.show.wording import independence_in_words, numbers_in_words

# px between two numbers, and what is left free at both ends.
STEP = 26
END = 12
# An axis goes on to five even where the range is narrower, so that ranges compare at a glance; a longer one shrinks.
SHORTEST = 5
LONGEST = 12


def show_numbers(origins: Origins) -> NumbersView:
    """Return the three numbers in words and as a picture."""
    return NumbersView(
        picture=draw_range(origins.numbers),
        words=numbers_in_words(origins.numbers),
        brief=numbers_in_words(origins.numbers).split(" independent")[0],
        short=_shorten(origins.numbers),
        own_access=origins.own_access,
        independence=independence_in_words(origins),
        corroborated=origins.is_corroborated,
        spread=_spread_in_words(origins),
    )


def draw_range(numbers: Numbers) -> RangePicture:
    """Return where the three numbers stand on their axis; it starts at 0 only where no report affirms the claim.

    >>> draw_range(Numbers(1, 1, 2)).ticks
    ((12, '1'), (38, '2'), (64, '3'), (90, '4'), (116, '5'))
    """
    first = min(1, numbers.at_least)
    last = max(SHORTEST, numbers.at_most)
    step = STEP if last <= LONGEST else STEP * LONGEST / last
    shown = range(first, last + 1)
    every = 1 if last <= LONGEST else max(2, round(last / 8))
    return RangePicture(
        width=round((last - first) * step + END * 2),
        ticks=tuple(
            (END + (n - first) * step, str(n)) for n in shown if (n - first) % every == 0 or (n == last and every == 1)
        ),
        at_least=END + (numbers.at_least - first) * step,
        likely=END + (numbers.likely - first) * step,
        at_most=END + (numbers.at_most - first) * step,
        words=numbers_in_words(numbers),
    )


def _shorten(numbers: Numbers) -> str:
    if numbers.at_least == numbers.at_most:
        return f"{numbers.likely}"
    return f"{numbers.at_least} to {numbers.at_most}, likely {numbers.likely}"


def _spread_in_words(origins: Origins) -> str:
    """Return the distribution in words, by number, without what rounds to nothing."""
    told = [
        f"{number}: {percent(probability)}"
        for number, probability in sorted(origins.distribution)
        if probability >= 0.005
    ]
    low, high = origins.interval90
    within = f"{low}" if low == high else f"{low} to {high}"
    return f"{within} with a probability of 90%; by number, {', '.join(told)}" if told else ""


def percent(probability: float) -> str:
    """Return a probability in words; one that is not certain is never shown as certain.

    >>> percent(0.666), percent(0.9999), percent(0.001)
    ('67%', 'over 99%', 'under 1%')
    """
    if 0.995 <= probability < 1:
        return "over 99%"
    if 0 < probability < 0.01:
        return "under 1%"
    return f"{probability:.0%}"
