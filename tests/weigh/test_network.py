"""Does a line hold all that says it, and does nothing else join two things?"""

from dataclasses import replace

from tests.invented_affair import tell_small
from whence.weigh.affair import find_affair
from whence.weigh.network import find_network


def test_affirmed_and_denied_are_two_lines_each_with_its_words() -> None:
    network = find_network(tell_small().sources())
    told = {(line.relation.predicate, line.relation.polarity, line.relation.certainty) for line in network.lines}
    assert ("uses_equipment", "positive", "unstated") in told
    assert ("uses_equipment", "negative", "certain") in told
    assert all(line.said and len(line.said) == len(line.worded) for line in network.lines)


def test_the_numbers_of_the_claim_stand_beside_a_line_that_mentions_one() -> None:
    network = find_network(tell_small().sources())
    claims = {line.relation.id: [row.claim for row in line.said[0].claims] for line in network.lines}
    assert claims["x0"] == ["c-kestrel"]
    assert claims["x1"] == []


def test_nothing_is_joined_for_standing_in_one_statement() -> None:
    sources = tell_small().sources()
    assert find_network(replace(sources, relations=())) == type(find_network(sources))((), ())


def test_a_line_needs_both_ends_and_a_report() -> None:
    sources = tell_small().sources()
    fewer = replace(sources, entities=tuple(e for e in sources.entities if e.name != "Kestrel 40"))
    assert [line.relation.predicate for line in find_network(fewer).lines] == ["trained_in"]
    assert find_network(replace(sources, reports={})).lines == ()


def test_all_parts_come_from_one_look() -> None:
    affair = find_affair(tell_small().sources())
    assert [len(part) for part in (affair.timeline, affair.points, affair.spread, affair.network.lines)] == [2, 2, 3, 4]
