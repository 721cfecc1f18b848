"""What did a person decide about a case? Never overwritten by a run, always undoable."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

About = Literal["claims", "voices", "reports", "entities", "edge", "report", "voice"]
Verdict = Literal["same", "not_same", "unsure", "retracted", "refuted", "corrected"]

# Which verdicts may be given about what: two things are the same or not, one thing no longer stands.
OF_TWO: tuple[Verdict, ...] = ("same", "not_same", "unsure")
OF_ONE: tuple[Verdict, ...] = ("retracted", "refuted", "corrected")
TWO_OF: tuple[About, ...] = ("claims", "voices", "reports", "entities", "edge")
ONE_OF: tuple[About, ...] = ("report", "voice")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: about two claims, voices or reports, an edge (`one` depends on `other`), or one report or voice.

    `one` and `other` are ids that survive a run: of a claim the ids of its mentions, of anything else its own alone.
    `other` is empty where the verdict is about one thing. `at` is ISO 8601; `undone_at` says when it was taken back.
    """

    about: About
    verdict: Verdict
    one: tuple[str, ...]
    other: tuple[str, ...]
    who: str
    at: str
    note: str = ""
    number: int = 0
    undone_at: str | None = None

    def says_the_same(self, other: "Judgement") -> bool:
        """Tell whether both give one verdict about the same things; those of an edge have their order, others none.

        >>> one = Judgement("voices", "same", ("v1",), ("v2",), "ed", "2031-03-02T08:00:00+00:00")
        >>> one.says_the_same(Judgement("voices", "same", ("v2",), ("v1",), "al", "2031-03-02T09:00:00+00:00"))
        True
        """
        ways = [(self.one, self.other), *([(self.other, self.one)] if self.about != "edge" else [])]
        return (self.about, self.verdict) == (other.about, other.verdict) and (other.one, other.other) in ways


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements in force, ready to be looked up: `pairs` of two things, and what is said of single ones."""

    pairs: tuple[Judgement, ...] = ()
    marks: tuple[tuple[str, Verdict], ...] = ()
    edges: tuple[tuple[str, str, bool], ...] = ()
    voices_apart: frozenset[frozenset[str]] = field(default_factory=frozenset)

    def of(self, about: About) -> tuple[Judgement, ...]:
        """Return the judgements about two things of a sort, in the order they were made."""
        return tuple(judgement for judgement in self.pairs if judgement.about == about)


NOTHING_JUDGED = Judged()


def still_held(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that hold: the newest about the same things wins, those taken back are gone.

    >>> one = Judgement("report", "retracted", ("r1",), (), "ed", "2031-03-02T08:00:00+00:00")
    >>> two = Judgement("report", "corrected", ("r1",), (), "ed", "2031-03-02T09:00:00+00:00")
    >>> [judgement.verdict for judgement in still_held([one, two])]
    ['corrected']
    """
    newest: dict[tuple[About, frozenset[tuple[str, ...]]], Judgement] = {}
    for judgement in judgements:
        if judgement.undone_at is None:
            key = (judgement.about, frozenset((judgement.one, judgement.other)))
            newest.pop(key, None)
            newest[key] = judgement
    return tuple(newest.values())


def in_force(judgements: Iterable[Judgement]) -> Judged:
    """Return what holds (`still_held`), ready to be looked up.

    >>> one = Judgement("report", "retracted", ("r1",), (), "ed", "2031-03-02T08:00:00+00:00")
    >>> in_force([one]).marks
    (('r1', 'retracted'),)
    """
    held = still_held(judgements)
    return Judged(
        pairs=tuple(j for j in held if j.about in ("claims", "voices", "reports", "entities")),
        marks=tuple((j.one[0], j.verdict) for j in held if j.about in ONE_OF),
        edges=tuple((j.one[0], j.other[0], j.verdict == "same") for j in held if j.about == "edge"),
        voices_apart=frozenset(
            frozenset((j.one[0], j.other[0])) for j in held if j.about == "voices" and j.verdict == "not_same"
        ),
    )
