"""What does each sign of hearsay weigh? Log-odds a unit.

Written by `python -m training.stories.hearsay`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -1.7920
WEIGHTS: Mapping[str, float] = {
    "own": -0.2666,
    "likely own": -0.8513,
    "ends with own": -1.4741,
    "ends with likely own": 0.0318,
    "ends told": 0.4599,
    "named voices": -1.0891,
    "hedged": 4.5994,
    "probable": 6.4599,
    "first hand": -2.8942,
    "named source": -0.6783,
    "unnamed source": 1.2933,
    "cites outlet": 2.4463,
    "bare": 0.9039,
    "reports": 0.3519,
}
