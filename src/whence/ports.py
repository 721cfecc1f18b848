"""What do we need from the world? Each port is a Protocol of at most five methods, with a plain adapter in memory."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from whence.model.base_map import Detail, Outlines
from whence.model.entity import EntityDecision, HeldOccurrence
from whence.model.finding import FoundName, Proposal, TextFindings
from whence.model.judgement import Judgement
from whence.model.pieces import LabelSteps, Pieces, RoleScores, WordScores
from whence.model.place import KnownPlace
from whence.model.register import Company, Register, RegisterContent
from whence.model.report import Failure, Report
from whence.model.spans import Spans
from whence.model.statement import Understanding
from whence.model.stemma import Trace
from whence.model.story import StoryChange
from whence.model.values import RefusedRow
from whence.model.watchlist import MatchDecision, Purpose, ShownMatch, WatchEntry, Watchlist

Vectors = NDArray[np.float32]
Item = TypeVar("Item")


class Encoder(Protocol):
    """Turns texts into vectors whose dot product says how alike they read."""

    @property
    def identity(self) -> str:
        """Name, version and weights digest; part of what made anything derived from its vectors."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, shape (len(texts), dimensions), float32; the same in every batch."""


class Tagger(Protocol):
    """Reads the words of a text once and says which are cues and names, and what belongs to a cue."""

    @property
    def identity(self) -> str:
        """Name, version and weights digest; part of what made anything read with it."""

    @property
    def at_once(self) -> int:
        """Texts that may be read at a time, each on a thread of its own."""

    def pieces(self, text: str) -> Pieces:
        """Return the words and pieces of a text."""

    def words(self, pieces: Pieces, low: int, high: int) -> WordScores:
        """Return the scores of the words `low` to `high` (exclusive), read apart from the rest of the text."""

    def roles(self, words: WordScores, cues: Sequence[tuple[int, int]]) -> RoleScores:
        """Return the scores relative to each cue, a range of words of the stretch that `words` is about."""

    def steps(self) -> LabelSteps:
        """Return how well each label follows another."""


class Finder(Protocol):
    """Finds attributions and names in a text: the built-in network, or others beside it."""

    @property
    def identity(self) -> str:
        """Name, version and weights digest of all that takes part; part of what made anything read with it."""

    @property
    def remote(self) -> str | None:
        """The address that texts are sent to, where it is not surely on this computer; None where all is read here."""

    @property
    def at_once(self) -> int:
        """Texts that may be read at a time, each on a thread of its own; 1 where they have to come one by one."""

    def find(self, text: str, *, outlet: str | None) -> TextFindings:
        """Return what is found in a text that an outlet published."""


class NameFinder(Protocol):
    """Finds names in a text, in place of the built-in reader."""

    @property
    def identity(self) -> str:
        """Name and version of what finds them; part of what made anything read with it."""

    def find(self, text: str) -> tuple[FoundName, ...]:
        """Return the names of a text in reading order, none overlapping another."""


class Proposer(Protocol):
    """Proposes the attributions of a passage, in place of the built-in reader; its words are checked afterwards."""

    @property
    def identity(self) -> str:
        """Name of the model and address it is asked at; part of what made anything read with it."""

    def propose(self, passage: str, *, outlet: str | None) -> tuple[Proposal, ...]:
        """Return what the passage attributes, in its own words; raise ProposerFailed where no usable answer came."""


class Gazetteer(Protocol):
    """Knows the world's places by their names."""

    @property
    def identity(self) -> str:
        """Name and digest of the table; part of what made anything placed with it."""

    def holds(self, names: Sequence[str]) -> list[bool]:
        """Tell of each name, however spelled, whether any place bears it."""

    def find(self, names: Sequence[str]) -> list[tuple[KnownPlace, ...]]:
        """Return for each name, however spelled, the places that bear it, the most populous first; () where none."""


# A text and passages of it.
TextPassages = tuple[str, Sequence[Spans]]


class PassageEncoder(Protocol):
    """Turns passages of a text into vectors, each as it is read in that text."""

    @property
    def identity(self) -> str:
        """Name and version of what computes them; part of what made anything derived from them."""

    def encode(self, texts: Sequence[TextPassages]) -> list[Vectors]:
        """Return for each text one unit vector a passage of it, shape (passages, n), float32."""


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""


class Fetcher(Protocol):
    """Brings the bytes behind an address."""

    def fetch(self, url: str) -> bytes:
        """Return the bytes, or raise NetworkRefused where the run was not told to use the network."""


class Originals(Protocol):
    """Keeps bytes as they came, write-once, by their SHA-256."""

    def put(self, data: bytes) -> str:
        """Keep the bytes durably and return their SHA-256 in hex; the same bytes twice are kept once."""

    def get(self, sha256: str) -> bytes:
        """Return the bytes; raise CaseDamaged where they are missing or no longer match their name."""

    def has(self, sha256: str) -> bool:
        """Tell whether the bytes are kept."""


