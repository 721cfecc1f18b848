"""Is an outlet without its name known by its kind, and one with a name never taken for a description?"""

import pytest

from whence.model.statement import Voice
from whence.weigh.outlet_kinds import described_kinds, is_described


def _outlet(name: str) -> Voice:
    return Voice(name, name, "outlet", named=True)


@pytest.mark.parametrize(
    ("name", "kinds", "why"),
    [
        ("a local newspaper", {"newspaper", "state_media"}, "a plain word"),
        ("state television", {"state_media"}, "the state's own before television of any kind"),
        ("local radio", {"broadcaster", "state_media"}, "radio"),
        ("a news agency", {"wire", "state_media"}, "an agency"),
        ("a trade journal", {"trade_press"}, "a journal for a trade"),
        ("several media", set(), "any kind may be meant"),
        ("the Mercury", set(), "a name describes nothing"),
    ],
)
def test_the_kind_that_is_described(name: str, kinds: set[str], why: str) -> None:
    assert described_kinds(_outlet(name)) == kinds, why


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("Sestrian state television", True),
        ("a local newspaper", True),
        ("Tresnik Courier", False),
        ("the agency Lusaltina", False),
        ("the Mercury", False),
    ],
)
def test_a_description_has_no_name_but_a_place(name: str, described: bool) -> None:
    assert is_described(_outlet(name)) is described
