"""Who is reported to have a thing, first by whom, since when, and who came earlier?"""

import re

import pytest

from tests.invented_affair import FLAT, Manner, Tale, day, tell_small
from tests.shared import SHARED, needs_shared
from whence.model.report import Moment
from whence.model.statement import Attribute, Predicate, Voice
from whence.weigh.spread import find_spread

OFFICIALS = Voice("officials", "officials", "unnamed", named=False)
HERALD = Voice("Daily Herald", "the Herald", "outlet", named=True)


def fly(tale: Tale, report: str, holder: str, manner: Manner = FLAT, *, time: tuple[str, str] | None = None) -> None:
    """Say that a holder flies the Kestrel, at a time if one is given."""
    tale.say(report, f"{holder} flies the Kestrel {time[0]}." if time else f"{holder} flies the Kestrel.", manner)
    if time:
        tale.time(report, *time)
    thing = tale.name(report, "Kestrel", "equipment")
    tale.relate(report, tale.name(report, holder, "armed_group"), "uses_equipment", thing, "flies")


def test_a_row_says_who_has_it_since_when_where_and_on_whose_word() -> None:
    rows = find_spread(tell_small().sources())
    group = rows[0]
    assert (group.thing_name, group.holder, group.predicates) == ("Kestrel 40", "e:Rook Group", ("uses_equipment",))
    assert group.since is not None
    assert (group.since.value, group.since.latest, group.where) == ("2029/..", None, ("Morovar",))
    assert (group.first.certainty, group.first.act) == ("unstated", "alleges")
    assert [origin.name for origin in group.origins] == ["officials"]


def test_a_denial_stands_beside_what_it_denies() -> None:
    rows = find_spread(tell_small().sources())
    assert [(row.holder, row.polarity) for row in rows] == [
        ("e:Rook Group", "positive"),
        ("e:Rook Group", "negative"),
        ("e:army of Ostrel", "positive"),
    ]
    assert [row.first.act for row in rows if row.polarity == "negative"] == ["denies"]


def test_the_first_report_is_the_earliest_by_date_and_one_without_a_date_comes_last() -> None:
    tale = Tale()
    for name, published in (("undated", None), ("late", day("2031-05-09")), ("early", Moment("2031-05", "month"))):
        fly(tale, tale.report(name, name.title(), published), "Rook Group")
    [row] = find_spread(tale.sources())
    # "2031-05" may mean its last day, which is later than the 9th.
    assert [row.first.report, *(said.report for said in row.later)] == ["late", "early", "undated"]


def test_the_origin_is_the_end_of_the_chain_or_the_outlet() -> None:
    tale = Tale()
    relayed = Manner("asserts", "certain", "positive", (HERALD, OFFICIALS))
    fly(tale, tale.report("one", "Post", day("2031-05-01")), "Rook Group", relayed)
    fly(tale, tale.report("two", "Ledger", day("2031-05-02")), "Marlin")
    origins = {row.holder: [voice.name for voice in row.origins] for row in find_spread(tale.sources())}
    assert origins == {"e:Rook Group": ["officials"], "e:Marlin": ["Ledger"]}


ORDERS: list[tuple[tuple[str, str] | None, tuple[str, str] | None, str | None, str]] = [
    (("since 2021", "2021/.."), ("in 2025", "2025"), "said", "the times of both are told"),
    (("since 2021", "2021/.."), ("in May 2021", "2021-05"), None, "the first may have begun later in that year"),
    (None, ("in 2025", "2025"), "reported", "one time is not told: the dates of the reports are left"),
    (None, None, "reported", "no time is told"),
    (("until 2029", "../2029"), ("in 2031", "2031"), "reported", "an end says nothing of the beginning"),
]


@pytest.mark.parametrize(("first", "second", "by", "why"), ORDERS, ids=[row[3] for row in ORDERS])
def test_earlier_is_said_or_only_reported(
    first: tuple[str, str] | None, second: tuple[str, str] | None, by: str | None, why: str
) -> None:
    tale = Tale()
    fly(tale, tale.report("one", "Post", day("2031-05-01")), "Rook Group", time=first)
    fly(tale, tale.report("two", "Ledger", day("2031-05-02")), "Marlin", time=second)
    rows = {row.holder: row for row in find_spread(tale.sources())}
    assert [(row.holder, row.by) for row in rows["e:Marlin"].preceded_by] == ([("e:Rook Group", by)] if by else [])
    assert all(row.holder != "e:Marlin" for row in rows["e:Rook Group"].preceded_by)


@pytest.mark.parametrize("first_is_denied", [True, False])
def test_a_denied_holder_precedes_nobody_and_is_preceded_by_nobody(first_is_denied: bool) -> None:
    tale = Tale()
    denied = Manner("denies", "certain", "negative", (OFFICIALS,))
    fly(tale, tale.report("one", "Post", day("2031-05-01")), "Rook Group", denied if first_is_denied else FLAT)
    fly(tale, tale.report("two", "Ledger", day("2031-05-02")), "Marlin", FLAT if first_is_denied else denied)
    assert all(row.preceded_by == () for row in find_spread(tale.sources()))


