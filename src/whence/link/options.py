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
    # Stories: share of words beside meaning, weight of names beside words, characters of the opening that are encoded.
    story_word_share: float = 0.5
    name_weight: float = 2.0
    opening_characters: int = 400
    # Least mean likeness of two groups that join; share of a report's text that makes it a copy of another.
    story_likeness: float = 0.2
    story_copy_share: float = 0.25
    # Days after which time halves what is above the floor; words in more bundles than this compare nothing.
    story_half_days: float = 14.0
    story_time_floor: float = 0.6
    word_reports: int = 200
    # Claims: share of words beside meaning, least likeness of two statements worth comparing, least mean likeness of
    # two groups that join, least likeness of claims called related, likeness that a guard gives; statements in a block.
    claim_word_share: float = 0.3
    pair_likeness: float = 0.25
    claim_likeness: float = 0.45
    related_likeness: float = 0.4
    guard_likeness: float = -0.5
    block: int = 512
