"""Are the names of a spaCy pipeline given in our kinds and places, and is it said what to type where there is none?"""

from pathlib import Path
from typing import get_args

import pytest

from whence.engines import spacy_names
from whence.engines.spacy_names import KINDS, SpacyNames
from whence.errors import BadSetting, ReaderMissing
from whence.model.statement import EntityKind
from whence.ports import NameFinder

spacy = pytest.importorskip("spacy", reason="needs spaCy: pip install '.[spacy]'")

# label, words: what the pipeline of these tests knows
PATTERNS = [
    ("PERSON", "Ada Falk"),
    ("GPE", "Oster"),
    ("CARDINAL", "three"),
    ("armed_group", "Red Column"),
    ("NORP", "Veldian"),
    ("EVENT", "Harvest Fair"),
]


def _save(folder: Path, patterns: list[tuple[str, str]]) -> str:
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": words} for label, words in patterns])
    pipeline.to_disk(folder)
    return str(folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _save(tmp_path_factory.mktemp("pipelines") / "names", PATTERNS)


@pytest.fixture(scope="module")
def finder(folder: str) -> NameFinder:
    return SpacyNames(f"spacy:{folder}")


def _found(finder: NameFinder, text: str) -> list[tuple[str, str]]:
    return [(name.span.cut(text), name.kind) for name in finder.find(text)]


def test_find_gives_our_kinds_and_leaves_the_others_out(finder: NameFinder) -> None:
    text = "Ada Falk told three Veldian men in Oster about Red Column and the Harvest Fair."
    assert _found(finder, text) == [
        ("Ada Falk", "person"),
        ("Veldian", "nationality"),
        ("Oster", "place"),
        ("Red Column", "armed_group"),
    ]


@pytest.mark.parametrize("before", ["", "\U0001f600 ", "\ud800 ", "\x00", "e\u0301\r\n\r\n", "\u00a0\u200b "])
def test_find_counts_in_code_points(finder: NameFinder, before: str) -> None:
    assert _found(finder, f"{before} Ada Falk left.") == [("Ada Falk", "person")]


@pytest.mark.parametrize("text", ["", " \n", "\ud800"])
def test_find_takes_texts_without_a_word(finder: NameFinder, text: str) -> None:
    assert finder.find(text) == ()


def test_find_reads_long_texts_in_parts_that_break_no_name(folder: str) -> None:
    text = "Ada Falk left Oster.\n\n" * 300
    whole, parts = SpacyNames(folder), SpacyNames(folder, most_characters=100)
    assert len(whole.find(text)) == 600
    assert parts.find(text) == whole.find(text)
    starts = [name.span.start for name in parts.find(text)]
    assert starts == sorted(starts)


def test_find_keeps_below_the_limit_of_the_pipeline(finder: SpacyNames, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "x" * 120 + " Ada Falk " + "y " * 300
    monkeypatch.setattr(finder, "_most", 50)
    monkeypatch.setattr(finder._nlp, "max_length", 50)
    assert _found(finder, text) == [("Ada Falk", "person")]


def test_find_gives_the_memory_of_words_back(finder: SpacyNames) -> None:
    finder.find("Ada Falk left.")
    known = len(finder._nlp.vocab.strings)
    finder.find(" ".join(f"word{number}" for number in range(500)))
    assert len(finder._nlp.vocab.strings) == known


def test_identity_holds_versions_and_what_is_in_the_folder(finder: NameFinder, tmp_path: Path) -> None:
    assert finder.identity.startswith(f"spacy-names/1/spacy-{spacy.__version__}/en_pipeline-0.0.0/")
    same = SpacyNames(_save(tmp_path / "same", PATTERNS))
    other = SpacyNames(_save(tmp_path / "other", PATTERNS[:2]))
    assert same.identity == finder.identity
    assert other.identity != finder.identity


def test_a_pipeline_that_is_not_installed_says_what_to_type() -> None:
    with pytest.raises(ReaderMissing) as caught:
        SpacyNames("spacy:en_core_web_nowhere")
    assert "en_core_web_nowhere" in caught.value.message
    assert caught.value.hint == "Type: python -m spacy download en_core_web_nowhere"


def test_a_folder_that_is_no_pipeline_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderMissing) as caught:
        SpacyNames(f"spacy:{tmp_path}")
    assert "Check the folder" in caught.value.hint


@pytest.mark.parametrize("setting", ["spacy:", "", "spacy: "])
def test_a_setting_without_a_pipeline_is_refused(setting: str) -> None:
    with pytest.raises(BadSetting, match="expected the name or folder"):
        SpacyNames(setting)


def test_a_pipeline_without_a_kind_of_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="has the labels DISEASE, expected some of"):
        SpacyNames(_save(tmp_path / "diseases", [("DISEASE", "measles")]))
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(BadSetting, match="no names at all"):
        SpacyNames(str(tmp_path / "empty"))


def test_spacy_that_is_not_installed_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}")

    # Not through a port: whether a package is there is asked of Python itself.
    monkeypatch.setattr(spacy_names, "import_module", refuse)
    with pytest.raises(ReaderMissing, match="No module named 'spacy'") as caught:
        SpacyNames("spacy:en_core_web_trf")
    assert caught.value.hint == "Type, in Whence's source folder: pip install '.[spacy]'"


def test_the_table_of_kinds_is_the_saved_one() -> None:
    own = {kind: kind for kind in get_args(EntityKind)}
    assert {label: kind for label, kind in KINDS.items() if label not in own} == {
        "PERSON": "person",
        "PER": "person",
        "ORG": "organisation",
        "GPE": "place",
        "LOC": "place",
        "FAC": "facility",
        "NORP": "nationality",
        "DATE": "date",
        "TIME": "date",
        "MONEY": "quantity",
        "QUANTITY": "quantity",
        "PERCENT": "quantity",
        "PRODUCT": "equipment",
        "WORK_OF_ART": "document",
        "LAW": "document",
        "CARDINAL": None,
        "ORDINAL": None,
        "EVENT": None,
        "LANGUAGE": None,
        "MISC": None,
    }
    assert {label: KINDS[label] for label in own} == own
