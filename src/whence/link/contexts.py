"""Which vectors have statements as they are read in their reports?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from whence.link.sayings import Saying
from whence.model.report import Report
from whence.ports import PassageEncoder, TextPassages, Vectors


def read_in_context(sayings: Sequence[Saying], reports: Mapping[str, Report], passages: PassageEncoder) -> Vectors:
    """Return one unit vector a statement; each title and text is read once."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, saying in enumerate(sayings):
        places[saying.report, saying.statement.within].append(place)
    if not sayings:
        return np.zeros((0, 1), np.float32)
    asked: list[TextPassages] = []
    for (report_id, within), held in places.items():
        report = reports[report_id]
        text = report.text if within == "text" else report.title or ""
        asked.append((text, [sayings[place].statement.content for place in held]))
    read = np.concatenate(passages.encode(asked))
    found = np.empty_like(read)
    found[[place for held in places.values() for place in held]] = read
    return found
