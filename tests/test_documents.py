"""Do the documents say what is so?"""

import re
import tomllib
from pathlib import Path

import pytest

from tests.shared import SHARED, needs_shared

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").rglob("*.md")])
TRACKED = (".py", ".md", ".toml", ".txt", ".json", ".jsonl", ".html", ".j2", ".css", ".yml", "run")


def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert f"\n{last}\n" in readme


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text(encoding="utf-8"))
    missing = [target for target in targets if "://" not in target and not (document.parent / target).exists()]
    assert missing == []


def test_requirements_are_locked_by_hash_without_an_address() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert "://" not in text
    locked = {name.lower() for name in re.findall(r"^([A-Za-z0-9._-]+)==", text, flags=re.MULTILINE)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=!~;\[ ]", each, maxsplit=1)[0].lower() for each in project["dependencies"]}
    assert wanted <= locked
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in entry for entry in entries)


def test_no_file_names_a_machine_or_a_package_host() -> None:
    # Put together here, so that this file does not hold what it looks for.
    forbidden = re.compile(
        "|".join(["(^|[^.a-z])/" + "work/", "pypi" + r"\.org", "pythonhosted" + r"\.org", "npm" + "js"])
    )
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for folder in ("src", "tests", "benchmarks", "docs", "examples", "training", ".ci")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.name.endswith(TRACKED)
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if forbidden.search(line)
    ]
    assert found == []


@needs_shared
def test_no_text_of_the_seeds_is_in_the_project() -> None:
    # Sixty characters in a row are no coincidence.
    seeds = [path.read_text(encoding="utf-8") for path in (SHARED / "seeds").glob("*.txt")]
    pieces = {text[start : start + 60] for text in seeds for start in range(0, len(text) - 60, 20)}
    for folder in ("src", "tests", "benchmarks", "docs", "examples"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.name.endswith(TRACKED):
                content = path.read_text(encoding="utf-8", errors="replace")
                assert not [piece for piece in pieces if piece in content], path
