"""What does `whence explain` do? Prints, in sentences, every step from the reports' words to a claim's numbers."""

import os
from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from whence.app import Session
from whence.model.judgement import still_held
from whence.settings import load_settings
from whence.show.cli.exit_codes import DONE
from whence.show.cli.options import SettingFlags
from whence.show.cli.terminal import Terminal, writing_answers
from whence.show.cli.tracing import tell_settings
from whence.show.explain import Line, Section, explain_claim
from whence.show.progress import CountingProgress


def run_explain(claim: str, *, case: Path, flags: SettingFlags, terminal: Terminal) -> int:
    """Print the explanation of the claim in the case's last trace."""
    settings = load_settings(flags.config, os.environ, flags.overrides())
    tell_settings(settings, terminal)
    with Session.open(settings, case_path=case, progress=CountingProgress(), create=False) as session:
        trace = session.last_trace()
        held = still_held(session.case.judgements.all())
    sections = explain_claim(trace, claim, judgements=held)
    with writing_answers():
        _print_sections(sections, terminal)
    return DONE


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
