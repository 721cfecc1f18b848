"""Which things of a case are looked up in watchlists? What its reports name, never what they only describe."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from whence.link.screening import FAMILIES
from whence.model.ids import content_id
from whence.model.report import Report
from whence.model.statement import Entity, Understanding
from whence.model.watchlist import ScreenedName
from whence.text.name_forms import NameFamily, fold
from whence.text.sentences import find_sentences


@dataclass(slots=True)
class _Thing:
    names: dict[str, None] = field(default_factory=dict)
    stated: dict[tuple[str, str], None] = field(default_factory=dict)
    contexts: dict[str, None] = field(default_factory=dict)
    year: int | None = None


def named_things(
    reports: Sequence[Report], understandings: Mapping[str, Understanding], *, sentences: int
) -> list[ScreenedName]:
    """Return the persons and bodies that reports name, each spelling once, with what the reports state beside it.

    A thing is known by its name and kind: the same name in two reports is looked up once, with what either states.
    """
    things: dict[tuple[NameFamily, str], _Thing] = defaultdict(_Thing)
    for report in reports:
        understanding = understandings.get(report.id)
        for entity in understanding.entities if understanding else ():
            family = FAMILIES.get(entity.kind)
            if family is not None and fold(entity.name):
                _add(things[family, fold(entity.name)], entity, report, most=sentences)
    return [
        ScreenedName(
            ids=(content_id("w", family, folded),),
            name=next(iter(thing.names)),
            family="person" if family == "person" else "body",
            aliases=tuple(thing.names)[1:],
            stated=tuple(thing.stated),
            contexts=tuple(thing.contexts),
            year=thing.year,
        )
        for (family, folded), thing in things.items()
    ]


def _add(thing: _Thing, entity: Entity, report: Report, *, most: int) -> None:
    thing.names.update(dict.fromkeys((entity.name, *entity.aliases)))
    thing.stated.update(dict.fromkeys((each.kind, each.worded) for each in entity.attributes))
    if report.published and thing.year is None:
        thing.year = int(report.published.value[:4])
    for sentence in find_sentences(report.text):
        if len(thing.contexts) >= most:
            return
        if any(sentence.start <= span.start < sentence.end for span in entity.occurrences):
            thing.contexts[" ".join(sentence.cut(report.text).split())] = None
