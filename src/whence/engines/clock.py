"""What time is it?"""

from datetime import UTC, datetime


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands still, for runs that must come out the same twice."""

    def __init__(self, instant: datetime) -> None:
        """Stand at `instant`, which must say its time zone: a naive one would be read differently on each machine."""
        if instant.tzinfo is None:
            raise ValueError(f"Found the naive time {instant.isoformat()}; give one with a time zone.")
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant it stands at, in UTC."""
        return self._instant
