"""Is a server asked as it should be, and is every answer that is none put in words? Asked of a real one, here."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from whence.engines import chat_proposer
from whence.engines.chat_proposer import ChatOptions, ChatProposer
from whence.errors import BadSetting, NetworkRefused, ProposerFailed, ReaderMissing
from whence.model.finding import Proposal
from whence.ports import Proposer
from whence.understand.proposals import place_proposals

pytest.importorskip("httpx", reason="needs httpx: pip install '.[openai]'")

PASSAGE = "Falk said it rained."
SAID = {"content": "it rained", "source": "Falk", "cue": "said", "act": "asserts"}
Reply = Callable[[BaseHTTPRequestHandler], object]


@dataclass
class Server:
    """A server on this computer: how it replies, and what it was asked."""

    address: str = ""
    reply: Reply | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    def proposer(self, **options: Any) -> ChatProposer:
        """Return a proposer that asks this server."""
        limits = ChatOptions(**{"answer_s": 5.0, "give_up_after": 100, **options})
        return ChatProposer(f"openai:{self.address}/v1#tiny:1b", options=limits, environ={})


@pytest.fixture
def server() -> Iterator[Server]:
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.asked.append({"path": self.path, "headers": dict(self.headers), **json.loads(body)})
            assert told.reply is not None
            told.reply(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the standard library
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of askers that went away; they do so on purpose."""

    running = Quiet(("127.0.0.1", 0), Handler)
    told.address = f"http://127.0.0.1:{running.server_port}"
    thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told
    told.over.set()
    running.shutdown()
    running.server_close()
    thread.join()


