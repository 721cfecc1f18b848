"""Which voices are shown, anywhere in a story, to pass on what another voice told them?"""

from collections.abc import Mapping, Sequence

from whence.model.report import Report
from whence.model.spans import cut_all
from whence.model.story import Claim, Mention
from whence.weigh.words import find_proper_words

# The words of the name of who passes it on, and the case voice that they have it from.
Relay = tuple[frozenset[str], str]


def find_relays(claims: Sequence[Claim], reports: Mapping[str, Report]) -> frozenset[Relay]:
    """Return who passes on whose word: an outlet quoted for what its sources say, a service acting on a warning.

    A passage that rests on grounds ("investigations based on warnings from their counterparts") shows that every voice
    of its report which it names had something from them.
    """
    mentions = [mention for claim in claims for mention in claim.mentions if mention.report in reports]
    found: set[Relay] = set()
    for mention in mentions:
        voices = mention.statement.voices
        if len(voices) > 1 and len(mention.voice_ids) == len(voices):
            found |= {(name_words(voice.name), mention.voice_ids[-1]) for voice in voices[:-1]}
        if mention.ground_ids:
            found |= _told_by_grounds(mention, mentions, reports[mention.report])
    return frozenset(relay for relay in found if relay[0])


def _told_by_grounds(mention: Mention, mentions: Sequence[Mention], report: Report) -> set[Relay]:
    """Return the voices of the report that a passage with grounds names, each with the last of the grounds."""
    text = report.text if mention.statement.within == "text" else report.title or ""
    named = name_words(cut_all(mention.statement.content, text))
    grounds = {word for voice in mention.statement.grounds for word in name_words(voice.name)}
    voices = {voice.name for other in mentions if other.report == mention.report for voice in other.statement.voices}
    told = {words for words in map(name_words, voices) if words and words <= named and not words <= grounds}
    return {(words, mention.ground_ids[-1]) for words in told}


def name_words(name: str) -> frozenset[str]:
    """Return a name's proper words by their first five letters, so that a land and its adjective meet.

    >>> sorted(name_words("the Sestrian ministry")) == sorted(name_words("Sestria"))
    True
    """
    return frozenset(word[:5] for word in find_proper_words(name))
