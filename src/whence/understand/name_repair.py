"""Which found names are whole? Edges that are no part of a name go, pieces of one name are put together.

The network tags words, so that a name may come in pieces ("Jalisco", "New", "Generation Cartel"), with a word too many
("Donetsk and", "'s Foreign Ministry") or as no name at all (a lone "the"). The text decides: what stands in capitals
side by side is one name where its last word says what it is, or where the rules see one name there.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.model.finding import FoundName
from whence.model.spans import Span
from whence.model.statement import EntityKind
from whence.text.name_words import LEGAL_FORMS
from whence.text.nations import BY_CAPITAL, BY_NAME
from whence.understand.names import kind_by_words
from whence.understand.tokens import Tokens
from whence.understand.work_titles import find_titles

# Kinds that are not names of things, and are left as they are.
_NOT_NAMES: frozenset[EntityKind] = frozenset({"date", "quantity", "nationality"})
_HEAD = re.compile(
    r"(?:['’]s|the|an?|and|or|of|for|in|at|on|by|with|to|from|its|his|her|their|our|this|that|[^\w]+)(?=[^\w&]|$)\s*",
    re.I,
)
_TAIL = re.compile(
    r"(?:\s+(?:['’]s|the|an?|and|or|of|for|in|at|on|by|with|to|from|years?)|['’]s|['’]|[^\w.)+]+)$", re.I
)
_LOWER_TAIL = re.compile(r"(?:\s+[a-z]\w*)+$")
_LOWER_HEAD = re.compile(r"^(?:[a-z]\w+\s+)+(?=[A-Z])")
_HAS_NAME = re.compile(r"[A-Z]|\d[A-Za-z]|[^\W\d_a-zß-ÿ]")
# A part of a place, which belongs to its name; other words before it do not.
_SIDE = re.compile(
    r"(?:(?:north|south|east|west|central|upper|lower|inner|outer|mid|greater|downtown|rural|coastal)\w*|river|lake|mount"
    r"|city|town|village|port|island|province|district|state|county)\b",
    re.IGNORECASE,
)
_HAS_WORD = re.compile(r"[^\W\d_]{3}")
# Between two pieces of one name.
_JOINT = re.compile(r"^(?: | of | for | of the | de | del | de la | & |-|/)$")
_MODEL = re.compile(r"^(?:[A-Z]{1,5}|\d{1,4}[A-Z]{0,3}|[A-Z]+-?\d+\w*|Mk|Mark)$")
# What the noun before a name says that it is: "the newspaper Vestnik", "a unit named 'Ethos'".
_NOUNS: dict[EntityKind, str] = {
    "outlet": "newspaper daily weekly magazine tabloid broadcaster broadsheet website portal newswire",
    "armed_group": "cartel militia gang guerrilla brigade battalion regiment unit squad rebels",
    "organisation": "company firm charity consultancy manufacturer operator subsidiary union airline bank",
    "place": "city town village island province district region county river",
    "equipment": "drone quadcopter rifle missile model",
}
_KIND_OF_NOUN = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
_CALLED = re.compile(
    r"\b(?:the|an?|its|their|his|her)\s+(?:[a-z-]+\s+){0,2}(" + "|".join(_KIND_OF_NOUN) + r")"
    r"(?:\s+(?:named|called|known\s+as|dubbed))?,?\s+[\"'“‘«]?$",
    re.IGNORECASE,
)
# A hyphen is inside a word where letters stand on both sides.
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]*)+$")
# Inside one too where a capital stands on both sides of an apostrophe: "O'Neill", "L’Oréal".
_APOSTROPHE_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ][^\W\d_]{0,3}['’]?$")
_APOSTROPHE_AFTER = re.compile(r"['’][^\W\d_a-zß-ÿ]\w*")
# Partners of a firm, its initials and its legal form, which belong to its name.
_PARTNER_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ][\w.'’-]*\s?&\s?$")
_PARTNER_AFTER = re.compile(r"\s?&\s?[^\W\d_a-zß-ÿ][\w'’-]*")
_LEGAL_FORM = re.compile(rf",? (?:plc|(?=[A-Z])(?i:{'|'.join(sorted(LEGAL_FORMS))}))\b\.?")
_WORD_AFTER = re.compile(r"[^\W\d_](?:-[A-Z][^\W\d_]*)+")
# "A Veldian national": a people's word, of a people that no list has.
_NATIONAL = re.compile(r"\s(?:national|citizen|passport|embassy|authorities|government|officials?|troops|forces)s?\b")
_PEOPLE = re.compile(r"^[A-Z]\w+(?:ian|ese|ish)$")
# What follows the place that a report begins with: "LISSGRAD, 6 March (TWA) —".
_DATELINE = re.compile(r"(?:,[^.\n]{0,30})?\s*(?:\([^)\n]{1,20}\))?\s*[-–—]")
# As far back as a noun of that sort may begin.
_LOOK_BACK = 48
# Kinds that a capital or a state is found as, where it speaks for its government.
_SPEAKS: frozenset[EntityKind] = frozenset({"person", "organisation", "armed_group", "equipment", "outlet"})
_BODIES: frozenset[EntityKind] = frozenset(
    {"organisation", "government", "armed_group", "outlet", "facility", "document"}
)
# Names of these kinds may have words in small letters: "western Mexico", "Interior ministry", "the defence ministry".
_MAY_BE_SMALL: frozenset[EntityKind] = frozenset(
    {"place", "equipment", "government", "armed_group", "facility", "document"}
)
# Of these none is in small letters alone; drones and defence ministries are.
_NEVER_SMALL: frozenset[EntityKind] = frozenset({"person", "place", "document"})
# Of these there is none without a capital, but for texts whose writers use none.
_HAS_CAPITAL: frozenset[EntityKind] = frozenset({"outlet", "organisation"})


def repair_names(tokens: Tokens, found: Sequence[FoundName], *, body: int = 0) -> tuple[FoundName, ...]:
    """Return the names with whole edges, in reading order; what holds no name is left out.

    A name that is spelled alike has one kind in a text: the one that it was found with most often. Before `body`
    stands a headline, in which every word may have a capital: only what the text below names too is a name there.
    """
    below = tokens.text[body:]
    titles = find_titles(tokens)
    lines = (line for name in found for line in _lines_of(tokens.text, name))
    outside = (name for name in lines if not any(name.span.overlaps(title) for title in titles))
    whole = (cut for name in outside if (cut := _trim(tokens.text, name)) is not None)
    kept = [name for name in whole if name.span.start >= body or name.span.cut(tokens.text) in below]
    joined = _join(tokens, sorted(kept, key=lambda name: name.span))
    has_capitals = tokens.text != tokens.text.lower()
    joined = [name for name in joined if not (has_capitals and _is_common_noun(tokens.text, name))]
    named = [*joined, *(FoundName(title, "document") for title in titles)]
    return _agree(tokens.text, sorted(named, key=lambda name: name.span))


def _is_common_noun(text: str, name: FoundName) -> bool:
    """Tell whether a found name is all in small letters and of a kind whose names never are: "the delta"."""
    return name.kind in _NEVER_SMALL and not _HAS_NAME.search(name.span.cut(text))


def _lines_of(text: str, name: FoundName) -> Iterator[FoundName]:
    """Yield a name, or where a line ends inside it, what stands on either side."""
    start = name.span.start
    for line in name.span.cut(text).split("\n"):
        if line:
            yield replace(name, span=Span(start, start + len(line)))
        start += len(line) + 1


def _trim(text: str, name: FoundName) -> FoundName | None:
    """Return a name without the small words and marks at its edges, or None where nothing is left of it."""
    if name.kind in _NOT_NAMES:
        return name
    start, end = _whole_words(text, name.span)
    if name.kind == "organisation":
        start, end = _whole_firm(text, start, end)
    worded = text[start:end]
    while head := _HEAD.match(worded):
        worded = worded[head.end() :]
    start = end - len(worded)
    while (tail := _TAIL.search(worded)) and not _LEGAL_FORM.fullmatch(f" {worded.rpartition(' ')[2]}"):
        worded = worded[: tail.start()]
    if not _HAS_NAME.search(worded) and (name.kind in _HAS_CAPITAL or not _HAS_WORD.search(worded)):
        return None
    if name.kind == "place" and (lower := _LOWER_HEAD.match(worded)) and not _SIDE.match(worded):
        start += lower.end()
        worded = worded[lower.end() :]
    if name.kind not in _MAY_BE_SMALL and _HAS_NAME.search(worded):
        if lower := _LOWER_HEAD.match(worded):
            start += lower.end()
            worded = worded[lower.end() :]
        worded = worded if worded.endswith(" plc") else _LOWER_TAIL.sub("", worded)
    return replace(name, span=Span(start, start + len(worded))) if worded else None


def _whole_words(text: str, span: Span) -> tuple[int, int]:
    """Return where the words begin and end that a name lies in: "-Asche" is a part of "Wynn-Asche"."""
    before = _WORD_BEFORE.search(text[max(0, span.start - _LOOK_BACK) : span.start + 1])
    start = span.start + 1 - len(before.group()) if before else span.start
    after = _WORD_AFTER.match(text, span.end - 1)
    end = after.end() if after else span.end
    lead = _APOSTROPHE_BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    if lead and (_APOSTROPHE_AFTER.match(text, start) or lead.group().endswith(("'", "’"))):
        start -= len(lead.group())
    if _APOSTROPHE_BEFORE.search(text[start:end]) and (rest := _APOSTROPHE_AFTER.match(text, end)):
        end = rest.end()
    return start, end


def _whole_firm(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a firm's name begins and ends with the partners "&" joins to it, and with its legal form."""
    if text[start:end].startswith("&"):
        start += len("&") + text[start + 1 : end].startswith(" ")
    while before := _PARTNER_BEFORE.search(text[max(0, start - _LOOK_BACK) : start]):
        start -= len(before.group())
    while after := _PARTNER_AFTER.match(text, end):
        end = after.end()
    form = _LEGAL_FORM.match(text, end)
    return start, form.end() if form else end


