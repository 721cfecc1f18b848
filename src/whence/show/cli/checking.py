"""What does `whence doctor` do? Shows every check, what was found, and what to type where something is missing."""

import os
from pathlib import Path

from rich.text import Text

from whence.show.cli.checks import Check, check_everything
from whence.show.cli.exit_codes import DONE, SOME_FAILED
from whence.show.cli.options import SettingFlags, check_format
from whence.show.cli.terminal import Terminal, write_answer, writing_answers
from whence.show.export.json_text import encode_json
from whence.show.export.records import SCHEMA_VERSION
from whence.show.wording import plain
from whence.version import __version__

FORMATS = ("text", "json")
MARKS = {"ok": ("ok      ", "green"), "missing": ("missing ", "bold red"), "note": ("note    ", "yellow")}


def run_doctor(case: Path | None, *, output: str, flags: SettingFlags, terminal: Terminal) -> int:
    """Check everything, print it, and return 1 where something is missing."""
    check_format(output, FORMATS)
    checks = check_everything(case, flags=flags, environ=os.environ)
    if output == "json":
        write_answer(encode_json(doctor_document(checks)))
    else:
        with writing_answers():
            for check in checks:
                _print_check(check, terminal)
    return SOME_FAILED if any(check.state == "missing" for check in checks) else DONE


def doctor_document(checks: list[Check]) -> dict[str, object]:
    """Return the checks as `whence doctor --format json` writes them."""
    rows = [{"name": row.name, "state": row.state, "found": row.found, "next": row.hint} for row in checks]
    made_by = {"component": "whence.doctor", "version": __version__, "options_digest": ""}
    return {"schema_version": SCHEMA_VERSION, "made_by": made_by, "failed": [], "checks": rows}


def _print_check(check: Check, terminal: Terminal) -> None:
    line = Text.assemble(MARKS[check.state], (f"{check.name}: ", "bold"), plain(check.found))
    terminal.answers.print(line, soft_wrap=True)
    if check.hint:
        terminal.answers.print(Text(f"        next: {plain(check.hint)}"), soft_wrap=True)
