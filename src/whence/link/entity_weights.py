"""How much does each sign count for two names of different stories being one thing? Log-odds a unit.

Written by `python -m training.entities.learn`, which says what they were learned from.
"""

from collections.abc import Mapping

# From which score on a run takes two things for one, and up to which for two.
SAME_ABOVE = 0.95
NOT_SAME_BELOW = 0.25
BIAS = -1.9351
WEIGHTS: Mapping[str, float] = {
    "acronym": -1.0388,
    "age_clash": -6.1935,
    "aligned": -1.8439,
    "apart_words": 1.4405,
    "both_named": 0.0871,
    "clash": 0.2036,
    "clash_told": -0.5414,
    "contained": 0.2359,
    "family_clash": -3.7183,
    "gender_clash": -3.2879,
    "generation_clash": -5.0725,
    "generic_both": -1.7019,
    "generic_match": -1.7206,
    "generic_one": 0.5569,
    "identical": -0.4707,
    "initials_clash": -1.8860,
    "initials_fit": 0.2906,
    "joined_alike": -0.6797,
    "kind_clash": -3.3694,
    "left_both": 2.6244,
    "left_one": 1.8343,
    "matched_words": 2.4376,
    "model": -0.2542,
    "names_clash": -0.7054,
    "nation_clash": -1.1181,
    "nation_match": -0.4419,
    "number_clash": -0.9392,
    "number_match": 0.5868,
    "number_one": 1.1260,
    "number_told": -0.9392,
    "one_word": 0.0450,
    "other_script": 2.6128,
    "person": -0.4249,
    "place": -0.6245,
    "same_order": 0.7090,
    "same_sound": 0.3175,
    "same_words": -0.1698,
    "shared_names": 1.0794,
    "shared_numbers": 4.6026,
    "shared_words": 2.1252,
    "short_name": 0.1754,
    "surname_alone": 0.9757,
    "told_apart": -1.9144,
    "told_same": 2.5359,
    "weakest": 0.5832,
    "whole": 0.1077,
    "whole_words": 0.8697,
}
