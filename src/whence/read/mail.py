"""What does an e-mail report, and what reports are attached to it?"""

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from pathlib import PurePath

from whence.errors import BrokenFile, EmptyReport, SkipReport
from whence.model.report import Failure
from whence.read.decoding import decode
from whence.read.documents import Document, Draft, Input, failed, finish, too_large
from whence.read.moments import parse_moment
from whence.read.page import draft_page
from whence.read.plain import strip_blank_lines, unify_lines

MEDIA_TYPE = "message/rfc822"
# A message has one of these; a text that happens to be called .eml does not.
HEADERS = ("from", "subject", "date", "message-id", "received")
# A plain part under so many code points beside an HTML part so many times as long is a stub: "view in your browser".
STUB_LENGTH = 300
STUB_RATIO = 3
# Code points of a header that are read: a long title, or many names.
HEADER_LENGTH = 2_000
# The line with which mailbox files set messages apart; some programs leave it in front of a saved one.
_MAILBOX_LINE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:>?From [^\n]*\n)?")
# Suffixes of parts that carry no name, by their declared type.
_SENDER = re.compile(r"(?P<name>[^<>]*?)\s*<?[^<>@\s]*@(?P<domain>[^<>@\s]*)>?(?:,.*)?")
# "news@harbour.example (Harbour Post)", as before RFC 822.
_OLD_SENDER = re.compile(r"[^<>@\s]*@(?P<domain>[^<>@\s]*)\s+\((?P<name>[^()]*)\)")
_SUFFIXES = {"application/pdf": ".pdf", MEDIA_TYPE: ".eml"}


def read_mail(source: Input) -> Iterator[Document | Failure | Input]:
    """Yield the body as a report, then each attachment as an input of its own, named `mail.eml#attachment`."""
    message, parts = _open(source.data)
    if not any(_header(message, name) for name in HEADERS):
        raise BrokenFile(
            "Found no e-mail headers (From, Subject, Date).", hint="Save the message as .eml, or its text as .txt."
        )
    attachments = [part for part in parts if _is_attached(part)]
    draft = _draft(message, [part for part in parts if not _is_attached(part)], source)
    if draft.text.strip():
        yield finish(draft, source)
    elif not attachments:
        raise EmptyReport("Found no words in the e-mail.", hint="Save it again with its text, or leave it out.")
    yield from _attachments(attachments, source)


def _open(data: bytes) -> tuple[Message, list[Message]]:
    # The older of the two policies: the newer one's header parser recurses, and takes minutes on hostile headers.
    try:
        message = message_from_bytes(_MAILBOX_LINE.sub(b"", data, count=1), policy=compat32)
        return message, list(_leaves(message))
    except Exception as problem:  # the standard library's parser fails in many ways on damaged headers
        raise BrokenFile(f"The e-mail cannot be taken apart: {problem}.", hint="Save its text as .txt.") from problem


def _leaves(message: Message) -> Iterator[Message]:
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting[:0] = [child for child in part.get_payload() if isinstance(child, Message)]
        else:
            yield part


def _is_attached(part: Message) -> bool:
    return (
        not (_is_plain(part) or _is_page(part))
        or part.get_content_disposition() == "attachment"
        or bool(part.get_filename())
    )


def _is_plain(part: Message) -> bool:
    # A part that calls itself multipart and has no parts lost its boundary; what is left of it is read as text.
    return part.get_content_type() == "text/plain" or part.get_content_maintype() == "multipart"


def _is_page(part: Message) -> bool:
    return part.get_content_type() == "text/html"


def _draft(message: Message, parts: Sequence[Message], source: Input) -> Draft:
    name, domain = split_sender(_header(message, "from"))
    organisation = _header(message, "organization") or None
    worded = _header(message, "date")
    published = parse_moment(worded)
    body = _body(parts, source)
    return Draft(
        text=body.text,
        media_type=MEDIA_TYPE,
        reader="mail",
        title=_header(message, "subject") or None,
        outlet=organisation or name or domain,
        byline=name if organisation else None,
        published=published,
        unread_date=None if published else worded or None,
        declared_language=_header(message, "content-language") or None,
        links=body.links,
    )


def split_sender(header: str) -> tuple[str | None, str | None]:
    """Return the name and the domain of a sender, each None where there is none.

    >>> split_sender('"Harbour Post" <news@harbour.example>')
    ('Harbour Post', 'harbour.example')
    """
    match = _SENDER.fullmatch(header) or _OLD_SENDER.fullmatch(header)
    if match is None:
        return header.strip(' "') or None, None
    name, domain = match["name"] or "", match["domain"]
    return name.replace('\\"', '"').strip(" \"'") or None, domain.lower() or None


def _body(parts: Sequence[Message], source: Input) -> Draft:
    """Return the plain text where there is any to speak of, else the main text of the HTML part."""
    plain = "\n\n".join(text for part in parts if (text := _plain_text(part)))
    pages = (_page(part, source) for part in parts if _is_page(part))
    page = None if len(plain) >= STUB_LENGTH else next((page for page in pages if page), None)
    if page and len(page.text) >= STUB_RATIO * len(plain):
        return page
    return Draft(text=plain, media_type=MEDIA_TYPE, reader="mail")


def _plain_text(part: Message) -> str:
    if not _is_plain(part):
        return ""
    return strip_blank_lines(unify_lines(_decoded(part)))


def _page(part: Message, source: Input) -> Draft | None:
    try:
        return draft_page(_decoded(part), max_depth=source.options.max_page_depth)
    except SkipReport:
        return None


def _decoded(part: Message) -> str:
    data = _payload(part)
    return decode(data, declared=part.get_content_charset()) if data else ""


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachments(parts: Sequence[Message], source: Input) -> Iterator[Failure | Input]:
    names: set[str] = set()
    for number, part in enumerate(parts, 1):
        path = f"{source.path}#{_name(part, number, names)}"
        if number > source.options.max_parts:
            problem = too_large(len(parts), source.options.max_parts, what="attachments", setting="max_parts")
            yield failed(source, problem)
            return
        try:
            data = _attached_bytes(part)
        except Exception as problem:  # see _open
            yield failed(Input(b"", path, source.options), _broken_part(problem))
            continue
        yield Input(data, path, source.options, part.get_content_type(), source.depth + 1)


def _attached_bytes(part: Message) -> bytes:
    inner = part.get_payload(0) if part.is_multipart() else None
    return inner.as_bytes() if isinstance(inner, Message) else _payload(part)


def _broken_part(problem: Exception) -> BrokenFile:
    return BrokenFile(f"The attachment cannot be taken out: {problem}.", hint="Save it as a file of its own.")


def _name(part: Message, number: int, names: set[str]) -> str:
    given = PurePath((part.get_filename() or "").replace("\\", "/")).name
    name = given or f"part-{number}{_SUFFIXES.get(part.get_content_type(), '')}"
    while name in names:
        name = f"{number}-{name}"
    names.add(name)
    return name


def _header(message: Message, name: str) -> str:
    raw = next((value for key, value in message.raw_items() if key.lower() == name), "")[:HEADER_LENGTH]
    if not raw.isascii():
        # Bytes that no header may hold but many do: they come as lone surrogates, and are decoded as a body would be.
        return _one_line(raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    try:
        return _one_line(str(make_header(decode_header(raw))))
    except (HeaderParseError, LookupError, ValueError):  # the header as it was written is better than none
        return _one_line(raw)


def _one_line(value: str) -> str:
    return " ".join(re.sub("[\ud800-\udfff\x00]", "\ufffd", value).split())
