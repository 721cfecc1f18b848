"""Where is a language model asked, and may it be? An address that is not surely on this computer counts as remote."""

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from whence.errors import BadSetting, NetworkRefused

PREFIX = "openai:"
EXAMPLE = 'Write, say, --set "reader.statements=openai:http://127.0.0.1:11434/v1#MODEL".'

# Written out in full rather than taken apart: programs differ in how they read odd addresses ("127.1", "0x7f000001",
# "127.0.0.1@elsewhere", a backslash), and what only one of them takes for this computer must not count as it.
_LOOPBACK = re.compile(
    r"https?://"
    r"(?:127(?:\.(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}|\[::1\]|(?P<localhost>localhost))"
    r"(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~!$&'()*+,;=:/%-]*)?",
    re.IGNORECASE | re.ASCII,
)
_CREDENTIALS = re.compile(r"//[^/?#]*@")


@dataclass(frozen=True, slots=True)
class ModelAddress:
    """The base address of a server that speaks OpenAI's protocol, without credentials, and the model it is asked for.

    >>> parse_address("openai:http://127.0.0.1:11434/v1#llama3.1:8b")
    ModelAddress(base='http://127.0.0.1:11434/v1', model='llama3.1:8b')
    """

    base: str
    model: str


def parse_address(setting: str) -> ModelAddress:
    """Return the address and model of `openai:http://HOST:PORT/v1#MODEL`, or raise BadSetting.

    Credentials are refused in it: addresses are kept with what was read, and shown.
    """
    given = setting.strip().removeprefix(PREFIX)
    base, _, model = given.partition("#")
    base, model = base.rstrip("/"), model.strip()
    reason = _what_is_wrong(base, model)
    if reason:
        raise BadSetting(
            f"reader.statements is {shown_address(setting)!r}, {reason}; expected openai:http://HOST:PORT/v1#MODEL.",
            hint=EXAMPLE,
        )
    return ModelAddress(base, model)


def _what_is_wrong(base: str, model: str) -> str | None:
    """Return in words what an address or a model's name cannot have, or None."""
    if not (base + model).isprintable() or " " in base:
        return "with a blank or a character that cannot be seen in it"
    parts = _taken_apart(base)
    if parts is None or parts.scheme not in ("http", "https"):
        return "which does not begin with the address of a server, http:// or https://"
    if "@" in parts.netloc:
        return "with a name or password in it (a key goes into the variable WHENCE_READER_KEY)"
    if not parts.hostname:
        return "which names no server"
    if parts.query or "?" in base:
        return "with a question mark in it (a key goes into the variable WHENCE_READER_KEY)"
    return None if model else "which names no model after a #"


def _taken_apart(base: str) -> SplitResult | None:
    """Return the parts of an address, or None where it cannot be one: a port of letters, a bracket left open."""
    try:
        parts = urlsplit(base)
        return parts if parts.port != 0 else None
    except ValueError:
        return None


def shown_address(url: str) -> str:
    """Return an address as it may be shown and kept: without a name or password in it.

    >>> shown_address("http://me:secret@models.example/v1")
    'http://models.example/v1'
    """
    return _CREDENTIALS.sub("//", url)


def _resolved(host: str) -> Sequence[str]:
    """Return the addresses that a name stands for on this computer; none where it stands for nothing."""
    try:
        return [str(each[4][0]) for each in socket.getaddrinfo(host, None)]
    except OSError:
        return []


def is_loopback(url: str, *, resolve: Callable[[str], Sequence[str]] = _resolved) -> bool:
    """Tell whether an address is surely on this computer: 127.0.0.0/8, [::1], or a "localhost" that is nothing else.

    Any other spelling of the same counts as remote, and so does any address with a name or password in it.

    >>> [is_loopback(url) for url in ("http://127.0.0.1:11434/v1", "http://127.1/v1", "http://127.0.0.1@elsewhere/v1")]
    [True, False, False]
    """
    match = _LOOPBACK.fullmatch(url)
    if match is None or not match["localhost"]:
        return match is not None
    addresses = resolve("localhost")
    return bool(addresses) and all(_is_loopback_number(each) for each in addresses)


def _is_loopback_number(address: str) -> bool:
    """Tell whether a number is a loopback one; an IPv4 number dressed as IPv6 is not."""
    try:
        number = ip_address(address)
    except ValueError:
        return False
    return number.is_loopback and getattr(number, "ipv4_mapped", None) is None


def refuse_remote(url: str, allow_remote: bool) -> None:
    """Raise NetworkRefused where an address is not surely on this computer, unless the run was told it need not be."""
    if not allow_remote and not is_loopback(url):
        raise NetworkRefused(
            f"{shown_address(url)} is not surely on this computer, and the text of every report would be sent there; "
            "this run was not told that it may.",
            hint="Add --allow-remote, or ask a model on this computer: an address like http://127.0.0.1:11434/v1.",
        )
