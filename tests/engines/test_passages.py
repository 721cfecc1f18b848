"""Does the encoder of passages read them in their text, the same whatever is asked beside, and notice wrong weights?"""

import shutil
from pathlib import Path

import numpy as np
import pytest

from whence.engines.hashed_encoder import HashedEncoder
from whence.engines.passages import MODEL_FILE, WEIGHTS, OnnxPassages, PlainPassages
from whence.errors import WeightsDamaged, WeightsMissing
from whence.model.spans import Span

TEXT = (
    "The driver took eleven crates of medicine to a creamery in Lowdale. He unloaded them by mistake and went home. "
    "The mayor of Dunesk opened a school. He praised the teachers."
)


def _spans(*passages: str) -> list[tuple[Span, ...]]:
    return [(Span(TEXT.index(words), TEXT.index(words) + len(words)),) for words in passages]


@pytest.fixture(scope="module")
def passages() -> OnnxPassages:
    return OnnxPassages()


def test_vectors_are_unit_and_the_same_whatever_is_asked_beside(passages: OnnxPassages) -> None:
    spans = _spans("He unloaded them by mistake", "He praised the teachers")
    both = passages.encode([(TEXT, spans)])[0]
    assert np.allclose(np.linalg.norm(both, axis=1), 1, atol=1e-5)
    assert np.array_equal(both[1:], passages.encode([(TEXT, spans[1:])])[0])
    assert np.array_equal(both, OnnxPassages(threads=1).encode([(TEXT, spans)])[0])
    several = passages.encode([(TEXT, spans[1:]), ("Rain fell.", []), (TEXT, spans)])
    assert [len(found) for found in several] == [1, 0, 2]
    assert np.array_equal(several[2], both)


def test_the_same_words_have_another_vector_in_another_place(passages: OnnxPassages) -> None:
    first, second = TEXT.index("He "), TEXT.rindex("He ")
    found = passages.encode([(TEXT, [(Span(first, first + 2),), (Span(second, second + 2),)])])[0]
    assert found[0] @ found[1] < 0.99


def test_a_long_text_and_one_without_words_are_read(passages: OnnxPassages) -> None:
    long = f"{TEXT} " * 60
    place = long.rindex("The mayor")
    assert np.isfinite(passages.encode([(long, [(Span(place, place + 9),)])])[0]).all()
    assert not passages.encode([("  ", [(Span(0, 1),)])])[0].any()
    assert passages.encode([(TEXT, [])])[0].shape == (0, 384)


def test_plain_passages_have_the_vector_of_their_own_words() -> None:
    encoder = HashedEncoder()
    found = PlainPassages(encoder).encode([(TEXT, _spans("He praised the teachers"))])[0]
    assert np.array_equal(found, encoder.encode(["He praised the teachers"]))


def test_missing_and_damaged_weights_are_said(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing):
        OnnxPassages(weights=tmp_path)
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    data = bytearray((folder / MODEL_FILE).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / MODEL_FILE).write_bytes(bytes(data))
    with pytest.raises(WeightsDamaged):
        OnnxPassages(weights=folder)


def test_the_card_names_the_weights() -> None:
    digest = (WEIGHTS / "SHA256SUMS").read_text(encoding="utf-8").split()[0]
    assert digest in (WEIGHTS / "MODEL_CARD.md").read_text(encoding="utf-8")
