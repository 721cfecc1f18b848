"""Which reports, or outlets that we do not hold, does a report credit, and in which words?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from whence.model.report import Report
from whence.model.spans import Span, hull
from whence.model.statement import Statement, Understanding, Voice
from whence.weigh.outlet_kinds import described_kinds
from whence.weigh.outlets import OutletNames, list_outlets, match_outlet, match_part
from whence.weigh.words import split_sentences

_SPEAKS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|according|stat(?:ed?|es|ement)|report(?:ed|s)?|announc\w+|den(?:ied|ies|y)|claim\w*"
    r"|insist\w*|publish\w*|releas\w+|confirm\w*|wrote|writes|notes?|bulletin|quot(?:ed|es|ing)|cit(?:ed|es|ing)"
    r"|spoke\w?|respon\w+|answer\w*|accus\w+|alleg\w+|reject\w*|call(?:ed|s)|puts?|credit\w*|reference|message)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where a report names another's outlet as where something comes from.

    `earlier` are the inner ids of that outlet's reports, none where we hold no report of it. `passage` is the sentence
    around the name. `statement` is the id of the statement whose voice it is, None for a bare credit or a link.
    """

    later: str
    outlet: str
    earlier: tuple[str, ...]
    span: Span
    passage: Span
    reason: str
    statement: str | None = None


def find_citations(reports: Sequence[Report], understandings: Mapping[str, Understanding]) -> list[Citation]:
    """Return every credit in the reports of a story, in the order of the reports and their texts."""
    outlets = list_outlets(reports)
    hosts = {_host(report.url): report for report in reports if report.url}
    found: list[Citation] = []
    for report in reports:
        others = [outlet for outlet in outlets if outlet.outlet != report.outlet]
        sentences = split_sentences(report.text)
        understanding = understandings.get(report.id)
        statements = understanding.statements if understanding else ()
        found += _by_voice(report, statements, others, sentences)
        found += _by_name(report, others, sentences)
        found += _by_link(report, hosts, sentences)
    return sorted(set(found), key=lambda c: (c.later, c.span, c.outlet, c.statement or "", c.reason))


def _by_voice(
    report: Report, statements: Sequence[Statement], outlets: Sequence[OutletNames], sentences: Sequence[Span]
) -> list[Citation]:
    """Return the credits that statements' voices give; a voice that is no outlet we hold may be an unseen one."""
    found = []
    for statement in statements:
        if statement.within != "text":
            continue
        for voice in (*statement.voices, *statement.grounds):
            span = voice.span or hull(statement.source or statement.content)
            passage = _sentence_at(span, sentences)
            outlet = match_voice(voice, outlets)
            if outlet is not None:
                why = f"it names {outlet.outlet} as the source"
                found.append(Citation(report.id, outlet.outlet, outlet.reports, span, passage, why, statement.id))
            elif voice.kind == "outlet" and voice.named and not _is_own(voice, report):
                why = f"it credits {voice.name}, of which no report is here"
                found.append(Citation(report.id, voice.name, (), span, passage, why, statement.id))
    return found


def match_voice(voice: Voice, outlets: Sequence[OutletNames]) -> OutletNames | None:
    """Return the outlet that a voice stands for, by its resolved name first, then as the text words it."""
    found = match_outlet(voice.name, outlets) or match_outlet(voice.as_worded, outlets)
    if found is None and voice.kind == "outlet":
        part, kinds = match_part(voice.name, outlets), described_kinds(voice)
        return part if part is not None and (not kinds or part.outlet_type in kinds) else None
    return found


def _is_own(voice: Voice, report: Report) -> bool:
    own = list_outlets([report])
    return bool(own) and match_voice(voice, own) is not None


def _by_name(report: Report, outlets: Sequence[OutletNames], sentences: Sequence[Span]) -> list[Citation]:
    """Return the places where an outlet's name stands in the text; a speaking body's name counts only beside speech."""
    found = []
    for outlet in outlets:
        for span in _find_names(outlet, report.text):
            passage = _sentence_at(span, sentences)
            if outlet.is_publisher or _SPEAKS.search(passage.cut(report.text)):
                why = f"it names {outlet.outlet}"
                found.append(Citation(report.id, outlet.outlet, outlet.reports, span, passage, why))
    return found


def _find_names(outlet: OutletNames, text: str) -> list[Span]:
    """Return where an outlet's names stand: full ones, acronyms in capitals, and short ones after an article."""
    patterns = [rf"\b(?i:{re.escape(name)})\b" for name in sorted(outlet.full)]
    patterns += [rf"\b{re.escape(name.upper())}\b" for name in sorted(outlet.acronyms)]
    patterns += [rf"(?<=\b[Tt]he )(?i:{re.escape(name)})\b" for name in sorted(outlet.short)]
    spans = {Span(*match.span()) for pattern in patterns for match in re.finditer(pattern, text)}
    return sorted(span for span in spans if text[span.start].isupper())


def _by_link(report: Report, hosts: Mapping[str, Report], sentences: Sequence[Span]) -> list[Citation]:
    """Return the links that lead to another report's address or, failing that, to its outlet's site."""
    found = []
    for link in report.links:
        if link.span is None:
            continue
        target = hosts.get(_host(link.target))
        if target is not None and target.id != report.id and target.outlet != report.outlet:
            why = f"it links to {target.url if link.target == target.url else _host(link.target)}"
            passage = _sentence_at(link.span, sentences)
            found.append(Citation(report.id, target.outlet or "", (target.id,), link.span, passage, why))
    return found


def _host(url: str | None) -> str:
    return (urlsplit(url or "").hostname or "").removeprefix("www.")


def _sentence_at(span: Span, sentences: Sequence[Span]) -> Span:
    return next((sentence for sentence in sentences if sentence.overlaps(span)), span)
