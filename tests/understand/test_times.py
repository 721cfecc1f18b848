"""Does `understand.times` give a report's times, each with its value read against the report's own day?"""

from dataclasses import replace

from tests.understand.reports import make_report
from whence.understand.times import find_times

TEXT = "The mine closed in early 2031. At 07:15 on Friday the owners met again."


def test_find_times_reads_against_the_day_of_the_report() -> None:
    found = find_times(make_report(TEXT))
    assert [(time.span.cut(TEXT), time.value) for time in found] == [
        ("early 2031", "2031-01/2031-04"),
        ("07:15 on Friday", "2032-05-14T07:15"),
    ]


def test_find_times_leaves_out_what_counts_from_an_unknown_day() -> None:
    report = replace(make_report(TEXT), published=None)
    assert [time.value for time in find_times(report)] == ["2031-01/2031-04"]


def test_find_times_takes_no_clock_time_without_a_day() -> None:
    assert find_times(make_report("The siren went at 07:15 and again at 9 p.m.")) == ()
