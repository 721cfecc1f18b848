"""What does each feature of two statements weigh for their saying the same? Log-odds a unit.

Written by `python -m training.stories.pairs`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -5.1561
WEIGHTS: Mapping[str, float] = {
    "meaning": 4.1425,
    "rare words": 2.2647,
    "least share of words": 0.3857,
    "agreeing amounts": 2.1012,
    "differing amounts": 0.4930,
    "agreeing dates": 0.7944,
    "differing dates": -0.9929,
    "worse rank": -0.5485,
    "better rank": -0.0510,
    "least unusual": -0.1535,
    "longer": 0.4191,
    "shorter": 0.7694,
    "places apart": -1.7083,
    "earlier place": -1.8430,
    "sourced": 0.6527,
}
