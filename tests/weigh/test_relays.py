"""Is a voice that passes on another's word known to do so, wherever the story shows it?"""

from tests.weigh.making import MiniStory, Told, make_report, tell, weigh
from whence.model.statement import VoiceKind

PLAN = "smugglers use the lock"


def test_a_service_warned_by_its_partner_adds_nothing_of_its_own() -> None:
    """Why: one passage says that the Tarn inquiry rests on Osk's warning; what Tarn says elsewhere rests on it too."""
    one = make_report(
        "one",
        "Tarn Courier",
        f"Tarn customs fears that {PLAN}. Tarn customs opened an inquiry on warnings from Osk customs.",
        "2031-03-02",
    )
    two = make_report("two", "Sound Herald", f"The Far Mail, citing harbour staff, says Osk customs believes {PLAN}.")
    inquiry = Told(
        "one", "Tarn customs opened an inquiry on warnings", grounds=(("Osk customs", "government"),), basis="none"
    )
    chain: tuple[tuple[str, VoiceKind], ...] = (
        ("Far Mail", "outlet"),
        ("harbour staff", "unnamed"),
        ("Osk customs", "government"),
    )
    story = MiniStory(
        {"one": one, "two": two},
        {
            "plan": [
                Told("one", PLAN, (("Tarn customs", "government"),), "named_source", "possible", act="believes"),
                Told("two", PLAN, chain, "cites_outlet", "probable", act="believes"),
            ],
            "inquiry": [inquiry],
        },
    )
    plan = next(claim for claim in weigh(story).claims if claim.claim.id == "plan")
    assert (plan.origins.numbers.at_least, plan.origins.numbers.at_most, plan.origins.own_access) == (1, 1, 0)


def test_behind_an_unseen_outlet_stands_whom_it_quotes() -> None:
    words = f"The Far Mail quotes Ivo Lund: {PLAN}."
    report = make_report("one", "Tarn Courier", words, "2031-03-02")
    told = Told("one", PLAN, (("Far Mail", "outlet"), ("Ivo Lund", "person")), "cites_outlet")
    (claim,) = weigh(tell([report], told)).claims
    assert claim.mentions[0].parents[0].kind == "unseen"
    assert [member.name for member in claim.origins.members] == ["Ivo Lund"]
