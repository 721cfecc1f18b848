"""Which statement says what stands at a place of a text, and what else does it name?"""

from tests.invented_affair import Manner, Tale, day
from whence.model.report import Passage
from whence.model.spans import Span
from whence.weigh.statement_places import place_statements, published_order


def tell(*, content: str = "") -> Tale:
    """Return one report of two sentences, a statement in each; `content` is that of the first, if not all of it."""
    tale = Tale()
    report = tale.report("one", "Post", day("2031-05-03"))
    alleged = Manner("alleges", "unstated")
    tale.say(report, "The Rook Group flew drones in Ostrel.", alleged, content=content, claim="flown")
    tale.name(report, "Rook Group", "armed_group")
    tale.place(report, "Ostrel", (50.0, 30.0, 10.0), "g1")
    tale.time(report, "flew", "2031")
    tale.say(report, "It denied so.")
    return tale


def test_place_statements_gives_a_place_to_the_statement_whose_content_holds_it() -> None:
    tale = tell()
    places = place_statements(tale.sources())
    holding = places.holding("one", tale.find("one", "Ostrel"))
    assert holding is not None
    assert (holding.statement, holding.is_content) == (tale.statements["one"][0], True)


def test_place_statements_gives_a_place_beside_a_statement_to_the_nearest_of_its_sentence() -> None:
    tale = tell(content="The Rook Group flew drones")
    whole = tale.find("one", "Ostrel")
    places = place_statements(tale.sources())
    holding = places.holding("one", whole)
    assert holding is not None
    assert (holding.statement, holding.is_content) == (tale.statements["one"][0], False)
    # What belongs to it is looked for in its sentence too.
    reach = places.reach("one", holding, whole)
    assert [place.name for place in places.places_in("one", reach)] == ["Ostrel"]
    assert places.places_in("one", holding.statement.content) == ()


def test_place_statements_has_nothing_for_a_sentence_that_says_nothing() -> None:
    tale = tell()
    tale.statements["one"].clear()
    places = place_statements(tale.sources())
    assert places.holding("one", Span(0, 3)) is None
    assert place_statements(Tale().sources()).statement("one", "s0") is None


def test_place_statements_finds_what_else_a_statement_names_in_reading_order() -> None:
    tale = tell()
    content = tale.statements["one"][0].content
    places = place_statements(tale.sources())
    assert places.entities_in("one", content) == ("e:Rook Group",)
    assert [place.name for place in places.places_in("one", content)] == ["Ostrel"]
    assert [time.value for time in places.times_in("one", content)] == ["2031"]
    assert places.entities_in("one", tale.statements["one"][1].content) == ()


def test_place_statements_says_a_statement_in_the_words_of_its_report_with_its_numbers() -> None:
    tale = tell()
    places = place_statements(tale.sources())
    statement = tale.statements["one"][0]
    said = places.said("one", statement)
    assert said.words == statement.content[0].cut(tale.reports["one"].text)
    assert said.passage == Passage("one", statement.content[0])
    assert (said.act, said.certainty) == ("alleges", "unstated")
    assert [claim.claim for claim in said.claims] == ["c-flown"]
    assert places.said("one", tale.statements["one"][1]).claims == ()


def test_published_order_puts_reports_without_a_date_last() -> None:
    tale = Tale()
    for name, date in (("undated", None), ("late", "2031-06-03"), ("early", "2031-05-03")):
        tale.report(name, "Post", day(date) if date else None)
    ordered = sorted(tale.reports.values(), key=published_order)
    assert [report.id for report in ordered] == ["early", "late", "undated"]
