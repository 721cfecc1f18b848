"""What does `whence judge` do? Keeps a person's decision about a case, takes one back, or lists them."""

import getpass
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from whence.app import Session
from whence.errors import FixUsage, NoSuchThing
from whence.model.entity import CaseEntity
from whence.model.judgement import OF_ONE, OF_TWO, ONE_OF, TWO_OF, About, Judgement, Verdict, still_held
from whence.model.stemma import Trace
from whence.show.affair_words import KIND_WORDS
from whence.show.cli.exit_codes import DONE
from whence.show.cli.options import SettingFlags
from whence.show.cli.running import settings_of
from whence.show.cli.terminal import Terminal, write_answer
from whence.show.cli.typed_things import find_thing
from whence.show.judgements import apart_in_words, judgement_in_words, thing_in_words
from whence.show.wording import count_of

UNDO, LIST = "undo", "list"
# Claims that moved in the list, of which the old and the new number are told; a line holds no more.
MOST_MOVED = 5
VERDICTS: dict[str, Verdict] = {verdict.replace("_", "-"): verdict for verdict in (*OF_TWO, *OF_ONE)}
# What one of the things is called that a judgement is about.
_THINGS: dict[About, str] = {
    "claims": "claim",
    "voices": "voice",
    "reports": "report",
    "entities": "entity",
    "edge": "report",
    "report": "report",
    "voice": "voice",
}
_HOW = (
    "Type one of: whence judge same claims 1 4; not-same voices NAME NAME; unsure entities NAME NAME; same reports FILE"
    " FILE; not-same edge LATER EARLIER; retracted report FILE; refuted voice NAME; undo NUMBER; list - each with"
    " --case FILE."
)


@dataclass(frozen=True, slots=True)
class JudgeRequest:
    """What was typed: the words in order, the case, who judges and why."""

    words: tuple[str, ...]
    case: Path
    who: str | None
    note: str
    flags: SettingFlags


def run_judge(request: JudgeRequest, terminal: Terminal) -> int:
    """Do what was asked, and return the exit code."""
    settings = settings_of(request.flags)
    verb, rest = request.words[0], request.words[1:]
    with Session.open(settings, case_path=request.case, progress=terminal.progress(), create=False) as session:
        # It may be long, so it is loaded once before and once after.
        before = _last_trace(session)
        entities = _entities(session, request.words)
        if verb == LIST:
            for judgement in session.case.judgements.all():
                _write_line(judgement, before, entities)
            return DONE
        if verb == UNDO:
            code = _undo(session, rest, request.case)
            _tell_moved(before, _last_trace(session), request, terminal)
            return code
        judgement = _read(request, session, before, entities)
        _refuse_pointless(judgement, request, session, before)
        kept = session.judge(judgement)
        _write_line(kept, before, entities)
        terminal.tell(f"take it back: whence judge undo {kept.number} --case {request.case}")
        if kept.about == "entities":
            _tell_kinds(kept, entities, terminal)
            terminal.tell(f"it holds at once: whence network --case {request.case}")
        elif kept.about not in ONE_OF:
            terminal.tell(f"it holds from the next run on: whence trace --case {request.case}")
            _tell_lasting(kept, request, before, terminal)
            if before is not None and (kept.about, kept.verdict) == ("claims", "not_same"):
                terminal.tell(apart_in_words(kept, before))
        _tell_moved(before, _last_trace(session), request, terminal)
    return DONE


def _tell_kinds(kept: Judgement, entities: Sequence[CaseEntity], terminal: Terminal) -> None:
    """Tell where what was judged the same is taken for two kinds of thing: a slip, or a reader's mistake."""
    named = (
        next((entity for entity in entities for each in entity.occurrences if each.id in ids), None)
        for ids in (kept.one, kept.other)
    )
    kinds = [KIND_WORDS[entity.kind] for entity in named if entity is not None]
    if kept.verdict == "same" and len(set(kinds)) > 1:
        terminal.tell(f"note: one of them was taken for: {kinds[0]}, the other for: {kinds[1]}")


def _last_trace(session: Session) -> Trace | None:
    """Return the newest trace with its claims numbered as the summary and `explain` number them; None without one."""
    try:
        return session.last_trace()
    except NoSuchThing:
        return None


def _entities(session: Session, words: tuple[str, ...]) -> tuple[CaseEntity, ...]:
    """Return the entities of the case where any are spoken of."""
    speaks = words[0] == LIST or "entities" in words[1:2]
    return session.entities().entities if speaks else ()


def _write_line(judgement: Judgement, trace: Trace | None, entities: Sequence[CaseEntity]) -> None:
    write_answer(f"{judgement_in_words(judgement, trace, entities)}\n".encode("utf-8", "replace"))


def _numbers(trace: Trace | None) -> dict[str, int]:
    """Return the number of each claim of a trace, by its id; none where there is no trace."""
    return {claim.claim.id: claim.rank for claim in trace.claims} if trace else {}


