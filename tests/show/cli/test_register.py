"""Do the commands of `whence register` import, list and show, and say what to type where they cannot?"""

import json
import re
from pathlib import Path

import pytest

from tests.show.cli.commands import run
from whence.show.register_lines import MOST_GROUPS

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "registers"
TABLE, MAPPING, LINES = EXAMPLES / "tarvenia.csv", EXAMPLES / "tarvenia.toml", EXAMPLES / "morovar.ftm.json"


@pytest.fixture(name="registered", scope="module")
def _registered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("registers") / "affair.case"
    for arguments in ((TABLE, "--mapping", MAPPING, "--licence", "made up"), (LINES,)):
        result = run("register", "import", *map(str, arguments), "--case", str(case))
        assert result.exit_code == 0, result.output
    return case


def test_a_proposed_mapping_imports_what_it_was_proposed_for(tmp_path: Path) -> None:
    proposed = run("register", "mapping", str(TABLE))
    assert proposed.exit_code == 0
    mapping = tmp_path / "map.toml"
    mapping.write_text(proposed.stdout, encoding="utf-8")
    result = run("register", "import", str(TABLE), "--mapping", str(mapping), "--case", str(tmp_path / "a.case"))
    assert (result.exit_code, result.stdout) == (0, "tarvenia: 44 companies in 44 rows, 0 refused\n")


def test_an_empty_mapping_is_told_and_the_table_is_not_taken_for_json(tmp_path: Path) -> None:
    mapping = tmp_path / "map.toml"
    mapping.touch()
    result = run("register", "import", str(TABLE), "--mapping", str(mapping), "--case", str(tmp_path / "a.case"))
    assert result.exit_code != 0
    assert "Found no name under [company]" in result.stderr
    assert "JSON" not in result.stderr


def test_the_list_has_file_licence_and_size(registered: Path) -> None:
    shown = run("register", "list", "--case", str(registered)).stdout
    assert "tarvenia\n  44 companies in 44 rows; imported " in shown
    assert "licence: made up" in shown
    assert "morovar\n  3 companies in 11 rows" in shown
    assert "licence: not recorded" in shown


def test_the_network_shows_groups_hubs_and_what_is_possible(registered: Path) -> None:
    shown = run("register", "network", "--case", str(registered)).stdout
    assert shown.startswith("47 companies of tarvenia, morovar: 27 in 5 groups")
    assert "Harrow Boats Ltd owns 60% of Kesk Fuel Ltd  [tarvenia.csv, line 23]" in shown
    assert "14 Linden Quay, Lissgrad, 1010: a registration address with 14 companies; it links nobody" in shown
    assert re.search(r"Possibly shared, so it links nobody yet:\n   director: Ina Sole \(2 companies\)", shown)


def test_one_company_is_shown_with_every_row(registered: Path) -> None:
    shown = run("register", "network", "M-8812", "--case", str(registered)).stdout
    assert (
        "Dray Bonded Stores Ltd: Tove Marn (managing director from 2024-02-11)  [morovar.ftm.json, lines 6 and 9]"
        in shown
    )
    assert "Vant Trading" not in shown


def test_the_page_is_written_beside_the_answer(registered: Path, tmp_path: Path) -> None:
    out = tmp_path / "network.html"
    result = run("register", "network", "--case", str(registered), "--out", str(out), "--format", "json")
    assert json.loads(result.stdout)["counts"] == {"companies": 47, "groups": 5}
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    again = run("register", "network", "--case", str(registered), "--out", str(out), "--format", "html", "--quiet")
    assert again.stdout.startswith("<!doctype html>")


def test_patterns_are_described_with_innocent_grounds(registered: Path) -> None:
    shown = run("register", "patterns", "--case", str(registered)).stdout
    assert shown.startswith("These are descriptions of a register. None says that anybody did something wrong")
    assert "Ownership in a circle (1)" in shown
    assert "Rows: tarvenia.csv, lines 2-15" in shown
    document = json.loads(run("register", "patterns", "--case", str(registered), "--format", "json").stdout)
    assert {pattern["kind"] for pattern in document["patterns"]} >= {"one_address", "succession", "same_set"}
    assert all(pattern["innocent"] and pattern["how_common"] and pattern["rows"] for pattern in document["patterns"])


