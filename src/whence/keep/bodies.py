"""How does a noun become bytes in a case, and the same noun again?"""

import json
from typing import Generic, TypeVar

import msgspec

Noun = TypeVar("Noun")


class UnreadableBody(ValueError):
    """The bytes are not a body of the noun as this version of Whence has it."""


class Body(Generic[Noun]):
    """Packs nouns of one type as JSON and unpacks them with their types checked."""

    def __init__(self, noun: type[Noun]) -> None:
        self._noun = noun
        self._decoder = msgspec.json.Decoder(noun)

    def pack(self, thing: Noun) -> bytes:
        r"""Return the noun as JSON.

        Half surrogate pairs, which msgspec refuses, go as the `\ud83d` that JSON has for them.
        """
        try:
            return msgspec.json.encode(thing)
        except UnicodeEncodeError:
            return json.dumps(msgspec.to_builtins(thing), separators=(",", ":")).encode()

    def unpack(self, body: bytes) -> Noun:
        """Return the noun; raise UnreadableBody where the bytes do not hold one."""
        try:
            return self._decoder.decode(body)
        except msgspec.ValidationError as problem:
            raise UnreadableBody(str(problem)) from problem
        except msgspec.DecodeError:
            return self._unpack_slowly(body)

    def _unpack_slowly(self, body: bytes) -> Noun:
        try:
            return msgspec.convert(json.loads(body), type=self._noun)
        except (ValueError, msgspec.ValidationError) as problem:
            raise UnreadableBody(str(problem)) from problem