TIES: list[tuple[Predicate, bool, str]] = [
    ("uses_equipment", True, "has it"),
    ("owns", True, "has it"),
    ("linked_to", True, "as worded"),
    ("attacked", False, "that one attacked with or at it says not who has it"),
    ("met", False, "nobody meets a thing"),
    ("denies", False, "a contradiction is no tie"),
]


@pytest.mark.parametrize(("predicate", "is_tied", "why"), TIES, ids=[row[0] for row in TIES])
def test_which_relations_tie_a_thing_to_a_holder(predicate: Predicate, is_tied: bool, why: str) -> None:
    tale = Tale()
    report = tale.report("one", "Post", day("2031-05-01"))
    tale.say(report, "The Rook Group and the Kestrel are tied.")
    group, thing = tale.name(report, "Rook Group", "armed_group"), tale.name(report, "Kestrel", "equipment")
    tale.relate(report, group, predicate, thing, "are tied")
    assert bool(find_spread(tale.sources())) is is_tied


def test_a_thing_may_be_the_subject_and_two_people_are_no_thing() -> None:
    tale = Tale()
    report = tale.report("one", "Post", day("2031-05-01"))
    tale.say(report, "The Kestrel was supplied by Marlin, which is linked to Ada Holt.")
    thing, marlin = tale.name(report, "Kestrel", "equipment"), tale.name(report, "Marlin", "organisation")
    tale.relate(report, thing, "supplied_by", marlin, "supplied by")
    tale.relate(report, marlin, "linked_to", tale.name(report, "Ada Holt", "person"), "linked to")
    [row] = find_spread(tale.sources())
    assert (row.thing, row.holder) == (thing, marlin)


def test_a_method_of_unknown_kind_is_a_thing_where_somebody_was_trained_in_it() -> None:
    tale = Tale()
    report = tale.report("one", "Post", day("2031-05-01"))
    tale.say(report, "The Rook Group was trained in night landings in Ostrel.")
    group, method = (
        tale.name(report, "Rook Group", "armed_group"),
        tale.name(report, "night landings", "unknown", named=False),
    )
    tale.relate(report, group, "trained_in", method, "was trained in")
    tale.relate(report, group, "trained_in", tale.name(report, "Ostrel", "place"), "was trained in")
    assert [row.thing for row in find_spread(tale.sources())] == [method]


def test_an_alias_is_told_of_one_who_is_named_as_its_statement_has_it() -> None:
    tale = Tale()
    report = tale.report("one", "Post", day("2031-05-01"))
    alleged = Manner("alleges", "unstated", "positive", (OFFICIALS,))
    tale.say(report, "Jon Marsh, alias the Heron, and a man alias the Crane met.", alleged)
    heron, crane = tale.find(report, "the Heron"), tale.find(report, "the Crane")
    tale.name(report, "Jon Marsh", "person", stated=[Attribute("alias", "the Heron", heron)])
    tale.name(report, "a man", "person", named=False, stated=[Attribute("alias", "the Crane", crane)])
    [row] = find_spread(tale.sources())
    assert (row.kind, row.thing_name, row.holder, row.first.certainty) == (
        "alias",
        "the Heron",
        "e:Jon Marsh",
        "unstated",
    )


@needs_shared
def test_the_seeds_tell_of_one_drone_with_the_cartel_and_the_war_and_of_a_method_since_2021() -> None:
    first, second = (path.read_text("utf-8") for path in sorted((SHARED / "seeds").iterdir()))
    tale = Tale()
    one, two = tale.report("one", "First", day("2024-08-01")), tale.report("two", "Second", day("2024-08-05"))
    method = re.search(r"[^.\n]*as early as 2021[^.\n]*\.", first)
    model = re.search(r"[^.\n]*DJI Matrice 300 RTK[^.\n]*\.", second)
    assert method is not None
    assert model is not None
    tale.say(one, method[0].strip())
    tale.time(one, "as early as 2021", "2021/..")
    cartel = tale.name(one, "CJNG", "armed_group")
    tale.relate(one, cartel, "uses_equipment", tale.name(one, "explosives", "equipment", named=False), "using")
    paper = Voice("the paper", "The report", "outlet", named=True)
    tale.say(two, model[0].strip(), Manner("asserts", "certain", "positive", (paper,)))
    drone = tale.name(two, "DJI Matrice 300 RTK", "equipment")
    again = tale.name(two, "cartel", "armed_group", name="CJNG")
    tale.relate(two, again, "uses_equipment", drone, "utilization")
    tale.relate(two, drone, "linked_to", tale.name(two, "Ukraine conflict", "unknown"), "used in")
    rows = find_spread(tale.sources())
    told = {(row.thing_name, row.holder): row for row in rows}
    assert set(told) == {
        ("DJI Matrice 300 RTK", "e:CJNG"),
        ("DJI Matrice 300 RTK", "e:Ukraine conflict"),
        ("explosives", "e:CJNG"),
    }
    since = told["explosives", "e:CJNG"].since
    assert since is not None
    assert (str(since.earliest), since.latest) == ("2021-01-01", None)
    assert told["DJI Matrice 300 RTK", "e:CJNG"].origins == (paper,)
