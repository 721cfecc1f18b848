"""Is what is typed found by what a person knows it by, and are none and several told apart?"""

from dataclasses import replace

import pytest

from tests.show.traces import AUTHORITY, DENIAL, HERALD, LEDGER, MISSING, PORT, TRACE, replace_claim
from whence.errors import FixUsage, NoSuchThing
from whence.model.statement import Voice
from whence.model.stemma import Trace
from whence.show.cli.typed_things import find_thing
from whence.show.wording import voice_in_words

ARCHIVED = replace(LEDGER, id="r-archived", given_id=None, path="archive/2031/quay ledger.txt", title="Older news")
TWICE = replace(TRACE, reports=(*TRACE.reports, ARCHIVED))


@pytest.mark.parametrize(
    "typed", [PORT.id, "a-03", "port of veldmark.txt", "./port of veldmark.txt", "Port of Veldmark", "PORT OF VELDMARK"]
)
def test_a_report_is_found_by_id_file_and_outlet(typed: str) -> None:
    assert find_thing("report", typed, TRACE) == (PORT.id,)


@pytest.mark.parametrize("typed", ["archive/2031/quay ledger.txt", "2031/quay ledger.txt"])
def test_a_report_is_found_by_the_end_of_its_path(typed: str) -> None:
    assert find_thing("report", typed, TWICE) == (ARCHIVED.id,)


def test_the_end_of_a_path_is_one_of_whole_names() -> None:
    with pytest.raises(NoSuchThing, match=r"has no report “ledger\.txt”"):
        find_thing("report", "ledger.txt", TRACE)


def test_a_name_of_several_reports_lists_them_with_what_to_type() -> None:
    with pytest.raises(FixUsage) as caught:
        find_thing("report", "Quay Ledger", TWICE)
    assert caught.value.message == "“Quay Ledger” means 2 reports of this case, expected one."
    assert caught.value.hint == (
        "In its place type one of: a-01 (Quay Ledger: Crates missing); "
        "'archive/2031/quay ledger.txt' (Quay Ledger: Older news)"
    )


def test_a_name_of_no_report_offers_the_nearest() -> None:
    with pytest.raises(NoSuchThing) as caught:
        find_thing("report", "Daily Heral", TRACE)
    assert caught.value.message == "The case's last trace has no report “Daily Heral”."
    assert caught.value.hint.startswith(f"In its place type one of: {HERALD.given_id} (Daily Herald: Crates missing)")


def test_at_most_five_are_listed_and_the_rest_counted() -> None:
    many = tuple(replace(LEDGER, id=f"r{n}", given_id=f"g{n}") for n in range(7))
    with pytest.raises(FixUsage) as caught:
        find_thing("report", "Quay Ledger", replace(TRACE, reports=many))
    assert caught.value.hint.count("Quay Ledger") == 5
    assert caught.value.hint.endswith("; 2 more stand in: whence trace --case FILE --format json")


def test_a_voice_is_found_by_id_and_name_and_else_offered() -> None:
    assert find_thing("voice", "ilka moen", TRACE) == find_thing("voices", "v3", TRACE) == ("v3",)
    with pytest.raises(NoSuchThing, match=r"no voice “Ilka Moan”.*one of: v3 \(Ilka Moen, a person\)"):
        find_thing("voice", "Ilka Moan", TRACE)


def test_a_claim_is_found_by_number_and_beginning_of_its_id() -> None:
    mentions = tuple(mention.mention.id for mention in MISSING.mentions)
    assert find_thing("claims", "1", TRACE) == find_thing("claims", "c1aa", TRACE) == mentions


@pytest.mark.parametrize("typed", ["Harbour body", "harbour body", "“Harbour body”", "The port authority"])
def test_a_voice_is_found_by_what_an_explanation_calls_it(typed: str) -> None:
    full = replace(TRACE.voices[1], name="Port and Harbour Authority of Veldmark")
    called = _with_voice(replace(AUTHORITY, name="Harbour body"))
    trace = replace(called, voices=(TRACE.voices[0], full, TRACE.voices[2]))
    assert find_thing("voice", typed, trace) == ("v2",)
    assert find_thing("voice", full.name, trace) == ("v2",)


def test_a_voice_is_found_by_the_name_of_an_origin_and_of_a_parent() -> None:
    origin = replace(MISSING.origins.members[0], name="the quay clerk")
    trace = replace_claim(replace(MISSING, origins=replace(MISSING.origins, members=(origin,))))
    assert find_thing("voice", "the quay clerk", trace) == ("v1",)
    parent = replace(MISSING.mentions[0].parents[0], name="tally clerk")
    told = replace(MISSING.mentions[0], parents=(parent,))
    assert find_thing("voice", "tally clerk", replace_claim(replace(MISSING, mentions=(told,)))) == ("v1",)


def test_a_voice_is_found_as_an_explanation_writes_it() -> None:
    worded = voice_in_words(MISSING.mentions[0].mention.statement.voices[0])
    assert worded == 'unnamed: "A clerk who asked not to be named"'
    assert find_thing("voice", worded, TRACE) == ("v1",)


def test_what_two_voices_are_called_lists_them_with_what_to_type() -> None:
    with pytest.raises(FixUsage) as caught:
        find_thing("voice", "clerk", _with_voice(replace(AUTHORITY, name="clerk")))
    assert caught.value.message == "“clerk” means 2 voices of this case, expected one."
    assert caught.value.hint == (
        "In its place type one of: v1 (clerk, a source left unnamed, in Quay Ledger); "
        "v2 (Port authority, an organisation, in Port of Veldmark)"
    )


def _with_voice(voice: Voice) -> Trace:
    """Return the trace with another voice at the head of the port's denial."""
    mention = DENIAL.mentions[0].mention
    said = replace(mention, statement=replace(mention.statement, voices=(voice,)))
    return replace_claim(replace(DENIAL, claim=replace(DENIAL.claim, mentions=(said,))))
