"""In which of the known shapes does a stretch of text attribute what it says, and which parts play which role?"""

from collections.abc import Iterator
from dataclasses import replace

from whence.understand.adjuncts import skip_adjuncts
from whence.understand.attribution import Attribution
from whence.understand.cues import NOUNS, VERBS
from whence.understand.frames import content_after
from whence.understand.openings import (
    QUOTING,
    read_according,
    read_opening,
    read_quoting,
)
from whence.understand.passives import read_hearing, read_passive
from whence.understand.phrases import (
    MAX_PHRASE,
    Range,
    find_main_verb,
    find_object,
    find_object_with_asides,
    find_subject,
    has_verb,
    is_participle_modifier,
    is_verb,
    skip_to_mark,
)
from whence.understand.reference import kind_of_head
from whence.understand.tokens import Tokens
from whence.understand.turns import end_of_content, is_clear_cue, split_contents
from whence.understand.verbs import BE, VerbGroup, after_verb, read_manner, read_verb
from whence.understand.vocabulary import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FINITE,
    PERSON_NOUNS,
    PREPOSITIONS,
    STOPS,
)

_AFTER_QUOTE = frozenset("of as when while after before with in at on to about by from during".split())
_INQUIRIES = frozenset(
    """inquiry investigation investigators inspectors auditors researchers scientists panel commission court tribunal
    jury test tests analysis search review study laboratory experts detectives examiners station instruments sensors
    camera cameras seismographs patrol observers monitors mission""".split()
)
_CONDITIONS = frozenset("if unless whether had should were".split())
_CLAUSE_END = frozenset(",;—")
_QUESTION_WORDS = frozenset("whether if why how what who when where which".split())
_NO_NOUN_START = PREPOSITIONS - {"like"} | STOPS | frozenset(", ; : — . ) to not n't".split())
_CAN_SAY = frozenset("can could".split())


def find_attribution(tokens: Tokens, low: int, high: int, *, inherits: bool = False) -> Attribution | None:
    """Return the outermost attribution of a stretch: one after its content at the end, else the leftmost.

    With `inherits`, a verb at the very start takes the subject of the clause before ("..., adding that").
    """
    found: Attribution | None = None
    last: Attribution | None = None
    for attempt in _attempts(tokens, low, high, inherits=inherits):
        if attempt.shape == "after":
            last = attempt
        elif found is None:
            found = attempt
    return last or found


def _attempts(tokens: Tokens, low: int, high: int, *, inherits: bool) -> Iterator[Attribution]:
    """Yield every attribution at the top level of the stretch, in reading order of the cues."""
    words, quote_of = tokens.words, tokens.quote_of
    i = low
    while i < high:
        if quote_of[i] >= 0:
            i = max(i + 1, tokens.quote_ends[quote_of[i]])
            continue
        word = words[i]
        attempt = None
        if i == low and word in ("as", "in", "it"):
            attempt = read_opening(tokens, low, high)
        elif word in QUOTING:
            attempt = read_quoting(tokens, low, i, high)
        if attempt is not None:
            pass
        elif word == "according" and i + 1 < high and words[i + 1] == "to":
            attempt = read_according(tokens, low, i, high)
        elif word in ("citing", "quoting") and i == low and inherits:
            attempt = None
        else:
            verb = read_verb(tokens, low, i, high) or read_manner(tokens, low, i, high)
            if verb is not None and not _modifies_subject(tokens, low, i, high):
                attempt = _read_around_verb(tokens, verb, low, high, inherits=inherits)
        if attempt is not None:
            yield attempt
        i += 1


def _modifies_subject(tokens: Tokens, low: int, i: int, high: int) -> bool:
    """Tell whether a verb form only says more of who speaks: "two people briefed on the matter told the Post"."""
    if i == low or not is_participle_modifier(tokens, i, high):
        return False
    end = find_object(tokens, i + 2, high)
    verb = read_verb(tokens, low, end, high) if end < high else None
    return verb is not None and verb.start == end and verb.form in ("ed", "s")


