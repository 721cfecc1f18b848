"""What does each thing that agrees or not weigh for a name being an entry's? Log-odds a unit.

Written by `python -m training.screening`, which says what they were learned from.
"""

from collections.abc import Mapping

BIAS = -0.9340
WEIGHTS: Mapping[str, float] = {
    "identical": 1.1323,
    "whole": 1.6175,
    "telling": 1.4440,
    "common": 0.4934,
    "initials_fit": 0.6719,
    "same_sort": 0.8575,
    "same_number": 0.6107,
    "acronym": 1.5000,
    "unlike": -2.8581,
    "weakest": -3.2762,
    "added": -2.3919,
    "added_telling": -0.5661,
    "left_out_last": -2.0627,
    "left_out_first": -0.2079,
    "both_left": -3.2053,
    "initials_clash": -1.5443,
    "generation": -2.0000,
    "one_word": -2.0000,
    "other_sort": -3.4232,
    "one_sort": 0.0000,
    "other_number": -1.5640,
    "weak": -1.0000,
    "+birth": 1.4442,
    "-birth": -2.6122,
    "+nationality": 0.7084,
    "-nationality": -0.8079,
    "+country": 0.3483,
    "-country": -0.1072,
    "+role": 1.3055,
    "-role": 0.0000,
    "+place": 1.1191,
    "-place": 0.0000,
    "+alias": 1.5000,
    "-alias": 0.0000,
    "+gender": 0.0000,
    "-gender": -1.5370,
    "body": -0.5372,
}
