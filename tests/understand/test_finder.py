"""Who reads what: the network, a proposer with the network behind it, another finder of names?"""

from tests.understand.taggers import WordTagger
from whence.errors import ProposerFailed
from whence.model.finding import FoundName, Proposal, TextFindings
from whence.model.spans import Span
from whence.ports import Finder
from whence.understand.finder import NetworkFinder, ProposingFinder
from whence.understand.options import UnderstandOptions
from whence.understand.passages import MOST_CHARACTERS

OPTIONS = UnderstandOptions()
# Two paragraphs, each of which fits a passage, but not both in one.
SECOND = "Falk said it snowed."
TEXT = f"Falk said it rained. {'It went on and on. ' * (MOST_CHARACTERS // 19 - 1)}\n\n{SECOND}"


class _Names:
    identity = "names/1"

    def find(self, text: str) -> tuple[FoundName, ...]:
        return (FoundName(Span(0, 4), "organisation"),) if text else ()


class _Proposer:
    """Proposes the same of every passage, but fails on those that hold certain words."""

    identity = "model@address"

    def __init__(self, *proposals: Proposal, fails_on: str = "\0") -> None:
        self._proposals = proposals
        self._fails_on = fails_on

    def propose(self, passage: str, *, outlet: str | None) -> tuple[Proposal, ...]:  # noqa: ARG002 - the port's signature
        if self._fails_on in passage:
            raise ProposerFailed("No answer.", hint="Wait.")
        return self._proposals


RAINED = Proposal("it rained", "Falk", "said", act="admits")


def _contents(text: str, found: TextFindings) -> list[str]:
    return [each.contents[0].cut(text) for each in found.attributions]


def test_the_network_finds_attributions_and_names() -> None:
    finder: Finder = NetworkFinder(WordTagger(), options=OPTIONS)
    found = finder.find(SECOND, outlet=None)
    assert _contents(SECOND, found) == ["it snowed"]
    assert found.names == (FoundName(Span(0, 4), "person"),)
    assert (finder.identity, finder.remote, finder.at_once) == ("words/1", None, 4)


def test_names_of_another_finder_take_the_place_of_the_networks() -> None:
    finder = NetworkFinder(WordTagger(), options=OPTIONS, names=_Names())
    assert finder.find(SECOND, outlet=None).names == (FoundName(Span(0, 4), "organisation"),)
    assert finder.identity == "words/1+names/1"
    assert finder.at_once == 1


def test_proposals_take_the_place_of_the_networks_attributions_but_not_of_its_names() -> None:
    tagger = WordTagger()
    finder: Finder = ProposingFinder(_Proposer(RAINED), tagger=tagger, options=OPTIONS)
    found = finder.find(TEXT, outlet=None)
    assert [(each.contents[0].cut(TEXT), each.act) for each in found.attributions] == [("it rained", "admits")]
    assert [name.kind for name in found.names] == ["person", "person"]
    # The same proposal does not stand in the second passage.
    assert (found.rejected, found.fallen_back, found.reason) == (1, 0, None)
    assert tagger.texts == [TEXT]


def test_the_network_reads_the_passages_that_the_proposer_fails_on_and_no_other() -> None:
    tagger = WordTagger()
    found = ProposingFinder(_Proposer(RAINED, fails_on="snowed"), tagger=tagger, options=OPTIONS).find(
        TEXT, outlet=None
    )
    assert [(each.contents[0].cut(TEXT), each.act) for each in found.attributions] == [
        ("it rained", "admits"),
        ("it snowed", "asserts"),
    ]
    assert (found.rejected, found.fallen_back, found.reason) == (0, 1, "No answer.")
    assert tagger.texts == [TEXT], "a text is read once, however often it is needed"


def test_the_network_reads_nothing_where_neither_its_names_nor_its_attributions_are_needed() -> None:
    tagger = WordTagger()
    finder = ProposingFinder(_Proposer(RAINED), tagger=tagger, options=OPTIONS, names=_Names())
    assert finder.find(TEXT, outlet=None).names == (FoundName(Span(0, 4), "organisation"),)
    assert tagger.texts == []


def test_the_network_reads_once_where_every_passage_fails() -> None:
    tagger = WordTagger()
    finder = ProposingFinder(_Proposer(fails_on=" "), tagger=tagger, options=OPTIONS, names=_Names())
    found = finder.find(TEXT, outlet=None)
    assert _contents(TEXT, found) == ["it rained", "it snowed"]
    assert (found.fallen_back, tagger.texts) == (2, [TEXT])


def test_a_text_without_words_is_asked_of_nobody() -> None:
    tagger = WordTagger()
    finder = ProposingFinder(_Proposer(fails_on=""), tagger=tagger, options=OPTIONS, names=_Names())
    assert finder.find(" \n", outlet=None).fallen_back == 0
    assert tagger.texts == []


def test_identity_names_all_who_may_read_and_remote_is_what_was_said() -> None:
    finder = ProposingFinder(
        _Proposer(), tagger=WordTagger(), options=OPTIONS, names=_Names(), remote="https://models.example/v1"
    )
    assert finder.identity == "model@address+words/1+names/1"
    assert finder.remote == "https://models.example/v1"
    assert finder.at_once == 1
