"""What does each feature of two statements weigh for their contradicting each other? Log-odds a unit.

Written by `python -m training.stories.conflicts`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = 0.2846
WEIGHTS: Mapping[str, float] = {
    "read": 0.7091,
    "context": 1.4436,
    "least unusual context": -0.3346,
    "rare words": -1.9695,
    "topic": -1.8252,
    "one denies": 0.3343,
    "one may deny": 0.3949,
    "one holds a negation": 0.5047,
    "both hold negations": 0.1676,
    "one rejects": 1.3413,
    "opposite words": 0.8195,
    "differing amounts": 0.6502,
    "differing dates": 0.4231,
    "shared voice": -0.7003,
    "shared report": -0.5095,
    "shorter": -0.3196,
}
