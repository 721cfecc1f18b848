"""How surely, with which polarity and as what act does a statement put a link that its content states?"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from whence.model.statement import Act, Certainty, Statement
from whence.understand.tokens import Tokens

_BY_ACT: dict[Act, Certainty] = {
    "believes": "probable",
    "suspects": "probable",
    "predicts": "probable",
    "promises": "probable",
    "alleges": "unstated",
    "asks": "unstated",
    "demands": "unstated",
    "doubts": "possible",
}
_UNSTATED_CUES = frozenset(
    """claim claims claimed claiming purport purports purported reportedly allegedly supposedly purportedly
    alleged alleges
    allege rumoured""".split()
)
# What a report asks for, or asks, or promises, is no link that it states.
UNREAL: frozenset[Act] = frozenset(("asks", "demands", "promises", "predicts"))


@dataclass(frozen=True, slots=True)
class Saying:
    """The innermost statement that holds a link, and how surely its attribution by itself puts what it says."""

    statement: Statement
    certainty: Certainty


@dataclass(slots=True)
class Sayings:
    """The statements of the text in order of their beginning, to be looked up by where a word stands."""

    tokens: Tokens
    statements: Sequence[Statement]
    starts: list[int]

    def at(self, start: int) -> list[Statement]:
        """Return the innermost statement whose content holds a character, and others that hold it on another's word.

        "A accused B of X, which C denied" says X twice: once as A alleges and once as C denies it.
        """
        found = [
            statement
            for statement in self.statements[: bisect_right(self.starts, start)]
            if statement.content[-1].end > start and any(span.start <= start < span.end for span in statement.content)
        ]
        found.sort(key=lambda statement: sum(span.end - span.start for span in statement.content))
        kept: list[Statement] = []
        for statement in found:
            names = [voice.name for voice in statement.voices]
            if not kept or (
                names
                and statement.act != kept[0].act
                and "denies" in (statement.act, kept[0].act)
                and names[0] not in [v.name for v in kept[0].voices]
            ):
                kept.append(statement)
        return kept[:2]

    def near(self, start: int, end: int) -> Statement | None:
        """Return the first statement of a stretch, where none holds the link itself."""
        inside = [s for s in self.statements if s.content[0].start < end and s.content[-1].end > start]
        return min(inside, key=lambda s: s.content[0].start) if inside else None


def sayings_of(tokens: Tokens, statements: Sequence[Statement]) -> Sayings:
    """Return the look-up of a text's statements."""
    inside = sorted((s for s in statements if s.within == "text"), key=lambda s: s.content[0].start)
    return Sayings(tokens, inside, [s.content[0].start for s in inside])


def cue_certainty(statement: Statement, tokens: Tokens) -> Certainty:
    """Return how surely the attribution puts its content, hedges inside the content left out of account.

    A hedge counts where it stands beside the link, so that "X, which may own Y, is part of Z" weakens one link only.
    """
    if not statement.hedges:
        return statement.certainty
    known = _BY_ACT.get(statement.act)
    if known is not None:
        return known
    cue = " ".join(span.cut(tokens.text).lower() for span in statement.cue)
    if any(word in _UNSTATED_CUES for word in cue.split()):
        return "unstated"
    return (
        "probable"
        if any(word in ("suggests", "indicates", "suggest", "indicate") for word in cue.split())
        else "certain"
    )
