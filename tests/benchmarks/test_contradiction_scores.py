"""Are links between claims counted as right only where the writers annotated a contradiction?"""

from typing import Any

from benchmarks.contradiction_scores import LinkedContradictions, judge_contradictions
from tests.shared import needs_shared

pytestmark = needs_shared

TEXT = "The gate was open. The gate was shut. A dog ran off. Rain fell."


def _mention(words: str, polarity: str = "positive") -> dict[str, Any]:
    return {"report": "r", "quote": words, "voices": [], "polarity": polarity, "certainty": "certain"}


def _claim(name: str, words: str, *linked: str) -> dict[str, Any]:
    start = TEXT.index(words)
    links = [{"claim": other, "kind": "contradicts"} for other in linked]
    return {
        "id": name,
        "mentions": [{"report": "r", "span": [[start, start + len(words)]], "voices": []}],
        "links": links,
    }


STORY = {
    "id": "s",
    "reports": [{"id": "r", "text": TEXT}],
    "truth": {
        "claims": [
            {"id": "c1", "mentions": [_mention("The gate was open")]},
            {"id": "c2", "mentions": [_mention("The gate was shut")]},
            {"id": "c3", "mentions": [_mention("A dog ran off")]},
        ],
        "contradictions": [{"a": "c1", "b": "c2"}],
    },
}


def test_judge_contradictions_tells_right_from_wrong_and_from_what_nobody_annotated() -> None:
    claims = [
        _claim("open", "The gate was open", "shut", "dog"),
        _claim("shut", "The gate was shut", "open"),
        _claim("dog", "A dog ran off", "open", "rain"),
        _claim("rain", "Rain fell", "dog"),
    ]
    assert judge_contradictions([STORY], {"claims": claims}) == LinkedContradictions(right=1, wrong=1, unjudged=1)


def test_judge_contradictions_takes_a_denial_of_one_claim_for_right() -> None:
    denied = [{"id": "c1", "mentions": [_mention("The gate was open"), _mention("The gate was shut", "negative")]}]
    story = STORY | {"truth": {"claims": denied, "contradictions": []}}
    claims = [_claim("open", "The gate was open", "shut"), _claim("shut", "The gate was shut", "open")]
    assert judge_contradictions([story], {"claims": claims}) == LinkedContradictions(right=1, wrong=0, unjudged=0)
