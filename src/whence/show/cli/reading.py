"""What does `whence read` do? Writes what each report says, one line a report, as the reports come."""

from whence.app import Session
from whence.errors import FixUsage, NothingToRead
from whence.flow.gather import Skipped
from whence.model.report import Failure, Notice
from whence.model.statement import NOTHING_TO_NOTE
from whence.show.cli.exit_codes import DONE, SOME_FAILED
from whence.show.cli.options import ReadRequest
from whence.show.cli.running import settings_of
from whence.show.cli.terminal import Terminal, write_answer
from whence.show.cli.tracing import tell_notices, tell_proposals, tell_settings, tell_skipped, tell_where_texts_go
from whence.show.export.json_text import encode_json
from whence.show.export.read_jsonl import failed_line, read_line
from whence.show.export.shown_ids import next_shown_id
from whence.show.progress import CountingProgress

JSONL = "jsonl"
STANDARD_INPUT = "-"


def run_read(request: ReadRequest, terminal: Terminal, progress: CountingProgress) -> int:
    """Write a line for each report, also for those that failed, and return the exit code."""
    if request.format != JSONL:
        raise FixUsage(f"Found --format {request.format}.", hint=f"The one format of `read` is: {JSONL}.")
    settings = settings_of(request.flags)
    tell_settings(settings, terminal)
    tell_where_texts_go(settings, terminal, allow_remote=request.allow_remote)
    read = not_understood = failed = 0
    skipped: list[str] = []
    notes = NOTHING_TO_NOTE
    notices: list[Notice] = []
    seen: set[str] = set()
    with Session.open(settings, case_path=None, progress=progress, allow_remote=request.allow_remote) as session:
        for item in session.read(request.paths):
            if isinstance(item, Failure):
                failed += 1
                terminal.list_failures([item])
                write_answer(encode_json(failed_line(item)))
                continue
            if isinstance(item, Skipped):
                skipped.append(item.path)
                continue
            report, understanding, noted = item
            notices += noted
            read += 1
            not_understood += not understanding.language_known
            notes = notes.followed_by(understanding.reading)
            write_answer(encode_json(read_line(report, understanding, shown_id=next_shown_id(report, seen))))
    if not read and not failed and STANDARD_INPUT not in request.paths:
        found = f"Found nothing to read in {' '.join(request.paths)}."
        raise NothingToRead(found, hint="Give files or folders, or - for standard input.")
    note = f" ({not_understood:,} in a language not yet understood)" if not_understood else ""
    terminal.tell(f"{read:,} read{note}, {len(skipped):,} skipped, {failed:,} failed")
    tell_skipped(skipped, terminal)
    tell_notices(notices, terminal)
    tell_proposals(settings, terminal, notes)
    return SOME_FAILED if failed else DONE
