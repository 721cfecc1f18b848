"""What does each feature of two texts tell about which came after the other? Log-odds a unit.

Written by `python -m training.stories.direction`, which says what they were learned from.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "common reading": 9.759,
    "contained": -3.766,
    "credits": 0.471,
    "credits it": 2.448,
    "in a digest": -0.079,
    "known words": 1.032,
    "no agency": 1.198,
    "not credited": 0.240,
    "not its own matter": 0.501,
    "told others": -0.603,
}
