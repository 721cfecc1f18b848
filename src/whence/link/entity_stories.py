"""Which names are one thing inside a story, where reports speak of the same people and bodies all the time?

Whole names first: the same words, in any order, spelling or legal form. Then short forms ("Torv", "the Institute", an
acronym): each joins the one fuller name of its report, or else of its story, that it fits; where it fits two, it stays.
Documents that no report names are one where their reports call them by the same noun.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from whence.link.entity_pairs import Compared, family_of
from whence.link.names import PlainName, do_names_fit, read_name
from whence.model.entity import EntityDecision
from whence.model.statement import EntityKind, VoiceKind
from whence.text.name_forms import NameFamily, NameForm
from whence.text.name_likeness import compare_forms

# How sure a run is of each, as shown; `entity_pairs` scores what is not of one story.
_NAMED_ALIKE, _SPELLED_ALIKE, _SHORT_FORM, _SAME_DOCUMENT = 0.97, 0.93, 0.9, 0.88
# Least likeness of the least like words of two spellings of one name.
_SPELLING = 0.88
_AS_VOICE: dict[EntityKind, VoiceKind] = {"person": "person", "document": "document", "outlet": "outlet"}
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
    return [decision for story in stories.values() for group in _sort_out(story) for decision in _decide_group(group)]


def _sort_out(things: Sequence[Compared]) -> Iterator[list[Compared]]:
    """Yield the things of a story by what sort they are, each name as most of its reports have it.

    A reader takes a name for a place here and for a person there. Of one word, it is a place in the one and the
    government that speaks for it in the other; of more words, it is what it is most often.
    """
    kinds: dict[str, Counter[NameFamily]] = defaultdict(Counter)
    for thing in things:
        kinds[thing.forms[0].folded][family_of(thing.occurrence.kind)] += len(thing.occurrence.passages)
    groups: dict[NameFamily, list[Compared]] = defaultdict(list)
    for thing in things:
        folded, family = thing.forms[0].folded, family_of(thing.occurrence.kind)
        found = kinds[folded]
        if len(found) > 1:
            if " " not in folded and found["place"] and family != "place":
                family = "body"
            elif " " in folded or not found["place"]:
                # Of two that are as frequent, a body: most of what is taken for something else is one.
                family = max(found, key=lambda each: (found[each], each == "body"))
        groups[family].append(thing)
    yield from groups.values()


def _decide_group(things: Sequence[Compared]) -> Iterator[EntityDecision]:
    named = [thing for thing in things if thing.occurrence.named]
    wholes: list[list[Compared]] = []
    # "The Institute" of another report is another one, until a fuller name says which.
    bare = [[thing] for thing in named if _is_bare(thing.forms[0])]
    named = [thing for thing in named if not _is_bare(thing.forms[0])]
    holders: dict[str, list[int]] = defaultdict(list)
    for thing in sorted(named, key=lambda each: (-len(each.forms[0].words), each.occurrence.id)):
        places = sorted({place for key in thing.keys for place in holders[key]})
        found = next(((place, why) for place in places if (why := _alike(wholes[place], thing))), None)
        if found is not None:
            wholes[found[0]].append(thing)
            yield _same(wholes[found[0]][0], thing, *found[1])
        else:
            wholes.append([thing])
        for key in thing.keys:
            holders[key].append(found[0] if found is not None else len(wholes) - 1)
    yield from _join_short_forms([*wholes, *bare])
    yield from _join_documents([thing for thing in things if not thing.occurrence.named])


def _is_bare(form: NameForm) -> bool:
    """Tell whether a name is one word that many bodies bear."""
    return not form.words and not form.numbers and len(form.generic) < 2


def _alike(whole: Sequence[Compared], thing: Compared) -> tuple[float, str] | None:
    """Return how surely a thing is one with those that are named alike, and why, or None."""
    for known in whole:
        for one in known.forms:
            for other in thing.forms:
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


def _join_short_forms(wholes: Sequence[Sequence[Compared]]) -> Iterator[EntityDecision]:
    """Join each short form with the only fuller name that it fits, in its report or else in its story.

    A part of a place's name is another place: "Ombra" is no short form of "Ombra delta".
    """
    if wholes and wholes[0][0].family == "place":
        return
    plain = [_plain_names(whole) for whole in wholes]
    for place, whole in enumerate(wholes):
        fuller = [other for other in range(len(wholes)) if other != place and _fits(plain[place], plain[other])]
        # A name that is the short form of a short form joins the longest.
        fuller = [
            other for other in fuller if not any(_fits(plain[other], plain[more]) for more in fuller if more != other)
        ]
        if len(fuller) == 1:
            yield _same(
                wholes[fuller[0]][0], whole[0], _SHORT_FORM, "can only be this one among the names of the story"
            )
            continue
        for thing in whole:
            at_home = [
                other
                for other in fuller
                if any(each.occurrence.report == thing.occurrence.report for each in wholes[other])
            ]
            if len(at_home) == 1:
                yield _same(wholes[at_home[0]][0], thing, _SHORT_FORM, "can only be this one among the report's names")


def _plain_names(whole: Sequence[Compared]) -> list[PlainName]:
    found = dict.fromkeys(
        (name, _AS_VOICE.get(thing.occurrence.kind, "organisation"))
        for thing in whole
        for name, form in zip((thing.occurrence.name, *thing.occurrence.aliases), thing.forms, strict=False)
        if name == thing.occurrence.name or not _is_bare(form)
    )
    return [read_name(name, kind) for name, kind in found]


def _fits(short: Iterable[PlainName], whole: Iterable[PlainName]) -> bool:
    return any(do_names_fit(one, other) for one in short for other in whole)


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


def _same(one: Compared, other: Compared, score: float, reason: str) -> EntityDecision:
    return EntityDecision(one.occurrence.id, other.occurrence.id, "same", score, (reason,))
