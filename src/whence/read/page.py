"""What does a web page report, once menus, advertisements and the like are left out?"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted
from trafilatura.utils import load_html

from whence.errors import BrokenFile, EmptyReport, UnknownFormat
from whence.read.decoding import decode
from whence.read.documents import Document, Draft, Input, finish
from whence.read.moments import parse_moment
from whence.read.page_dates import find_clock_times, find_published, sharpen
from whence.read.plain import draft_plain, unify_lines
from whence.read.running_text import RunningText

MEDIA_TYPE = "text/html"
# Every page that Whence makes has this among its first lines; older ones without a version behind the name.
OWN_PAGE = b'<meta name="generator" content="Whence'
# Bytes in which the mark must stand: enough for what precedes it, too few to reach a report quoted in the page.
OWN_HEAD = 2048
# htmldate's own limit is today; ours is fixed, since the same page must read the same on every day.
_LATEST_DATE = "9998-12-31"
_MARKUP = re.compile(r"<(?:!doctype\s+html|[a-z][a-z0-9]*[\s/>]|/[a-z])", re.IGNORECASE)
_IS_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html[\s>]|head[\s>])", re.I | re.S
)
_HAS_BODY = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_BLOCKS = frozenset({"body", "head", "p", "quote", "list", "item", "table", "row", "code", "div", "ab", "fw"})
_PASSED_OVER = frozenset({"graphic", "formula"})


def looks_like_page(start: str) -> bool:
    """Tell whether a text begins as a web page does.

    >>> looks_like_page("<!DOCTYPE html><p>Rain."), looks_like_page("<3 this town")
    (True, False)
    """
    return _IS_PAGE.match(start) is not None


def read_page(source: Input) -> Iterator[Document]:
    """Yield the one report of a web page; a file without any markup is read as plain text.

    Raises UnknownFormat for a page that Whence made: what it quotes would count as reported once more.
    """
    if OWN_PAGE in source.data[:OWN_HEAD]:
        raise UnknownFormat(
            f"{source.path} is a page that Whence made, expected a report.",
            hint="Leave it out, and keep dossiers in a folder of their own.",
        )
    text = decode(source.data, declared=_declared_charset(source))
    if not _MARKUP.search(text):
        yield finish(draft_plain(unify_lines(text)), source)
        return
    yield finish(draft_page(text, max_depth=source.options.max_page_depth), source)


def draft_page(markup: str, *, max_depth: int) -> Draft:
    """Return the draft of a decoded page; raise EmptyReport or BrokenFile where it has no main text."""
    tree = _parse(markup, max_depth)
    stated, language, clocks = find_published(tree), tree.get("lang"), find_clock_times(tree)
    found = _extract(tree)
    published = stated or sharpen(parse_moment(found.date or ""), clocks)
    running = RunningText()
    _write(found.body, running)
    running.end_paragraph()
    title = running.take_title(found.title)
    text, links = running.finish(base=found.url)
    return Draft(
        text=text,
        media_type=MEDIA_TYPE,
        reader="page",
        title=title,
        outlet=found.sitename,
        byline=found.author,
        url=found.url,
        published=published,
        declared_language=language,
        links=links,
    )


def _declared_charset(source: Input) -> str | None:
    header = _DECLARED.search(source.media_type or "")
    if header:
        return header[1]
    meta = _CHARSET.search(source.data[:4096])
    return meta[1].decode("ascii", "replace") if meta else None


def _parse(markup: str, max_depth: int) -> HtmlElement:
    # trafilatura refuses a lone block, as mail programs send them, unless it stands in a page.
    whole = markup if _HAS_BODY.search(markup) else f"<html><body><div>{markup}</div></body></html>"
    tree = load_html(whole)
    if tree is None:
        raise BrokenFile("Found no HTML that could be parsed.", hint="Save the page again, or save its text as .txt.")
    if _is_deeper(tree, max_depth):
        raise BrokenFile(
            f"Found elements inside more than {max_depth} others.",
            hint="Save the page's text as .txt, or leave it out.",
        )
    _write_quote_marks(tree)
    # Words that are struck out are shown as withdrawn: the report no longer says them.
    for struck in list(tree.iter("del", "s", "strike")):
        struck.drop_tree()
    return tree


def _write_quote_marks(tree: HtmlElement) -> None:
    # Browsers put the marks of a <q> there themselves; without them nobody could tell that the words are quoted.
    for quote in tree.iter("q"):
        if len(quote):
            quote[-1].tail = (quote[-1].tail or "") + "\u201d"
            quote.text = "\u201c" + (quote.text or "")
        else:
            quote.text = f"\u201c{quote.text or ''}\u201d"
        quote.tag = "span"


def _is_deeper(tree: HtmlElement, limit: int) -> bool:
    level, depth = [tree], 0
    while level and depth <= limit:
        level, depth = [child for element in level for child in element], depth + 1
    return bool(level)


def _extract(tree: HtmlElement) -> Extracted:
    no_text = EmptyReport(
        "Found no main text in the page.", hint="Save the page once it shows its text, or save that as .txt."
    )
    try:
        found = bare_extraction(
            tree,
            include_comments=False,
            include_links=True,
            deduplicate=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LATEST_DATE},
        )
    except Exception as problem:  # any markup may reach any corner of the library; the page is at fault, not the run
        raise BrokenFile(f"The page could not be taken apart: {problem}.", hint="Save its text as .txt.") from problem
    if not isinstance(found, Extracted):
        raise no_text
    return found


def _write(element: HtmlElement, running: RunningText) -> None:
    """Write an element of trafilatura's tree; blocks begin and end a paragraph, cells are set apart by a space."""
    if element.tag in _PASSED_OVER:
        return
    if element.tag in _BLOCKS:
        running.end_paragraph()
    if element.tag == "lb":
        running.break_line()
    start = running.position()
    running.add(element.text or "")
    for child in element:
        _write(child, running)
        running.add(child.tail or "")
    if element.tag == "ref" and element.get("target"):
        running.link(element.get("target"), start)
    if element.tag == "cell":
        running.add(" ")
    if element.tag in _BLOCKS:
        running.end_paragraph(is_heading=element.tag == "head")
