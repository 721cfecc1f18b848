"""Does the summary show what a reader must see first, on any terminal?"""

import io
import re
from dataclasses import replace
from typing import Literal

import pytest
from rich.console import Console

from tests.show.traces import (
    CLERK,
    DENIAL,
    LEDGER,
    LEDGER_PARENT,
    MISSING,
    MOEN,
    TRACE,
    UNSEEN_PARENT,
    make_origins,
    replace_claim,
)
from whence.model.judgement import Judgement
from whence.model.report import Edit
from whence.model.spans import Span
from whence.model.stemma import Origins, Trace, WeighedMention
from whence.show.summary import count_reports, order_claims, pick_claims, print_summary


def _summary(trace: Trace = TRACE, *, width: int = 100, most_claims: int = 5, is_terminal: bool = False) -> str:
    stream = io.StringIO()
    colors: Literal["standard", "auto"] = "standard" if is_terminal else "auto"
    console = Console(file=stream, width=width, force_terminal=is_terminal, highlight=False, color_system=colors)
    print_summary(trace, console, most_claims=most_claims)
    return stream.getvalue()


def _joined(trace: Trace = TRACE, *, most_claims: int = 5) -> str:
    return " ".join(_summary(trace, most_claims=most_claims).split())


def test_a_claim_shows_its_numbers_in_words() -> None:
    assert "at least 1, likely 1, at most 2 independent origins; own access 0" in _joined()


def test_an_allegation_stays_one() -> None:
    shown = _joined()
    assert "[1] alleged: “up to 12 crates may be missing from the quay”" in shown
    assert not re.search(r"\[1\] “", shown)


def test_the_chain_of_voices_leads_from_each_report_to_the_origin() -> None:
    shown = _joined()
    assert 'Quay Ledger ← unnamed: "A clerk who asked not to be named" 2031-03-02 09:15, alleged, likely 0.80' in shown
    assert "Daily Herald 2031-03-03, stated in own voice, not credited, likely 0.70" in shown
    assert shown.index("from unnamed: ") < shown.index("└ Quay Ledger") < shown.index("└ Daily Herald")


def test_changes_are_shown_with_both_wordings() -> None:
    shown = _joined()
    assert "number changed: “12” became “Sixty” Quay Ledger → Daily Herald" in shown
    assert "source changed: “A clerk” is no longer there Quay Ledger → Daily Herald" in shown


def test_flags_are_words() -> None:
    shown = _joined()
    assert "! several reports, likely one origin" in shown
    assert "! reported as more certain than where it came from" in shown
    assert "single_origin" not in shown


def test_a_judged_report_is_marked_where_it_stands_and_the_flag_says_who() -> None:
    retracted = Judgement("report", "retracted", (LEDGER.id,), (), "ed", "2031-03-04T08:00:00+00:00", note="withdrawn")
    refuted = replace(retracted, about="voice", verdict="refuted", one=("v1",))
    console = Console(file=io.StringIO(), width=200)
    trace = replace_claim(replace(MISSING, flags=("corrected",)))
    print_summary(trace, console, judgements=(retracted, refuted))
    assert isinstance(console.file, io.StringIO)
    shown = console.file.getvalue()
    assert "! Quay Ledger: Crates missing, judged retracted by ed on 2031-03-04: withdrawn\n" in shown
    assert "└ Quay Ledger  judged retracted ← unnamed:" in shown
    assert 'unnamed: "A clerk who asked not to be named"  judged refuted' in shown


def test_a_contrary_claim_is_shown_in_its_frame() -> None:
    assert "against contradicted by [2] denied: “any crates are missing”" in _joined()


def test_claims_in_several_reports_come_first() -> None:
    lone = replace(DENIAL, rank=1)
    shared = replace(MISSING, rank=2)
    assert [count_reports(claim) for claim in order_claims([lone, shared])] == [2, 1]


def test_what_is_left_out_is_counted_and_where_to_see_it_said() -> None:
    assert "1 more in this story (1 of them in one report only): --claims 2 shows them" in _joined(most_claims=1)


