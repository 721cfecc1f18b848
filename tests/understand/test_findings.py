"""Do the scores of a network become spans of the text? A scripted tagger stands in for the network."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from whence.model.finding import FoundAttribution, TextFindings
from whence.model.pieces import Floats, LabelSteps, Pieces, RoleScores, WordScores
from whence.model.spans import Span
from whence.text.windows import STRETCH
from whence.understand.decoding import best_labels
from whence.understand.findings import best_of_lines, find_all
from whence.understand.options import UnderstandOptions
from whence.understand.tags import ACTS, CERTAINTIES, NAME_KINDS, POLARITIES, ROLE_TAGS

_WORD = re.compile(r"\w+|[^\w\s]")
# Words to either side of a cue that the scripted tagger scores, fewer than the network does.
_REACH = 40
# How sure the script is of its labels.
_SURE = 5.0


@dataclass(frozen=True)
class Cued:
    """What a script says belongs to the cue that it words: passages, each the next one in the text."""

    cue: str
    source: Sequence[str] = ()
    content: Sequence[str] = ()
    relay: Sequence[str] = ()
    is_inner: bool = False
    act: str = "asserts"
    certainty: str = "certain"
    polarity: str = "positive"


@dataclass
class ScriptedTagger:
    """The port `Tagger`: scores for the first places of the passages that a test names, one piece a word."""

    cued: Sequence[Cued] = ()
    names: Sequence[tuple[str, str]] = ()
    # Passages that are references, with what each leads back to: both get a vector of their own.
    refers: Sequence[tuple[str, str]] = ()
    stretches: list[tuple[int, int]] = field(default_factory=list)
    text: str = ""

    @property
    def identity(self) -> str:
        return "scripted/1"

    @property
    def at_once(self) -> int:
        return 1

    def pieces(self, text: str) -> Pieces:
        self.text = text
        places = [match.span() for match in _WORD.finditer(text)]
        starts, ends = (np.array([place[edge] for place in places], np.int64) for edge in (0, 1))
        before = [text[low:high] for low, high in zip([0, *ends[:-1].tolist()], starts.tolist(), strict=False)]
        looks = np.array([5 * (2 if "\n" in gap else 1 if gap else 0) for gap in before], np.int64)
        count = np.arange(len(places) + 1)
        return Pieces(np.ones(len(places), np.int64), count, starts, ends, looks)

    def words(self, pieces: Pieces, low: int, high: int) -> WordScores:
        self.stretches.append((low, high))
        count = len(pieces)
        cues, inner, names = (np.zeros((count, labels), np.float32) for labels in (3, 3, 1 + 2 * len(NAME_KINDS)))
        for cued in self.cued:
            self._mark(inner if cued.is_inner else cues, pieces, cued.cue, 0)
        for name, kind in self.names:
            self._mark(names, pieces, name, NAME_KINDS.index(kind))
        asks, gives = np.zeros((count, 64), np.float32), np.zeros((count, 64), np.float32)
        for number, (reference, meant) in enumerate(self.refers):
            asks[slice(*self._range(pieces, reference)), number] = 8 * _SURE
            gives[slice(*self._range(pieces, meant)), number] = 8
        # The vectors tell `roles` which words of the text it is asked about.
        vectors = np.zeros((count, 384), np.float32)
        vectors[:, 0], vectors[:, 1], vectors[:, 2] = np.arange(count), pieces.starts, pieces.ends
        parts = (cues, inner, names, np.zeros(count, np.float32), asks, gives, vectors, np.zeros((count, 128)))
        return WordScores(*(part[low:high].astype(np.float32) for part in parts))

    def roles(self, words: WordScores, cues: Sequence[tuple[int, int]]) -> RoleScores:
        bounds = np.array(cues, np.int64)
        lows = np.maximum(0, bounds[:, 0] - _REACH)
        highs = np.minimum(len(words.vectors), bounds[:, 1] + _REACH)
        shape = (len(cues), int((highs - lows).max()))
        there = lows[:, None] + np.arange(shape[1]) < highs[:, None]
        roles, relays = np.zeros((*shape, len(ROLE_TAGS)), np.float32), np.zeros((*shape, 3), np.float32)
        manner = [np.zeros((len(cues), len(tags)), np.float32) for tags in (ACTS, CERTAINTIES, POLARITIES)]
        for row, (low, high) in enumerate(cues):
            starts, ends = words.vectors[:, 1].astype(np.int64), words.vectors[:, 2].astype(np.int64)
            worded = self.text[starts[low] : ends[high - 1]]
            cued = next(cued for cued in self.cued if cued.cue == worded)
            shown = Pieces(starts, np.arange(len(starts) + 1), starts, ends, starts)
            for kind, passages in enumerate((cued.source, cued.content)):
                for passage in passages:
                    self._mark(roles[row], shown, passage, kind, int(lows[row]))
            for passage in cued.relay:
                self._mark(relays[row], shown, passage, 0, int(lows[row]))
            for scores, tags, tag in zip(
                manner, (ACTS, CERTAINTIES, POLARITIES), (cued.act, cued.certainty, cued.polarity), strict=True
            ):
                scores[row, tuple(tags).index(tag)] = _SURE
        return RoleScores(lows, there, roles, relays, *manner)

    def steps(self) -> LabelSteps:
        shapes = [(3, 3), (3, 3), (5, 5), (3, 3), (25, 25), (8,)]
        return LabelSteps(*(np.zeros(shape, np.float32) for shape in shapes))

    def _range(self, pieces: Pieces, passage: str) -> tuple[int, int]:
        start = self.text.index(passage)
        low = int(np.searchsorted(pieces.starts, start))
        return low, int(np.searchsorted(pieces.starts, start + len(passage)))

    def _mark(self, scores: Floats, pieces: Pieces, passage: str, kind: int, offset: int = 0) -> None:
        """Score a passage as a beginning and insides of a kind; one that the pieces lack is left out."""
        low, high = self._range(pieces, passage)
        low, high = low - offset, high - offset
        if 0 <= low < high <= len(scores):
            scores[low, 1 + 2 * kind] = _SURE
            scores[low + 1 : high, 2 + 2 * kind] = _SURE


def find(text: str, tagger: ScriptedTagger, options: UnderstandOptions | None = None) -> TextFindings:
    return find_all(text, tagger=tagger, options=options or UnderstandOptions())


def find_one(text: str, *cued: Cued) -> FoundAttribution:
    (found,) = find(text, ScriptedTagger(cued)).attributions
    return found


def cut(spans: Sequence[Span], text: str) -> list[str]:
    return [span.cut(text) for span in spans]


def test_find_all_gives_each_part_of_an_attribution() -> None:
    text = "Runa Holt told the Courier on Friday that the bridge had fallen."
    cued = Cued(
        "told", ["Runa Holt"], ["the bridge had fallen"], ["the Courier"], False, "admits", "possible", "negative"
    )
    found = find_one(text, cued)
    assert found.cue.cut(text) == "told"
    assert cut(found.sources, text) == ["Runa Holt"]
    assert cut(found.contents, text) == ["the bridge had fallen"]
    assert cut(found.relays, text) == ["the Courier"]
    assert (found.act, found.certainty, found.polarity) == ("admits", "possible", "negative")
    assert not found.is_inner
    assert found.antecedent is None


@pytest.mark.parametrize("text", ["", " \n", "The bridge fell."])
def test_find_all_of_a_text_without_cues_is_empty(text: str) -> None:
    assert find(text, ScriptedTagger()) == TextFindings((), ())


def test_find_all_counts_code_points() -> None:
    text = "😀 Falk\u00a0said it rained 𝔘."
    found = find_one(text, Cued("said", ["Falk"], ["it rained 𝔘"]))
    assert (cut(found.sources, text), cut(found.contents, text)) == (["Falk"], ["it rained 𝔘"])


def test_find_all_gives_attributions_in_reading_order() -> None:
    text = "Orr said it fell. Falk said it had not."
    cued = [Cued("Falk said", [], ["it had not"]), Cued("Orr said", [], ["it fell"])]
    assert [found.cue.cut(text) for found in find(text, ScriptedTagger(cued)).attributions] == ["Orr said", "Falk said"]


def test_find_all_leaves_out_a_cue_without_a_content() -> None:
    assert find("Falk said so.", ScriptedTagger([Cued("said", ["Falk"])])).attributions == ()


def test_find_all_leaves_out_a_cue_whose_content_is_its_own_words() -> None:
    assert find("Falk said so.", ScriptedTagger([Cued("said", ["Falk"], ["said"])])).attributions == ()


@pytest.mark.parametrize(
    ("text", "cued", "contents", "why"),
    [
        (
            "The port, Falk said, is shut.",
            Cued("said", ["Falk"], ["The port", "is shut"]),
            ["The port", "is shut"],
            "cue and source stand in the gap",
        ),
        (
            "Falk said the old, grey port is shut.",
            Cued("said", ["Falk"], ["the old", "grey port is shut"]),
            ["the old, grey port is shut"],
            "a comma between two fragments",
        ),
        (
            "Falk said the port and all ships are shut.",
            Cued("said", ["Falk"], ["the port", "are shut"]),
            ["the port", "are shut"],
            "three words are no slip",
        ),
        (
            "Falk said the port is shut.",
            Cued("said", ["Falk"], ["Falk said the port is shut"]),
            ["the port is shut"],
            "cue and source are cut out of its beginning",
        ),
        (
            "The port, Falk said, is shut.",
            Cued("said", ["Falk"], ["The port, Falk said, is shut"]),
            ["The port,", ", is shut"],
            "and out of its midst",
        ),
    ],
)
def test_find_all_joins_and_cuts_contents(text: str, cued: Cued, contents: list[str], why: str) -> None:
    found = find_one(text, cued)
    taken = [found.cue, *found.sources]
    assert not any(content.overlaps(part) for content in found.contents for part in taken)
    assert cut(found.contents, text) == contents, why


def test_find_all_leaves_no_lone_mark_in_a_content() -> None:
    text = "The port is shut, Falk said."
    found = find_one(text, Cued("said", ["Falk"], ["The port is shut, Falk said."]))
    assert cut(found.contents, text) == ["The port is shut,"]


@pytest.mark.parametrize(
    ("text", "cued", "contents", "why"),
    [
        (
            "“The port is shut for good,” Falk said.",
            Cued("said", ["Falk"], ["The port is shut"]),
            ["“The port is shut for good,”"],
            "most of a quotation becomes the whole, with its marks",
        ),
        (
            "“The port is shut for good and all,” Falk said.",
            Cued("said", ["Falk"], ["The port"]),
            ["The port"],
            "less than half stays as it is",
        ),
        (
            "The port was “shut,” Falk said.",
            Cued("said", ["Falk"], ["The port was “shut"]),
            ["The port was “shut,”"],
            "a quotation at the end",
        ),
        (
            "“The port, as Falk said, is shut,” Orr heard.",
            Cued("said", ["Falk"], ["The port", "is shut"]),
            ["The port", "is shut"],
            "cue and source stand inside the quotation",
        ),
        (
            "“The port,” Falk said, “is shut.”",
            Cued("said", ["Falk"], ["The port", "is shut"]),
            ["“The port,”", "“is shut.”"],
            "two quotations",
        ),
        (
            "Falk said: “The port is shut. The ships, big and small, all of them left.”",
            Cued("said", ["Falk"], ["The port is shut. The ships, big", "all of them left"]),
            ["“The port is shut. The ships, big and small, all of them left.”"],
            "two fragments of one quotation become one",
        ),
    ],
)
def test_find_all_makes_quotations_whole(text: str, cued: Cued, contents: list[str], why: str) -> None:
    assert cut(find_one(text, cued).contents, text) == contents, why


@pytest.mark.parametrize(
    ("text", "sources", "found", "why"),
    [
        ("The mayor, Runa Holt said it fell.", ["The mayor", "Runa Holt"], ["The mayor, Runa Holt"], "a short gap"),
        (
            "Orr watched the old bridge when Falk said it fell.",
            ["Orr", "Falk"],
            ["Falk"],
            "of two far apart the one beside the cue",
        ),
        ("Falk said Orr it fell.", ["Falk", "Orr"], ["Falk"], "the cue parts them"),
    ],
)
def test_find_all_gives_one_source(text: str, sources: list[str], found: list[str], why: str) -> None:
    assert cut(find_one(text, Cued("said", sources, ["it fell"])).sources, text) == found, why


def test_find_all_marks_inner_cues() -> None:
    text = "Officials said the army believes the bridge fell."
    cued = [
        Cued("said", ["Officials"], ["the army believes the bridge fell"]),
        Cued("believes", ["the army"], ["the bridge fell"], is_inner=True, act="believes"),
    ]
    found = find(text, ScriptedTagger(cued)).attributions
    assert [(each.cue.cut(text), each.is_inner, each.act) for each in found] == [
        ("said", False, "asserts"),
        ("believes", True, "believes"),
    ]


def test_find_all_takes_a_cue_once_where_both_heads_see_it() -> None:
    text = "Officials said the bridge fell."
    cued = [Cued("said", [], ["the bridge fell"]), Cued("said", [], ["the bridge fell"], is_inner=True)]
    assert [found.is_inner for found in find(text, ScriptedTagger(cued)).attributions] == [False]


@pytest.mark.parametrize(
    ("bias", "inner_bias", "cues"),
    [(0.0, 0.0, ["said", "believes"]), (-9.0, 0.0, ["believes"]), (0.0, -9.0, ["said"]), (-9.0, -9.0, [])],
)
def test_find_all_finds_fewer_cues_below_zero_bias(bias: float, inner_bias: float, cues: list[str]) -> None:
    text = "Officials said the army believes the bridge fell."
    tagger = ScriptedTagger(
        [
            Cued("said", [], ["the army believes the bridge fell"]),
            Cued("believes", [], ["the bridge fell"], is_inner=True),
        ]
    )
    found = find(text, tagger, UnderstandOptions(cue_bias=bias, inner_cue_bias=inner_bias)).attributions
    assert [each.cue.cut(text) for each in found] == cues


def test_find_all_gives_names_with_their_kinds() -> None:
    text = "On Friday Runa Holt of the Vaul Brigade left Orlund."
    names = [("Friday", "date"), ("Runa Holt", "person"), ("Vaul Brigade", "armed_group"), ("Orlund", "place")]
    found = find(text, ScriptedTagger(names=names)).names
    assert [(name.span.cut(text), name.kind) for name in found] == names


REFERENCE = "Runa Holt left. Ida Orr came. She said it fell."


def test_find_all_leads_a_pronoun_back_to_a_name() -> None:
    tagger = ScriptedTagger(
        [Cued("said", ["She"], ["it fell"])], [("Runa Holt", "person"), ("Ida Orr", "person")], [("She", "Runa Holt")]
    )
    (found,) = find(REFERENCE, tagger).attributions
    assert found.antecedent is not None
    assert found.antecedent.cut(REFERENCE) == "Runa Holt"


def test_find_all_leads_a_description_back_to_an_earlier_source() -> None:
    text = "A clerk at the port said it fell. Ida Orr came. The clerk saw it, the woman said."
    tagger = ScriptedTagger(
        [Cued("port said", ["A clerk"], ["it fell"]), Cued("said.", ["the woman"], ["The clerk saw it"])],
        [("Ida Orr", "person")],
        [("the woman", "A clerk")],
    )
    last = find(text, tagger).attributions[-1]
    assert last.antecedent is not None
    assert last.antecedent.cut(text) == "A clerk"


@pytest.mark.parametrize(
    ("kind", "source", "refers", "why"),
    [
        ("place", "She", True, "a place does not speak"),
        ("person", "She", False, "several are as likely as each other"),
        ("person", "Ida Venn", True, "a name needs nothing to lead back to"),
    ],
)
def test_find_all_leaves_a_source_to_the_rules(kind: str, source: str, refers: bool, why: str) -> None:
    text = f"Runa Holt left. Orr and Falk came. {source} said it fell."
    names = [("Runa Holt", kind), ("Orr", "person"), ("Falk", "person")]
    meant = [(source, "Runa Holt")] if refers else []
    (found,) = find(text, ScriptedTagger([Cued("said", [source], ["it fell"])], names, meant)).attributions
    assert found.antecedent is None, why


def test_find_all_asks_how_sure_a_reference_must_be() -> None:
    tagger = ScriptedTagger([Cued("said", ["She"], ["it fell"])], [("Runa Holt", "person"), ("Ida Orr", "person")])
    for least, is_led in ((0.4, True), (0.6, False)):
        # Both are as likely: one half.
        (found,) = find(REFERENCE, tagger, UnderstandOptions(reference_least=least)).attributions
        assert (found.antecedent is not None) == is_led


def test_find_all_gives_offsets_of_a_long_text() -> None:
    filler = "the river rose again and again\n" * (STRETCH // 6)
    text = f"Falk said it fell.\n{filler}Orr wrote it stood.\n{filler}Holt of Vaul denied it burned."
    cued = [
        Cued("said", ["Falk"], ["it fell"]),
        Cued("wrote", ["Orr"], ["it stood"]),
        Cued("denied", ["Holt of Vaul"], ["it burned"], act="denies"),
    ]
    tagger = ScriptedTagger(cued, [("Vaul", "place")])
    found = find(text, tagger)
    assert len(tagger.stretches) == 3
    assert [(cut(each.sources, text), each.cue.cut(text), cut(each.contents, text)) for each in found.attributions] == [
        (["Falk"], "said", ["it fell"]),
        (["Orr"], "wrote", ["it stood"]),
        (["Holt of Vaul"], "denied", ["it burned"]),
    ]
    assert [name.span.cut(text) for name in found.names] == ["Vaul"]


def test_find_all_asks_for_the_roles_of_many_cues() -> None:
    count = 150
    text = " ".join(f"Voice{n} said{n} thing{n} fell." for n in range(count))
    cued = [Cued(f"said{n}", [f"Voice{n}"], [f"thing{n} fell"]) for n in range(count)]
    found = find(text, ScriptedTagger(cued)).attributions
    assert [each.cue.cut(text) for each in found] == [f"said{n}" for n in range(count)]
    assert [cut(each.contents, text) for each in found] == [[f"thing{n} fell"] for n in range(count)]


@pytest.mark.parametrize("words", [1, 63, 64, 65, 300, 1000])
def test_best_of_lines_is_what_one_row_would_give(words: int) -> None:
    random = np.random.default_rng(words)
    lines = [random.normal(size=(words, 5)).astype(np.float32) for _ in range(2)]
    steps = [random.normal(size=(5, 5)).astype(np.float32) for _ in range(2)]
    # What stands before and behind a line is outside, as one row would see it.
    edge = np.full((1, 5), -1e4, np.float32)
    edge[0, 0] = 0
    whole = np.stack([np.concatenate([edge, line, edge]) for line in lines])
    there = np.ones((1, words + 2), np.bool_)
    alone = [best_labels(row[None], step, there)[0, 1:-1] for row, step in zip(whole, steps, strict=True)]
    assert [found.tolist() for found in best_of_lines(lines, steps)] == [found.tolist() for found in alone]


def test_best_of_lines_holds_a_span_over_the_end_of_a_row() -> None:
    scores = np.zeros((130, 3), np.float32)
    scores[60, 1] = scores[61:70, 2] = 5
    scores[:60, 0] = scores[70:, 0] = 5
    (found,) = best_of_lines([scores], [np.zeros((3, 3), np.float32)])
    assert found.tolist() == [0] * 60 + [1] + [2] * 9 + [0] * 60
