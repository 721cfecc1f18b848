"""Which commands does `whence register` have? Only their options; what they do is imported when they run."""

from pathlib import Path
from typing import Annotated

import typer

from whence.show.cli.options import Config, NoColor, Quiet, Set, SettingFlags, Verbose
from whence.show.cli.running import end, open_terminal_for

register = typer.Typer(
    help="Import company registers, and show which companies share directors, addresses, phones, agents or owners.",
    no_args_is_help=True,
)

Case = Annotated[Path, typer.Option("--case", metavar="FILE", help="The case that holds the registers.")]


@register.command()
def mapping(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="A register's table: CSV or TSV.")],
    *,
    config: Config = None,
    settings: Set = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Propose which column says what, as a mapping file for a person to correct."""
    flags = SettingFlags(config, tuple(settings or ()), None)
    terminal = open_terminal_for(quiet=quiet, verbose=verbose, no_color=no_color)

    def command() -> int:
        from whence.show.cli.registering import run_mapping  # noqa: PLC0415 - see the module's docstring

        return run_mapping(table, flags)

    end(command, terminal)


@register.command("import")
def import_(  # noqa: PLR0913 - typer takes each option as a parameter
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table (CSV, TSV) or FollowTheMoney JSON lines.")],
    *,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="MAP.toml", help="Which column of a table says what.")
    ] = None,
    case: Annotated[Path, typer.Option("--case", metavar="FILE", help="The case that the register is kept in.")],
    name: Annotated[
        str, typer.Option("--name", metavar="TEXT", help="The register's name; by default the file's.")
    ] = "",
    licence: Annotated[
        str, typer.Option("--licence", metavar="TEXT", help="Under which licence its data are given.")
    ] = "",
    config: Config = None,
    settings: Set = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Read a company register into a case, each fact with its row."""
    flags = SettingFlags(config, tuple(settings or ()), None)
    terminal = open_terminal_for(quiet=quiet, verbose=verbose, no_color=no_color)

    def command() -> int:
        from whence.show.cli.registering import ImportRequest, run_import  # noqa: PLC0415 - see the module's docstring

        return run_import(ImportRequest(file, mapping, case, name, licence, flags), terminal)

    end(command, terminal)


@register.command("list")
def list_(
    *,
    case: Case,
    config: Config = None,
    settings: Set = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """List the registers of a case, with file, licence and size."""
    flags = SettingFlags(config, tuple(settings or ()), None)
    terminal = open_terminal_for(quiet=quiet, verbose=verbose, no_color=no_color)

    def command() -> int:
        from whence.show.cli.registering import run_list  # noqa: PLC0415 - see the module's docstring

        return run_list(case, flags, terminal)

    end(command, terminal)


@register.command()
def network(  # noqa: PLR0913 - typer takes each option as a parameter
    company: Annotated[
        str,
        typer.Argument(metavar="[COMPANY]", help="A company's number or name; without one, the largest groups."),
    ] = "",
    *,
    case: Case,
    output: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="On standard output: text, json or html.")
    ] = "text",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the network, one HTML page, here.")
    ] = None,
    config: Config = None,
    settings: Set = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Show which companies share what and who owns whom, each line with its rows."""
    flags = SettingFlags(config, tuple(settings or ()), None)
    terminal = open_terminal_for(quiet=quiet, verbose=verbose, no_color=no_color)

    def command() -> int:
        from whence.show.cli.registering import CompanyNetworkRequest, run_network  # noqa: PLC0415 - see the module's docstring

        return run_network(CompanyNetworkRequest(company, case, output, out, flags), terminal)

    end(command, terminal)


@register.command()
def patterns(  # noqa: PLR0913 - typer takes each option as a parameter
    *,
    case: Case,
    output: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="On standard output: text or json.")
    ] = "text",
    config: Config = None,
    settings: Set = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """Describe what stands out in the registers, how common it is there, and its innocent grounds."""
    flags = SettingFlags(config, tuple(settings or ()), None)
    terminal = open_terminal_for(quiet=quiet, verbose=verbose, no_color=no_color)

    def command() -> int:
        from whence.show.cli.registering import run_patterns  # noqa: PLC0415 - see the module's docstring

        return run_patterns(case, output, flags, terminal)

    end(command, terminal)
