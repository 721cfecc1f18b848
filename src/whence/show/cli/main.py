"""Which commands does `whence` have? Only their options stand here: what a command does is imported when it runs.

`whence --help` must answer within half a second, and what reads, links and keeps takes longer to import.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from whence.errors import OutputUnwritable
from whence.show.cli.exit_codes import OUTPUT_UNWRITABLE
from whence.show.cli.options import (
    AllowRemote,
    CaseFile,
    Config,
    NetworkRequest,
    NoColor,
    Quiet,
    ReadRequest,
    Set,
    SettingFlags,
    Threads,
    TraceRequest,
    Verbose,
)
from whence.show.cli.register_commands import register
from whence.show.cli.running import end as _end
from whence.show.cli.running import open_terminal_for as _open_terminal
from whence.show.cli.streams import prepare_streams
from whence.show.cli.usage import Commands
from whence.version import __version__

app = typer.Typer(
    name="whence",
    cls=Commands,
    help="Who says so, who told them, and how many independent origins stand behind it?",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(register, name="register")


def main() -> None:
    """Run the command line."""
    try:
        prepare_streams()
    except OutputUnwritable as problem:
        terminal = _open_terminal(quiet=False, verbose=False, no_color=False)
        terminal.complain(problem)
        sys.exit(OUTPUT_UNWRITABLE)
    app(prog_name="whence")


def _show_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"whence {__version__}")
        raise typer.Exit


@app.callback()
def whence(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Show the version and end.",
            is_eager=True,
            callback=lambda wanted: _show_version(wanted=wanted),
        ),
    ] = False,
) -> None:
    """Who says so, who told them, and how many independent origins stand behind it?"""


@app.command()
def trace(  # noqa: PLR0913 - typer takes each option as a parameter
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files and folders of reports; - is JSON lines from standard input. None: trace the --case again.",
            show_default=False,
        ),
    ] = None,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the dossier, one HTML file, here.")
    ] = None,
    output: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="On standard output: summary, json or jsonl.")
    ] = "summary",
    claims: Annotated[
        int, typer.Option("--claims", metavar="N", min=1, help="Claims a story that the summary shows.")
    ] = 3,
    case: CaseFile = None,
    config: Config = None,
    settings: Set = None,
    threads: Threads = None,
    allow_remote: AllowRemote = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Trace claims through reports to their origins."""
    from whence.show.cli.ending import what_was_kept  # noqa: PLC0415 - see the module's docstring

    flags = SettingFlags(config, tuple(settings or ()), threads)
    request = TraceRequest(tuple(paths or ()), out, output, claims, case, flags, allow_remote)
    terminal = _open_terminal(quiet=quiet, verbose=verbose, no_color=no_color)
    progress = terminal.progress()

    def command() -> int:
        from whence.show.cli.tracing import run_trace  # noqa: PLC0415 - see the module's docstring

        return run_trace(request, terminal, progress)

    _end(command, terminal, kept=lambda: what_was_kept(case, progress.done, kept=progress.kept))


@app.command()
def add(  # noqa: PLR0913 - typer takes each option as a parameter
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="New reports, as for trace. None: what the case holds and was not traced yet.",
            show_default=False,
        ),
    ] = None,
    *,
    case: Annotated[Path, typer.Option("--case", metavar="FILE", help="The traced case that they join.")],
    claims: Annotated[
        int, typer.Option("--claims", metavar="N", min=1, help="Claims a story that the summary shows.")
    ] = 3,
    config: Config = None,
    settings: Set = None,
    threads: Threads = None,
    allow_remote: AllowRemote = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Take new reports into a traced case: only the stories that they change are traced again."""
    from whence.show.cli.ending import what_was_kept  # noqa: PLC0415 - see the module's docstring

    flags = SettingFlags(config, tuple(settings or ()), threads)
    terminal = _open_terminal(quiet=quiet, verbose=verbose, no_color=no_color)
    progress = terminal.progress()

    def command() -> int:
        from whence.show.cli.adding import AddRequest, run_add  # noqa: PLC0415 - see the module's docstring

        return run_add(AddRequest(tuple(paths or ()), case, claims, flags, allow_remote), terminal, progress)

    _end(command, terminal, kept=lambda: what_was_kept(case, progress.done, kept=progress.kept))


@app.command()
def read(  # noqa: PLR0913 - typer takes each option as a parameter
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files and folders of reports; - is JSON lines from standard input."),
    ],
    *,
    output: Annotated[str, typer.Option("--format", metavar="FORMAT", help="On standard output: jsonl.")] = "jsonl",
    config: Config = None,
    settings: Set = None,
    threads: Threads = None,
    allow_remote: AllowRemote = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Write what each report says, on whose word and how surely: one line of JSON a report."""
    flags = SettingFlags(config, tuple(settings or ()), threads)
    request = ReadRequest(tuple(paths), output, flags, allow_remote)
    terminal = _open_terminal(quiet=quiet, verbose=verbose, no_color=no_color)
    progress = terminal.progress(is_streaming=True)

    def command() -> int:
        from whence.show.cli.reading import run_read  # noqa: PLC0415 - see the module's docstring

        return run_read(request, terminal, progress)

    _end(command, terminal)


