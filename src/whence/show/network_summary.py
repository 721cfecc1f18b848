"""What does `whence network` print? Who, how they are said to be joined, when, where and what spread."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from whence.model.affair import Affair, MapPoint, NetworkLine, Said, SpreadRow, TimelineRow
from whence.model.entity import CaseEntity
from whence.model.report import Report
from whence.show.affair_words import (
    KIND_WORDS,
    PREDICATE_WORDS,
    choice_in_words,
    entity_in_words,
    framed,
    guarded_frame,
    position_in_words,
    reports_naming,
    stated_in_words,
    vagueness_in_words,
    when_in_words,
)
from whence.show.wording import count_of, moment_in_words, outlet_in_words, plain, quoted, shortened, voice_in_words

# Rows of each part that are printed, reports and other descriptions that one row names, and characters of a passage: a
# part then fits a screen.
MOST_ROWS = 12
MOST_OUTLETS = 3
_MOST_OTHERS = 3
PASSAGE_LENGTH = 150


def print_network(
    affair: Affair, reports: Mapping[str, Report], answers: Console, *, about: CaseEntity | None = None
) -> None:
    """Print each part of an affair that there is, its first rows; the dossier and the JSON have them all.

    Of the entity that it is `about`, also why its names were taken as one, and which others it was held against.
    """
    names = {entity.id: entity_in_words(entity) for entity in affair.entities}
    _print_part("Who", [_entity_lines(each) for each in _by_reports(affair.entities, about)], answers)
    if about is not None:
        _print_part("Why these names are one", _decision_lines(affair, about, reports), answers)
    _print_part("Described, possibly the same", _described_lines(affair.entities, reports), answers)
    lines = sorted(affair.network.lines, key=lambda line: -len(line.said))
    _print_part("Who is said to be joined to whom", [_relation_lines(each, names, reports) for each in lines], answers)
    _print_part("What spread", [_spread_lines(each, names, reports) for each in affair.spread], answers)
    _print_part("When", [_time_lines(each, reports) for each in _told_once(affair.timeline)], answers)
    _print_part("Where", [_place_lines(each, reports) for each in affair.points], answers)
    if not affair.entities and not affair.timeline and not affair.points:
        answers.print("The reports name nobody, no time and no place.", highlight=False)


def _print_part(title: str, rows: Sequence[list[str]], answers: Console) -> None:
    if not rows:
        return
    answers.print(Rule(Text(title, style="bold"), align="left", style="dim"))
    for first, *rest in rows[:MOST_ROWS]:
        answers.print(Text(first), highlight=False)
        for line in rest:
            answers.print(Text(f"    {line}", style="dim"), highlight=False)
    if len(rows) > MOST_ROWS:
        answers.print(Text(f"and {len(rows) - MOST_ROWS:,} more: --format json has them all", style="dim"))


def _by_reports(entities: Iterable[CaseEntity], about: CaseEntity | None) -> list[CaseEntity]:
    """Return the named things, those that most reports name first; what is only described comes with its lines.

    What was asked for is there either way.
    """
    return sorted(
        (entity for entity in entities if entity.named or (about is not None and entity.id == about.id)),
        key=lambda entity: (-reports_naming(entity), entity.name),
    )


def _entity_lines(entity: CaseEntity) -> list[str]:
    reports = count_of(reports_naming(entity), "report")
    first = f"{entity_in_words(entity)}  {KIND_WORDS[entity.kind]}, in {reports}"
    aliases = [plain(alias) for alias in entity.aliases]
    stated = stated_in_words(entity)
    return [
        first,
        *([f"also {', '.join(aliases[:4])}"] if aliases else []),
        *([f"stated of it: {'; '.join(stated[:3])}"] if stated else []),
    ]


def _decision_lines(affair: Affair, about: CaseEntity, reports: Mapping[str, Report]) -> list[list[str]]:
    """Return what was decided about the entity's names in the reports, and what speaks for and against."""
    names = {
        each.id: f"{plain(each.name)} ({outlet_in_words(reports[each.report])})"
        for entity in affair.entities
        for each in entity.occurrences
        if each.report in reports
    }
    own = {each.id for each in about.occurrences}
    rows = []
    for decision in affair.decisions:
        if own & {decision.one, decision.other} and {decision.one, decision.other} <= names.keys():
            by = f", judged by {plain(decision.who)} ({decision.judgement})" if decision.who else ""
            verdict = {"same": "=", "not_same": "≠", "unsure": "?"}[decision.verdict]
            first = f"{names[decision.one]} {verdict} {names[decision.other]}  {decision.score:.2f}{by}"
            reasons = ["; ".join(map(plain, decision.reasons[:3]))] if decision.reasons else []
            against = [f"against: {'; '.join(map(plain, decision.against[:3]))}"] if decision.against else []
            rows.append([first, *reasons, *against])
    return rows


