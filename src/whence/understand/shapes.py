"""In which of the known shapes does a stretch of text attribute what it says, and which parts play which role?"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from whence.understand.adjuncts import skip_adjuncts, skip_audience
from whence.understand.cues import HEARSAY_PASSIVES, PHRASES, VERBS, Cue, Form
from whence.understand.phrases import Range, find_object, find_subject, is_participle_modifier, is_verb
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DATES,
    MODALS,
    NEGATIONS,
    PERSONAL,
    PREPOSITIONS,
    STOPS,
)

_BE = frozenset("is are was were be been being am 's 're".split())
_CONDITIONS = frozenset("if unless whether had should were".split())
_CLAUSE_END = frozenset(",;—")
_QUESTION_WORDS = frozenset("whether if why how what who when where which".split())
_NO_NOUN_START = PREPOSITIONS - {"like"} | STOPS | frozenset(", ; : — . ) to not n't".split())
_CAN_SAY = frozenset("can could".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution in a stretch of tokens: who, by which words, and what is left to read.

    `source_to` is where the source phrase ends with all that is said about it ("obtained by the Courier"); `contents`
    are the contents, each in pieces; `relays` are phrases that may name who was told; `cited` are those whom the source
    cites; `rest` is what the attribution does not cover, `tail` what it covers with the same subject ("adding that").
    """

    cue: Cue
    cue_range: Range
    source: Range | None
    source_to: int
    contents: tuple[tuple[Range, ...], ...]
    shape: str
    relays: tuple[Range, ...] = ()
    cited: tuple[Range, ...] = ()
    rest: tuple[Range, ...] = ()
    tail: tuple[Range, ...] = ()
    negated: bool = False
    is_inherited: bool = False
    is_hearsay: bool = False


@dataclass(slots=True)
class _Verb:
    """A verb that may attribute, with what stands around it in its group."""

    cue: Cue
    form: Form
    start: int
    end: int
    negated: bool = False
    passive: bool = False
    extra: dict[str, str] = field(default_factory=dict)


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
        if word == "according" and i + 1 < high and words[i + 1] == "to":
            attempt = _read_according(tokens, low, i, high)
        elif word in ("citing", "quoting") and i == low and inherits:
            attempt = None
        else:
            verb = _read_verb(tokens, low, i, high)
            if verb is not None:
                attempt = _read_around_verb(tokens, verb, low, high, inherits=inherits)
        if attempt is not None:
            yield attempt
        i += 1


def _read_verb(tokens: Tokens, low: int, i: int, high: int) -> "_Verb | None":
    """Return the verb group that ends in token i if it can attribute: no infinitive, no modal, no condition."""
    words = tokens.words
    phrase = _phrase_at(words, i, high)
    forms = VERBS.get(words[i])
    if phrase is not None:
        cue, length = phrase
        form: Form = "ing" if words[i].endswith("ing") else "ed"
    elif forms is not None:
        cue, form = forms[0]
        length = 1
    else:
        return None
    start = i
    while start > low and (
        words[start - 1] in AUXILIARIES
        or words[start - 1] in ADVERBS
        or words[start - 1] in NEGATIONS
        or words[start - 1].endswith("ly")
    ):
        if words[start - 1] == "'s" and form != "ing":
            break
        start -= 1
    group = words[start:i]
    if (
        start > low
        and words[start - 1] == "to"
        or (form == "base" and any(w in ("do", "did", "does") for w in group) and not set(group) & NEGATIONS)
    ):
        return None
    if any(w in MODALS for w in group) and not (
        group[0] in _CAN_SAY and form == "base" and cue.lemma in ("reveal", "report", "confirm", "disclose")
    ):
        return None
    negated = any(w in NEGATIONS for w in group)
    passive = form == "ed" and any(w in _BE for w in group) and phrase is None
    return _Verb(cue, form, start, i + length, negated, passive)


def _phrase_at(words: list[str], i: int, high: int) -> tuple[Cue, int] | None:
    """Return the phrase that begins at i and attributes as one word would."""
    first = words[i]
    for parts, frames, act, certainty, polarity in PHRASES:
        if first == parts[0] and i + len(parts) <= high and tuple(words[i : i + len(parts)]) == parts:
            return Cue(" ".join(parts), frames, act, certainty, polarity), len(parts)
    return None


