"""Which options do several commands share, and what is said about each in --help?"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from whence.errors import BadSetting, FixUsage

Config = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Settings file (TOML). Without it: WHENCE_CONFIG, then ./whence.toml."
    ),
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="SECTION.KEY=VALUE", help="Change one setting; may be given several times."),
]
Threads = Annotated[
    int | None, typer.Option("--threads", metavar="N", min=1, help="Threads the networks may use; sets run.threads.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No messages but errors, no progress bar.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="More messages; the traceback of an unexpected error.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours; setting NO_COLOR does the same.")]
AllowRemote = Annotated[
    bool,
    typer.Option("--allow-remote", help="Let this run send report texts to a server that is not on this computer."),
]
CaseFile = Annotated[
    Path | None,
    typer.Option("--case", metavar="FILE", help="Keep everything in this case; a later run adds to it."),
]


@dataclass(frozen=True, slots=True)
class SettingFlags:
    """What the flags say about settings."""

    config: Path | None = None
    set: Sequence[str] = ()
    threads: int | None = None

    def overrides(self) -> dict[str, str]:
        """Return the settings that flags change, by `section.key`; raise BadSetting where one is not written so.

        >>> SettingFlags(set=["read.max_bytes=9"], threads=4).overrides()
        {'read.max_bytes': '9', 'run.threads': '4'}
        """
        found: dict[str, str] = {}
        for text in self.set:
            name, equals, value = text.partition("=")
            if not equals:
                hint = "Write it as --set SECTION.KEY=VALUE, say --set run.threads=4."
                raise BadSetting(f"Found {text!r} after --set, expected a name, = and a value.", hint=hint)
            found[name.strip()] = value.strip()
        if self.threads is not None:
            found["run.threads"] = str(self.threads)
        return found


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """What was typed after `whence read`."""

    paths: tuple[str, ...]
    format: str
    flags: SettingFlags
    allow_remote: bool = False


@dataclass(frozen=True, slots=True)
class TraceRequest:
    """What was typed after `whence trace`."""

    paths: tuple[str, ...]
    out: Path | None
    format: str
    claims: int
    case: Path | None
    flags: SettingFlags
    allow_remote: bool = False


@dataclass(frozen=True, slots=True)
class NetworkRequest:
    """What was typed after `whence network`."""

    paths: tuple[str, ...]
    about: str | None
    format: str
    case: Path | None
    flags: SettingFlags
    allow_remote: bool = False


def check_format(typed: str, formats: Sequence[str]) -> None:
    """Raise FixUsage where what was typed after --format is none of the formats of the command."""
    if typed not in formats:
        raise FixUsage(f"Found --format {typed}.", hint=f"Choose one of: {', '.join(formats)}.")
