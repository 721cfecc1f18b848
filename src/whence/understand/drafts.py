"""What is one statement before it gets its number: where its content stands, how it is quoted, what it rests on?"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from whence.model.spans import Span, Spans
from whence.model.statement import Act, Basis, Certainty, Polarity, QuoteKind
from whence.understand.certainty import certainty_of, find_hedges, weakest
from whence.understand.cues import Cue
from whence.understand.phrases import Range
from whence.understand.reference import Chain
from whence.understand.tokens import Tokens

OWN = Cue("", "", "own_voice", "certain")

_GENERIC = frozenset(
    """source sources official officials people person experts analysts reports witnesses witness eyewitnesses
    eyewitness insiders insider diplomats diplomat critics residents others some several many aides aide driver
    fisherman employee worker workers supporters neighbours customers passengers""".split()
)
_RETELLERS = frozenset(
    """media website websites page pages titles blog blogs television tv digest accounts sites feed outlets
    newspapers papers broadcasters channels tabloids""".split()
)
_INDEFINITE = frozenset("a an one two three four five six several some another unnamed anonymous".split())
_OWN_EYES = frozenset("i we our my us".split())
_WORD = re.compile(r"[^\W\d_]+")
# In a body's own report: what others say, what its records hold, who acts for it, and acts that need no actor named.
_ALLEGED = frozenset(
    """allegation allegations claim claims assertion assertions rumour rumours rumor rumors accusation accusations
    incorrect untrue speculation media""".split()
)
_RECORDS = frozenset(
    """register registers log logs records recordings permit licence license certificate audit study decree protocol
    minutes inventory order""".split()
)
_STAFF = frozenset("inspectors staff patrol team crew volunteers members unit units officer officers employee".split())
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are) (?:\w+ly )?\w+(?:ed|en)\b(?! by\b)")
_SAW = frozenset(
    """saw watched heard counted measured photographed visited witnessed gauged walked found filmed filming reached
    recorded registered observed stood tested took inspected examined looked met""".split()
)
_EDGES = " \t\n,;:—–-"
_STOPS = ".!…"


@dataclass(frozen=True, slots=True)
class Holding:
    """What holds over a stretch that is being read: the chain so far, and the source and cue nearest to it."""

    chain: Chain = ()
    cue: Cue = OWN
    certainty: Certainty = "certain"
    source: Spans = ()
    cue_spans: Spans = ()
    negated: bool = False

    def under(self, chain: Chain, cue: Cue, source: Spans, cue_spans: Spans, *, negated: bool = False) -> "Holding":
        """Return what holds inside a content that `chain` says by `cue`, itself inside this."""
        doubled = cue.polarity == "negative" and negated
        return Holding(self.chain + chain, cue, self.certainty_inside(), source, cue_spans, negated or doubled)

    def certainty_inside(self) -> Certainty:
        """Return how sure the cues so far leave what lies inside them; denials and questions pass nothing on."""
        if self.cue.act in ("own_voice", "asks", "demands", "promises"):
            return self.certainty
        return weakest(self.certainty, self.cue.certainty)


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement without number and place in the report; `whole` is the content it is a part of."""

    content: Spans
    holding: Holding
    act: Act
    certainty: Certainty
    polarity: Polarity
    quote: QuoteKind
    hedges: Spans
    grounds: Chain = ()
    whole: Spans = ()


def draft_statement(tokens: Tokens, pieces: tuple[Range, ...], holding: Holding) -> Draft | None:
    """Return the statement that the pieces make under what holds over them, or None if nothing is left of them."""
    spans = tuple(span for piece in pieces if (span := _trimmed(tokens, piece)).start < span.end)
    if not spans:
        return None
    low, high = pieces[0][0], pieces[-1][1]
    hedged, hedges = find_hedges(tokens, low, high)
    certainty, polarity, act = certainty_of(holding.cue, hedged, negated=holding.negated)
    if act in ("own_voice",):
        certainty = hedged
    certainty = weakest(certainty, holding.certainty)
    return Draft(spans, holding, act, certainty, polarity, _quote_kind(tokens, pieces, holding), hedges)


