"""What does each thing that agrees or not weigh for a name being an entry's? Log-odds a unit.

Written by `python -m training.screening`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -0.8539
WEIGHTS: Mapping[str, float] = {
    "identical": 1.1191,
    "whole": 1.7367,
    "telling": 1.1988,
    "common": 0.3917,
    "initials_fit": 0.6503,
    "same_sort": 0.9344,
    "same_number": 0.6475,
    "acronym": 1.5000,
    "unlike": -2.7032,
    "weakest": -3.1390,
    "added": -2.3642,
    "added_telling": -0.6832,
    "left_out_last": -1.9224,
    "left_out_first": -0.5664,
    "both_left": -3.0035,
    "initials_clash": -1.4828,
    "generation": -2.0000,
    "other_sort": -2.9399,
    "one_sort": -0.1773,
    "other_number": -1.5598,
    "weak": -1.0000,
    "+birth": 1.4820,
    "-birth": -2.6549,
    "+nationality": 0.7818,
    "-nationality": -0.8281,
    "+country": 0.2481,
    "-country": -0.0658,
    "+role": 1.3286,
    "-role": 0.0000,
    "+place": 1.1681,
    "-place": 0.0000,
    "+alias": 1.5000,
    "-alias": 0.0000,
    "+gender": 0.0000,
    "-gender": -1.5603,
    "body": -0.4883,
}
