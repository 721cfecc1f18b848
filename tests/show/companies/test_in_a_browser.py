"""Does a real browser show the network of companies without asking a network for anything and without a complaint?"""

from datetime import UTC, datetime
from pathlib import Path

from tests.show.companies.making import example_network
from tests.show.dossier.test_in_a_browser import find_requests, pytestmark
from whence.show.companies.page import render_network

__all__ = ["pytestmark"]


def test_a_browser_shows_it_without_console_errors_or_requests(tmp_path: Path) -> None:
    page = render_network(*example_network(), datetime(2031, 3, 2, 12, 0, tzinfo=UTC))
    requests, shown, logged = find_requests(tmp_path, page)
    assert "Amble Wind Holding Ltd and 9 others" in shown
    assert "CONSOLE" not in logged
    assert requests == []
