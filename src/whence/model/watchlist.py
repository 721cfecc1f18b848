"""What stands on a watchlist, what may match it, and what did a person decide? Lists, entries, possible matches.

An entry that agrees with a name is a possible match and never more: nothing here says that a thing *is* on a list.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from whence.model.ids import content_id

# What an entry is, as its list says; `unstated` where the list does not tell a person from a body.
EntryKind = Literal["person", "body", "vessel", "other", "unstated"]
MatchVerdict = Literal["confirmed", "rejected"]
# What agrees or not beside the name; each is counted once.
EvidenceKind = Literal["birth", "nationality", "country", "role", "place", "alias", "gender"]

NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class WatchEntry:
    """One entry of a list, as its publisher words it: `id` is the list's own, by which later versions are followed.

    `weak_names` are those that the publisher itself calls weak or of low quality. `births` are EDTF: "1971",
    "1971-03-04", "1970/1974" for a span of years, "1971~" for about.
    """

    id: str
    kind: EntryKind
    name: str
    aliases: tuple[str, ...] = ()
    weak_names: tuple[str, ...] = ()
    births: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    gender: str = ""
    listed_on: str = ""
    programmes: tuple[str, ...] = ()

    @property
    def may_be_person(self) -> bool:
        """Whether the rules for persons hold: also where the list does not say."""
        return self.kind in ("person", "unstated")


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """A row that could not be used: where it stands in which file, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class ListSource:
    """What a file says of itself and what is known of its publisher: `series` is one for all versions of a list."""

    series: str
    name: str
    publisher: str
    licence: str
    published: str = NOT_RECORDED


@dataclass(frozen=True, slots=True)
class Watchlist:
    """One version of a list in a case. `files` are the imported files with their SHA-256; `at` is ISO 8601."""

    source: ListSource
    files: tuple[tuple[str, str], ...]
    at: str
    entries: int
    refused: int
    number: int = 0
    superseded: bool = False

    @property
    def version(self) -> str:
        """What tells this version from others in a sentence: its date of publication, or else its checksum."""
        if self.source.published != NOT_RECORDED:
            return f"published {self.source.published}"
        return f"date {NOT_RECORDED}, SHA-256 {self.files[0][1][:12]}"


@dataclass(frozen=True, slots=True)
class ImportedList:
    """What an import came to: the list, the first rows that were refused, and how many entries were there before."""

    watchlist: Watchlist
    refused: tuple[RefusedEntry, ...]
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why persons are screened in a case, until which day (ISO), by whom and since when (ISO 8601)."""

    text: str
    until: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing beside the name that a report states: whether the entry agrees with it, said in words."""

    kind: EvidenceKind
    agrees: bool
    words: str


@dataclass(frozen=True, slots=True)
class ScreenedName:
    """A named thing to be looked up: `ids` are those by which a decision about it lasts (of an entity its occurrences).

    `family` is "person", "body" or "unstated" for a typed name. `stated` is what reports state of it as worded, by
    kind (nationality, role, age, place, alias); `contexts` are sentences that name it; `year` is when they were
    published.
    """

    ids: tuple[str, ...]
    name: str
    family: Literal["person", "body", "unstated"]
    aliases: tuple[str, ...] = ()
    stated: tuple[tuple[str, str], ...] = ()
    contexts: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """A name and an entry that agree: how surely (0 to 1), why and why not in words, and what agrees beside the name.

    `matched` is the entry's name that agreed best. `number` is given when the match is first shown, and lasts.
    """

    screened: ScreenedName
    entry: WatchEntry
    watchlist: Watchlist
    matched: str
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    number: int = 0
    decision: "MatchDecision | None" = None

    @property
    def concerns_person(self) -> bool:
        """Whether the rules for persons hold for it."""
        return concerns_person(self.screened, self.entry)

    @property
    def agreeing(self) -> frozenset[EvidenceKind]:
        """What agrees beside the name, each kind once."""
        return frozenset(evidence.kind for evidence in self.evidence if evidence.agrees)


@dataclass(frozen=True, slots=True)
class MatchDecision:
    """What a person said of a match: `one` are the lasting ids of the thing, `series` and `entry` the list's own."""

    verdict: MatchVerdict
    one: tuple[str, ...]
    series: str
    entry: str
    who: str
    at: str
    note: str = ""
    number: int = 0
    undone_at: str | None = None

    def is_about(self, match: PossibleMatch) -> bool:
        """Tell whether it is about this thing and this entry, in whatever version of the list."""
        return _is_about(self, match.watchlist.source.series, match.entry.id, match.screened.ids)

    def is_of(self, shown: "ShownMatch") -> bool:
        """Tell whether it is about the match that was shown so."""
        return _is_about(self, shown.series, shown.entry, shown.one)


@dataclass(frozen=True, slots=True)
class ShownMatch:
    """A match that was shown once, under its lasting number: the thing by ids and name, the entry by its list's id."""

    one: tuple[str, ...]
    series: str
    entry: str
    name: str
    entry_name: str
    number: int = 0

    def is_same_as(self, other: "ShownMatch") -> bool:
        """Tell whether both are of one thing and one entry, whatever the version of the list and whatever else joined.

        >>> one = ShownMatch(("o1",), "un-sc", "7", "A", "B")
        >>> one.is_same_as(ShownMatch(("o1", "o2"), "un-sc", "7", "A", "B"))
        True
        """
        return _is_about(self, other.series, other.entry, other.one)


def _is_about(known: "MatchDecision | ShownMatch", series: str, entry: str, ids: Iterable[str]) -> bool:
    """Tell whether it is of this entry and shares an id with this thing; a thing has more ids as others join it."""
    return (known.series, known.entry) == (series, entry) and not set(known.one).isdisjoint(ids)


@dataclass(frozen=True, slots=True)
class Screening:
    """What screening came to: matches that may be shown, best first, and what is only counted.

    `name_only` are persons of whom nothing but the name agrees; `hidden` are matches on persons that would be shown
    if the case had a purpose that has not ended.
    """

    matches: tuple[PossibleMatch, ...]
    screened: int
    name_only: int = 0
    hidden: int = 0
    purpose: Purpose | None = None


def concerns_person(screened: ScreenedName, entry: WatchEntry) -> bool:
    """Tell whether the rules for persons hold for a name and an entry: both may be one.

    >>> concerns_person(ScreenedName(("o1",), "A", "unstated"), WatchEntry("7", "unstated", "A"))
    True
    """
    return entry.may_be_person and screened.family != "body"


def typed_name_id(name: str) -> str:
    """Return the lasting id of a name that a person typed; capitals and blanks make no other.

    >>> typed_name_id("Lena  Torv") == typed_name_id("LENA TORV")
    True
    """
    return content_id("n", " ".join(name.casefold().split()))


def in_force(decisions: Iterable[MatchDecision], match: PossibleMatch) -> MatchDecision | None:
    """Return what was said of a match last and not taken back."""
    held = [decision for decision in decisions if decision.undone_at is None and decision.is_about(match)]
    return held[-1] if held else None
