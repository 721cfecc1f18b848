"""Does the reader's network give a word one answer, wherever its text stands, and notice when its files are wrong?

Nothing here asks how good the answers are: the benchmarks do.
"""

import hashlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from whence.engines.tagger import (
    ROLES_FILE,
    STEPS_FILE,
    TOKENIZER,
    TOKENIZER_FILE,
    WEIGHTS,
    WORDS_FILE,
    OnnxTagger,
)
from whence.engines.weight_files import SUMS_FILE
from whence.errors import WeightsDamaged, WeightsMissing
from whence.model.pieces import Pieces, WordScores
from whence.text.windows import STRETCH, WINDOW, cut_stretches
from whence.understand.findings import find_all
from whence.understand.options import UnderstandOptions
from whence.understand.tags import ACTS, CERTAINTIES, NAME_TAGS, POLARITIES, RELAY_TAGS, ROLE_TAGS

# It begins as a new line, as where it stands behind another text: the network is told what stands before a word.
NEWS = (
    "\nRuna Holt told the Lakeside Courier on Friday that the bridge had fallen. “Nobody was hurt,” she said, “but the "
    "port is shut.”\nOfficials believe the army knew, according to a memo 😀 that the ministry has not denied."
)
# Longer than a window.
LONG = NEWS * 6
SCORES = ("cues", "inner", "names", "factuality", "refer_from", "refer_to", "vectors", "role_words")


@pytest.fixture(scope="module")
def tagger() -> OnnxTagger:
    return OnnxTagger()


def read(tagger: OnnxTagger, text: str) -> WordScores:
    pieces = tagger.pieces(text)
    return tagger.words(pieces, 0, len(pieces))


def distance(first: WordScores, second: WordScores) -> float:
    """Return how far two answers are apart at most, in any score."""
    return max(float(np.abs(getattr(first, name) - getattr(second, name)).max()) for name in SCORES)


def test_words_gives_each_word_its_scores(tagger: OnnxTagger) -> None:
    pieces = tagger.pieces(LONG)
    assert len(pieces.ids) > WINDOW
    scores = tagger.words(pieces, 0, len(pieces))
    widths = (3, 3, len(NAME_TAGS), None, 64, 64, 384, 128)
    for name, width in zip(SCORES, widths, strict=True):
        found = getattr(scores, name)
        assert found.shape == ((len(pieces),) if width is None else (len(pieces), width)), name
        assert np.isfinite(found).all(), name


def test_words_gives_the_same_answer_twice(tagger: OnnxTagger) -> None:
    assert distance(read(tagger, LONG), read(tagger, LONG)) == 0


def test_words_gives_the_same_answer_behind_another_text(tagger: OnnxTagger) -> None:
    before = "Another report stands here, of other things altogether."
    pieces = tagger.pieces(before + NEWS)
    low = len(tagger.pieces(before))
    assert distance(tagger.words(pieces, low, len(pieces)), read(tagger, NEWS)) < 1e-4


@pytest.mark.slow
def test_find_all_gives_a_text_the_same_behind_a_stretch_of_its_own(tagger: OnnxTagger) -> None:
    before = "word " * (STRETCH - 1) + "word"
    assert cut_stretches(tagger.pieces(before + NEWS))[0] == (0, STRETCH)
    alone = find_all(NEWS, tagger=tagger, options=UnderstandOptions())
    behind = find_all(before + NEWS, tagger=tagger, options=UnderstandOptions())
    shift = len(before)
    moved = [found.cue.start - shift for found in behind.attributions if found.cue.start >= shift]
    assert moved == [found.cue.start for found in alone.attributions]


def test_words_gives_the_same_answer_with_every_number_of_threads(tagger: OnnxTagger) -> None:
    assert distance(read(OnnxTagger(threads=1), LONG), read(tagger, LONG)) == 0


def test_words_gives_the_same_answer_whatever_is_read_at_the_same_time(tagger: OnnxTagger) -> None:
    alone = read(tagger, LONG)
    with ThreadPoolExecutor(4) as pool:
        assert all(distance(found, alone) == 0 for found in pool.map(partial(read, tagger), [LONG] * 8))


def test_words_answers_for_a_word_by_what_stands_around_it(tagger: OnnxTagger) -> None:
    # That threads agree would mean nothing if the network looked at no context.
    first, second = (read(tagger, f"{who} said the bridge fell.") for who in ("Officials", "Nobody ever"))
    assert np.abs(first.vectors[-1] - second.vectors[-1]).max() > 1e-3


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x", "one letter"),
        ("\ud800", "a lone surrogate"),
        ("qz" * 50 + " said", "a word of many pieces"),
        ("停" * 300, "more than a window without white space"),
    ],
    ids=["letter", "surrogate", "word", "chinese"],
)
def test_words_reads_odd_texts(tagger: OnnxTagger, text: str, why: str) -> None:
    scores = read(tagger, text)
    assert len(scores.cues) == len(tagger.pieces(text)) > 0, why
    assert np.isfinite(scores.vectors).all(), why


