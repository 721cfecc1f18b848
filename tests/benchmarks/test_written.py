"""Are the project's own written texts well formed and all its own, and is the locked half out of training's reach?"""

import ast
import csv
import itertools
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from benchmarks.datasets.written import (
    FOLDER,
    LEARN,
    LOCKED,
    Span,
    WrittenPassage,
    WrittenStatement,
    passages,
    sentences,
)
from tests.shared import SHARED, needs_shared
from training.written.agreement import kappa, table
from whence.model.statement import Act, Certainty, Polarity, QuoteKind, VoiceKind
from whence.understand.tags import ACTS, CERTAINTIES, NAME_KINDS, POLARITIES

HALVES = (LEARN, LOCKED)
TABLES = sorted(FOLDER.glob("*/*.tsv"))
HEADINGS = {
    "names": "id text names why".split(),
    "passages": """id outlet phenomenon also text content source cue voices outer act certainty polarity quote
        why""".split(),
}
README = (FOLDER / "README.md").read_text(encoding="utf-8")
# So many words in a row that two texts share are no coincidence; stock phrases run to seven.
RUN = 8
LEADS_TO_THE_LOCKED = re.compile(r"locked|^written\.(\*|folder)$|agreement$", re.IGNORECASE)


@pytest.fixture(name="written", scope="module")
def _written() -> dict[str, list[WrittenPassage]]:
    """Return the passages of both halves, and of both tenths labelled twice."""
    first = {half: list(passages(half)) for half in HALVES}
    return first | {f"second {half}": list(passages(half, second=True)) for half in HALVES}


@pytest.fixture(name="texts", scope="module")
def _texts(written: dict[str, list[WrittenPassage]]) -> list[tuple[str, str]]:
    """Return id and text of every passage and sentence of both halves."""
    both = [(passage.id, passage.text) for half in HALVES for passage in written[half]]
    return both + [(sentence.id, sentence.text) for half in HALVES for sentence in sentences(half)]


def test_there_are_tables_of_eight_writers_and_two_tenths() -> None:
    assert Counter(file.parent.name for file in TABLES) == {LEARN: 8, LOCKED: 8, "second": 4}


@pytest.mark.parametrize("file", TABLES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_row_has_a_cell_for_each_heading_and_says_why(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        headings, *rows = csv.reader(lines, dialect="excel-tab")
    assert headings == HEADINGS[file.stem.split("-")[0]]
    assert {len(row) for row in rows} == {len(headings)}
    assert [row[0] for row in rows if not row[-1].strip()] == []


def test_no_id_and_no_text_stands_twice(texts: list[tuple[str, str]]) -> None:
    assert len({name for name, _ in texts}) == len({text for _, text in texts}) == len(texts)


def test_every_label_is_one_that_the_model_knows(written: dict[str, list[WrittenPassage]]) -> None:
    statements = list(statements_of(written))
    assert {statement.act for _, statement in statements} == set(get_args(Act)) == {*ACTS, "own_voice"}
    assert {statement.certainty for _, statement in statements} == set(get_args(Certainty)) == set(CERTAINTIES)
    assert {statement.polarity for _, statement in statements} == set(get_args(Polarity)) == set(POLARITIES)
    assert {statement.quote for _, statement in statements} == set(get_args(QuoteKind))
    voices = {voice.kind for _, statement in statements for voice in statement.voices}
    assert voices == set(get_args(VoiceKind))


def test_own_voice_and_nothing_else_is_without_voices_and_cue(written: dict[str, list[WrittenPassage]]) -> None:
    wrong = [
        passage.id
        for passage, statement in statements_of(written)
        if len({statement.act == "own_voice", not statement.voices, statement.quote == "none", not statement.said.cue})
        > 1
    ]
    assert wrong == []


def test_the_content_stands_inside_each_outer_content(written: dict[str, list[WrittenPassage]]) -> None:
    wrong = [
        passage.id
        for passage, statement in statements_of(written)
        if not all(holds(outer.content, statement.said.content) for outer in statement.outer)
    ]
    assert wrong == []


@pytest.mark.parametrize("half", HALVES)
def test_a_half_is_large_and_has_everything_the_readme_lists(
    half: str, written: dict[str, list[WrittenPassage]]
) -> None:
    names = Counter(kind for sentence in sentences(half) for _, kind in sentence.names)
    assert set(names) == set(NAME_KINDS)
    assert min(names.values()) >= 100
    phenomena = {name for passage in written[half] for name in passage.phenomena}
    listed = README.partition("## Phenomena")[2].partition("## Agreement")[0]
    assert phenomena == set(re.findall(r"`(\w+)`", listed))
    acts = {statement.act for _, statement in statements_of({half: written[half]})}
    assert acts == set(get_args(Act))


def test_there_are_600_passages_and_1000_sentences(
    written: dict[str, list[WrittenPassage]], texts: list[tuple[str, str]]
) -> None:
    of_passages = sum(len(written[half]) for half in HALVES)
    assert of_passages >= 600
    assert len(texts) - of_passages >= 1000


@pytest.mark.parametrize("half", HALVES)
def test_names_stand_in_order_and_do_not_overlap(half: str) -> None:
    for second in (False, True):
        for sentence in sentences(half, second=second):
            spans = [span for span, _ in sentence.names]
            assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans)), sentence.id


