"""Does `text.times.find` find time phrases, and only those, and read each against the day of its report?"""

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from whence.model.report import Moment, Precision
from whence.text.times.find import find_time_phrases

TABLE = Path(__file__).parents[1] / "time_phrases.tsv"
PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
WEDNESDAY = Moment("2031-05-14", "day")


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["phrase"])
def test_find_time_phrases_reads_the_table(row: dict[str, str]) -> None:
    worded = row["published_at"]
    published = Moment(worded, PRECISIONS[len(worded)]) if worded else None
    start = row["text"].index(row["phrase"])
    end = start + len(row["phrase"])
    found = find_time_phrases(row["text"], published=published)
    touching = [
        (*mention.span, " or ".join(filter(None, (mention.value, mention.other))))
        for mention in found
        if mention.span.start < end > start < mention.span.end
    ]
    assert touching == ([(start, end, row["value"])] if row["value"] else []), row["why"]


def test_find_time_phrases_gives_each_time_once_in_order() -> None:
    text = "On Monday he said the fair, held from 3 to 9 June 2030, will be back next year or by 2033 at the latest."
    found = find_time_phrases(text, published=WEDNESDAY)
    assert [mention.value for mention in found] == ["2031-05-12", "2030-06-03/2030-06-09", "2032", "../2033"]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_find_time_phrases_reads_the_day_as_the_outlet_gives_it() -> None:
    late = Moment("2031-05-14T23:30:00-05:00", "second")
    assert find_time_phrases("It burned today.", published=late)[0].value == "2031-05-14"


def test_find_time_phrases_keeps_paragraphs_apart() -> None:
    found = find_time_phrases("They fled in May\n\n14 people stayed.", published=WEDNESDAY)
    assert [mention.value for mention in found] == ["2031-05"]


def test_find_time_phrases_reads_over_a_broken_line() -> None:
    found = find_time_phrases("They fled on 14\nMay 2030.", published=WEDNESDAY)
    assert [mention.value for mention in found] == ["2030-05-14"]


def test_find_time_phrases_finds_nothing_in_odd_texts() -> None:
    for text in ("", "   ", "1" * 400, "-/.:" * 200, "99/99/2031 and 31 June", "the last last last the of of in in"):
        assert find_time_phrases(text, published=WEDNESDAY) == [], text
