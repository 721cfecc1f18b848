"""Where does a report say that something published earlier was wrong or is withdrawn?

What a text says about itself is a suggestion: it flags the claims that it is about, and takes no origin away. That is
for a person to decide (`whence judge retracted report ...`).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from whence.model.report import Passage, Report
from whence.model.spans import Span
from whence.model.stemma import Correction
from whence.weigh.order import Order
from whence.weigh.outlets import OutletNames, list_outlets, match_outlet
from whence.weigh.words import split_sentences

Kind = Literal["corrected", "retracted"]

_TEXT = r"(?:report|article|story|post|item|page|text|dispatch|piece|headline|entry|bulletin|statement)"
_CORRECTED = re.compile(
    rf"\b(?:an?|the|our|its) (?:earlier|previous|original|first) (?:version|edition) of (?:this|the|our) {_TEXT}"
    rf"|\b(?:this|the|our) {_TEXT} (?:has been|was|is) (?:corrected|amended)"
    r"|^\W*(?:correction|clarification|erratum)s?\b|^\W*(?:corrects|removes|recasts|amends) (?!the\b)\w+"
    r"|\b(?:we|the newspaper|the paper|the editors?) (?:regrets? the error|apologi[sz]es? for the (?:error|mistake))"
    r"|\b(?:incorrectly|wrongly|mistakenly|erroneously) (?:stated|said|reported|gave|described|identified|named|put)"
    rf"|\bshould have (?:read|said)\b|\bcorrects? (?:an?|the|its|our) (?:earlier|previous) {_TEXT}",
    re.IGNORECASE,
)
_RETRACTED = re.compile(
    r"\b(?:withdraws?|withdrew|withdrawn|retract(?:s|ed)?|removed|taken down|pulled)"
    rf" (?:the|its|our|this|that|an? earlier) (?:\w+ ){{0,2}}{_TEXT}"
    rf"|\b(?:the|its|our|this|that) {_TEXT}\b[^.;]{{0,80}}\b(?:has been|was|is)"
    r" (?:withdrawn|retracted|removed|taken down)\b",
    re.IGNORECASE,
)


def find_corrections(reports: Mapping[str, Report], order: Order) -> tuple[Correction, ...]:
    """Return the passages that take something back, with the earlier reports that they may mean, in a fixed order.

    Meant are the earlier reports of its own outlet and of a publisher that the sentence names; where there is none, an
    earlier version of the report itself. A body that is only spoken of is not meant.
    """
    outlets = list_outlets(reports.values())
    found = []
    for name in sorted(reports):
        for sentence in split_sentences(reports[name].text):
            words = sentence.cut(reports[name].text)
            kind: Kind | None = (
                "retracted" if _RETRACTED.search(words) else "corrected" if _CORRECTED.search(words) else None
            )
            if kind is not None:
                meant = _meant(reports[name], words, reports, outlets, order)
                found.append(Correction(name, meant, kind, Passage(name, Span(*sentence))))
    return tuple(found)


def _meant(
    report: Report, words: str, reports: Mapping[str, Report], outlets: Sequence[OutletNames], order: Order
) -> tuple[str, ...]:
    others = [outlet for outlet in outlets if outlet.outlet != report.outlet and outlet.is_publisher]
    named = match_outlet(words, others)
    meant = {report.outlet, named.outlet if named is not None else report.outlet} - {None}
    return tuple(
        other
        for other in sorted(reports)
        if other != report.id and reports[other].outlet in meant and order.probability_later(report.id, other) > 0.5
    )
