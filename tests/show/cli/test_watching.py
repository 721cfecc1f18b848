"""Does `whence watchlist` import, refuse, look up under its rules, and remember what a person decided?"""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.read.watchlists import samples
from tests.show.cli.commands import make_folder, make_watchlist, run
from whence.show.export.schemas import load_schema

PERSON = "Ilka Moen; born in 1971"
BODY = "Quay Authority"


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = str(tmp_path / "my.case")
    result = run("watchlist", "import", str(make_watchlist(tmp_path)), "--case", path)
    assert result.exit_code == 0, result.output
    return path


def watch(case: str, *words: str) -> str:
    result = run("watchlist", *words, "--case", case)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(case: str, *words: str) -> str:
    result = run("watchlist", *words, "--case", case)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    return " ".join(result.output.split())


def with_purpose(case: str) -> str:
    watch(case, "purpose", "Who runs the quay", "--until", "30 days")
    return case


def test_a_list_is_told_with_publisher_licence_and_what_it_holds(case: str) -> None:
    line = watch(case, "list")
    assert line.startswith("1 veld, date not recorded, SHA-256 ")
    assert "publisher: not recorded; licence: not recorded; 3 entries; imported 20" in line


def test_rows_and_files_that_cannot_be_used_are_told_and_the_rest_goes_on(case: str, tmp_path: Path) -> None:
    (tmp_path / "sdn.xml").write_text(samples.OFAC_XML, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no list", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("notes.txt", "sdn.xml", "absent.xml", "")]
    result = run("watchlist", "import", *paths, "--case", case)
    assert result.exit_code == 1
    assert f"{tmp_path}: Found a folder, expected a watchlist in one file. Type the name of a file" in result.output
    assert "published 2031-03-04" in result.stdout
    assert "2 entries, 1 row refused" in result.stdout
    assert re.search(
        r"failed: .*notes\.txt: Found none of the lists that are known\. Give one of: .*\[unknown", result.output
    )
    assert "absent.xml: Found no file at this path" in result.output
    assert re.search(r"left out: .*sdn\.xml, line \d+: Found an sdnEntry with no name", result.output)


def test_a_body_is_shown_without_a_purpose_and_never_as_being_on_the_list(case: str) -> None:
    answer = watch(case, "screen", BODY)
    assert "[1] Quay Authority: possible match with Quay Authority Ltd, score 0." in answer
    assert "entry v2" in answer
    assert "licence: not recorded" in answer
    assert "for: “quay” stands in both" in answer
    assert not re.search(r"\bis (?:a|the|on)\b", answer)


def test_a_person_is_hidden_without_a_purpose_and_says_what_to_type(case: str) -> None:
    answer = watch(case, "screen", PERSON)
    assert "0 possible matches" in answer
    assert "1 possible match on persons hidden" in answer
    assert "next: whence watchlist purpose" in answer
    assert "v1" not in answer


def test_a_person_is_shown_with_a_purpose_and_a_second_thing_that_agrees(case: str) -> None:
    answer = watch(with_purpose(case), "screen", PERSON)
    assert "[1] Ilka Moen: possible match with Ilka Moen" in answer
    assert "for: born 1971 as stated, as the list has it" in answer


@pytest.mark.parametrize("typed", ["Ilka Moen", "Ilka Moen; likes boats"])
def test_a_name_alone_is_counted_and_not_listed(case: str, typed: str) -> None:
    answer = watch(with_purpose(case), "screen", typed)
    assert "1 person's name agrees with entries, but nothing else does" in answer
    assert "v1" not in answer
    assert "[1]" not in answer


def test_another_birth_year_speaks_against(case: str) -> None:
    answer = watch(with_purpose(case), "screen", "Ilka Moen; born in 1999, director of a quay company")
    assert "possible match with" not in answer or "against: born 1999 as stated, on the list 1971" in answer


def test_a_decision_is_remembered_over_a_newer_version_and_can_be_taken_back(case: str, tmp_path: Path) -> None:
    watch(case, "screen", BODY)
    said = watch(case, "confirm", "1", "--note", "seen the deed", "--by", "ed")
    assert said.startswith("[1] Quay Authority and Quay Authority Ltd: confirmed as a match by ed, ")
    path = make_watchlist(tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8").replace("Quay Authority Ltd", "Quay Authority Limited"), encoding="utf-8"
    )
    assert "the version before had 3" in watch(case, "import", str(path))
    assert "replaced by a newer version" in watch(case, "list")
    answer = watch(case, "screen", BODY)
    assert "[1] Quay Authority: possible match with Quay Authority Limited" in answer
    assert "confirmed as a match by ed" in answer
    watch(case, "reject", "1", "--by", "al")
    assert "rejected as a match by al" in watch(case, "screen", BODY)
    watch(case, "undo", "1")
    assert " as a match by" not in watch(case, "screen", BODY)
    assert "Nothing that was decided of the possible match 1 holds" in refused(case, "undo", "1")


def test_the_json_fits_its_schema_and_keeps_the_rules(case: str) -> None:
    validator = Draft202012Validator(load_schema("screening"))
    hidden = json.loads(watch(case, "screen", PERSON, BODY, "--format", "json"))
    validator.validate(hidden)
    assert (hidden["purpose"], hidden["hidden"], len(hidden["possible_matches"])) == (None, 1, 1)
    shown = json.loads(watch(with_purpose(case), "screen", PERSON, BODY, "--format", "json"))
    validator.validate(shown)
    assert {match["entry"]["id"] for match in shown["possible_matches"]} == {"v1", "v2"}
    assert all(match["list"] == shown["lists"][0]["number"] for match in shown["possible_matches"])


def test_the_named_things_of_a_case_are_looked_up(case: str, tmp_path: Path) -> None:
    traced = run("trace", str(make_folder(tmp_path)), "--case", case)
    assert traced.exit_code == 0, traced.output
    answer = watch(with_purpose(case), "screen")
    assert re.search(r"\[\d\] Ilka Moen: possible match with Ilka Moen", answer), answer
    assert "for: words of the post on the list are stated: quay" in answer


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("purpose", "why"), "Found no --until with purpose"),
        (("purpose", "why", "--until", "soon"), "Found 'soon' after --until, expected a day"),
        (("purpose", "why", "--until", "400 days"), "a year at most"),
        (("purpose", "why", "--until", "2001-01-01"), "Found 2001-01-01 as the last day"),
        (("purpose", "--until", "30 days"), "Found no text with purpose"),
        (("import",), "Found no file after import"),
        (("confirm", "9"), "No possible match was shown under the number 9"),
        (("confirm", "x"), "Found x after confirm, expected one number"),
        (("screen", " ; born 1971"), "expected a name"),
        (("screen", "A", "--format", "xml"), "Choose one of: text, json"),
        (("frobnicate",), "Found frobnicate, which is nothing to do with a watchlist"),
    ],
)
def test_what_cannot_be_done_says_what_to_type(case: str, words: tuple[str, ...], told: str) -> None:
    answer = refused(case, *words)
    assert told in answer
    assert "next: " in answer


