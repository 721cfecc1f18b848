"""Does `link.claims` put what says the same into one claim, each statement once, in any order?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.link.making import make_report, make_statement, make_voice, understand_as, understand_sentences
from whence.engines.hashed_encoder import HashedEncoder
from whence.engines.passages import PlainPassages
from whence.link.claims import group_claims
from whence.link.options import LinkOptions
from whence.link.voices import resolve_voices
from whence.model.report import Report
from whence.model.statement import Understanding
from whence.model.story import Claim, Story

OPTIONS = LinkOptions()


def _claims(
    reports: list[Report], understandings: dict[str, Understanding] | None = None, *, options: LinkOptions = OPTIONS
) -> list[Claim]:
    story = Story("s", tuple(sorted(report.id for report in reports)), "", "")
    found = understandings or {report.id: understand_sentences(report) for report in reports}
    return group_claims(
        story,
        reports={report.id: report for report in reports},
        understandings=found,
        voices=resolve_voices(reports, found),
        boilerplate={},
        passages=PlainPassages(HashedEncoder()),
        options=options,
    )


def _worded(claims: list[Claim], reports: list[Report]) -> set[frozenset[str]]:
    texts = {report.id: report.text for report in reports}
    return {frozenset(m.statement.content[0].cut(texts[m.report]) for m in claim.mentions) for claim in claims}


TOLD = [
    "The night guard at the Ostmere depot took the crates away. Rain fell on the parade in Kellin.",
    "Crates were taken away by the night guard of the Ostmere depot. The mayor of Dunesk opened a school.",
]


def test_group_claims_joins_what_says_the_same() -> None:
    reports = [make_report(f"r{n}", text) for n, text in enumerate(TOLD)]
    claims = _worded(_claims(reports), reports)
    assert claims == {
        frozenset(
            {
                "The night guard at the Ostmere depot took the crates away",
                "Crates were taken away by the night guard of the Ostmere depot",
            }
        ),
        frozenset({"Rain fell on the parade in Kellin"}),
        frozenset({"The mayor of Dunesk opened a school"}),
    }


def test_group_claims_makes_a_denial_a_claim_of_its_own_that_contradicts() -> None:
    one = make_report("a", "The night guard at the Ostmere depot took the crates away.")
    two = make_report("b", "The night guard at the Ostmere depot took the crates away, the council denies.")
    content = "The night guard at the Ostmere depot took the crates away"
    understandings = {
        "a": understand_as(one, [make_statement(one, content)]),
        "b": understand_as(two, [make_statement(two, content, make_voice("council"), polarity="negative")]),
    }
    claims = _claims([one, two], understandings)
    assert len(claims) == 2
    assert [[link.kind for link in claim.links] for claim in claims] == [["contradicts"], ["contradicts"]]
    assert {link.claim for claim in claims for link in claim.links} == {claim.id for claim in claims}
    assert all(len(link.passages) == 2 for claim in claims for link in claim.links)


def test_group_claims_words_a_claim_by_its_clearest_mention() -> None:
    texts = ["He took the crates from the Ostmere depot.", "Olin Falk took the crates from the Ostmere depot."]
    reports = [make_report(f"r{n}", text) for n, text in enumerate(texts)]
    (claim,) = _claims(reports)
    assert claim.text == "Olin Falk took the crates from the Ostmere depot", "a name says more than a pronoun"


def test_group_claims_gives_mentions_their_voices() -> None:
    report = make_report("a", "The depot was empty.")
    chain = (make_voice("Lissgrad Courier", "outlet"), make_voice("Lena Torv", "person"))
    understandings = {"a": understand_as(report, [make_statement(report, "The depot was empty", *chain)])}
    (claim,) = _claims([report], understandings)
    (mention,) = claim.mentions
    assert len(mention.voice_ids) == 2
    assert mention.voice_ids[0] != mention.voice_ids[1]


def test_group_claims_of_a_story_that_says_nothing() -> None:
    report = make_report("a", "…")
    assert _claims([report], {"a": understand_as(report, [])}) == []


@pytest.mark.parametrize("most", [2, 3, 100])
def test_group_claims_holds_every_statement_once_in_any_memory(most: int) -> None:
    reports = [make_report(f"r{n}", text) for n, text in enumerate([*TOLD, *TOLD, "Nobody came. Nobody went."])]
    claims = _claims(reports, options=LinkOptions(most_compared=most))
    mentions = [(mention.report, mention.statement.id) for claim in claims for mention in claim.mentions]
    assert len(set(mentions)) == 10


def test_group_claims_cuts_a_topic_and_keeps_its_parts_related() -> None:
    crates = [f"The night guard at the Ostmere depot took the {thing} away" for thing in ("crates", "keys", "lamps")]
    report = make_report("a", ". ".join(crates) + ".")
    broad = _claims([report], options=LinkOptions(told_in_report=3.0, claim_likeness=-9.0))
    assert len(broad) == 1
    options = LinkOptions(told_in_report=1.0, claim_likeness=-9.0, related_likeness=-9.0)
    cut = _claims([report], options=options)
    assert len(cut) == 3, "a report does not spend three statements on one claim"
    assert {link.why for claim in cut for link in claim.links} == {"parts of one topic"}


def test_group_claims_says_which_claim_is_narrower() -> None:
    texts = [
        "The night guard took the crates.",
        "The night guard took the crates to Kellin by lorry on Friday.",
    ]
    reports = [make_report(f"r{n}", text) for n, text in enumerate(texts)]
    claims = _claims(reports, options=LinkOptions(claim_likeness=99.0, related_likeness=-9.0))
    kinds = {claim.text[:40]: [link.kind for link in claim.links] for claim in claims}
    assert kinds == {
        "The night guard took the crates": ["broader"],
        "The night guard took the crates to Kelli": ["narrower"],
    }


_SENTENCES = st.sampled_from(
    [
        "The night guard took the crates",
        "Crates were taken by the night guard",
        "The guard took nothing",
        "Forty people came to Kellin",
        "About 40 people were in Kellin",
        "Four hundred came",
    ]
)


@settings(max_examples=30)
@given(st.lists(st.lists(_SENTENCES, min_size=1, max_size=3, unique=True), min_size=1, max_size=4))
def test_group_claims_does_not_depend_on_the_order_of_reports(texts: list[list[str]]) -> None:
    reports = [make_report(f"r{n}", ". ".join(sentences) + ".") for n, sentences in enumerate(texts)]
    assert _claims(reports) == _claims(reports[::-1])