def _described_lines(entities: Sequence[CaseEntity], reports: Mapping[str, Report]) -> list[list[str]]:
    """Return each description with those after it that may be of the same, so that each two are told of once."""
    worded = {
        entity.id: f"{quoted(entity.name)} in {_outlets_of(entity, reports)}"
        for entity in entities
        if entity.maybe_same
    }
    rows, told = [], set[str]()
    for entity in entities:
        told.add(entity.id)
        others = [worded[other] for other in entity.maybe_same if other in worded and other not in told]
        if others:
            more = f" and {len(others) - _MOST_OTHERS} more" if len(others) > _MOST_OTHERS else ""
            listed = ", ".join(others[:_MOST_OTHERS])
            rows.append([worded[entity.id], f"possibly the same as described: {listed}{more}"])
    return rows


def _outlets_of(entity: CaseEntity, reports: Mapping[str, Report]) -> str:
    found = (outlet_in_words(reports[held.report]) for held in entity.occurrences if held.report in reports)
    return ", ".join(dict.fromkeys(found))


def _relation_lines(line: NetworkLine, names: Mapping[str, str], reports: Mapping[str, Report]) -> list[str]:
    relation = line.relation
    frame = guarded_frame(line.said)
    words = f"{names.get(relation.subject, '')} {PREDICATE_WORDS[relation.predicate]} {names.get(relation.object, '')}"
    return [framed(frame, words), *_said_lines(line.said, reports)]


def _spread_lines(row: SpreadRow, names: Mapping[str, str], reports: Mapping[str, Report]) -> list[str]:
    since = f", {when_in_words(row.since)}" if row.since else ""
    where = f", {', '.join(map(plain, row.where[:2]))}" if row.where else ""
    first = f"{plain(row.thing_name)}: {names.get(row.holder, '')}{since}{where}"
    origins = ", ".join(voice_in_words(voice) for voice in row.origins[:2])
    report = reports[row.first.report]
    said_by = f", by {origins}" if origins else ""
    reported = f"first reported {moment_in_words(report.published)} in {outlet_in_words(report)}{said_by}"
    frame = guarded_frame((row.first, *row.later))
    return [framed(frame, first), f"{reported}; {count_of(1 + len(row.later), 'report')}", _passage(row.first)]


def _told_once(rows: Iterable[TimelineRow]) -> list[list[TimelineRow]]:
    """Return the times in order, those together that several reports give for one claim."""
    found: dict[tuple[str, str], list[TimelineRow]] = {}
    for row in rows:
        claims = [each.claim for each in row.said.claims]
        found.setdefault((row.value, claims[0] if claims else row.said.words), []).append(row)
    return list(found.values())


def _time_lines(rows: Sequence[TimelineRow], reports: Mapping[str, Report]) -> list[str]:
    said = [row.said for row in rows]
    _, outlets = _said_lines(said, reports)
    # A time beside a statement may be when it was said.
    beside = "beside: " if rows[0].stands_in == "sentence" else ""
    return [f"{when_in_words(rows[0])}  {beside}{framed(guarded_frame(said), _passage(said[0]))}", outlets]


def _place_lines(point: MapPoint, reports: Mapping[str, Report]) -> list[str]:
    where = position_in_words(point.lat, point.lon)
    vague = f", {vagueness_in_words(point.radius_km)}" if point.lat is not None else ""
    choice = choice_in_words(point.chosen_among)
    said = [row.said for row in point.said]
    passage, outlets = _said_lines(said, reports)
    first = f"{plain(point.name)}  {where}{vague}"
    return [first, *([choice] if choice else []), framed(guarded_frame(said), passage), outlets]


def _said_lines(said: Sequence[Said], reports: Mapping[str, Report]) -> list[str]:
    outlets = dict.fromkeys(outlet_in_words(reports[each.report]) for each in said)
    named = ", ".join(list(outlets)[:MOST_OUTLETS])
    more = f" and {len(outlets) - MOST_OUTLETS} more" if len(outlets) > MOST_OUTLETS else ""
    return [_passage(said[0]), f"{named}{more}"]


def _passage(said: Said) -> str:
    return quoted(shortened(plain(said.words), PASSAGE_LENGTH))
