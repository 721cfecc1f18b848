"""What does `whence watchlist` do? Imports lists, keeps a purpose and decisions, looks names up."""

import getpass
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from whence.app import Session
from whence.errors import FixUsage, NoSuchThing
from whence.flow.match_decisions import add_purpose, decide, find_shown, undo_decision
from whence.model.ids import options_digest
from whence.model.report import MadeBy
from whence.model.watchlist import MatchVerdict, ScreenedName, typed_name_id
from whence.show.cli.exit_codes import DONE, SOME_FAILED
from whence.show.cli.options import SettingFlags, check_format
from whence.show.cli.running import settings_of
from whence.show.cli.terminal import Terminal, write_answer, writing_answers
from whence.show.export.json_text import encode_json
from whence.show.export.screening_json import screening_document
from whence.show.watchlists import (
    decision_in_words,
    import_in_words,
    list_in_words,
    purpose_in_words,
    screening_lines,
    shown_in_words,
)
from whence.show.wording import count_of, plain
from whence.version import __version__

FORMATS = ("text", "json")
VERDICTS: dict[str, MatchVerdict] = {"confirm": "confirmed", "reject": "rejected"}
_HOW = (
    "Type one of: whence watchlist import FILE...; list; purpose TEXT --until DATE; screen [NAME...]; confirm NUMBER;"
    " reject NUMBER; undo NUMBER - each with --case FILE."
)
# Between a name that is typed and what is known of its bearer.
KNOWN = ";"
_DAYS = re.compile(r"(\d{1,9})\s?d(?:ays?)?")


@dataclass(frozen=True, slots=True)
class WatchlistRequest:
    """What was typed: the words in order, the case, and the options."""

    words: tuple[str, ...]
    case: Path
    until: str | None
    who: str | None
    note: str
    format: str
    flags: SettingFlags


def run_watchlist(request: WatchlistRequest, terminal: Terminal) -> int:
    """Do what was asked, and return the exit code."""
    check_format(request.format, FORMATS)
    settings = settings_of(request.flags)
    verb, rest = request.words[0], request.words[1:]
    # The first list may be imported into a case that is not there yet.
    is_import = verb == "import"
    progress = terminal.progress()
    with Session.open(settings, case_path=request.case, progress=progress, create=is_import) as session:
        if is_import:
            return _import(session, rest, terminal)
        if verb == "list" and not rest:
            return _list(session, request.case, terminal)
        if verb == "purpose":
            return _purpose(session, rest, request, terminal)
        if verb == "screen":
            return _screen(session, rest, request, terminal)
        if verb in (*VERDICTS, "undo"):
            return _decide(session, verb, rest, request, terminal)
    raise FixUsage(f"Found {' '.join(request.words)}, which is nothing to do with a watchlist.", hint=_HOW)


def _import(session: Session, rest: tuple[str, ...], terminal: Terminal) -> int:
    if not rest:
        raise FixUsage("Found no file after import, expected the files of a watchlist.", hint=_HOW)
    imported, failures = session.import_watchlists([Path(path) for path in rest])
    terminal.list_failures(failures)
    for each in imported:
        for row in each.refused:
            terminal.list_refused_entry(row)
        if each.watchlist.refused > len(each.refused):
            terminal.tell(f"and {count_of(each.watchlist.refused - len(each.refused), 'row')} more left out")
        if each.watchlist.entries:
            _write(import_in_words(each))
        else:
            terminal.tell(f"{plain(each.watchlist.files[0][0])}: no entry could be used; nothing was kept")
    return SOME_FAILED if failures or any(each.watchlist.refused for each in imported) else DONE


def _list(session: Session, case: Path, terminal: Terminal) -> int:
    lists = session.case.watchlists.all()
    if not lists:
        raise NoSuchThing(
            "This case holds no watchlist.", hint=f"Import one: whence watchlist import FILE... --case {case}"
        )
    for watchlist in lists:
        _write(list_in_words(watchlist))
    for purpose in session.case.screenings.purposes()[-1:]:
        terminal.tell(purpose_in_words(purpose, session.clock.now().date()))
    return DONE


def _purpose(session: Session, rest: tuple[str, ...], request: WatchlistRequest, terminal: Terminal) -> int:
    text = " ".join(" ".join(rest).split())
    if not text or request.until is None:
        missing = "no text" if not text else "no --until"
        raise FixUsage(
            f"Found {missing} with purpose, expected why persons are screened, and until which day.",
            hint=f'Type: whence watchlist purpose "WHY" --until 2031-06-01 --case {request.case}',
        )
    until = _last_day(request.until, session.clock.now().date())
    who = request.who or getpass.getuser()
    purpose = add_purpose(session.case, text, until, who=who, clock=session.clock)
    _write(purpose_in_words(purpose, session.clock.now().date()))
    terminal.tell(f"after {purpose.until} possible matches on persons are hidden until a purpose is written down again")
    return DONE


def _last_day(text: str, today: date) -> date:
    """Return the day that is meant by a date, or by so many days from today; raise FixUsage where it is neither."""
    days = _DAYS.fullmatch(text.strip())
    try:
        return today + timedelta(days=int(days[1])) if days else date.fromisoformat(text.strip())
    except (ValueError, OverflowError):
        hint = 'Type a day as in --until 2031-06-01, or --until "90 days".'
        raise FixUsage(f"Found {text!r} after --until, expected a day.", hint=hint) from None


def _screen(session: Session, rest: tuple[str, ...], request: WatchlistRequest, terminal: Terminal) -> int:
    year = session.clock.now().year
    screening = session.screen([_typed(name, year) for name in rest])
    if request.format == "json":
        made_by = MadeBy("whence.watchlist", __version__, options_digest(session.settings.screening))
        write_answer(encode_json(screening_document(screening, made_by=made_by)))
        return DONE
    with writing_answers():
        for line in screening_lines(screening, request.case):
            terminal.answers.print(line, soft_wrap=True)
    return DONE


def _typed(text: str, year: int) -> ScreenedName:
    """Return a name as typed, with what is known of its bearer behind a semicolon."""
    name, _, known = text.partition(KNOWN)
    if not name.strip():
        raise FixUsage(f"Found {text!r}, expected a name.", hint='Type: whence watchlist screen "NAME; born 1971"')
    contexts = (known.strip(),) if known.strip() else ()
    return ScreenedName((typed_name_id(name),), " ".join(name.split()), "unstated", contexts=contexts, year=year)


def _decide(session: Session, verb: str, rest: tuple[str, ...], request: WatchlistRequest, terminal: Terminal) -> int:
    if len(rest) != 1 or not rest[0].strip("[]#").isdigit():
        raise FixUsage(f"Found {' '.join(rest) or 'nothing'} after {verb}, expected one number.", hint=_HOW)
    number = int(rest[0].strip("[]#"))
    shown = find_shown(session.case, number)
    if verb == "undo":
        if not undo_decision(session.case, shown, clock=session.clock):
            raise NoSuchThing(
                f"Nothing that was decided of the possible match {number} holds.",
                hint=f"See them: whence watchlist screen --case {request.case}",
            )
        _write(f"decision on possible match {number} taken back")
        return DONE
    who = request.who or getpass.getuser()
    decision = decide(session.case, shown, VERDICTS[verb], who=who, note=request.note, clock=session.clock)
    _write(f"{shown_in_words(shown)}: {decision_in_words(decision)}")
    terminal.tell(f"take it back: whence watchlist undo {number} --case {request.case}")
    return DONE


def _write(line: str) -> None:
    write_answer(f"{line}\n".encode("utf-8", "replace"))
