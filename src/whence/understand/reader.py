"""What does one report say, on whose word, and how surely?"""

import re

from whence.model.ids import options_digest
from whence.model.report import MadeBy, Report
from whence.model.spans import Span
from whence.model.statement import Act, Certainty, Statement, Understanding, Voice
from whence.text.sentences import find_sentences
from whence.understand.options import UnderstandOptions

_COMPONENT = "understand.rules"
_VERSION = "0.1"

_CUES: dict[str, tuple[Act, Certainty]] = {
    "said": ("asserts", "certain"),
    "says": ("asserts", "certain"),
    "reported": ("asserts", "certain"),
    "announced": ("asserts", "certain"),
    "confirmed": ("asserts", "certain"),
    "believes": ("believes", "probable"),
    "believe": ("believes", "probable"),
    "suspect": ("suspects", "probable"),
    "claims": ("asserts", "unstated"),
    "claimed": ("asserts", "unstated"),
}
_CUE = "|".join(_CUES)
_BEFORE = re.compile(rf"(?P<source>[^,.;:\"“”]{{2,80}}?)\s(?P<cue>{_CUE})\s(?:that\s)?(?P<content>.+?)\.?$", re.S)
_AFTER = re.compile(rf"(?P<content>.+?),\W*(?P<source>[^,.;:\"“”]{{2,60}}?)\s(?P<cue>{_CUE})\.?$", re.S)
_ACCORDING = re.compile(r"(?P<content>.+?), (?P<cue>according to) (?P<source>[^.]+)\.?$", re.S)


def made_by(options: UnderstandOptions) -> MadeBy:
    """Return what is written beside everything that this reader finds."""
    return MadeBy(_COMPONENT, _VERSION, options_digest(options))


def understand(report: Report, *, options: UnderstandOptions = UnderstandOptions()) -> Understanding:
    """Return the statements of a report's text and title; a report in another language has none."""
    if not report.is_understood_language:
        return Understanding(report.text_sha256, made_by(options), language_known=False)
    found = [_read(span, report.text) for span in find_sentences(report.text)]
    statements = tuple(
        Statement(f"s{number}", *statement)
        for number, statement in enumerate(found, start=1)  # type: ignore[arg-type]
    )
    return Understanding(report.text_sha256, made_by(options), statements=statements)


def _read(span: Span, text: str) -> tuple[object, ...]:
    """Return the fields of the statement of one sentence."""
    for pattern in (_ACCORDING, _AFTER, _BEFORE):
        match = pattern.match(span.cut(text))
        if match:
            content, cue, source = (
                Span(span.start + match.start(name), span.start + match.end(name))
                for name in ("content", "cue", "source")
            )
            act, certainty = _CUES.get(match["cue"], ("asserts", "certain"))
            voice = Voice(match["source"], match["source"], "unnamed", named=False, span=source)
            quote = "indirect"
            return (content,), (cue,), (source,), (voice,), act, certainty, "positive", quote, "unnamed_source"
    return ((span,),)
