"""Are a claim's ways those that parents leave open, each once, by mentions that say the same?"""

from tests.weigh.making import OPTIONS, MiniStory, Told, make_report, tell, weigh
from whence.model.spans import Span
from whence.weigh.drift import chance_of_any
from whence.weigh.drift_features import is_misspelled
from whence.weigh.readings import find_names
from whence.weigh.ways import measure_widest

GATE = "the lock gate stood open for 40 nights"
FIRST = make_report("first", "Tarn Courier", f"Lock keeper Ivo Lund said {GATE}. Nobody else saw it.", "2031-03-02")
LUND = Told("first", GATE, (("Ivo Lund", "person"),), "named_source")


def changes(words: str, told: str) -> dict[tuple[str, str], set[str]]:
    second = make_report("second", "Sound Herald", words, "2031-03-04")
    story = tell([FIRST, second], LUND, Told("second", told, (("Tarn Courier", "outlet"),), "cites_outlet"))
    (claim,) = weigh(story).claims
    found: dict[tuple[str, str], set[str]] = {}
    for change in claim.drift:
        found.setdefault((change.earlier, change.later), set()).add(change.kind)
        report = {"first": FIRST, "second": second}[change.earlier]
        assert change.before.span.cut(report.text) == change.before.text
        if change.after is not None:
            assert change.after.span.cut(second.text) == change.after.text
    return found


def test_a_changed_figure_is_told_from_the_earlier_to_the_later_with_its_words() -> None:
    other = "the lock gate stood open for 400 nights"
    found = changes(f"The Tarn Courier reports that {other}.", other)
    assert set(found) == {("first", "second")}
    assert "number" in found["first", "second"]


def test_the_same_words_show_no_change_of_a_figure_or_detail() -> None:
    found = changes(f"The Tarn Courier reports that {GATE}.", GATE)
    assert found.get(("first", "second"), set()) <= {"source", "name"}


def test_two_reports_that_nothing_ties_together_have_no_drift() -> None:
    one = make_report("one", "Tarn Courier", "Ivo Lund said 40 boats left at noon.", "2031-03-02")
    two = make_report("two", "Sound Herald", "Ada Ry counted 70 swans on the marsh.", "2031-03-02")
    story = tell(
        [one, two],
        Told("one", "40 boats left", (("Ivo Lund", "person"),), "named_source"),
        Told("two", "70 swans on the marsh", (("Ada Ry", "person"),), "named_source"),
    )
    assert weigh(story).claims[0].drift == ()


def test_the_widest_claim_is_measured_in_reports_and_mentions() -> None:
    story = MiniStory({"first": FIRST}, {"open": [LUND, Told("first", "Nobody else saw it")], "seen": [LUND]})
    claims = [weighed.claim for weighed in weigh(story, OPTIONS).claims]
    assert measure_widest(claims) == (1, 2)
    assert measure_widest([]) == (1, 1)


def test_names_do_not_open_a_sentence_and_may_be_misspelled() -> None:
    text = "Keepers at Osk met Velling."
    assert [span.cut(text) for span in find_names(text)] == ["Osk", "Velling"]
    assert find_names("nobody") == ()
    assert is_misspelled("velling", "veling")
    assert not is_misspelled("osk", "ost"), "three letters tell too little"
    assert Span(0, 7).cut(text) == "Keepers"


def test_nothing_can_have_changed_without_ways() -> None:
    assert chance_of_any([], "source", "name") == 0
