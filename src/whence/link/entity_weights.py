"""How much does each sign count for two names being one thing? Log-odds a unit.

Written by `python -m training.entities.learn`, which says what they were learned from.
"""

from collections.abc import Mapping

# From which score a run takes two things for one, and up to which for two.
SAME_ABOVE = 0.85
NOT_SAME_BELOW = 0.25
BIAS = -2.3607
WEIGHTS: Mapping[str, float] = {
    "acronym": -0.9685,
    "age_clash": -6.0870,
    "aligned": -0.7980,
    "apart_words": 1.9602,
    "both_named": 0.1619,
    "clash": 0.5630,
    "clash_told": -0.1783,
    "contained": -0.2976,
    "family_clash": -3.6409,
    "gender_clash": -3.2700,
    "generation_clash": -4.9778,
    "generic_both": -1.6361,
    "generic_match": -1.5391,
    "generic_one": 0.5715,
    "identical": -0.3607,
    "initials_clash": -1.8132,
    "initials_fit": 0.3927,
    "joined_alike": -0.4457,
    "kind_clash": -3.2703,
    "left_both": 2.9447,
    "left_one": 2.2362,
    "matched_words": 2.7025,
    "model": -0.4882,
    "names_clash": -0.7023,
    "nation_clash": -1.0841,
    "nation_match": -0.4579,
    "number_clash": -0.8887,
    "number_match": 0.6578,
    "number_one": 1.1517,
    "number_told": -0.8887,
    "one_word": 0.1863,
    "other_script": 2.6880,
    "person": -0.4312,
    "place": -0.6059,
    "same_order": 0.8163,
    "same_sound": 0.0730,
    "same_words": -0.3209,
    "shared_names": 0.9888,
    "shared_numbers": 4.4705,
    "shared_words": 1.7541,
    "short_name": 0.1384,
    "surname_alone": 1.0130,
    "told_apart": -1.9735,
    "told_same": 2.6747,
    "weakest": -0.1541,
    "whole": -0.1394,
    "whole_words": 0.9446,
}
