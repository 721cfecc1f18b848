"""Is the drawing made of the same rows as its table, in an order of time that nothing turns round?"""

from whence.model.ids import text_sha256
from whence.model.report import MadeBy, Moment, Report
from whence.show.dossier.dependence_words import Ground
from whence.show.dossier.dependences import Dependence
from whence.show.dossier.places import Places, number_places
from whence.show.dossier.stemmas import DRAWN_REPORTS, order_reports, show_stemma

MADE_BY = MadeBy("test", "1", "")


def build_places(published: dict[str, Moment | None]) -> Places:
    reports = [
        Report(name, "Words.", text_sha256("Words."), "", "text/plain", MADE_BY, outlet=name.title(), published=moment)
        for name, moment in published.items()
    ]
    return number_places(reports, [])


def rest(later: str, earlier: str, probability: float = 0.9) -> Dependence:
    return Dependence(later, earlier, "report", earlier, probability, (), ("because",))


def test_known_times_are_never_turned_round() -> None:
    places = build_places({"noon": Moment("2031-05-01T12:00", "minute"), "night": Moment("2031-05-01T23:00", "minute")})
    assert order_reports(["night", "noon"], [rest("noon", "night")], places) == ["noon", "night"]


def test_a_report_without_a_time_stands_above_what_depends_on_it() -> None:
    places = build_places({"noon": Moment("2031-05-01T12:00", "minute"), "undated": None})
    assert order_reports(["noon", "undated"], [], places) == ["noon", "undated"]
    assert order_reports(["noon", "undated"], [rest("noon", "undated")], places) == ["undated", "noon"]


def test_a_circle_is_cut_by_time() -> None:
    places = build_places({"one": None, "two": None, "three": None})
    circle = [rest("one", "two"), rest("two", "three"), rest("three", "one")]
    assert sorted(order_reports(["one", "two", "three"], circle, places)) == ["one", "three", "two"]


def test_unlikely_rows_are_in_the_table_and_not_drawn() -> None:
    places = build_places({"one": None, "two": None})
    rows = [rest("two", "one", 0.92), Dependence("two", "unseen:two", "unseen", "", 0.08, (), ())]
    stemma = show_stemma(["one", "two"], rows, Ground(places, {}), summary="")
    assert [row.probability for row in stemma.rows] == ["92%"]
    assert [row.probability for row in stemma.faint_rows] == ["8%"]
    assert stemma.drawing is not None
    assert sum(len(box.entries) for box in stemma.drawing.boxes) == 1


def test_the_likeliest_of_each_report_is_drawn_however_unlikely() -> None:
    places = build_places({"one": None, "two": None, "three": None})
    rows = [rest("three", "one", 0.1), rest("three", "two", 0.05)]
    stemma = show_stemma(["one", "two", "three"], rows, Ground(places, {}), summary="")
    assert [row.probability for row in stemma.rows] == ["10%"]


def test_a_crowd_is_drawn_in_part_and_tabled_whole() -> None:
    names = [f"n{n:02}" for n in range(DRAWN_REPORTS + 10)]
    places = build_places(dict.fromkeys(names))
    rows = [rest(name, names[0]) for name in names[1:]]
    stemma = show_stemma(names, rows, Ground(places, {}), summary="")
    assert stemma.drawing is not None
    assert len(stemma.drawing.boxes) == DRAWN_REPORTS
    assert "34 reports the 24" in stemma.undrawn
    assert len(stemma.rows) + len(stemma.faint_rows) == len(rows)


def test_a_row_that_is_certain_is_told_from_one_nearly_so() -> None:
    places = build_places({"one": None, "two": None})
    nearly = show_stemma(["one", "two"], [rest("two", "one", 0.999)], Ground(places, {}), summary="")
    assert nearly.rows[0].probability == "over 99%"
    assert nearly.drawing is not None
    assert nearly.drawing.boxes[-1].entries[0].words == "follows R1 >99%"
