"""What does `whence trace` do? Reads the paths, traces the claims, and shows or writes the answer."""

import os
import secrets
from pathlib import Path

from whence.app import Session, TraceOutcome
from whence.errors import FixUsage
from whence.settings import Settings, load_settings
from whence.show.cli.exit_codes import DONE, SOME_FAILED
from whence.show.cli.options import TraceRequest
from whence.show.cli.terminal import Terminal, write_answer
from whence.show.dossier.dossier import render_dossier
from whence.show.export.formats import TRACE_FORMATS
from whence.show.progress import CountingProgress
from whence.show.summary import print_summary

SUMMARY = "summary"
DOSSIER_SUFFIXES = (".html", ".htm")


def run_trace(request: TraceRequest, terminal: Terminal, progress: CountingProgress) -> int:
    """Trace, and return the exit code: 1 where some reports failed."""
    _check_request(request)
    settings = load_settings(request.flags.config, os.environ, request.flags.overrides())
    tell_settings(settings, terminal)
    with Session.open(settings, case_path=request.case, progress=progress) as session:
        outcome = session.trace(request.paths)
        if request.out is not None:
            write_dossier(render_dossier(outcome.trace, outcome.understandings, session.clock.now()), request.out)
    if request.format == SUMMARY:
        print_summary(outcome.trace, terminal.answers, most_claims=request.claims)
    else:
        for data in TRACE_FORMATS.get(request.format)(outcome.trace):
            write_answer(data)
    _tell_outcome(outcome, request, terminal)
    return SOME_FAILED if outcome.trace.failed else DONE


def tell_settings(settings: Settings, terminal: Terminal) -> None:
    """Tell, to who asked for details, which settings are in force."""
    terminal.detail(f"settings file: {settings.file or 'none'}")
    for name, where in settings.origin:
        terminal.detail(f"set by {where}: {name}")


def write_dossier(html: str, path: Path) -> None:
    """Write the dossier whole or not at all; raise FixUsage where it cannot be written."""
    try:
        _replace(path, html.encode("utf-8", "replace"))
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise FixUsage(
            f"The dossier cannot be written to {path}: {reason}.", hint="Name another place after --out."
        ) from problem


def _replace(path: Path, data: bytes) -> None:
    # Made as any file of this person is, so that their umask says who may read it.
    whole = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        whole.write_bytes(data)
        whole.replace(path)
    finally:
        whole.unlink(missing_ok=True)


def _check_request(request: TraceRequest) -> None:
    """Raise FixUsage before any work is done where the request cannot come to an answer."""
    if request.format != SUMMARY and request.format not in TRACE_FORMATS.names():
        formats = ", ".join([SUMMARY, *TRACE_FORMATS.names()])
        raise FixUsage(f"Found --format {request.format}.", hint=f"Choose one of: {formats}.")
    if not request.paths and request.case is None:
        raise FixUsage("Found nothing to trace.", hint="Give files or folders: whence trace PATH...")
    if request.out is None:
        return
    if request.out.suffix.lower() not in DOSSIER_SUFFIXES:
        hint = "Give --out a name ending in .html; for JSON type: whence trace PATH... --format json > FILE"
        raise FixUsage(f"Found --out {request.out}; the dossier is an HTML file.", hint=hint)
    if not request.out.absolute().parent.is_dir():
        raise FixUsage(f"There is no folder {request.out.parent} for the dossier.", hint="Make it, or name another.")


def _tell_outcome(outcome: TraceOutcome, request: TraceRequest, terminal: Terminal) -> None:
    counts = outcome.counts
    terminal.list_failures(outcome.trace.failed)
    terminal.tell(
        f"{counts.read:,} read, {counts.known:,} known already, {counts.skipped:,} skipped, {counts.failed:,} failed"
    )
    if request.out is not None:
        terminal.tell(f"dossier: {request.out}")
    if request.format == SUMMARY and outcome.trace.claims:
        keep = "" if request.case else "add --case FILE to keep this, then "
        case = request.case or "FILE"
        terminal.tell(f"how a claim's numbers come about: {keep}whence explain 1 --case {case}")
