"""Which times does a text name, as worded, and which EDTF value has each?"""

from functools import partial

from whence.model.report import Moment
from whence.model.spans import Span
from whence.text.dates import DateMention
from whence.text.times.cursor import Words
from whence.text.times.grammar import read_phrase
from whence.text.times.nodes import ORDERS, Node
from whence.text.times.reading import Reading, TenseOf
from whence.text.times.tense import tense_of
from whence.text.times.today import Today, today_of
from whence.text.times.tokens import find_windows, order_of_figures, read_tokens


def find_time_phrases(text: str, *, published: Moment | None) -> list[DateMention]:
    """Return the times of a text in reading order, each as its longest phrase, none overlapping another.

    Figures whose order neither they nor others of the text show ("02/03/2031") have their other reading beside them.
    A phrase that counts from the report's day has no value, and is left out, where that day is not known. A clock time
    without a day is no time here.

    >>> text = "It met from 3 to 9 June 2030 and again last week."
    >>> found = find_time_phrases(text, published=Moment("2031-05-14", "day"))
    >>> [mention.value for mention in found]
    ['2030-06-03/2030-06-09', '2031-05-05/2031-05-11']
    """
    today = today_of(published)
    order = order_of_figures(text)
    found: list[DateMention] = []
    for low, high in find_windows(text):
        words = Words(read_tokens(text, low, high))
        after = 0
        for place in words.starts():
            phrase = read_phrase(words, place) if place >= after else None
            if phrase is None:
                continue
            start, end = words.at(place).start, words.at(phrase[1] - 1).end
            tense = partial(tense_of, text, start, end)
            value = Reading(today, tense, order).read(phrase[0])
            if value is not None:
                is_open = order is None and any(words.at(step).sort == "dmy" for step in range(place, phrase[1]))
                other = _other_value(phrase[0], value.value, today, tense) if is_open else ""
                found.append(DateMention(Span(start, end), value.value, other))
                after = phrase[1]
    return found


def _other_value(node: Node, value: str, today: Today | None, tense: TenseOf) -> str:
    """Return what a phrase with figures means where the day and the month change places; "" where that is the same."""
    readings = (Reading(today, tense, order).read(node) for order in ORDERS)
    return next((found.value for found in readings if found and found.value != value), "")
