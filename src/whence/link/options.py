"""Which numbers of `link` may be tuned, in what unit, and on what were they set?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """Options of the stage `link`."""

    # Boilerplate: in how many reports of one site a passage must stand (the rule of issue 2), and its least words.
    boilerplate_reports: int = 3
    boilerplate_words: int = 8
    # Share of a report above which it is an update or a copy of others of its site, and only its edges are boilerplate.
    boilerplate_share: float = 0.5
    # Copies: most reports that one trigram may pair all with all; above it each meets the next few only. Bounds memory.
    trigram_reports: int = 16
    trigram_neighbours: int = 4
    # Reports compared word by word at a time; of more, only those that an index brings together. Bounds memory.
    copies_at_once: int = 4000
    # Least words of a copied passage (newsroom, 2031 stories read), and most words of a gap inside one: edited copies
    # stay one passage. Made copies are grouped about as well (97.1 to 98.9) with gaps of 12 to 20.
    passage_words: int = 7
    gap_words: int = 16
    # Stories. One setting for all: `python -m training.stories.joins --cross-validate` prints what it gives where.
    # Share of words beside meaning; weight of a name beside another word; characters of the opening that are encoded.
    story_word_share: float = 0.7
    name_weight: float = 3.0
    # Reports without any of the words, counted beside those that there are: in a small case all words look common.
    background_reports: int = 50
    opening_characters: int = 400
    # Mean likeness of two groups of reports at which they join whatever they are like inside, and under which they do
    # not, however loose they are; share of the longer text that makes two reports one text.
    story_likeness: float = 0.42
    joined_likeness: float = 0.15
    # Log-odds of being one story from which two groups join.
    joined_surely: float = -0.7
    story_copy_share: float = 0.6
    # Reports that make a core, which strays may join: least likeness, and how many times that of the next story.
    story_core: int = 3
    stray_likeness: float = 0.08
    stray_margin: float = 1.5
    # Days after which time halves what it may take of likeness, and the share that it never takes.
    story_half_days: float = 14.0
    story_time_floor: float = 0.6
    # Words in more bundles of copies than this compare nothing; pairs less alike in
    # words than this count as strangers. Both bound memory.
    word_reports: int = 200
    least_wording: float = 0.03
    # Reports that arrive one by one: words that each is looked up by, days around its own in which it is, how many
    # reports are taken as near, and the most reports that are grouped anew with it.
    indexed_words: int = 24
    near_days: float = 90.0
    near_reports: int = 30
    most_regrouped: int = 600
    # Things of different stories that may share a key of their names before it tells nothing. Bounds time.
    most_name_holders: int = 64
    # Least mean likeness in words of reports taken as on one affair before there are stories; for names only.
    affair_likeness: float = 0.12
    affair_words: int = 60
    # Claims. Least mean log-odds of saying the same of two groups of statements that join, and least log-odds of the
    # nearest statements of two claims called related (at 1, an affair told in other words has none; at -2, all have);
    # likeness of words and meaning (0 to 1) from which any "not" on one side alone makes a denial, and share of the
    # longer statement's words from which another opening word means another actor.
    claim_likeness: float = -3.7
    related_likeness: float = -1.2
    same_wording: float = 0.6
    same_words: float = 0.6
    # Log-odds, what polarity takes left out, from which one of two statements may deny the other: they are kept apart.
    denied_likeness: float = -2.0
    # The same from which a content surely contradicts what a cue denies ("denied that ...").
    denial_likeness: float = -1.0
    # Two claims contradict: least logarithm of the added chances of all pairs of their statements, and the power of the
    # number of pairs that these are divided by (0 their sum, 1 their mean). Set on 37 annotated stories, those learned
    # from left out each time: lower finds more, and more that is none.
    contradicting: float = 0.95
    contradiction_pairs: float = 0.25
    # How much better (log-odds) a contrary either of two contradicting claims may have.
    contrary_margin: float = 1.0
    # Mentions of one claim in one report on average above which a group is a topic and falls into its halves;
    # annotated claims have 1.3 on average.
    told_in_report: float = 2.5
    # Log-odds to the centre of a claim at which a statement is as likely as not to belong to it; how fast that grows.
    # Set on 1,100 mentions of claims found in stories not learned from.
    belonging_even: float = -0.5
    belonging_slope: float = 0.7
    # The most that a statement belongs to a claim whose centre gives another number or day.
    belonging_apart: float = 0.3
    # Most different wordings of one story that are compared each with each: about 60 bytes a pair while it lasts.
    most_compared: int = 2500


@dataclass(frozen=True, slots=True)
class RegisterOptions:
    """How companies of imported registers are linked, and from what count on something is told as a pattern.

    None of these numbers was learned: they say what is worth a line, and each pattern tells beside its count how common
    that count is in the register at hand. `most_joined`: companies at one address, agent, phone or domain above which
    it joins nobody by itself; `most_directed`: the same for a director or an owner.
    """

    most_joined: int = 12
    most_directed: int = 50
    # Companies, from which on: at one address; of one director; incorporated on one day at one address or by one agent;
    # with the same agent, address and directors; in a chain of owners.
    at_one_address: int = 5
    directorships: int = 5
    same_day: int = 3
    same_set: int = 3
    chain: int = 3
    # Companies in the longest circle or chain of owners that is followed; circles told of one knot of owners.
    longest_way: int = 8
    most_circles: int = 10
    # Days that a short-lived company existed at most; days after the end of one within which the next one began.
    short_days: int = 365
    successor_days: int = 365
    # Companies of a group that are shown of the one that is asked for, those that are nearest to it.
    nearest: int = 60
    # Patterns of one kind that are told, those with most companies first.
    most_patterns: int = 200
