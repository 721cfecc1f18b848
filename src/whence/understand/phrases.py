"""Where does the noun phrase before or after a verb begin and end?"""

from whence.understand.cues import NOUNS, VERBS
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    ACCESS,
    ADVERBS,
    AUXILIARIES,
    CONNECTORS,
    COORDINATORS,
    DATES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FINITE,
    PERSON_NOUNS,
    PERSONAL,
    POSSIBLE_VERBS,
    PREPOSITIONS,
    STOPS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
)

Range = tuple[int, int]

# No noun phrase that names a voice is longer; a longer one is a clause that was not recognised.
MAX_PHRASE = 28
_PUNCTUATION = frozenset(',;:.!?—"()[]…/|•*"“”')
_PHRASE_START = DETERMINERS - {"that"}
_ARTICLES = frozenset("the a an his her its their this".split())
# Prepositions that open a clause rather than a noun phrase.
_OPENING = frozenset("in at on after before by for with as to from since".split())
_MARKS_OF_CLAUSE = frozenset(',;:—"(')


def is_capital(tokens: Tokens, i: int) -> bool:
    """Tell whether the token begins with a capital letter."""
    return tokens.forms[i][:1].isupper()


def is_participle_modifier(tokens: Tokens, i: int, high: int) -> bool:
    """Tell whether token i is a participle that says more about the noun before it ("polled by the agency")."""
    word = tokens.words[i]
    if i + 1 >= high or not (word in ACCESS or word.endswith("ed")):
        return False
    following = tokens.words[i + 1]
    return following in PREPOSITIONS or (word in ACCESS and following in ("exclusively", "yesterday", "earlier"))


def is_verb(tokens: Tokens, i: int) -> bool:
    """Tell whether token i can only be read as a finite verb, as far as a word list can tell."""
    word = tokens.words[i]
    if word in FINITE:
        return word != "'s"
    forms = VERBS.get(word)
    if forms is None:
        return False
    if word in NOUNS or word in DOCUMENT_NOUNS or word in PERSON_NOUNS:
        return False
    return any(form in ("ed", "s") for _, form in forms)


def find_subject(tokens: Tokens, low: int, verb: int) -> Range | None:
    """Return the noun phrase that ends right before `verb`, stepping over an apposition or a relative clause."""
    end = _before_aside(tokens, low, verb)
    if end is None:
        return None
    end = _before_time(tokens.words, end - 1, low) + 1
    start = _scan_left(tokens, low, end)
    if start is None:
        return None
    if end - start == 1 and start > low + 1 and tokens.words[start].isdigit() and tokens.words[start - 1] == ",":
        # An age between commas: "Oona Black, 84, who ..., said"
        return find_subject(tokens, low, start - 1)
    if end < verb and (named := _named_before(tokens, low, start)) is not None:
        return named
    modifier = _modifier_before(tokens, low, start)
    if modifier is not None:
        wider = _scan_left(tokens, low, modifier)
        if wider is not None:
            start, end = wider, modifier
    return _with_coordinate(tokens, low, start), end


def _named_before(tokens: Tokens, low: int, start: int) -> Range | None:
    """Return the name of whom a phrase that begins at `start` says more: "Orr Venn, a lawyer from Paris, Texas, said".

    Of two asides in a row the first is the phrase, since the second belongs to a place inside it.
    """
    words = tokens.words
    if start < low + 2 or words[start - 1] != "," or words[start] not in ("a", "an", "the"):
        return None
    if start > low + 3 and words[start - 2].isdigit() and words[start - 3] == ",":
        start -= 2
    if not is_capital(tokens, start - 2) or words[start - 2] in DATES:
        return None
    begin = _scan_left(tokens, low, start - 1)
    if begin is None or words[begin] in PREPOSITIONS or not is_capital(tokens, begin):
        return None
    return None if begin > low and words[begin - 1] in PREPOSITIONS else (begin, start - 1)