def test_claims_of_one_report_are_shown_after_the_others_where_so_many_are_asked_for() -> None:
    first = replace(DENIAL, rank=1)
    trace = replace(TRACE, claims=(first, replace(MISSING, rank=2)))
    assert "[1]" not in _joined(trace, most_claims=1).split("against")[0]
    shown = _summary(trace, most_claims=2)
    assert re.findall(r"^\[\d\]", shown, re.MULTILINE) == ["[2]", "[1]"]
    assert "more in this story" not in shown


def test_a_story_of_one_report_is_listed_without_claims() -> None:
    assert "Reports with a story of their own: Radio Nord: Crates missing" in _joined()


def test_a_report_in_another_language_is_listed() -> None:
    assert "not yet understood: Radio Nord: Crates missing (language: fr)" in _joined()


def test_corroborated_is_said_only_where_it_is_established() -> None:
    assert "corroborated" not in _joined()
    sure = Origins(make_origins(2, 2, 3).numbers, 2, (2, 3), ((2, 0.9), (3, 0.1)), ())
    assert "in 2 reports by 2 outlets: corroborated: two or more independent origins" in _joined(
        replace_claim(replace(MISSING, origins=sure))
    )


@pytest.mark.parametrize("width", [30, 44, 72, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, _summary(width=width).splitlines())) <= width


def test_a_narrow_terminal_has_labels_above_their_lines() -> None:
    lines = [line.strip() for line in _summary(width=50).splitlines()]
    assert "from" in lines
    assert "changed" in lines


def test_no_line_ends_in_blanks() -> None:
    assert not [line for line in _summary().splitlines() if line != line.rstrip()]


def test_colours_are_for_terminals_only() -> None:
    assert "\x1b[" not in _summary()
    assert "\x1b[" in _summary(is_terminal=True)


def test_what_stands_before_a_line_does_not_dim_it() -> None:
    shown = _summary(is_terminal=True)
    assert "\x1b[2m[1] \x1b[0m\x1b[3malleged: \x1b[0m\x1b[1m“up to 12 crates" in shown
    assert "\x1b[36mat least 1, likely 1, at most 2" in shown


def test_the_text_of_a_report_cannot_steer_the_terminal() -> None:
    hostile = replace(LEDGER, outlet="Quay\x1b[2J Ledger [bold]x[/bold] :smile:")
    reports = tuple(hostile if report is LEDGER else report for report in TRACE.reports)
    claim = replace(MISSING, claim=replace(MISSING.claim, text="\x1b]8;;http://x\x07 crates \u202e"))
    shown = _summary(replace(replace_claim(claim), reports=reports))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]x[/bold] :smile:" in shown


def test_long_lists_end_with_how_many_more() -> None:
    mentions = [
        WeighedMention(replace(MISSING.mentions[1].mention, id=f"m{n}", report=f"r{n}"), (LEDGER_PARENT,))
        for n in range(20)
    ]
    reports = tuple(replace(LEDGER, id=f"r{n}", outlet=f"Paper {n}") for n in range(20))
    claim = replace(MISSING, mentions=(MISSING.mentions[0], *mentions), drift=MISSING.drift * 10)
    shown = _joined(replace(replace_claim(claim), reports=(*TRACE.reports, *reports)))
    assert "and 10 more reports" in shown
    assert "and 16 more changes" in shown


def test_nothing_read_is_said() -> None:
    assert _joined(Trace(TRACE.made_by, (), (), (), (), (), (), (), ())) == (
        "No report could be read, so there is nothing to trace."
    )


def test_only_lone_stories_are_said_to_have_nothing_to_compare() -> None:
    lone = replace(TRACE, stories=TRACE.stories[1:], claims=())
    assert "Nothing to compare: every report has a story of its own." in _joined(lone)


def test_several_stories_are_listed_first() -> None:
    assert "1. Crates missing" not in _joined()
    twice = replace(
        TRACE, stories=(TRACE.stories[0], replace(TRACE.stories[0], story=replace(TRACE.stories[0].story, id="st9")))
    )
    assert _joined(twice).count("Crates missing 3 reports by 3 outlets, at least 1, likely 1, at most 2") == 2


