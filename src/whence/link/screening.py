"""Which entries of watchlists may a named thing be, and what may be shown of that? Possible matches, never more.

The score is a sum of log-odds: what agrees only raises it, what contradicts only lowers it. Of a person a match is
shown only where something beside the name agrees and the case has a purpose that has not ended.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from whence.link.screening_evidence import StatedFacts, entry_facts, find_evidence, stated_facts
from whence.link.screening_index import KINDS, NameIndex
from whence.link.screening_names import NameAgreement, NameWords, compare_names, name_words
from whence.link.screening_options import ScreeningOptions
from whence.link.screening_weights import BIAS, WEIGHTS
from whence.model.entity import CaseEntity
from whence.model.statement import EntityKind
from whence.model.watchlist import (
    EntryKind,
    Evidence,
    EvidenceKind,
    PossibleMatch,
    Purpose,
    ScreenedName,
    Screening,
    WatchEntry,
    Watchlist,
    concerns_person,
)
from whence.text.name_forms import NameFamily

DEFAULTS = ScreeningOptions()
# What all that may agree beside a name can add: under it a name is not looked at further.
_MOST_EVIDENCE = sum(weight for name, weight in WEIGHTS.items() if name.startswith("+"))
# Which kinds of entities may stand on a list, and how their names are read.
FAMILIES: Mapping[EntityKind, Literal["person", "body"]] = {
    "person": "person",
    "organisation": "body",
    "armed_group": "body",
    "government": "body",
    "outlet": "body",
    "facility": "body",
}
# What counts as agreeing beside the name of a person. How somebody is spoken of does not.
_ATTRIBUTES: frozenset[EvidenceKind] = frozenset(("birth", "nationality", "country", "role", "place", "alias"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry of a list whose name is near: its number, the name that agrees best, how, and log-odds of that alone."""

    entry: int
    matched: str
    agreement: NameAgreement
    log_odds: float


@dataclass(slots=True)
class NameReader:
    """Names cut into words, each once for a whole screening."""

    _read: dict[tuple[str, NameFamily], NameWords] = field(default_factory=dict)

    def words(self, name: str, family: NameFamily) -> NameWords:
        """Return a name ready to be compared."""
        key = (name, family)
        if key not in self._read:
            self._read[key] = name_words(name, family)
        return self._read[key]


def screened_entity(
    entity: CaseEntity, contexts: Iterable[str] = (), *, year: int | None = None
) -> ScreenedName | None:
    """Return an entity of a case as it is looked up, or None for what is not named or cannot stand on a list.

    What a report only describes is never looked up.
    """
    family = FAMILIES.get(entity.kind)
    if family is None or not entity.named:
        return None
    return ScreenedName(
        ids=tuple(occurrence.id for occurrence in entity.occurrences) or (entity.id,),
        name=entity.name,
        family=family,
        aliases=entity.aliases,
        stated=tuple(dict.fromkeys((attribute.kind, attribute.worded) for attribute in entity.attributes)),
        contexts=tuple(contexts),
        year=year,
    )


def find_candidates(
    screened: ScreenedName, index: NameIndex, *, reader: NameReader, options: ScreeningOptions = DEFAULTS
) -> list[Candidate]:
    """Return the entries of a list that a name may be as far as names go, each once, surest first."""
    best: dict[int, Candidate] = {}
    least = _odds(options.least) - _MOST_EVIDENCE
    for name in (screened.name, *screened.aliases):
        for row in index.near(name, most=options.names, least=options.share):
            family = _family(screened, KINDS[index.kinds[row]])
            if family is None:
                continue
            listed = index.names[row]
            agreement = compare_names(reader.words(name, family), reader.words(listed, family))
            log_odds = BIAS + _weigh(agreement.values) + (WEIGHTS["body"] if family == "body" else 0.0)
            entry = int(index.entries[row])
            if log_odds >= least and (entry not in best or best[entry].log_odds < log_odds):
                best[entry] = Candidate(entry, listed, agreement, log_odds)
    return sorted(best.values(), key=lambda candidate: -candidate.log_odds)


def _family(screened: ScreenedName, kind: EntryKind) -> NameFamily | None:
    """Return how both names are read, or None where the one is a person and the other is none."""
    if kind == "unstated":
        return "person" if screened.family == "person" else "body"
    family: NameFamily = "person" if kind == "person" else "body"
    return family if screened.family in (family, "unstated") else None


def _weigh(values: Mapping[str, float]) -> float:
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in values.items())


def _odds(probability: float) -> float:
    return math.log(probability / (1 - probability))


def match_entry(
    screened: ScreenedName,
    candidate: Candidate,
    entry: WatchEntry,
    watchlist: Watchlist,
    *,
    facts: StatedFacts | None = None,
) -> PossibleMatch:
    """Return the match of a name and an entry, with all that agrees and does not in words."""
    facts = stated_facts(screened) if facts is None else facts
    evidence = find_evidence(facts, entry_facts(entry, candidate.matched), is_person=concerns_person(screened, entry))
    weak = candidate.matched in entry.weak_names
    log_odds = candidate.log_odds + _weigh_evidence(evidence) + (WEIGHTS["weak"] if weak else 0.0)
    against = [*candidate.agreement.against, *(found.words for found in evidence if not found.agrees)]
    if weak:
        against.append("the list itself calls this name weak")
    return PossibleMatch(
        screened=screened,
        entry=entry,
        watchlist=watchlist,
        matched=candidate.matched,
        score=1 / (1 + math.exp(-log_odds)),
        reasons=(*candidate.agreement.reasons, *(found.words for found in evidence if found.agrees)),
        against=tuple(against),
        evidence=evidence,
    )


def _weigh_evidence(evidence: Sequence[Evidence]) -> float:
    return sum(WEIGHTS[evidence_name(found)] for found in evidence)


def evidence_name(found: Evidence) -> str:
    """Return what a piece of evidence is called among the weights.

    >>> evidence_name(Evidence("birth", False, "born 1971 as stated, on the list 1960"))
    '-birth'
    """
    return ("+" if found.agrees else "-") + found.kind


def permitted(
    matches: Iterable[PossibleMatch], *, screened: int, purpose: Purpose | None, options: ScreeningOptions = DEFAULTS
) -> Screening:
    """Return what may be shown of the matches that are sure enough, best first; the rest is only counted.

    `purpose` is the one in force, or None. Bodies and vessels need none.
    """
    sure = [match for match in matches if match.score >= options.least]
    shown: list[PossibleMatch] = []
    name_only: set[tuple[str, ...]] = set()
    hidden = 0
    for match in sorted(sure, key=lambda match: (-match.score, match.screened.name, match.entry.id)):
        if not match.concerns_person:
            shown.append(match)
        elif not match.agreeing & _ATTRIBUTES:
            name_only.add(match.screened.ids)
        elif purpose is None:
            hidden += 1
        else:
            shown.append(match)
    told = {match.screened.ids for match in shown}
    return Screening(tuple(shown), screened, len(name_only - told), hidden, purpose)
