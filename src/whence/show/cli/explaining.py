"""What does `whence explain` do? Prints, in sentences, every step from the reports' words to a claim's numbers."""

import os
from pathlib import Path

from rich.text import Text

from whence.app import Session
from whence.settings import load_settings
from whence.show.cli.exit_codes import DONE
from whence.show.cli.options import SettingFlags
from whence.show.cli.terminal import Terminal
from whence.show.cli.tracing import tell_settings
from whence.show.explain import explain_claim
from whence.show.progress import CountingProgress


def run_explain(claim: str, *, case: Path, flags: SettingFlags, terminal: Terminal) -> int:
    """Print the explanation of the claim in the case's last trace."""
    settings = load_settings(flags.config, os.environ, flags.overrides())
    tell_settings(settings, terminal)
    with Session.open(settings, case_path=case, progress=CountingProgress(), create=False) as session:
        trace = session.last_trace()
    for place, section in enumerate(explain_claim(trace, claim)):
        if place:
            terminal.answers.print()
        terminal.answers.print(Text(section.title, style="bold"))
        for sentence in section.sentences:
            for line in sentence.split("\n"):
                terminal.answers.print(Text(line), soft_wrap=not terminal.answers.is_terminal)
    return DONE
