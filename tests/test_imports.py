"""Does every module import alone, and does the start stay light?"""

import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src"
MODULES = sorted(
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    for path in (SOURCE / "whence").rglob("*.py")
    if "migrations" not in path.parts and path.name != "__main__.py"
)
# What costs more than a tenth of a second to import has no place in `whence --help`.
HEAVY = {
    "numpy",
    "onnxruntime",
    "trafilatura",
    "sqlalchemy",
    "jinja2",
    "pypdf",
    "py3langid",
    "syntok",
    "lxml",
    "spacy",
    "httpx",
}

_EACH_ALONE = """
import importlib, sys
for name in sys.argv[1:]:
    for loaded in [each for each in sys.modules if each.split(".")[0] == "whence"]:
        del sys.modules[loaded]
    importlib.import_module(name)
    print(name)
"""


@pytest.mark.slow
def test_every_module_imports_alone() -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _EACH_ALONE, *MODULES],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(SOURCE)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == MODULES


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, whence.show.cli.main; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(SOURCE)}
    )
    assert set(done.stdout.split()) & HEAVY == set()


@pytest.mark.parametrize("stage", ["model", "text", "read", "understand", "link", "weigh"])
def test_the_middle_takes_addresses_apart_but_opens_none(stage: str) -> None:
    # import-linter cannot tell urllib.parse from urllib.request.
    for path in (SOURCE / "whence" / stage).rglob("*.py"):
        assert "urllib.request" not in path.read_text(encoding="utf-8"), path
