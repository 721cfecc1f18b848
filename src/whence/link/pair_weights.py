"""What does each feature of two statements weigh for their saying the same? Log-odds a unit.

Written by `python -m training.stories.pairs`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -6.4235
WEIGHTS: Mapping[str, float] = {
    "meaning": 0.2189,
    "context": 6.0166,
    "least unusual context": 0.1503,
    "rare words": -0.1163,
    "least share of words": 1.8841,
    "agreeing amounts": 1.2365,
    "differing amounts": -0.2069,
    "agreeing dates": 0.7498,
    "differing dates": -0.7737,
    "worse rank": -0.4191,
    "better rank": -0.0934,
    "least unusual": 0.0709,
    "longer": 0.2471,
    "shorter": 0.2994,
    "places apart": -0.9321,
    "earlier place": -0.7894,
    "sourced": 0.4528,
}
