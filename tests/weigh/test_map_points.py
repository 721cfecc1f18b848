"""Is a place shown once, with every statement that names it?"""

from dataclasses import replace

from tests.invented_affair import Manner, Tale, day, tell_small
from whence.weigh.map_points import find_points


def test_a_place_has_its_position_and_what_is_said_of_it() -> None:
    morovar, ostrel = find_points(tell_small().sources())
    assert (morovar.name, morovar.lat, morovar.lon, morovar.radius_km) == ("Morovar", 19.2, -103.7, 180.0)
    [row] = morovar.said
    assert row.said.act == "alleges"
    assert (row.worded.report, ostrel.said[0].said.certainty) == ("first", "possible")


def test_names_of_one_entry_of_the_gazetteer_are_one_place_of_most_reports_first() -> None:
    tale = Tale()
    one, two = tale.report("one", "Post", day("2031-05-03")), tale.report("two", "Ledger", None)
    for report, words in ((one, "Karst"), (one, "Ostrel"), (two, "the city of Ostrel")):
        tale.say(report, f"It was seen in {words}.")
        tale.place(report, words, (50.0, 30.0, 10.0), "g2" if "Ostrel" in words else "g1")
    first, second = find_points(tale.sources())
    assert (first.name, [row.said.report for row in first.said], second.name) == ("Ostrel", ["one", "two"], "Karst")


def test_a_place_that_a_report_leaves_open_is_none_that_another_tells() -> None:
    tale = Tale()
    for name, chosen in (("one", 24), ("two", 0)):
        report = tale.report(name, "Post", None)
        tale.say(report, "It was seen in Ostrel.")
        tale.place(report, "Ostrel", (50.0, 30.0, 10.0), "g1")
        tale.places[report] = [replace(place, chosen_among=chosen) for place in tale.places[report]]
    points = find_points(tale.sources())
    assert [(point.chosen_among, [row.said.report for row in point.said]) for point in points] == [
        (24, ["one"]),
        (0, ["two"]),
    ]


def test_a_place_without_a_position_is_kept_and_one_that_no_statement_names_is_not() -> None:
    tale = Tale()
    report = tale.report("one", "Post", None)
    tale.say(report, "It was seen in Nowhere, and Nowhere is far.", Manner("alleges", "unstated"))
    tale.place(report, "Nowhere", None)
    tale.places[report].append(tale.places[report][0])
    [point] = find_points(tale.sources())
    assert (point.lat, len(point.said)) == (None, 1)
    tale.statements[report].clear()
    assert find_points(tale.sources()) == ()


def test_a_name_that_the_case_takes_for_a_body_is_no_place_without_a_position() -> None:
    tale = Tale()
    report = tale.report("one", "Post", None)
    tale.say(report, "It was seen among the Herons.")
    tale.place(report, "Herons", None)
    assert len(find_points(tale.sources())) == 1
    tale.name(report, "Herons", "armed_group")
    assert find_points(tale.sources()) == ()


def test_the_rows_are_by_the_date_of_their_reports_whichever_was_read_first() -> None:
    tale = Tale()
    for name, date, radius in (("late", "2031-06-03", 900.0), ("undated", None, 50.0), ("early", "2031-05-03", 10.0)):
        report = tale.report(name, "Post", day(date) if date else None)
        tale.say(report, "It was seen in Ostrel.")
        tale.place(report, "Ostrel", (50.0, 30.0, radius), "g1")
    [point] = find_points(tale.sources())
    assert [row.said.report for row in point.said] == ["early", "late", "undated"]
    assert point.radius_km == 10.0
