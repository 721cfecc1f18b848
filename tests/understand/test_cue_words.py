"""Does a cue, however a reader marked its words, mean what the tables of cues say it means?"""

import pytest

from whence.model.statement import Act, Certainty, Polarity
from whence.understand.cue_words import cue_of

CASES: list[tuple[str, Act, Certainty, Polarity, str]] = [
    ("said", "asserts", "certain", "positive", "the plain case"),
    ("has since been saying", "asserts", "certain", "positive", "auxiliaries and adverbs decide nothing"),
    ("went on to say", "asserts", "certain", "positive", "a phrase"),
    ("believes", "believes", "probable", "positive", "a belief is less than certain"),
    ("did not believe", "believes", "probable", "positive", "the negation is not the table's affair"),
    ("told", "asserts", "certain", "positive", "with an audience"),
    ("claims", "asserts", "unstated", "positive", "the report keeps its distance"),
    ("denied", "denies", "certain", "negative", "a denial"),
    ("has not ruled out", "denies", "certain", "negative", "a phrase of two words among others"),
    ("expressed doubts about", "doubts", "possible", "negative", "a phrase, where the verb alone is none"),
    ("warned of", "asserts", "certain", "positive", "the phrase before its verb"),
    ("fears", "believes", "possible", "positive", "a fear is only possible"),
    ("promised to", "promises", "probable", "positive", "a promise"),
    ("asked whether", "asks", "unstated", "positive", "a question"),
    ("ordered", "demands", "unstated", "positive", "an order"),
    ("wants to say he suspects", "suspects", "probable", "positive", "the last verb decides"),
    ("said to have denied", "denies", "certain", "negative", "the last verb decides"),
    ("according to", "asserts", "certain", "positive", "no verb at all"),
    ("according to a tally by", "asserts", "certain", "positive", "with more words behind"),
    (":", "asserts", "certain", "positive", "a colon"),
    ("in the words of", "asserts", "certain", "positive", "no verb at all"),
    ("is said to", "asserts", "unstated", "positive", "a passive that names nobody is weaker than its verb"),
    ("was believed to", "believes", "probable", "positive", "a passive that names nobody"),
    ("are feared to", "believes", "possible", "positive", "a passive that names nobody"),
    ("is expected that", "predicts", "probable", "positive", "a passive that names nobody"),
    ("reportedly", "asserts", "unstated", "positive", "an adverb"),
    ("allegedly", "alleges", "unstated", "positive", "an adverb"),
    ("is confident", "believes", "probable", "positive", "an adjective after a form of be"),
    ("were doubtful", "doubts", "possible", "negative", "an adjective after a form of be"),
    ("the denial", "denies", "certain", "negative", "a noun"),
    ("suspicions", "suspects", "probable", "positive", "a noun in the plural"),
]


@pytest.mark.parametrize(("words", "act", "certainty", "polarity", "why"), CASES, ids=[case[0] for case in CASES])
def test_cue_of_finds_the_entry(words: str, act: Act, certainty: Certainty, polarity: Polarity, why: str) -> None:
    found = cue_of(words.split())
    assert found is not None, why
    assert (found.act, found.certainty, found.polarity) == (act, certainty, polarity), why


# What the tables hold, and the look-up misses.
MISSED: list[tuple[str, Act, Certainty, str]] = [
    ("is convinced", "believes", "probable", "the verb 'convince' is found before the adjective after 'be'"),
    ("is not sure", "believes", "probable", "a word stands between 'be' and its adjective"),
    ("is said", "asserts", "unstated", "the reader left out the 'to' or 'that' behind the participle"),
    ("is also said to", "asserts", "unstated", "a word stands between 'be' and its participle"),
]


@pytest.mark.parametrize(("words", "act", "certainty", "why"), MISSED, ids=[case[0] for case in MISSED])
def test_cue_of_finds_what_it_misses_today(words: str, act: Act, certainty: Certainty, why: str) -> None:
    found = cue_of(words.split())
    assert found is not None, why
    assert (found.act, found.certainty) == (act, certainty), why


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "no words"),
        ("walked", "a verb that attributes nothing"),
        ("confident", "an adjective without a form of be may be anything"),
        ("and", "no cue"),
    ],
)
def test_cue_of_leaves_unknown_words_to_the_caller(words: str, why: str) -> None:
    assert cue_of(words.split()) is None, why