def _read_around_verb(tokens: Tokens, verb: VerbGroup, low: int, high: int, *, inherits: bool) -> Attribution | None:
    """Return the attribution that the verb makes with what stands on either side of it."""
    if verb.passive:
        return read_passive(tokens, verb, low, high)
    inherited = inherits and _shares_subject(tokens, verb, low)
    subject = None if inherited else find_subject(tokens, low, verb.start)
    is_progressive = verb.form != "ing" or any(w in BE for w in tokens.words[verb.start : verb.end])
    if not inherited and (subject is None or not is_progressive):
        shared = _read_after_clause(tokens, verb, low, high)
        return shared or (_read_inverted(tokens, verb, low, high) if subject is None else None)
    if subject is not None and not _can_say(tokens, verb, low, subject):
        return None
    if "f" in verb.cue.frames:
        return read_hearing(tokens, verb, high)
    behind = _read_behind_content(tokens, verb, subject, low, high)
    if behind is not None:
        return behind
    return _read_before_content(tokens, verb, subject, low, high, inherited=inherited)


def _shares_subject(tokens: Tokens, verb: VerbGroup, low: int) -> bool:
    """Tell whether a verb at the head of a stretch goes on with the subject of the clause before."""
    words = tokens.words
    if verb.form == "ing" and verb.start > low and words[verb.start - 1] in ("and", ","):
        return True
    return verb.start <= low + 1 and all(words[k] in COORDINATORS | ADVERBS for k in range(low, verb.start))


def _can_say(tokens: Tokens, verb: VerbGroup, low: int, subject: Range) -> bool:
    """Tell whether subject and verb agree in number, and no condition stands before them."""
    support = ("do", "does", "did", "don't", "doesn't", "didn't")
    has_support = any(tokens.words[k] in support for k in range(verb.start, verb.end))
    agrees = verb.form != "base" or has_support or _agrees_with_base(tokens, subject)
    return agrees and not _is_condition(tokens, low, subject[0])


def _read_after_clause(tokens: Tokens, verb: VerbGroup, low: int, high: int) -> Attribution | None:
    """Read "X did this, saying that C" and "X did this and found that C": the clause before has the subject."""
    words = tokens.words
    if verb.start - 4 < low or verb.negated or not is_clear_cue(tokens, verb, high):
        return None
    before = words[verb.start - 1]
    follows = (
        before in (",", "by", "of", "in")
        if verb.form == "ing"
        else before in ("and", "but") and verb.form in ("ed", "s")
    )
    main = find_main_verb(tokens, low, verb.start - 1) if follows else None
    subject = find_subject(tokens, low, main) if main is not None else None
    if subject is None:
        return None
    found = _read_before_content(tokens, verb, subject, low, high, inherited=False)
    if found is not None and verb.form == "ing" and found.is_noun:
        return None
    return replace(found, left=((low, verb.start - 1),), relays=()) if found else None


def _agrees_with_base(tokens: Tokens, subject: Range) -> bool:
    """Tell whether a subject can stand before a bare verb form ("officials say"), so that no noun is read as a verb."""
    first_preposition = next(
        (k for k in range(subject[0] + 1, subject[1]) if _ends_head(tokens, k, subject[1])), subject[1]
    )
    last = tokens.words[first_preposition - 1]
    if last in ("we", "i", "they", "you", "who", "which", "some", "many", "others", "both", "police", "people", "that"):
        return True
    if last.endswith("s") and not last.endswith("ss"):
        return True
    return "and" in tokens.words[subject[0] : subject[1]] or tokens.words[subject[0]] in (
        "two",
        "three",
        "some",
        "several",
        "many",
        "sources",
    )


def _ends_head(tokens: Tokens, i: int, high: int) -> bool:
    """Tell whether what says more about a head noun begins at i: a preposition or a participle."""
    return tokens.words[i] in PREPOSITIONS or is_participle_modifier(tokens, i, high)


def _is_condition(tokens: Tokens, low: int, start: int) -> bool:
    return start > low and tokens.words[start - 1] in _CONDITIONS


