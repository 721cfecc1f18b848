"""What speaks for two statements of a story contradicting each other? One matrix a feature, as in `pair_features.py`.

To contradict, two statements must be about one thing, and one of them must turn it: by a negation, by a word that
rejects an account ("false", "a mistake"), by a word of the contrary meaning ("sealed" against "open"), by another
figure or another day. Nothing here is weighed: `conflicts.py` does that. All features are the same whichever of the
two comes first.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from whence.link.opposites import OPPOSITES
from whence.link.pair_features import Compared, Feature, Flags, Matrix, differing_amounts, differing_dates, outer
from whence.registry import Row, Table

# Log-odds of saying the same at which what turns a statement counts half.
_ON_TOPIC = -2.0


@dataclass(frozen=True)
class Opposed(Compared):
    """Statements side by side; `read` are the log-odds that they say the same, nothing set apart."""

    read: Matrix

    @cached_property
    def topic(self) -> Matrix:
        """How surely two statements are on one topic, 0 to 1: what turns a statement counts only there."""
        found: Matrix = 1 / (1 + np.exp(np.float32(_ON_TOPIC) - self.read))
        return found

    def flags(self, name: str) -> Flags:
        """Return a property of each statement."""
        return np.array([getattr(saying, name) for saying in self.sayings], np.bool_)

    def one_side(self, name: str) -> Matrix:
        """Return where one of two statements has a property and the other lacks it."""
        flags = self.flags(name)
        return np.not_equal.outer(flags, flags).astype(np.float32)

    def both_sides(self, name: str) -> Matrix:
        """Return where both statements have a property."""
        flags = self.flags(name)
        return np.logical_and.outer(flags, flags).astype(np.float32)

    @cached_property
    def opposites(self) -> Matrix:
        """Where one statement has a word and the other one of the contrary meaning, and neither has both."""
        words = [frozenset(saying.words) for saying in self.sayings]
        found = np.zeros((len(words), len(words)), np.bool_)
        for some, others in OPPOSITES:
            has_some = np.array([not some.isdisjoint(held) for held in words], np.bool_)
            has_other = np.array([not others.isdisjoint(held) for held in words], np.bool_)
            found |= np.logical_and.outer(has_some & ~has_other, has_other & ~has_some)
        return (found | found.T).astype(np.float32)

    @cached_property
    def origin(self) -> list[str]:
        """The last voice of each statement's chain, "" for the report's own."""
        return [s.statement.voices[-1].name.casefold() if s.statement.voices else "" for s in self.sayings]


def _share_a_voice(opposed: Opposed) -> Matrix:
    names = np.array(opposed.origin)
    found: Matrix = (np.equal.outer(names, names) & (names != "")[:, None]).astype(np.float32)
    return found


def _share_a_report(opposed: Opposed) -> Matrix:
    found: Matrix = np.equal.outer(opposed.report, opposed.report).astype(np.float32)
    return found


def _shorter(opposed: Opposed) -> Matrix:
    return outer(np.minimum, np.array([np.log1p(len(saying.words)) for saying in opposed.sayings], np.float32))


CONFLICTS: Table[Feature[Opposed]] = Table(
    "feature of two statements in conflict",
    (
        Row("read", lambda o: o.read, "who contradicts speaks of the same thing"),
        Row("context", lambda o: o.context, "often in words that only the sentence before explains"),
        Row("least unusual context", lambda o: np.minimum(o.unusual_context, o.unusual_context.T), "some are like all"),
        Row("rare words", lambda o: o.words, "and in words of its own"),
        Row("topic", lambda o: o.topic, "the more alike beyond that, the rather the same"),
        Row("one denies", lambda o: o.one_side("denies"), "by a cue, or by its main clause"),
        Row("one may deny", lambda o: o.one_side("may_deny"), "by a negation in any clause"),
        Row("one holds a negation", lambda o: o.one_side("holds_negation") * o.topic, "a denial in its own words"),
        Row("both hold negations", lambda o: o.both_sides("holds_negation"), "where much is denied, more is"),
        Row("one rejects", lambda o: o.one_side("rejects") * o.topic, "an account is called false or a mistake"),
        Row("opposite words", lambda o: o.opposites, "sealed, and open"),
        Row("differing amounts", lambda o: differing_amounts(o) * o.topic, "nine dead are not nineteen"),
        Row("differing dates", differing_dates, "another day for the same thing"),
        Row("shared voice", _share_a_voice, "few contradict themselves"),
        Row("shared report", _share_a_report, "a report that gives both sides"),
        Row("shorter", _shorter, "short ones hold too little to be contradicted"),
    ),
)
