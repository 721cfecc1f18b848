"""What holds for every story, however it is made?"""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.weigh.making import OPTIONS, MiniStory, Told, copy_of, make_report, tell, weigh
from whence.model.statement import VoiceKind
from whence.model.stemma import WeighedClaim

GATE = "the lock gate stood open"
OUTLETS = ("Tarn Courier", "Sound Herald", "Osk Post", "Brack Radio", "Sound Press Agency", "Harbour Blog")
WHEN = (None, "2031-03-02", "2031-03-02T08:00:00Z", "2031-03-02T20:00:00Z", "2031-03-04")
CHAINS: tuple[tuple[tuple[str, VoiceKind], ...], ...] = (
    (),
    (("Ivo Lund", "person"),),
    (("Mara Quist", "person"),),
    (("Osk Locks Authority", "organisation"),),
    (("an official", "unnamed"),),
    (("the company", "organisation"),),
    (("the lock log", "document"),),
    (("unspecified", "unspecified"),),
    *((((outlet, "outlet"),)) for outlet in OUTLETS[:3]),
    (("Tarn Courier", "outlet"), ("Ivo Lund", "person")),
    (("Far Mail", "outlet"),),
)
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
FAST = replace(OPTIONS, forests=150)


@st.composite
def stories(draw: st.DrawFn) -> MiniStory:
    """Draw up to six reports of one claim, each with its own time, wording and chain."""
    count = draw(st.integers(1, len(OUTLETS)))
    reports, told = [], []
    for n in range(count):
        chain = draw(st.sampled_from(CHAINS))
        chain = tuple(voice for voice in chain if voice[0] != OUTLETS[n])
        names = ", ".join(name for name, _ in chain)
        text = f"Report {n}. {GATE}{' said ' + names if names else ''}."
        reports.append(
            make_report(
                f"r{n}",
                OUTLETS[n],
                text,
                draw(st.sampled_from(WHEN)),
                outlet_type=draw(st.sampled_from(("newspaper", "wire", "aggregator", "official", "blog"))),
            )
        )
        told.append(
            Told(
                f"r{n}",
                GATE,
                chain,
                draw(st.sampled_from(("none", "first_hand", "named_source", "document"))),
                draw(st.sampled_from(("certain", "probable", "possible", "unstated"))),
                draw(st.sampled_from(("positive", "positive", "positive", "negative"))),
            )
        )
    return tell(reports, *told)


def only_claim(story: MiniStory) -> WeighedClaim:
    """Return the weighed claim of a story that has one."""
    (claim,) = weigh(story, FAST).claims
    return claim


@FEW
@given(stories())
def test_the_numbers_are_in_order_and_the_distribution_is_one(story: MiniStory) -> None:
    origins = only_claim(story).origins
    three = origins.numbers
    assert three.at_least <= three.likely <= three.at_most
    assert sum(p for _, p in origins.distribution) == pytest.approx(1)
    assert {n for n, p in origins.distribution if p} <= set(range(three.at_least, three.at_most + 1))
    assert three.at_least <= origins.interval90[0] <= origins.interval90[1] <= three.at_most
    assert 0 <= origins.own_access <= three.at_most


@FEW
@given(stories())
def test_parents_sum_to_one_and_show_where(story: MiniStory) -> None:
    for mention in only_claim(story).mentions:
        assert sum(parent.probability for parent in mention.parents) == pytest.approx(1)
        assert all(parent.reasons and parent.passages for parent in mention.parents)


@FEW
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_given_does_not_matter(story: MiniStory, shuffle) -> None:  # type: ignore[no-untyped-def]
    names = list(story.reports)
    shuffle.shuffle(names)
    told = list(story.claims["claim"])
    shuffle.shuffle(told)
    other = MiniStory({name: story.reports[name] for name in names}, {"claim": told})
    one, two = only_claim(story), only_claim(other)
    assert one.origins == two.origins
    assert one.flags == two.flags
    assert {m.mention.report: m.parents for m in one.mentions} == {m.mention.report: m.parents for m in two.mentions}


@FEW
@given(stories(), st.integers(0, 5))
def test_a_later_verbatim_copy_never_raises_at_least(story: MiniStory, which: int) -> None:
    """A copy that bears an earlier time than the original is another matter: then the original is the copy."""
    names = list(story.reports)
    source = story.reports[names[which % len(names)]]
    other, copy = copy_of(source, "zz", "Zed Digest", "2031-03-09")
    told = next(told for told in story.claims["claim"] if told.report == source.id)
    more = MiniStory(
        {**story.reports, "zz": other},
        {"claim": [*story.claims["claim"], replace(told, report="zz")]},
        copies=[copy],
    )
    assert only_claim(more).origins.numbers.at_least <= max(1, only_claim(story).origins.numbers.at_least)
