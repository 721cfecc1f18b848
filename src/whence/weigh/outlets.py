"""Is this voice the outlet of a report that we hold?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from whence.model.report import Report
from whence.text.words import content_words
from whence.weigh.words import find_proper_words

_LEGAL = re.compile(r",?\s+(?:plc|sa|ltd|llc|inc|ag|gmbh|nv|bv|co|corp|s\.a\.|\(summary\))\.?$", re.IGNORECASE)
_NAME_WORD = re.compile(r"[\w&’-]+")
_POSSESSIVE = re.compile(r"[’']s\b")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)

# What a body that publishes its own statements may be called for short.
_BODIES = frozenset("mission institute society company ministry authority council".split())

# Last words by which a reader calls an outlet for short: "the Tribune", "the Courier". A place or a plain noun alone
# ("the Valley") is no outlet's name.
_PAPERS = frozenset(
    "tribune courier gazette post times herald standard messenger comet ledger echo mail star sun journal express"
    " chronicle observer telegraph guardian independent record review mercury argus argosy globe news press wire agency"
    " bulletin dispatch monitor register sentinel examiner inquirer mirror bugle clarion enquirer advertiser".split()
)
_SHORT = _PAPERS | _BODIES
_ACRONYM_MIN = 3
# A body's name may be turned round ("the Sestrian defence ministry"): this many of its words, and no other.
_WORDS_OF_A_BODY = 2
_TAIL = re.compile(r"\s+(?:of|on|in|at|for)\s+")


@dataclass(frozen=True, slots=True)
class OutletNames:
    """One outlet: how it may be named in full or for short, and its reports' inner ids.

    `proper` are the words that tell its name from others.
    """

    outlet: str
    full: frozenset[str]
    short: frozenset[str]
    acronyms: frozenset[str]
    words: frozenset[str]
    proper: frozenset[str]
    reports: tuple[str, ...]
    outlet_type: str | None

    @property
    def is_publisher(self) -> bool:
        """Whether it reports on others.

        A ministry, company or campaign group that publishes its own statements is credited only where it is said to
        speak.
        """
        return self.outlet_type not in ("official", "ngo")


def list_outlets(reports: Iterable[Report]) -> list[OutletNames]:
    """Return the outlets of the reports with their names; a short name that two of them share is dropped."""
    held: dict[str, list[Report]] = {}
    for report in reports:
        if report.outlet:
            held.setdefault(report.outlet, []).append(report)
    short = {outlet: _short_names(outlet) for outlet in held}
    out = []
    for outlet in sorted(held):
        taken = frozenset(name for other in held if other != outlet for name in short[other])
        out.append(
            OutletNames(
                outlet=outlet,
                full=frozenset({_plain_name(outlet).lower()}),
                short=short[outlet] - taken,
                acronyms=_acronyms(outlet),
                words=frozenset(content_words(outlet)),
                proper=find_proper_words(outlet),
                reports=tuple(sorted(report.id for report in held[outlet])),
                outlet_type=held[outlet][0].outlet_type,
            )
        )
    return out


def _plain_name(outlet: str) -> str:
    return _LEGAL.sub("", _ARTICLE.sub("", outlet.strip()))


def _acronyms(outlet: str) -> frozenset[str]:
    """Return the outlet's initials, if they make a word long enough not to be met by chance."""
    words = re.split(r"[^\w&’]+", _plain_name(outlet))
    initials = "".join(word[0] for word in words if word[:1].isupper())
    return frozenset({initials.lower()} if len(initials) >= _ACRONYM_MIN else ())


def _short_names(outlet: str) -> frozenset[str]:
    """Return the tails and the head that a reader may call an outlet by, lower case.

    >>> sorted(_short_names("Roskaben Evening Post"))
    ['evening post', 'post']
    """
    plain = _plain_name(outlet)
    words = _NAME_WORD.findall(plain)
    tails = {" ".join(words[-count:]) for count in range(2, len(words)) if words[-count][:1].isupper()}
    head = _TAIL.split(plain, maxsplit=1)[0]
    names = {name.lower() for name in tails | {head} if len(name.split()) > 1}
    names |= {name.lower() for name in (head, words[-1] if words else "") if name.lower() in _SHORT}
    return frozenset(names - {plain.lower()})


def match_outlet(name: str, outlets: Iterable[OutletNames]) -> OutletNames | None:
    """Return the outlet that a voice's name stands for: its full name inside it, else one short name, else None.

    The name of a body that speaks for itself may also come in other words' order.
    """
    worded, options = _padded(name), list(outlets)
    for outlet in options:
        if any(_padded(full) in worded for full in outlet.full):
            return outlet
    for outlet in options:
        if any(_is_called(name, short) for short in outlet.short | outlet.acronyms):
            return outlet
    words = frozenset(content_words(name))
    for outlet in options:
        if not outlet.is_publisher and len(words) >= _WORDS_OF_A_BODY and words <= outlet.words:
            return outlet
    return None


def match_part(name: str, outlets: Iterable[OutletNames]) -> OutletNames | None:
    """Return the one publisher whose name holds every word that tells the outlet's name from others; else None.

    For a voice that is known to be an outlet: "the edition Zahidna" is the Zahidna Tribune where no other is called so.
    """
    words = find_proper_words(name)
    held = [outlet for outlet in outlets if words and outlet.is_publisher and words <= outlet.proper]
    return held[0] if len(held) == 1 else None


def _is_called(name: str, short: str) -> bool:
    """Tell whether a short name is meant: of several words anywhere, a single word with a capital or at the beginning.

    "Ministry" and the like with a capital are part of other bodies' names too, so they must begin the name.
    """
    if " " in short:
        return _padded(short) in _padded(name)
    words = _NAME_WORD.findall(_POSSESSIVE.sub("", name))
    with_capital = {word.lower() for word in words if word[:1].isupper()}
    begins = _padded(_ARTICLE.sub("", name.strip())).startswith(f" {short} ")
    return begins or (short in with_capital and short not in _BODIES)


@lru_cache(maxsize=4096)
def _padded(name: str) -> str:
    """Return a name's words in lower case between single spaces, possessives cut off, so that words match whole."""
    return f" {' '.join(_NAME_WORD.findall(_POSSESSIVE.sub('', name.lower())))} "
