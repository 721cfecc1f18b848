"""Which names are one thing inside a story, where reports speak of the same people and bodies all the time?

Whole names first: the same words, in any order, spelling or legal form. Then short forms ("Torv", "the Institute", an
acronym): each joins the one fuller name of its report, or else of its story, that it fits; where it fits two, it stays.
Documents that no report names are one where their reports call them by the same noun.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from whence.link.entity_pairs import Compared, family_of, gap_km, placed_apart
from whence.link.names import PlainName, do_names_fit, read_name
from whence.model.entity import EntityDecision
from whence.model.statement import EntityKind, VoiceKind
from whence.text.name_forms import NameFamily, NameForm
from whence.text.name_likeness import compare_forms
from whence.text.nations import government_of

# How sure a run is of each, as shown; `entity_pairs` scores what is not of one story.
_NAMED_ALIKE, _SPELLED_ALIKE, _SHORT_FORM, _SAME_DOCUMENT, _NOT_TOLD = 0.97, 0.93, 0.9, 0.88, 0.5
# Least likeness of the least like words of two spellings of one name.
_SPELLING = 0.88
_AS_VOICE: dict[EntityKind, VoiceKind] = {"person": "person", "document": "document", "outlet": "outlet"}
_BODIES = frozenset({"organisation", "government", "outlet", "facility"})
# What a place is, which its name may have or not; the delta of a river is another place than the river.
_SORTS_OF_PLACE = frozenset("republic kingdom state city town village river lake".split())
# Nouns that any document may be called by.
_ANY_DOCUMENT = frozenset("document report paper file files it text record records".split())


def decide_in_stories(things: Sequence[Compared], story_of: Mapping[str, str]) -> list[EntityDecision]:
    """Return what can be decided inside each story, the surest of each two names first."""
    stories: dict[str, list[Compared]] = defaultdict(list)
    for thing in things:
        story = story_of.get(thing.occurrence.report)
        if story is not None:
            stories[story].append(thing)
    return [
        decision
        for story in stories.values()
        for group in _sort_out(story)
        for decision in _decide_group(group, towns=_places_of(story))
    ]


def _places_of(things: Iterable[Compared]) -> frozenset[str]:
    """Return the names that a report of the story takes for a place: "Karsk" is no short form of "Karsk Courier"."""
    return frozenset(thing.forms[0].folded for thing in things if thing.occurrence.kind == "place")


def _sort_out(things: Sequence[Compared]) -> Iterator[list[Compared]]:
    """Yield the things of a story by what sort they are, each name as most of its reports have it.

    A reader takes a name for a place here and for a person there. A state or a capital is a place in the one and the
    government that speaks for it in the other; any other name is what it is most often, in the whole story.
    """
    kinds: dict[str, Counter[NameFamily]] = defaultdict(Counter)
    speakers: set[str] = set()
    for thing in things:
        folded = thing.forms[0].folded
        kinds[folded][_family_of(thing)] += len(thing.occurrence.passages)
        if thing.occurrence.kind == "government" or government_of(thing.occurrence.name) is not None:
            speakers.add(folded)
    known = _Known(kinds, frozenset(speakers), _ends_of(kinds), _openings_of(kinds))
    groups: dict[NameFamily, list[Compared]] = defaultdict(list)
    for thing in things:
        groups[_settle(thing, known)].append(thing)
    yield from groups.values()


@dataclass(frozen=True, slots=True)
class _Known:
    """What a story's names are taken for: how often each for what, which speak, what longer names each is an end of.

    `openings` are the words that the names of bodies begin with, without the last of each.
    """

    kinds: Mapping[str, Counter[NameFamily]]
    speakers: frozenset[str]
    ends: Mapping[str, frozenset[NameFamily]]
    openings: frozenset[str]


def _ends_of(kinds: Mapping[str, Counter[NameFamily]]) -> dict[str, frozenset[NameFamily]]:
    """Return the families of the longer names that each word ends, or begins where they are bodies'."""
    found: dict[str, set[NameFamily]] = defaultdict(set)
    for folded, counts in kinds.items():
        words = folded.split()
        if len(words) > 1:
            family = _commonest(counts)
            found[words[-1]].add(family)
            if family == "body":
                found[words[0]].add(family)
    return {word: frozenset(families) for word, families in found.items()}


def _openings_of(kinds: Mapping[str, Counter[NameFamily]]) -> frozenset[str]:
    """Return the beginnings, of two words and more, of the names of bodies."""
    return frozenset(
        " ".join(words[:count])
        for folded, counts in kinds.items()
        if len(words := folded.split()) > 2 and _commonest(counts) == "body"
        for count in range(2, len(words))
    )


def _commonest(counts: Counter[NameFamily]) -> NameFamily:
    # Of two that are as frequent, a body: most of what is taken for something else is one.
    return max(counts, key=lambda each: (counts[each], each == "body"))


