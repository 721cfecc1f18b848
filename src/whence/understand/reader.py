"""What does one report say, on whose word, and how surely?"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from whence.model.finding import FoundName, TextFindings
from whence.model.ids import options_digest
from whence.model.report import MadeBy, Report
from whence.model.statement import (
    NOTHING_TO_NOTE,
    PlaceExpression,
    ReadingNotes,
    Statement,
    Understanding,
    Voice,
    Where,
)
from whence.ports import Finder, Gazetteer
from whence.understand.aliases import join_aliases
from whence.understand.attributes import attributes_of
from whence.understand.chains import Reading
from whence.understand.descriptions import find_descriptions
from whence.understand.drafts import Draft, basis_of
from whence.understand.entities import entity_of, find_entities
from whence.understand.furniture import is_about_itself, is_fragment, is_no_answer
from whence.understand.learned import read_findings
from whence.understand.name_repair import repair_names
from whence.understand.named import names_of, names_of_voices
from whence.understand.names import Names, find_names
from whence.understand.options import UnderstandOptions
from whence.understand.places import find_places
from whence.understand.reference import Chain, Memory
from whence.understand.relations import find_relations
from whence.understand.rules import read_by_rules
from whence.understand.times import find_times
from whence.understand.tokens import Tokens, read_tokens

COMPONENT = "understand"
# Raised with every change of the rules that may change what is found.
VERSION = "6"
DEFAULTS = UnderstandOptions()
# Words that stand where a source would, and mean that there is none.
_NOBODY = re.compile(r"(?:none|nobody|no[- ]one|neither|nothing)\b", re.IGNORECASE)
# The same of people: what nobody said was not said. "No 10" is an address.
_NO_PERSON = re.compile(r"\b(?:nobody|no[- ]one|no (?!\d)\w+)\b", re.IGNORECASE)


def made_by(options: UnderstandOptions, finder: Finder | None = None, gazetteer: Gazetteer | None = None) -> MadeBy:
    """Return what is written beside all that this reader finds: the finder, or the rules alone, and the gazetteer."""
    component = f"{COMPONENT}.{'reader' if finder else 'rules'}"
    helpers = tuple(helper.identity for helper in (finder, gazetteer) if helper)
    return MadeBy(component, VERSION, options_digest((options, *helpers) if helpers else options))


def understand(
    report: Report,
    *,
    finder: Finder | None = None,
    gazetteer: Gazetteer | None = None,
    options: UnderstandOptions = DEFAULTS,
) -> Understanding:
    """Return what a report's title and text say; a report in a language that no reader knows has no statements.

    `finder` finds attributions and names; without one the rules do it all. Without a gazetteer no places are listed.
    """
    maker = made_by(options, finder, gazetteer)
    if not report.is_understood_language:
        return Understanding(report.text_sha256, maker, language_known=False)
    findings = finder.find(report.text, outlet=report.outlet) if finder else None
    reading = _read(report.text, report.outlet, findings)
    headline = None
    found: list[tuple[Draft, Where, Tokens]] = []
    if report.title and not report.title_in_text:
        headline = finder.find(report.title, outlet=report.outlet) if finder else None
        title = _read(report.title, report.outlet, headline, reading.memory.names)
        found.extend((draft, "title", title.tokens) for draft in _in_order(title))
    in_title = len(report.title or "") if report.title_in_text and report.text.startswith(report.title or "\0") else 0
    for draft in _in_order(reading):
        where: Where = "title" if draft.content[-1].end <= in_title else "text"
        if where == "title" or not _says_nothing(draft, reading.tokens, report):
            found.append((draft, where, reading.tokens))
    whole = repair_names(reading.tokens, findings.names, body=in_title) if findings else None
    names = reading.memory.names if whole is None else names_of(reading.tokens, whole)
    join_aliases(reading.tokens, names.all)
    entities = find_entities(reading.tokens, names, whole)
    ids = {name: entity.id for entity in reversed(entities) for name in (entity.name, *entity.aliases)}
    statements = tuple(_number(n, *item, report, ids) for n, item in enumerate(found, 1))
    said = attributes_of(reading.tokens, entities)
    entities = tuple(replace(entity, attributes=said.get(entity.id, ())) for entity in entities)
    descriptions = find_descriptions(reading.tokens, entities, statements)
    return Understanding(
        report.text_sha256,
        maker,
        statements=statements,
        entities=entities,
        descriptions=descriptions,
        relations=find_relations(reading.tokens, entities, descriptions, statements),
        times=find_times(report),
        places=_places(report, reading, names, whole, statements, gazetteer) if gazetteer else (),
        reading=_notes(finder.remote, findings, headline) if finder else NOTHING_TO_NOTE,
    )


def _places(
    report: Report,
    reading: Reading,
    names: Names,
    found: Sequence[FoundName] | None,
    statements: tuple[Statement, ...],
    gazetteer: Gazetteer,
) -> tuple[PlaceExpression, ...]:
    return find_places(
        reading.tokens,
        names,
        gazetteer=gazetteer,
        found=found,
        statements=statements,
        outlet=report.outlet,
    )


def _notes(remote: str | None, *findings: TextFindings | None) -> ReadingNotes:
    """Return what is worth knowing of how the text and, where it has one, the title were read."""
    notes = ReadingNotes(remote=remote)
    for each in findings:
        if each is not None:
            notes = notes.followed_by(ReadingNotes(each.rejected, each.fallen_back, reason=each.reason))
    return notes


def _read(text: str, outlet: str | None, findings: TextFindings | None, known: Names | None = None) -> Reading:
    """Read one text, sentence by sentence: by what was found in it, or by the rules alone."""
    tokens = read_tokens(text)
    if findings is not None:
        reading = Reading(tokens, Memory(names_of_voices(tokens, findings.names, known), outlet))
        read_findings(reading, findings)
        return reading
    reading = Reading(tokens, Memory(find_names(tokens, known), outlet))
    read_by_rules(reading)
    return reading


def _says_nothing(draft: Draft, tokens: Tokens, report: Report) -> bool:
    """Tell whether an own-voice statement of the text is a fragment or presents the outlet or the author."""
    if draft.holding.chain:
        return False
    low = bisect_left(tokens.starts, draft.content[0].start)
    high = bisect_left(tokens.starts, draft.content[-1].end)
    text = tokens.text[draft.content[0].start : draft.content[-1].end]
    is_own = is_about_itself(text, outlet=report.outlet, outlet_type=report.outlet_type, byline=report.byline)
    return is_own or is_no_answer(text) or is_fragment(tokens, low, high)


def _in_order(reading: Reading) -> list[Draft]:
    """Return what was found in reading order, each thing once."""
    found = (_without_nobody(draft) for draft in reading.found if not _is_unsaid(draft, reading.tokens.text))
    unique = {(draft.content, draft.holding.chain, draft.act): draft for draft in found}
    return sorted(unique.values(), key=lambda draft: (draft.content[0].start, draft.content[-1].end))


def _is_unsaid(draft: Draft, text: str) -> bool:
    """Tell whether a draft is what nobody said; words in quotation marks are somebody's all the same."""
    if draft.quote == "direct":
        return False
    starts = (voice.span.start for voice in draft.holding.chain if voice.span is not None)
    # The "no" of "no one" may be left out of the source.
    return any(_NO_PERSON.match(text, place) for start in starts for place in (start, max(0, start - len("no "))))


