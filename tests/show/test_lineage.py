"""Does the tree of a claim lead from its origins to each report that makes it?"""

from dataclasses import replace

from tests.show.traces import (
    CLERK_PARENT,
    DENIAL,
    DENIED,
    HERALD,
    IN_OWN_VOICE,
    LEDGER,
    LEDGER_PARENT,
    MISSING,
    OWN_PARENT,
    PORT,
    TRACE,
    UNSEEN_PARENT,
)
from whence.model.stemma import Origin, Parent, WeighedClaim, WeighedMention
from whence.model.story import Mention
from whence.show.lineage import CIRCLE, SAYS_NOT, LineageRow, find_uncredited, first_mentions, trace_lineage

UNNAMED = 'unnamed: "A clerk who asked not to be named"'
REPORTS = {report.id: report for report in TRACE.reports}


def _rows(claim: WeighedClaim) -> list[LineageRow]:
    return trace_lineage(claim, reports=REPORTS, uncredited=find_uncredited(TRACE.edges))


def _shape(claim: WeighedClaim) -> list[tuple[int, str, str]]:
    return [(row.depth, row.name, row.remark) for row in _rows(claim)]


def _with_parents(*parents: tuple[Parent, ...]) -> WeighedClaim:
    mentions = tuple(replace(mention, parents=given) for mention, given in zip(MISSING.mentions, parents, strict=True))
    return replace(MISSING, mentions=mentions)


def test_a_report_stands_below_what_it_likely_has_the_claim_from() -> None:
    assert _shape(MISSING) == [(0, UNNAMED, ""), (1, "Quay Ledger", ""), (2, "Daily Herald", "not credited")]
    assert [row.probability for row in _rows(MISSING)] == [1.0, 0.8, 0.7]


def test_a_report_with_own_access_is_a_root_itself() -> None:
    held = Origin("report", PORT.id, "Port of Veldmark", True, "speaks from own access")
    counted = replace(DENIAL, origins=replace(DENIAL.origins, own_access=1, members=(held,)))
    assert _shape(counted) == [(0, "Port of Veldmark", "own access")]


def test_own_access_that_is_not_counted_is_said_to_be_possible_only() -> None:
    assert DENIAL.origins.own_access == 0
    assert _shape(DENIAL) == [(0, "Port of Veldmark", "may have own access")]
    told = Origin("report", PORT.id, "Port of Veldmark", False, "told as hearsay")
    uncounted = replace(DENIAL, origins=replace(DENIAL.origins, members=(told,)))
    assert _shape(uncounted) == [(0, "Port of Veldmark", "may have own access")]


def test_a_source_that_nobody_records_is_said_so() -> None:
    claim = _with_parents((UNSEEN_PARENT,), (replace(UNSEEN_PARENT, id="unseen:Courier", name="Courier"),))
    assert _shape(claim) == [
        (0, "a source not recorded", ""),
        (1, "Quay Ledger", ""),
        (0, "Courier", "not among the reports"),
        (1, "Daily Herald", ""),
    ]


def test_two_reports_with_one_voice_stand_below_it_once() -> None:
    assert _shape(_with_parents((CLERK_PARENT,), (CLERK_PARENT,))) == [
        (0, UNNAMED, ""),
        (1, "Quay Ledger", ""),
        (1, "Daily Herald", ""),
    ]


def test_a_circle_is_cut_and_named() -> None:
    back = replace(LEDGER_PARENT, id=HERALD.id, name="Daily Herald")
    assert _shape(_with_parents((back,), (LEDGER_PARENT,))) == [
        (0, "Daily Herald", CIRCLE),
        (1, "Quay Ledger", ""),
        (2, "Daily Herald", "not credited"),
    ]


def test_a_parent_report_that_does_not_make_the_claim_is_said_so() -> None:
    elsewhere = replace(LEDGER_PARENT, id=PORT.id, name="Port of Veldmark")
    assert _shape(_with_parents((CLERK_PARENT,), (elsewhere,)))[2] == (0, "Port of Veldmark", SAYS_NOT)


def test_a_mention_without_a_parent_is_a_root_of_its_own() -> None:
    assert _shape(_with_parents((), ())) == [
        (0, "Quay Ledger", "no source named"),
        (0, "Daily Herald", "no source named"),
    ]


def test_a_very_long_chain_of_copies_is_followed_to_its_end() -> None:
    reports = [replace(LEDGER, id=f"r{number}", outlet=f"Paper {number}") for number in range(3000)]
    mentions = [
        WeighedMention(
            Mention(f"m{number}", report.id, IN_OWN_VOICE),
            (replace(LEDGER_PARENT, id=f"r{number - 1}", probability=1.0) if number else CLERK_PARENT,),
        )
        for number, report in enumerate(reports)
    ]
    claim = replace(MISSING, mentions=tuple(mentions))
    rows = trace_lineage(claim, reports={report.id: report for report in reports}, uncredited=frozenset())
    assert [row.depth for row in rows] == list(range(3001))


def test_each_report_stands_once_by_a_mention_that_affirms() -> None:
    denying = replace(MISSING.mentions[0].mention, id="m0", statement=DENIED)
    claim = replace(MISSING, mentions=(WeighedMention(denying, (OWN_PARENT,)), *MISSING.mentions))
    assert [mention.mention.id for mention in first_mentions(claim)] == ["m1", "m2"]