def _modifier_before(tokens: Tokens, low: int, start: int) -> int | None:  # noqa: C901 - one case a line
    """Return where the modifier begins whose end was taken for the subject ("people who spoke to X")."""
    words = tokens.words
    k = start - 1
    if k > low and words[k] in PREPOSITIONS:
        k -= 1
    while k > low and words[k].endswith("ly"):
        k -= 1
    if k <= low:
        return None
    if k < start - 1 and is_participle_modifier(tokens, k, start):
        if words[k - 1] == "and":
            earlier = (j for j in range(k - 2, max(low, k - 9), -1) if is_participle_modifier(tokens, j, start))
            k = next(earlier, k)
        if _can_end_phrase(tokens, k - 1) and words[k - 1] != "and":
            return k
    while k > low + 1 and words[k] in AUXILIARIES | ADVERBS:
        k -= 1
    for back in range(k, max(low, k - 7), -1):
        if words[back] == "whom" and back > low + 1 and words[back - 1] in PREPOSITIONS:
            return back - 1
        if words[back] in ("who", "which") and back > low and _can_end_phrase(tokens, back - 1):
            return back
        if words[back] in (",", ";", "that", '"', "he", "she", "they", "we", "i"):
            return None
    return None


def _before_aside(tokens: Tokens, low: int, verb: int) -> int | None:
    """Return where the phrase ends once an aside between commas in front of the verb is stepped over."""
    words = tokens.words
    end = verb
    if end - 1 < low:
        return None
    if words[end - 1] == ")":
        opening = _find_back(words, low, end - 2, "(")
        return opening if opening is not None and opening > low else None
    if words[end - 1] not in (",", "—"):
        return end
    mark = words[end - 1]
    opening = _find_back(words, low, end - 2, mark)
    while opening is not None and opening > low:
        if _is_aside(tokens, opening + 1, end - 1):
            return opening
        opening = _find_back(words, low, opening - 1, mark)
    return None


def _find_back(words: list[str], low: int, i: int, mark: str) -> int | None:
    while i >= low:
        if words[i] == mark:
            return i
        if words[i] == '"':
            return None
        i -= 1
    return None


