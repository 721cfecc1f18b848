"""How do tests run the command line? In this process where that is enough, with an encoder that needs no weights."""

import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from whence.show.cli.main import app

SOURCE = Path(__file__).resolve().parents[3] / "src"

# Two papers and the port, an invented affair: the second paper repeats the first.
REPORTS = {
    "ledger.txt": """outlet: Quay Ledger
published: 2031-03-02T09:15:00Z
title: Crates missing from the quay

The port authority of Veldmark said on Monday that 12 crates of copper wire were missing from the north quay.

"We counted them twice," said Ilka Moen, who runs the quay.
""",
    "herald.txt": """outlet: Daily Herald
published: 2031-03-03
title: Copper gone

According to the Quay Ledger, 12 crates of copper wire were missing from the north quay of Veldmark on Monday.
""",
}


def make_folder(folder: Path) -> Path:
    """Write the reports into `reports/` of the folder and return that."""
    reports = folder / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        header, _, body = text.partition("\n\n")
        (reports / name).write_text(f"---\n{header}\n---\n\n{body}", encoding="utf-8")
    return reports


def make_value_table(folder: Path) -> Path:
    """Write `table.csv` into the folder and return its path: seven papers give the times of sixty ferries.

    Each paper is late for some ferries, the later ones for more; Harbour Desk and Quayside Today copy the Coast Times.
    """
    papers = ("Bay Echo", "Coast Times", "Isle Mail", "Pier Post", "Strait Star")
    times = {paper: [f"9:{(7 * ferry) % 50:02}" for ferry in range(60)] for paper in papers}
    for number, paper in enumerate(papers):
        for ferry in range(number, 60, 4 if paper == "Coast Times" else 11 - number):
            times[paper][ferry] = f"9:{(7 * ferry + 3 + number) % 50:02}"
    times |= {"Harbour Desk": times["Coast Times"], "Quayside Today": times["Coast Times"]}
    rows = [f"{paper},ferry {ferry},{time}\n" for paper in times for ferry, time in enumerate(times[paper], 1)]
    table = folder / "table.csv"
    table.write_text("source,item,value\n" + "".join(rows), encoding="utf-8")
    return table


def make_watchlist(folder: Path) -> Path:
    """Write `list.jsonl` into the folder and return its path: an invented list with two who are in the reports."""
    rows = [
        '{"id": "v1", "schema": "Person", "datasets": ["veld"], "properties": {"name": ["Ilka Moen"], '
        '"birthDate": ["1971-03-04"], "position": ["Director of the quay company"], "country": ["no"]}}',
        '{"id": "v2", "schema": "Company", "properties": {"name": ["Quay Authority Ltd"], "country": ["pa"]}}',
        '{"id": "v3", "schema": "Person", "properties": {"name": ["Omar Haddad"], "birthDate": ["1960"]}}',
    ]
    path = folder / "list.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """Run a command in this process; `output` of the result is what both ways out got, in order."""
    environ = {"WHENCE_RUN_ENCODER": "hashed", "NO_COLOR": "1", "COLUMNS": "200", "TERM": "dumb"}
    return CliRunner().invoke(app, list(arguments), input=stdin, env=environ)


def start(*arguments: str, **environ: str) -> subprocess.Popen[bytes]:
    """Start the program as a user would, with pipes to all it reads and writes."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("WHENCE_")}
    return subprocess.Popen(  # noqa: S603 - what is started is this project
        [sys.executable, "-m", "whence", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**inherited, "PYTHONPATH": str(SOURCE), "WHENCE_RUN_ENCODER": "hashed", **environ},
    )
