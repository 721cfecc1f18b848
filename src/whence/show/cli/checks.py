"""Is everything there that Whence needs? Each check says what it found and what to type where something is missing."""

import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Literal

from whence.app import NETWORK, RULES, Session, asked_server, named_pipeline
from whence.engines.addresses import is_loopback
from whence.engines.chat_proposer import ChatProposer
from whence.engines.encoder import OnnxEncoder
from whence.engines.spacy_names import SpacyNames
from whence.engines.tagger import OnnxTagger
from whence.errors import BadSetting, NoSuchThing, WhenceError
from whence.keep.diagnosis import StorageFacts, storage_facts
from whence.settings import Settings, load_settings
from whence.show.cli.options import SettingFlags
from whence.show.progress import CountingProgress
from whence.show.wording import count_of
from whence.version import __version__

State = Literal["ok", "missing", "note"]

OLDEST_PYTHON = (3, 11)
# Below this a case of a few thousand reports could fill the disk: 64 reports with their texts take about 1 MB.
LEAST_FREE_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: "missing" must be mended, a "note" is worth knowing; `hint` is what to type."""

    name: str
    state: State
    found: str
    hint: str = ""


def check_everything(case: Path | None, *, flags: SettingFlags, environ: Mapping[str, str]) -> list[Check]:
    """Return every check, in the order in which things are needed; a failing one does not stop the others."""
    settings, settings_check = _check_settings(flags, environ)
    place = (case or Path("anything")).absolute().parent
    facts = storage_facts(place)
    return [
        _check_versions(),
        *_check_libraries(),
        settings_check,
        _check_weights(),
        _check_reader(settings),
        _check_statements(settings, environ),
        _check_names(settings),
        *_check_storage(facts, place),
        *([_check_case(case, settings)] if case is not None else []),
        _check_network(settings),
    ]


def _check_versions() -> Check:
    found = f"whence {__version__}, Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    if sys.version_info < OLDEST_PYTHON:
        return Check("versions", "missing", f"{found}; Python 3.11 is the oldest that works", "Install a newer Python.")
    return Check("versions", "ok", found)


def _check_libraries() -> list[Check]:
    """Return one check for the libraries that are there, and one for each that is not."""
    found, absent = [], []
    for name in _needed_libraries():
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            absent.append(Check(name, "missing", "not installed", f"pip install {name}"))
    return [*([Check("libraries", "ok", ", ".join(found))] if found else []), *absent]


def _needed_libraries() -> list[str]:
    try:
        lines = requires("whence") or []
    except PackageNotFoundError:
        # Run from a folder of sources: what answers without the others is not worth listing.
        lines = ["onnxruntime", "numpy", "sqlalchemy"]
    return [_library_name(line) for line in lines if "extra ==" not in line]


def _library_name(requirement: str) -> str:
    """Return the name in a requirement.

    >>> _library_name("jinja2<4,>=3.1.4")
    'jinja2'
    """
    return next((requirement[:at] for at, sign in enumerate(requirement) if sign in "<>=!~;[ ("), requirement)


def _check_settings(flags: SettingFlags, environ: Mapping[str, str]) -> tuple[Settings, Check]:
    try:
        settings = load_settings(flags.config, environ, flags.overrides())
    except BadSetting as problem:
        return Settings(), Check("settings", "missing", problem.message, problem.hint)
    changed = "; ".join(f"{name} set by {where}" for name, where in settings.origin)
    return settings, Check("settings", "ok", f"file: {settings.file or 'none'}; {changed or 'nothing changed'}")


def _check_weights() -> Check:
    try:
        encoder = OnnxEncoder(threads=1)
    except WhenceError as problem:
        return Check("weights", "missing", problem.message, problem.hint)
    return Check("weights", "ok", f"{encoder.identity}, checksum right")


def _check_reader(settings: Settings) -> Check:
    """Check the weights of the network that reads; the rules do without them."""
    try:
        tagger = OnnxTagger(threads=1)
    except WhenceError as problem:
        state: State = "note" if settings.reader.statements == RULES else "missing"
        return Check("reader", state, problem.message, problem.hint)
    return Check("reader", "ok", f"{tagger.identity}, checksum right")


def _check_statements(settings: Settings, environ: Mapping[str, str]) -> Check:
    """Check who reads statements; a server is not contacted, since it may be far away."""
    try:
        server = asked_server(settings)
        if server is not None:
            ChatProposer(settings.reader.statements, allow_remote=True, environ=environ)
    except WhenceError as problem:
        return Check("statements", "missing", problem.message, problem.hint)
    if server is None:
        return Check("statements", "ok", f"read by the {settings.reader.statements}")
    is_here = is_loopback(server.base)
    where = "on this computer" if is_here else "REMOTE, not on this computer"
    found = f"proposed by {server.model} at {server.base} ({where}; not contacted now)"
    return Check("statements", "ok" if is_here else "note", found)


def _check_names(settings: Settings) -> Check:
    try:
        pipeline = named_pipeline(settings)
        finder = SpacyNames(pipeline) if pipeline else None
    except WhenceError as problem:
        return Check("names", "missing", problem.message, problem.hint)
    if finder is not None:
        return Check("names", "ok", f"found by {finder.identity}")
    return Check("names", "ok", f"found by the {RULES if settings.reader.statements == RULES else NETWORK}")


def _check_network(settings: Settings) -> Check:
    """Say what may leave this computer under these settings."""
    try:
        server = asked_server(settings)
    except BadSetting:
        # No run reads anything with it, and the check of the statements says so.
        server = None
    if server is None:
        return Check("network", "ok", "never used: nothing leaves this machine")
    if is_loopback(server.base):
        found = f"used to ask {server.base}, which is on this computer: nothing leaves this machine"
        return Check("network", "ok", found)
    found = f"REMOTE: a run with --allow-remote sends the texts of reports to {server.base}; any other run is refused"
    return Check("network", "note", found, f"To keep texts on this computer: --set reader.statements={NETWORK}")


def _check_storage(facts: StorageFacts, place: Path) -> list[Check]:
    search = Check("SQLite", "ok", f"{facts.sqlite_version} with FTS5")
    if not facts.has_fts5:
        hint = "Searching reads every text until Python has an SQLite with FTS5; nothing else is lost."
        search = Check("SQLite", "note", f"{facts.sqlite_version} without FTS5", hint)
    found = [search]
    if not facts.has_wal:
        hint = "Keep the case on a disk of this machine: --case FILE"
        found.append(Check("journal", "note", f"no write-ahead log in {place}, or it may not be written", hint))
    if facts.free_bytes is None:
        return [*found, Check("space", "missing", f"{place} cannot be asked", f"mkdir -p {place}")]
    is_enough = facts.free_bytes >= LEAST_FREE_BYTES
    room = f"{facts.free_bytes / 1e9:,.1f} GB free in {place}"
    hint = "" if is_enough else "Free some space, or keep the case elsewhere: --case FILE"
    return [*found, Check("space", "ok" if is_enough else "missing", room, hint)]


def _check_case(path: Path, settings: Settings) -> Check:
    try:
        with Session.open(settings, case_path=path, progress=CountingProgress(), create=False) as session:
            return Check("case", "ok", f"{path}: {_describe_case(session)}")
    except WhenceError as problem:
        return Check("case", "missing", problem.message, problem.hint)


def _describe_case(session: Session) -> str:
    reports = count_of(len(session.case.reports.current()), "report")
    try:
        trace = session.last_trace()
    except NoSuchThing:
        return f"{reports}, not traced yet"
    return f"{reports}; last trace: {count_of(len(trace.claims), 'claim')}"
