"""Does a time come with the statement that it stands in, and with nothing else?"""

from tests.invented_affair import FLAT, Manner, Tale, day, tell_small
from whence.model.statement import Voice
from whence.weigh.timeline import find_timeline

OFFICIALS = Voice("officials", "officials", "unnamed", named=False)


def test_a_row_has_the_words_the_days_and_how_surely_it_is_said() -> None:
    since, trained = find_timeline(tell_small().sources())
    assert since.said.words == "The Rook Group has used the Kestrel 40 drone in Morovar since 2029"
    assert (since.said.act, since.said.certainty, since.said.polarity) == ("alleges", "unstated", "positive")
    assert (str(since.earliest), since.latest, since.stands_in) == ("2029-01-01", None, "content")
    assert since.said.voices == (OFFICIALS,)
    assert [row.numbers.at_most for row in since.said.claims] == [1]
    assert str(trained.earliest) == str(trained.latest) == "2031-05-02"


def test_only_what_stands_in_the_same_statement_is_beside_a_time() -> None:
    since, trained = find_timeline(tell_small().sources())
    assert (since.entities, since.places) == (("e:Rook Group", "e:Kestrel 40"), ("Morovar",))
    assert (trained.entities, trained.places) == (("d:first:a Veldian national", "e:Ostrel"), ("Ostrel",))


def test_a_time_beside_a_statement_is_told_from_one_inside_it() -> None:
    tale = Tale()
    report = tale.report("r", "Post", day("2031-05-03"))
    said = Manner("asserts", "certain", "positive", (OFFICIALS,))
    tale.say(report, "On Monday, officials said that the dam leaks.", said, content="the dam leaks")
    tale.time(report, "Monday", "2031-04-28")
    tale.say(report, "Nobody was hurt.")
    [row] = find_timeline(tale.sources())
    assert (row.stands_in, row.said.words) == ("sentence", "the dam leaks")


def test_a_time_in_nested_statements_belongs_to_the_inner_one() -> None:
    tale = Tale()
    report = tale.report("r", "Post", day("2031-05-03"))
    tale.say(
        report,
        "The Herald wrote that officials said the dam broke in May.",
        content="officials said the dam broke in May",
    )
    tale.time(report, "May", "2031-05")
    inner = tale.statements[report][0]
    tale.reports[report] = tale.reports[report]
    tale.say(report, "It rained.", FLAT)
    span = tale.find(report, "the dam broke in May")
    tale.statements[report].append(type(inner)("s9", (span,), voices=(OFFICIALS,), act="asserts"))
    [row] = find_timeline(tale.sources())
    assert row.said.statement == "s9"


def test_times_without_a_year_or_a_statement_give_no_row() -> None:
    tale = Tale()
    report = tale.report("r", "Post", day("2031-05-03"))
    tale.say(report, "It broke at 07:15 on 14 May.")
    tale.time(report, "07:15", "T07:15")
    tale.time(report, "14 May", "XXXX-05-14")
    tale.statements[report].clear()
    tale.time(report, "14 May", "2031-05-14")
    assert find_timeline(tale.sources()) == ()


def test_rows_stand_by_their_first_day_and_open_beginnings_first() -> None:
    tale = Tale()
    report = tale.report("r", "Post", day("2031-05-03"))
    for n, value in enumerate(["2031-05-02", "2031", "../2020", "2021/..", "2021-01-01"]):
        tale.say(report, f"Thing {n} was seen at time {n}.")
        tale.time(report, f"time {n}", value)
    rows = find_timeline(tale.sources())
    assert [row.value for row in rows] == ["../2020", "2021-01-01", "2021/..", "2031", "2031-05-02"]
