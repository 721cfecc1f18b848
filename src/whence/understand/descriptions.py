"""Which people, groups, equipment and methods does a report speak of without a name, and what does it say of them?

A description stands for itself. Nothing here looks for who is meant: a later phrase joins a description only where the
text leaves no other reading, and never a name.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from whence.model.spans import Span
from whence.model.statement import Attribute, AttributeKind, Description, DescriptionKind, Entity, Statement
from whence.text.nations import BY_DEMONYM
from whence.understand.relation_things import JOINED
from whence.understand.relation_words import EQUIPMENT, EVENTS, METHODS, VERBS
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    NEGATIONS,
    NUMBERS,
    PERSON_NOUNS,
    PREPOSITIONS,
    STOPS,
    SUBJECT_PRONOUNS,
)

_NEW = frozenset(
    "a an another one two three four five six seven eight nine ten several dozens hundreds some many".split()
)


_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve several dozens hundreds thousands".split()
)


_ARTICLES = frozenset("a an the another this that these those".split())


FUNCTION = SUBJECT_PRONOUNS | PREPOSITIONS | STOPS | AUXILIARIES | NEGATIONS | ADVERBS | DETERMINERS


PEOPLE = (
    PERSON_NOUNS
    | frozenset(
        """national nationals citizen citizens individual individuals volunteer volunteers fighter fighters
        gunman gunmen
    civilian civilians recruit recruits migrant migrants refugee refugees defector defectors suspect suspects teenager
    teenagers mercenary mercenaries prisoner prisoners militant militants veteran veterans tourist tourists boy girl
    smuggler smugglers courier couriers trafficker traffickers hostage hostages passenger passengers protester
    protesters attacker attackers businessman businesswoman cadet cadets sailor sailors nun monk miner miners
    villager villagers pilgrim pilgrims child children girls boys schoolgirls worshippers shoppers
    informant informants cleric clerics activist activists lawmaker lawmakers politician politicians""".split()
    )
) - frozenset(
    """head chief chair sister brother general major prince speaker inquiries authorities report reports member
    members""".split()
)


NO_ROLE = frozenset(
    """person people man woman men women national nationals citizen citizens individual individuals boy girl
    teenager""".split()
)


# Bodies of people that a nation's or a place's name tells apart: "Iraqi forces", "U.S. service members".
_TROOPS = frozenset(
    """forces troops soldiers officers agents marines commandos pilots airmen jets warplanes police army navy military
    government authorities officials prosecutors investigators militants insurgents rebels operatives terrorists
    fighters lawmakers diplomats negotiators engineers scientists""".split()
)


# Armed bodies that reports speak of without a name: "government forces", "the militants".
FORCES = frozenset(
    """forces troops militants terrorists rebels insurgents soldiers fighters gunmen warplanes jihadists jihadis
    extremists militiamen guerrillas commandos paratroopers peacekeepers jets""".split()
)
# Armed bodies that stand for themselves with an article too, where the sentence says whom they fight: "the army".
ARMED_BODIES = frozenset(
    "army military navy coalition alliance regime opposition militia militias junta police".split()
)
_BANDS = frozenset("group gang squad unit cell crew militia ring network band team".split())


_SAME_PERSON = frozenset("individual person man woman suspect".split())


# A method is told from an event by what it says of how: "aerial attacks", "drone warfare", "false identities".
_MANNERS = frozenset(
    """aerial drone suicide car-bomb cyber phishing ransomware urban guerrilla electronic trench false forged fake
    counterfeit front shell hybrid psychological insurgency swarm kamikaze roadside sniper online ballistic""".split()
)


_POSTMODIFIERS = frozenset(("briefed on", "familiar with", "close to", "who spoke", "with knowledge"))


_NOT_METHOD_ALONE = METHODS - {"warfare", "tactics"}


@dataclass(slots=True)
class _Draft:
    """A description while its later occurrences are still looked for."""

    kind: DescriptionKind
    head: str
    worded: str
    spans: list[Span]
    attributes: list[Attribute] = field(default_factory=list)
    sentence: int = 0


def find_descriptions(
    tokens: Tokens, entities: Sequence[Entity], statements: Sequence[Statement]
) -> tuple[Description, ...]:
    """Return the unnamed people, groups, equipment and methods that a text speaks of, in reading order."""
    named = _named_tokens(tokens, entities)
    drafts = [*_things(tokens, named), *_people(tokens, named, _person_starts(tokens, entities))]
    drafts += _voices(statements, drafts)
    drafts.sort(key=lambda draft: draft.spans[0])
    return tuple(
        Description(f"d{number}", draft.worded, draft.kind, tuple(draft.spans), tuple(draft.attributes))
        for number, draft in enumerate(drafts, 1)
    )


def _named_tokens(tokens: Tokens, entities: Sequence[Entity]) -> dict[int, str]:
    """Return the kind of the entity that each token of a name belongs to."""
    named: dict[int, str] = {}
    for entity in entities:
        for span in entity.occurrences:
            low, high = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
            named.update(dict.fromkeys(range(low, high), entity.kind))
    return named


def _person_starts(tokens: Tokens, entities: Sequence[Entity]) -> list[int]:
    return sorted(
        bisect_left(tokens.starts, span.start)
        for entity in entities
        if entity.kind == "person"
        for span in entity.occurrences
    )


def _things(tokens: Tokens, named: dict[int, str]) -> Iterator[_Draft]:
    """Yield equipment and methods; those that are worded alike are one."""
    found: dict[str, _Draft] = {}
    words = tokens.words
    for at in [i for i, word in enumerate(words) if word in EQUIPMENT or word in METHODS]:
        kind: DescriptionKind = "equipment" if words[at] in EQUIPMENT else "method"
        place = _thing_at(tokens, named, at, kind)
        if place is None:
            continue
        span = tokens.span(*place)
        worded = span.cut(tokens.text)
        draft = found.get(worded.lower())
        if draft is None:
            found[worded.lower()] = _Draft(kind, words[at], worded, [span])
        else:
            draft.spans.append(span)
    yield from found.values()


def _thing_at(tokens: Tokens, named: dict[int, str], at: int, kind: DescriptionKind) -> tuple[int, int] | None:  # noqa: PLR0911 - one case a line
    """Return where the description ends whose noun is token `at`; None where a name has that noun beside it."""
    words, forms = tokens.words, tokens.forms
    if (at in named and named[at] not in ("quantity", "document", "facility", "equipment")) or forms[at][0].isupper():
        return None
    following = at + 1
    if (
        following < len(words)
        and (following in named and named[following] not in ("date", "quantity"))
        and words[following] not in FUNCTION
    ):
        return None
    if following < len(words) and forms[following][0].isupper() and tokens.starts[following] - tokens.ends[at] == 1:
        return None
    if following < len(words) and (
        words[following] in EQUIPMENT
        or words[following] in METHODS
        or words[following]
        in _BANDS
        | {"makers", "maker", "school", "trade", "terminal", "team", "crew", "crews", "pilots", "strikes", "strike"}
    ):
        return None
    low = at
    while low > 0 and at - low < 4 and is_modifier(tokens, low - 1):
        if low - 1 in named and named[low - 1] in ("equipment",):
            return None
        if low - 1 in named and named[low - 1] not in ("nationality", "quantity"):
            break
        low -= 1
    if kind == "method" and not any(words[i] in _MANNERS for i in range(low, at)):
        return None
    before = words[low - 1] if low > 0 else ""
    # "It ships", "they mines": a verb, where a subject stands before it.
    if low == at and (
        before in ("he", "she", "it", "they", "who", "which", "to")
        or (named.get(low - 1, "quantity") != "quantity" and before != "'s")
    ):
        return None
    return low, at + 1


def is_modifier(tokens: Tokens, i: int) -> bool:
    """Tell whether a token says more of the noun behind it: an adjective, a noun, a participle, no verb."""
    word = tokens.words[i]
    if i > 0 and tokens.words[i - 1] == "to":
        return False
    if not word[0].isalpha() or word in FUNCTION or word in NUMBERS or word in FINITE:
        return False
    if word in VERBS and not word.endswith(("ed", "ing")):
        return False
    if word.endswith(("ed", "ing")) and "-" not in word and word in VERBS:
        return i > 0 and tokens.words[i - 1] in DETERMINERS
    if word.endswith(("ing", "ed")) and "-" not in word:
        return i > 0 and (tokens.words[i - 1] in DETERMINERS or tokens.words[i - 1] in PREPOSITIONS)
    return not word.endswith("ly")


_ALL_PEOPLE = PEOPLE | _BANDS | _TROOPS | FORCES | ARMED_BODIES


def _people(tokens: Tokens, named: dict[int, str], persons: list[int]) -> Iterator[_Draft]:
    """Yield unnamed people and groups as the text brings them up, with its later words for them."""
    words = tokens.words
    found: list[_Draft] = []
    for at in [i for i, word in enumerate(words) if word in _ALL_PEOPLE]:
        if at in named and named[at] in ("person", "organisation", "armed_group", "government", "outlet"):
            continue
        low = _people_low(tokens, named, at)
        sentence = bisect_left(tokens.sentences, (at + 1, 0)) - 1
        if _belongs_to_name(tokens, named, low, at):
            continue
        lead = words[low]
        if lead in ("the", "this", "that"):
            earlier = _earlier(found, words[at], sentence, lead)
            named_since = earlier is not None and any(
                tokens.sentences[earlier.sentence][0] <= start < at for start in persons
            )
            if earlier is not None and not named_since and at - low < 3:
                earlier.spans.append(tokens.span(low + 1, at + 1))
                continue
        draft = _introduce(tokens, low, at, persons)
        same = draft and next(
            (
                each
                for each in found
                if each.worded.lower() == draft.worded.lower() and each.head in FORCES | ARMED_BODIES
            ),
            None,
        )
        if draft is not None and same is not None:
            same.spans += draft.spans
            continue
        if draft is not None:
            draft.sentence = sentence
            found.append(draft)
    yield from found


_SAID = frozenset("said says told added reported claimed".split())


def _people_low(tokens: Tokens, named: dict[int, str], at: int) -> int:
    """Return where the phrase begins whose noun is token `at`, with its article or number."""
    words = tokens.words
    low = at
    while low > 0 and at - low < 6:
        word = words[low - 1]
        if word in _COUNTS or word in _ARTICLES or word.isdigit():
            return low - 1
        is_joined = word == "and" and low - 2 >= 0 and words[low - 2] in DEMONYMS and words[low] in DEMONYMS
        if is_joined:
            low -= 2
            continue
        is_age = word.endswith("year-old")
        if not (is_age or word in DEMONYMS or is_modifier(tokens, low - 1)) or word in _SAID:
            break
        if low - 1 in named and named[low - 1] not in ("nationality", "quantity", "date", "place"):
            break
        low -= 1
    return low


DEMONYMS = frozenset(word.lower() for word in BY_DEMONYM) | {"u.s.", "us", "u.k.", "uk"}


def _belongs_to_name(tokens: Tokens, named: dict[int, str], low: int, at: int) -> bool:
    """Tell whether a phrase says of a named thing what it is: beside the name, between commas, or behind "is"."""
    words, forms = tokens.words, tokens.forms
    following = at + 1
    if following < len(words) and (following in named or forms[following][0].isupper()):
        return True
    if following < len(words) and words[following] in ("called", "named", "known", "'s", "'"):
        return True
    if following < len(words) and words[following] == "," and following + 1 in named:
        return True
    if low > 0 and low - 1 in named:
        # "Orn-backed rebels": they are not Orn's name for itself.
        return not words[low - 1].endswith(JOINED)
    if low > 1 and words[low - 1] in (
        ",",
        "is",
        "was",
        "are",
        "were",
        "as",
        "remains",
        "became",
        "become",
        "been",
        "be",
        "'s",
        "its",
        "his",
        "their",
        "her",
        "of",
    ):
        # "Of" as in "the arrest of a driver" brings up a person; "the work of Orr, a driver" has a comma.
        return words[low - 1] != "of"
    return False


def _earlier(found: Sequence[_Draft], head: str, sentence: int, lead: str) -> _Draft | None:
    """Return the one description that "the driver" or "this individual" can mean within the last three sentences."""
    near = [draft for draft in found if draft.kind == "person" and sentence - draft.sentence <= 3]
    same = [draft for draft in near if draft.head == head]
    if len(same) == 1:
        return same[0]
    return (
        near[0]
        if len(near) == 1 and not same and head in _SAME_PERSON and (lead in ("this", "that") or head != "suspect")
        else None
    )


def _introduce(tokens: Tokens, low: int, at: int, persons: list[int]) -> _Draft | None:
    """Return the description that a phrase brings up; None for "the minister", who may have a name in the text."""
    words = tokens.words
    lead, head = words[low], words[at]
    between = words[low:at]
    nationalities = [i for i in range(low, at) if words[i] in DEMONYMS and tokens.forms[i][0].isupper()]
    is_aged = any(word.endswith("year-old") for word in between)
    is_new = lead in _NEW or lead.isdigit() or (lead in _COUNTS)
    is_bare_group = (lead not in _ARTICLES or head in _TROOPS) and not is_new and bool(nationalities)
    is_bare_group = is_bare_group and (head in _TROOPS or head.endswith(("s", "men")))
    is_fresh = lead == "the" and is_aged and not any(at - 60 < start < at for start in persons)
    if head in _BANDS and not (is_new and at - low > 1):
        return None
    is_fighting = head in ARMED_BODIES and lead in _ARTICLES and _is_fought(tokens, at)
    if head in _TROOPS | ARMED_BODIES and head not in PEOPLE | FORCES and not (is_bare_group or is_fighting):
        return None
    is_force = head in FORCES and (at - low > 1 or lead not in _ARTICLES)
    is_force = is_force or is_fighting
    if not (is_new or is_bare_group or is_fresh or is_force):
        return None
    is_many = (
        (head.endswith(("s", "men")) and not head.endswith("ss"))
        or head in ("men", "women", "people", "gunmen")
        or head in _BANDS | _TROOPS | ARMED_BODIES
    )
    begin = low + 1 if lead in _ARTICLES else low
    end = _postmodified(tokens, at + 1)
    span = tokens.span(begin, end)
    draft = _Draft("group" if is_many else "person", head, span.cut(tokens.text), [span])
    draft.attributes = [*_said(tokens, low, at, nationalities), *_from_place(tokens, at)]
    return draft


RANKS = frozenset("general colonel commander captain major lieutenant sergeant admiral brigadier officer".split())
_ATTACKS = frozenset(
    [word for word, verbs in VERBS.items() if any(f.predicate == "attacked" for verb in verbs for f in verb.frames)]
    + [word for word, frames in EVENTS.items() if frames[0].predicate == "attacked"]
)


def _is_fought(tokens: Tokens, at: int) -> bool:
    """Tell whether the sentence of a token has a word of fighting, or a rank in front of "in the army"."""
    low, high = tokens.sentences[bisect_left(tokens.sentences, (at + 1, 0)) - 1]
    if (
        tokens.words[max(low, at - 2) : at] == ["in", "the"]
        and at - 3 >= low
        and tokens.words[at - 3] in PEOPLE | RANKS
    ):
        return True
    return any(word in _ATTACKS or word == "against" for word in tokens.words[low:high])


def _postmodified(tokens: Tokens, end: int) -> int:
    """Return where "briefed on the matter" ends that tells of unnamed people what they know; else the noun's end."""
    words = tokens.words
    if " ".join(words[end : end + 2]) not in _POSTMODIFIERS:
        return end
    at = end + 2
    while (
        at < len(words)
        and at - end < 8
        and (words[at][0].isalpha() and words[at] not in AUXILIARIES and words[at] not in ("said", "told", "say"))
    ):
        at += 1
    return at