def test_a_case_without_a_list_says_how_to_import_one(tmp_path: Path) -> None:
    path = str(tmp_path / "empty.case")
    run("trace", str(make_folder(tmp_path)), "--case", path)
    assert "whence watchlist import FILE..." in refused(path, "screen")
    assert "This case holds no watchlist" in refused(path, "list")
    assert f"whence watchlist import FILE... --case {path}" in refused(path, "screen", "Ilka Moen")


def test_a_file_without_a_usable_entry_keeps_nothing(case: str, tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text('{"id": "x", "schema": "Person", "properties": {}}\n', encoding="utf-8")
    result = run("watchlist", "import", str(path), "--case", case)
    assert result.exit_code == 1
    assert "no entry could be used; nothing was kept" in result.output
    assert len(watch(case, "list").splitlines()) == 1


def test_the_example_list_shows_what_agrees_and_leaves_a_namesake_unshown(tmp_path: Path) -> None:
    case, examples = str(tmp_path / "example.case"), Path(__file__).resolve().parents[3] / "examples"
    result = run("watchlist", "import", str(examples / "watchlists" / "tarvenia.ftm.json"), "--case", case)
    assert (result.exit_code, "8 entries" in result.stdout) == (0, True), result.output
    screened = watch(with_purpose(case), "screen", "Milos Artan; chairman of the committee on borders", "Danica Prel")
    assert "possible match with Miloš Artan" in screened
    assert "with Danica Prel" not in screened
    assert "1 person's name agrees with entries, but nothing else does" in screened
