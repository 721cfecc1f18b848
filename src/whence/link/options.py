"""Which numbers of `link` may be tuned, in what unit, and on what were they set?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """Options of the stage `link`."""

    # Boilerplate: in how many reports of one site a passage must stand (the rule of issue 2), and its least words.
    boilerplate_reports: int = 3
    boilerplate_words: int = 8
    # Copies: most reports that one trigram may pair all with all; above it each meets the next few only. Bounds memory.
    trigram_reports: int = 16
    trigram_neighbours: int = 4
    # Least words of a copied passage, and of the words in a gap that may lie inside one (newsroom, 2031 stories read).
    passage_words: int = 7
    gap_words: int = 4
