"""What do the tests of commands share? A folder of reports and a traced case."""

from pathlib import Path

import pytest

from tests.show.cli.commands import make_folder, run


@pytest.fixture(name="reports")
def _reports(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


@pytest.fixture(name="case", scope="session")
def _case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    path = folder / "affair.case"
    result = run("trace", str(make_folder(folder)), "--case", str(path))
    assert result.exit_code == 0, result.output
    return path