def _is_aside(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether the tokens between two commas are an aside on the noun before them."""
    words = tokens.words
    first = words[low]
    if first in ("who", "which", "whose", "whom", "where"):
        return True
    if any(words[i] in ("which", "whom") for i in range(low, min(high, low + 4))):
        return True
    if first in (
        "however",
        "meanwhile",
        "though",
        "too",
        "then",
        "later",
        "speaking",
        "citing",
        "quoting",
        "asked",
        "pressed",
        "questioned",
        "reached",
        "interviewed",
    ):
        return True
    if first in PREPOSITIONS or is_participle_modifier(tokens, low, high) or first.endswith("ing"):
        return True
    return not any(is_verb(tokens, i) for i in range(low, high))


def _scan_left(tokens: Tokens, low: int, end: int) -> int | None:  # noqa: C901, PLR0912 - one case a line
    """Return the first token of the noun phrase that ends at `end`."""
    words = tokens.words
    start = end
    i = end - 1
    floor = max(low, end - MAX_PHRASE)
    while i >= floor and words[i] in ADVERBS and start == end and i > low:
        # "also", "later" between subject and verb
        i -= 1
    last = i
    if i < floor:
        return None
    if words[i] in SUBJECT_PRONOUNS and tokens.quote_of[i] < 0:
        return i
    while i >= floor:
        word = words[i]
        quote = tokens.quote_of[i]
        if (
            quote >= 0
            and tokens.quote_starts[quote] > floor
            and i - tokens.quote_starts[quote] < 9
            and tokens.words[tokens.quote_starts[quote] - 1] not in _MARKS_OF_CLAUSE
        ):
            i = start = tokens.quote_starts[quote]
            i -= 1
            continue
        if word in _PUNCTUATION or quote >= 0:
            if word == ")":
                opening = _find_back(words, floor, i - 1, "(")
                if opening is not None:
                    i = opening - 1
                    continue
            break
        if word in STOPS or (word in PERSONAL and i < last):
            break
        if word in CONNECTORS and not is_capital(tokens, i + 1 if i + 1 < end else i):
            break
        if word in DATES and (i + 1 >= end or words[i + 1] not in ("'s", "'")):
            break
        if is_verb(tokens, i) and not is_participle_modifier(tokens, i, end):
            break
        if word in _OPENING and (i == low or not _can_end_phrase(tokens, i - 1)):
            break
        start = i
        if (
            word in _PHRASE_START
            and (i == low or words[i - 1] not in PREPOSITIONS or not _can_carry(tokens, i - 1, low))
            and not (i > low and (words[i - 1] in _PHRASE_START or words[i - 1] in ("'s",)))
        ):
            break
        i -= 1
    return start if start < end and _is_phrase(tokens, start, end) else None


def _before_time(words: list[str], i: int, floor: int) -> int:
    """Step over "last week" or "on Monday" between a subject and its verb."""
    if (
        i - 1 > floor
        and words[i] in TIME_WORDS
        and words[i - 1] in ("last", "this", "next", "on", "late", "early", "earlier")
    ):
        return i - 2
    return i


def _can_end_phrase(tokens: Tokens, i: int) -> bool:
    """Tell whether a noun phrase can end in token i, so that a preposition after it goes on with it."""
    word = tokens.words[i]
    return not (word in _PUNCTUATION or word in STOPS or word in PERSONAL or word in AUXILIARIES or is_verb(tokens, i))


def _can_carry(tokens: Tokens, i: int, low: int) -> bool:
    """Tell whether the preposition at i joins two parts of one phrase."""
    return i > low and _can_end_phrase(tokens, i - 1) and tokens.words[i - 1] not in DATES


def _is_phrase(tokens: Tokens, start: int, end: int) -> bool:
    return any(tokens.words[i][0].isalnum() and tokens.words[i] not in PREPOSITIONS for i in range(start, end))


def _with_coordinate(tokens: Tokens, low: int, start: int) -> int:
    """Return the start of "A and B" where the phrase from `start` is B and A begins the clause."""
    words = tokens.words
    if start - 2 < low or words[start - 1] not in ("and", "or"):
        return start
    if not _can_end_phrase(tokens, start - 2) or words[start - 2] in DATES:
        return start
    other = _scan_left(tokens, low, start - 1)
    if other is None or (other > low and words[other - 1] not in _MARKS_OF_CLAUSE | {"that", "as"}):
        return start
    if any(is_verb(tokens, i) and not is_participle_modifier(tokens, i, start) for i in range(other, start - 1)):
        return start
    return other


def find_object(tokens: Tokens, start: int, high: int) -> int:
    """Return where the noun phrase that begins at `start` ends: before a mark, a verb, "that" or "who"."""
    words = tokens.words
    i = start
    limit = min(high, start + MAX_PHRASE)
    while i < limit:
        word = words[i]
        if word in _PUNCTUATION and not (word == "(" and i > start):
            break
        if word == "(":
            closing = next((j for j in range(i, limit) if words[j] == ")"), None)
            if closing is None:
                break
            i = closing + 1
            continue
        if tokens.quote_of[i] >= 0 or (i > start and word in STOPS and not _joins_names(tokens, i, limit)):
            break
        if i > start and (word in PERSONAL or (word in _ARTICLES and _ends_before_article(words[i - 1]))):
            break
        if i > start and (is_verb(tokens, i) or is_participle_modifier(tokens, i, high)):
            break
        if i > start and word in DATES and words[i - 1] not in ("of", "'s"):
            break
        i += 1
    while i > start + 1 and words[i - 1] in PREPOSITIONS:
        i -= 1
    return i


def _ends_before_article(before: str) -> bool:
    """Tell whether an article after this word begins a new phrase ("the Gazette the dam")."""
    return (
        before not in PREPOSITIONS
        and before not in DETERMINERS
        and before not in COORDINATORS
        and before not in ("'s", "'", "&")
    )


def _joins_names(tokens: Tokens, i: int, limit: int) -> bool:
    """Tell whether "and" at i joins two nouns of one phrase."""
    if tokens.words[i] not in ("and", "or") or i + 1 >= limit:
        return False
    following = tokens.words[i + 1]
    if following in PERSONAL or following in AUXILIARIES or following in COORDINATORS or is_verb(tokens, i + 1):
        return False
    # a clause follows if the next phrase is itself followed by a verb
    for j in range(i + 1, min(limit, i + 8)):
        if tokens.words[j] in _PUNCTUATION or tokens.words[j] in STOPS:
            return True
        if is_verb(tokens, j):
            return False
    return True


def has_verb(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a finite verb, or what looks like one, stands between the tokens."""
    for i in range(low, high):
        word = tokens.words[i]
        if is_verb(tokens, i) or (word.endswith("ed") and i > low and not is_participle_modifier(tokens, i, high)):
            return True
        if i > low and (word in VERBS or word in POSSIBLE_VERBS or _looks_present(tokens, i, high)):
            return True
    return False


def find_main_verb(tokens: Tokens, low: int, high: int) -> int | None:
    """Return the first token that reads as the clause's verb: a known finite verb, or a past tense in -ed."""
    words = tokens.words
    for i in range(low + 1, min(high, low + MAX_PHRASE)):
        if tokens.quote_of[i] >= 0:
            continue
        if is_verb(tokens, i) and not (words[i] in ACCESS and is_participle_modifier(tokens, i, high)):
            return i
        is_past = words[i].endswith("ed") and not is_participle_modifier(tokens, i, high)
        if is_past and words[i - 1] not in DETERMINERS and words[i - 1] not in ("of", "to", "and", "'s", ","):
            return i
    return None


def _looks_present(tokens: Tokens, i: int, high: int) -> bool:
    """Tell whether a word in -s before an article or a preposition can be a verb in the present ("stays in")."""
    word, words = tokens.words[i], tokens.words
    if not word.endswith("s") or word.endswith("ss") or len(word) < 4 or i + 1 >= high or is_capital(tokens, i):
        return False
    before = words[i - 1]
    return (
        (words[i + 1] in DETERMINERS or words[i + 1] == "to")
        and before not in PREPOSITIONS
        and before not in DETERMINERS
    )


def find_object_with_asides(tokens: Tokens, start: int, high: int) -> int:
    """Return where a noun phrase ends with its participles, its relative clauses and its appositions."""
    words = tokens.words
    end = find_object(tokens, start, high)
    while end < high:
        word = words[end]
        if (
            word in ("who", "which", "whose")
            or (word == "that" and end + 1 < high and is_verb(tokens, end + 1))
            or is_participle_modifier(tokens, end, high)
            or word.endswith("ing")
        ) or (word == "," and end + 1 < high and _starts_aside(tokens, end + 1, high)):
            end = skip_to_mark(tokens, end + 1, high)
        else:
            break
    return end


def _starts_aside(tokens: Tokens, i: int, high: int) -> bool:
    word = tokens.words[i]
    if word in ("who", "which", "whose") or is_participle_modifier(tokens, i, high):
        return True
    end = skip_to_mark(tokens, i, high)
    if word in PERSONAL or has_verb(tokens, i, end):
        return False
    return (
        end - i <= 10
        and (end >= high or tokens.words[end] == ",")
        and tokens.quote_of[i] < 0
        and word not in PREPOSITIONS
        and word not in COORDINATORS
    )


def skip_to_mark(tokens: Tokens, i: int, high: int) -> int:
    """Return the next comma, semicolon, dash, colon or quotation from i, or `high`."""
    while i < high and tokens.words[i] not in (",", ";", "—", ":") and tokens.quote_of[i] < 0:
        i += 1
    return i
