"""What can lists and patterns say where no corpus does: kinds of bodies, and the manner of well-known cues?"""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from pathlib import Path

from whence.understand.certainty import find_hedges, weakest
from whence.understand.cue_words import cue_of
from whence.understand.tags import ACTS, CERTAINTIES, POLARITIES
from whence.understand.tokens import Tokens

OUTLETS = Path(__file__).resolve().parents[3] / "shared" / "data" / "outlets"

_NEGATIONS = frozenset("not n't never no nor neither without declined refused".split())
# How names of each kind end or begin; written for this file, kept short, checked on the written sentences.
_ENDS: tuple[tuple[str, str], ...] = (
    ("facility", r"(Airport|Airfield|Air ?[Bb]ase|Bridge|Prison|Jail|Hospital|Stadium|Tower|Building|Power Plant|"
                 r"Refinery|Embassy|Barracks|Terminal|Dam|Station|Harbou?r|Port|Palace|Mosque|Cathedral|Church|Museum|Hotel|Camp|Mall)"),
    ("armed_group", r"(Brigades?|Battalion|Militias?|Cartel|Liberation Front|Liberation Army|Martyrs'? Brigades?|"
                    r"Army of God|Resistance Army|Tigers|Guerrillas|Gang|Division|Regiment|Squad)"),
    ("outlet", r"(Times|Post|Herald|Tribune|Gazette|Journal|Courier|Chronicle|Telegraph|Guardian|Observer|News|TV|"
               r"Television|Radio|Broadcasting( Corporation)?|Press|Magazine|Newspaper|News Agency|Daily|Weekly|Mail)"),
    ("government", r"(Ministry|Department|Police|Parliament|Congress|Senate|Court|Council|Cabinet|Army|Navy|Air Force|"
                   r"Agency|Commission|Directorate|Bureau|Authority|Government|Administration|Guard|Service|Assembly|Knesset)"),
)  # fmt: skip
_BEGINS = re.compile(
    r"(Ministry|Department|Office|Supreme Court|House|Bureau|Court) of\b|(White House|Pentagon|Kremlin)\b"
)
# Groups and outlets that news of the corpora's years names again and again.
_GROUPS = frozenset(
    """taleban taliban hamas hezbollah al-qaida al-qaeda isil isis daesh farc eta fatah sdf is pkk ltte""".split()
)
_OUTLETS = frozenset(
    """reuters bbc cnn voa ap afp breitbart politico msnbc nbc abc cbs xinhua itar-tass interfax irna al-jazeera
    al-arabiya foxnews axios slate vox buzzfeed huffpost newsweek npr kyodo yonhap""".split()
)
_UNITED = re.compile(r"^(United Nations|U\.N\.|UN|NATO|European Union|EU|World .*|International .*|.* Party|.* Union|"
                     r".* (Inc|Corp|Ltd|Company|Group|Bank|University|Association|Federation|Club)\.?)$")  # fmt: skip


def narrowed(kinds: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Return which of the kinds a name can be by its own words, or all of them where they tell nothing.

    >>> narrowed(("organisation", "armed_group", "government", "outlet"), "Ministry of Fisheries")
    ('government',)
    """
    low = name.lower()
    for kind, known in (("armed_group", _GROUPS), ("outlet", _OUTLETS | outlet_names())):
        if kind in kinds and low in known:
            return (kind,)
    if "organisation" in kinds and _UNITED.match(name):
        return ("organisation",)
    for kind, pattern in _ENDS:
        if kind in kinds and re.search(rf"\b{pattern}$", name) and " " in name:
            return (kind,)
    if "government" in kinds and _BEGINS.match(name):
        return ("government",)
    if "facility" in kinds and len(kinds) > 1:
        # Without a word that says so, a name of a place or a body is hardly a building's.
        kinds = tuple(kind for kind in kinds if kind != "facility")
    if "nationality" in kinds and "place" in kinds:
        return ("nationality",) if re.search(r"(an|ese|ish|i|ch|sh|ean|ans|is|ic)$", name) else ("place",)
    return kinds


@cache
def outlet_names() -> frozenset[str]:
    """Return the names of outlets that the domains of the shared lists spell, in lower case."""
    found: set[str] = set()
    for file in sorted(OUTLETS.glob("*.txt")) if OUTLETS.is_dir() else ():
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            name = re.sub(r"^www\.|\.[a-z.]+$", "", line.strip().lower())
            if len(name) > 6:
                found.add(name)
    return frozenset(found)


def weak_manner(tokens: Tokens, cue: tuple[int, int], contents: list[tuple[int, int]]) -> tuple[int, int, int]:
    """Return the numbers of act, certainty and polarity that the tables of cues give, or -1 each.

    `cue` and `contents` in code points. Negated cues are left out: what they do depends on more than the word.
    """
    low, high = tokens_at(tokens, cue)
    words = tokens.words[low:high]
    found = cue_of(words)
    if found is None or _NEGATIONS & set(words) or (low and tokens.words[low - 1] in _NEGATIONS):
        return -1, -1, -1
    certainty = found.certainty
    for span in contents[:1]:
        first, last = tokens_at(tokens, span)
        certainty = weakest(certainty, find_hedges(tokens, first, last)[0])
    return ACTS.index(found.act), CERTAINTIES.index(certainty), POLARITIES.index(found.polarity)


def tokens_at(tokens: Tokens, span: tuple[int, int]) -> tuple[int, int]:
    """Return the range of tokens that a span of code points touches."""
    return bisect_right(tokens.ends, span[0]), bisect_left(tokens.starts, span[1])