@pytest.mark.parametrize("half", HALVES)
def test_the_second_labels_are_of_a_tenth_of_the_same_texts(half: str) -> None:
    first, second = ({(each.id, each.text) for each in passages(half, second=again)} for again in (False, True))
    assert second <= first
    assert len(second) == len(first) // 10
    first, second = ({(each.id, each.text) for each in sentences(half, second=again)} for again in (False, True))
    assert second <= first
    assert len(second) == len(first) // 10


def test_no_two_texts_are_nearly_the_same(texts: list[tuple[str, str]]) -> None:
    grams = {name: word_runs(text, 3) for name, text in texts}
    holders = defaultdict(list)
    for name, runs in grams.items():
        for run in runs:
            holders[run].append(name)
    shared = Counter((one, two) for names in holders.values() for i, one in enumerate(names) for two in names[:i])
    near = [pair for pair, both in shared.items() if both >= 0.5 * len(grams[pair[0]] | grams[pair[1]])]
    assert near == []


@needs_shared
def test_no_text_of_the_shared_chains_is_in_them(texts: list[tuple[str, str]]) -> None:
    lines = (SHARED / "gold" / "chains.jsonl").read_text(encoding="utf-8").splitlines()
    runs = {run for line in lines for run in word_runs(json.loads(line)["text"], RUN)}
    assert [name for name, text in texts if word_runs(text, RUN) & runs] == []


def test_no_module_that_trains_the_reader_reads_the_locked_half() -> None:
    modules = sorted((FOLDER.parent / "reader").rglob("*.py"))
    assert modules != []
    assert [(file.name, found) for file in modules for found in ways_to_the_locked(file.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "source",
    [
        "from benchmarks.datasets.written import LOCKED, passages",
        "from benchmarks.datasets import written\nwritten.passages(written.LOCKED)",
        "passages('locked')",
        "open('../written/locked/passages-e.tsv')",
        "from benchmarks.datasets.written import FOLDER",
        "from benchmarks.datasets.written import *",
        "from training.written.agreement import compared_passages",
        "from training.written import agreement",
        "import training.written.agreement",
    ],
)
def test_the_ways_to_the_locked_half_are_seen(source: str) -> None:
    assert ways_to_the_locked(source) != []


def test_a_docstring_may_say_that_the_locked_half_is_never_read() -> None:
    assert ways_to_the_locked('"""The locked half is never read."""\nfrom a.written import LEARN') == []


def test_kappa_is_the_agreement_above_chance() -> None:
    assert kappa([("a", "a"), ("a", "a"), ("b", "b"), ("b", "a")]) == 0.5
    assert kappa([("a", "b"), ("b", "a")]) == -1


@needs_shared
@pytest.mark.slow
def test_the_readme_has_the_agreement_as_the_command_prints_it() -> None:
    assert f"```\n{table()}\n```" in README


def statements_of(
    written: dict[str, list[WrittenPassage]],
) -> Iterator[tuple[WrittenPassage, WrittenStatement]]:
    for texts in written.values():
        for passage in texts:
            for statement in passage.statements:
                yield passage, statement


def holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def word_runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def ways_to_the_locked(source: str) -> list[str]:
    """Return what in a module's code could reach the locked half: its name, its word, the folder, or who reads it."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        way
        for node in ast.walk(tree)
        if id(node) not in told
        for way in _names_of(node)
        if LEADS_TO_THE_LOCKED.search(way)
    ]


def _names_of(node: ast.AST) -> list[str]:
    """Return what a node names; names of the modules called `written` with the module before them."""
    match node:
        case ast.Constant(value=str(value)) | ast.Name(id=value):
            return [value]
        case ast.Attribute(value=ast.Name(id=before), attr=name):
            return [f"{before}.{name}"]
        case ast.Attribute(attr=name):
            return [name]
        case ast.Import(names=aliases):
            return [alias.name for alias in aliases]
        case ast.ImportFrom(module=str(module), names=aliases):
            return [module, *(f"{module.rpartition('.')[2]}.{alias.name}" for alias in aliases)]
    return []
