"""Which lines of printed pages belong to one paragraph?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

# A line shorter than this share of a full one, ending a sentence, ends its paragraph; one shorter than the second share
# before a capital does so without a sentence's end: a heading, an address. Set on official reports set in one and two
# columns, whose ragged lines stay above 0.8.
ENDS_PARAGRAPH = 0.8
STANDS_ALONE = 0.55
# The same first or last line on so many pages is a running head or foot.
REPEATED = 3
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u00ad": None,
        "\x00": None,
        "\u00a0": " ",
    }
)
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:][\"'\u2019\u201d)\]]*$|[\u2019\u201d]$")
_BULLET = re.compile(r"[•▪■◦‣]\s")
# Others may as well be a dash or a number within a sentence.
_LIST_MARK = re.compile(r"(?:[*·–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_SPLIT_WORD = re.compile(r"(\w*[^\W\d_])-$")


def join_pages(pages: Sequence[str]) -> list[str]:
    r"""Return the paragraphs of a document: lines joined, words mended, running heads, feet and page numbers left out.

    A paragraph that a page break cuts in the middle of a sentence is joined again.

    >>> join_pages(["The bridge was clo-\nsed on Monday\nafter a storm.", "A second page."])
    ['The bridge was closed on Monday after a storm.', 'A second page.']
    """
    split = [[" ".join(line.translate(_LIGATURES).split()) for line in page.split("\n")] for page in pages]
    furniture = _find_furniture(split)
    whole, full = "\n".join(pages), _full_length(split)
    paragraphs: list[str] = []
    for lines in split:
        found = list(_join_lines(_strip_furniture(lines, furniture), full, whole))
        if paragraphs and found and _goes_on(paragraphs[-1], found[0]):
            paragraphs[-1] = _glue(paragraphs[-1], found.pop(0), whole)
        paragraphs += found
    return paragraphs


def _find_furniture(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    # Digits are blanked, since running feet carry the page's number.
    edges = Counter(shape for lines in pages for shape in {_shape(line) for line in _edges(lines)})
    return frozenset(shape for shape, count in edges.items() if count >= REPEATED and 2 * count > len(pages))


def _edges(lines: Sequence[str]) -> list[str]:
    filled = [line for line in lines if line]
    return filled[:2] + filled[-2:]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _strip_furniture(lines: Sequence[str], furniture: frozenset[str]) -> list[str]:
    kept = list(lines)
    for end in (0, -1):
        while kept and (not kept[end] or _shape(kept[end]) in furniture or _PAGE_NUMBER.fullmatch(kept[end])):
            kept.pop(end)
    return kept


def _full_length(pages: Sequence[Sequence[str]]) -> int:
    # Nine in ten: a few lines are longer than the type area, where a table or a code stands.
    lengths = sorted(len(line) for lines in pages for line in lines if line)
    return lengths[ceil(0.9 * (len(lengths) - 1))] if lengths else 0


def _join_lines(lines: Sequence[str], full: int, whole: str) -> Iterator[str]:
    current = ""
    for line, after in pairwise([*lines, ""]):
        current = _glue(current, line, whole) if line else current
        if current and (not line or not after or _ends_paragraph(line, after, full)):
            yield current
            current = ""


def _ends_paragraph(line: str, after: str, full: int) -> bool:
    if _BULLET.match(after) or (_LIST_MARK.match(after) and _SENTENCE_END.search(line)):
        return True
    if len(line) < ENDS_PARAGRAPH * full and _SENTENCE_END.search(line):
        return True
    return len(line) < STANDS_ALONE * full and not after[0].islower() and not line.endswith((",", "-"))


def _goes_on(before: str, after: str) -> bool:
    return _SENTENCE_END.search(before) is None and after[0].islower()


def _glue(before: str, line: str, whole: str) -> str:
    cut = _SPLIT_WORD.search(before)
    if not before:
        return line
    if cut is None or not line[0].islower():
        return f"{before} {line}"
    # "north-\neast" keeps its hyphen where the document writes it with one elsewhere in a line.
    last, first = cut[1], re.match(r"\w+", line)
    is_compound = first is not None and f"{last}-{first[0]}" in whole
    return before + line if is_compound else before[:-1] + line