def _read_around_verb(tokens: Tokens, verb: _Verb, low: int, high: int, *, inherits: bool) -> Attribution | None:
    """Return the attribution that the verb makes with what stands on either side of it."""
    if verb.passive:
        return _read_passive(tokens, verb, low, high)
    inherited = (
        inherits
        and verb.start <= low + 1
        and all(tokens.words[k] in COORDINATORS | ADVERBS for k in range(low, verb.start))
    )
    subject = None if inherited else find_subject(tokens, low, verb.start)
    if subject is None and not inherited:
        return _read_inverted(tokens, verb, low, high)
    if verb.form == "ing" and not inherited and not any(w in _BE for w in tokens.words[verb.start : verb.end]):
        return None
    if verb.form == "base" and subject is not None and not _agrees_with_base(tokens, subject):
        return None
    if subject is not None and _is_condition(tokens, low, subject[0]):
        return None
    behind = _read_behind_content(tokens, verb, subject, low, high)
    if behind is not None:
        return behind
    return _read_before_content(tokens, verb, subject, low, high, inherited=inherited)


def _agrees_with_base(tokens: Tokens, subject: Range) -> bool:
    """Tell whether a subject can stand before a bare verb form ("officials say"), so that nouns are not read as verbs."""
    last = tokens.words[subject[1] - 1]
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


def _is_condition(tokens: Tokens, low: int, start: int) -> bool:
    return start > low and tokens.words[start - 1] in _CONDITIONS


def _read_behind_content(tokens: Tokens, verb: _Verb, subject: Range | None, low: int, high: int) -> Attribution | None:
    """Read "C, X said" and "C1, X said, C2": content on the left, closed by a mark in front of the subject."""
    if subject is None or verb.negated:
        return None
    words = tokens.words
    left_end = _close_left(tokens, low, subject[0])
    if left_end is None or not _is_content(tokens, low, left_end):
        return None
    after, relays = _after_verb(tokens, verb, high)
    base = Attribution(verb.cue, (verb.start, verb.end), subject, verb.start, (), "after", relays=relays)
    if after >= high:
        return replace(base, contents=(((low, left_end),),))
    if words[after] in _CLAUSE_END or words[after] == ".":
        return _with_what_follows(tokens, base, (low, left_end), after, high)
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