def test_a_later_register_of_the_same_name_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    case, table = tmp_path / "a.case", tmp_path / "tarvenia.csv"
    lines = TABLE.read_text(encoding="utf-8").splitlines(keepends=True)
    for count in (10, 20):
        table.write_text("".join(lines[:count]), encoding="utf-8")
        run("register", "import", str(table), "--mapping", str(MAPPING), "--case", str(case))
    assert run("register", "network", "--case", str(case)).stdout.startswith("19 companies of tarvenia:")
    assert "tarvenia  (replaced by a later one)" in run("register", "list", "--case", str(case)).stdout
    known = run("register", "import", str(table), "--mapping", str(MAPPING), "--case", str(case))
    assert "the case held the same one already" in known.stdout


def test_broken_rows_are_told_by_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(TABLE.read_text(encoding="utf-8") + "short;row\n", encoding="utf-8")
    result = run("register", "import", str(table), "--mapping", str(MAPPING), "--case", str(tmp_path / "a.case"))
    assert result.exit_code == 1
    assert f"left out: {table}, line 46: It has 2 cells, the first line names 21 columns." in result.stderr
    assert result.stdout == "t: 44 companies in 44 rows, 1 refused\n"


@pytest.mark.parametrize(
    ("typed", "found", "following"),
    [
        (f"import {TABLE} --case CASE", "Found a table and no --mapping", "whence register mapping"),
        (f"import {TABLE} --mapping none.toml --case CASE", "none.toml cannot be read", "whence register mapping"),
        ("import none.csv --case CASE", "none.csv: Found no plain file", "Give a table"),
        ("import . --case CASE", "Found a folder, expected a register in one file.", "./FILE"),
        (f"mapping {LINES}", "Found JSON lines, which need no mapping", "whence register import"),
        ("network Nobody --case REGISTERED", "No company of the registers is called 'Nobody'", "number, or its name"),
        ("network lissgrad --case REGISTERED", "may be several companies", "number, or its name"),
        ("network --case REGISTERED --format yaml", "Found --format yaml", "text, json, html"),
        ("network --case REGISTERED --out a.txt", "Found --out a.txt", "ending in .html"),
        ("patterns --case REGISTERED --format html", "Found --format html", "text, json"),
        ("network --case EMPTY", "This case holds no company register yet", "whence register import"),
        ("network --case none.case", "There is no case at none.case", "whence trace"),
        ("nothing", "No such command 'nothing'", "mapping, import, list, network, patterns"),
    ],
)
def test_what_cannot_work_says_what_to_type(
    registered: Path, case: Path, tmp_path: Path, typed: str, found: str, following: str
) -> None:
    words = typed.replace("REGISTERED", str(registered)).replace("EMPTY", str(case))
    result = run("register", *words.replace("CASE", str(tmp_path / "a.case")).split())
    assert result.exit_code == 2, result.output
    assert found in result.stderr
    assert "next: " in result.stderr
    assert following in result.stderr
    assert result.stdout == ""


def test_what_to_type_next_names_the_case_that_was_given(case: Path) -> None:
    command = f"whence register import FILE --mapping MAP.toml --case {case}"
    assert command in run("register", "list", "--case", str(case)).stdout
    assert command in run("register", "network", "--case", str(case)).stderr


def test_companies_are_looked_up_among_what_the_reports_name(tmp_path: Path) -> None:
    case = str(tmp_path / "a.case")
    report = EXAMPLES.parent / "grey-herons" / "04-ombra-institute-for-strategic-study.txt"
    rules = ("--set", "reader.statements=rules")
    run("trace", str(report), "--case", case, *rules)
    run("register", "import", str(TABLE), "--mapping", str(MAPPING), "--case", case)
    shown = run("register", "network", "--case", case, *rules).stdout
    assert "Possible matches with what the reports name:" in shown
    assert "Ombra Institute for Strategic Study: possibly Ombra Institute for Strategic Study Ltd" in shown


def test_the_text_is_cut_where_a_register_has_very_many_groups(tmp_path: Path) -> None:
    table, mapping, case = tmp_path / "t.csv", tmp_path / "t.toml", str(tmp_path / "a.case")
    rows = [f"Firm {n},+999 55 0000{n // 2:02}" for n in range(2 * MOST_GROUPS + 6)]
    table.write_text("name,phone\n" + "\n".join(rows) + "\n", encoding="utf-8")
    mapping.write_text('[company]\nname = "name"\nphone = "phone"\n', encoding="utf-8")
    run("register", "import", str(table), "--mapping", str(mapping), "--case", case)
    assert "  and 3 smaller groups; --format json has all" in run("register", "network", "--case", case).stdout