def test_an_origin_is_not_shown_without_a_report_below_it() -> None:
    mentions = [
        WeighedMention(
            replace(MISSING.mentions[1].mention, id=f"m{n}", report=f"r{n}"),
            (replace(UNSEEN_PARENT, id=f"unseen:{n}", name=f"Courier {n}"),),
        )
        for n in range(9)
    ]
    reports = tuple(replace(LEDGER, id=f"r{n}", outlet=f"Paper {n}") for n in range(9))
    claim = replace(MISSING, mentions=(MISSING.mentions[0], *mentions))
    shown = _joined(replace(replace_claim(claim), reports=(*TRACE.reports, *reports)))
    assert "└ Paper 4" in shown
    assert "Courier 5" not in shown
    assert "and 4 more reports" in shown


def test_a_claim_with_two_origins_takes_the_last_place_where_none_shown_has_them() -> None:
    first, second, third = (replace(TRACE.claims[0], rank=rank) for rank in (1, 2, 3))
    two = replace(third, origins=make_origins(2, 2, 3))
    assert [claim.rank for claim in pick_claims([first, second, two], 2)] == [1, 3]
    assert [claim.rank for claim in pick_claims([first, second, third], 2)] == [1, 2]
    assert [claim.rank for claim in pick_claims([two, first, second], 2)] == [3, 1]


def test_a_changed_report_is_shown_with_its_edits_before_the_stories() -> None:
    shown = _joined()
    said = "Daily Herald: Crates missing: changed since 1 earlier version “Fifty” became “Sixty”"
    assert 0 < shown.index(said) < shown.index("Story 1 of 1")


def test_of_many_edits_the_first_are_shown_and_the_rest_counted() -> None:
    edit, here = TRACE.versions[0].edits[0], Span(0, 5)
    edits = (Edit("", here, "at least ", here), Edit("on Monday", here, "", here), edit, edit, edit)
    shown = _joined(replace(TRACE, versions=(replace(TRACE.versions[0], edits=edits),)))
    assert "added: “at least” removed: “on Monday” “Fifty” became “Sixty” and 2 more edits" in shown


def test_long_edits_fit_a_narrow_terminal() -> None:
    long = Edit("crates " * 99, Span(0, 5), "boxes\x1b[2J " * 99, Span(0, 5))
    shown = _summary(replace(TRACE, versions=(replace(TRACE.versions[0], edits=(long,)),)), width=30)
    assert max(map(len, shown.splitlines())) <= 30
    assert "\x1b" not in shown


def test_the_numbers_of_the_claims_shown_are_returned() -> None:
    console = Console(file=io.StringIO())
    assert print_summary(TRACE, console, most_claims=1) == (1,)
    assert print_summary(TRACE, console) == (1, 2)
    assert print_summary(replace(TRACE, stories=TRACE.stories[1:]), console) == ()


def test_an_outlet_that_is_its_own_first_voice_is_shown_once() -> None:
    reports = tuple(replace(report, outlet="Clerk") if report is LEDGER else report for report in TRACE.reports)
    own = replace(CLERK, name="Clerk", as_worded="The clerk", kind="person", named=True)
    said = replace(MISSING.mentions[0].mention.statement, voices=(own, MOEN))
    first = replace(MISSING.mentions[0], mention=replace(MISSING.mentions[0].mention, statement=said))
    shown = _joined(replace(replace_claim(replace(MISSING, mentions=(first, *MISSING.mentions[1:]))), reports=reports))
    assert "└ Clerk ← Ilka Moen " in shown


def test_outlets_that_nobody_recorded_are_not_counted_as_none() -> None:
    nameless = replace(TRACE, reports=tuple(replace(report, outlet=None) for report in TRACE.reports))
    shown = _joined(nameless)
    assert "outlets not recorded" in shown
    assert "0 outlets" not in shown