class Reports(Protocol):
    """Keeps reports and their versions."""

    def add(self, report: Report) -> bool:
        """Keep a report; return False where the same one (same inner id) is kept already."""

    def current(self) -> list[Report]:
        """Return the newest version of every report, in order of arrival."""

    def ids(self) -> list[str]:
        """Return the inner id of every report, older versions among them, in order of arrival; no text is read."""

    def held(self, report_ids: Sequence[str]) -> dict[str, Report]:
        """Return those of the reports that the case holds, by inner id."""

    def of_outlet(self, outlet: str, limit: int) -> list[Report]:
        """Return the last reports of an outlet to arrive, the newest first."""

    def versions(self, report_id: str) -> list[Report]:
        """Return the versions of the report that `report_id` is one of, oldest first; none where it is unknown.

        Those that differ in neither text nor title are one, shown as the last of them to arrive.
        """

    def search(self, query: str, limit: int) -> list[tuple[str, str]]:
        """Return (inner id, snippet) of the reports whose title or text holds the words, best first."""


class Findings(Protocol):
    """Keeps what was derived: understandings by text and maker, failures, and the last trace."""

    def understanding(self, text_sha256: str, made_by_digest: str) -> Understanding | None:
        """Return what was understood of a text by that maker, or None."""

    def keep_understanding(self, understanding: Understanding, made_by_digest: str) -> None:
        """Keep what was understood of a text, in place of what the same maker found before."""

    def keep_trace(self, trace: Trace, at: datetime) -> None:
        """Keep a finished trace with the time of its run; earlier ones stay."""

    def last_trace(self) -> Trace | None:
        """Return the newest finished trace, or None."""

    def traced(self) -> frozenset[str]:
        """Return the inner ids of the reports of the newest trace, and of their earlier versions."""

    def stories_with(self, nodes: Collection[str]) -> Trace | None:
        """Return the newest trace with only the stories that speak of any of these reports or voices, or None."""

    def keep_stories(self, fresh: Trace, at: datetime) -> None:
        """Keep a new trace: the newest with the stories of `fresh` in the place of those that share a report with them.

        Raises LookupError where there is no trace to begin from.
        """

    def keep_failures(self, failures: Iterable[Failure], at: datetime) -> None:
        """Keep which inputs could not be used, and why."""


class Vectorstore(Protocol):
    """Keeps vectors of texts by the encoder that made them."""

    def vectors(self, texts: Sequence[str], encoder_identity: str) -> dict[str, Vectors]:
        """Return the kept vector of each text that has one."""

    def keep_vectors(self, vectors: dict[str, Vectors], encoder_identity: str) -> None:
        """Keep one vector a text."""


class Judgements(Protocol):
    """Keeps what people decided; nothing is ever changed, only added and taken back."""

    def add(self, judgement: Judgement) -> Judgement:
        """Keep a judgement and return it with its number."""

    def all(self) -> list[Judgement]:
        """Return every judgement ever made, oldest first, those taken back among them."""

    def undo(self, number: int, at: datetime) -> bool:
        """Take a judgement back; return False where there is none of that number in force."""


class StoryIndex(Protocol):
    """Finds reports by the words that tell most about them, and keeps what became of stories."""

    def missing(self, reports: Sequence[str]) -> list[str]:
        """Return those of the reports that are not in the index yet, in order."""

    def add(self, report: str, heaviest: Sequence[str], every: Iterable[str], day: float | None) -> None:
        """Put a report into the index under its heaviest words; count every word of it. `day` is one since 1970."""

    def count(self, words: Iterable[str]) -> tuple[int, Mapping[str, int]]:
        """Return how many reports there are in the index, and in how many each of the words stands."""

    def near(
        self, words: Sequence[str], day: float | None, *, within: float, most_holders: int, limit: int
    ) -> list[str]:
        """Return the reports that share most of the words, two at least, within so many days; those without a day too.

        Words that more than `most_holders` reports have tell nothing and would take long.
        """

    def log(self, changes: Iterable[StoryChange], at: datetime) -> None:
        """Write down what became of stories, behind what is written already."""

    def changes(self) -> list[StoryChange]:
        """Return everything that became of stories, oldest first."""


