"""Where are the shared examples and what happens to tests that need them without them?"""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

# CI has the shared folder, so a skip there would hide a broken set-up.
_IS_CI = os.environ.get("CI") == "true"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir() and not _IS_CI,
    reason="needs ../shared, which lies beside the project's root only for developers and CI",
)
