"""What shows along a way that something changed, kind by kind? Plain numbers that `drift.py` weighs."""

import difflib
import math
import re
from collections.abc import Callable, Mapping

from whence.model.statement import Voice
from whence.model.stemma import DriftKind
from whence.text.dates import do_dates_agree
from whence.text.quantities import are_comparable, are_compatible, is_same_figure
from whence.text.words import STOP_WORDS, content_words, stem, word_forms
from whence.weigh.changes import (
    CERTAINTY_ORDER,
    add_detail,
    change_name,
    change_source,
    lose_detail,
    may_be_one,
    weight_of,
)
from whence.weigh.citations import match_voice
from whence.weigh.outlets import list_outlets
from whence.weigh.readings import amounts_of, dates_of, find_names, forms_of, holds_figure, plain_name, stems_of
from whence.weigh.ways import Side, Way
from whence.weigh.words import find_proper_words

# Words that hold back, wherever in the sentence they stand.
HEDGES = re.compile(
    r"\b(?:may|might|could|perhaps|possibl\w+|probabl\w+|likely|unlikely|appear\w*|seem\w*|believ\w+|think\w*|thought"
    r"|suspect\w*|alleg\w+|reported(?:ly)?|rumou?r\w*|unconfirmed|provisional\w*|preliminary|estimate[sd]?|guess\w*"
    r"|suggest\w*|claim(?:s|ed)?|not sure|if|whether|unclear|unverified|as far as)\b",
    re.IGNORECASE,
)
# Amounts without a figure.
VAGUE_AMOUNT = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|several|many|most|few|half|majority|all|every|almost|nearly|close to|hardly"
    r"|more than|at least|up to)\b",
    re.IGNORECASE,
)
_UNNAMED = ("unnamed", "unspecified")
# Likeness of two names' letters, 0 to 1, from which one may be the other misspelled; shorter names tell too little.
_SPELLING, _LEAST_LETTERS, _SAME_START, _MORE_LETTERS = 0.75, 4, 2, 2

Features = dict[str, float]


def _source(way: Way) -> Features:
    """Compare who is given as the source: the last of the chain of the mentions that are looked at, and of all."""
    old, new = way.earlier.mention.statement, way.later.mention.statement
    before, after = _last(old.voices), _last(new.voices)
    any_before = any(m.statement.voices for m in way.earlier.mentions)
    any_after = any(m.statement.voices for m in way.later.mentions)
    outlets = list_outlets([way.earlier.report])
    credited = any(match_voice(v, outlets) is not None for m in way.later.mentions for v in m.statement.voices)
    features = {
        "no source on either side": float(before is None and after is None),
        "lost": float(before is not None and after is None),
        "gained": float(before is None and after is not None),
        "lost everywhere": float(any_before and not any_after),
        "some before": float(any_before),
        f"before: {old.basis}": 1.0,
        f"after: {new.basis}": 1.0,
        "credits the outlet": float(credited),
        "outlet in its place": float(any_before and credited),
        "by the rule": float(change_source(way.step()) is not None),
    }
    if before is not None and after is None:
        features[f"lost: {old.basis}"] = 1.0
    if before is not None:
        features |= _source_before(way, before)
    if before is not None and after is not None:
        features |= _source_instead(way, before, after)
    if before is None and after is not None:
        features |= {
            "gained, unnamed": float(after.kind in _UNNAMED),
            "gained, a body": float(after.kind in ("organisation", "government")),
            "gained, an outlet": float(after.kind == "outlet"),
            "gained, not that outlet": float(not credited),
        }
    return features


def _source_before(way: Way, before: Voice) -> Features:
    kept = keeps_source(way)
    proper = find_proper_words(before.name) | find_proper_words(before.as_worded)
    sentences = forms_of(way.later.sentences)
    return {
        "kept": float(kept),
        "name in the text": float(bool(proper & forms_of(way.later.report.text))),
        "name beside": float(bool(proper & sentences)),
        "name nowhere": float(bool(proper) and not proper & forms_of(way.later.report.text)),
        "words of it beside": float(bool(set(content_words(before.name)) & stems_of(way.later.sentences))),
        "named before": float(before.named and bool(find_proper_words(before.name))),
        "weight before": weight_of(before) / 3,
        "outlet before": float(before.kind == "outlet"),
        "unnamed before": float(before.kind in _UNNAMED),
        "document before": float(before.kind == "document"),
        "person before": float(before.kind == "person"),
        "nobody after": float(not kept and not any(m.statement.voices for m in way.later.mentions)),
    }


