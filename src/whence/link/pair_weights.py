"""What does each feature of two statements weigh for their saying the same? Log-odds a unit.

Written by `python -m training.stories.pairs`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -7.0821
WEIGHTS: Mapping[str, float] = {
    "context": 6.4802,
    "least unusual context": -0.1864,
    "rare words": -0.5331,
    "least share of words": 2.2047,
    "agreeing amounts": 0.9974,
    "differing amounts": -0.3434,
    "agreeing dates": 0.8617,
    "differing dates": -0.7249,
    "worse rank": -0.4397,
    "better rank": -0.0794,
    "least unusual": 0.4756,
    "longer": 0.2606,
    "shorter": 0.3051,
    "places apart": -0.5261,
    "earlier place": -0.6171,
    "sourced": 0.3520,
}
