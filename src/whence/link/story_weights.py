"""How much does what speak for two groups of reports being one story? Log-odds a unit.

Written by `python -m training.stories.joins`, which says what they were learned from: the cases
newsroom (2052 rows), newsroom (308 rows), stories (66913 rows), ECB+ (11137 rows).
"""

from collections.abc import Mapping

BIAS = 1.5697
WEIGHTS: Mapping[str, float] = {
    "likeness": -1.3964,
    "beside the smaller's own": 0.6710,
    "beside the larger's own": 3.7491,
    "reports of the smaller": -1.7640,
}
