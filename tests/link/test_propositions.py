"""Into which propositions does `link.propositions` cut a content?"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.link.propositions import LEAST_WORDS, cut_propositions, denied_before
from whence.model.spans import Span, Spans


def _cut(text: str, content: Spans | None = None) -> list[str]:
    parts = cut_propositions(text, content or (Span(0, len(text)),))
    return [" … ".join(span.cut(text) for span in part) for part in parts]


CUT = [
    (
        "Two people have died and thirty-one were hurt in the accident",
        ["Two people have died", "and thirty-one were hurt in the accident"],
        "two clauses",
    ),
    (
        "the minister who is reported to be leaving met the press on Monday",
        ["the minister who is reported to be leaving met the press on Monday"],
        "too few words stand before the relative clause",
    ),
    (
        "Gone is what shut the airport for an hour on Friday and not a drone",
        ["Gone is what shut the airport", "for an hour on Friday", "and not a drone"],
        "what a preposition opens may be repeated alone",
    ),
    ("Rain fell and stopped", ["Rain fell and stopped"], "a short content is one proposition"),
]


@pytest.mark.parametrize(("text", "parts", "why"), CUT)
def test_cut_propositions(text: str, parts: list[str], why: str) -> None:
    assert _cut(text) == parts, why


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("it is not true that the harbour master was arrested", ["that the harbour master was arrested"]),
        ("police found no evidence that the clerk had been paid for it", ["that the clerk had been paid for it"]),
        ("they rejected as baseless all claims that the bridge was mined", ["that the bridge was mined"]),
        ("the mayor said that the bridge was mined, and on Monday it fell", []),
        ("no one was hurt, and the ferry sailed again in the evening", []),
    ],
)
def test_denied_before_finds_parts_that_say_the_contrary_alone(text: str, denied: list[str]) -> None:
    parts = cut_propositions(text, (Span(0, len(text)),))
    found = zip(parts, denied_before(text, parts), strict=True)
    assert [" … ".join(span.cut(text) for span in part) for part, is_denied in found if is_denied] == denied


def test_cut_propositions_keeps_a_content_in_two_places() -> None:
    text = "the gate, he said, stood open all night because nobody had closed it"
    content = (Span(0, 8), Span(text.index("stood"), len(text)))
    assert _cut(text, content) == ["the gate … stood open all night", "because nobody had closed it"]


def test_cut_propositions_leaves_a_list_whole() -> None:
    text = ", ".join(f"the long name of place {n}" for n in range(30))
    assert _cut(text) == [text]


@given(
    st.lists(st.sampled_from("the ferry sank, and because nobody; who saw it - had 20 people when".split()), min_size=1)
)
def test_cut_propositions_loses_no_word(words: list[str]) -> None:
    text = " ".join(words)
    content = (Span(0, len(text)),)
    parts = cut_propositions(text, content)
    spans = [span for part in parts for span in part]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    left_out = text
    for span in reversed(spans):
        left_out = left_out[: span.start] + left_out[span.end :]
    assert not any(letter.isalnum() for letter in left_out), "only marks and spaces fall between the parts"
    if len(parts) > 1:
        assert all(sum(len(span.cut(text).split()) for span in part) >= LEAST_WORDS for part in parts[:-1])
