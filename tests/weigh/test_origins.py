"""Do the three numbers say what a careful reader could establish?"""

import pytest

from tests.weigh.making import MiniStory, Told, copy_of, make_report, numbers, tell, weigh
from whence.model.judgement import Judgement
from whence.model.statement import VoiceKind

FIRE = "a fire destroyed the old rope works"
RADIO = make_report("radio", "Radio Tarn", f"Ivo Lund saw it: {FIRE}, he said.", "2031-03-02T08:00:00Z")
GAZETTE = make_report(
    "gazette", "Tarn Gazette", f"I stood on the quay, Mara Quist said, and I saw it: {FIRE}.", "2031-03-02T09:00:00Z"
)
BARE = make_report("bare", "Harbour Blog", f"Overnight {FIRE}.", "2031-03-03T09:00:00Z", outlet_type="blog")


def test_counts_two_named_witnesses_as_two() -> None:
    """Why: each says on her own word what she saw, to another reporter."""
    story = tell(
        [RADIO, GAZETTE],
        Told("radio", FIRE, (("Ivo Lund", "person"),), "named_source"),
        Told("gazette", FIRE, (("Mara Quist", "person"),), "named_source"),
    )
    assert numbers(story) == (2, 2, 2, 2)


def test_counts_one_witness_heard_by_two_outlets_as_one() -> None:
    """Why: two outlets, one voice."""
    other = make_report("other", "Tarn Gazette", f"{FIRE}, Ivo Lund told us.", "2031-03-02T12:00:00Z")
    story = tell(
        [RADIO, other],
        Told("radio", FIRE, (("Ivo Lund", "person"),), "named_source"),
        Told("other", FIRE, (("Ivo Lund", "person"),), "named_source"),
    )
    assert numbers(story) == (1, 1, 1, 1)


def test_collapses_a_wire_and_its_five_subscribers() -> None:
    """Why: six outlets, one text, one spokeswoman."""
    text = f"Fire chief Runa Veld said {FIRE} at dawn and nobody was hurt in it, as far as she knew."
    wire = make_report("wire", "Sound Press Agency", text, "2031-03-02T06:00:00Z", outlet_type="wire")
    copies = [copy_of(wire, f"paper{n}", f"Paper {n}", f"2031-03-02T{7 + n:02}:00:00Z") for n in range(5)]
    chain: tuple[tuple[str, VoiceKind], ...] = (("Runa Veld", "person"),)
    told = [Told(name, FIRE, chain, "named_source") for name in ("wire", *(paper.id for paper, _ in copies))]
    story = tell([wire, *(paper for paper, _ in copies)], *told, copies=[copy for _, copy in copies])
    assert numbers(story)[:3] == (1, 1, 1)


def test_takes_a_missing_citation_for_nothing() -> None:
    """Why: a later report without a source may rest on the first; it can raise `at most`, never `at least`."""
    story = tell([RADIO, BARE], Told("radio", FIRE, (("Ivo Lund", "person"),), "named_source"), Told("bare", FIRE))
    at_least, likely, at_most, own = numbers(story)
    assert (at_least, likely, own) == (1, 1, 1)
    assert at_most <= 2


def test_lets_two_unnamed_officials_be_one() -> None:
    """Why: nothing the reports state about them tells them apart."""
    one = make_report("one", "Tarn Courier", f"An official said {FIRE}.", "2031-03-02")
    two = make_report("two", "Sound Herald", f"A person close to the inquiry said {FIRE}.", "2031-03-02")
    story = tell(
        [one, two],
        Told("one", FIRE, (("An official", "unnamed"),), "unnamed_source"),
        Told("two", FIRE, (("A person close to the inquiry", "unnamed"),), "unnamed_source"),
    )
    at_least, _, at_most, own = numbers(story)
    assert (at_least, at_most, own) == (1, 2, 0)


def test_counts_a_spokeswoman_and_her_body_as_one() -> None:
    """Why: both speak for one institution."""
    one = make_report("one", "Tarn Courier", f"The Tarn Coast Guard said {FIRE}.", "2031-03-02")
    two = make_report("two", "Sound Herald", f"Tarn Coast Guard spokeswoman Ada Ry said {FIRE}.", "2031-03-02")
    story = tell(
        [one, two],
        Told("one", FIRE, (("Tarn Coast Guard", "organisation"),), "named_source"),
        Told("two", FIRE, (("Tarn Coast Guard spokeswoman Ada Ry", "person"),), "named_source"),
    )
    assert numbers(story)[:3] == (1, 1, 1)


def test_follows_a_warning_to_the_partner_who_gave_it() -> None:
    """Why: a service that acts on its counterpart's warning adds nothing of its own to it."""
    plan = "smugglers were using the lock"
    one = make_report(
        "one", "Tarn Courier", f"Tarn customs, warned by Osk customs, suspects that {plan}.", "2031-03-02"
    )
    two = make_report("two", "Sound Herald", f"Osk customs believes that {plan}.", "2031-03-04")
    story = tell(
        [one, two],
        Told(
            "one",
            plan,
            (("Tarn customs", "government"),),
            "named_source",
            "probable",
            act="suspects",
            grounds=(("Osk customs", "government"),),
        ),
        Told("two", plan, (("Osk customs", "government"),), "named_source", "probable", act="believes"),
    )
    assert numbers(story) == (1, 1, 1, 0)


def test_counts_a_consortium_that_read_one_document_as_one() -> None:
    """Why: three papers, one leaked ledger."""
    names = {"one": "Tarn Courier", "two": "Sound Herald", "three": "Osk Post"}
    reports = [
        make_report(name, outlet, f"The Brack ledger, seen by us, shows {FIRE}.", "2031-03-02")
        for name, outlet in names.items()
    ]
    told = [Told(name, FIRE, (("The Brack ledger", "document"),), "document") for name in names]
    assert numbers(tell(reports, *told)) == (1, 1, 1, 1)