def _said(tokens: Tokens, low: int, at: int, nationalities: Sequence[int]) -> Iterator[Attribute]:
    words = tokens.words
    for i in nationalities:
        yield attribute_at(tokens, "nationality", i, i + 1)
    for i in range(low, at):
        if words[i].endswith("year-old"):
            yield attribute_at(tokens, "age", i, i + 1)
        elif words[i] in _COUNTS - {"one"} or words[i].isdigit():
            yield attribute_at(tokens, "number", i, i + 1)
    if words[at] not in NO_ROLE and words[at] not in _BANDS | _TROOPS:
        yield attribute_at(tokens, "role", at, at + 1)


def _from_place(tokens: Tokens, at: int) -> Iterator[Attribute]:
    """Yield where the phrase says that someone is from: "a driver from Kuot"."""
    words, forms = tokens.words, tokens.forms
    if at + 2 < len(words) and words[at + 1] == "from" and forms[at + 2][0].isupper():
        end = at + 3
        while end < len(words) and forms[end][0].isupper() and tokens.starts[end] - tokens.ends[end - 1] == 1:
            end += 1
        yield attribute_at(tokens, "place", at + 2, end)


def attribute_at(tokens: Tokens, kind: AttributeKind, low: int, high: int) -> Attribute:
    """Return what the words `low` to `high` say of a thing, as worded."""
    span = tokens.span(low, high)
    return Attribute(kind, span.cut(tokens.text), span)