def _read_behind_content(  # noqa: PLR0911 - one case a line
    tokens: Tokens, verb: VerbGroup, subject: Range | None, low: int, high: int
) -> Attribution | None:
    """Read "C, X said" and "C1, X said, C2": content on the left, closed by a mark in front of the subject."""
    if subject is None or verb.negated:
        return None
    words = tokens.words
    left_end = _close_left(tokens, low, subject[0])
    if left_end is None:
        return None
    after, relays = after_verb(tokens, verb, high)
    goes_on = after + 1 < high and words[after] == "," and is_verb(tokens, after + 1)
    is_headline = after >= high and _is_headline_content(tokens, low, left_end, high)
    if not _is_content(tokens, low, left_end) and not (goes_on and words[left_end] == ",") and not is_headline:
        return None
    if (
        set(verb.cue.frames) & set("cd")
        and after == verb.end
        and words[after:high] in (["it"], ["him"], ["her"], ["them"], ["this"])
    ):
        after = high
    base = Attribution(verb.cue, (verb.start, verb.end), subject, verb.start, (), "after", relays=relays)
    if after >= high:
        return replace(base, contents=(((low, left_end),),))
    if words[after] in _CLAUSE_END or words[after] == ".":
        return _with_what_follows(tokens, base, (low, left_end), after, high)
    end = skip_to_mark(tokens, after, high)
    if (words[after] in PREPOSITIONS and words[after] != "of" and not has_verb(tokens, after, end)) or (
        tokens.quote_of[left_end - 1] >= 0 and words[after] in _AFTER_QUOTE
    ):
        if end >= high:
            return replace(base, contents=(((low, left_end),),))
        if words[end] in _CLAUSE_END:
            return _with_what_follows(tokens, base, (low, left_end), end, high)
    return None


def _close_left(tokens: Tokens, low: int, start: int) -> int | None:
    """Return where the content on the left ends, if a mark in front of the source closes it."""
    words = tokens.words
    i = start
    if i > low and words[i - 1] in ("as", "so") and i - 1 > low:
        i -= 1
    if i <= low:
        return None
    before = i - 1
    if words[before] in _CLAUSE_END:
        return before
    if tokens.quote_of[before] >= 0 and tokens.quote_ends[tokens.quote_of[before]] == i:
        return i
    return None


