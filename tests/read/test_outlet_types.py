"""Do the words that people use for kinds of outlets come to the kinds that are known, and are they all documented?"""

import re
from pathlib import Path

import pytest

from tests.read.reading import read_one
from whence.read.outlet_types import OUTLET_TYPES, SYNONYMS, normalise_outlet_type

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "formats.md"


@pytest.mark.parametrize(
    ("worded", "kind", "why"),
    [
        ("company", "official", "a body that speaks for itself"),
        ("Ministry", "official", "capitals make no difference"),
        (" state media ", "state_media", "blanks make none"),
        ("TRADE-PRESS", "trade_press", "nor do hyphens"),
        ("news agency", "wire", "the usual word for it"),
        ("tv", "broadcaster", "the usual word for it"),
        ("charity", "ngo", "one kind of it"),
        ("Web Site", "Web Site", "may be anybody's: it stays as it is"),
    ],
)
def test_words_in_common_use_come_to_a_known_kind(worded: str, kind: str, why: str) -> None:
    assert normalise_outlet_type(worded) == kind, why
    assert read_one(f"---\noutlet_type: {worded}\n---\nIt rained.".encode(), "a.txt").outlet_type == kind.strip(), why


def test_synonyms_mean_known_kinds_and_each_only_one() -> None:
    assert set(SYNONYMS) <= set(OUTLET_TYPES)
    words = [word for words in SYNONYMS.values() for word in words]
    assert len(set(words)) == len(words)
    assert not set(words) & set(OUTLET_TYPES)


def test_every_kind_and_synonym_is_documented() -> None:
    section = DOCUMENT.read_text(encoding="utf-8").split("## Kinds of outlets")[1].split("\n## ")[0]
    rows = [line.split("|")[1:3] for line in section.splitlines() if line.startswith("| `")]
    assert {kind for row in rows for kind in re.findall(r"`(\w+)`", row[0])} == set(OUTLET_TYPES)
    documented = {word.strip().replace(" ", "_") for row in rows for word in row[1].split(",")} - {""}
    assert documented == {word for words in SYNONYMS.values() for word in words}
