"""Is what a language model proposes taken only where it stands in the text, and from the right place?"""

import pytest

from whence.errors import ProposerFailed
from whence.model.finding import FoundAttribution, FoundName, Proposal, TextFindings
from whence.model.spans import Span
from whence.ports import Proposer
from whence.understand.proposals import find_with_proposer, place_proposals


def _words(text: str, found: FoundAttribution) -> tuple[list[str], list[str], str]:
    """Return content, source and cue as the text words them."""
    return [each.cut(text) for each in found.contents], [each.cut(text) for each in found.sources], found.cue.cut(text)


# text, what is proposed: contents, sources and cue as found in the text; why
PLACED = [
    (
        "Falk said it rained.",
        Proposal("it rained", "Falk", "said"),
        (["it rained"], ["Falk"], "said"),
        "word for word",
    ),
    (
        "He said:\n  “It’s over,”  Falk   told\nus.",
        Proposal('"It\'s over,"', "Falk", "told us"),
        (["“It’s over,”"], ["Falk"], "told\nus"),
        "marks and white space",
    ),
    (
        "It is believed the port is shut.",
        Proposal("the port is shut", "", "is believed"),
        (["the port is shut"], [], "is believed"),
        "nobody named",
    ),
    (
        "“The port,” Falk said, “is closed.”",
        Proposal('"The port," Falk said, "is closed."', "Falk", "said"),
        (["“The port,”", "“is closed.”"], ["Falk"], "said"),
        "cue and source in the midst of the content",
    ),
    (
        "The port, Falk, the mayor, said, is closed.",
        Proposal("The port, Falk, the mayor, said, is closed", "Falk", "said"),
        (["The port", "is closed"], ["Falk"], "said"),
        "and words between the two",
    ),
    (
        "Oster is shut, according to Falk.",
        Proposal("Oster is shut", "Falk", "according to Falk"),
        (["Oster is shut"], ["Falk"], "according to"),
        "a cue that holds its source",
    ),
    (
        "\U0001f600 Falk said it rained.",
        Proposal("it rained", "Falk", "said"),
        (["it rained"], ["Falk"], "said"),
        "code points, not bytes",
    ),
]


@pytest.mark.parametrize(("text", "proposal", "expected", "why"), PLACED)
def test_place_proposals_finds_words(
    text: str, proposal: Proposal, expected: tuple[list[str], list[str], str], why: str
) -> None:
    placed, rejected = place_proposals(text, 0, [proposal])
    assert [_words(text, each) for each in placed] == [expected], why
    assert rejected == 0


# content, source, cue: why
SPOOFED = [
    ("it poured", "Falk", "said", "a content of the model's own"),
    ("It rained", "Falk", "said", "another capital"),
    ("it rained", "Adams", "said", "a source of the model's own"),
    ("it rained", "Falk", "claimed", "a cue of the model's own"),
    ("it rain", "Falk", "said", "half a word"),
    ("it rained", "alk", "said", "the end of a name"),
    ("it rained... in Oster", "Falk", "said", "two pieces joined"),
    ("", "Falk", "said", "no content"),
    (" \n", "Falk", "said", "a content of white space"),
    ("it rained", "Falk", "", "no cue"),
    ("it rained", "", "", "neither source nor cue"),
    ("said", "Falk", "said", "nothing left of the content"),
]


@pytest.mark.parametrize(("content", "source", "cue", "why"), SPOOFED)
def test_place_proposals_rejects_what_does_not_stand_there(content: str, source: str, cue: str, why: str) -> None:
    text = "Falk said it rained. The mayor was in Oster."
    assert place_proposals(text, 0, [Proposal(content, source, cue)]) == ((), 1), why


def test_place_proposals_counts_each_rejected_one_and_keeps_the_others() -> None:
    text = "Falk said it rained."
    proposals = [Proposal("a", "b", "c"), Proposal("it rained", "Falk", "said"), Proposal("it rained", "Cole", "said")]
    placed, rejected = place_proposals(text, 0, proposals)
    assert len(placed) == 1
    assert rejected == 2


def test_place_proposals_takes_the_cue_and_source_of_the_same_sentence() -> None:
    text = "Falk said it rained. Falk said it snowed. Falk said it rained again."
    proposals = [Proposal(content, "Falk", "said") for content in ("it rained", "it snowed", "it rained again")]
    placed, _ = place_proposals(text, 0, proposals)
    assert [found.sources[0].start for found in placed] == [0, 21, 42]
    assert [found.cue.start for found in placed] == [5, 26, 47]


