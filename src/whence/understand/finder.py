"""Who finds attributions and names: the built-in network, or another reader in its place for a part of it?"""

from dataclasses import replace
from functools import cache

from whence.model.finding import FoundAttribution, TextFindings
from whence.ports import NameFinder, Proposer, Tagger
from whence.understand.findings import find_all
from whence.understand.options import UnderstandOptions
from whence.understand.proposals import find_with_proposer


class NetworkFinder:
    """The port `Finder` over a tagger, with names from elsewhere where another finder of names is given."""

    def __init__(self, tagger: Tagger, *, options: UnderstandOptions, names: NameFinder | None = None) -> None:
        self._tagger = tagger
        self._options = options
        self._names = names

    @property
    def identity(self) -> str:
        """The tagger's identity and that of whoever else finds names."""
        return _joined(self._tagger, self._names)

    @property
    def remote(self) -> str | None:
        """None: the network reads here."""
        return None

    @property
    def at_once(self) -> int:
        """As many texts as the tagger takes; one where somebody else finds names, who need not be safe in threads."""
        return 1 if self._names else self._tagger.at_once

    def find(self, text: str, *, outlet: str | None) -> TextFindings:  # noqa: ARG002 - the network needs no outlet
        """Return what the network finds in a text."""
        found = find_all(text, tagger=self._tagger, options=self._options)
        return replace(found, names=self._names.find(text)) if self._names else found


class ProposingFinder:
    """The port `Finder` over a proposer; the network reads the passages for which no usable answer comes.

    Names are the network's, or those of another finder of names. The network reads a text once at most, and not at
    all where neither its names nor its attributions are wanted.
    """

    def __init__(
        self,
        proposer: Proposer,
        *,
        tagger: Tagger,
        options: UnderstandOptions,
        names: NameFinder | None = None,
        remote: str | None = None,
    ) -> None:
        self._proposer = proposer
        self._tagger = tagger
        self._options = options
        self._names = names
        self._remote = remote

    @property
    def identity(self) -> str:
        """The identities of the proposer, of the network that stands in for it, and of whoever else finds names."""
        return _joined(self._proposer, self._tagger, self._names)

    @property
    def remote(self) -> str | None:
        """The address that passages are sent to, where it is not on this computer."""
        return self._remote

    @property
    def at_once(self) -> int:
        """One: a small server answers one question at a time, and the others would wait until they are given up."""
        return 1

    def find(self, text: str, *, outlet: str | None) -> TextFindings:
        """Return what is proposed and stands in the text, and what the network finds where nothing usable came."""

        @cache
        def by_network() -> TextFindings:
            return find_all(text, tagger=self._tagger, options=self._options)

        def stand_in(start: int, end: int) -> tuple[FoundAttribution, ...]:
            return tuple(each for each in by_network().attributions if start <= each.cue.start < end)

        names = self._names.find(text) if self._names else by_network().names
        return find_with_proposer(text, proposer=self._proposer, fallback=stand_in, outlet=outlet, names=names)


def _joined(*readers: Tagger | Proposer | NameFinder | None) -> str:
    return "+".join(reader.identity for reader in readers if reader is not None)
