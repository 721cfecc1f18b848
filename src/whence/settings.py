"""What was set, and where? One TOML file, then the environment, then flags; the later wins."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal

import msgspec

from whence.errors import BadSetting
from whence.link.options import LinkOptions
from whence.read.options import ReadOptions
from whence.understand.options import UnderstandOptions
from whence.weigh.options import WeighOptions

FILE_NAME = "whence.toml"
ENVIRONMENT_PREFIX = "WHENCE_"
# The environment variable that names the settings file itself.
ENVIRONMENT_FILE = "WHENCE_CONFIG"


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Options of the run as a whole.

    `threads`: how many threads the encoder may use. `batch`: reports kept in one unit of work; what an interruption
    can cost at most. `encoder`: "minilm" is the shipped one; "hashed" needs no weights and finds fewer paraphrases.
    """

    threads: int = 2
    batch: int = 64
    encoder: Literal["minilm", "hashed"] = "minilm"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may be set, a section a stage; `origin` tells where each changed setting came from."""

    run: RunOptions = field(default_factory=RunOptions)
    read: ReadOptions = field(default_factory=ReadOptions)
    understand: UnderstandOptions = field(default_factory=UnderstandOptions)
    link: LinkOptions = field(default_factory=LinkOptions)
    weigh: WeighOptions = field(default_factory=WeighOptions)
    file: str | None = None
    origin: tuple[tuple[str, str], ...] = ()


SECTIONS: dict[str, type] = {
    "run": RunOptions,
    "read": ReadOptions,
    "understand": UnderstandOptions,
    "link": LinkOptions,
    "weigh": WeighOptions,
}


def load_settings(
    config: Path | None = None,
    environ: Mapping[str, str] | None = None,
    overrides: Mapping[str, str] | None = None,
) -> Settings:
    """Return the settings in force: `config` (or `whence.toml` here), then WHENCE_SECTION_KEY, then `section.key`.

    Raises BadSetting for an unknown section or key, or a value of the wrong type.
    """
    environ = os.environ if environ is None else environ
    file = _settings_file(config, environ)
    found: dict[tuple[str, str], tuple[object, str]] = {}
    if file is not None:
        found.update(_from_file(file))
    found.update(_from_environment(environ))
    found.update(_from_flags(overrides or {}))
    sections = {name: _fill(name, kind, found) for name, kind in SECTIONS.items()}
    origin = tuple(sorted((f"{section}.{key}", where) for (section, key), (_, where) in found.items()))
    return msgspec.convert({**sections, "file": str(file) if file else None, "origin": origin}, type=Settings)


def setting_names() -> list[str]:
    """Return every setting as `section.key`, in order.

    >>> "run.threads" in setting_names()
    True
    """
    return [f"{section}.{item.name}" for section, kind in SECTIONS.items() for item in fields(kind)]


def _settings_file(config: Path | None, environ: Mapping[str, str]) -> Path | None:
    named = config or (Path(environ[ENVIRONMENT_FILE]) if environ.get(ENVIRONMENT_FILE) else None)
    if named is not None and not named.is_file():
        raise BadSetting(f"There is no settings file {named}.", hint="Check the path after --config.")
    if named is not None:
        return named
    here = Path(FILE_NAME)
    return here if here.is_file() else None


def _from_file(file: Path) -> dict[tuple[str, str], tuple[object, str]]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadSetting(f"{file} cannot be read as TOML: {problem}.", hint="Mend that line of the file.") from problem
    found: dict[tuple[str, str], tuple[object, str]] = {}
    for section, values in content.items():
        if not isinstance(values, dict):
            raise BadSetting(
                f"{file} has {section!r} outside any section.", hint=f"Put it under one of: [{'], ['.join(SECTIONS)}]."
            )
        for key, value in values.items():
            found[section, key] = (value, str(file))
    return found


def _from_environment(environ: Mapping[str, str]) -> dict[tuple[str, str], tuple[object, str]]:
    found: dict[tuple[str, str], tuple[object, str]] = {}
    for variable, value in environ.items():
        section, _, key = variable.removeprefix(ENVIRONMENT_PREFIX).lower().partition("_")
        # Other programs may use the prefix too: only what names a section of ours is ours.
        if variable.startswith(ENVIRONMENT_PREFIX) and section in SECTIONS:
            found[section, key] = (value, variable)
    return found


def _from_flags(overrides: Mapping[str, str]) -> dict[tuple[str, str], tuple[object, str]]:
    found: dict[tuple[str, str], tuple[object, str]] = {}
    for name, value in overrides.items():
        section, dot, key = name.partition(".")
        if not dot:
            raise BadSetting(f"Found the setting {name!r}.", hint="Write it as SECTION.KEY=VALUE, say run.threads=4.")
        found[section, key] = (value, "flag")
    return found


def _fill(section: str, kind: type, found: Mapping[tuple[str, str], tuple[object, str]]) -> object:
    known = {item.name for item in fields(kind)}
    values: dict[str, object] = {}
    for (name, key), (value, where) in found.items():
        if name not in SECTIONS:
            raise BadSetting(f"{where} sets {name}.{key}.", hint=f"The sections are: {', '.join(SECTIONS)}.")
        if name != section:
            continue
        if key not in known:
            raise BadSetting(
                f"{where} sets {name}.{key}, which is no setting.",
                hint=f"Those of [{section}] are: {', '.join(sorted(known)) or 'none'}.",
            )
        values[key] = value
    try:
        return msgspec.convert(values, type=kind, strict=False)
    except msgspec.ValidationError as problem:
        where = ", ".join(sorted({found[section, key][1] for key in values}))
        raise BadSetting(
            f"{where} sets [{section}] wrongly: {problem}.", hint="Give it a value of that type."
        ) from None
