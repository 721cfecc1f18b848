"""What does a Markdown file report, once its marks are taken away?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from whence.model.report import Hyperlink
from whence.model.spans import Span
from whence.read.decoding import decode
from whence.read.documents import Document, Draft, Input, finish
from whence.read.front_matter import FrontMatter, split_front_matter
from whence.read.plain import find_title, from_front_matter, unify_lines

MEDIA_TYPE = "text/markdown"
_HEADING = re.compile(r"\A\s*(?:#{1,2}[ \t]+([^\n]+?)[ \t]*#*[ \t]*|([^\n]+)\n(?:=+|-{3,})[ \t]*)(?:\n|\Z)")
# Marks at the start of a line: quotation, headings, list signs; and lines that are marks only.
_LINE_MARKS = re.compile(r"^(?:[ \t]{0,3}>[ \t]?)+|^[ \t]{0,3}#{1,6}[ \t]+|^[ \t]*[*+-][ \t]+(?=\S)", re.MULTILINE)
_MARK_LINES = re.compile(r"^[ \t]{0,3}(?:(?:[-*_][ \t]*){3,}|=+|(?:```|~~~)[^\n]*)$\n?", re.MULTILINE)
_DEFINITION = re.compile(r"^[ \t]{0,3}\[([^\]\n^]{1,200})\]:[ \t]*<?(\S+?)>?(?:[ \t]+[\"'(][^\n]*)?$\n?", re.MULTILINE)
# A label of more pieces than this, each behind a mark of its own, is none; it bounds the work on nested brackets.
_LABEL_PIECES = 20
# One mark inside a line. Addresses may hold one pair of brackets, as encyclopedias' do.
_MARK = re.compile(
    r"\\(?P<plain>[!-/:-@\[-`{-~])"
    r"|(?P<image>!\[)|(?P<open>\[)"
    r"|(?P<inline>\]\(\s*<?(?P<target>(?:[^()\s<>]|\([^()\s]*\))*)>?(?:\s+[\"'(][^\"\n]*[\"')])?\s*\))"
    r"|(?P<reference>\]\[(?P<label>[^\]\n]{0,200})\])|(?P<close>\])"
    r"|<(?P<address>https?://[^>\s]+)>|(?P<tag></?[a-zA-Z][^<>\n]{0,300}>)"
    r"|(?P<emphasis>\*{1,3}|_{1,3}|~~)|(?P<code>`+)"
)


@dataclass(slots=True)
class _Marks:
    """The pieces of a text between marks; a mark's own piece is emptied once its pair is found."""

    definitions: dict[str, str]
    pieces: list[str] = field(default_factory=list)
    brackets: list[tuple[int, bool]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    emphasis: dict[str, int] = field(default_factory=dict)
    dropped: list[tuple[int, int]] = field(default_factory=list)


def read_markdown(source: Input) -> Iterator[Document]:
    """Yield the one report of a Markdown file: its leading heading is the title, its links keep their words' place."""
    matter, rest = split_front_matter(unify_lines(decode(source.data)))
    yield finish(draft_markdown(rest, matter or FrontMatter()), source)


def draft_markdown(markup: str, matter: FrontMatter) -> Draft:
    r"""Return the draft of Markdown text.

    >>> draft_markdown("# Bridge *closed*\n\nThe [port](https://port.example/) said so.", FrontMatter()).text
    'The port said so.'
    """
    heading, body = _split_heading(markup, matter.title)
    text, links = strip_marks(body)
    title = matter.title or (strip_marks(heading)[0].strip() if heading else None)
    draft = from_front_matter(replace(matter, title=title), text, media_type=MEDIA_TYPE, reader="markdown")
    draft = replace(draft, links=links)
    found = find_title(text) if title is None else None
    return replace(draft, title=found, title_in_text=True) if found else draft


def strip_marks(markup: str) -> tuple[str, tuple[Hyperlink, ...]]:
    """Return the words of Markdown text without its marks, and its links with the span of their words.

    Only marks that come in pairs are taken away, in one pass, so that no file can make this slow.

    >>> strip_marks("**Two** of [them](https://port.example/a_(b)), 2 * 3")
    ('Two of them, 2 * 3', (Hyperlink(target='https://port.example/a_(b)', span=Span(start=7, end=11)),))
    """
    markup = _drop_comments(markup)
    definitions = {label.casefold(): target for label, target in _DEFINITION.findall(markup)}
    markup = _LINE_MARKS.sub("", _MARK_LINES.sub("", _DEFINITION.sub("", markup)))
    marks = _Marks(definitions)
    end = 0
    for match in _MARK.finditer(markup):
        marks.pieces.append(markup[end : match.start()])
        _take(match, marks)
        end = match.end()
    marks.pieces.append(markup[end:])
    return _assemble(marks)


def _split_heading(markup: str, known_title: str | None) -> tuple[str | None, str]:
    match = _HEADING.match(markup)
    heading = (match[1] or match[2]) if match else None
    if match is None or heading is None:
        return None, markup
    if known_title is not None and strip_marks(heading)[0].strip().casefold() != known_title.strip().casefold():
        return None, markup
    return heading, markup[match.end() :]


def _drop_comments(markup: str) -> str:
    # By hand, since an expression would search the rest of the file anew for every comment that is never closed.
    pieces: list[str] = []
    end = 0
    while (start := markup.find("<!--", end)) >= 0 and (close := markup.find("-->", start)) >= 0:
        pieces.append(markup[end:start])
        end = close + len("-->")
    return "".join(pieces) + markup[end:]


def _take(match: re.Match[str], marks: _Marks) -> None:
    kind = match.lastgroup if match["inline"] is None else "inline"
    if match["plain"] is not None:
        marks.pieces.append(match["plain"])
    elif match["address"] is not None:
        marks.pieces.append(match["address"])
        marks.links.append((len(marks.pieces) - 1, len(marks.pieces), match["address"]))
    elif match["tag"] is not None or match["code"] is not None:
        marks.pieces.append("")
    elif match["emphasis"] is not None:
        _take_emphasis(match, marks)
    else:
        _take_bracket(match, marks, kind)


def _take_emphasis(match: re.Match[str], marks: _Marks) -> None:
    mark, text = match[0], match.string
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    opens, closes = bool(after.strip()), bool(before.strip())
    if mark[0] == "_":
        # Inside a word ("snake_case") an underscore is a letter.
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    marks.pieces.append(mark)
    start = marks.emphasis.get(mark)
    if closes and start is not None:
        # Words that are struck out are withdrawn, and go with their marks.
        marks.pieces[start] = marks.pieces[-1] = ""
        if mark == "~~":
            marks.dropped.append((start, len(marks.pieces)))
        del marks.emphasis[mark]
    elif opens:
        marks.emphasis[mark] = len(marks.pieces) - 1


def _take_bracket(match: re.Match[str], marks: _Marks, kind: str | None) -> None:
    marks.pieces.append(match[0])
    here = len(marks.pieces) - 1
    if match["open"] or match["image"]:
        marks.brackets.append((here, bool(match["image"])))
        return
    if not marks.brackets:
        return
    start, is_image = marks.brackets.pop()
    target = match["target"] if kind == "inline" else _look_up(match["label"], marks, start, here)
    if target is None:
        return
    marks.pieces[start] = marks.pieces[here] = ""
    if is_image:
        marks.dropped.append((start, here))
    elif target:
        marks.links.append((start, here, target))
        # No link lies inside another.
        marks.brackets.clear()


def _look_up(label: str | None, marks: _Marks, start: int, here: int) -> str | None:
    """Return the address that the label, or else the words between the brackets at `start` and `here`, stand for."""
    if not label and here - start > _LABEL_PIECES:
        return None
    return marks.definitions.get((label or "".join(marks.pieces[start + 1 : here])).casefold())


def _assemble(marks: _Marks) -> tuple[str, tuple[Hyperlink, ...]]:
    done = 0
    for start, end in sorted(marks.dropped):  # pictures may lie in pictures: each piece is emptied once
        if end > done:
            first = max(start, done)
            marks.pieces[first:end] = [""] * (end - first)
            done = end
    offsets = list(accumulate((len(piece) for piece in marks.pieces), initial=0))
    whole = "".join(marks.pieces)
    text, cut = whole.strip(), len(whole) - len(whole.lstrip())
    links = []
    for start, end, target in marks.links:
        span = Span(offsets[start] - cut, min(offsets[end] - cut, len(text)))
        words = span.cut(text)
        begin = span.start + len(words) - len(words.lstrip())
        links.append(Hyperlink(target, Span(begin, begin + len(words.strip())) if words.strip() else None))
    return text, tuple(sorted(links, key=lambda link: link.span or Span(0, 0)))
