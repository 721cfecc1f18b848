"""What was set, and where? One TOML file, then the environment, then flags; the later wins."""

import difflib
import math
import os
import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal

import msgspec

from whence.engines.chat_proposer import KEY_VARIABLE
from whence.errors import BadSetting
from whence.link.options import LinkOptions, RegisterOptions
from whence.link.screening_options import ScreeningOptions
from whence.read.options import ReadOptions
from whence.understand.options import UnderstandOptions
from whence.weigh.options import CopierOptions, WeighOptions

FILE_NAME = "whence.toml"
ENVIRONMENT_PREFIX = "WHENCE_"
# The environment variable that names the settings file itself.
ENVIRONMENT_FILE = "WHENCE_CONFIG"
# Variables that look like settings and are none: a key must not become one, since settings are shown and kept.
NO_SETTINGS = (KEY_VARIABLE,)


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Options of the run as a whole.

    `threads`: how many threads the networks may use. `batch`: reports kept in one unit of work; what an interruption
    can cost at most. `encoder`: "minilm" is the shipped one; "hashed" needs no weights and finds fewer paraphrases.
    """

    threads: int = 2
    batch: int = 64
    encoder: Literal["minilm", "hashed"] = "minilm"


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """Who reads the statements and the names.

    `statements`: "network" is the shipped one, beside the rules; "rules" alone need no weights and find less;
    "openai:ADDRESS#MODEL" asks an OpenAI-compatible server, which the network stands in for where no usable answer
    comes. `names`: "network", or
    "spacy:PIPELINE" for an installed spaCy pipeline or the folder of one; the rules find their own names.
    """

    statements: str = "network"
    names: str = "network"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may be set, a section a stage; `origin` tells where each changed setting came from."""

    run: RunOptions = field(default_factory=RunOptions)
    read: ReadOptions = field(default_factory=ReadOptions)
    reader: ReaderOptions = field(default_factory=ReaderOptions)
    understand: UnderstandOptions = field(default_factory=UnderstandOptions)
    link: LinkOptions = field(default_factory=LinkOptions)
    weigh: WeighOptions = field(default_factory=WeighOptions)
    copiers: CopierOptions = field(default_factory=CopierOptions)
    screening: ScreeningOptions = field(default_factory=ScreeningOptions)
    registers: RegisterOptions = field(default_factory=RegisterOptions)
    file: str | None = None
    origin: tuple[tuple[str, str], ...] = ()


SECTIONS: dict[str, type] = {
    "run": RunOptions,
    "read": ReadOptions,
    "reader": ReaderOptions,
    "understand": UnderstandOptions,
    "link": LinkOptions,
    "weigh": WeighOptions,
    "copiers": CopierOptions,
    "screening": ScreeningOptions,
    "registers": RegisterOptions,
}
# Where a setting comes from that was typed with the command; what to type.
_FLAG = "flag"
_HOW = "Type it as --set SECTION.KEY=VALUE, say --set run.threads=4."
# Any whole number may start a row of random ones; all other whole numbers count or bound something.
MAY_BE_ZERO = ("weigh.seed",)


def load_settings(
    config: Path | None = None,
    environ: Mapping[str, str] | None = None,
    overrides: Mapping[str, str] | None = None,
) -> Settings:
    """Return the settings in force: `config` (or `whence.toml` here), then WHENCE_SECTION_KEY, then `section.key`.

    Raises BadSetting for an unknown section or key, or a value that the setting cannot have.
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
        hint = f"Check the path after --config or in {ENVIRONMENT_FILE}."
        raise BadSetting(f"There is no settings file {named}.", hint=hint)
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
        if variable.upper() in NO_SETTINGS:
            continue
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
        found[section, key] = (value, _FLAG)
    return found


def _fill(section: str, kind: type, found: Mapping[tuple[str, str], tuple[object, str]]) -> object:
    types = typing.get_type_hints(kind)
    values: dict[str, object] = {}
    for (name, key), (value, where) in found.items():
        if name not in SECTIONS:
            raise BadSetting(
                f"Found {name}.{key} {_place(where)}, expected one of the sections {', '.join(SECTIONS)}.",
                hint=f"{_meant(name, key)}{_HOW}",
            )
        if name != section:
            continue
        if key not in types:
            raise BadSetting(
                f"Found {name}.{key} {_place(where)}, expected a setting of [{name}].", hint=_nearest(f"{name}.{key}")
            )
        values[key] = _converted(f"{section}.{key}", value, types[key], where)
    return kind(**values)


def _place(where: str) -> str:
    return "after --set" if where == _FLAG else f"in {where}"


def _nearest(name: str) -> str:
    section, _, key = name.partition(".")
    file = SECTIONS[section].__module__.replace(".", "/") + ".py"
    return f"{_meant(section, key)}All settings of [{section}] are explained in {file}."


def _meant(section: str, key: str) -> str:
    """Return which settings are near: those of the same key in another section, else those spelled alike."""
    same = [name for name in setting_names() if name.partition(".")[2] == key]
    close = same or difflib.get_close_matches(f"{section}.{key}", setting_names(), n=3)
    return f"Did you mean {' or '.join(close)}? " if close else ""


def _converted(name: str, value: object, kind: typing.Any, where: str) -> object:
    least = 0 if name in MAY_BE_ZERO else 1
    try:
        converted = msgspec.convert(value, type=kind, strict=False)
    except msgspec.ValidationError:
        fits = False
    else:
        fits = (kind is not int or converted >= least) and (kind is not float or math.isfinite(converted))
    if not fits:
        section, _, key = name.partition(".")
        raise BadSetting(
            f"{name} is {value!r} ({where}), expected {_expected(kind, least)}.",
            hint=f"Write --set {name}=VALUE, or {key} = VALUE under [{section}] in the settings file.",
        )
    return converted


def _expected(kind: typing.Any, least: int) -> str:
    if choices := typing.get_args(kind):
        return f"one of {', '.join(map(str, choices))}"
    names = {int: f"a whole number from {least} up", float: "a number", bool: "true or false"}
    return names.get(kind, "a text")