def _send(asker: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    asker.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        asker.send_header(name.replace("_", "-"), value)
    asker.end_headers()
    asker.wfile.write(body)


def _answer(*said: dict[str, str]) -> bytes:
    content = json.dumps({"statements": list(said)})
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def test_propose_asks_once_and_returns_what_is_proposed(server: Server) -> None:
    server.reply = lambda asker: _send(asker, _answer(SAID))
    proposer: Proposer = server.proposer()
    assert proposer.propose(PASSAGE, outlet="The Oster Post") == (Proposal("it rained", "Falk", "said", "asserts"),)
    (asked,) = server.asked
    assert asked["path"] == "/v1/chat/completions"
    assert (asked["model"], asked["temperature"], asked["seed"], asked["stream"]) == ("tiny:1b", 0, 1, False)
    assert asked["response_format"] == {"type": "json_object"}
    assert PASSAGE in asked["messages"][1]["content"]
    assert "The Oster Post" in asked["messages"][1]["content"]
    assert "Authorization" not in asked["headers"]


def test_propose_returns_spoofed_words_for_the_text_to_refuse(server: Server) -> None:
    server.reply = lambda asker: _send(asker, _answer(SAID, {**SAID, "content": "it poured"}))
    proposals = server.proposer().propose(PASSAGE, outlet=None)
    placed, rejected = place_proposals(PASSAGE, 0, proposals)
    assert ([each.contents[0].cut(PASSAGE) for each in placed], rejected) == (["it rained"], 1)


def _slowly(asker: BaseHTTPRequestHandler, over: Event) -> None:
    over.wait(5)
    _send(asker, _answer(SAID))


def _drip(asker: BaseHTTPRequestHandler, over: Event) -> None:
    asker.send_response(200)
    asker.end_headers()
    while not over.wait(0.02):
        asker.wfile.write(b" ")
        asker.wfile.flush()


def _hang_up(asker: BaseHTTPRequestHandler) -> None:
    asker.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")


# how the server replies, limits, what the message says
REPLIES: list[tuple[str, Reply, dict[str, float], str]] = [
    ("malformed", lambda asker: _send(asker, b"{"), {}, "not one of OpenAI's protocol"),
    ("status 500", lambda asker: _send(asker, b"no memory", 500), {}, "status 500, expected 200"),
    ("status 404", lambda asker: _send(asker, b"no model", 404), {}, "status 404, expected 200"),
    ("status 204", lambda asker: _send(asker, b"", 204), {}, "status 204, expected 200"),
    ("no HTTP", lambda asker: asker.wfile.write(b"220 mail.example\r\n"), {}, r"broke off \(Remote"),
    ("hung up", _hang_up, {}, r"broke off \(RemoteProtocolError\)"),
    ("packed", lambda asker: _send(asker, b"x", Content_Encoding="gzip"), {}, "packed as gzip"),
    ("huge", lambda asker: _send(asker, b" " * 3_000_000), {"most_bytes": 100_000}, "more than 100,000 bytes"),
]


@pytest.mark.parametrize(("reply", "limits", "says"), [row[1:] for row in REPLIES], ids=[row[0] for row in REPLIES])
def test_propose_puts_a_bad_answer_in_words(server: Server, reply: Reply, limits: dict[str, float], says: str) -> None:
    server.reply = reply
    with pytest.raises(ProposerFailed, match=says) as caught:
        server.proposer(**limits).propose(PASSAGE, outlet=None)
    assert "built-in reader" in caught.value.hint


def test_propose_takes_a_refusal_for_no_answer(server: Server) -> None:
    body = json.dumps({"choices": [{"message": {"content": None, "refusal": "I will not."}}]}).encode()
    server.reply = lambda asker: _send(asker, body)
    with pytest.raises(ProposerFailed, match=r"refused \(I will not\.\)"):
        server.proposer().propose(PASSAGE, outlet=None)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_propose_follows_no_redirect(server: Server, status: int) -> None:
    server.reply = lambda asker: _send(asker, b"", status, Location=f"{server.address}/elsewhere")
    with pytest.raises(ProposerFailed, match=f"sends elsewhere .status {status}"):
        server.proposer().propose(PASSAGE, outlet=None)
    assert len(server.asked) == 1


@pytest.mark.parametrize(("late", "says"), [(_slowly, "no answer within 0.2"), (_drip, "still answering after 0.2")])
def test_propose_waits_no_longer_than_it_was_told(
    server: Server, late: Callable[[BaseHTTPRequestHandler, Event], None], says: str
) -> None:
    server.reply = lambda asker: late(asker, server.over)
    began = time.monotonic()
    with pytest.raises(ProposerFailed, match=says):
        server.proposer(connect_s=0.2, answer_s=0.2).propose(PASSAGE, outlet=None)
    assert time.monotonic() - began < 2


def test_propose_says_where_no_server_is() -> None:
    with pytest.raises(ProposerFailed, match=r"http://127\.0\.0\.1:1/v1 cannot be reached"):
        ChatProposer("openai:http://127.0.0.1:1/v1#m", environ={}).propose(PASSAGE, outlet=None)


def test_propose_uses_no_proxy_of_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    server.reply = lambda asker: _send(asker, _answer())
    assert server.proposer().propose(PASSAGE, outlet=None) == ()


def test_propose_stops_asking_a_server_that_does_not_answer(server: Server) -> None:
    server.reply = lambda asker: _send(asker, b"", 500)
    proposer = server.proposer(give_up_after=2)
    for _ in range(2):
        with pytest.raises(ProposerFailed, match="status 500"):
            proposer.propose(PASSAGE, outlet=None)
    with pytest.raises(ProposerFailed, match="2 times in a row and is not asked again"):
        proposer.propose(PASSAGE, outlet=None)
    assert len(server.asked) == 2


def test_propose_goes_on_asking_a_server_that_answers_badly(server: Server) -> None:
    server.reply = lambda asker: _send(asker, b"{}")
    proposer = server.proposer(give_up_after=2)
    for _ in range(4):
        with pytest.raises(ProposerFailed, match="protocol"):
            proposer.propose(PASSAGE, outlet=None)
    assert len(server.asked) == 4


def test_the_key_comes_from_the_environment_and_is_never_told(server: Server) -> None:
    server.reply = lambda asker: _send(asker, b"", 401)
    setting = f"openai:{server.address}/v1#m"
    proposer = ChatProposer(setting, environ={"WHENCE_READER_KEY": "sk-secret\n"})
    with pytest.raises(ProposerFailed) as caught:
        proposer.propose(PASSAGE, outlet=None)
    assert server.asked[0]["headers"]["Authorization"] == "Bearer sk-secret"
    assert "secret" not in str(caught.value) + proposer.identity + proposer.address


@pytest.mark.parametrize("key", ["two words", "line\nend", "schlüssel"])
def test_a_key_that_no_server_can_take_is_refused_unseen(key: str) -> None:
    with pytest.raises(BadSetting, match="WHENCE_READER_KEY") as caught:
        ChatProposer("openai:http://127.0.0.1:1/v1#m", environ={"WHENCE_READER_KEY": key})
    assert key not in str(caught.value)


def test_identity_and_address_say_who_is_asked_where() -> None:
    proposer = ChatProposer("openai:http://127.0.0.1:11434/v1#llama3.1:8b", environ={})
    assert proposer.identity.startswith("chat-proposer/1/")
    assert proposer.identity.endswith("/llama3.1:8b@http://127.0.0.1:11434/v1")
    assert proposer.address == "http://127.0.0.1:11434/v1"
    assert not proposer.is_remote


def test_a_remote_address_is_asked_only_where_that_is_allowed() -> None:
    setting = "openai:https://models.example/v1#m"
    with pytest.raises(NetworkRefused, match=r"https://models\.example/v1") as caught:
        ChatProposer(setting, environ={})
    assert "--allow-remote" in caught.value.hint
    assert ChatProposer(setting, allow_remote=True, environ={}).is_remote


@pytest.mark.parametrize("base", ["http://xn--/v1", "http://a..b/v1", "http://" + "a" * 70 + ".example/v1"])
def test_an_address_that_no_server_can_have_is_put_in_words(base: str) -> None:
    with pytest.raises((BadSetting, ProposerFailed), match=r"cannot|broke off"):
        ChatProposer(f"openai:{base}#m", allow_remote=True, environ={}).propose(PASSAGE, outlet=None)


def test_httpx_that_is_not_installed_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}")

    # Not through a port: whether a package is there is asked of Python itself.
    monkeypatch.setattr(chat_proposer, "import_module", refuse)
    with pytest.raises(ReaderMissing, match="No module named 'httpx'") as caught:
        ChatProposer("openai:http://127.0.0.1:11434/v1#m", environ={})
    assert caught.value.hint == "Type, in Whence's source folder: pip install '.[openai]'"