def _source_instead(way: Way, before: Voice, after: Voice) -> Features:
    earlier, later = way.earlier.mention, way.later.mention
    other = not (may_be_one(before, after) or bool(set(later.voice_ids[-1:]) & set(earlier.voice_ids)))
    more = weight_of(after) - weight_of(before)
    longer = len(later.statement.voices) - len(earlier.statement.voices)
    return {
        "vaguer": float(other and more < 0),
        "heavier": float(other and more > 0),
        "another as heavy": float(other and more == 0),
        "another, unnamed": float(other and after.kind in _UNNAMED),
        "another, an outlet": float(other and after.kind == "outlet"),
        "another, a body": float(other and after.kind in ("organisation", "government")),
        "another, a document": float(other and after.kind == "document"),
        "another, a person": float(other and after.kind == "person"),
        "shorter chain": float(longer < 0),
        "longer chain": float(longer > 0),
    }


def keeps_source(way: Way) -> bool:
    """Tell whether any of the later mentions may still be on the word of the earlier one's source."""
    before = _last(way.earlier.mention.statement.voices)
    after = [voice for mention in way.later.mentions for voice in mention.statement.voices[-1:]]
    known = set(way.earlier.mention.voice_ids)
    return before is not None and (any(may_be_one(before, v) for v in after) or bool(set(way.later.voices()) & known))


def _last(voices: tuple[Voice, ...]) -> Voice | None:
    return voices[-1] if voices else None


def _certainty(way: Way) -> Features:
    """Compare the grades of the mentions, and the words that hold back around them."""
    before, after = _grade(way.earlier), _grade(way.later)
    all_before = {CERTAINTY_ORDER[m.statement.certainty] for m in way.earlier.mentions}
    all_after = {CERTAINTY_ORDER[m.statement.certainty] for m in way.later.mentions}
    held, holds = len(HEDGES.findall(way.earlier.one_sentence)), len(HEDGES.findall(way.later.one_sentence))
    unsourced = not way.later.mention.statement.voices
    return {
        "one up": float(after - before == 1),
        "two up": float(after - before == 2),
        "one down": float(before - after == 1),
        "two down": float(before - after == 2),
        "highest up": float(max(all_after) > max(all_before)),
        "highest down": float(max(all_after) < max(all_before)),
        "lowest up": float(min(all_after) > min(all_before)),
        "lowest down": float(min(all_after) < min(all_before)),
        "graded so before": float(after in all_before),
        "unstated before": float(way.earlier.mention.statement.certainty == "unstated"),
        "unstated after": float(way.later.mention.statement.certainty == "unstated"),
        "certain before": float(before == 2),
        "certain after": float(after == 2),
        "hedges dropped": float(held > 0 and holds == 0),
        "hedges added": float(held == 0 and holds > 0),
        "hedges fewer": float(held > holds),
        "hedges on both sides": float(held > 0 and holds > 0),
        "hedge before": float(HEDGES.search(way.earlier.every) is not None),
        "hedge after": float(HEDGES.search(way.later.every) is not None),
        "no longer about": float(loses_roughness(way)),
        "unsourced after": float(unsourced),
        "unsourced before": float(not way.earlier.mention.statement.voices),
        "up and unsourced": float(after > before and unsourced),
    }


def _grade(side: Side) -> int:
    return CERTAINTY_ORDER[side.mention.statement.certainty]


def loses_roughness(way: Way) -> bool:
    """Tell whether a rough figure is given as an exact one."""
    return any(
        rough.approximate and not exact.approximate and is_same_figure(rough, exact)
        for rough in amounts_of(way.earlier.every)
        for exact in amounts_of(way.later.every)
    )