def _family_of(thing: Compared) -> NameFamily:
    """Return the family of a thing's name; "the Institute" and a model without a number are called as bodies are."""
    form = thing.forms[0]
    family = family_of(thing.occurrence.kind)
    is_noun = bool(form.generic) and not form.words
    return "body" if is_noun or (family == "model" and not (form.numbers or form.initials)) else family


def _settle(thing: Compared, known: _Known) -> NameFamily:
    """Return what a name is taken for in its story."""
    folded, family = thing.forms[0].folded, _family_of(thing)
    found = known.kinds[folded]
    if family == "place" and folded in known.openings:
        # "Orme House" is no place beside its "Orme House museum".
        return "body"
    if found["place"] and folded in known.speakers:
        return "place" if family == "place" else "body"
    around = known.ends.get(folded, frozenset())
    if "person" in around:
        return "person"
    # "Karsk" is a town beside the "Karsk Courier", and "Tidende" no person beside the "Skell Tidende".
    if around == {"body"} and not found["place"]:
        return "body"
    return _commonest(found)


def _decide_group(things: Sequence[Compared], *, towns: frozenset[str]) -> Iterator[EntityDecision]:
    named = [thing for thing in things if thing.occurrence.named]
    wholes: list[list[Compared]] = []
    # "The Institute" of another report is another one, until a fuller name says which.
    bare = [[thing] for thing in named if _is_bare(thing.forms[0])]
    named = [thing for thing in named if not _is_bare(thing.forms[0])]
    holders: dict[str, list[int]] = defaultdict(list)
    for thing in sorted(named, key=_fullest_first):
        places = sorted({place for key in thing.keys for place in holders[key]})
        alike = [(place, why) for place in places if (why := _alike(wholes[place], thing, towns))]
        near = [each for each in alike if not _apart(wholes[each[0]], thing)]
        yield from (
            _not_same(wholes[place][0], thing, gap) for place, _ in alike if (gap := _apart(wholes[place], thing))
        )
        if len(near) > 1 and any(
            _apart(wholes[a], each) for (a, _), (b, _) in combinations(near, 2) for each in wholes[b]
        ):
            yield from (_unsure(wholes[place][0], thing) for place, _ in near)
            near = []
        found = near[0] if near else None
        if found is not None:
            wholes[found[0]].append(thing)
            yield _same(wholes[found[0]][0], thing, *found[1])
        else:
            wholes.append([thing])
        for key in thing.keys:
            holders[key].append(found[0] if found is not None else len(wholes) - 1)
    # A person may bear a town's name.
    is_people = bool(named) and family_of(named[0].occurrence.kind) == "person"
    yield from _join_short_forms([*wholes, *bare], towns=frozenset() if is_people else towns)
    described = [thing for thing in things if not thing.occurrence.named]
    yield from _join_documents(described)
    yield from _join_described_bodies(described, [*wholes, *bare])


def _fullest_first(thing: Compared) -> tuple[int, float, str]:
    """Return what sorts names: the fullest first, and of those of one length the one whose place is told best."""
    position = thing.occurrence.position
    return -len(thing.forms[0].words), position.radius_km if position else inf, thing.occurrence.id


def _apart(whole: Sequence[Compared], thing: Compared) -> float:
    """Return how far at most the reports place a thing from those that are taken as one; 0 where it may be there."""
    return max(gap_km(each.occurrence, thing.occurrence) for each in whole)


def _names_of(thing: Compared, towns: frozenset[str]) -> list[NameForm]:
    """Return the names of a thing without those that say too little: "Karsk" for the Karsk Courier."""
    others = (form for form in thing.forms[1:] if form.folded not in towns)
    return [thing.forms[0], *(form for form in others if not _is_part(thing, form))]


def _is_part(thing: Compared, form: NameForm) -> bool:
    """Tell whether another name of a thing is made of words of its fullest one.

    A surname is shared by brothers, and the last word of a body's name by others of its sort.
    """
    return set(form.folded.split()) <= set(thing.forms[0].folded.split())


def _is_bare(form: NameForm) -> bool:
    """Tell whether a name is one word that many bodies bear."""
    return not form.words and not form.numbers and len(form.generic) < 2


def _alike(whole: Sequence[Compared], thing: Compared, towns: frozenset[str]) -> tuple[float, str] | None:
    """Return how surely a thing is one with those that are named alike, and why, or None."""
    for known in whole:
        for one in _names_of(known, towns):
            for other in _names_of(thing, towns):
                if not _is_bare(one) and _are_same_words(one, other):
                    return _NAMED_ALIKE, "named alike in reports on one story"
    values = compare_forms(whole[0].forms[0], thing.forms[0]).values
    is_clear = not (values["number_clash"] or values["generation_clash"] or values["initials_clash"])
    if is_clear and values["whole"] >= _SPELLING and not values["generic_both"]:
        return _SPELLED_ALIKE, "every word is spelled alike, in reports on one story"
    return None


