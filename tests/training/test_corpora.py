"""Do names that lie in one another become labels that contradict nothing?"""

import numpy as np
import pytest
from tokenizers import Tokenizer

from benchmarks.datasets.names import CORPUS_LABELS, DEPTHS
from training.reader.corpora import names_example
from training.reader.examples import Example
from whence.engines.tagger import TOKENIZER
from whence.understand.tags import NAME_TAGS

TEXT = "The commander of the Veldia River Guard met Veldian officers in the latest Daymar, Veldia, talks."


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(TOKENIZER / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def example(tokenizer: Tokenizer, corpus: str, *spans: tuple[str, str], text: str = TEXT) -> Example:
    """Return the text with the phrases labelled."""
    found = [{"start": text.index(phrase), "end": text.index(phrase) + len(phrase), "label": label}
             for phrase, label in spans]  # fmt: skip
    return names_example(tokenizer, corpus, {"id": "1", "text": text, "spans": found}, weak=False)


def tagged(example: Example, label: str, depth: int) -> list[str]:
    """Return the words of one row of re3d's head that are not outside, each with its tag."""
    assert example.corpus_names is not None
    row = example.corpus_names[1][:, DEPTHS * CORPUS_LABELS["re3d"].index(label) + depth]
    pieces = example.pieces
    return [f"{TEXT[pieces.starts[i] : pieces.ends[i]]}/{'OBI'[row[i]]}" for i in np.flatnonzero(row)]


def kinds_at(example: Example, word: str) -> set[str]:
    """Return the tags that a word may have in the kinds of Whence."""
    assert example.names is not None
    at = int(np.searchsorted(example.pieces.starts, TEXT.index(word)))
    return {tag for tag, allowed in zip(NAME_TAGS, example.names[at], strict=True) if allowed}


def test_each_label_has_a_row_for_its_outermost_names_and_one_for_its_innermost(tokenizer: Tokenizer) -> None:
    found = example(
        tokenizer, "re3d",
        ("the Veldia River Guard", "Organisation"), ("Veldia River Guard", "Organisation"), ("Veldia", "Location"),
    )  # fmt: skip
    assert tagged(found, "Organisation", 0) == ["the/B", "Veldia/I", "River/I", "Guard/I"]
    assert tagged(found, "Organisation", 1) == ["Veldia/B", "River/I", "Guard/I"]
    assert tagged(found, "Location", 0) == tagged(found, "Location", 1) == ["Veldia/B"]


def test_a_name_in_a_name_is_none_in_our_kinds_and_a_name_in_a_description_is(tokenizer: Tokenizer) -> None:
    guard = ("Veldia River Guard", "Organisation")
    found = example(
        tokenizer, "re3d", ("The commander of the Veldia River Guard", "Person"), guard, ("Veldia", "Location")
    )
    assert "B-armed_group" in kinds_at(found, "Veldia River")
    assert "I-armed_group" in kinds_at(found, "River")
    assert kinds_at(found, "commander") == set(NAME_TAGS)


def test_of_a_list_of_places_each_is_a_name(tokenizer: Tokenizer) -> None:
    found = example(tokenizer, "re3d", ("Daymar, Veldia", "Location"), ("Daymar", "Location"))
    assert kinds_at(found, "Daymar") == {"B-place", "B-facility"}


def test_two_labels_of_one_name_leave_both_open(tokenizer: Tokenizer) -> None:
    found = example(tokenizer, "re3d", ("Daymar", "Location"), ("Daymar", "Person"))
    assert kinds_at(found, "Daymar") == {"B-place", "B-facility", "B-person"}


def test_letters_across_the_edge_of_a_word_are_no_name(tokenizer: Tokenizer) -> None:
    assert tagged(example(tokenizer, "re3d", ("st Daymar", "Vehicle")), "Vehicle", 0) == []


def test_a_corpus_without_names_in_names_has_one_row(tokenizer: Tokenizer) -> None:
    found = example(tokenizer, "gmb", ("Veldia River Guard", "org"), ("Daymar", "geo"))
    assert found.corpus_names is not None
    corpus, own = found.corpus_names
    assert (corpus, own.shape) == ("gmb", (len(found.pieces), 1))
    org, geo = (1 + 2 * CORPUS_LABELS["gmb"].index(label) for label in ("org", "geo"))
    assert [int(tag) for tag in own[:, 0] if tag] == [org, org + 1, org + 1, geo]
