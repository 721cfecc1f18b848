"""Does every encoder keep the port's promises, and does the one with weights notice when they are wrong?"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from whence.engines.encoder import MODEL_FILE, TOKENIZER_FILE, WEIGHTS, OnnxEncoder
from whence.engines.hashed_encoder import HashedEncoder
from whence.engines.weight_files import SUMS_FILE, open_session
from whence.errors import WeightsDamaged, WeightsMissing
from whence.ports import Encoder, Vectors

TEXTS = [
    "The ministry said the ferry left Port Amble at 9:40.",
    "No.",
    "",
    "Three engineers were held without charge, two officials familiar with the matter said, "
    "although neither of them would say where, by whom, or on whose orders this had been done.",
    "Ärzte in Łódź, İzmir und Београд; 停電",
    "word " * 600,
    "\ud800 a lone surrogate, \x00 and a nul",
    "The contract was worth 18.4 million crowns.",
]

# said, said again, something else: why
PARAPHRASES = [
    (
        "The reservoir at Oster was contaminated in March, officials said.",
        "Officials said that the Oster reservoir had been contaminated since March.",
        "The striker scored twice in the second half of the match.",
        "same words, other order",
    ),
    (
        "The governor postponed the vote in Sandhollow.",
        "The vote in Sandhollow was postponed by the governor.",
        "A convoy crossed the northern bridge at dawn.",
        "active and passive",
    ),
    (
        "Veldian intelligence believes the drones were shipped through Oster.",
        "The drones went through Oster, Veldian intelligence services believe.",
        "The museum opens a new wing for modern painting.",
        "one verb changed",
    ),
]

# What shared wording cannot show: only the encoder with weights is asked.
REWORDINGS = [
    (
        "Soldiers opened fire on the crowd.",
        "Troops shot at the demonstrators.",
        "Soldiers planted trees near the river.",
        "no content word in common",
    ),
    (
        "The company's boss was arrested.",
        "Police detained the chief executive of the firm.",
        "The company's profit rose.",
        "the unrelated one shares the company",
    ),
]


@pytest.fixture(scope="module")
def onnx_encoder() -> OnnxEncoder:
    return OnnxEncoder()


@pytest.fixture(params=["onnx", "hashed"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    if request.param == "hashed":
        return HashedEncoder()
    found: OnnxEncoder = request.getfixturevalue("onnx_encoder")
    return found


@pytest.fixture
def weights_copy(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    yield folder
    shutil.rmtree(folder)  # 23 MB a test


def test_encode_gives_finite_unit_rows(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dimensions)
    assert vectors.dtype == np.float32
    assert np.isfinite(vectors).all()
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_encode_of_nothing_gives_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_encode_gives_a_text_one_vector_in_every_batch(encoder: Encoder) -> None:
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    together = encoder.encode(TEXTS)
    reversed_order = encoder.encode(TEXTS[::-1])[::-1]
    crowded = encoder.encode([*TEXTS, *(f"{TEXTS[0]} {number}" for number in range(40))])[: len(TEXTS)]
    for other in (together, reversed_order, crowded):
        assert np.abs(other - alone).max() < 1e-6


def test_encode_keeps_order_and_repetition(encoder: Encoder) -> None:
    vectors = encoder.encode(["a bridge", "a vote in the long and very windy town of Sandhollow", "a bridge"])
    assert np.array_equal(vectors[0], vectors[2])
    assert not np.allclose(vectors[0], vectors[1])


@pytest.mark.parametrize(("said", "again", "other", "why"), PARAPHRASES)
def test_encode_puts_paraphrases_closer_than_strangers(
    encoder: Encoder, said: str, again: str, other: str, why: str
) -> None:
    like, unlike = _cosines(encoder.encode([said, again, other]))
    assert like > unlike + 0.2, why


def test_identity_names_component_version_and_weights(encoder: Encoder) -> None:
    assert len(encoder.identity.split("/")) == 3
    assert encoder.dimensions == 384


@pytest.mark.parametrize(("said", "again", "other", "why"), REWORDINGS)
def test_onnx_encoder_sees_through_other_words(
    onnx_encoder: OnnxEncoder, said: str, again: str, other: str, why: str
) -> None:
    like, unlike = _cosines(onnx_encoder.encode([said, again, other]))
    assert like > unlike, why


def test_onnx_encoder_gives_the_same_with_other_batch_sizes_and_threads(onnx_encoder: OnnxEncoder) -> None:
    other = OnnxEncoder(threads=1, batch=3)
    assert np.abs(other.encode(TEXTS) - onnx_encoder.encode(TEXTS)).max() < 1e-6
    assert other.identity == onnx_encoder.identity


def test_onnx_encoder_identity_holds_the_published_digest(onnx_encoder: OnnxEncoder) -> None:
    digest = (WEIGHTS / SUMS_FILE).read_text(encoding="utf-8").split()[0]
    assert onnx_encoder.identity == f"minilm-l6-v2/1/{digest[:12]}"
    assert digest in (WEIGHTS / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_onnx_encoder_reads_no_further_than_256_pieces(onnx_encoder: OnnxEncoder) -> None:
    long = "bridge " * 254  # and the two marks at either end
    first, second, shorter = onnx_encoder.encode([long, long + "vote " * 90, long[: len(long) // 2] + "vote " * 90])
    assert np.abs(first - second).max() < 1e-6
    assert np.abs(first - shorter).max() > 1e-3


@pytest.mark.parametrize("name", [MODEL_FILE, TOKENIZER_FILE, SUMS_FILE])
def test_onnx_encoder_says_which_file_is_missing(weights_copy: Path, name: str) -> None:
    (weights_copy / name).unlink()
    with pytest.raises(WeightsMissing) as caught:
        OnnxEncoder(weights=weights_copy)
    assert name in caught.value.message
    assert "pip install --force-reinstall ." in caught.value.hint


@pytest.mark.parametrize("name", [MODEL_FILE, TOKENIZER_FILE])
def test_onnx_encoder_refuses_a_file_with_one_changed_byte(weights_copy: Path, name: str) -> None:
    data = bytearray((weights_copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (weights_copy / name).write_bytes(data)
    with pytest.raises(WeightsDamaged) as caught:
        OnnxEncoder(weights=weights_copy)
    assert name in caught.value.message
    assert "expected" in caught.value.message
    assert "pip install --force-reinstall ." in caught.value.hint


def test_onnx_encoder_refuses_a_cut_off_file(weights_copy: Path) -> None:
    data = (weights_copy / MODEL_FILE).read_bytes()
    (weights_copy / MODEL_FILE).write_bytes(data[:1000])
    with pytest.raises(WeightsDamaged, match="1,000 bytes"):
        OnnxEncoder(weights=weights_copy)


def test_onnx_encoder_refuses_a_list_of_checksums_without_the_model(weights_copy: Path) -> None:
    (weights_copy / SUMS_FILE).write_bytes(b"\xff not a list\n")
    with pytest.raises(WeightsDamaged, match="no line for"):
        OnnxEncoder(weights=weights_copy)


def test_onnx_encoder_translates_what_onnxruntime_says() -> None:
    with pytest.raises(WeightsDamaged, match="cannot load") as caught:
        open_session(b"no model", 1, "no.onnx")
    assert "onnxruntime" in caught.value.hint


def _cosines(vectors: Vectors) -> list[float]:
    """Return the cosine of the first vector to each of the others."""
    return [float(vectors[0] @ other) for other in vectors[1:]]
