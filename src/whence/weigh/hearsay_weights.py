"""What does each sign of hearsay weigh? Log-odds a unit.

Written by `python -m training.stories.hearsay`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -3.3458
WEIGHTS: Mapping[str, float] = {
    "own": -1.0744,
    "likely own": -0.2198,
    "ends with own": -1.7588,
    "ends with likely own": 0.1105,
    "ends told": 2.2495,
    "named voices": -1.9201,
    "hedged": 5.0680,
    "probable": 4.8327,
    "first hand": 0.4464,
    "named source": -3.4165,
    "unnamed source": -0.6217,
    "cites outlet": -0.0136,
    "bare": 0.9287,
    "reports": 1.7104,
}