def _without_nobody(draft: Draft) -> Draft:
    """Return the draft without a source that is nobody: "none of that proves that ..." is no one's word for it.

    Words in quotation marks are somebody's all the same, so they stand as they are.
    """
    chain = draft.holding.chain
    nobody = next((place for place, voice in enumerate(chain) if _NOBODY.match(voice.name)), None)
    if nobody is None:
        return draft
    holding = replace(draft.holding, chain=chain[:nobody], source=())
    return replace(draft, holding=holding, polarity=draft.polarity if draft.quote == "direct" else "negative")


def _number(number: int, draft: Draft, where: Where, tokens: Tokens, report: Report, ids: dict[str, str]) -> Statement:
    """Return the statement that a draft becomes in this report."""
    holding = draft.holding
    return Statement(
        f"s{number}",
        draft.content,
        holding.cue_spans,
        holding.source,
        _with_entities(holding.chain, ids),
        draft.act,
        draft.certainty,
        draft.polarity,
        draft.quote,
        basis_of(holding, tokens, draft.content, outlet=report.outlet, outlet_type=report.outlet_type),
        draft.hedges,
        _with_entities(draft.grounds, ids),
        where,
        draft.whole if draft.whole != draft.content else (),
    )


def _with_entities(chain: Chain, ids: dict[str, str]) -> tuple[Voice, ...]:
    return tuple(replace(voice, entity=entity_of(voice, ids)) for voice in chain)
