"""How is a report for a test made from a text?"""

from whence.model.ids import report_id, text_sha256
from whence.model.report import MadeBy, Moment, Report


def make_report(text: str, *, title: str | None = None, outlet: str | None = None, language: str = "en") -> Report:
    """Return a report of a text, as a reader of files would make it."""
    digest = text_sha256(text)
    return Report(
        report_id(digest, outlet, None, None),
        text,
        digest,
        digest,
        "text/plain",
        MadeBy("test", "1", ""),
        title=title,
        title_in_text=bool(title) and text.startswith(title or ""),
        outlet=outlet,
        published=Moment("2032-05-17", "day"),
        language=language,
    )
