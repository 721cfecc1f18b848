"""What changed in the wording between two versions of one report?"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from whence.model.report import Edit
from whence.model.spans import Span

# Four words in a row that occur once in each version show the same place in both; single words do so by chance.
ANCHOR_WORDS = 4
# A stretch is compared word by word while it has at most so many pairs of equal words (a thousand words of English
# against another thousand have about 10,000); above, it is shown as replaced whole, so that no text can stall a run.
MAX_EQUAL_PAIRS = 20_000
# Changes with fewer unchanged words than this between them read as one change.
MIN_WORDS_BETWEEN = 3

# Scripts written without spaces (Thai, Lao, Japanese, Chinese): each letter counts as a word.
_UNSPACED = r"\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff"
_LETTERS = rf"[^\W_{_UNSPACED}]+"
# "12.5", "9:40", "Torv's" and "vice-president" are one word each: half of one changed is all of it changed.
_WORD = re.compile(rf"[{_UNSPACED}]|{_LETTERS}(?:(?<=\d)[.,:]\d+|['’-]{_LETTERS})*|[^\w\s]|_")

# Half-open ranges of words in the earlier and in the later version.
_Stretch = tuple[int, int, int, int]


def find_edits(before: str, after: str) -> tuple[Edit, ...]:
    """Return the changed passages in reading order, by whole words; white space alone is no change.

    Where words were only added or only lost, the empty side's span is the point where they would stand.

    >>> [(edit.before, edit.after) for edit in find_edits("Twelve men were held.", "At least nine men were held.")]
    [('Twelve', 'At least nine')]
    """
    old, new = _words(before), _words(after)
    old_words = [span.cut(before) for span in old]
    new_words = [span.cut(after) for span in new]
    changed = _join_near(_changed(old_words, new_words))
    return tuple(_edit(stretch, before=before, old=old, after=after, new=new) for stretch in changed)


def _words(text: str) -> list[Span]:
    return [Span(*found.span()) for found in _WORD.finditer(text)]


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    at_old = at_new = 0
    for old_place, new_place in [*_anchors(old, new), (len(old), len(new))]:
        if old_place < at_old or new_place < at_new:
            continue  # covered by the run of equal words that grew out of an earlier anchor
        yield from _compare(old, new, (at_old, old_place, at_new, new_place))
        at_old, at_new = old_place, new_place
        while at_old < len(old) and at_new < len(new) and old[at_old] == new[at_new]:
            at_old, at_new = at_old + 1, at_new + 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    old_places, new_places = _unique_places(old), _unique_places(new)
    pairs = [(place, new_places[words]) for words, place in old_places.items() if words in new_places]
    return _longest_rising(pairs)


def _unique_places(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    runs = list(zip(*(words[shift:] for shift in range(ANCHOR_WORDS)), strict=False))
    counts = Counter(runs)
    return {run: place for place, run in enumerate(runs) if counts[run] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    # Patience sorting: of anchors that cross (a passage was moved), the larger set in one order is kept.
    tops: list[int] = []
    top_index: list[int] = []
    previous: list[int] = []
    for index, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        previous.append(top_index[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [place]
        top_index[pile : pile + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = top_index[-1] if top_index else -1
    while index >= 0:
        chain.append(pairs[index])
        index = previous[index]
    return chain[::-1]


def _compare(old: Sequence[str], new: Sequence[str], stretch: _Stretch) -> Iterator[_Stretch]:
    old_start, old_end, new_start, new_end = stretch
    if old_start == old_end and new_start == new_end:
        return
    left, right = old[old_start:old_end], new[new_start:new_end]
    old_counts, new_counts = Counter(left), Counter(right)
    if sum(count * new_counts[word] for word, count in old_counts.items()) > MAX_EQUAL_PAIRS:
        yield stretch
        return
    for how, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if how != "equal":
            yield old_start + i1, old_start + i2, new_start + j1, new_start + j2


def _join_near(stretches: Iterator[_Stretch]) -> list[_Stretch]:
    joined: list[_Stretch] = []
    for stretch in stretches:
        if joined and stretch[0] - joined[-1][1] < MIN_WORDS_BETWEEN:
            last = joined.pop()
            joined.append((last[0], stretch[1], last[2], stretch[3]))
        else:
            joined.append(stretch)
    return joined


def _edit(stretch: _Stretch, *, before: str, old: Sequence[Span], after: str, new: Sequence[Span]) -> Edit:
    before_span, after_span = _hull(old, stretch[0], stretch[1]), _hull(new, stretch[2], stretch[3])
    return Edit(before_span.cut(before), before_span, after_span.cut(after), after_span)


def _hull(words: Sequence[Span], start: int, end: int) -> Span:
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    place = words[start - 1].end if start else 0
    return Span(place, place)
