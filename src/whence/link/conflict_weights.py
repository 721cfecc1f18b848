"""What does each feature of two statements weigh for their contradicting each other? Log-odds a unit.

Written by `python -m training.stories.conflicts`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = 0.4385
WEIGHTS: Mapping[str, float] = {
    "read": 0.7121,
    "context": 1.4124,
    "least unusual context": -0.3369,
    "rare words": -1.6406,
    "topic": -1.9192,
    "one denies": 0.4046,
    "one may deny": 0.3862,
    "one holds a negation": 0.6040,
    "both hold negations": -0.0357,
    "one rejects": 1.1560,
    "opposite words": 0.5996,
    "differing amounts": 0.7847,
    "differing dates": 0.2684,
    "shared voice": -0.7871,
    "shared report": -0.4028,
    "shorter": -0.3900,
}
