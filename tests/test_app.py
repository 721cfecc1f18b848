"""Does a session trace, keep, re-use and go on after an interruption?"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from whence import app
from whence.app import ENCODERS, Session, open_finder
from whence.errors import (
    BadSetting,
    FixUsage,
    NetworkRefused,
    NoSuchThing,
    NothingToRead,
    ReaderMissing,
    WeightsMissing,
)
from whence.model.stemma import Trace
from whence.ports import Item
from whence.settings import Settings, load_settings
from whence.show.progress import CountingProgress

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "grey-herons"
SETTINGS = load_settings(environ={}, overrides={"run.encoder": "hashed", "run.batch": "2"})


def _trace(case: Path | None, *paths: Path, progress: CountingProgress | None = None) -> Trace:
    with Session.open(SETTINGS, case_path=case, progress=progress or CountingProgress()) as session:
        return session.trace([str(path) for path in paths]).trace


def test_a_second_run_adds_to_the_case_and_reads_only_what_is_new(tmp_path: Path) -> None:
    case = tmp_path / "affair.case"
    files = sorted(EXAMPLE.glob("*.txt"))
    first = _trace(case, *files[:3])
    assert len(first.reports) == 3
    counting = CountingProgress()
    second = _trace(case, *files, progress=counting)
    assert len(second.reports) == len(files)
    assert counting.done["understanding"] == len(files) - 3


def test_a_case_gives_the_same_answer_as_memory_and_whatever_the_order(tmp_path: Path) -> None:
    files = sorted(EXAMPLE.glob("*.txt"))
    in_memory = _trace(None, *files)
    on_disk = _trace(tmp_path / "affair.case", *reversed(files))

    def numbers(trace: Trace) -> dict[str, tuple[int, int, int, int]]:
        return {
            each.claim.id: (
                each.origins.numbers.at_least,
                each.origins.numbers.likely,
                each.origins.numbers.at_most,
                each.rank,
            )
            for each in trace.claims
        }

    assert numbers(in_memory) == numbers(on_disk)


def test_the_last_trace_is_kept_and_read_back_equal(tmp_path: Path) -> None:
    case = tmp_path / "affair.case"
    trace = _trace(case, EXAMPLE)
    with Session.open(SETTINGS, case_path=case, progress=CountingProgress(), create=False) as session:
        assert session.last_trace() == trace
        assert set(session.understandings(trace)) == {report.id for report in trace.reports}


def test_a_case_that_was_never_traced_says_so() -> None:
    with (
        Session.open(SETTINGS, case_path=None, progress=CountingProgress()) as session,
        pytest.raises(NoSuchThing, match="not been traced"),
    ):
        session.last_trace()


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    case = tmp_path / "affair.case"

    class Interrupting(CountingProgress):
        """Stops as Ctrl-C would, while the sixth report is being understood."""

        def advance(self, what: str, items: Iterable[Item]) -> Iterator[Item]:
            for number, item in enumerate(items):
                if what == "understanding" and number == 5:
                    raise KeyboardInterrupt
                yield item

    with pytest.raises(KeyboardInterrupt):
        _trace(case, EXAMPLE, progress=Interrupting())
    counting = CountingProgress()
    trace = _trace(case, EXAMPLE, progress=counting)
    assert len(trace.reports) == 9
    assert counting.done["understanding"] == 9 - 4


def test_another_language_is_kept_and_listed_as_not_understood(tmp_path: Path) -> None:
    german = tmp_path / "bericht.txt"
    german.write_text(
        "Die Behörde teilte am Montag mit, dass die Schleuse bei Dunesk wegen eines Risses geschlossen bleibt. "
        "Nach Angaben der Gemeinde wurden die Arbeiter rechtzeitig gewarnt, und niemand kam zu Schaden.",
        encoding="utf-8",
    )
    trace = _trace(None, german, EXAMPLE)
    [foreign] = [report for report in trace.reports if report.path == str(german)]
    assert foreign.language == "de"
    assert trace.not_understood == (foreign.id,)


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="Found no files"):
        _trace(None, tmp_path)


def test_a_closed_standard_input_matters_only_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert _trace(None, sorted(EXAMPLE.glob("*.txt"))[0]).reports
    with pytest.raises(FixUsage, match="standard input closed"):
        _trace(None, Path("-"))


def test_the_table_of_encoders_is_the_saved_one() -> None:
    assert ENCODERS.names() == ["minilm", "hashed"]


def _reading(**reader: str) -> Settings:
    wanted = {"statements": "network", **reader}
    return load_settings(environ={}, overrides={f"reader.{key}": value for key, value in wanted.items()})


HERE, ELSEWHERE = "openai:http://127.0.0.1:1/v1#tiny", "openai:https://models.example/v1#tiny"


def test_a_network_without_weights_says_that_the_rules_need_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def open_nothing(**_: object) -> None:
        raise WeightsMissing("Found no readable file.", hint="Type: something")

    monkeypatch.setattr(app, "OnnxTagger", open_nothing)
    with pytest.raises(WeightsMissing) as caught:
        open_finder(_reading())
    assert caught.value.hint == "Type: something; or read by rules: --set reader.statements=rules"


def test_the_network_reads_where_it_is_set() -> None:
    finder = open_finder(_reading())
    assert finder is not None
    assert (finder.identity.partition("/")[0], finder.remote) == ("reader", None)
    assert open_finder(_reading(statements="rules")) is None


def test_a_model_reads_with_the_network_behind_it() -> None:
    pytest.importorskip("httpx", reason="needs httpx: pip install '.[openai]'")
    network, finder = open_finder(_reading()), open_finder(_reading(statements=HERE))
    assert network is not None
    assert finder is not None
    proposing, _, standing_in = finder.identity.partition("+")
    assert proposing.endswith("/tiny@http://127.0.0.1:1/v1")
    assert (standing_in, finder.remote) == (network.identity, None)


def test_a_model_elsewhere_reads_only_where_that_is_allowed() -> None:
    pytest.importorskip("httpx", reason="needs httpx: pip install '.[openai]'")
    with pytest.raises(NetworkRefused, match="not surely on this computer"):
        open_finder(_reading(statements=ELSEWHERE))
    finder = open_finder(_reading(statements=ELSEWHERE), allow_remote=True)
    assert finder is not None
    assert finder.remote == "https://models.example/v1"


@pytest.mark.parametrize(
    ("reader", "said", "following"),
    [
        ({"statements": "netwrok"}, "reader.statements is 'netwrok'", "openai:ADDRESS#MODEL"),
        ({"statements": ""}, "reader.statements is ''", "Set it to network"),
        ({"statements": "openai:http://127.0.0.1:1/v1"}, "names no model", "openai:http://"),
        ({"names": "rules"}, "reader.names is 'rules'", "spacy:PIPELINE"),
        ({"names": "spacy:"}, "reader.names is 'spacy:'", "spacy:en_core_web_trf"),
        ({"names": "spacy:x", "statements": "rules"}, "the rules find names themselves", "reader.statements=network"),
    ],
)
def test_a_reader_that_is_none_is_explained(reader: dict[str, str], said: str, following: str) -> None:
    with pytest.raises(BadSetting) as caught:
        open_finder(_reading(**reader))
    assert said in caught.value.message
    assert following in caught.value.hint


def test_a_password_in_a_mistyped_address_is_not_shown() -> None:
    with pytest.raises(BadSetting) as caught:
        open_finder(_reading(statements="http://me:secret@127.0.0.1/v1#tiny"))
    assert "secret" not in str(caught.value)


def test_a_pipeline_that_is_missing_is_said() -> None:
    pytest.importorskip("spacy", reason="needs spaCy: pip install '.[spacy]'")
    with pytest.raises(ReaderMissing, match="no_such_pipeline"):
        open_finder(_reading(names="spacy:no_such_pipeline"))


def test_a_reader_that_cannot_be_opened_is_said_before_anything_is_read() -> None:
    counting = CountingProgress()
    settings = _reading(statements=ELSEWHERE)
    with (
        Session.open(settings, case_path=None, progress=counting) as session,
        pytest.raises(NetworkRefused),
    ):
        session.trace([str(EXAMPLE)])
    assert not counting.done
