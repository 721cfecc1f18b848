"""Which language model do the tests of commands ask? A server on this computer that says what it is told to."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

# What is proposed of a passage, or None where the server is to fail.
Proposing = Callable[[str], list[dict[str, str]] | None]


@dataclass
class Model:
    """A server, what it proposes, and the passages it was asked about."""

    port: int = 0
    propose: Proposing = field(default=lambda _: [])
    passages: list[str] = field(default_factory=list)

    def setting(self, host: str = "127.0.0.1") -> str:
        """Return what to type after --set; 127.1 is this computer too, but not surely so for whoever reads it."""
        return f"reader.statements=openai:{self.address(host)}#tiny"

    def address(self, host: str = "127.0.0.1") -> str:
        """Return where the server is."""
        return f"http://{host}:{self.port}/v1"


@contextmanager
def running_model() -> Iterator[Model]:
    """Run the server while something is tested."""
    model = Model()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            passage = question["messages"][1]["content"].split("=====\n")[1].rpartition("\n")[0]
            model.passages.append(passage)
            proposed = model.propose(passage)
            content = json.dumps({"statements": proposed})
            body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
            self.send_response(500 if proposed is None else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the standard library
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    model.port = server.server_port
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
