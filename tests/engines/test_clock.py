"""Do clocks tell an aware time in UTC?"""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from whence.engines.clock import FixedClock, SystemClock
from whence.ports import Clock


def test_system_clock_goes_on_in_utc() -> None:
    clock: Clock = SystemClock()
    before = datetime.now(UTC)
    first, second = clock.now(), clock.now()
    assert before <= first <= second <= datetime.now(UTC)
    assert first.utcoffset() == timedelta()


def test_fixed_clock_stands_still_in_utc() -> None:
    clock: Clock = FixedClock(datetime(2031, 3, 2, 9, 40, tzinfo=timezone(timedelta(hours=2))))
    assert clock.now().isoformat() == clock.now().isoformat() == "2031-03-02T07:40:00+00:00"


def test_fixed_clock_refuses_a_time_without_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(datetime(2031, 3, 2))  # noqa: DTZ001 - that is what is refused
