"""How do pieces of marked-up text become paragraphs, with the place of every link kept?"""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from whence.model.report import Hyperlink
from whence.model.spans import Span

PARAGRAPH_BREAK = "\n\n"
_SPACES = re.compile(r"\s+")
# A place in the same page, or a scheme that leads to no report: mailto:, tel:, javascript:, data:.
_NO_ADDRESS = re.compile(r"#|(?!https?:)[a-z][a-z0-9+.-]*:|$", re.IGNORECASE)


@dataclass(slots=True)
class _Paragraph:
    text: str
    links: list[Hyperlink]
    is_heading: bool


@dataclass(slots=True)
class RunningText:
    """Collects the pieces of one text in order; whitespace runs become one space, as a browser shows them."""

    _paragraphs: list[_Paragraph] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _ends_in_space: bool = True
    _links: list[Hyperlink] = field(default_factory=list)

    def add(self, piece: str) -> None:
        """Add a piece of the present paragraph."""
        shown = _SPACES.sub(" ", piece)
        self._push(shown.removeprefix(" ") if self._ends_in_space else shown)

    def break_line(self) -> None:
        """End the line; two breaks in a row end the paragraph."""
        if self._pieces and self._pieces[-1] == "\n":
            self.end_paragraph()
        elif self._length:
            self._drop_trailing_space()
            self._push("\n")

    def position(self) -> int:
        """Return how many code points the present paragraph has."""
        return self._length

    def link(self, target: str, start: int) -> None:
        """Note that the words of the present paragraph since `start` lead to `target`."""
        self._links.append(Hyperlink(target.strip(), Span(min(start, self._length), self._length)))

    def end_paragraph(self, *, is_heading: bool = False) -> None:
        """Close the present paragraph where it holds anything."""
        text = "".join(self._pieces)
        if text.strip():
            self._paragraphs.append(_Paragraph(text, self._links, is_heading))
        self._pieces, self._length, self._ends_in_space, self._links = [], 0, True, []

    def take_title(self, declared: str | None) -> str | None:
        """Return the title, taking it out of the text where the text begins with it as a heading.

        A declared title often carries the site's name behind the headline; the heading is then the title.
        """
        first = self._paragraphs[0] if self._paragraphs else None
        if first is None or not first.is_heading or len(self._paragraphs) == 1:
            return declared
        heading = first.text.strip()
        if declared is not None and heading.casefold() not in _SPACES.sub(" ", declared).casefold():
            return declared
        del self._paragraphs[0]
        return heading

    def finish(self, *, base: str | None) -> tuple[str, tuple[Hyperlink, ...]]:
        """Return the text with a blank line between paragraphs, and its links, made whole by the address `base`."""
        whole = PARAGRAPH_BREAK.join(paragraph.text.strip() for paragraph in self._paragraphs)
        links: list[Hyperlink] = []
        offset = 0
        for paragraph in self._paragraphs:
            text = paragraph.text.strip()
            shift = offset - paragraph.text.index(text)
            links += (_place(link, shift, whole, base) for link in paragraph.links)
            offset += len(text) + len(PARAGRAPH_BREAK)
        return whole, tuple(link for link in links if not _NO_ADDRESS.match(link.target))

    def _drop_trailing_space(self) -> None:
        last = self._pieces.pop()
        self._length -= len(last)
        self._push(last.removesuffix(" "))

    def _push(self, shown: str) -> None:
        if shown:
            self._pieces.append(shown)
            self._length += len(shown)
            self._ends_in_space = shown[-1] in " \n"


def _place(link: Hyperlink, shift: int, whole: str, base: str | None) -> Hyperlink:
    span = link.span or Span(0, 0)
    words = whole[max(span.start + shift, 0) : span.end + shift]
    start = max(span.start + shift, 0) + len(words) - len(words.lstrip())
    target = link.target if base is None or link.target.startswith("#") else _join(base, link.target)
    # A link on a picture stands on no words; its address still counts.
    return Hyperlink(target, Span(start, start + len(words.strip())) if words.strip() else None)


def _join(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError:  # "http://[": written wrongly in the page, kept as it is
        return target