def _number(way: Way) -> Features:
    """Compare the amounts of the two mentions, of all mentions, and of the sentences around the two."""
    earlier, later = way.earlier, way.later
    features: Features = {}
    for name, before, after in (
        ("", earlier.one, later.one),
        ("all: ", earlier.every, later.every),
        ("sentence: ", earlier.one_sentence, later.one_sentence),
    ):
        features |= {f"{name}{what}": value for what, value in _compare_amounts(way, before, after).items()}
    old, new = amounts_of(earlier.every), amounts_of(later.every)
    agree = any(is_same_figure(amount, other) for amount in new for other in old)
    vaguer = VAGUE_AMOUNT.search(later.every) is not None
    return features | {
        "amounts before": float(bool(old)),
        "amounts after": float(bool(new)),
        "all new": float(bool(new and old) and not any(holds_figure(amount, earlier.report.text) for amount in new)),
        "vaguer": float(vaguer and VAGUE_AMOUNT.search(earlier.every) is None),
        "vaguer than a figure": float(vaguer and bool(old) and not agree),
    }


def _compare_amounts(way: Way, before: str, after: str) -> Features:
    old, new = amounts_of(before), amounts_of(after)
    features = {
        "some agree": float(any(is_same_figure(amount, other) for amount in new for other in old)),
        "both": float(bool(new and old)),
    }
    for amount in new:
        rivals = [other for other in old if are_comparable(amount, other) and (amount.unit or not other.unit)]
        if not rivals and sum(q.kind == amount.kind for q in old) == 1 == sum(q.kind == amount.kind for q in new):
            rivals = [other for other in old if other.kind == amount.kind]
        if not rivals or any(is_same_figure(amount, other) for other in old):
            continue
        rival = min(rivals, key=lambda other: abs(other.low - amount.low))
        shown = {
            "other figure": True,
            "cannot be the same": not are_compatible(amount, rival),
            "unknown before": not holds_figure(amount, way.earlier.report.text),
            "unknown after": not holds_figure(rival, way.later.report.text),
            "same unit": amount.unit == rival.unit,
        }
        features |= {what: max(features.get(what, 0.0), float(value)) for what, value in shown.items()}
    return features


def _date(way: Way) -> Features:
    """Compare the dates of the two mentions, of all mentions, and of the sentences around the two."""
    earlier, later = way.earlier, way.later
    features: Features = {}
    for name, before, after in (
        ("", earlier.one, later.one),
        ("all: ", earlier.every, later.every),
        ("sentence: ", earlier.one_sentence, later.one_sentence),
    ):
        old, new = dates_of(before, earlier.report.published), dates_of(after, later.report.published)
        verdicts = [[do_dates_agree(date.value, other.value) for other in old] for date in new]
        features |= {
            f"{name}disagree": float(any(False in row and True not in row for row in verdicts)),
            f"{name}agree": float(any(True in row for row in verdicts)),
            f"{name}both": float(bool(old and new)),
        }
    return features | {
        "dates before": float(bool(dates_of(earlier.every, earlier.report.published))),
        "dates after": float(bool(dates_of(later.every, later.report.published))),
    }


def _name(way: Way) -> Features:
    """Compare the names of sources, and those in the text: lost, new, or spelled otherwise."""
    after = _last(way.later.mention.statement.voices)
    lost_person = _loses_person(way.earlier.mention.statement.voices, way)
    known, elsewhere = forms_of(way.earlier.report.text), forms_of(way.later.report.text)
    lost = names_missing(way.earlier.sentences, elsewhere)
    gained = names_missing(way.later.sentences, known)
    told = _names(way.earlier.every)
    return {
        "by the rule": float(change_name(way.step()) is not None),
        "person lost": float(lost_person),
        "any person lost": float(any(_loses_person(m.statement.voices, way) for m in way.earlier.mentions)),
        "person unnamed": float(lost_person and after is not None and not find_proper_words(after.name)),
        "person gone": float(lost_person and after is None),
        "names lost": float(bool(told - elsewhere)),
        "share of names lost": len(told - elsewhere) / max(1, len(told)),
        "names beside lost": float(bool(lost)),
        "names gained": float(bool(gained)),
        "spelled otherwise": float(any(is_misspelled(one, other) for one in lost for other in gained)),
    }


