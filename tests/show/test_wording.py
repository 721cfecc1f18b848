"""Are the words of every view the right ones, and never a verdict?"""

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from tests.show.traces import CLERK, DENIED, HERALD, IN_OWN_VOICE, SAID_BY_CLERK, make_origins, make_report
from whence.model.report import Moment
from whence.model.spans import Span
from whence.model.statement import Act, Basis, Certainty, Polarity, Statement, Voice, VoiceKind
from whence.model.stemma import DriftKind, Flag, How, Origins
from whence.model.story import Mention
from whence.show import wording
from whence.show.wording import (
    ACT_FRAMES,
    BASIS_WORDS,
    DRIFT_WORDS,
    FLAG_WORDS,
    FRAMES,
    HOW_WORDS,
    VOICE_KIND_WORDS,
    claim_frame,
    independence_in_words,
    moment_in_words,
    numbers_in_words,
    outlet_in_words,
    plain,
    quoted,
    shortened,
    statement_frame,
    voice_in_words,
)

SHOW = Path(wording.__file__).parent


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (FLAG_WORDS, Flag),
        (DRIFT_WORDS, DriftKind),
        (HOW_WORDS, How),
        (BASIS_WORDS, Basis),
        (VOICE_KIND_WORDS, VoiceKind),
        (ACT_FRAMES, Act),
    ],
    ids=["flags", "drift", "how", "basis", "voices", "acts"],
)
def test_every_kind_has_words(words: dict[str, str], kinds: object) -> None:
    assert set(words) == set(get_args(kinds))


def test_every_frame_has_its_place_in_the_order() -> None:
    positive = {
        statement_frame(Statement("s", (), act=act, certainty=certainty))
        for act in get_args(Act)
        for certainty in get_args(Certainty)
        if act not in {"denies", "doubts"}
    }
    assert positive <= set(FRAMES)


@pytest.mark.parametrize(
    ("act", "certainty", "polarity", "frame"),
    [
        ("alleges", "unstated", "positive", "alleged"),
        ("alleges", "certain", "positive", "alleged"),
        ("asserts", "unstated", "positive", "reported as"),
        ("asserts", "possible", "positive", "reported as possible"),
        ("own_voice", "probable", "positive", "reported as probable"),
        ("asserts", "certain", "positive", "said"),
        ("own_voice", "certain", "positive", "stated in own voice"),
        ("suspects", "probable", "positive", "suspected"),
        ("denies", "certain", "negative", "denied"),
        ("asserts", "certain", "negative", "denied"),
        ("doubts", "possible", "negative", "doubted"),
    ],
)
def test_a_statement_keeps_its_frame(act: Act, certainty: Certainty, polarity: Polarity, frame: str) -> None:
    assert statement_frame(Statement("s", (), act=act, certainty=certainty, polarity=polarity)) == frame


def test_a_claim_has_the_most_guarded_frame_that_a_report_gives_it() -> None:
    assert claim_frame([IN_OWN_VOICE, SAID_BY_CLERK]) == "alleged"
    assert claim_frame([IN_OWN_VOICE, DENIED]) == "stated in own voice"


def test_a_claim_that_is_only_denied_is_never_shown_bare() -> None:
    assert claim_frame([DENIED]) == "denied"
    assert claim_frame([replace(DENIED, act="doubts")]) == "doubted"


def test_numbers_agree_with_their_noun() -> None:
    assert numbers_in_words(make_origins(1, 1, 1).numbers) == "at least 1, likely 1, at most 1 independent origin"


@pytest.mark.parametrize(
    ("origins", "words"),
    [
        (make_origins(0, 0, 0), "no report affirms it"),
        (make_origins(1, 1, 1), "one origin"),
        (make_origins(1, 2, 3), "corroborated: two or more independent origins"),
        (
            Origins(make_origins(2, 2, 3).numbers, 0, (1, 3), ((1, 0.06), (2, 0.94)), ()),
            "independence not established",
        ),
    ],
    ids=["none", "one", "surely two", "two at 0.94"],
)
def test_corroborated_is_said_only_of_two_at_95_percent(origins: Origins, words: str) -> None:
    assert independence_in_words(origins) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (Moment("2031-03-02T09:15:42Z", "second"), "2031-03-02 09:15"),
        (Moment("2031-03-02", "day"), "2031-03-02"),
        (Moment("2031", "year"), "2031"),
        (None, "time not recorded"),
    ],
)
def test_a_time_is_shown_as_far_as_it_is_known(moment: Moment | None, words: str) -> None:
    assert moment_in_words(moment) == words


def test_a_report_without_an_outlet_is_called_by_its_title_or_id() -> None:
    assert outlet_in_words(HERALD) == "Daily Herald"
    assert outlet_in_words(replace(HERALD, outlet=None)) == "Crates missing"
    assert outlet_in_words(make_report("x", outlet=None, given_id="z-9")) == "z-9"
    bare = make_report("x", outlet=None)
    assert outlet_in_words(replace(bare, path="in/note.txt")) == "note.txt"
    assert outlet_in_words(replace(bare, path="-")) == bare.id


@pytest.mark.parametrize(
    ("voice", "words"),
    [
        (CLERK, 'unnamed: "A clerk who asked not to be named"'),
        (Voice("Lena Torv", "Torv", "person", named=True), "Lena Torv"),
        (Voice("Lena Torv", "the minister", "person", named=True), 'Lena Torv ("the minister")'),
        (Voice("Courier", "the daily Courier", "outlet", named=True), "Courier"),
        (Voice("unspecified", "allegedly", "unspecified", named=False), "a source left unspecified"),
    ],
)
def test_a_voice_is_shown_with_its_wording_where_that_differs(voice: Voice, words: str) -> None:
    assert voice_in_words(voice) == words


def test_nothing_in_a_report_can_steer_a_terminal() -> None:
    steering = "a\x1b]0;owned\x07b\u202ec\x9b31md\u2066e\r\nf\x00g\ud800h"
    shown = plain(steering)
    assert shown == "a�]0;owned�b�c�31md�e f�g�h"
    assert shown.isprintable()


def test_marks_without_a_shape_go_and_joiners_stay() -> None:
    assert plain("an\u00adbar \u200fא \U0001f469\u200d\U0001f4bb\ufeff") == "anbar א \U0001f469\u200d\U0001f4bb"


def test_a_quotation_is_not_quoted_twice() -> None:
    assert quoted("“It held.”") == "“It held.”"
    assert quoted("“It held,” he said, “so far.”") == "““It held,” he said, “so far.””"


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one two", 9) == "one two"
    assert len(shortened("x" * 50, 9)) <= 10


def test_no_view_speaks_a_verdict() -> None:
    verdict = re.compile(r"\b(?:true|false|verified|confirmed|debunked|proven|fake)\b", re.IGNORECASE)
    words = [
        word
        for table in (FLAG_WORDS, DRIFT_WORDS, BASIS_WORDS, VOICE_KIND_WORDS, ACT_FRAMES)
        for word in table.values()
    ]
    assert not [word for word in words if verdict.search(word)]


@pytest.mark.parametrize(("belongs", "words"), [(1.0, ""), (0.5, ""), (0.3, "only related (30% likely the same)")])
def test_belonging_in_words_doubts_what_hangs_loosely(belongs: float, words: str) -> None:
    mention = Mention("m1", "r1", Statement("s1", (Span(0, 1),)), belongs=belongs)
    assert words in wording.belonging_in_words(mention)
    assert bool(wording.belonging_in_words(mention)) == bool(words)