def _voices(statements: Sequence[Statement], known: Sequence[_Draft]) -> list[_Draft]:
    """Return the unnamed people on whose word statements rest that no phrase brought up; one voice is one of them."""
    found: dict[str, _Draft] = {}
    taken = [(span, draft) for draft in known for span in draft.spans]
    for statement in statements:
        if statement.within != "text":
            continue
        for voice in statement.voices:
            if voice.named or voice.kind != "unnamed" or voice.span is None:
                continue
            span = voice.span
            head = _head(voice.as_worded)
            is_phrase = voice.as_worded.lower().split()[:1] and voice.as_worded.lower().split()[0] not in PREPOSITIONS
            if (
                head not in PEOPLE
                or not is_phrase
                or any(span.start < other.end and other.start < span.end for other, _ in taken)
            ):
                continue
            draft = found.get(voice.name)
            if draft is None:
                kind: DescriptionKind = (
                    "group" if head.endswith("s") or head in ("people", "men", "women") else "person"
                )
                draft = found[voice.name] = _Draft(kind, head, voice.as_worded, [])
                if head not in NO_ROLE:
                    at = span.start + voice.as_worded.lower().rfind(head)
                    draft.attributes.append(
                        Attribute("role", voice.as_worded[at - span.start :][: len(head)], Span(at, at + len(head)))
                    )
            if span not in draft.spans:
                draft.spans.append(span)
    return [draft for draft in found.values() if draft.spans]


def _head(worded: str) -> str:
    """Return the noun that a phrase is about, as far as the first preposition tells.

    >>> _head("two officials briefed on the matter")
    'officials'
    """
    words = worded.lower().split()
    return next((word for word in words if word in PEOPLE), words[-1] if words else "")
