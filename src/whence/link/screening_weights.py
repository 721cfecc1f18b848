"""What does each thing that agrees or not weigh for a name being an entry's? Log-odds a unit.

Written by `python -m training.screening`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -0.9161
WEIGHTS: Mapping[str, float] = {
    "identical": 1.1357,
    "whole": 1.5078,
    "telling": 1.5139,
    "common": 0.5445,
    "initials_fit": 0.6538,
    "same_sort": 0.9979,
    "same_number": 0.6245,
    "acronym": 1.5000,
    "unlike": -2.9543,
    "weakest": -3.2737,
    "added": -2.0910,
    "added_telling": -1.0382,
    "left_out_last": -1.9011,
    "left_out_first": -0.5835,
    "both_left": -3.4002,
    "initials_clash": -1.4308,
    "generation": -2.0000,
    "other_sort": -3.4422,
    "one_sort": -0.1788,
    "other_number": -1.5695,
    "weak": -1.0000,
    "+birth": 1.4383,
    "-birth": -2.6084,
    "+nationality": 0.7485,
    "-nationality": -0.8105,
    "+country": 0.3360,
    "-country": -0.1070,
    "+role": 1.3338,
    "-role": 0.0000,
    "+place": 1.1677,
    "-place": 0.0000,
    "+alias": 1.5000,
    "-alias": 0.0000,
    "+gender": 0.0000,
    "-gender": -1.5272,
    "body": -0.4640,
}
