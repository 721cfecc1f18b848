"""What does each feature of two statements weigh for their contradicting each other? Log-odds a unit.

Written by `python -m training.stories.conflicts`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = 0.9840
WEIGHTS: Mapping[str, float] = {
    "read": 0.9597,
    "context": 3.2340,
    "least unusual context": -0.7041,
    "rare words": -2.6625,
    "topic": -3.7034,
    "one denies": 0.4577,
    "one may deny": 0.6246,
    "one holds a negation": 0.0602,
    "both hold negations": 0.5670,
    "one rejects": 1.0437,
    "opposite words": 0.9522,
    "differing amounts": 0.9378,
    "differing dates": 0.2577,
    "shared voice": -0.3604,
    "shared report": -0.5366,
    "shorter": -0.2877,
}