def test_never_counts_a_denial() -> None:
    """Why: the numbers count those who affirm; the denial is kept, but not as support."""
    denial = make_report("denial", "Rope Works Ltd", f"It is not so that {FIRE}.", "2031-03-03", outlet_type="official")
    story = tell(
        [RADIO, denial],
        Told("radio", FIRE, (("Ivo Lund", "person"),), "named_source"),
        Told("denial", FIRE, basis="first_hand", polarity="negative", act="denies"),
    )
    assert numbers(story)[:3] == (1, 1, 1)


def test_has_no_origin_for_what_nobody_here_affirms() -> None:
    denial = make_report("denial", "Rope Works Ltd", f"It is not so that {FIRE}.", "2031-03-03", outlet_type="official")
    assert numbers(tell([denial], Told("denial", FIRE, polarity="negative", act="denies"))) == (0, 0, 1, 0)


def test_takes_a_belief_for_no_access() -> None:
    """Why: who believes something about others was not there."""
    report = make_report("one", "Tarn Courier", f"Analyst Per Holm believes that {FIRE}.", "2031-03-02")
    story = tell(
        [report],
        Told("one", FIRE, (("Per Holm", "person"),), "named_source", "probable", act="believes"),
    )
    assert numbers(story) == (1, 1, 1, 0)


def test_gives_a_ring_of_outlets_one_unseen_origin() -> None:
    """Why: A has it from B and B from A; somebody said it first, and nobody here shows who."""
    one = make_report("one", "Tarn Courier", f"The Sound Herald writes that {FIRE}.", "2031-03-02")
    two = make_report("two", "Sound Herald", f"The Tarn Courier writes that {FIRE}.", "2031-03-02")
    story = tell(
        [one, two],
        Told("one", FIRE, (("The Sound Herald", "outlet"),), "cites_outlet"),
        Told("two", FIRE, (("The Tarn Courier", "outlet"),), "cites_outlet"),
    )
    (claim,) = weigh(story).claims
    assert claim.origins.numbers.at_most == 1
    assert [member.own_access for member in claim.origins.members] == [False]
    assert "circular" in claim.flags


def test_an_outlet_that_is_not_here_is_an_unseen_origin() -> None:
    text = f"The Osk Morning Mail writes that {FIRE}."
    story = tell(
        [make_report("one", "Tarn Courier", text, "2031-03-02")],
        Told("one", FIRE, (("The Osk Morning Mail", "outlet"),), "cites_outlet"),
    )
    weight = weigh(story)
    (claim,) = weight.claims
    assert [member.kind for member in claim.origins.members] == ["unseen"]
    assert claim.origins.numbers.at_most == 1
    assert [edge.earlier for edge in weight.edges] == ["unseen:The Osk Morning Mail"]


def test_says_what_would_change_the_numbers() -> None:
    burned = "nothing is left of the roperie"
    one = make_report("one", "Tarn Courier", f"An official told this newspaper that {burned}.", "2031-03-01")
    story = tell(
        [one, GAZETTE],
        Told("one", burned, (("An official", "unnamed"),), "unnamed_source"),
        Told("gazette", FIRE, (("Mara Quist", "person"),), "named_source"),
    )
    (claim,) = weigh(story).claims
    changes = {change.condition: change.then for change in claim.origins.would_change}
    assert any("An official" in condition for condition in changes)
    assert any(then.at_least == 2 for then in changes.values())
    assert any(then.at_most == 1 for then in changes.values())


@pytest.mark.parametrize("copies", [1, 3])
def test_pools_narrower_and_broader_claims_of_a_story(copies: int) -> None:
    """Why: the same two voices under two claims are still two."""
    witnesses = (Told("radio", FIRE, (("Ivo Lund", "person"),)), Told("gazette", FIRE, (("Mara Quist", "person"),)))
    names = [f"claim{n}" for n in range(copies)]
    story = MiniStory(
        {"radio": RADIO, "gazette": GAZETTE},
        dict.fromkeys(names, witnesses),
        broader=[(names[0], name) for name in names[1:]],
    )
    pooled = weigh(story).story
    assert pooled.origins.numbers.at_least == pooled.origins.numbers.at_most == 2
    assert pooled.pooled_claims == tuple(names)


def test_what_is_taken_back_gives_no_claim_another_origin() -> None:
    """Why: what had merged into the origin that fell counted for itself, and the likely number rose by a retraction."""
    gate = "the lock gate stood open"
    tellers = {"a": "Ivo Lund", "b": "Lund", "c": "Ivo"}
    texts = {"a": "Rain fell", "b": "A fair began", "c": "Bells rang"}
    reports = [
        make_report(name, f"{name} Gazette", f"{teller} said {gate}. {texts[name]}.", f"2031-03-0{day}T08:00:00Z")
        for day, (name, teller) in enumerate(tellers.items(), 2)
    ]
    story = tell(
        reports, *(Told(name, gate, ((teller, "person"),), "named_source") for name, teller in tellers.items())
    )
    (before,) = weigh(story).claims
    assert before.origins.numbers.likely == 1, "either part of his name is he"
    for report in "abc":
        mark = Judgement("report", "retracted", (report,), (), "ed", "2031-04-01", "")
        (after,) = weigh(story, judgements=[mark]).claims
        now, then = after.origins.numbers, before.origins.numbers
        assert (now.at_least <= then.at_least, now.likely <= then.likely, now.at_most <= then.at_most) == (True,) * 3
        assert after.origins.own_access <= before.origins.own_access