class Registers(Protocol):
    """Keeps imported company registers: each file's companies, and its rows as they stand there."""

    def add(self, register: Register, content: RegisterContent) -> bool:
        """Keep a register with all that its file holds; return False where the same one is kept already."""

    def all(self) -> list[Register]:
        """Return every register, in order of arrival."""

    def companies(self, registers: Collection[str]) -> list[Company]:
        """Return the companies of these registers, register by register in order of arrival, in the file's order."""

    def rows(self, register: str, lines: Collection[int]) -> dict[int, str]:
        """Return rows of a register as they stand in the file, by line."""

    def refused(self, register: str) -> list[RefusedRow]:
        """Return the rows of a register that were refused and the cells that were passed over, with the reasons."""


class Entities(Protocol):
    """Keeps which things reports name and as which entities, and finds those with like names."""

    def put(self, held: Iterable[HeldOccurrence], decisions: Iterable[EntityDecision], *, anew: bool) -> None:
        """Keep occurrences with their entities, and what was decided; with `anew` in the place of all before."""

    def holders(self, keys: Collection[str], *, most: int) -> list[tuple[str, str, str]]:
        """Return (key, occurrence id, report id) under each of the keys, those left out that more than `most` have."""

    def held(self, occurrences: Collection[str]) -> list[HeldOccurrence]:
        """Return those of the occurrences that the case holds, by id; without keys."""

    def all(self) -> list[HeldOccurrence]:
        """Return every occurrence with its entity, by id; without keys."""

    def decisions(self) -> list[EntityDecision]:
        """Return what runs decided, by the ids of the two."""


class Watchlists(Protocol):
    """Keeps imported watchlists: every version by what is known of it, the entries of the newest of each series."""

    def keep(self, watchlist: Watchlist, entries: Sequence[WatchEntry], index: bytes) -> Watchlist:
        """Keep a version in the place of the one of its series before, and return it with its number."""

    def all(self) -> list[Watchlist]:
        """Return every version ever imported, oldest first; those that a newer one replaced are marked."""

    def index(self, number: int) -> bytes:
        """Return the index of names of a version; raise LookupError where none of that number is in force."""

    def entries(self, number: int, places: Collection[int]) -> dict[int, WatchEntry]:
        """Return the entries at these places of a version that is in force, in the order they were given in."""


class Screenings(Protocol):
    """Keeps why persons are screened in a case, and under which number each possible match was shown."""

    def add_purpose(self, purpose: Purpose) -> None:
        """Keep a purpose; earlier ones stay."""

    def purposes(self) -> list[Purpose]:
        """Return every purpose ever written down, oldest first."""

    def number(self, matches: Sequence[ShownMatch]) -> list[ShownMatch]:
        """Return the matches with their numbers: the one that each was shown under before, or a new one."""

    def shown(self) -> list[ShownMatch]:
        """Return every match that was ever shown, by number."""


class MatchDecisions(Protocol):
    """Keeps what people decided about possible matches; nothing is ever changed, only added and taken back."""

    def add(self, decision: MatchDecision) -> MatchDecision:
        """Keep a decision and return it with its number."""

    def all(self) -> list[MatchDecision]:
        """Return every decision ever made, oldest first, those taken back among them."""

    def undo(self, number: int, at: datetime) -> bool:
        """Take a decision back; return False where there is none of that number in force."""


class Case(Protocol):
    """One case, open: its stores. Who opens the unit of work closes it."""

    @property
    def originals(self) -> Originals:
        """The bytes as they came."""

    @property
    def reports(self) -> Reports:
        """Reports and their versions."""

    @property
    def findings(self) -> Findings:
        """What was derived from them."""

    @property
    def vectors(self) -> Vectorstore:
        """Vectors of texts."""

    @property
    def judgements(self) -> Judgements:
        """What people decided."""

    @property
    def story_index(self) -> StoryIndex:
        """Reports by their telling words, and what became of stories."""

    @property
    def registers(self) -> Registers:
        """Imported company registers."""

    @property
    def entities(self) -> Entities:
        """Which things reports name, as which entities."""

    @property
    def watchlists(self) -> Watchlists:
        """Imported watchlists."""

    @property
    def screenings(self) -> Screenings:
        """Why persons are screened, and which matches were shown."""

    @property
    def match_decisions(self) -> MatchDecisions:
        """What people decided about possible matches."""

    def unit(self) -> AbstractContextManager[None]:
        """Return a unit of work: all that is written inside is kept whole at its end, or not at all.

        A unit inside another is part of it: kept when the outer one is, taken back alone where it fails.
        """


class Progress(Protocol):
    """Is told how far a run has come."""

    def advance(self, what: str, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items, showing how many of them are done; of how many, where their number is known."""

    def keep(self, number: int) -> None:
        """Be told that so many more inputs are kept whole, whatever becomes of the rest of the run."""


class BaseMap(Protocol):
    """Holds the outlines that a map of places is drawn over."""

    def outlines(self, detail: Detail) -> Outlines:
        """Return coasts, borders and names of countries, as closely as `detail` says."""
