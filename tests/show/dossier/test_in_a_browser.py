"""Does a real browser show the dossier without asking a network for anything and without a complaint?"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.show.dossier.invented import AT, build_trace
from whence.show.dossier.dossier import render_dossier

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--enable-logging=stderr",
    # Every host but none is refused, so that a request would show as an error.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)

# CI installs a browser, so a skip there would hide a broken set-up.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        BROWSER is None and os.environ.get("CI") != "true", reason="needs chromium, which is not installed here"
    ),
]


# What the browser itself asks for, whatever it shows.
BROWSERS_OWN = re.compile(r"https?://[\w.-]+\.(google|googleapis|gvt1|gvt2)\.com[/:]")


def browse(folder: Path, source: str, *flags: str) -> "subprocess.CompletedProcess[str]":
    page = folder / "dossier.html"
    page.write_text(source, "utf-8")
    assert BROWSER is not None, "CI must have chromium: install it before the tests"
    return subprocess.run(  # noqa: S603 - a program found on the path, with flags written above
        [BROWSER, *FLAGS, f"--user-data-dir={folder / 'profile'}", *flags, page.as_uri()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=False,
    )


def find_requests(folder: Path, source: str) -> tuple[list[str], str, str]:
    """Return what the page asked a network for, the page as the browser has it, and what the browser logged."""
    log = folder / "net.json"
    done = browse(folder, source, "--dump-dom", f"--log-net-log={log}")
    asked = re.findall(r'"url":"((?:https?|wss?|ftp):[^"]*)"', log.read_text("utf-8", "replace"))
    return [url for url in asked if not BROWSERS_OWN.match(url)], done.stdout, done.stderr


def render() -> str:
    trace, understandings = build_trace()
    return render_dossier(trace, understandings, AT)


def test_a_browser_shows_it_without_console_errors_or_requests(tmp_path: Path) -> None:
    requests, shown, logged = find_requests(tmp_path, render())
    assert "The Harrow dam leaks" in shown
    assert "CONSOLE" not in logged
    assert requests == []


def test_a_page_that_asks_for_something_would_be_noticed(tmp_path: Path) -> None:
    asking = '<!doctype html><img src="http://picture.example/a.png"><script>console.error("no")</script>'
    requests, _, logged = find_requests(tmp_path, asking)
    assert any("picture.example" in url for url in requests)
    assert "CONSOLE" in logged


def test_the_page_forbids_what_would_be_slipped_into_it(tmp_path: Path) -> None:
    slipped = render().replace("</main>", '<img src="http://picture.example/a.png"><script>1</script></main>')
    requests, _, logged = find_requests(tmp_path, slipped)
    assert requests == []
    assert "Content Security Policy" in logged


def test_a_browser_prints_it(tmp_path: Path) -> None:
    printed = tmp_path / "dossier.pdf"
    browse(tmp_path, render(), "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    assert printed.read_bytes().startswith(b"%PDF")