def _tell_lasting(kept: Judgement, request: JudgeRequest, trace: Trace | None, terminal: Terminal) -> None:
    """Tell of claims that were typed by number that the run which applies this may move them, and what stays."""
    typed = [word.strip("[]#") for word in request.words[2:] if word.strip("[]#").isdigit()]
    if kept.about != "claims" or not typed or trace is None:
        return
    ids = {str(claim.rank): claim.claim.id for claim in trace.claims}
    lasting = ", ".join(f"{number} is {ids[number]}" for number in typed if number in ids)
    if kept.verdict == "same":
        terminal.tell("that run makes one claim of them, and may give it and others new numbers")
    elif lasting:
        terminal.tell(f"that run may give claims other numbers; the ids stay: {lasting}")


def _tell_moved(before: Trace | None, after: Trace | None, request: JudgeRequest, terminal: Terminal) -> None:
    """Tell where claims have other numbers than before: who types an old number would mean another claim."""
    numbers = _numbers(after)
    moved = sorted((old, numbers[claim]) for claim, old in _numbers(before).items() if numbers.get(claim, old) != old)
    if moved:
        have = "has a new number" if len(moved) == 1 else "have new numbers"
        shown = ", ".join(f"{old} is {new} now" for old, new in moved[:MOST_MOVED])
        more = ", …" if len(moved) > MOST_MOVED else ""
        said = f"{count_of(len(moved), 'claim')} {have} ({shown}{more})"
        terminal.tell(f"{said}: see them with whence trace --case {request.case}")


def _undo(session: Session, rest: tuple[str, ...], case: Path) -> int:
    if len(rest) != 1 or not rest[0].isdigit():
        raise FixUsage(f"Found {' '.join(rest) or 'nothing'} after undo, expected one number.", hint=_HOW)
    if not session.undo(int(rest[0])):
        raise NoSuchThing(
            f"No judgement {rest[0]} is in force in this case.", hint=f"See them all: whence judge list --case {case}"
        )
    write_answer(f"judgement {rest[0]} taken back\n".encode())
    return DONE


def _read(request: JudgeRequest, session: Session, before: Trace | None, entities: Sequence[CaseEntity]) -> Judgement:
    """Return the judgement that the words ask for; raise FixUsage or NoSuchThing where they name nothing."""
    verb, rest = request.words[0], request.words[1:]
    verdict = VERDICTS.get(verb)
    about = next((about for about in (*TWO_OF, *ONE_OF) if rest[:1] == (about,)), None)
    if verdict is None or about is None:
        raise FixUsage(f"Found {' '.join(request.words)}, which is no judgement.", hint=_HOW)
    fits = about in (TWO_OF if verdict in OF_TWO else ONE_OF) and (verdict != "unsure" or about == "entities")
    if not fits or len(rest) != (3 if about in TWO_OF else 2):
        raise FixUsage(f"Found {' '.join(request.words)}; “{verb}” is not said of that.", hint=_HOW)
    trace = before or session.last_trace()
    named = [find_thing(about, name, trace, entities) for name in rest[1:]]
    if verdict == "same":
        _refuse_naming(named, entities, request)
    who = request.who or getpass.getuser()
    at = session.clock.now().isoformat()
    return Judgement(about, verdict, named[0], named[1] if len(named) > 1 else (), who, at, request.note)


def _refuse_naming(named: Sequence[tuple[str, ...]], entities: Sequence[CaseEntity], request: JudgeRequest) -> None:
    """Raise FixUsage where someone whom the reports leave unnamed would be given a name."""
    described = {each.id for entity in entities if not entity.named for each in entity.occurrences}
    is_unnamed = [bool(described & set(ids)) for ids in named]
    if any(is_unnamed) and entities:
        raise FixUsage(
            "Found someone whom the reports describe and do not name; they are joined with nobody.",
            hint=f"What is known of them stands in a note: whence judge unsure entities ONE OTHER --note TEXT --case"
            f" {request.case}",
        )


def _refuse_pointless(judgement: Judgement, request: JudgeRequest, session: Session, trace: Trace | None) -> None:
    """Raise FixUsage where a judgement is about one thing named twice, or says what another that holds says already."""
    if judgement.one == judgement.other:
        thing = f"{_THINGS[judgement.about]} {thing_in_words(judgement.about, judgement.one, trace)}"
        raise FixUsage(
            f"Found the {thing} twice, expected two different ones.",
            hint=f"Type: whence judge {' '.join(request.words[:2])} ONE OTHER --case {request.case}",
        )
    for held in still_held(session.case.judgements.all()):
        if held.says_the_same(judgement):
            raise FixUsage(
                f"Found the same judgement made already: {judgement_in_words(held, trace)}.",
                hint=f"To judge it anew, take that back first: whence judge undo {held.number} --case {request.case}",
            )
