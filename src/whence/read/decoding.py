"""Which characters do these bytes stand for?"""

import codecs
import io
import re
from typing import BinaryIO

import charset_normalizer

from whence.errors import BadEncoding, BinaryReport
from whence.read.alphabets import spelled_in

# What a file begins with that is no text, whatever its name says; from the formats' own specifications.
SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS\x00", "a sound or film"),
    (b"ID3\x03", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Bytes looked at to guess an encoding; a guess on more is slower and no better.
_SAMPLE = 65_536
# Share of control characters over which bytes are no text: prose has none but line ends, tabs and page feeds.
_CONTROL_SHARE = 0.02
# Share of bytes over 127 up to which a text is taken as English or near it in the commonest Western encoding: quote
# marks, dashes and a few accents. charset-normalizer is unsure with so little to go by.
_WESTERN_SHARE = 0.02
# Share up to which a text with letters of many Western languages, such as a list of names, is taken as such.
_MIXED_SHARE = 0.15
# Share of those bytes that may stand three and more in a row: accented letters stand alone, other scripts in words.
_RUNS_SHARE = 0.1
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Encodings that write everything in ASCII bytes: UTF-8 fits them too, and reads them as gibberish.
_SEVEN_BIT = ("iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_kr", "hz")
# Code pages of DOS, mainframes and printers: no report comes in them, and their guesses crowd out the likely ones. DOS
# Cyrillic (cp866) stays, since archives do hold it.
_BYGONE = (
    *("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140", "hp_roman8"),
    *("cp437", "cp720", "cp737", "cp775", "cp850", "cp852", "cp855", "cp856", "cp857", "cp858"),
    *("cp860", "cp861", "cp862", "cp863", "cp864", "cp865", "cp869", "cp1006", "cp1125"),
)
# Ways to write a string in a program or a host name; some of them make halves of characters.
_NO_CHARSETS = ("unicode-escape", "raw-unicode-escape", "utf-7", "idna", "punycode", "undefined")
# The web's standard reads a declared Latin-1 or ASCII as Windows-1252, since that is what it nearly always is.
_ALIASES = {"iso8859-1": "cp1252", "ascii": "cp1252"}


def name_binary(data: bytes) -> str | None:
    """Return what kind of binary file the bytes begin as, or None where they may be text.

    >>> name_binary(b"GIF89a...")
    'a GIF picture'
    """
    return next((name for start, name in SIGNATURES if data.startswith(start)), None)


def decode(data: bytes, *, declared: str | None = None) -> str:
    r"""Return the text of the bytes without a byte order mark; raise BinaryReport or BadEncoding where there is none.

    A byte order mark decides, then UTF-8 where it fits whole, then what was declared, then the likeliest guess: what
    fits UTF-8 by chance is rare, what is declared wrongly is not.

    >>> decode(b"caf\xe9")
    'café'
    """
    kind = name_binary(data)
    if kind:
        raise BinaryReport(f"Found {kind}, expected text.", hint="Save its text as .txt, or the document as .pdf.")
    text = _decode(data, declared)
    # Bytes that fit no encoding are looked at one by one: full of control characters, they never were a text.
    _refuse_controls(data[:_SAMPLE].decode("latin-1") if text is None else text[:_SAMPLE])
    if text is None:
        raise BadEncoding(
            f"The bytes fit neither UTF-8 nor {declared or 'any other encoding'}.",
            hint="Save the file as UTF-8 (in most editors: Save with encoding).",
        )
    # A stray NUL becomes the mark for what cannot be shown: the length stays, and nothing behind cuts the text there.
    return text.replace("\x00", "\ufffd")


def encoding_of(start: bytes, *, declared: str | None = None) -> str:
    r"""Return the encoding in which a file most likely goes on that begins so, as `decode` finds it for a whole one.

    Where all of the start is ASCII, what is declared decides, then UTF-8.

    >>> encoding_of(b"\xff\xfea\x00"), encoding_of(b"caf\xe9s"), encoding_of(b"cafe"), encoding_of("caf\xe9".encode())
    ('utf-16-le', 'cp1252', 'utf-8', 'utf-8')
    """
    marked = next((encoding for mark, encoding in _BOMS if start.startswith(mark)), None) or _unmarked_utf16(start)
    if marked:
        return marked
    named = _known(declared)
    # A file that says UTF-16 of itself and is written in ASCII bytes is not.
    if named and (start.isascii() or named in _SEVEN_BIT) and _begins(start[:64], named) == _as(start[:64], "latin-1"):
        return named
    whole = next((encoding for encoding in ("utf-8", named) if encoding and _begins(start, encoding) is not None), None)
    return whole or ("utf-8" if _nearly_utf8(start) is not None else _likeliest(start) or "utf-8")


def _begins(start: bytes, encoding: str) -> str | None:
    """Return the text of a start that may be cut in the middle of a character, or None where it does not fit."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(start)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def as_utf8(stream: BinaryIO, encoding: str) -> BinaryIO:
    """Return a stream of the same text in UTF-8 without a byte order mark, read in as little memory."""
    return stream if encoding == "utf-8" else io.BufferedReader(_Recoded(stream, encoding))


class _Recoded(io.RawIOBase):
    """Reads a stream of one encoding as UTF-8; what does not fit becomes the mark for what cannot be shown."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._waiting = b""
        self._is_first = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # always a memoryview here
        while not self._waiting:
            data = self._stream.read(_SAMPLE)
            text = self._decoder.decode(data, final=not data)
            if text and self._is_first:
                text, self._is_first = text.removeprefix("\ufeff"), False
            self._waiting = text.encode("utf-8", "replace")
            if not data:
                break
        size = min(len(buffer), len(self._waiting))
        buffer[:size], self._waiting = self._waiting[:size], self._waiting[size:]
        return size


def _refuse_controls(start: str) -> None:
    controls = len(_CONTROL.findall(start))
    if controls > _CONTROL_SHARE * len(start):
        raise BinaryReport(
            f"Found {controls} control characters among the first {len(start)}, expected text.",
            hint="Save its text as .txt, or leave it out.",
        )


def _decode(data: bytes, declared: str | None) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    named = _known(declared)
    first = named if named in _SEVEN_BIT else _unmarked_utf16(data) or "utf-8"
    found = _as(data, first) or _as(data, named)
    return found if found is not None else _nearly_utf8(data) or _as(data, _likeliest(data))


def _as(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _known(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    # Python also calls base64, rot13 and zip "codecs"; those are no encodings of characters.
    if name in _NO_CHARSETS or not codecs.lookup(name)._is_text_encoding:
        return None
    return _ALIASES.get(name, name)


def _unmarked_utf16(data: bytes) -> str | None:
    # In UTF-16 every other byte of Western text is zero; two in five leaves room for other scripts among it.
    head = data[:_SAMPLE]
    pairs = len(head) // 2
    if pairs < 2:
        return None
    if head[1::2].count(0) > 0.4 * pairs and head[0::2].count(0) < 0.05 * pairs:
        return "utf-16-le"
    if head[0::2].count(0) > 0.4 * pairs and head[1::2].count(0) < 0.05 * pairs:
        return "utf-16-be"
    return None


def _nearly_utf8(data: bytes) -> str | None:
    # A text cut in the middle of a character, or with a bad byte, is UTF-8 still if nearly all that is not ASCII fits.
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(len(piece) for piece in re.findall(r"[^\x00-\x7f\ufffd]+", text))
    return text if good >= 10 * bad else None


def _likeliest(data: bytes) -> str | None:
    high = len(data) - len(re.sub(rb"[\x80-\xff]+", b"", data))
    if high <= _WESTERN_SHARE * len(data) or len(data) < 64:
        return "cp1252" if _as(data, "cp1252") is not None else "latin-1"
    spelled = spelled_in(data[:_SAMPLE])
    if spelled is not None and _as(data, spelled) is not None:
        return spelled
    runs = sum(map(len, re.findall(rb"[\x80-\xff]{3,}", data)))
    if high <= _MIXED_SHARE * len(data) and runs <= _RUNS_SHARE * high and _as(data, "cp1252") is not None:
        return "cp1252"
    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_exclusion=list(_BYGONE)).best()
    return str(best.encoding) if best else None
