"""Are the relations of the two published reports that started the project as certain as the reports put them?

Their words and their allegations are not ours to copy: relations are counted by predicate and certainty, never named.
"""

from collections import Counter
from functools import cache

import pytest

from tests.shared import SHARED, needs_shared
from tests.understand.reports import make_report
from whence.app import open_finder
from whence.model.statement import Understanding
from whence.settings import load_settings
from whence.understand.reader import understand

pytestmark = [needs_shared, pytest.mark.slow]


@cache
def reading(start: str) -> Understanding:
    (file,) = (SHARED / "seeds").glob(f"{start}*.txt")
    text = file.read_text(encoding="utf-8")
    return understand(make_report(text), finder=open_finder(load_settings(environ={})))


def lines(start: str) -> Counter[tuple[str, str, str]]:
    return Counter((each.predicate, each.certainty, each.act) for each in reading(start).relations)


def test_where_a_unit_is_reportedly_active_is_unstated_and_no_unit_precedes_another() -> None:
    found = lines("000")
    assert found["operates_in", "unstated", "own_voice"] == 2
    assert not any(predicate in ("preceded_by", "member_of", "directs") for predicate, _, _ in found)


def test_training_that_agencies_believe_in_is_probable_and_equipment_that_the_paper_reports_certain() -> None:
    found = lines("003")
    assert found["trained_in", "probable", "believes"] == 1
    assert found["uses_equipment", "certain", "asserts"] == 1
    assert found["operates_in", "certain", "asserts"] == 1
    assert found["accuses", "certain", "own_voice"] == 1


def test_every_line_stands_in_its_passage_and_unnamed_people_are_in_none() -> None:
    for start in ("000", "003"):
        read = reading(start)
        places = {each.id: each.occurrences for each in read.entities} | {
            each.id: each.spans for each in read.descriptions
        }
        people = {each.id for each in read.descriptions if each.kind == "person"}
        assert people or start == "003"
        for line in read.relations:
            assert not people & {line.subject, line.object}
            for thing in (line.subject, line.object):
                assert any(line.passage.start <= span.start and span.end <= line.passage.end for span in places[thing])
