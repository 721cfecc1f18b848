"""Where are the shared examples and the reader's weights, and what happens to tests that need them without them?"""

import os
from pathlib import Path

import pytest

from whence.engines.tagger import WEIGHTS, WORDS_FILE

SHARED = Path(__file__).resolve().parents[2] / "shared"

# CI has the shared folder, so a skip there would hide a broken set-up.
_IS_CI = os.environ.get("CI") == "true"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir() and not _IS_CI,
    reason="needs ../shared, which lies beside the project's root only for developers and CI",
)

needs_reader = pytest.mark.skipif(
    not (WEIGHTS / WORDS_FILE).exists(),
    reason="needs the weights of the reader's network: python -m training.reader.export CHECKPOINT --into FOLDER",
)
