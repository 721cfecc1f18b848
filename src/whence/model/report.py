"""What is one published text, and what do we know about how it reached us?"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from whence.model.spans import Span

Precision = Literal["second", "minute", "day", "month", "year"]


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a derived thing: component, its version, and a digest of the options it ran with."""

    component: str
    version: str
    options_digest: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as far as the source gives it: ISO 8601 `value` cut to its `precision`.

    A bare midnight is read as a date, since most sites print one when they know only the day.
    """

    value: str
    precision: Precision

    def earliest(self) -> datetime:
        """Return the first instant (UTC) that the moment may mean.

        >>> Moment("2031-03-02", "day").earliest().isoformat()
        '2031-03-02T00:00:00+00:00'
        """
        padded = {"year": "-01-01", "month": "-01"}.get(self.precision, "")
        found = datetime.fromisoformat(self.value + padded)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)

    def latest(self) -> datetime:
        """Return the last instant (UTC) that the moment may mean.

        >>> Moment("2031-03-02", "day").latest().isoformat()
        '2031-03-02T23:59:59+00:00'
        """
        first = self.earliest()
        last_second = timedelta(seconds=1)
        if self.precision == "year":
            return first.replace(year=first.year + 1) - last_second
        if self.precision == "month":
            return (first.replace(day=1) + timedelta(days=32)).replace(day=1) - last_second
        if self.precision == "day":
            return first + timedelta(days=1) - last_second
        return first + (timedelta(seconds=59) if self.precision == "minute" else timedelta())


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link in a report: the words it stands on, where known, and the address it leads to."""

    target: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One published text: the words as read, who published it and when, and the bytes it came from.

    `id` is ours, a hash of bytes, outlet, address and time (`ids.report_id`); `given_id` is the caller's. `text` never
    holds the title unless the file gave no way to tell them apart; then `title` is the text's own first line and
    `title_in_text` is true. Spans of statements are in code points of `text`, or of `title` for those found in it.
    """

    id: str
    text: str
    text_sha256: str
    original_sha256: str
    media_type: str
    made_by: MadeBy
    path: str = ""
    given_id: str | None = None
    title: str | None = None
    title_in_text: bool = False
    outlet: str | None = None
    outlet_type: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Moment | None = None
    language: str | None = None
    links: tuple[Hyperlink, ...] = ()

    @property
    def shown_id(self) -> str:
        """The id that outputs use: the caller's when one was given."""
        return self.given_id or self.id

    @property
    def is_understood_language(self) -> bool:
        """Whether the reader of statements knows this language; others are kept, searched and compared only."""
        return self.language == "en"


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that could not be used: where it was, a stable code, and what to do about it in words."""

    path: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should know of an input that was used all the same: where it was, a stable code, and the words."""

    path: str
    code: str
    said: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One change between two versions of a report: the old passage, the new one, either may be empty."""

    before: str
    before_span: Span
    after: str
    after_span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one report's text that supports something said about it; `report` is the inner id."""

    report: str
    span: Span
