"""Which of two reports came later: by their times as far as these go, and by what the texts tell?"""

import math
from collections.abc import Mapping

from whence.model.report import Report
from whence.weigh.direction import Directions
from whence.weigh.times import probability_before

# What the texts may say at most about the order of two reports: a time that is known outweighs them (log-odds).
_MOST_BY_TEXT = 4.0


class Order:
    """Tells of the reports of a story which came after which."""

    def __init__(self, reports: Mapping[str, Report], directions: Directions) -> None:
        self.reports = reports
        self._directions = directions
        self._later: dict[tuple[str, str], float] = {}

    def probability_later(self, later: str, earlier: str) -> float:
        """Return how likely `later` came after `earlier`, 0 to 1: 0.5 where neither time nor text tells."""
        if (later, earlier) not in self._later:
            by_time = probability_before(self.reports[earlier].published, self.reports[later].published)
            by_text = self._directions.odds(later, earlier)
            odds = math.log(by_time / (1 - by_time)) + max(-_MOST_BY_TEXT, min(_MOST_BY_TEXT, by_text))
            self._later[later, earlier] = 1 / (1 + math.exp(-odds))
        return self._later[later, earlier]

    def is_credited(self, later: str, earlier: str) -> bool:
        """Tell whether one report credits the other's outlet."""
        return self._directions.credits.get((later, earlier), 0) > 0

    def text(self, report: str) -> str:
        """Return a report's text."""
        return self.reports[report].text
