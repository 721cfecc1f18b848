"""What does each thing that agrees or not weigh for a name being an entry's? Log-odds a unit.

Written by `python -m training.screening`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -1.2243
WEIGHTS: Mapping[str, float] = {
    "identical": 1.1258,
    "whole": 1.6870,
    "telling": 1.6807,
    "common": 0.6016,
    "initials_fit": 0.7866,
    "same_sort": 0.7754,
    "same_number": 0.7279,
    "acronym": 1.5000,
    "unlike": -2.8127,
    "weakest": -3.2134,
    "added": -2.3163,
    "added_telling": -0.4368,
    "left_out_last": -1.9825,
    "left_out_first": -0.1027,
    "both_left": -3.3139,
    "initials_clash": -1.5362,
    "generation": -2.0000,
    "other_sort": -3.2958,
    "one_sort": 0.0000,
    "other_number": -1.5303,
    "weak": -1.0000,
    "+birth": 1.4358,
    "-birth": -2.6028,
    "+nationality": 0.7495,
    "-nationality": -0.8106,
    "+country": 0.3713,
    "-country": -0.1088,
    "+role": 1.2921,
    "-role": 0.0000,
    "+place": 1.1796,
    "-place": 0.0000,
    "+alias": 1.5000,
    "-alias": 0.0000,
    "+gender": 0.0000,
    "-gender": -1.5581,
    "body": -0.7173,
}
