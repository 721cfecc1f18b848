"""How much does each sign count for two names of different stories being one thing? Log-odds a unit.

Written by `python -m training.entities.learn`, which says what they were learned from.
"""

from collections.abc import Mapping

# From which score on a run takes two things for one, and up to which for two.
SAME_ABOVE = 0.95
NOT_SAME_BELOW = 0.25
BIAS = -1.6391
WEIGHTS: Mapping[str, float] = {
    "acronym": -1.0225,
    "age_clash": -6.3690,
    "aligned": -1.6250,
    "apart_words": 0.9613,
    "both_named": -0.0222,
    "clash": -0.0750,
    "clash_told": -0.7376,
    "contained": -0.1945,
    "family_clash": -3.8374,
    "gender_clash": -3.3105,
    "generation_clash": -5.1376,
    "generic_both": -2.4663,
    "generic_match": -0.6564,
    "generic_one": 0.4692,
    "identical": -0.7210,
    "initials_clash": -2.0255,
    "initials_fit": 0.1417,
    "joined_alike": -0.9203,
    "kind_clash": -3.4037,
    "left_both": 2.1294,
    "left_one": 1.8031,
    "matched_words": 2.6524,
    "model": 0.0066,
    "names_clash": -0.7205,
    "nation_clash": -1.2675,
    "nation_match": -0.4449,
    "number_clash": -1.2064,
    "number_match": 0.2936,
    "number_one": 0.8177,
    "number_told": -1.2064,
    "one_word": 0.1270,
    "other_script": 2.6631,
    "person": -0.3095,
    "place": -0.4645,
    "same_order": 1.2841,
    "same_sound": -0.1616,
    "same_words": -0.1604,
    "shared_names": 0.9783,
    "shared_numbers": 4.9375,
    "shared_words": 2.4617,
    "short_name": 0.1315,
    "surname_alone": 0.9180,
    "told_apart": -1.9002,
    "told_same": 2.5457,
    "weakest": 0.6458,
    "whole": -0.3725,
    "whole_words": 1.0655,
}
