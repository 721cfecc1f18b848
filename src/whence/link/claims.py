"""Which statements of a story's reports say the same thing?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from whence.link.claim_links import link_claims
from whence.link.grouping import Pairs, group_by_average
from whence.link.guard import keep_apart
from whence.link.options import LinkOptions
from whence.link.sayings import Saying, collect_sayings
from whence.link.voices import VoiceIndex
from whence.model.ids import content_id
from whence.model.report import Report
from whence.model.spans import Spans, hull
from whence.model.statement import Understanding
from whence.model.story import Claim, Mention, Story
from whence.ports import Encoder, Vectors


def group_claims(  # noqa: PLR0913 - the stage's port: a story and what earlier steps found about it
    story: Story,
    *,
    reports: Mapping[str, Report],
    understandings: Mapping[str, Understanding],
    voices: VoiceIndex,
    boilerplate: Mapping[str, Spans],
    encoder: Encoder,
    options: LinkOptions,
) -> list[Claim]:
    """Return the claims of a story, by where they are first made; every statement is in exactly one."""
    sayings = collect_sayings(story, reports=reports, understandings=understandings, boilerplate=boilerplate)
    if not sayings:
        return []
    vectors = encoder.encode([saying.text for saying in sayings])
    pairs = compare_sayings(sayings, vectors, options)
    groups = group_by_average(len(sayings), pairs, threshold=options.claim_likeness)
    members: dict[int, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        members[group].append(place)
    claims = [_make_claim(story, [sayings[place] for place in places], voices) for places in members.values()]
    return link_claims(claims, list(members.values()), sayings=sayings, pairs=pairs, options=options)


def compare_sayings(sayings: Sequence[Saying], vectors: Vectors, options: LinkOptions) -> Pairs:
    """Return the pairs of statements that read alike, and how much; below zero where a guard keeps them apart."""
    words = _word_vectors(sayings)
    rows, columns, values = [], [], []
    for start in range(0, len(sayings), options.block):
        block = slice(start, start + options.block)
        mixed = options.claim_word_share * (words[block] @ words.T)
        mixed += (1 - options.claim_word_share) * (vectors[block] @ vectors.T)
        row, column = np.nonzero(mixed >= options.pair_likeness)
        ahead = row + start < column
        rows.append(row[ahead] + start)
        columns.append(column[ahead])
        values.append(mixed[row[ahead], column[ahead]].astype(np.float64))
    first, second, likeness = np.concatenate(rows), np.concatenate(columns), np.concatenate(values)
    for place, (a, b) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        if keep_apart(sayings[a], sayings[b]):
            likeness[place] = options.guard_likeness
    return Pairs(first, second, likeness)


def _word_vectors(sayings: Sequence[Saying]) -> NDArray[np.float32]:
    """Return one unit row a statement: its words weighed by how rare they are in the story."""
    number_of: dict[str, int] = {}
    numbers = [[number_of.setdefault(word, len(number_of)) for word in saying.words] for saying in sayings]
    rows = np.repeat(np.arange(len(sayings)), [len(found) for found in numbers])
    flat = np.array([number for found in numbers for number in found], np.int64)
    matrix = np.zeros((len(sayings), max(1, len(number_of))), np.float32)
    matrix[rows, flat] = 1.0
    rarity = np.log((1 + len(sayings)) / (1 + matrix.sum(axis=0))) + 1.0
    matrix *= rarity.astype(np.float32)
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    return matrix


def _make_claim(story: Story, sayings: Sequence[Saying], voices: VoiceIndex) -> Claim:
    """Return a claim of these statements, worded as its clearest mention."""
    mentions = tuple(_make_mention(saying, voices) for saying in sayings)
    order = {report: place for place, report in enumerate(story.reports)}
    mentions = tuple(sorted(mentions, key=lambda m: (order[m.report], hull(m.statement.content), m.id)))
    identity = content_id("c", story.id, *sorted(mention.id for mention in mentions))
    return Claim(identity, story.id, max(sayings, key=_clarity).text, mentions)


def _make_mention(saying: Saying, voices: VoiceIndex) -> Mention:
    statement = saying.statement
    identity = content_id("m", saying.report, statement.id)
    chain, grounds = voices.chain(saying.report, statement.id), voices.grounds(saying.report, statement.id)
    return Mention(identity, saying.report, statement, chain, grounds)


_PRONOUNS = frozenset("he she it they this that these those we i you his her its their who which there".split())


def _clarity(saying: Saying) -> tuple[bool, bool, bool, float, str]:
    """Return how clear a wording is: affirming, opening with no pronoun, naming someone, of a readable length."""
    opening = saying.text.split(" ", 1)[0].casefold().strip("“\"‘'")
    return (
        not saying.denies,
        opening not in _PRONOUNS,
        bool(saying.names),
        -abs(len(saying.text) - 90),
        saying.text,
    )
