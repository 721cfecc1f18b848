"""What does one report say, on whose word, and how surely?"""

from dataclasses import replace

from whence.model.ids import options_digest
from whence.model.report import MadeBy, Report
from whence.model.spans import Span
from whence.model.statement import Statement, Understanding, Where
from whence.understand.drafts import Draft, Holding, basis_of
from whence.understand.names import find_names
from whence.understand.options import UnderstandOptions
from whence.understand.own_voice import is_question, is_statement
from whence.understand.reference import Memory
from whence.understand.statements import Reading, note_subject, read_stretch
from whence.understand.tokens import Tokens, read_tokens

COMPONENT = "understand.rules"
# Raised with every change of the rules that may change what is found.
VERSION = "1"
DEFAULTS = UnderstandOptions()


def made_by(options: UnderstandOptions) -> MadeBy:
    """Return what is written beside everything that this reader finds."""
    return MadeBy(COMPONENT, VERSION, options_digest(options))


def understand(report: Report, *, options: UnderstandOptions = DEFAULTS) -> Understanding:
    """Return what a report's title and text say; a report in a language that no reader knows has no statements."""
    if not report.is_understood_language:
        return Understanding(report.text_sha256, made_by(options), language_known=False)
    tokens = read_tokens(report.text)
    reading = Reading(tokens, Memory(find_names(tokens), report.outlet))
    read_text(reading)
    drafts = [(draft, "text") for draft in sorted(reading.found, key=lambda draft: draft.content[0].start)]
    statements = tuple(_number(number, draft, where, tokens, report) for number, (draft, where) in enumerate(drafts, 1))
    return Understanding(report.text_sha256, made_by(options), statements=statements)


def _number(number: int, draft: Draft, where: Where, tokens: Tokens, report: Report) -> Statement:
    basis = basis_of(draft.holding, tokens, draft.content, outlet=report.outlet, outlet_type=report.outlet_type)
    holding = draft.holding
    return Statement(
        f"s{number}",
        draft.content,
        holding.cue_spans,
        holding.source,
        holding.chain,
        draft.act,
        draft.certainty,
        draft.polarity,
        draft.quote,
        basis,
        draft.hedges,
        draft.grounds,
        where,
    )


def read_text(reading: Reading) -> None:
    """Read every sentence; a quotation without a cue of its own goes on with who spoke before."""
    tokens = reading.tokens
    sentences = _join_quoted_questions(tokens)
    for number, (low, high) in enumerate(sentences):
        if _goes_on(reading, low, high):
            continue
        if is_statement(tokens, low, high):
            before = len(reading.found)
            read_stretch(reading, low, high, Holding())
            if is_question(tokens, high, len(tokens.words)):
                reading.found[before:] = [
                    replace(draft, certainty="unstated") if not draft.holding.chain else draft
                    for draft in reading.found[before:]
                ]
            note_subject(reading, low, high)
            if not any(draft.holding.chain for draft in reading.found[before:]):
                reading.last_quoted = None
        del number


def _join_quoted_questions(tokens: Tokens) -> list[tuple[int, int]]:
    """Join '"Is it?"' with the 'she asked.' that sentence splitting parted from it."""
    joined: list[tuple[int, int]] = []
    for low, high in tokens.sentences:
        if (
            joined
            and _is_lone_quote(tokens, *joined[-1])
            and tokens.words[joined[-1][1] - 2] in ("?", "!", "…", "...")
            and high - low <= 14
        ):
            from whence.understand.shapes import find_attribution

            found = find_attribution(tokens, joined[-1][0], high)
            if found is not None and found.shape in ("after", "middle"):
                joined[-1] = (joined[-1][0], high)
                continue
        joined.append((low, high))
    return joined


def _is_lone_quote(tokens: Tokens, low: int, high: int) -> bool:
    quote = tokens.quote_of[low]
    return quote >= 0 and tokens.quote_starts[quote] == low and tokens.quote_ends[quote] >= high - 1


def _goes_on(reading: Reading, low: int, high: int) -> bool:
    """Read a sentence that is one quotation as said by the last speaker; tell whether it was."""
    tokens = reading.tokens
    if not _is_lone_quote(tokens, low, high):
        return False
    holding = reading.last_quoted or reading.last_spoken
    if holding is None:
        return False
    from whence.understand.statements import read_leaf

    read_leaf(reading, ((low, high),), holding, depth=0)
    return True


def span_of_title(report: Report) -> Span | None:
    """Return where the title stands in the text, if it does."""
    if not report.title_in_text or not report.title:
        return None
    start = report.text.find(report.title)
    return Span(start, start + len(report.title)) if start >= 0 else None
