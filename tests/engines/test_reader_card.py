"""Did the reader's shipped weights learn from anything that may not be used for that, and is their card about them?"""

import json

import pytest

from whence.engines.tagger import ROLES_FILE, WEIGHTS, WORDS_FILE
from whence.engines.weight_files import SUMS_FILE

ROWS = json.loads((WEIGHTS / "data.json").read_text(encoding="utf-8"))
CARD = (WEIGHTS / "MODEL_CARD.md").read_text(encoding="utf-8")


def is_non_commercial(licence: str) -> bool:
    """Tell whether a licence's name bars commercial use: "CC-BY-NC-3.0"."""
    return "NC" in licence.upper().replace(" ", "-").split("-") or "non-commercial" in licence.lower()


def test_is_non_commercial_knows_its_licences() -> None:
    assert is_non_commercial("CC-BY-NC-3.0")
    assert not is_non_commercial("CC-BY-4.0")


def test_nothing_non_commercial_was_learned_from() -> None:
    barred = [row for row in ROWS if is_non_commercial(row["licence"])]
    assert barred, "the manifest lists what was left out, too"
    assert [row for row in barred if row.get("texts", 0)] == []


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['file']}, {row['licence']}" for row in ROWS])
def test_every_text_set_has_a_digest_a_licence_and_a_line_in_the_card(row: dict[str, str]) -> None:
    assert len(row["sha256"]) == 64
    assert row["licence"]
    assert row["file"] in CARD


@pytest.mark.parametrize("name", [WORDS_FILE, ROLES_FILE])
def test_the_card_is_about_the_files_beside_it(name: str) -> None:
    sums = dict(line.split()[::-1] for line in (WEIGHTS / SUMS_FILE).read_text(encoding="utf-8").splitlines())
    assert sums[name] in CARD