def _trimmed(tokens: Tokens, piece: Range) -> Span:
    """Return the span of a piece without outer quotation marks, edge marks and its final stop."""
    low, high = piece
    if low >= high:
        return Span(0, 0)
    start, end = tokens.starts[low], tokens.ends[high - 1]
    text = tokens.text
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and (
            text[end - 1] in _EDGES or (text[end - 1] in _STOPS and not _is_abbreviation(text, start, end))
        ):
            end -= 1
        if (
            start < end
            and tokens.quote_of[low] >= 0
            and start == tokens.quotes[tokens.quote_of[low]].span.start
            and end < tokens.quotes[tokens.quote_of[low]].inner.end
        ):
            start = tokens.quotes[tokens.quote_of[low]].inner.start
        if (
            start < end
            and tokens.quote_of[high - 1] >= 0
            and end == tokens.quotes[tokens.quote_of[high - 1]].span.end
            and start > tokens.quotes[tokens.quote_of[high - 1]].inner.start
        ) and tokens.quote_of[low] == tokens.quote_of[high - 1]:
            end = tokens.quotes[tokens.quote_of[high - 1]].inner.end
        quote = _enclosing_quote(tokens, start, end)
        if quote is not None:
            start, end = quote
        if (start, end) == before:
            return Span(start, end)


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Tell whether the final stop belongs to an abbreviation ("U.S.", "p.m.")."""
    return end - start > 3 and text[end - 1] == "." and text[end - 2].isalpha() and text[end - 3] == "."


def _enclosing_quote(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """Return the inside of the quotation that encloses the whole range, if one does."""
    at = bisect_left(tokens.quotes, start, key=lambda quote: quote.span.start)
    if at >= len(tokens.quotes) or tokens.quotes[at].span.start != start:
        return None
    quote = tokens.quotes[at]
    return (quote.inner.start, quote.inner.end) if end in (quote.span.end, quote.inner.end) else None


def _quote_kind(tokens: Tokens, pieces: tuple[Range, ...], holding: Holding) -> QuoteKind:
    """Return direct for words all in quotation marks, mixed for some, indirect for none or a single one."""
    if not holding.chain:
        return "none"
    total = inside = longest = run = 0
    for low, high in pieces:
        for i in range(low, high):
            if not tokens.words[i][0].isalnum():
                continue
            total += 1
            is_quoted = tokens.quote_of[i] >= 0 and not _is_work_title(tokens, tokens.quote_of[i])
            run = run + 1 if is_quoted else 0
            inside += is_quoted
            longest = max(longest, run)
    if total and inside >= 0.9 * total:
        return "direct"
    if longest >= 2 or (longest and set(holding.cue.frames) & set("cdx")):
        return "mixed"
    return "indirect"


def _is_work_title(tokens: Tokens, quote: int) -> bool:
    """Tell whether a quotation is the title of a work: every longer word has a capital, no mark ends it."""
    low, high = tokens.quote_starts[quote] + 1, tokens.quote_ends[quote] - 1
    longer = [tokens.forms[i] for i in range(low, high) if len(tokens.forms[i]) > 3]
    return bool(longer) and high - low < 9 and all(form[0].isupper() for form in longer)


def basis_of(holding: Holding, tokens: Tokens, content: Spans, *, outlet: str | None, outlet_type: str | None) -> Basis:  # noqa: PLR0911 - one case a line
    """Return what a statement rests on, as the text presents it."""
    chain = holding.chain
    if not chain:
        return _own_basis(tokens, content, outlet, outlet_type)
    others = [voice for voice in chain if voice.kind == "outlet" and voice.name != outlet]
    last = chain[-1]
    if last.kind == "unspecified":
        return "none"
    if others:
        return "cites_outlet"
    if last.kind != "document" and _RETELLERS & set(last.name.lower().split()):
        return "cites_outlet"
    if any(voice.kind == "document" for voice in chain):
        return "document"
    if last.kind == "unnamed":
        first = last.as_worded.lower().split()[0] if last.as_worded else ""
        words = set(last.name.lower().split())
        is_generic = bool(words & _GENERIC) or (
            last.name.endswith("s") and first not in ("the", "his", "her", "its", "their")
        )
        return "unnamed_source" if is_generic or first in _INDEFINITE else "named_source"
    return "named_source"


def _own_basis(tokens: Tokens, content: Spans, outlet: str | None, outlet_type: str | None) -> Basis:
    """Return first_hand for what an official body or the reporter itself saw or did, document for its records."""
    text = tokens.text[content[0].start : content[-1].end]
    words = set(_WORD.findall(text.lower()))
    if outlet_type in ("official", "ngo"):
        if words & _ALLEGED:
            return "none"
        if words & _RECORDS:
            return "document"
        names = {word for word in _WORD.findall((outlet or "").lower()) if len(word) > 3}
        is_own = bool(words & _OWN_EYES or words & names or words & _STAFF) or _PASSIVE.search(text) is not None
        return "first_hand" if is_own else "none"
    if words & _OWN_EYES and words & _SAW:
        return "first_hand"
    return "none"