def _join(tokens: Tokens, names: Sequence[FoundName]) -> list[FoundName]:
    """Put the pieces of one name together."""
    out: list[FoundName] = []
    for name in names:
        last = out[-1] if out else None
        if last is not None and last.span.overlaps(name.span):
            # Both were grown to the same whole; of "al" and "-Qaida" the latter tells what it is.
            longer = max(name, last, key=lambda each: each.span.end - each.span.start)
            out[-1] = replace(longer, span=Span(last.span.start, max(last.span.end, name.span.end)))
        elif last is not None and _are_one_people(tokens.text, last, name):
            # "Latin" is no place in "Latin American".
            out[-1] = FoundName(Span(last.span.start, name.span.end), "nationality")
        elif last is not None and _are_one(tokens, last, name):
            span = Span(last.span.start, name.span.end)
            out[-1] = FoundName(span, _kind_of_whole(tokens, span, (last, name)))
        else:
            out.append(name)
    return out


def _are_one_people(text: str, first: FoundName, second: FoundName) -> bool:
    """Tell whether a place and a people's word are one people's word: a lone word that the text never has alone."""
    if (first.kind, second.kind) != ("place", "nationality") or text[first.span.end : second.span.start] != " ":
        return False
    word = first.span.cut(text)
    return " " not in word and word not in BY_NAME and text.count(word) == text.count(f"{word} ")