@app.command()
def explain(  # noqa: PLR0913 - typer takes each option as a parameter
    claim: Annotated[
        str,
        typer.Argument(metavar="CLAIM", help="The number a summary shows in brackets, a claim's id, or words of it."),
    ],
    *,
    case: Annotated[Path, typer.Option("--case", metavar="FILE", help="The case that holds the claim.")],
    config: Config = None,
    settings: Set = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Say in sentences how a claim's numbers come about, from each report's words on."""
    flags = SettingFlags(config, tuple(settings or ()), None)
    terminal = _open_terminal(quiet=quiet, verbose=verbose, no_color=no_color)

    def command() -> int:
        from whence.show.cli.explaining import run_explain  # noqa: PLC0415 - see the module's docstring

        return run_explain(claim, case=case, flags=flags, terminal=terminal)

    _end(command, terminal)


@app.command()
def network(  # noqa: PLR0913 - typer takes each option as a parameter
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Reports, traced first as by trace. None: what the case holds, as it was last traced.",
            show_default=False,
        ),
    ] = None,
    *,
    about: Annotated[
        str | None, typer.Option("--about", metavar="NAME", help="Only what is said of this entity; a name or an id.")
    ] = None,
    output: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="On standard output: text or json.")
    ] = "text",
    case: CaseFile = None,
    config: Config = None,
    settings: Set = None,
    threads: Threads = None,
    allow_remote: AllowRemote = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Show who, when, where and what spread: each line with the reports that say so, and how surely."""
    flags = SettingFlags(config, tuple(settings or ()), threads)
    request = NetworkRequest(tuple(paths or ()), about, output, case, flags, allow_remote)
    terminal = _open_terminal(quiet=quiet, verbose=verbose, no_color=no_color)
    progress = terminal.progress()

    def command() -> int:
        from whence.show.cli.networking import run_network  # noqa: PLC0415 - see the module's docstring

        return run_network(request, terminal, progress)

    _end(command, terminal)


@app.command()
def judge(  # noqa: PLR0913 - typer takes each option as a parameter
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="VERDICT ABOUT THING [THING]",
            help="same or not-same claims, voices, entities, reports or edge; unsure entities; "
            "retracted, refuted or corrected report or voice; "
            "undo NUMBER; list.",
        ),
    ],
    *,
    case: Annotated[Path, typer.Option("--case", metavar="FILE", help="The case that the judgement is about.")],
    who: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who judges; by default who is logged in.")
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")] = "",
    config: Config = None,
    settings: Set = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Say that two things are the same or not, or that a report or voice no longer stands; runs respect it."""
    flags = SettingFlags(config, tuple(settings or ()), None)
    terminal = _open_terminal(quiet=quiet, verbose=verbose, no_color=no_color)

    def command() -> int:
        from whence.show.cli.judging import JudgeRequest, run_judge  # noqa: PLC0415 - see the module's docstring

        return run_judge(JudgeRequest(tuple(words), case, who, note, flags), terminal)

    _end(command, terminal)


@app.command()
def copiers(  # noqa: PLR0913 - typer takes each option as a parameter
    table: Annotated[
        Path, typer.Argument(metavar="TABLE.csv", help="A table with the columns source, item and value.")
    ],
    *,
    output: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="On standard output: text or json.")
    ] = "text",
    items: Annotated[int, typer.Option("--items", metavar="N", min=1, help="Disputed items that the text shows.")] = 10,
    config: Config = None,
    settings: Set = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Tell which sources of a table copy, and how many independent ones give each value."""
    flags = SettingFlags(config, tuple(settings or ()), None)
    terminal = _open_terminal(quiet=quiet, verbose=verbose, no_color=no_color)

    def command() -> int:
        from whence.show.cli.copying import CopiersRequest, run_copiers  # noqa: PLC0415 - see the module's docstring

        return run_copiers(CopiersRequest(table, output, items, flags), terminal)

    _end(command, terminal)


@app.command()
def watchlist(  # noqa: PLR0913 - typer takes each option as a parameter
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="VERB [THING]...",
            help="import FILE...; list; purpose TEXT; screen [NAME...]; confirm, reject or undo NUMBER.",
        ),
    ],
    *,
    case: Annotated[
        Path, typer.Option("--case", metavar="FILE", help="The case that lists and decisions are kept in.")
    ],
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day of a purpose; a year at most.")
    ] = None,
    who: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who decides; by default who is logged in.")
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, with confirm or reject.")] = "",
    output: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Of screen, on standard output: text or json.")
    ] = "text",
    config: Config = None,
    settings: Set = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Look named things of a case up in imported watchlists: possible matches, which a person confirms or rejects."""
    flags = SettingFlags(config, tuple(settings or ()), None)
    terminal = _open_terminal(quiet=quiet, verbose=verbose, no_color=no_color)

    def command() -> int:
        from whence.show.cli.watching import WatchlistRequest, run_watchlist  # noqa: PLC0415 - see the module's docstring

        return run_watchlist(WatchlistRequest(tuple(words), case, until, who, note, output, flags), terminal)

    _end(command, terminal)


@app.command()
def doctor(
    *,
    case: Annotated[
        Path | None, typer.Option("--case", metavar="FILE", help="Look at this case too, and at the room beside it.")
    ] = None,
    output: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="On standard output: text or json.")
    ] = "text",
    config: Config = None,
    settings: Set = None,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Look whether everything that Whence needs is there, and say what to type where it is not."""
    flags = SettingFlags(config, tuple(settings or ()), None)
    terminal = _open_terminal(quiet=False, verbose=verbose, no_color=no_color)

    def command() -> int:
        from whence.show.cli.checking import run_doctor  # noqa: PLC0415 - see the module's docstring

        return run_doctor(case, output=output, flags=flags, terminal=terminal)

    _end(command, terminal)
