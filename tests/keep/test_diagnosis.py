"""Does the diagnosis tell what a case would find at a place?"""

import sqlite3
from pathlib import Path

from whence.keep.diagnosis import StorageFacts, storage_facts


def test_storage_facts_of_a_good_place(tmp_path: Path) -> None:
    facts = storage_facts(tmp_path)
    assert facts.sqlite_version == sqlite3.sqlite_version
    assert facts.has_wal
    assert facts.free_bytes is not None
    assert facts.free_bytes > 0
    assert list(tmp_path.iterdir()) == [], "asking leaves nothing behind"


def test_storage_facts_of_no_place(tmp_path: Path) -> None:
    facts = storage_facts(tmp_path / "nowhere")
    assert facts == StorageFacts(sqlite3.sqlite_version, facts.has_fts5, has_wal=False, free_bytes=None)
