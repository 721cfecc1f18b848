"""What becomes of a case when a person says why persons are screened, or confirms or rejects a possible match?"""

from datetime import date, timedelta

from whence.errors import FixUsage, NoSuchThing
from whence.model.watchlist import MatchDecision, MatchVerdict, Purpose, ShownMatch
from whence.ports import Case, Clock

# The longest that persons are screened for one purpose before somebody has to say again why.
LONGEST_DAYS = 365


def add_purpose(case: Case, text: str, until: date, *, who: str, clock: Clock) -> Purpose:
    """Write down why persons are screened and until which day; raise FixUsage for a day past, or over a year away."""
    now = clock.now()
    latest = now.date() + timedelta(days=LONGEST_DAYS)
    if not now.date() <= until <= latest:
        raise FixUsage(
            f"Found {until} as the last day of the purpose, expected one from {now.date()} to {latest}.",
            hint=f"Type --until DATE, a year at most: --until {latest}",
        )
    purpose = Purpose(text, until.isoformat(), who, now.isoformat())
    case.screenings.add_purpose(purpose)
    return purpose


def decide(case: Case, shown: ShownMatch, verdict: MatchVerdict, *, who: str, note: str, clock: Clock) -> MatchDecision:
    """Keep what a person says of a match that was shown; what was said of it before is taken back, on record."""
    decision = MatchDecision(verdict, shown.one, shown.series, shown.entry, who, clock.now().isoformat(), note)
    with case.unit():
        undo_decision(case, shown, clock=clock)
        return case.match_decisions.add(decision)


def undo_decision(case: Case, shown: ShownMatch, *, clock: Clock) -> bool:
    """Take back what holds of a match that was shown; return False where nothing does."""
    held = [each for each in case.match_decisions.all() if each.undone_at is None and each.is_of(shown)]
    for each in held:
        case.match_decisions.undo(each.number, clock.now())
    return bool(held)


def find_shown(case: Case, number: int) -> ShownMatch:
    """Return the match that was shown under a number; raise NoSuchThing where none was."""
    shown = next((match for match in case.screenings.shown() if match.number == number), None)
    if shown is None:
        raise NoSuchThing(
            f"No possible match was shown under the number {number} in this case.",
            hint="See them: whence watchlist screen --case FILE",
        )
    return shown
