"""What does each feature of two texts tell about which came after the other? Log-odds a unit.

Written by `python -m training.stories.direction`, which says what they were learned from.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "common reading": 15.424,
    "credits": 0.409,
    "credits it": 2.174,
    "in a digest": 0.084,
    "known words": -1.997,
    "no agency": 1.014,
    "not credited": 0.333,
    "not its own matter": 0.476,
}
