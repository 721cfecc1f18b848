"""How long does a register of 100,000 companies take to be imported and linked, beside a plain reading of its file?

`python -m benchmarks registers`. The yardstick is what any program must do: read the table with Python's csv module and
put every row as it is into a table of SQLite.
"""

import csv
import resource
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from benchmarks.shared import digest
from benchmarks.tasks.measure import Figure, Measured
from benchmarks.worlds import registers
from benchmarks.worlds.registers import MAPPING, write_register
from whence.app import Session
from whence.flow.registers import RegisterRequest, find_network, import_register
from whence.settings import load_settings
from whence.show.progress import CountingProgress

COMPANIES = 100_000
SETTINGS = load_settings(environ={}, overrides={"run.encoder": "hashed", "reader.statements": "rules"})


def measure_registers(companies: int = COMPANIES) -> Measured:
    """Time the import and the whole network of one invented register."""
    with tempfile.TemporaryDirectory() as folder:
        table, mapping = Path(folder) / "register.csv", Path(folder) / "register.toml"
        write_register(table, companies)
        mapping.write_text(MAPPING, encoding="utf-8")
        yardstick = _time_yardstick(table, Path(folder) / "plain.sqlite")
        with Session.open(SETTINGS, case_path=Path(folder) / "a.case", progress=CountingProgress()) as session:
            begun = time.perf_counter()
            request = RegisterRequest(table, mapping)
            limit = SETTINGS.read.max_register_bytes
            import_register(request, case=session.case, clock=session.clock, max_bytes=limit)
            imported = time.perf_counter() - begun
            begun = time.perf_counter()
            network = find_network(session.case, (), company="", options=SETTINGS.registers)
            linked = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = f"{len(network.ties):,} ties, {len(network.groups):,} groups, {len(network.patterns):,} patterns"
    figures = (
        Figure("seconds to import", imported, f"{companies:,} companies"),
        Figure("seconds to link", linked, found),
        Figure("seconds of the yardstick", yardstick),
        Figure("time to import over the yardstick's", imported / yardstick),
        Figure("time to link over the yardstick's", linked / yardstick),
        Figure("peak memory, MB", peak),
    )
    return Measured("registers", digest(Path(registers.__file__)), figures)


def _time_yardstick(table: Path, plain: Path) -> float:
    begun = time.perf_counter()
    with closing(sqlite3.connect(plain)) as connection, table.open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        header = next(rows)
        connection.execute(f"CREATE TABLE plain ({', '.join(header)})")
        connection.executemany(f"INSERT INTO plain VALUES ({', '.join('?' * len(header))})", rows)  # noqa: S608 - a row of marks
        connection.commit()
    return time.perf_counter() - begun
