"""What bytes are behind an address, and may we ask for them?"""

from collections.abc import Mapping

from whence.errors import NetworkRefused


class OfflineFetcher:
    """Refuses every address: the fetcher of all runs that were not told to use the network."""

    def fetch(self, url: str) -> bytes:
        """Raise NetworkRefused, naming the address that was wanted."""
        raise NetworkRefused(
            f"{url} was wanted, and this run may not use the network.",
            hint="Save the page to a file and give its path.",
        )


class MemoryFetcher:
    """Answers from a table of addresses and refuses all others, for tests and for replaying what was fetched."""

    def __init__(self, pages: Mapping[str, bytes]) -> None:
        self._pages = dict(pages)

    def fetch(self, url: str) -> bytes:
        """Return the bytes the table has for the address, or raise NetworkRefused."""
        if url not in self._pages:
            raise NetworkRefused(f"{url} is not among the saved pages.", hint="Save the page first, or leave it out.")
        return self._pages[url]
