"""Which entries of a list may bear a name? Names are looked up by the sounds and letters they share, rare ones first.

One index a list, made when it is imported: no name is compared with every entry.
"""

import io
import zlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.model.watchlist import EntryKind, WatchEntry
from whence.text.name_forms import fold
from whence.text.name_sounds import bare_sound, plain_sound, rough_sound

# What more rows than this have is passed over where a name has rarer marks: bounds the time of one look-up.
MOST_ROWS = 20_000
_INITIALS = range(3, 9)
KINDS: tuple[EntryKind, ...] = ("person", "body", "vessel", "other", "unstated")


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names of a list by their marks: `marks` sorted, the rows of mark i at `starts[i]:starts[i + 1]` of `rows`.

    Row r is the name `names[r]` of entry number `entries[r]`, which is of kind `KINDS[kinds[r]]`; `lengths` is how much
    its marks weigh together.
    """

    marks: NDArray[np.uint32]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    weights: NDArray[np.float32]
    lengths: NDArray[np.float32]
    entries: NDArray[np.int32]
    kinds: NDArray[np.int8]
    names: tuple[str, ...]

    def near(self, name: str, *, most: int, least: float) -> list[int]:
        """Return the rows that share most with a name, best first; `least` is the share of its weight, 0 to 1.

        >>> index = make_index([WatchEntry("1", "person", "Lena Torv"), WatchEntry("2", "person", "Omar Haddad")])
        >>> [index.names[row] for row in index.near("Lenna Torw", most=5, least=0.3)]
        ['Lena Torv']
        """
        found = self._found(name)
        if not found.size or not len(self.names):
            return []
        counts = self.starts[found + 1] - self.starts[found]
        rare = found[counts <= MOST_ROWS]
        used = rare if rare.size else found[:1]
        rows = np.concatenate([self.rows[self.starts[mark] : self.starts[mark + 1]] for mark in used])
        each = np.repeat(self.weights[used], (self.starts[used + 1] - self.starts[used]))
        shared = np.bincount(rows, weights=each, minlength=len(self.names))
        own = float(self.weights[used].sum())
        # The report's name may be the shorter one, or the longer.
        places = np.flatnonzero(shared >= least * own)
        score = shared[places] / np.sqrt(own * np.maximum(self.lengths[places], 1e-6))
        if len(places) > most:
            best = np.argpartition(-score, most)[:most]
            places, score = places[best], score[best]
        return [int(place) for place in places[np.argsort(-score, kind="stable")]]

    def _found(self, name: str) -> NDArray[np.intp]:
        wanted = np.array(sorted(name_marks(name)), dtype=np.uint32)
        if not wanted.size or not self.marks.size:
            return np.array([], dtype=np.intp)
        places = np.searchsorted(self.marks, wanted)
        places = places[places < len(self.marks)]
        return places[np.isin(self.marks[places], wanted)]

    def pack(self) -> bytes:
        """Return the index as bytes, to be kept."""
        out = io.BytesIO()
        text = np.frombuffer("\n".join(self.names).encode("utf-8", "surrogatepass"), dtype=np.uint8)
        np.savez_compressed(
            out,
            marks=self.marks,
            starts=self.starts,
            rows=self.rows,
            weights=self.weights,
            lengths=self.lengths,
            entries=self.entries,
            kinds=self.kinds,
            text=text,
        )
        return out.getvalue()

    @classmethod
    def unpack(cls, data: bytes) -> "NameIndex":
        """Return the index of these bytes.

        >>> NameIndex.unpack(make_index([WatchEntry("1", "person", "Lena Torv")]).pack()).names
        ('Lena Torv',)
        """
        with np.load(io.BytesIO(data), allow_pickle=False) as kept:
            text = kept["text"].tobytes().decode("utf-8", "surrogatepass")
            names = tuple(text.split("\n")) if len(kept["entries"]) else ()
            return cls(
                marks=kept["marks"],
                starts=kept["starts"],
                rows=kept["rows"],
                weights=kept["weights"],
                lengths=kept["lengths"],
                entries=kept["entries"],
                kinds=kept["kinds"],
                names=names,
            )


def name_marks(name: str, known: dict[str, frozenset[str]] | None = None) -> frozenset[int]:
    """Return the marks of a name: the sounds of its words, and three letters in a row of each as it sounds.

    `known` holds the marks of words that were seen before: words come again and again in a list.

    >>> len(name_marks("Lena Torv") & name_marks("Torv, Lena")) == len(name_marks("Lena Torv"))
    True
    """
    words = fold(name).split()
    seen = {} if known is None else known
    for word in words:
        if word not in seen:
            seen[word] = _word_marks(word)
    marks = {mark for word in words for mark in seen[word]}
    initials = "".join(word[0] for word in words)
    if len(initials) in _INITIALS:
        marks.add(f"i{initials}")
    elif len(words) == 1 and len(words[0]) in _INITIALS:
        marks.add(f"i{words[0]}")
    return frozenset(zlib.crc32(mark.encode()) for mark in marks)


def _word_marks(word: str) -> frozenset[str]:
    rough = rough_sound(plain_sound(word))
    padded = f"^{rough}$"
    return frozenset((f"b{bare_sound(rough)}", *(padded[start : start + 3] for start in range(len(padded) - 2))))


def make_index(entries: Iterable[WatchEntry]) -> NameIndex:
    """Return the index of all names of the entries; entries are numbered in the order given."""
    names: list[str] = []
    numbers: list[int] = []
    kinds: list[int] = []
    by_mark: dict[int, list[int]] = defaultdict(list)
    known: dict[str, frozenset[str]] = {}
    for number, entry in enumerate(entries):
        for name in (entry.name, *entry.aliases, *entry.weak_names):
            for mark in name_marks(name, known):
                by_mark[mark].append(len(names))
            names.append(name.replace("\n", " "))
            numbers.append(number)
            kinds.append(KINDS.index(entry.kind))
    marks = sorted(by_mark)
    counts = np.array([len(by_mark[mark]) for mark in marks], dtype=np.int64)
    rows = np.array([row for mark in marks for row in by_mark[mark]], dtype=np.int32)
    weights = np.log1p(max(1, len(names)) / np.maximum(counts, 1)).astype(np.float32)
    lengths = np.bincount(rows, weights=np.repeat(weights, counts), minlength=len(names)).astype(np.float32)
    starts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts)])
    return NameIndex(
        np.array(marks, dtype=np.uint32),
        starts,
        rows,
        weights,
        lengths,
        np.array(numbers, dtype=np.int32),
        np.array(kinds, dtype=np.int8),
        tuple(names),
    )
