"""Do tables answer with their rows, and name them when asked for another?"""

import pytest

from whence.errors import BadSetting
from whence.registry import Row, Table

TABLE = Table("colour", (Row("red", 1, "warm"), Row("blue", 2, "cold")))


def test_a_row_is_found_by_name() -> None:
    assert TABLE.get("blue") == 2
    assert [row.reason for row in TABLE] == ["warm", "cold"]


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(BadSetting, match="Choose one of: red, blue"):
        TABLE.get("green")