def has_verb(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a finite verb, or what looks like one, stands between the tokens."""
    for i in range(low, high):
        word = tokens.words[i]
        if is_verb(tokens, i) or (word.endswith("ed") and i > low and not is_participle_modifier(tokens, i, high)):
            return True
        if word in VERBS and i > low:
            return True
    return False


def _after_verb(tokens: Tokens, verb: _Verb, high: int) -> tuple[int, tuple[Range, ...]]:
    """Return where the verb's own adjuncts and audience end, and the phrases among them that may name an outlet."""
    at, relays = verb.end, ()
    if "a" in verb.cue.frames and at < high:
        at, relays = skip_audience(tokens, at, high)
    at, more = skip_adjuncts(tokens, at, high)
    return at, relays + more


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


def find_object_with_asides(tokens: Tokens, start: int, high: int) -> int:
    """Return where a noun phrase ends with its participles, its relative clauses and its appositions."""
    words = tokens.words
    end = find_object(tokens, start, high)
    while end < high:
        word = words[end]
        if (
            word in ("who", "which", "that", "whose")
            or is_participle_modifier(tokens, end, high)
            or word.endswith("ing")
        ):
            end = _skip_to_mark(tokens, end + 1, high)
        elif word == "," and end + 1 < high and _starts_aside(tokens, end + 1, high):
            end = _skip_to_mark(tokens, end + 1, high)
        else:
            break
    return end


def _starts_aside(tokens: Tokens, i: int, high: int) -> bool:
    word = tokens.words[i]
    if word in ("who", "which", "whose") or is_participle_modifier(tokens, i, high):
        return True
    end = _skip_to_mark(tokens, i, high)
    if word in PERSONAL or has_verb(tokens, i, end):
        return False
    return (
        end - i <= 10
        and (end >= high or tokens.words[end] == ",")
        and tokens.quote_of[i] < 0
        and word not in PREPOSITIONS
        and word not in COORDINATORS
    )


def _skip_to_mark(tokens: Tokens, i: int, high: int) -> int:
    while i < high and tokens.words[i] not in (",", ";", "—", ":") and tokens.quote_of[i] < 0:
        i += 1
    return i


def _read_before_content(
    tokens: Tokens, verb: _Verb, subject: Range | None, low: int, high: int, *, inherited: bool
) -> Attribution | None:
    """Read "X said that C": the content follows the verb, its audience and its adjuncts."""
    after, relays = _after_verb(tokens, verb, high)
    found = _content_after(tokens, verb, after, high)
    if found is None:
        return None
    cue, start, form = found
    if verb.negated and not (cue.lemma in ("rule out", "ruled out") or cue.act in ("believes", "predicts", "suspects")):
        return None
    end, tail, rest = _end_of_content(
        tokens, start, high, is_relative=subject is not None and tokens.words[subject[0]] in ("who", "which")
    )
    if start >= end:
        return None
    contents = _split_contents(tokens, start, end, cue)
    source_to = verb.start
    cue_end = verb.end
    before = ((low, subject[0]),) if subject is not None and subject[0] > low else ()
    return Attribution(
        cue,
        (verb.start, cue_end),
        subject,
        source_to,
        contents,
        "before",
        relays=relays + before,
        rest=rest,
        tail=tail,
        negated=verb.negated,
        is_inherited=inherited,
    )


def _content_after(tokens: Tokens, verb: _Verb, at: int, high: int) -> tuple[Cue, int, str] | None:
    """Return the cue in the frame that fits, where its content starts, and which frame it is."""
    words = tokens.words
    if at >= high:
        return None
    for cue in _cues_of(tokens, verb):
        frames = cue.frames
        start = at
        word = words[start]
        if word == "," and start + 1 < high and (words[start + 1] == "that" or tokens.quote_of[start + 1] >= 0):
            start += 1
            word = words[start]
        is_quote = tokens.quote_of[start] >= 0
        if word == ":":
            if start + 1 < high and ("s" in frames or "q" in frames or "n" in frames or "a" in frames):
                return cue, start + 1, ":"
            continue
        if word == "that" and set(frames) & set("sqai"):
            begin = start + 1
            while begin < high and words[begin] == ",":
                begin += 1
            if begin < high and not (is_verb(tokens, begin) and "n" in frames):
                return cue, begin, "s"
        if is_quote and set(frames) & set("sqnaiw"):
            return cue, start, "q"
        if word in _QUESTION_WORDS and set(frames) & set("wsan"):
            if word in ("whether", "if") and "w" not in frames and not cue.lemma == "tell":
                return None
            return cue, start, "w"
        if word == "to" and "t" in frames and start + 1 < high:
            return cue, start, "t"
        if set(frames) & set("sai") and _starts_clause(tokens, start, high):
            return cue, start, "s"
        special = _content_in_frame(tokens, cue, start, high)
        if special is not None:
            return special
    return None


def _cues_of(tokens: Tokens, verb: _Verb) -> list[Cue]:
    """Return the cues that share the verb's spelling, a phrase alone."""
    word = tokens.words[verb.end - 1]
    if " " in verb.cue.lemma:
        return [verb.cue]
    return [cue for cue, form in VERBS.get(word, []) if form == verb.form] or [verb.cue]


def _content_in_frame(tokens: Tokens, cue: Cue, start: int, high: int) -> tuple[Cue, int, str] | None:
    """Read the frames with an object: accuse X of C, call X Y, describe X as Y, urge X to C, confirm NP."""
    words = tokens.words
    word = words[start]
    if word in _NO_NOUN_START and not (word == "the"):
        return None
    if "x" in cue.frames:
        end = find_object(tokens, start, high)
        for i in range(start + 1, min(end + 3, high)):
            if words[i] in ("of", "for") and i + 1 < high:
                return cue, i + 1, "x"
        return None
    if "o" in cue.frames:
        for i in range(start + 1, min(start + 12, high)):
            if words[i] == "to" and i + 1 < high:
                return cue, i, "o"
            if words[i] in (",", ";"):
                break
    if "g" in cue.frames and word.endswith("ing"):
        return cue, start, "g"
    if set(cue.frames) & set("cdn") and _starts_noun(tokens, start, high):
        return cue, start, "n"
    return None


def _starts_clause(tokens: Tokens, start: int, high: int) -> bool:
    """Tell whether a clause of its own begins here: a subject and then a verb."""
    words = tokens.words
    first = words[start]
    if first in (",", ";", ".", "—", ")") or is_verb(tokens, start) or first == "to":
        return False
    if first in PREPOSITIONS and first not in (
        "in",
        "after",
        "before",
        "during",
        "since",
        "at",
        "on",
        "by",
        "with",
        "for",
        "from",
        "under",
        "despite",
        "without",
        "until",
    ):
        return False
    if first in ("as", "by", "like", "and", "or", "but"):
        return False
    if first in PERSONAL or first == "there":
        return True
    end = _skip_to_mark(tokens, start, high)
    stop = max(end, min(high, start + 30))
    for i in range(start + 1, stop):
        if words[i] in (";",):
            break
        if is_verb(tokens, i) or (
            words[i].endswith("ed")
            and not is_participle_modifier(tokens, i, high)
            and words[i - 1] not in ("a", "an", "the", "of", "to")
        ):
            return True
        if words[i] in VERBS and words[i - 1].endswith("s"):
            return True
    return False


def _starts_noun(tokens: Tokens, start: int, high: int) -> bool:
    """Tell whether a noun phrase begins here."""
    word = tokens.words[start]
    if (
        not (word[0].isalnum() or word == '"')
        or is_verb(tokens, start)
        or word in DATES
        or word in ADVERBS - {"both", "all", "each"}
    ):
        return False
    return start < high and not word.endswith("ly")


def _end_of_content(
    tokens: Tokens, start: int, high: int, *, is_relative: bool
) -> tuple[int, tuple[Range, ...], tuple[Range, ...]]:
    """Return where the content ends, what follows with the same subject, and what follows on its own."""
    words = tokens.words
    i = start
    while i < high:
        if tokens.quote_of[i] >= 0:
            i = max(i + 1, tokens.quote_ends[tokens.quote_of[i]])
            continue
        word = words[i]
        if word == ";":
            return i, (), ((i + 1, high),)
        if word in (",", "—") or word in ("and", "but", "while", "whereas", "though", "although"):
            j = i + 1 if word in (",", "—") else i
            if j < high and is_relative and word == "," and (is_verb(tokens, j) or words[j] in ADVERBS):
                return i, (), ((j, high),)
            cut = _new_cue_at(tokens, j, high, has_mark=word in (",", "—"))
            if cut == "tail":
                return i, ((j, high),), ()
            if cut == "rest":
                return i, (), ((j, high),)
        i += 1
    return high, (), ()


def _new_cue_at(tokens: Tokens, i: int, high: int, *, has_mark: bool) -> str | None:
    """Tell whether a second attribution begins at i: with the same subject ("tail"), or with its own ("rest")."""
    words = tokens.words
    coordinated = False
    while i < high and (
        words[i] in ("and", "but", "while", "whereas", "though", "although", "then")
        or words[i] in ADVERBS
        or words[i].endswith("ly")
    ):
        coordinated = coordinated or words[i] in ("and", "but", "while", "whereas", "though", "although", "then")
        i += 1
    if i >= high:
        return None
    verb = _read_verb(tokens, i, i, high)
    if verb is not None and _is_clear_cue(tokens, verb, high):
        if verb.form == "ing" and has_mark:
            return "tail"
        if verb.form in ("ed", "s") and coordinated:
            return "tail"
    if words[i] in ("citing", "quoting") and has_mark:
        return "tail"
    if not coordinated:
        return None
    if not has_mark and words[i - 1] == "and":
        return None
    end = find_object(tokens, i, high)
    k = end
    while k < high and (words[k] in AUXILIARIES or words[k] in ADVERBS or words[k].endswith("ly")):
        k += 1
    if end > i and k < high:
        verb = _read_verb(tokens, i, k, high)
        if (
            verb is not None
            and verb.form in ("ed", "s", "base")
            and not verb.passive
            and _is_clear_cue(tokens, verb, high)
        ):
            return "rest"
    return None


def _is_clear_cue(tokens: Tokens, verb: _Verb, high: int) -> bool:
    """Tell whether the verb has a content of its own on its right."""
    after, _ = _after_verb(tokens, verb, high)
    return _content_after(tokens, verb, after, high) is not None


def _split_contents(tokens: Tokens, start: int, end: int, cue: Cue) -> tuple[tuple[Range, ...], ...]:
    """Split "that A and that B" and "both A-ing and B-ing" into their parts; anything else is one content."""
    words = tokens.words
    parts: list[tuple[Range, ...]] = []
    low = start
    if words[start] == "both" and cue.act == "denies":
        low += 1
    i = low
    while i < end:
        if tokens.quote_of[i] >= 0:
            i = max(i + 1, tokens.quote_ends[tokens.quote_of[i]])
            continue
        if words[i] in ("and", "but", "or") and i + 2 < end:
            again = words[i + 1] == "that" and cue.frames != "x"
            gerunds = words[low].endswith("ing") and words[i + 1].endswith("ing") and cue.act == "denies"
            if again or gerunds:
                stop = i - 1 if words[i - 1] == "," else i
                if stop > low:
                    parts.append(((low, stop),))
                low = i + 2 if again else i + 1
        i += 1
    return (*parts, ((low, end),))


def _read_inverted(tokens: Tokens, verb: _Verb, low: int, high: int) -> Attribution | None:
    """Read "C, said X" and "said X: C": the verb stands before its subject."""
    words = tokens.words
    if (
        verb.form not in ("ed", "s")
        or verb.negated
        or not set(verb.cue.frames) & set("sq")
        or verb.start != verb.end - 1
    ):
        return None
    left_end = _close_left(tokens, low, verb.start)
    if left_end is None or not _is_content(tokens, low, left_end):
        return None
    start = verb.end
    if start >= high or words[start] in _NO_NOUN_START or words[start] in ("that",) or tokens.quote_of[start] >= 0:
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
    if full >= high:
        return replace(base, contents=(((low, left_end),),))
    return _with_what_follows(tokens, base, (low, left_end), full if words[full] in _CLAUSE_END else full - 1, high)


def _read_passive(tokens: Tokens, verb: _Verb, low: int, high: int) -> Attribution | None:
    """Read "C was confirmed by X", "they were told by X that C", "X is said to C", "it is believed that C"."""
    words = tokens.words
    lemma_frames = verb.cue.frames
    if verb.negated:
        return None
    after = verb.end
    if after < high and words[after] == "by":
        end = find_object_with_asides(tokens, after + 1, high)
        core = find_object(tokens, after + 1, high)
        if end <= after + 1:
            return None
        if "a" in lemma_frames and end < high:
            found = _content_after(tokens, verb, end, high)
            if found is None:
                return None
            return Attribution(
                found[0], (verb.start, after + 1), (after + 1, core), end, (((found[1], high),),), "before"
            )
        subject = find_subject(tokens, low, verb.start)
        if subject is None or "n" not in lemma_frames:
            return None
        return Attribution(
            verb.cue,
            (verb.start, after + 1),
            (after + 1, core),
            end,
            (((low, verb.start),),),
            "after",
            rest=((end, high),) if end < high else (),
        )
    hearsay = HEARSAY_PASSIVES.get(words[verb.end - 1])
    if hearsay is None or after >= high:
        return None
    act, certainty = hearsay
    cue = Cue(verb.cue.lemma, "s", act, certainty)
    subject = find_subject(tokens, low, verb.start)
    if subject is None:
        return None
    if words[after] == "to":
        return Attribution(
            cue,
            (verb.start, verb.end),
            None,
            verb.start,
            (((subject[0], high),),),
            "hearsay",
            is_hearsay=True,
            rest=((low, subject[0]),) if subject[0] - low > 3 else (),
        )
    if words[subject[0]] == "it" and words[after] == "that":
        return Attribution(
            cue, (verb.start, verb.end), None, verb.start, (((after + 1, high),),), "hearsay", is_hearsay=True
        )
    return None


def _read_according(tokens: Tokens, low: int, i: int, high: int) -> Attribution | None:
    """Read "according to X, C", "C, according to X" and "C1, according to X, C2"."""
    words = tokens.words
    start = i + 2
    cue = Cue("according to", "n", "asserts", "certain")
    core = find_object(tokens, start, high)
    if core <= start:
        return None
    end = find_object_with_asides(tokens, start, high)
    base = Attribution(cue, (i, i + 2), (start, core), end, (), "after")
    if i == low or (i == low + 1 and words[low] in ("and", "but", "—", "while")):
        begin = end
        while begin < high and words[begin] in (",", "—", ":"):
            begin += 1
        return replace(base, contents=(((begin, high),),), shape="before") if begin < high else None
    left_end = i - 1 if words[i - 1] in (",", "—", "(") else i
    if left_end <= low:
        return None
    if end >= high or (words[end] == ")" and end + 1 >= high):
        return replace(base, contents=(((low, left_end),),))
    begin = end
    while begin < high and words[begin] in (",", "—", ")"):
        begin += 1
    if words[begin - 1] in (",", "—", ")") and begin < high:
        if words[end] == ")":
            return replace(base, contents=(((low, left_end),),), shape="before", rest=((begin, high),))
        if words[begin] in ("and", "but", "while") or words[begin] in ("which", "who") or words[begin].endswith("ing"):
            return replace(base, contents=(((low, left_end),),), shape="before", rest=((begin, high),))
        return replace(base, contents=(((low, left_end), (begin, high)),), shape="middle")
    return replace(base, contents=(((low, left_end),),), rest=((end, high),))