def _loses_person(voices: tuple[Voice, ...], way: Way) -> bool:
    last = _last(voices)
    proper = find_proper_words(last.name) if last is not None and last.kind == "person" else frozenset()
    return bool(proper) and not proper & forms_of(way.later.report.text)


def _names(text: str) -> frozenset[str]:
    return frozenset(plain_name(span.cut(text)) for span in find_names(text))


def names_missing(text: str, known: frozenset[str]) -> list[str]:
    """Return the names of a text that are not among the known words, sorted."""
    return sorted(_names(text) - known)


def is_misspelled(one: str, other: str) -> bool:
    """Tell whether two names differ by so few letters that one may be the other.

    >>> is_misspelled("velling", "veling"), is_misspelled("velling", "lund")
    (True, False)
    """
    if min(len(one), len(other)) < _LEAST_LETTERS or one[:_SAME_START] != other[:_SAME_START]:
        return False
    if abs(len(one) - len(other)) > _MORE_LETTERS or one in other or other in one:
        return False
    return difflib.SequenceMatcher(None, one, other).ratio() >= _SPELLING


def _lost(way: Way) -> Features:
    return _only_on(way.earlier, way.later, way) | {"by the rule": float(lose_detail(way.step()) is not None)}


def _added(way: Way) -> Features:
    return _only_on(way.later, way.earlier, way) | {"by the rule": float(add_detail(way.step()) is not None)}


def _only_on(mine: Side, other: Side, way: Way) -> Features:
    """Tell how much of one side stands nowhere in the other report, or not beside its mentions."""
    features: Features = {}
    known, beside = stems_of(other.report.text), stems_of(other.sentences)
    for name, text in (("", mine.one), ("sentence: ", mine.one_sentence), ("all: ", mine.every)):
        own = stems_of(text)
        features |= {
            f"{name}share nowhere": len(own - known) / max(1, len(own)),
            f"{name}words nowhere": math.log(1 + len(own - known)),
            f"{name}share not beside": len(own - beside) / max(1, len(own)),
            f"{name}words in a row": math.log(1 + _longest_run(text, known)),
        }
    names = len(names_missing(mine.sentences, forms_of(other.report.text)))
    amounts = amounts_of(mine.every)
    dates = dates_of(other.report.text, other.report.published)
    mine_one, other_one = stems_of(mine.one), stems_of(other.one)
    return features | {
        "amount nowhere": float(any(not holds_figure(amount, other.report.text) for amount in amounts)),
        "amount not beside": float(any(not holds_figure(amount, other.sentences) for amount in amounts)),
        "amounts beside": float(bool(amounts_of(other.every))),
        "date nowhere": float(
            any(
                not any(do_dates_agree(date.value, given.value) for given in dates)
                for date in dates_of(mine.every, mine.report.published)
            )
        ),
        "name nowhere": float(names > 0),
        "names nowhere": math.log(1 + names),
        "longer": math.log((1 + len(stems_of(mine.every))) / (1 + len(stems_of(other.every)))),
        "longer mention": math.log((1 + len(mine_one)) / (1 + len(other_one))),
        "longer report": math.log((1 + len(mine.report.text)) / (1 + len(other.report.text))),
        "words shared": len(mine_one & other_one) / max(1, min(len(mine_one), len(other_one))),
        "unsourced after": float(not way.later.mention.statement.voices),
        "mentions": math.log(len(mine.mentions)),
    }


def _longest_run(text: str, known: frozenset[str]) -> int:
    """Return the most content words in a row that are not known."""
    best = row = 0
    for form in word_forms(text):
        if form not in STOP_WORDS:
            row = 0 if stem(form) in known else row + 1
            best = max(best, row)
    return best


# What the features of each kind are read by; places change too seldom in annotated stories to be learned.
FEATURES: Mapping[DriftKind, Callable[[Way], Features]] = {
    "certainty": _certainty,
    "number": _number,
    "date": _date,
    "source": _source,
    "name": _name,
    "detail_lost": _lost,
    "detail_added": _added,
}