def _is_content(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether the tokens can be a content of their own: a quotation or something with a verb, no mere adjunct."""
    if low >= high:
        return False
    if tokens.quote_of[high - 1] >= 0:
        return True
    if tokens.words[low] in ("according", "citing", "speaking", "asked"):
        return False
    return has_verb(tokens, low, high)


def _with_what_follows(tokens: Tokens, base: Attribution, left: Range, after: int, high: int) -> Attribution:
    """Complete an attribution in the middle: the content goes on, or a second clause or a citation follows."""
    words = tokens.words
    start = after + 1
    while start < high and words[start] in (",", "—"):
        start += 1
    if start >= high:
        return replace(base, contents=((left,),))
    first = words[start]
    if first in ("citing", "quoting"):
        end = find_object_with_asides(tokens, start + 1, high)
        return replace(base, contents=((left,),), cited=((start + 1, end),), rest=((end, high),))
    if first in ("who", "which", "whose") or first in (
        "in",
        "at",
        "as",
        "after",
        "before",
        "during",
        "on",
        "when",
        "while",
        "referring",
        "speaking",
    ):
        return replace(base, contents=((left,),), source_to=base.source_to, relays=(*base.relays, (start, high)))
    if first.endswith("ing") or first in ("and", "but", "then"):
        return replace(base, contents=((left,),), tail=((start, high),))
    if tokens.quote_of[start] >= 0 or tokens.quote_of[left[1] - 1] < 0:
        return replace(base, contents=((left, (start, high)),), shape="middle")
    return replace(base, contents=((left,),), rest=((start, high),))


def _read_before_content(
    tokens: Tokens, verb: VerbGroup, subject: Range | None, low: int, high: int, *, inherited: bool
) -> Attribution | None:
    """Read "X said that C": the content follows the verb, its audience and its adjuncts."""
    words = tokens.words
    after, relays = after_verb(tokens, verb, high)
    cited = _cited_in_aside(tokens, subject, verb.start)
    behind = _cited_before_that(tokens, after, high)
    if behind is not None:
        cited, after = (*cited, *((behind,) if names_voice(tokens, *behind) else ())), behind[1] + 1
    found = content_after(tokens, verb, after, high)
    if found is None:
        return None
    cue, start, form = found
    if form == "n" and cue.lemma in ("reject", "dismiss") and not _is_claim(words, start, high):
        return None
    if "i" in cue.frames and form == "n" and not _is_evidence(tokens, subject):
        return None
    if verb.negated and not (
        cue.lemma in ("rule out", "ruled out", "rules out") or cue.act in ("believes", "predicts", "suspects")
    ):
        return None
    end, tail, rest = end_of_content(
        tokens, start, high, is_relative=subject is not None and tokens.words[subject[0]] in ("who", "which")
    )
    if start >= end:
        return None
    if form == "n" and cue.act == "denies":
        start, end = _rejected_claim(tokens, start, end)
    if form in ("n", "k"):
        whole, end = end, _end_of_noun(tokens, start, end)
        if end < whole and words[end] == "," and words[end + 1] in ("a", "an"):
            rest = (*rest, (end + 1, whole))
    contents = split_contents(tokens, start, end, cue)
    source_to = verb.start
    cue_end = verb.end
    opens = subject is not None and subject[0] > low and words_open(tokens.words[low])
    before = ((low, subject[0]),) if subject is not None and opens else ()
    return Attribution(
        cue,
        (verb.start, cue_end),
        subject,
        source_to,
        contents,
        "before",
        relays=relays + before,
        cited=cited,
        rest=rest,
        tail=tail,
        negated=verb.negated,
        is_noun=form == "n",
        is_inherited=inherited,
    )


def _is_attributive(tokens: Tokens, i: int, end: int) -> bool:
    """Tell whether a participle stands before its noun ("flawed and outdated figures")."""
    following = tokens.words[i + 1] if i + 1 < end else ""
    return (tokens.words[i] in VERBS and any(form == "s" for _, form in VERBS[tokens.words[i]])) or (
        following != "" and following[0].isalpha() and following not in PREPOSITIONS and following not in DETERMINERS
    )


def _is_evidence(tokens: Tokens, subject: Range | None) -> bool:
    """Tell whether the subject is a document or the work of inquiry: only these show or find a thing."""
    if subject is None:
        return True
    low, high = subject
    if high - low == 1 and tokens.words[low] in ("that", "which"):
        return True
    return any(tokens.words[i] in DOCUMENT_NOUNS or tokens.words[i] in _INQUIRIES for i in range(low, high))


def _cited_in_aside(tokens: Tokens, subject: Range | None, verb: int) -> tuple[Range, ...]:
    """Return whom the source cites between commas: "the Gazette, citing two clerks, said"."""
    if subject is None or subject[1] + 3 >= verb:
        return ()
    start = subject[1] + 1
    if tokens.words[start : start + 3] == ["with", "reference", "to"]:
        return ((start + 3, verb - 1),) if start + 3 < verb - 1 else ()
    return ((start + 1, verb - 1),) if tokens.words[start] in ("citing", "quoting") else ()


def _cited_before_that(tokens: Tokens, at: int, high: int) -> Range | None:
    """Return whom the source cites between the verb and its content: "the Gazette said, citing two clerks, that"."""
    words = tokens.words
    if words[at : at + 1] != [","] or words[at + 1 : at + 2] not in (["citing"], ["quoting"]):
        return None
    for i in range(at + 3, min(high - 1, at + MAX_PHRASE)):
        if tokens.quote_of[i] >= 0:
            return None
        if words[i] == "," and words[i + 1] == "that":
            return at + 2, i
    return None


def names_voice(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether what is cited is someone or something that speaks; "citing rising costs" gives a reason."""
    return any(
        tokens.forms[i][0].isupper()
        or not PERSON_NOUNS.isdisjoint((tokens.words[i], tokens.words[i].removesuffix("s")))
        or kind_of_head(tokens.words[i]) != "unnamed"
        for i in range(low, high)
    )


def _is_claim(words: list[str], start: int, high: int) -> bool:
    """Tell whether what is rejected is something said, not a bid or an employee."""
    return any(
        words[i] in NOUNS or words[i] in ("as", "it", "this", "that") for i in range(start, min(high, start + 8))
    )


def _rejected_claim(tokens: Tokens, start: int, end: int) -> Range:
    """Return what a rejected claim says: "dismissed reports that C as gossip" rejects C."""
    words = tokens.words
    at = next((i for i in range(start + 1, min(end - 2, start + 10)) if words[i] == "that"), None)
    if at is not None and not any(words[i] in NOUNS for i in range(start, at)):
        at = None
    if at is None:
        return start, end
    return at + 1, next((i for i in range(end - 1, at + 2, -1) if words[i] == "as"), end)


def words_open(word: str) -> bool:
    """Tell whether a word can open a phrase in front of the sentence that names who was told: "In a letter to"."""
    return word in ("in", "on", "at", "during", "speaking", "talking", "asked", "writing", "interviewed", "quoted")


def _end_of_noun(tokens: Tokens, start: int, end: int) -> int:
    """Return where a noun phrase as content ends: before "while holding", "after talks" and the like."""
    words = tokens.words
    for i in range(start + 1, end - 1):
        if words[i] == "," and i - start > 2 and words[i + 1] in ("which", "a", "an") and tokens.quote_of[i] < 0:
            return i
        is_adjunct = words[i] in ("while", "when") or (words[i] in ("before", "after") and words[i + 1].endswith("ing"))
        if is_adjunct and tokens.quote_of[i] < 0:
            return i - 1 if words[i - 1] == "," else i
        is_new_verb = words[i + 1].endswith("ed") or words[i + 1] in FINITE or words[i + 1] in VERBS
        if (
            words[i] in ("and", "but")
            and tokens.quote_of[i] < 0
            and is_new_verb
            and not _is_attributive(tokens, i + 1, end)
        ):
            return i - 1 if words[i - 1] == "," else i
    return end


def _read_inverted(tokens: Tokens, verb: VerbGroup, low: int, high: int) -> Attribution | None:
    """Read "C, said X" and "said X: C": the verb stands before its subject."""
    words = tokens.words
    behind = find_object(tokens, verb.end, high) if verb.form == "base" and verb.end < high else verb.end
    plural_behind = words[behind - 1].endswith("s") and verb.cue.lemma in ("say", "report", "believe", "warn")
    if (
        (verb.form not in ("ed", "s") and not plural_behind)
        or verb.negated
        or not set(verb.cue.frames) & set("sq")
        or verb.start != verb.end - 1
    ):
        return None
    left_end = _close_left(tokens, low, verb.start)
    is_headline = left_end is not None and _is_headline_content(tokens, low, left_end, high)
    if left_end is None or not (is_headline or _is_content(tokens, low, left_end)):
        return None
    start = verb.end
    if (
        start >= high
        or (words[start] in _NO_NOUN_START and not tokens.forms[start][0].isupper())
        or words[start] in ("that",)
        or tokens.quote_of[start] >= 0
    ):
        return None
    end = find_object(tokens, start, high)
    if end <= start:
        return None
    full = find_object_with_asides(tokens, start, high)
    if full < high and words[full] not in _CLAUSE_END and tokens.quote_of[full] < 0:
        full, relays = skip_adjuncts(tokens, full, high)
    else:
        relays = ()
    base = Attribution(verb.cue, (verb.start, verb.end), (start, end), full, (), "after", relays=relays)
    if tokens.quote_of[left_end - 1] >= 0 and full < high:
        full = next((k for k in range(full, high) if tokens.quote_of[k] >= 0 or words[k] == ";"), high)
        base = replace(base, source_to=full)
    if full >= high:
        return replace(base, contents=(((low, left_end),),))
    return _with_what_follows(tokens, base, (low, left_end), full if words[full] in _CLAUSE_END else full - 1, high)


def _is_headline_content(tokens: Tokens, low: int, left_end: int, high: int) -> bool:
    """Tell whether a stretch can be what a headline quotes, verb or none: no full stop behind, no mark inside."""
    words = tokens.words
    if left_end - low < 2 or (high < len(words) and words[high] == "."):
        return False
    return not any(words[i] in (",", ";", "—") for i in range(low, left_end))
