"""How much does what speak for two groups of reports being one story? Log-odds a unit.

Written by `python -m training.stories.joins`, which says what they were learned from: the cases
shared/newsroom (2052 rows), written/newsroom (308 rows), written/stories (198315 rows), ECB+ (11137 rows).
"""

from collections.abc import Mapping

BIAS = 1.7031
WEIGHTS: Mapping[str, float] = {
    "likeness": -1.3045,
    "beside the smaller's own": 0.7014,
    "beside the larger's own": 3.7592,
    "reports of the smaller": -1.7391,
}
