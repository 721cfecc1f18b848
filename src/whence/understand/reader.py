"""What does one report say, on whose word, and how surely?"""

import re
from bisect import bisect_left
from dataclasses import replace

from whence.model.ids import options_digest
from whence.model.report import MadeBy, Report
from whence.model.statement import Statement, Understanding, Voice, Where
from whence.understand.chains import Reading, note_subject
from whence.understand.cues import Cue
from whence.understand.drafts import Draft, Holding, basis_of
from whence.understand.entities import entity_of, find_entities
from whence.understand.furniture import is_about_itself, is_fragment, is_no_answer, is_question, is_statement
from whence.understand.names import Names, find_names
from whence.understand.options import UnderstandOptions
from whence.understand.reference import Chain, Memory
from whence.understand.shapes import find_attribution
from whence.understand.statements import read_leaf, read_stretch
from whence.understand.times import find_times
from whence.understand.tokens import Tokens, read_tokens

COMPONENT = "understand.rules"
# Raised with every change of the rules that may change what is found.
VERSION = "2"
# What holds over a quotation that only its place gives to a speaker.
SPOKEN = Cue("", "q", "asserts", "certain")
DEFAULTS = UnderstandOptions()
# "she asked." after a quotation that ended in a question mark: longer sentences say something of their own.
_LONGEST_TAG = 14
# Tokens outside quotation marks. The longest of 28,135 sentences of news (PolNeAR, train) has 220; rules look back and
# forth in a sentence, so that one without an end would stall the run.
_LONGEST_SENTENCE = 250


_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'.]{2,}(?:[ /-][A-Z'.]+)*(?:,? [^-—–.\n]{0,30})?|[A-Z][\w'. /]{2,30},? (?:\w{3,9}\.? \d{1,2},? )?"
    r"\([A-Z][\w ]{1,20}\)|\([A-Z][\w ]{1,20}\))(?: ?\([A-Z][\w ]{1,20}\))?\s[-—–]+\s"
)


def made_by(options: UnderstandOptions) -> MadeBy:
    """Return what is written beside everything that this reader finds."""
    return MadeBy(COMPONENT, VERSION, options_digest(options))


def understand(report: Report, *, options: UnderstandOptions = DEFAULTS) -> Understanding:
    """Return what a report's title and text say; a report in a language that no reader knows has no statements."""
    if not report.is_understood_language:
        return Understanding(report.text_sha256, made_by(options), language_known=False)
    reading = _read(report.text, report.outlet)
    found: list[tuple[Draft, Where, Tokens]] = []
    if report.title and not report.title_in_text:
        title = _read(report.title, report.outlet, reading.memory.names)
        found.extend((draft, "title", title.tokens) for draft in _in_order(title))
    in_title = len(report.title or "") if report.title_in_text and report.text.startswith(report.title or "\0") else 0
    for draft in _in_order(reading):
        where: Where = "title" if draft.content[-1].end <= in_title else "text"
        if where == "title" or not _says_nothing(draft, reading.tokens, report):
            found.append((draft, where, reading.tokens))
    entities = find_entities(reading.tokens, reading.memory.names)
    ids = {name: entity.id for entity in reversed(entities) for name in (entity.name, *entity.aliases)}
    statements = tuple(_number(n, *item, report, ids) for n, item in enumerate(found, 1))
    return Understanding(
        report.text_sha256, made_by(options), statements=statements, entities=entities, times=find_times(report)
    )


def _read(text: str, outlet: str | None, known: Names | None = None) -> Reading:
    """Read one text, sentence by sentence."""
    tokens = read_tokens(text)
    reading = Reading(tokens, Memory(find_names(tokens, known), outlet))
    for low, high in _join_quoted_questions(tokens):
        starts = _bounded_starts(tokens, low, high)
        for start in starts:
            is_whole = len(starts) == 1
            _read_sentence(reading, start, high if is_whole else min(high, start + _LONGEST_SENTENCE))
    return reading


def _bounded_starts(tokens: Tokens, low: int, high: int) -> range:
    """Return where a sentence is read from: once, unless it is so long that it is none (a table, a broken text)."""
    if (
        high - low <= _LONGEST_SENTENCE
        or sum(1 for i in range(low, high) if tokens.quote_of[i] < 0) <= _LONGEST_SENTENCE
    ):
        return range(low, low + 1)
    return range(low, high, _LONGEST_SENTENCE)


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
    unique = {(draft.content, draft.holding.chain, draft.act): draft for draft in reading.found}
    return sorted(unique.values(), key=lambda draft: (draft.content[0].start, draft.content[-1].end))


def _read_sentence(reading: Reading, low: int, high: int) -> None:
    """Read one sentence; a quotation without a cue of its own goes on with who spoke before."""
    tokens = reading.tokens
    if not is_statement(tokens, low, high):
        return
    if _is_lone_quote(tokens, low, high):
        read_leaf(reading, ((low, high),), _speaker_of_lone_quote(reading, low))
        return
    low = _after_dateline(tokens, low, high)
    before = len(reading.found)
    read_stretch(reading, low, high, Holding())
    fresh = reading.found[before:]
    if is_question(tokens, high, len(tokens.words)):
        reading.found[before:] = [draft for draft in fresh if draft.holding.chain]
    note_subject(reading, low, high)
    if not any(draft.holding.chain for draft in fresh):
        reading.last_quoted = None


def _speaker_of_lone_quote(reading: Reading, low: int) -> Holding:
    """Return who goes on speaking: the last who was quoted, else whom the sentence before was about."""
    if reading.last_quoted is not None:
        return reading.last_quoted
    people = [r for r in reading.memory.referents if r.token < low and r.chain[-1].kind in ("person", "unnamed")]
    if people and (reading.last_spoken is None or not people[-1].spoke):
        return Holding(people[-1].chain, SPOKEN)
    return reading.last_spoken or Holding()


def _join_quoted_questions(tokens: Tokens) -> list[tuple[int, int]]:
    """Join '"Is it?"' with the 'she asked.' that sentence splitting parted from it."""
    joined: list[tuple[int, int]] = []
    for low, high in tokens.sentences:
        if joined and high - low <= _LONGEST_TAG and _is_lone_quote(tokens, *joined[-1]):
            found = find_attribution(tokens, joined[-1][0], high)
            if found is not None and found.shape in ("after", "middle") and found.cue_range[0] >= low:
                joined[-1] = (joined[-1][0], high)
                continue
        joined.append((low, high))
    return joined


def _after_dateline(tokens: Tokens, low: int, high: int) -> int:
    """Return where a sentence begins once its dateline is left out ("VAUL, May 14 (CPS) - ")."""
    match = _DATELINE.match(tokens.text, tokens.starts[low], tokens.ends[high - 1])
    if match is None:
        return low
    return next((i for i in range(low, high) if tokens.starts[i] >= match.end()), low)


def _is_lone_quote(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a sentence is one quotation and nothing else."""
    quote = tokens.quote_of[low]
    return quote >= 0 and tokens.quote_starts[quote] == low and tokens.quote_ends[quote] >= high - 1


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
    )


def _with_entities(chain: Chain, ids: dict[str, str]) -> tuple[Voice, ...]:
    return tuple(replace(voice, entity=entity_of(voice, ids)) for voice in chain)
