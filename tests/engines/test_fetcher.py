"""Do fetchers refuse what they may not or cannot fetch, and say so?"""

import pytest

from whence.engines.fetcher import MemoryFetcher, OfflineFetcher
from whence.errors import NetworkRefused
from whence.ports import Fetcher


@pytest.mark.parametrize("fetcher", [OfflineFetcher(), MemoryFetcher({"https://b.example/": b"b"})])
def test_fetch_refuses_and_names_the_address(fetcher: Fetcher) -> None:
    with pytest.raises(NetworkRefused, match=r"https://a\.example/") as caught:
        fetcher.fetch("https://a.example/")
    assert caught.value.hint


def test_memory_fetcher_answers_from_its_pages() -> None:
    pages = {"https://a.example/": b"<p>The port is closed."}
    fetcher: Fetcher = MemoryFetcher(pages)
    pages.clear()
    assert fetcher.fetch("https://a.example/") == b"<p>The port is closed."
