"""What does `whence explain` do? Prints, in sentences, every step from the reports' words to a claim's numbers."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from whence.app import Session
from whence.errors import NoSuchThing
from whence.model.judgement import still_held
from whence.model.stemma import Trace
from whence.show.cli.exit_codes import DONE
from whence.show.cli.options import SettingFlags
from whence.show.cli.running import settings_of
from whence.show.cli.terminal import Terminal, writing_answers
from whence.show.cli.tracing import tell_settings
from whence.show.explain import Line, Section, explain_claim
from whence.show.progress import CountingProgress
from whence.show.wording import claim_frame, quoted, shortened

# Words from which an argument is what a claim says rather than its number or id.
LEAST_WORDS = 2
# Claims that are named, characters of each, and how well one must fit (0 to 1).
MOST_FOUND, SHOWN_LENGTH, LEAST_FIT = 3, 90, 0.4


def run_explain(claim: str, *, case: Path, flags: SettingFlags, terminal: Terminal) -> int:
    """Print the explanation of the claim in the case's last trace."""
    settings = settings_of(flags)
    tell_settings(settings, terminal)
    with Session.open(settings, case_path=case, progress=CountingProgress(), create=False) as session:
        trace = session.last_trace()
        held = still_held(session.case.judgements.all())
        if len(claim.split()) >= LEAST_WORDS:
            claim = _nearest(claim, trace, session, terminal)
    sections = explain_claim(trace, claim, judgements=held)
    with writing_answers():
        _print_sections(sections, terminal)
    return DONE


def _nearest(words: str, trace: Trace, session: Session, terminal: Terminal) -> str:
    """Return the id of the claim that these words repeat best; tell which it is, and the next ones."""
    ranked = session.find_claims(trace, words, most=MOST_FOUND)
    if not ranked or ranked[0][1] < LEAST_FIT:
        raise NoSuchThing(
            f"Found no claim like {quoted(words)} in the last trace of this case.",
            hint="Type a number that the summary shows in brackets, or other words of the claim.",
        )
    for claim, fit in ranked:
        if fit >= LEAST_FIT:
            terminal.tell(
                f"[{claim.rank}] {claim_frame(m.mention.statement for m in claim.mentions)}: "
                f"{quoted(shortened(claim.claim.text, SHOWN_LENGTH))} ({fit:.0%} alike)"
            )
    return ranked[0][0].claim.id


def _print_sections(sections: Sequence[Section], terminal: Terminal) -> None:
    for place, section in enumerate(sections):
        if place:
            terminal.answers.print()
        terminal.answers.print(Text(section.title, style="bold"))
        for line in section.lines:
            _print_line(line, terminal)


def _print_line(line: Line, terminal: Terminal) -> None:
    """Print a line set in by its depth: wrapped on a terminal, whole in a file."""
    console, indent = terminal.answers, "   " * line.depth
    if not console.is_terminal:
        console.print(Text(indent + line.text), soft_wrap=True)
        return
    for part in Text(line.text).wrap(console, max(20, console.width - len(indent))):
        part.rstrip()
        console.print(Text(indent).append_text(part), soft_wrap=True)
