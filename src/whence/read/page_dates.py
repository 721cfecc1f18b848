"""When does a web page say that it was published?"""

import json
from collections.abc import Iterator

from lxml.html import HtmlElement

from whence.model.report import Moment
from whence.read.moments import parse_moment

# Where a page says when it was published, best first: the name or property of a <meta>.
DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "date",
)


def find_published(tree: HtmlElement) -> Moment | None:
    """Return the first moment that the page's own metadata gives, preferring one with a clock time on the same day."""
    found = [moment for worded in _worded_dates(tree) if (moment := parse_moment(worded))]
    same_day = (m for m in found if m.value[:10] == found[0].value[:10] and m.precision in ("minute", "second"))
    return next(same_day, found[0]) if found else None


def find_clock_times(tree: HtmlElement) -> frozenset[Moment]:
    """Return every moment with a clock time that the page marks as a time."""
    found = (parse_moment(time.get("datetime")) for time in tree.iterfind(".//time[@datetime]"))
    return frozenset(moment for moment in found if moment and moment.precision in ("minute", "second"))


def sharpen(day: Moment | None, clocks: frozenset[Moment]) -> Moment | None:
    """Return the one clock time that the page shows of that day; with several of them the day is all that is sure."""
    same_day = [moment for moment in clocks if day and moment.value[:10] == day.value]
    return same_day[0] if len(same_day) == 1 else day


def _worded_dates(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        yield from _linked_data_dates(script.text or "")
    metas: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content"))
    yield from (metas[name] for name in DATE_METAS if name in metas)
    for time in tree.iterfind(".//time[@datetime]"):
        if time.get("itemprop", "").lower() == "datepublished" or time.get("pubdate") is not None:
            yield time.get("datetime")


def _linked_data_dates(script: str) -> Iterator[str]:
    try:
        waiting = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting[:0] = item
        elif isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                yield item["datePublished"]
            waiting[:0] = [item[key] for key in ("@graph", "mainEntity") if key in item]
