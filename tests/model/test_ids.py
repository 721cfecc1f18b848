"""Are ids unambiguous and steady?"""

from hypothesis import given
from hypothesis import strategies as st

from whence.model.ids import content_id, report_id, text_sha256

PARTS = st.lists(st.none() | st.text(max_size=6), max_size=4)


@given(PARTS, PARTS)
def test_different_parts_have_different_ids(left: list[str | None], right: list[str | None]) -> None:
    assert (content_id("x", *left) == content_id("x", *right)) == (left == right)


def test_ids_do_not_change_between_versions() -> None:
    # A case on disk holds such ids: a change here is a migration.
    assert content_id("r", "a", None, "") == "r80828e7f11e12e1c"
    assert report_id("00", "Ashmere Courier", None, "2031-03-02") != report_id("00", "Lantern Post", None, "2031-03-02")


def test_lone_surrogates_have_a_hash() -> None:
    assert text_sha256("\ud800") != text_sha256("")