def test_roles_gives_each_cue_its_scores(tagger: OnnxTagger) -> None:
    words = read(tagger, LONG)
    count = len(words.vectors)
    cues = [(2, 3), (0, 1), (count - 2, count), (count // 2, count // 2 + 2)]
    scores = tagger.roles(words, cues)
    reach = scores.there.shape[1]
    assert scores.roles.shape == (4, reach, len(ROLE_TAGS))
    assert scores.relays.shape == (4, reach, len(RELAY_TAGS))
    assert (scores.acts.shape, scores.certainties.shape) == ((4, len(ACTS)), (4, len(CERTAINTIES)))
    assert scores.polarities.shape == (4, len(POLARITIES))
    for row, (low, high) in enumerate(cues):
        first, size = int(scores.low[row]), int(scores.there[row].sum())
        assert 0 <= first <= low < high <= first + size <= count


def test_roles_gives_a_cue_the_same_alone_and_among_others(tagger: OnnxTagger) -> None:
    words = read(tagger, LONG)
    cues = [(2, 3), (120, 122), (len(words.vectors) - 1, len(words.vectors))]
    together = tagger.roles(words, cues)
    for row, cue in enumerate(cues):
        alone = tagger.roles(words, [cue])
        size = int(alone.there[0].sum())
        assert size == int(together.there[row].sum())
        assert np.abs(alone.roles[0, :size] - together.roles[row, :size]).max() < 1e-4
        assert np.abs(alone.relays[0, :size] - together.relays[row, :size]).max() < 1e-4
        assert np.abs(alone.acts[0] - together.acts[row]).max() < 1e-4


def test_steps_fit_the_labels(tagger: OnnxTagger) -> None:
    steps = tagger.steps()
    shapes = [part.shape for part in (steps.cues, steps.inner, steps.roles, steps.relays, steps.names)]
    assert shapes == [(3, 3), (3, 3), (len(ROLE_TAGS),) * 2, (len(RELAY_TAGS),) * 2, (len(NAME_TAGS),) * 2]
    assert steps.refer_far.ndim == 1


def test_find_all_gives_spans_of_the_text(tagger: OnnxTagger) -> None:
    found = find_all(LONG, tagger=tagger, options=UnderstandOptions())
    spans = [span for each in found.attributions for span in (each.cue, *each.sources, *each.contents, *each.relays)]
    spans.extend(name.span for name in found.names)
    assert all(0 <= span.start < span.end <= len(LONG) for span in spans)


def test_identity_holds_the_digests_of_the_weights(tagger: OnnxTagger) -> None:
    digests = [hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest()[:12] for name in (WORDS_FILE, ROLES_FILE)]
    assert tagger.identity.split("/")[2:] == digests


@pytest.fixture
def weights_copy(tmp_path: Path) -> Path:
    """Return a folder with the small files of the weights; the large one is a link, for a test may not change it."""
    folder = tmp_path / "reader"
    folder.mkdir()
    for name in (ROLES_FILE, STEPS_FILE, SUMS_FILE):
        shutil.copy(WEIGHTS / name, folder / name)
    (folder / WORDS_FILE).symlink_to(WEIGHTS / WORDS_FILE)
    return folder


@pytest.mark.parametrize("name", [WORDS_FILE, ROLES_FILE, STEPS_FILE, SUMS_FILE])
def test_onnx_tagger_says_which_file_is_missing(weights_copy: Path, name: str) -> None:
    (weights_copy / name).unlink()
    with pytest.raises(WeightsMissing) as caught:
        OnnxTagger(weights=weights_copy)
    assert name in caught.value.message
    assert "pip install --force-reinstall ." in caught.value.hint


def test_onnx_tagger_says_that_the_vocabulary_is_missing(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing) as caught:
        OnnxTagger(vocabulary=tmp_path)
    assert str(tmp_path) in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("name", [WORDS_FILE, ROLES_FILE, STEPS_FILE])
def test_onnx_tagger_refuses_a_file_with_one_changed_byte(weights_copy: Path, name: str) -> None:
    data = bytearray((weights_copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (weights_copy / name).unlink()
    (weights_copy / name).write_bytes(data)
    with pytest.raises(WeightsDamaged) as caught:
        OnnxTagger(weights=weights_copy)
    assert name in caught.value.message
    assert "pip install --force-reinstall ." in caught.value.hint
    (weights_copy / name).unlink()  # 23 MB


def test_onnx_tagger_refuses_another_vocabulary(tmp_path: Path) -> None:
    shutil.copy(TOKENIZER / SUMS_FILE, tmp_path / SUMS_FILE)
    (tmp_path / TOKENIZER_FILE).write_text("{}", encoding="utf-8")
    with pytest.raises(WeightsDamaged, match=TOKENIZER_FILE):
        OnnxTagger(vocabulary=tmp_path)


class WatchedTagger(OnnxTagger):
    """Notes how much memory the process has after each stretch, in bytes."""

    def words(self, pieces: Pieces, low: int, high: int) -> WordScores:
        found = super().words(pieces, low, high)
        self.memory = [*getattr(self, "memory", []), _memory()]
        return found


def _memory() -> int:
    """Return the memory of the process that is in use, in bytes."""
    psutil = pytest.importorskip("psutil")
    return int(psutil.Process().memory_info().rss)


@pytest.mark.slow
def test_find_all_reads_a_book_in_bounded_memory() -> None:
    tagger = WatchedTagger()
    count = len(tagger.pieces(NEWS))
    book = NEWS * (60_000 // count + 1)
    found = find_all(book, tagger=tagger, options=UnderstandOptions())
    assert len(tagger.memory) > 9
    # The second stretch has seen all that is set up once; keeping the scores of the others would take 20 MB each.
    assert max(tagger.memory) - tagger.memory[1] < 50 << 20
    assert all(each.cue.end <= len(book) for each in found.attributions)
