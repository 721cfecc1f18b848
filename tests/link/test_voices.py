"""Does `link.voices` find one voice in several reports, and never take an unnamed voice for someone?"""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.link.making import make_report, make_statement, make_voice, understand_as
from whence.link.voices import VoiceIndex, resolve_voices
from whence.model.report import Report
from whence.model.statement import Understanding, Voice

# One affair: enough shared words that the reports are known to be on it.
AFFAIR = (
    "The Ostmere ferry Tern sank off Kellin point with forty aboard; the harbour master and the coast guard searched."
)


def _case(*chains: Sequence[Voice], outlets: Sequence[str] = ()) -> tuple[list[Report], dict[str, Understanding]]:
    """Return one report a chain, all on one affair, each with one statement by that chain."""
    names = outlets or [f"Outlet {number}" for number in range(len(chains))]
    reports = [make_report(f"r{n}", AFFAIR, outlet=name) for n, name in enumerate(names)]
    understandings = {
        report.id: understand_as(report, [make_statement(report, "The Ostmere ferry Tern sank", *chain)])
        for report, chain in zip(reports, chains, strict=True)
    }
    return reports, understandings


def _origins(index: VoiceIndex, understandings: dict[str, Understanding]) -> list[str]:
    return [index.chain(report, found.statements[0].id)[-1] for report, found in sorted(understandings.items())]


SAME = [
    (make_voice("Lena Torv", "person"), make_voice("Ms Torv", "person"), True, "a surname in the same affair"),
    (make_voice("Lena Torv", "person"), make_voice("Mara Torv", "person"), False, "two people of one surname"),
    (
        make_voice("Mexican intelligence agencies", "government"),
        make_voice("Mexico's intelligence service", "government"),
        True,
        "a state and its people, agencies and service",
    ),
    (make_voice("Coast Guard"), make_voice("the Coast Guard"), True, "a common name in one affair"),
    (make_voice("officials", "unnamed"), make_voice("officials", "unnamed"), False, "nothing is stated about them"),
    (
        make_voice("two pilots of the Ostmere harbour office", "unnamed"),
        make_voice("two pilots of the Ostmere harbour office", "unnamed"),
        True,
        "the same office, place and number",
    ),
    (make_voice("an engineer at Tern Lines", "unnamed"), make_voice("Lena Torv", "person"), False, "never identified"),
    (make_voice("the report", "document"), make_voice("the report", "document"), False, "another report's report"),
    (make_voice("unspecified", "unspecified"), make_voice("unspecified", "unspecified"), False, "nothing is known"),
]


@pytest.mark.parametrize(("one", "other", "same", "why"), SAME)
def test_resolve_voices_across_reports(one: Voice, other: Voice, same: bool, why: str) -> None:
    reports, understandings = _case([one], [other])
    first, second = _origins(resolve_voices(reports, understandings), understandings)
    assert (first == second) is same, why


def test_resolve_voices_knows_the_outlets_of_the_case() -> None:
    paper = make_voice("the Courier", "outlet")
    reports, understandings = _case([paper], [], outlets=["Ostmere Herald", "Lissgrad Courier"])
    (voice,) = resolve_voices(reports, understandings).voices
    assert voice.name == "Lissgrad Courier"
    assert "the Courier" in voice.reason


def test_resolve_voices_leaves_an_ambiguous_part_alone() -> None:
    reports, understandings = _case(
        [make_voice("the ministry", "government", named=False)],
        [make_voice("Ministry of Health of Veldia", "government")],
        [make_voice("Ministry of Finance of Veldia", "government")],
    )
    assert len(set(_origins(resolve_voices(reports, understandings), understandings))) == 3


def test_resolve_voices_keeps_the_order_of_a_chain_and_its_grounds() -> None:
    outlet, official = make_voice("Lissgrad Courier", "outlet"), make_voice("officials", "unnamed")
    reports, understandings = _case([outlet, official])
    index = resolve_voices(reports, understandings)
    names = {voice.id: voice.name for voice in index.voices}
    (statement,) = understandings["r0"].statements
    assert [names[voice] for voice in index.chain("r0", statement.id)] == ["Lissgrad Courier", "officials"]
    assert index.grounds("r0", statement.id) == ()
    assert index.chain("r0", "no such statement") == ()


_NAMES = st.sampled_from(
    ["Lena Torv", "Torv", "the ministry", "Ministry of Health of Veldia", "officials", "the Courier"]
)


@given(st.lists(_NAMES, min_size=1, max_size=5))
def test_resolve_voices_does_not_depend_on_the_order_of_reports(names: list[str]) -> None:
    reports, understandings = _case(*[[make_voice(name)] for name in names])
    shuffled = list(reversed(reports))
    assert resolve_voices(reports, understandings) == resolve_voices(shuffled, understandings)
