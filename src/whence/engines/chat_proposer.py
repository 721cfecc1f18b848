"""What does a language model say a passage attributes? Any server that speaks OpenAI's protocol may be asked."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import msgspec

from whence.engines.addresses import EXAMPLE, is_loopback, parse_address, refuse_remote
from whence.engines.chat_words import failed, instructions_digest, messages_for, read_answer, repeated
from whence.errors import BadSetting, ReaderMissing
from whence.model.finding import Proposal

# Goes up with anything here that changes what is asked; the instructions have their own digest beside it.
VERSION = "1"
# The only place a key is read from: settings are kept with what was read, and shown.
KEY_VARIABLE = "WHENCE_READER_KEY"
# Any number will do, as long as it is always the same.
SEED = 1
OK = 200

INSTALL = "Type, in Whence's source folder: pip install '.[openai]'"


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """Limits of one question.

    `connect_s`: seconds until the server takes the connection. `answer_s`: seconds until the whole answer is there; a
    model of 8 billion parameters on a laptop writes some 500 words a minute. `most_bytes`: of an answer; what it says
    about a passage of 2,000 characters takes under 20,000. `give_up_after`: unanswered questions in a row after which
    the server is not asked again, so that a run of thousands of passages does not wait for each.
    """

    connect_s: float = 5.0
    answer_s: float = 120.0
    most_bytes: int = 256_000
    give_up_after: int = 3


class ChatProposer:
    """Asks a model about one passage at a time, always in the same words, with a temperature of 0 and a fixed seed.

    Redirects are not followed and no proxy of the environment is used: the passage goes to the address that was set,
    or nowhere. Known gap: a server that sends the head of its answer a byte at a time is waited for beyond `answer_s`.
    """

    def __init__(
        self,
        setting: str,
        *,
        allow_remote: bool = False,
        options: ChatOptions | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        target = parse_address(setting)
        refuse_remote(target.base, allow_remote)
        self._address, self._model = target.base, target.model
        self._is_remote = not is_loopback(target.base)
        self._options = options or ChatOptions()
        self._httpx = _import_httpx()
        self._url = _checked_url(self._httpx, f"{target.base}/chat/completions")
        self._headers = {"Accept-Encoding": "identity", "Content-Type": "application/json"}
        if key := _key(os.environ if environ is None else environ):
            self._headers["Authorization"] = f"Bearer {key}"
        self._unanswered = 0

    @property
    def identity(self) -> str:
        """Versions of the question, the model's name and the address it is asked at."""
        return f"chat-proposer/{VERSION}/{instructions_digest()}/{self._model}@{self._address}"

    @property
    def address(self) -> str:
        """The address that is asked; it never holds credentials."""
        return self._address

    @property
    def is_remote(self) -> bool:
        """Tell whether the address is not surely on this computer."""
        return self._is_remote

    def propose(self, passage: str, *, outlet: str | None) -> tuple[Proposal, ...]:
        """Return what the model says the passage attributes; raise ProposerFailed where no usable answer came."""
        limit = self._options.give_up_after
        if self._unanswered >= limit:
            raise failed(f"{self._address} gave no answer {limit} times in a row and is not asked again in this run")
        self._unanswered += 1
        body = self._ask(self._question(passage, outlet))
        self._unanswered = 0
        return read_answer(body)

    def _question(self, passage: str, outlet: str | None) -> bytes:
        return msgspec.json.encode(
            {
                "model": self._model,
                "messages": messages_for(passage, outlet),
                "temperature": 0,
                "seed": SEED,
                "response_format": {"type": "json_object"},
                "stream": False,
            }
        )

    def _ask(self, question: bytes) -> bytes:
        """Return the body of the server's answer; whatever httpx says is put in words and raised as ProposerFailed."""
        httpx, options = self._httpx, self._options
        try:
            return self._sent(question)
        except httpx.ConnectTimeout as error:
            raise failed(f"{self._address} took no connection within {options.connect_s:g} seconds") from error
        except httpx.TimeoutException as error:
            raise failed(f"{self._address} gave no answer within {options.answer_s:g} seconds") from error
        except httpx.ConnectError as error:
            raise failed(f"{self._address} cannot be reached ({repeated(str(error))})") from error
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError, UnicodeError) as error:
            # The error's own words are left out: those about a header would repeat the key.
            raise failed(f"The talk with {self._address} broke off ({type(error).__name__})") from error

    def _sent(self, question: bytes) -> bytes:
        """Send the question on a connection of its own, so that nothing is left open and no cookie is kept."""
        options = self._options
        timeout = self._httpx.Timeout(options.answer_s, connect=options.connect_s)
        end = time.monotonic() + options.connect_s + options.answer_s
        with (
            self._httpx.Client(timeout=timeout, trust_env=False, follow_redirects=False) as client,
            client.stream("POST", self._url, content=question, headers=self._headers) as response,
        ):
            self._check_head(response)
            body = bytearray()
            # Raw, since a few packed bytes can unpack to more than the memory holds.
            for chunk in response.iter_raw():
                body += chunk
                if len(body) > options.most_bytes:
                    raise failed(f"{self._address} answered with more than {options.most_bytes:,} bytes")
                if time.monotonic() > end:
                    raise failed(f"{self._address} was still answering after {options.answer_s:g} seconds")
        return bytes(body)

    def _check_head(self, response: Any) -> None:
        """Raise ProposerFailed where the answer is no plain one."""
        if response.is_redirect:
            raise failed(f"{self._address} sends elsewhere (status {response.status_code}), which is not followed")
        if response.status_code != OK:
            raise failed(f"{self._address} answered with the status {response.status_code}, expected {OK}")
        packing = response.headers.get("Content-Encoding", "identity")
        if packing.lower() != "identity":
            raise failed(f"{self._address} answered packed as {repeated(packing)}, which was not asked for")


def _key(environ: Mapping[str, str]) -> str:
    """Return the key of the environment, empty where there is none; raise BadSetting where no server could take it."""
    key = environ.get(KEY_VARIABLE, "").strip()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise BadSetting(
            f"{KEY_VARIABLE} holds blanks or characters that no key can have, expected one word of ASCII.",
            hint=f"Set it anew, or take it away: unset {KEY_VARIABLE}",
        )
    return key


def _import_httpx() -> Any:
    """Return httpx, or raise ReaderMissing; imported here because it is an optional extra."""
    try:
        return import_module("httpx")
    except ImportError as error:
        raise ReaderMissing(
            f"reader.statements asks a server, for which httpx is needed and cannot be imported ({error}).",
            hint=INSTALL,
        ) from error


def _checked_url(httpx: Any, url: str) -> Any:
    """Return the address as httpx reads it, or raise BadSetting."""
    try:
        return httpx.URL(url)
    except httpx.InvalidURL as error:
        raise BadSetting(
            f"reader.statements has the address {url!r}, which cannot be one: {error}.",
            hint=EXAMPLE,
        ) from error
