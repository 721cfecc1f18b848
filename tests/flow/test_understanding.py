"""Is each report read once, and asked about again where the reader that was set did not answer?"""

from tests.understand.reports import make_report
from whence.flow.understanding import understand_all
from whence.keep.memory import MemoryCase
from whence.model.finding import FoundAttribution, TextFindings
from whence.model.report import Report
from whence.model.spans import Span
from whence.model.statement import Understanding
from whence.show.progress import CountingProgress
from whence.understand.options import UnderstandOptions

RAIN = make_report("Falk said it rained.")
SNOW = make_report("Falk said it snowed.")


class _Finder:
    """Falls back on texts that hold a word; `asked` counts all that it was asked about."""

    identity = "fake/1"
    remote = None

    def __init__(self, fails_on: str) -> None:
        self._fails_on = fails_on
        self.asked: list[str] = []

    def find(self, text: str, *, outlet: str | None) -> TextFindings:  # noqa: ARG002 - the port's signature
        self.asked.append(text)
        said = FoundAttribution(Span(5, 9), (Span(0, 4),), (Span(10, 19),))
        return TextFindings((said,), (), rejected=1, fallen_back=int(self._fails_on in text))


def _understand(case: MemoryCase, finder: _Finder, *reports: Report) -> dict[str, Understanding]:
    return understand_all(
        reports, case=case, finder=finder, options=UnderstandOptions(), batch=2, progress=CountingProgress()
    )


def test_what_was_read_is_kept_and_not_read_again() -> None:
    case, finder = MemoryCase(), _Finder("nothing")
    first = _understand(case, finder, RAIN, SNOW)
    assert _understand(case, finder, RAIN, SNOW) == first
    assert finder.asked == [RAIN.text, SNOW.text]
    assert first[RAIN.id].reading.rejected == 1


def test_what_the_built_in_reader_stood_in_for_is_used_but_asked_again() -> None:
    case = MemoryCase()
    failing = _understand(case, _Finder("snowed"), RAIN, SNOW)
    assert failing[SNOW.id].reading.fallen_back == 1
    assert failing[SNOW.id].statements
    better = _Finder("nothing")
    assert _understand(case, better, RAIN, SNOW)[SNOW.id].reading.fallen_back == 0
    assert better.asked == [SNOW.text]
    assert _understand(case, better, RAIN, SNOW)
    assert better.asked == [SNOW.text]
