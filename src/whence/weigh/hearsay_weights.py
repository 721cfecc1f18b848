"""What does each sign of hearsay weigh? Log-odds a unit.

Written by `python -m training.stories.hearsay`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -2.0056
WEIGHTS: Mapping[str, float] = {
    "own": 0.4244,
    "likely own": 0.0698,
    "ends with own": -3.0019,
    "ends with likely own": -1.0414,
    "ends told": 1.3661,
    "named voices": -1.4363,
    "hedged": 4.1661,
    "probable": 4.7827,
    "first hand": -3.2340,
    "named source": -1.1089,
    "unnamed source": 0.7197,
    "cites outlet": 1.6545,
    "bare": 1.3743,
    "reports": 0.4776,
}
