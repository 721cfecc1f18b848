"""On which reports is it measured where places are put?

LGL, the Local Global Lexicon: 588 articles of local newspapers whose towns share their names with larger ones. Its
texts are their publishers' and are used to measure alone: nothing is learned from them and nothing of them is shipped.
The half whose numbers are even may be looked at for errors, the odd half never is.
"""

import json
from pathlib import Path
from typing import Any

from benchmarks.shared import SHARED

Row = dict[str, Any]

FILE: Path = SHARED / "data" / "places" / "geo_lgl.jsonl"


def read_halves() -> dict[str, list[Row]]:
    """Return the articles with their gold places, by whether their errors may be looked at."""
    # Some texts hold marks that `splitlines` takes as ends of lines.
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").split("\n") if line]
    return {
        "even": [row for row in rows if number_of(row) % 2 == 0],
        "odd, not looked at": [row for row in rows if number_of(row) % 2],
    }


def number_of(row: Row) -> int:
    """Return the number in an article's id.

    >>> number_of({"id": "geo_lgl-12"})
    12
    """
    return int(row["id"].rpartition("-")[2])
