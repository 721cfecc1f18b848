"""What does each feature of two texts tell about which came after the other? Log-odds a unit.

Written by `python -m training.stories.direction`, which says what they were learned from.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "common reading": 15.289,
    "credits": 0.415,
    "credits it": 2.076,
    "in a digest": 0.088,
    "known words": -1.981,
    "no agency": 1.011,
    "not credited": 0.343,
    "not its own matter": 0.474,
}
