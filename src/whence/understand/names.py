"""Which names stand in a text, what sort of thing does each name, and which of them name the same thing?"""

from bisect import bisect_left
from dataclasses import dataclass, field

from whence.model.statement import EntityKind
from whence.text.name_words import LEGAL_FORMS
from whence.text.nations import BY_CAPITAL, BY_DEMONYM, BY_NAME
from whence.understand.cues import VERBS
from whence.understand.tokens import Tokens
from whence.understand.vocabulary import (
    CONNECTORS,
    DATES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FINITE,
    GOVERNMENT_NOUNS,
    ORGANISATION_NOUNS,
    OUTLET_NAMES,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    STOPS,
    SUBJECT_PRONOUNS,
    TITLE_GENDER,
    TITLES,
)

_JOINERS = frozenset("of & de du van von al bin ibn la le der den di da".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_SPOKEN = frozenset(
    "said says told tells wrote writes asked added believes thinks argued warned insisted denied".split()
)
_PLACE_BEFORE = frozenset("in at near from to outside around across towards toward through".split())
_PLACE_NAMES = frozenset(
    """river lake mount bay island islands valley street road bridge square gorge north south east
    west harbour port""".split()
)
_FACILITY_NAMES = frozenset(
    "dam airport station hospital bridge harbour terminal depot refinery prison camp base".split()
)
_ARMED_NAMES = frozenset("brigade battalion cartel militia rebels front hamas hezbollah taliban".split())
_INITIAL_NOT_NAMES = (
    DETERMINERS
    | STOPS
    | PREPOSITIONS
    | SUBJECT_PRONOUNS
    | CONNECTORS
    | frozenset(
        """according such when yes no not only even just more most less many much few other our my none nobody
        nothing""".split()
    )
)


@dataclass(slots=True)
class Name:
    """One name where it stands: tokens `low` to `high`, how it reads without its title, and what it seems to name."""

    low: int
    high: int
    text: str
    kind: EntityKind
    gender: str = ""
    role: str = ""
    full: str = ""


@dataclass(slots=True)
class Names:
    """All names of a text in reading order, and a look-up by token; `sure` where a reader told persons from outlets."""

    all: list[Name]
    lows: list[int] = field(default_factory=list)
    sure: bool = False

    def within(self, low: int, high: int) -> list[Name]:
        """Return the names that begin and end between two tokens."""
        first = bisect_left(self.lows, low)
        found = []
        for name in self.all[first:]:
            if name.low >= high:
                break
            if name.high <= high:
                found.append(name)
        return found

    def before(self, token: int) -> list[Name]:
        """Return the names that begin before a token, the nearest last."""
        return self.all[: bisect_left(self.lows, token)]


def find_names(tokens: Tokens, known: "Names | None" = None) -> Names:
    """Return the names of a text; a later short form takes the kind and the full form of an earlier long one.

    `known` are the names of a text that this one belongs to, as a title to its report.
    """
    found: list[Name] = []
    i, count = 0, len(tokens.forms)
    first_of_sentence = {low for low, _ in tokens.sentences}
    common = _lower_words(tokens)
    while i < count:
        if not tokens.forms[i][0].isupper():
            i += 1
            continue
        end = _end_of_name(tokens, i, count)
        begin = _begin_of_name(tokens, i, end, first_of_sentence, common)
        if begin < end and not _is_role_only(tokens, begin, end):
            found.append(_read_name(tokens, begin, end))
        i = end
    join_short_forms([*(known.all if known else ()), *found])
    return Names(found, [name.low for name in found])


def _is_role_only(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a run of capitals is an office without a holder ("the Prime Minister")."""
    last = tokens.words[high - 1]
    return (last in TITLES or last in PERSON_NOUNS) and high - low <= 3


def _lower_words(tokens: Tokens) -> set[str]:
    return {form for form in tokens.forms if form[0].islower()}


def _end_of_name(tokens: Tokens, i: int, count: int) -> int:
    """Return where a run of capitalised words ends; "of" and the like join two of them."""
    end = i + 1
    forms, words = tokens.forms, tokens.words
    while end < count:
        if tokens.starts[end] - tokens.ends[end - 1] > 1:
            break
        gap = tokens.text[tokens.ends[end - 1] : tokens.starts[end]]
        if "\n" in gap:
            break
        if (
            words[end] == "plc"
            or forms[end][0].isupper()
            or (forms[end].isdigit() and gap == " " and len(forms[end]) < 4 and end > i + 1)
        ):
            if words[end] in DATES or words[end] in _MONTHS:
                break
            end += 1
        elif (
            (
                words[end] in _JOINERS
                and end + 1 < count
                and forms[end + 1][0].isupper()
                and words[end + 1] not in DATES | _MONTHS
            )
            or (words[end] in ("the", "and", "for") and _joins_institution(tokens, i, end, count))
            or (forms[end] == "-" and gap == "" and end + 1 < count and forms[end + 1][0].isalnum())
        ):
            end += 2
        else:
            break
    return end


def _joins_institution(tokens: Tokens, i: int, end: int, count: int) -> bool:
    """Tell whether "and", "for" or "the" joins parts of one institution's name ("Ministry of Health and Welfare")."""
    words = tokens.words
    if end + 1 >= count or not tokens.forms[end + 1][0].isupper() or words[end + 1] in DATES | _MONTHS | TITLES:
        return False
    heads = {
        "ministry",
        "department",
        "office",
        "institute",
        "centre",
        "center",
        "committee",
        "authority",
        "agency",
        "council",
        "trust",
        "society",
        "university",
    }
    if words[end] == "the":
        return words[end - 1] in ("of", "on", "for")
    return bool(heads & set(words[i:end]))


def _begin_of_name(tokens: Tokens, i: int, end: int, first_of_sentence: set[int], common: set[str]) -> int:
    """Return where the name really begins: articles, days and capitals of a sentence's head go."""
    words = tokens.words
    begin = i
    while begin < end:
        word = words[begin]
        at_head = begin in first_of_sentence or (begin > 0 and words[begin - 1] in ('"', ":", "—", "'"))
        if (
            (
                word in _INITIAL_NOT_NAMES
                and word not in ("us", "may")
                and word not in TITLES
                and words[begin + 1 : begin + 2] != ["&"]
            )
            or word in DATES
            or word in _MONTHS
            or (at_head and word in common and word not in TITLES)
            or (
                at_head
                and end - begin == 1
                and (
                    word in OUTLET_NOUNS | DOCUMENT_NOUNS | PERSON_NOUNS | GOVERNMENT_NOUNS | ORGANISATION_NOUNS
                    or word.endswith(("ing", "ed", "ly"))
                    or tokens.forms[begin] == "I"
                )
            )
            or (at_head and end - begin == 1 and _is_plural_noun(tokens, begin, common))
            or tokens.forms[begin] in ("I", "A")
        ):
            begin += 1
        else:
            break
    return begin


def _is_plural_noun(tokens: Tokens, i: int, common: set[str]) -> bool:
    """Tell whether a capital at the head of a sentence is only that: a plural that no other place writes as a name."""
    word = tokens.words[i]
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or tokens.forms[i].isupper():
        return False
    if word[:-1] in common or word in PERSON_NOUNS:
        return True
    following = tokens.forms[i + 1] if i + 1 < len(tokens.forms) else ""
    return following[:1].islower() and tokens.forms.count(tokens.forms[i]) == 1


def _read_name(tokens: Tokens, low: int, high: int) -> Name:
    """Return the name with its kind, as far as its own words and the words beside it tell."""
    words = tokens.words
    last = words[high - 1]
    start, gender, role = low, "", ""
    for i in range(low, high - 1):
        if words[i] in TITLES or words[i] in PERSON_NOUNS or words[i] in TITLE_GENDER:
            gender = gender or TITLE_GENDER.get(words[i], "")
            start = i + 1
            if tokens.forms[start][0].islower():
                start = low
    before = words[low - 1] if low > 0 else ""
    kind = kind_by_words(tokens, start, high)
    if start == low and kind in ("unknown",) and high - low >= 3 and last_is_role(tokens, low):
        return Name(low, high, tokens.cut(low + 1, high), "person", gender, words[low])
    if start > low and kind in ("unknown", "place", "nationality"):
        return Name(low, high, tokens.cut(start, high), "person", gender, words[start - 1])
    start = min(start, low)
    text = tokens.cut(start, high)
    if kind == "unknown":
        kind, gender, role = _kind_by_neighbours(tokens, low, high, before)
    elif kind == "organisation" and before in OUTLET_NOUNS:
        kind = "outlet"
    if last in ("'s",):
        text = tokens.cut(start, high - 1)
    return Name(low, high, text, kind, gender, role)


def last_is_role(tokens: Tokens, i: int) -> bool:
    """Tell whether a capital at the head of a sentence is only an occupation's ("Biologist Noor Kestle")."""
    at_head = tokens.begins_sentence(i)
    return at_head and tokens.words[i].endswith(("ist", "er", "or", "ian", "man", "woman", "eer", "ess"))


def kind_by_words(tokens: Tokens, low: int, high: int) -> EntityKind:  # noqa: C901, PLR0911, PLR0912 - one case a line
    """Return the kind that the words of a name tell by themselves."""
    words = tokens.words
    text = tokens.cut(low, high)
    if text in BY_NAME or text in BY_CAPITAL:
        return "place"
    if text in BY_DEMONYM:
        return "nationality"
    last, first = words[high - 1], words[low]
    heads = [words[i] for i in range(low, high)]
    cut = next((k for k, word in enumerate(heads) if word in ("of", "for")), len(heads))
    head = heads[cut - 1] if cut else last
    if high - low == 1:
        if last in OUTLET_NAMES and last in (
            "reuters",
            "bloomberg",
            "bbc",
            "cnn",
            "afp",
            "npr",
            "nbc",
            "cbs",
            "abc",
            "msnbc",
            "politico",
            "breitbart",
            "tass",
            "xinhua",
            "interfax",
            "dpa",
            "axios",
            "newsweek",
            "fox",
            "ap",
        ):
            return "outlet"
        if last in ("congress", "parliament", "senate", "kremlin", "pentagon", "treasury", "nato"):
            return "government"
        return "unknown"
    if head in ("agency", "service", "press") and any(word in ("news", "press", "wire") for word in heads):
        return "outlet"
    if head in OUTLET_NAMES or (
        first in ("radio", "channel", "tv", "television", "daily", "associated", "agence", "al") and cut == len(heads)
    ):
        return "outlet"
    if head in _ARMED_NAMES:
        return "armed_group"
    if head in _FACILITY_NAMES and cut == len(heads):
        return "organisation" if head == "hospital" else "facility"
    if head in _PLACE_NAMES or first in ("lake", "mount", "port", "cape", "north", "south", "east", "west"):
        return "place"
    if head in GOVERNMENT_NOUNS | {"ministry", "mission", "nations", "commission", "house", "navy", "directorate"}:
        return "government" if head not in ("mission", "nations") else "organisation"
    if head in ORGANISATION_NOUNS or last in (
        "inc",
        "ltd",
        "plc",
        "corp",
        "gmbh",
        "co",
        "hydro",
        "energy",
        "shipping",
        "lines",
        "airways",
        "systems",
        "works",
        "partners",
        "bros",
        "sons",
        "watch",
        "legion",
        "hotel",
        "college",
        "games",
    ):
        return "organisation"
    if "&" in heads:
        return "organisation"
    if any(word in GOVERNMENT_NOUNS for word in heads[:cut]) and not any(word in TITLES for word in heads):
        return "government"
    return "unknown"


def _kind_by_neighbours(tokens: Tokens, low: int, high: int, before: str) -> tuple[EntityKind, str, str]:  # noqa: C901, PLR0911, PLR0912 - one case a line
    """Return kind, gender and role that the words beside an unknown name tell."""
    words = tokens.words
    after = words[high] if high < len(words) else ""
    if before == "," and low > 1 and words[low - 2] in ORGANISATION_NOUNS | OUTLET_NOUNS:
        return ("outlet" if words[low - 2] in OUTLET_NOUNS else "organisation"), "", ""
    if before in OUTLET_NOUNS or (before == "agency" and low > 1 and words[low - 2] in ("news", "state", "the")):
        return "outlet", "", before
    if before in PERSON_NOUNS or before in TITLE_GENDER:
        return "person", TITLE_GENDER.get(before, ""), before
    if before in (
        "company",
        "firm",
        "consultancy",
        "operator",
        "charity",
        "group",
        "union",
        "party",
        "manufacturer",
        "airline",
        "maker",
        "lender",
        "retailer",
    ):
        return "organisation", "", before
    if before in ("cartel", "militia"):
        return "armed_group", "", before
    if before in ("city", "town", "village", "port", "island", "province", "region", "district"):
        return "place", "", before
    if (
        high - low >= 2
        and high - low <= 4
        and all(form[:1].isupper() or form in ("de", "van", "von", "al", "bin") for form in tokens.forms[low:high])
    ):
        if after == "," and _is_role(tokens, high + 1):
            return "person", _gender_of_role(tokens, high + 1), _role_after(tokens, high + 1)
        if before == "the":
            return "organisation", "", ""
        if before in _PLACE_BEFORE and after not in _SPOKEN:
            return "unknown", "", ""
        acronym = any(len(form) > 1 and form.isupper() for form in tokens.forms[low:high])
        return ("organisation" if acronym else "person"), "", ""
    if high - low == 1:
        form = tokens.forms[low]
        if form.isupper() and len(form) > 1:
            return "organisation", "", ""
        if before in _PLACE_BEFORE:
            return "place", "", ""
        if before == "the":
            return "organisation", "", ""
    return "unknown", "", ""


def _is_role(tokens: Tokens, i: int) -> bool:
    """Tell whether an apposition that names a role begins at i: closed by a mark, without a verb."""
    words = tokens.words[i : i + 10]
    end = next((k for k, word in enumerate(words) if word in (",", ".", ";", "—")), len(words))
    has_role = any(word in PERSON_NOUNS or word in TITLE_GENDER for word in words[:end])
    return has_role and end < len(words) and not any(word in FINITE or word in VERBS for word in words[1:end])


def _role_after(tokens: Tokens, i: int) -> str:
    return next((word for word in tokens.words[i : i + 8] if word in PERSON_NOUNS or word in TITLE_GENDER), "")


def _gender_of_role(tokens: Tokens, i: int) -> str:
    return next((TITLE_GENDER[word] for word in tokens.words[i : i + 8] if word in TITLE_GENDER), "")


def join_short_forms(names: list[Name]) -> None:  # noqa: C901 - one case a line
    """Give each name its full form: a surname its person, a word or an acronym the longer name it was taken from."""
    by_part: dict[str, Name] = {}
    for name in names:
        parts = name.text.split()
        known = by_part.get(name.text)
        if known is not None and known.kind != "place":
            name.full = known.full
            if name.kind in ("unknown", "place", "person", "organisation") and not (
                name.kind == "place" and name.text in BY_CAPITAL
            ):
                name.kind = known.kind
            name.gender = name.gender or known.gender
            known.gender = known.gender or name.gender
            continue
        name.full = name.text
        if name.kind in ("unknown", "nationality"):
            if name.kind == "unknown":
                by_part.setdefault(name.text, name)
            continue
        by_part[name.text] = name
        if name.kind == "organisation" and parts[-1].rstrip(".").lower() in LEGAL_FORMS:
            by_part.setdefault(" ".join(parts[:-1]).rstrip(","), name)
        if name.kind == "person" and len(parts) > 1:
            by_part.setdefault(parts[-1], name)
            by_part.setdefault(parts[0], name)
        elif name.kind in ("organisation", "government", "outlet", "armed_group") and len(parts) > 1:
            by_part.setdefault(parts[-1], name)
            if parts[0].lower() not in DETERMINERS and name.kind == "outlet":
                by_part.setdefault(parts[0], name)
            capitals = [part for part in parts if part[:1].isupper()]
            by_part.setdefault("".join(part[0] for part in capitals), name)
    later = {name.text: name for name in reversed(names) if name.kind not in ("unknown", "place", "nationality")}
    # "Mr Eng" of the first paragraph is "Halvard Eng" of the second.
    later |= {
        name.text.split()[-1]: name for name in reversed(names) if name.kind == "person" and len(name.text.split()) > 1
    }
    for name in names:
        if name.kind in ("unknown", "person") and name.full == name.text and name.text in later:
            name.kind, name.full = later[name.text].kind, later[name.text].full