def _are_same_words(one: NameForm, other: NameForm) -> bool:
    if one.folded == other.folded:
        return True
    if one.numbers != other.numbers or one.generation != other.generation or one.initials != other.initials:
        return False
    if sorted(one.words) != sorted(other.words):
        return False
    mine, theirs = set(one.generic), set(other.generic)
    return mine == theirs or (one.family == "place" and bool(one.words) and mine ^ theirs <= _SORTS_OF_PLACE)


def _join_short_forms(wholes: Sequence[Sequence[Compared]], *, towns: frozenset[str]) -> Iterator[EntityDecision]:
    """Join each short form with the only fuller name that it fits, in its report or else in its story.

    A part of a place's name is another place: "Ombra" is no short form of "Ombra delta".
    """
    if wholes and wholes[0][0].family == "place":
        return
    plain = [_plain_names(whole) for whole in wholes]
    # The place of the fuller name that each joined; longer short forms first, so that "the Institute" is left with one.
    joined = list(range(len(wholes)))
    for place in sorted(range(len(wholes)), key=lambda each: -len(wholes[each][0].forms[0].folded)):
        whole = wholes[place]
        if not _is_bare(whole[0].forms[0]) and any(thing.forms[0].folded in towns for thing in whole):
            continue
        fits = [other for other in range(len(wholes)) if other != place and _fits(plain[place], plain[other])]
        fuller = sorted({joined[other] for other in fits})
        if len(fuller) == 1:
            joined[place] = fuller[0]
            yield _same(
                wholes[fuller[0]][0], whole[0], _SHORT_FORM, "can only be this one among the names of the story"
            )
            continue
        for thing in whole:
            at_home = {joined[other] for other in fits if _is_named_before(wholes[other], thing)}
            if len(at_home) == 1:
                yield _same(
                    wholes[at_home.pop()][0], thing, _SHORT_FORM, "can only be this one among the report's names"
                )


def _is_named_before(whole: Sequence[Compared], thing: Compared) -> bool:
    """Tell whether a fuller name stands in the same report before the short one does."""
    first = thing.occurrence.passages[0]
    found = (each.occurrence.passages[0] for each in whole)
    return any(passage.report == first.report and passage.span < first.span for passage in found)


def _plain_names(whole: Sequence[Compared]) -> list[PlainName]:
    found = dict.fromkeys(
        (name, _AS_VOICE.get(thing.occurrence.kind, "organisation"))
        for thing in whole
        for name, form in zip((thing.occurrence.name, *thing.occurrence.aliases), thing.forms, strict=False)
        if name == thing.occurrence.name or not (_is_bare(form) or _is_part(thing, form))
    )
    # One body may have "and" in its name; two people are never one occurrence.
    return [read_name(name.replace(" and ", " "), kind) for name, kind in found]


def _fits(short: Iterable[PlainName], whole: Iterable[PlainName]) -> bool:
    return any(do_names_fit(one, other) for one in short for other in whole)


def _join_described_bodies(
    described: Sequence[Compared], wholes: Sequence[Sequence[Compared]]
) -> Iterator[EntityDecision]:
    """Join "the museum" with the only body of its report, or else of its story, that is called one."""
    called = [{word for thing in whole for form in thing.forms for word in form.generic} for whole in wholes]
    for thing in described:
        head = thing.forms[0].generic[-1:] if not thing.forms[0].words else ()
        if thing.occurrence.kind not in _BODIES or not head:
            continue
        fitting = [place for place, words in enumerate(called) if head[0] in words]
        here = [
            place
            for place in fitting
            if any(each.occurrence.report == thing.occurrence.report for each in wholes[place])
        ]
        found = here if len(here) == 1 else fitting
        if len(found) == 1:
            yield _same(wholes[found[0]][0], thing, _SHORT_FORM, f"the only one that is called “{head[0]}”")


def _join_documents(things: Sequence[Compared]) -> Iterator[EntityDecision]:
    """Join documents that are called by one telling noun; "the report" of another report is another one."""
    by_noun: dict[str, Compared] = {}
    for thing in things:
        if thing.occurrence.kind != "document":
            continue
        head = read_name(thing.occurrence.name, "document").head
        if head and head not in _ANY_DOCUMENT:
            first = by_noun.setdefault(head, thing)
            if first is not thing:
                yield _same(first, thing, _SAME_DOCUMENT, f"reports on one story call it “{head}”")


def _not_same(one: Compared, other: Compared, gap: float) -> EntityDecision:
    reasons = ("named alike in reports on one story",)
    return EntityDecision(one.occurrence.id, other.occurrence.id, "not_same", 0.0, reasons, (placed_apart(gap),))


def _unsure(one: Compared, other: Compared) -> EntityDecision:
    reasons, against = ("named alike in reports on one story",), ("another place of the story is called so too",)
    return EntityDecision(one.occurrence.id, other.occurrence.id, "unsure", _NOT_TOLD, reasons, against)


def _same(one: Compared, other: Compared, score: float, reason: str) -> EntityDecision:
    return EntityDecision(one.occurrence.id, other.occurrence.id, "same", score, (reason,))
