"""What does each feature of two statements weigh for their saying the same? Log-odds a unit.

Written by `python -m training.stories.pairs`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -6.8393
WEIGHTS: Mapping[str, float] = {
    "meaning": 0.2656,
    "context": 5.9640,
    "least unusual context": 0.3647,
    "rare words": 0.1630,
    "least share of words": 1.8756,
    "agreeing amounts": 1.1182,
    "differing amounts": -0.3507,
    "agreeing dates": 0.9547,
    "differing dates": -0.8344,
    "worse rank": -0.4091,
    "better rank": -0.0761,
    "least unusual": 0.0012,
    "longer": 0.3020,
    "shorter": 0.2237,
    "places apart": -0.8103,
    "earlier place": -0.7827,
    "sourced": 0.4335,
}
