"""Which things stand in a sentence, how far does the phrase of each reach, and to which does a pronoun lead back?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from whence.model.statement import Entity
from whence.text.nations import BY_DEMONYM, BY_NAME
from whence.understand.cues import VERBS as CUE_VERBS
from whence.understand.relation_words import EQUIPMENT, GROUPS, PEOPLE, VERBS
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    DATES,
    DETERMINERS,
    FINITE,
    NEGATIONS,
    ORGANISATION_NOUNS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    POSSIBLE_VERBS,
    PREPOSITIONS,
    STOPS,
    TIME_WORDS,
    TITLES,
)

BODIES = frozenset({"organisation", "armed_group", "government", "outlet"})


# The kind of unnamed people who are no party but of what is done to them: "killed 12 civilians".
CROWD = "crowd"
POSSESSIVES = frozenset("its his her their".split())
FUNCTION = (
    PREPOSITIONS | STOPS | AUXILIARIES | NEGATIONS | ADVERBS | frozenset("he she it they we i you him them us".split())
)


_NUMERALS = frozenset(
    "two three four five six seven eight nine ten twenty thirty dozens hundreds thousands half".split()
)


_DEMONYMS = frozenset(word.lower() for word in BY_DEMONYM)


@dataclass(slots=True)
class Thing:
    """Something that a sentence speaks of: its own tokens `low` to `high`, its phrase `start` to `end`.

    `outer` is where a phrase begins that stands for it ("fighters from the"); `head` is the noun behind or before the
    name that the phrase is about, "" where the name is; `is_party` is False where the phrase is about something else
    ("the Corrigan budget").
    """

    low: int
    high: int
    start: int
    end: int
    ids: tuple[str, ...]
    kind: str
    outer: int
    head: str = ""
    is_party: bool = True
    is_owned: bool = False
    is_pronoun: bool = False
    before: tuple[str, ...] = ()


@dataclass(slots=True)
class Scene:
    """The things of one sentence in reading order, with a look-up by where a phrase begins and ends."""

    tokens: Tokens
    low: int
    high: int
    things: list[Thing] = field(default_factory=list)
    starts: dict[int, Thing] = field(default_factory=dict)
    outers: dict[int, Thing] = field(default_factory=dict)
    ends: dict[int, Thing] = field(default_factory=dict)
    # "Its", "his", "their" by where they stand: whose the phrase behind them is.
    owners: dict[int, Thing] = field(default_factory=dict)

    def add(self, thing: Thing) -> None:
        """Add a thing and where it stands."""
        self.things.append(thing)
        self.starts[thing.start] = thing
        # Of "Brazil's council CADEC", the phrase is about the last.
        self.outers[thing.outer] = thing
        self.ends[thing.end] = thing

    def begins(self, at: int) -> Thing | None:
        """Return the thing whose phrase begins at a token, with or without the words that stand for it."""
        return self.outers.get(at) or self.starts.get(at)

    def ending(self, at: int) -> Thing | None:
        """Return the thing whose phrase ends at a token, quotation marks and a short form in brackets stepped over."""
        words = self.tokens.words
        while at > self.low and words[at - 1] in ("'", '"'):
            at -= 1
        thing = self.ends.get(at)
        if thing is None and at - 2 > self.low and words[at - 1] == ")":
            opening = next((i for i in range(at - 2, max(self.low, at - 8), -1) if words[i] == "("), 0)
            thing = self.ends.get(opening)
        return thing

    def within(self, low: int, high: int) -> list[Thing]:
        """Return the things whose phrases begin between two tokens."""
        return [thing for thing in self.things if low <= thing.outer < high and thing.end <= high]


SETTLEMENTS = frozenset(
    """island islands town towns city cities village villages port ports province provinces region regions district
    districts state states suburb suburbs outskirts area areas parts rainforests forests forest jungles jungle mountains
    hills coast streets valleys valley countryside waters""".split()
)


def is_firm_between(tokens: Tokens, place: Thing, following: Thing) -> bool:
    """Tell whether "Zurich company" stands right before a name: a place, then a noun that names a body."""
    between = tokens.words[place.high : following.low]
    if not between or len(between) > 4 or place.end > following.low or "," in between:
        return False
    return following.start in (place.high, place.end) and between[-1] in _FIRM_NOUNS


_FIRM_NOUNS = (
    ORGANISATION_NOUNS
    | OUTLET_NOUNS
    | GROUPS
    | frozenset(
        """start-up startup maker dredger retailer shipbroker broker trader builder yard developer miner site house
        daily weekly""".split()
    )
)


# Signs without width that some texts have between words.
_MARKS = frozenset("\u200e\u200f\u200b\ufeff")


# Behind a name and joined to it, they say what it has to do with the thing that follows: "Orn-backed", "Front-held".
LED = ("-led", "-commanded", "-headed")
HELD = ("-held", "-controlled", "-owned", "-run", "-occupied")
BACKED = (
    "-backed",
    "-allied",
    "-aligned",
    "-affiliated",
    "-linked",
    "-funded",
    "-sponsored",
    "-supported",
    "-financed",
)
JOINED = (*LED, *HELD, *BACKED)

MODELS = frozenset("system systems model models series class variant variants units version".split())


def is_verb_like(word: str) -> bool:
    """Tell whether a word may be a verb as far as lists can tell."""
    return word in VERBS or word in FINITE or word in CUE_VERBS or word in POSSIBLE_VERBS


def phrase_start(tokens: Tokens, low: int, name: int, named: set[int], *, is_person: bool) -> int:
    """Return where the noun phrase of a name begins: its article, and what says of it what it is."""
    words, forms = tokens.words, tokens.forms
    i = name
    while i > low and name - i < 8:
        word = words[i - 1]
        if word in _MARKS:
            i -= 1
            continue
        if word in ("called", "named", "dubbed", "nicknamed") or (
            word == "as" and i - 2 > low and words[i - 2] in ("known", "identified")
        ):
            i -= 1 if word != "as" else 2
            continue
        if (word in FUNCTION and word not in DETERMINERS) or word in ("that", "least", "than", "estimated"):
            break
        if word in DETERMINERS:
            return i - 1
        is_title = (
            word in TITLES
            or word in PERSON_NOUNS
            or word in _DEMONYMS
            or (is_person and i - 1 not in named and i - 1 > low)
        )
        if not (word[0].isalnum() and (forms[i - 1][0].islower() or is_title or word[0].isdigit())):
            break
        if i - 1 in named:
            break
        if word in DATES or (word.endswith("ly") and (i - 2 < low or words[i - 2] not in DETERMINERS)):
            break
        may_be_verb = forms[i - 1][0].islower() and (word.endswith(("ed", "ing")) or is_verb_like(word))
        if may_be_verb and not _is_modifier(tokens, low, i - 1):
            break
        i -= 1
    return i


def _is_modifier(tokens: Tokens, low: int, i: int) -> bool:
    """Tell whether a word that may be a verb stands inside a noun phrase: "the banned Union", "its trading arm"."""
    if i == low:
        return tokens.words[i] in PERSON_NOUNS or tokens.words[i] in TITLES
    before = tokens.words[i - 1]
    is_open = (before in DETERMINERS and before != "that") or before in POSSESSIVES or before == "'s"
    is_open = is_open or (before.endswith("ly") and i - 2 >= low and tokens.words[i - 2] in DETERMINERS)
    if tokens.words[i] in PERSON_NOUNS or tokens.words[i] in TITLES:
        return True
    if is_open and before not in ("both", "all"):
        return True
    # "Grain trader", "trade union": a noun that is no finite verb here stands behind another modifier.
    return (
        not tokens.words[i].endswith(("ed", "ing", "s"))
        and tokens.words[i] not in FINITE
        and before not in ("to",)
        and not tokens.forms[i - 1][0].isupper()
        and _leads_to_article(tokens, low, i)
    )


def _leads_to_article(tokens: Tokens, low: int, i: int) -> bool:
    return any(word in ("the", "a", "an", "its", "his", "her", "their") for word in tokens.words[max(low, i - 3) : i])


def phrase_end(tokens: Tokens, name_end: int, high: int, *, kind: str) -> tuple[int, str]:
    """Return where the phrase of a name ends and its head noun: "Polarex units", "the Vasilkov oil terminal"."""
    words, forms = tokens.words, tokens.forms
    i, head = name_end, ""
    while i < high and i - name_end < 3:
        word = words[i]
        is_glued = tokens.starts[i] == tokens.ends[i - 1]
        if is_glued and word == "-":
            i += 1
            continue
        if is_glued and i > name_end and words[i - 1] == "-":
            i += 1
            continue
        if (
            not forms[i][0].islower()
            or word in FUNCTION
            or word in TIME_WORDS
            or word in DETERMINERS
            or word.endswith("ly")
        ):
            break
        is_noun = (
            word in PEOPLE
            or word in GROUPS
            or (word in EQUIPMENT and not (kind in ("person", "place") and word in VERBS))
        )
        if (
            not is_noun
            and (is_verb_like(word) or word.endswith(("ed", "s", "ing")))
            and word not in ("terminals", "oils")
        ):
            break
        # "Orr twice": what no list has as a noun is none behind a person's name.
        if kind == "person" and not is_noun and word not in PERSON_NOUNS:
            break
        head = word
        i += 1
        if word in PERSON_NOUNS:
            break
    if words[i - 1] == "-":
        i -= 1
    return i, head


def outer_start(tokens: Tokens, low: int, start: int) -> int:
    """Return where "fighters from", "a convoy of", "two members of" begins in front of a phrase; else its own start."""
    words = tokens.words
    if start - 2 < low or words[start - 1] not in ("of", "from", "with", "in"):
        return start
    at = start - 2
    if words[at] not in PEOPLE and words[at] not in SETTLEMENTS:
        return start
    is_plural = words[at].endswith(("s", "men")) or words[at] in ("half", "personnel", "aircraft")
    begin = at
    while (
        begin > low
        and at - begin < 3
        and (
            words[begin - 1] in DETERMINERS
            or words[begin - 1] in _NUMERALS
            or words[begin - 1].isdigit()
            or (
                words[begin - 1] not in FUNCTION
                and not is_verb_like(words[begin - 1])
                and words[begin - 1][0].isalpha()
                and (tokens.forms[begin - 1][0].islower() or begin - 1 == low)
            )
        )
    ):
        begin -= 1
    has_article = begin < at and words[begin] in ("a", "an", "the", "another", "one")
    return begin if is_plural or has_article else start


_INITIALS = frozenset(("US", "U.S.", "U.S", "UK", "U.K.", "U.K", "UAE", "USA", "United States"))


def is_land(worded: str) -> bool:
    """Tell whether a name is a state's ("Iceland", "Turkish")."""
    return worded in BY_NAME or worded in BY_DEMONYM or worded in _INITIALS


def kinds_of(entities: Iterable[Entity]) -> Mapping[str, str]:
    """Return the kind of each entity by its id."""
    return {entity.id: entity.kind for entity in entities}
