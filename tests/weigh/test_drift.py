"""Are the changes along the stemma found, and only sure ones?"""

import pytest

from tests.weigh.making import Told, make_report, tell, weigh
from whence.model.statement import Certainty, VoiceKind
from whence.model.stemma import Drift

Chain = tuple[tuple[str, VoiceKind], ...]
LUND: Chain = (("Ivo Lund", "person"),)
COURIER: Chain = (("Tarn Courier", "outlet"),)

# The second report credits the first and names Lund no longer, which may be told beside what its words change.
OF_LUND = {"source", "name"}


def drift_between(before: str, after: str, old: Told, new: Told) -> dict[str, Drift]:
    """Return the drift of a claim that two reports make, the second crediting the first, by kind."""
    first = make_report("first", "Tarn Courier", f"Ivo Lund said {before}.", "2031-03-02T08:00:00Z")
    second = make_report("second", "Sound Herald", f"The Tarn Courier: a keeper: {after}.", "2031-03-03T08:00:00Z")
    (claim,) = weigh(tell([first, second], old, new)).claims
    return {change.kind: change for change in claim.drift}


@pytest.mark.parametrize(
    ("before", "after", "kind", "sides"),
    [
        ("40 nights of dumping", "400 nights of dumping", "number", ("40 nights", "400 nights")),
        (
            "the gate opened on 2 March 2031",
            "the gate opened on 5 March 2031",
            "date",
            ("2 March 2031", "5 March 2031"),
        ),
        ("the gate was open for 40 days", "the gate was open", "detail_lost", ("40 days", None)),
        ("38 people were hurt", "about 40 people were hurt", "number", ("38 people", "40 people")),
    ],
)
def test_finds_a_change_in_the_words(before: str, after: str, kind: str, sides: tuple[str, str | None]) -> None:
    found = drift_between(before, after, Told("first", before, LUND), Told("second", after, COURIER))
    assert set(found) - OF_LUND == {kind}
    change = found[kind]
    assert (change.earlier, change.later) == ("first", "second")
    assert change.before.text == sides[0]
    assert (change.after.text if change.after else None) == sides[1]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("three boats sank", "the boats sank after two hours", "different amounts do not compare"),
        ("the gate opened on 2 March 2031", "the gate opened early in March 2031", "a vaguer date agrees"),
    ],
)
def test_leaves_what_may_be_the_same(before: str, after: str, why: str) -> None:
    found = drift_between(before, after, Told("first", before, LUND), Told("second", after, COURIER))
    assert set(found) <= OF_LUND, why


@pytest.mark.parametrize(
    ("old", "new", "flags"),
    [("possible", "certain", {"certainty_hardened"}), ("certain", "possible", set())],
)
def test_grades_both_sides_by_one_table(old: Certainty, new: Certainty, flags: set[str]) -> None:
    gate = "the gate was open"
    first = make_report("first", "Tarn Courier", f"Ivo Lund said {gate}.", "2031-03-02T08:00:00Z")
    second = make_report("second", "Sound Herald", f"The Tarn Courier writes {gate}.", "2031-03-03T08:00:00Z")
    told = (
        Told("first", gate, LUND, "named_source", old),
        Told("second", gate, COURIER, "cites_outlet", new),
    )
    (claim,) = weigh(tell([first, second], *told)).claims
    # That Lund is no longer named may be told beside it.
    kinds = [change.kind for change in claim.drift]
    assert "certainty" in kinds
    assert set(kinds) - OF_LUND == {"certainty"}
    assert set(claim.flags) & {"certainty_hardened"} == flags


def test_sees_a_person_lose_the_name() -> None:
    gate = "the gate was open"
    keeper: Chain = (("Tarn Courier", "outlet"), ("a keeper", "unnamed"))
    found = drift_between(gate, gate, Told("first", gate, LUND), Told("second", gate, keeper))
    assert "name" in found
    assert found["name"].before.text == "Ivo Lund"
    assert found["name"].after is not None
    assert found["name"].after.text == "a keeper"


@pytest.mark.parametrize(("later", "kinds"), [("lock keeper", set()), ("a keeper", {"name"})])
def test_a_change_that_its_passages_do_not_show_is_not_told(later: str, kinds: set[str]) -> None:
    gate = "the gate was open"
    first = make_report("first", "Tarn Courier", f"Lock Keeper said {gate}.", "2031-03-02T08:00:00Z")
    second = make_report("second", "Sound Herald", f"The Tarn Courier: {later}: {gate}.", "2031-03-03T08:00:00Z")
    told = (
        Told("first", gate, (("Lock Keeper", "person"),)),
        Told("second", gate, (("Tarn Courier", "outlet"), (later, "unnamed"))),
    )
    (claim,) = weigh(tell([first, second], *told)).claims
    assert {change.kind for change in claim.drift} == kinds


def test_a_grade_that_changed_is_told_with_what_differs_beside_the_words() -> None:
    gate = "the gate was open"
    first = make_report("first", "Tarn Courier", f"Ivo Lund feared {gate}.", "2031-03-02T08:00:00Z")
    second = make_report("second", "Sound Herald", f"The Tarn Courier: {gate}.", "2031-03-03T08:00:00Z")
    told = (
        Told("first", gate, LUND, "named_source", "possible"),
        Told("second", gate, COURIER, "cites_outlet", "certain"),
    )
    (claim,) = weigh(tell([first, second], *told)).claims
    (change,) = [change for change in claim.drift if change.kind == "certainty"]
    assert change.after is not None
    assert change.before.text != change.after.text
