"""Are the documented cases of circular reporting seen through? Their graphs are public; the wording here is invented.

Each case is a graph of who relied on whom; each node becomes a short report that credits what it relied on.
"""

import json
from typing import Any

import pytest

from tests.shared import SHARED, needs_shared
from tests.weigh.making import Told, make_report, tell, weigh
from whence.model.statement import VoiceKind

pytestmark = needs_shared

CLAIM = "the thing is so"
RELIES = frozenset({"relies_on", "rely_on", "cites", "relays", "received_from", "obtained_from", "retells"})


def _cases() -> list[dict[str, Any]]:
    file = SHARED / "data" / "circular" / "cases.json"
    if not file.is_file():
        return []
    cases: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["cases"]
    return [case for case in cases if any(edge[1].split()[0] in RELIES for edge in case["edges"])]


def _name(node: str) -> str:
    """Return a node as an outlet's name: two versions of one page are one outlet."""
    return (
        "The "
        + node.split("(", maxsplit=1)[0]
        .split("_LATER", maxsplit=1)[0]
        .split("_2008", maxsplit=1)[0]
        .strip()
        .replace("_", " ")
        .title()
        + " Desk"
    )


@pytest.mark.parametrize("case", _cases(), ids=lambda case: str(case["id"]))
def test_a_documented_case_is_one_origin(case: dict[str, Any]) -> None:
    """Why: many reports, one source; none of the routes may count as a second."""
    relied = [(str(e[0]), str(e[2]).split(" (")[0]) for e in case["edges"] if e[1].split()[0] in RELIES]
    nodes = list(dict.fromkeys(node for pair in relied for node in pair[::-1]))
    reports, told = [], []
    for place, node in enumerate(nodes):
        sources = [earlier for later, earlier in relied if later == node]
        credit = "".join(f", according to {_name(source)}" for source in sources)
        reports.append(make_report(node, _name(node), f"{CLAIM}{credit}.", f"2031-03-{place + 1:02}"))
        chains: list[tuple[tuple[str, VoiceKind], ...]] = [((_name(source), "outlet"),) for source in sources]
        told += [Told(node, CLAIM, chain, "cites_outlet") for chain in chains] or [Told(node, CLAIM)]
    (claim,) = weigh(tell(reports, *told)).claims
    assert claim.origins.numbers.at_least == case["expected"]["independent_origins_demonstrated"]
    assert claim.origins.numbers.at_most <= case["expected"].get("at_most", 2)
    assert claim.origins.numbers.likely == 1
    if any(flag.startswith("directed cycle") for flag in case["expected"]["flags"]):
        assert "circular" in claim.flags