def _are_one(tokens: Tokens, first: FoundName, second: FoundName) -> bool:
    """Tell whether two names that stand side by side are pieces of one."""
    text = tokens.text
    between = text[first.span.end : second.span.start]
    if first.span.end > second.span.start or not _JOINT.match(between) or first.kind in _NOT_NAMES:
        return False
    one, other = first.span.cut(text), second.span.cut(text)
    is_model = _MODEL.match(other) is not None
    if second.kind == "quantity":
        return between == " " and is_model
    if second.kind in _NOT_NAMES or not one[-1:].isalnum():
        return False
    if between != " ":
        return between.strip() in ("of", "for", "of the", "&") and first.kind == second.kind and first.kind in _BODIES
    whole = text[first.span.start : second.span.end]
    if text.count(whole) > 1 and text.count(one) == text.count(whole):
        # The one never stands without the other.
        return True
    return _stand_as_one(first, second, lengths=(len(one.split()), len(other.split())), is_model=is_model)


def _stand_as_one(first: FoundName, second: FoundName, *, lengths: tuple[int, int], is_model: bool) -> bool:
    """Tell whether two names with one space between them are one: "Mexico City Donald Trump" is two."""
    if is_model and second.kind in ("equipment", "armed_group", "organisation"):
        return True
    if first.kind == "person" and second.kind == "person":
        return sum(lengths) <= 4
    return "person" not in (first.kind, second.kind) and max(lengths) <= 3


def _kind_of_whole(tokens: Tokens, span: Span, pieces: Sequence[FoundName]) -> EntityKind:
    """Return the kind that the whole name's own words tell, else that of its last piece that is no number."""
    low, high = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
    told = kind_by_words(tokens, low, high)
    if told != "unknown":
        return told
    kinds = [piece.kind for piece in pieces if piece.kind != "quantity"]
    if any(_MODEL.match(word) and any(sign.isdigit() for sign in word) for word in span.cut(tokens.text).split()):
        return "equipment"
    return kinds[-1] if kinds else pieces[0].kind


def _agree(text: str, names: Sequence[FoundName]) -> tuple[FoundName, ...]:
    """Give every name that is spelled alike the kind that it has most often, the earliest where two are as frequent.

    What the text calls it counts most: "the newspaper Vestnik" is an outlet wherever else it stands.
    """
    kinds: dict[str, Counter[EntityKind]] = {}
    told = len(names) + 1
    for name in names:
        if name.kind not in _NOT_NAMES:
            worded = name.span.cut(text)
            counts = kinds.setdefault(worded.casefold(), Counter())
            counts[name.kind] += 1
            if called := _CALLED.search(text[max(0, name.span.start - _LOOK_BACK) : name.span.start]):
                counts[_KIND_OF_NOUN[called.group(1).casefold()]] += told
            elif _NATIONAL.match(text, name.span.end) and _PEOPLE.search(worded):
                counts["nationality"] += told
            elif worded.isupper() and _DATELINE.match(text[name.span.end : name.span.end + _LOOK_BACK]):
                if not text[: name.span.start].rpartition("\n")[2].strip():
                    counts["place"] += told
            elif name.kind in _SPEAKS and (worded in BY_NAME or worded in BY_CAPITAL):
                counts["place"] += told
    settled = {worded: counter.most_common(1)[0][0] for worded, counter in kinds.items()}
    return tuple(
        name if name.kind in _NOT_NAMES else replace(name, kind=settled[name.span.cut(text).casefold()])
        for name in names
    )