def test_place_proposals_prefers_a_source_outside_the_content() -> None:
    text = "Falk said Falk was ill."
    placed, _ = place_proposals(text, 0, [Proposal("Falk was ill", "Falk", "said")])
    assert placed[0].sources == (Span(0, 4),)


def test_place_proposals_moves_spans_to_the_text() -> None:
    placed, _ = place_proposals("Falk said it rained.", 1000, [Proposal("it rained", "Falk", "said")])
    assert placed[0] == FoundAttribution(Span(1005, 1009), (Span(1000, 1004),), (Span(1010, 1019),))


def test_place_proposals_marks_what_stands_inside_another_content() -> None:
    text = "Cole reported that Falk said it rained."
    proposals = [Proposal("Falk said it rained", "Cole", "reported"), Proposal("it rained", "Falk", "said")]
    placed, rejected = place_proposals(text, 0, proposals)
    assert [(found.cue.cut(text), found.is_inner) for found in placed] == [("reported", False), ("said", True)]
    assert rejected == 0


def test_place_proposals_drops_values_outside_our_lists() -> None:
    wild = Proposal("it rained", "Falk", "said", "shouts", "sure", "maybe")  # type: ignore[arg-type]  # as models do
    own = Proposal("it snowed", "Falk", "said", "own_voice", "probable", "negative")
    placed, _ = place_proposals("Falk said it rained. Falk said it snowed.", 0, [wild, own])
    assert [(each.act, each.certainty, each.polarity) for each in placed] == [
        (None, None, None),
        (None, "probable", "negative"),
    ]


def test_place_proposals_takes_the_same_words_once() -> None:
    said = Proposal("it rained", "Falk", "said")
    placed, rejected = place_proposals("Falk said it rained.", 0, [said, said])
    assert (len(placed), rejected) == (1, 0)


def test_place_proposals_bounds_what_a_hostile_answer_costs() -> None:
    text = "a " * 1000
    proposals = [Proposal("a " * number, "a", "a") for number in range(1, 500)]
    _, rejected = place_proposals(text, 0, proposals)
    assert rejected >= 299


class _Table:
    """Answers from a list, in turn; None stands for no usable answer."""

    identity = "table/1"

    def __init__(self, answers: list[tuple[Proposal, ...] | None]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, str | None]] = []

    def propose(self, passage: str, *, outlet: str | None) -> tuple[Proposal, ...]:
        self.asked.append((passage, outlet))
        answer = self.answers.pop(0)
        if answer is None:
            raise ProposerFailed(f"No answer after {len(self.asked)}.", hint="The built-in reader reads this passage.")
        return answer


def test_find_with_proposer_asks_by_passage_and_falls_back_where_no_answer_came() -> None:
    text = "Falk said it rained.\n\nCole said it snowed.\n\nAdams said it hailed."
    table = _Table(
        [
            (Proposal("it rained", "Falk", "said"), Proposal("it poured", "Falk", "said")),
            None,
            (Proposal("it hailed", "Adams", "said"),),
        ]
    )
    proposer: Proposer = table
    stood_in: list[tuple[int, int]] = []

    def fallback(start: int, end: int) -> tuple[FoundAttribution, ...]:
        stood_in.append((start, end))
        return (FoundAttribution(Span(start + 5, start + 9), (), (Span(start + 10, end - 1),)),)

    names = (FoundName(Span(0, 4), "person"),)
    found = find_with_proposer(
        text, proposer=proposer, fallback=fallback, outlet="The Oster Post", names=names, most=25
    )
    assert [passage for passage, _ in table.asked] == text.split("\n\n")
    assert {outlet for _, outlet in table.asked} == {"The Oster Post"}
    assert [[span.cut(text) for span in each.contents] for each in found.attributions] == [
        ["it rained"],
        ["it snowed"],
        ["it hailed"],
    ]
    assert stood_in == [(22, 42)]
    assert (found.names, found.rejected, found.fallen_back) == (names, 1, 1)
    assert found.reason == "No answer after 2."


def test_find_with_proposer_tells_the_reason_of_the_first_failure() -> None:
    text = "Falk said it rained.\n\nCole said it snowed.\n\nAdams said it hailed."

    def read(*answers: tuple[Proposal, ...] | None) -> TextFindings:
        return find_with_proposer(text, proposer=_Table([*answers]), fallback=lambda *_: (), most=25)

    assert (read((), None, None).reason, read((), None, None).fallen_back) == ("No answer after 2.", 2)
    assert read((), (), ()).reason is None
