"""What does a reader get, what does it give back, and how does that become a report?"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from whence.errors import EmptyReport, ReportTooLarge, SkipReport
from whence.model.ids import options_digest, report_id, text_sha256
from whence.model.report import Failure, Hyperlink, MadeBy, Moment, Notice, Report
from whence.read.languages import detect_language, normalise_language
from whence.read.options import ReadOptions
from whence.read.outlet_types import normalise_outlet_type
from whence.version import __version__


@dataclass(frozen=True, slots=True)
class Document:
    """A report, the bytes it was read from, and what of it could not be used as it was given."""

    report: Report
    original: bytes
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to read, what they are called, and how many e-mails they lie in.

    `media_type` is what someone declared, "text/html; charset=koi8-r"; it may be wrong.
    """

    data: bytes
    path: str
    options: ReadOptions
    media_type: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found out about one report; `declared_language` settles only what the text leaves open.

    `unread_date` is a publication time as it was given, where it cannot be read; `unread_lines` are lines of its front
    matter that cannot.
    """

    text: str
    media_type: str
    reader: str
    given_id: str | None = None
    title: str | None = None
    title_in_text: bool = False
    outlet: str | None = None
    outlet_type: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Moment | None = None
    unread_date: str | None = None
    unread_lines: tuple[str, ...] = ()
    language: str | None = None
    declared_language: str | None = None
    links: tuple[Hyperlink, ...] = ()


# Characters of a value that a notice quotes.
_SHOWN_LENGTH = 40
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
# A reader yields the reports it finds, the parts it could not use, and inputs that lie inside its own.
Reader = Callable[[Input], Iterable[Document | Failure | Input]]


def finish(draft: Draft, source: Input) -> Document:
    """Return the document of a draft; raise EmptyReport or ReportTooLarge where its text is no use."""
    if not draft.text.strip():
        raise EmptyReport(
            f"Found no words in {source.path}.", hint="Save the report again with its text, or leave it out."
        )
    if len(draft.text) > source.options.max_bytes:
        raise too_large(len(draft.text), source.options.max_bytes, what="characters of text", setting="max_bytes")
    draft = _without_half_characters(draft)
    original = hashlib.sha256(source.data).hexdigest()
    published = draft.published.value if draft.published else None
    report = Report(
        id=report_id(original, draft.outlet, draft.url, published),
        text=draft.text,
        text_sha256=text_sha256(draft.text),
        original_sha256=original,
        media_type=draft.media_type,
        made_by=MadeBy(f"read.{draft.reader}", __version__, options_digest(source.options)),
        path=source.path,
        given_id=draft.given_id,
        title=draft.title,
        title_in_text=draft.title_in_text,
        outlet=draft.outlet,
        outlet_type=normalise_outlet_type(draft.outlet_type),
        byline=draft.byline,
        url=draft.url,
        published=draft.published,
        language=_language(draft, source.options),
        links=draft.links,
    )
    return Document(report, source.data, tuple(_notices(draft, source)))


def failed(source: Input, problem: SkipReport) -> Failure:
    """Return the record of an input that could not be used."""
    return Failure(source.path, problem.code, str(problem))


def too_large(found: int, limit: int, *, what: str, setting: str) -> ReportTooLarge:
    """Return the error for an input over a limit, naming the setting that raises it."""
    return ReportTooLarge(
        f"Found {found:,} {what}, the limit is {limit:,}.", hint=f"Raise it with --set read.{setting}=NUMBER."
    )


def _notices(draft: Draft, source: Input) -> Iterator[Notice]:
    for line in draft.unread_lines:
        said = (
            f"the line “{_shown(line)}” at its top cannot be read, expected one like “outlet: NAME”; it is passed over"
        )
        yield Notice(source.path, "unread_line", said)
    if draft.unread_date:
        given = _shown(draft.unread_date)
        said = f"the date “{given}” cannot be read, expected one like 2031-02-03; the report is kept without a date"
        yield Notice(source.path, "unread_date", said)


def _shown(value: str) -> str:
    return " ".join(value.split())[:_SHOWN_LENGTH]


def _without_half_characters(draft: Draft) -> Draft:
    """Return the draft with a mark in place of each lone surrogate: nobody can store or print one; spans stay right."""
    return replace(
        draft,
        text=_HALF_CHARACTER.sub("\ufffd", draft.text),
        given_id=_whole(draft.given_id),
        title=_whole(draft.title),
        outlet=_whole(draft.outlet),
        outlet_type=_whole(draft.outlet_type),
        byline=_whole(draft.byline),
        url=_whole(draft.url),
    )


def _whole(value: str | None) -> str | None:
    return value and _HALF_CHARACTER.sub("\ufffd", value)


def _language(draft: Draft, options: ReadOptions) -> str | None:
    given = normalise_language(draft.language)
    if given:
        return given
    declared = normalise_language(draft.declared_language)
    return detect_language(draft.text, sample=options.sample) or declared
