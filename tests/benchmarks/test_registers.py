"""Does the measurement of registers invent one that can be imported and linked, the same each time?"""

from pathlib import Path

from benchmarks.tasks.registers import measure_registers
from benchmarks.worlds.registers import write_register


def test_every_figure_is_measured() -> None:
    figures = {figure.name: figure for figure in measure_registers(300).figures}
    assert figures["time to link over the yardstick's"].value > 0
    assert "ties" in figures["seconds to link"].detail


def test_the_same_register_is_invented_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_register(tmp_path / name, 50)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
