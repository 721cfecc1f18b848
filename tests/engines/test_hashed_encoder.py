"""Does the encoder without weights see shared wording, and the same in every process?"""

import subprocess
import sys

import numpy as np
import pytest

from whence.engines.hashed_encoder import HashedEncoder

SENTENCE = "The ferry left Port Amble at 9:40, the ministry said."
PRINT_VECTOR = f"""
from whence.engines.hashed_encoder import HashedEncoder
print(HashedEncoder().encode([{SENTENCE!r}]).tobytes().hex())
"""


def test_encode_is_the_same_in_another_process() -> None:
    command = [sys.executable, "-c", PRINT_VECTOR]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # our own words
    assert answer.stdout.strip() == HashedEncoder().encode([SENTENCE]).tobytes().hex()


@pytest.mark.parametrize("text", ["", " ", "…!?", "\n"])
def test_encode_gives_texts_without_words_the_first_axis(text: str) -> None:
    vector = HashedEncoder().encode([text])[0]
    assert vector[0] == 1
    assert not vector[1:].any()


@pytest.mark.parametrize(
    ("near", "far", "why"),
    [
        (
            "THE FERRY LEFT PORT AMBLE AT 9:40, THE MINISTRY SAID",
            "The ferry left Port Amble.",
            "case and stops are nothing",
        ),
        (
            "The ferries left Port Amble at 9:40, ministries said.",
            "The vote was postponed.",
            "inflection keeps letter groups",
        ),
        ("The ferry left Port Amble at 9:40.", "The ferry left Port Amble at 11:55.", "numbers count in full"),
        ("The ferry left Port Amble, the ministry said.", "the at said 40 9 left", "grammar alone is little"),
    ],
)
def test_encode_puts_shared_wording_closer(near: str, far: str, why: str) -> None:
    sentence, close, distant = HashedEncoder().encode([SENTENCE, near, far])
    assert sentence @ close > sentence @ distant, why


def test_encode_sees_the_order_of_words() -> None:
    first, second = HashedEncoder().encode(["the dog bit the postman", "the postman bit the dog"])
    assert 0.5 < float(first @ second) < 0.999


def test_encode_is_fast_enough_for_tests() -> None:
    vectors = HashedEncoder().encode([f"{SENTENCE} {number}" for number in range(2000)])
    assert vectors.shape == (2000, 384)
    assert len(np.unique(vectors, axis=0)) == 2000
