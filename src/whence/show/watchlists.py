"""How is it told what a watchlist is, and which entries a name may be? Possible matches, with reasons each way."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rich.text import Text

from whence.model.watchlist import (
    ImportedList,
    MatchDecision,
    PossibleMatch,
    Purpose,
    Screening,
    ShownMatch,
    Watchlist,
)
from whence.show.judgements import instant_in_words
from whence.show.wording import count_of, plain


def list_in_words(watchlist: Watchlist) -> str:
    """Return what a list is: its name, publisher, version and licence, when it was imported, and what it holds."""
    source = watchlist.source
    state = "; replaced by a newer version" if watchlist.superseded else ""
    return (
        f"{watchlist.number} {plain(source.name)}, {plain(watchlist.version)}; publisher: "
        f"{plain(source.publisher)}; licence: {plain(source.licence)}; {entries_in_words(watchlist)}; imported "
        f"{instant_in_words(watchlist.at)}{state}"
    )


def entries_in_words(watchlist: Watchlist) -> str:
    """Return how many entries a list has, and how many rows of it were refused."""
    entries = count_of(watchlist.entries, "entry", "entries")
    return f"{entries}, {count_of(watchlist.refused, 'row')} refused" if watchlist.refused else entries


def import_in_words(imported: ImportedList) -> str:
    """Return what an import came to, with how many entries the version before had."""
    was = "" if imported.before is None else f"; the version before had {imported.before:,}"
    return f"{list_in_words(imported.watchlist)}{was}"


def purpose_in_words(purpose: Purpose, today: date) -> str:
    """Return a purpose with its last day, and whether that is over."""
    over = "" if date.fromisoformat(purpose.until) >= today else " (over)"
    who = f"by {plain(purpose.who)}, {instant_in_words(purpose.at)}"
    return f"purpose until {purpose.until}{over}: {plain(purpose.text)} - {who}"


def screening_lines(screening: Screening, case: Path) -> Iterator[Text]:
    """Yield the lines of the answer in the terminal: the possible matches, then what is only counted and why.

    `case` is the file of the case, for the command that is named next.
    """
    matches = screening.matches
    found = count_of(len(matches), "possible match", "possible matches")
    yield Text(f"{count_of(screening.screened, 'name')} looked up; {found}.")
    for match in matches:
        yield from _match_lines(match)
    yield from _counted_lines(screening, case)


def _match_lines(match: PossibleMatch) -> Iterator[Text]:
    entry, source = match.entry, match.watchlist.source
    yield Text("")
    what = f"possible match with {plain(entry.name)}, score {match.score:.2f}"
    yield Text(f"[{match.number}] {plain(match.screened.name)}: {what}", style="bold")
    if match.matched != entry.name:
        yield Text(f"    by its name {plain(match.matched)}")
    version = plain(match.watchlist.version)
    listed = f", listed {entry.listed_on}" if entry.listed_on else ""
    yield Text(
        f"    {plain(source.name)}, entry {plain(entry.id)}{listed}; {version}; licence: {plain(source.licence)}"
    )
    for reason in match.reasons:
        yield Text(f"    for: {plain(reason)}")
    for reason in match.against:
        yield Text(f"    against: {plain(reason)}")
    if match.decision:
        yield Text(f"    {decision_in_words(match.decision)}")


def decision_in_words(decision: MatchDecision) -> str:
    """Return what a person said of a match, who, when and why; words that a person chose, not ours."""
    note = f": {plain(decision.note)}" if decision.note else ""
    who = f"by {plain(decision.who)}, {instant_in_words(decision.at)}"
    return f"{decision.verdict} as a match {who}{note}"


def shown_in_words(shown: ShownMatch) -> str:
    """Return a match as it is named where only its number was typed."""
    return f"[{shown.number}] {plain(shown.name)} and {plain(shown.entry_name)}"


def _counted_lines(screening: Screening, case: Path) -> Iterator[Text]:
    if screening.name_only:
        persons = count_of(screening.name_only, "person's name", "persons' names")
        verb = "agrees" if screening.name_only == 1 else "agree"
        yield Text("")
        yield Text(f"{persons} {verb} with entries, but nothing else does: a name alone is not shown.")
    if screening.hidden:
        found = count_of(screening.hidden, "possible match", "possible matches")
        yield Text("")
        yield Text(f"{found} on persons hidden: the case has no purpose that has not ended.")
        yield Text(f'next: whence watchlist purpose "WHY PERSONS ARE SCREENED" --until DATE --case {case}')
