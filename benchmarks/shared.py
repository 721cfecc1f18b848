"""Where are the shared data and scorers, and which texts exactly were measured?"""

import hashlib
import importlib
import sys
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).resolve().parents[2] / "shared"


def scorer(name: str) -> ModuleType:
    """Return the scorer of that name from the shared tools, say `score_chains`."""
    tools = str(SHARED / "tools")
    if tools not in sys.path:
        sys.path.insert(0, tools)
    return importlib.import_module(name)


def digest(*files: Path) -> str:
    """Return 12 hex digits over the bytes of the files, so that a floor says on which texts it was set."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(file.name.encode())
        total.update(file.read_bytes())
    return total.hexdigest()[:12]
