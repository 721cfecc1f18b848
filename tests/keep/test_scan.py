"""Are words compared as SQLite's index compares them?"""

import sqlite3
from contextlib import closing

import pytest

from whence.keep.diagnosis import has_fts5
from whence.keep.scan import query_words, search_by_scanning


@pytest.mark.skipif(not has_fts5(), reason="nothing to compare with where SQLite has no FTS5")
@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Zoë's café", "ZOE cafe"),
        ("Łódź, İzmir", "łodz"),
        ("ПОРТ закрыт", "порт"),
        ("Straße", "strasse"),
        ("Harbour-master", "harbour master"),
        ("harbours", "harbour"),
        ("9:40", "9 40"),
        ("snake_case", "snake"),
        ("e\u0301te\u0301", "été"),
        ("Российский", "российский"),
        ("Российский", "россиискии"),
        ("Αθήνα ΣΟΦΟΣ σοφός", "ΑΘΉΝΑ σοφοσ"),
        ("İzmir", "izmir"),
    ],
)
def test_scanning_finds_what_the_index_finds(text: str, query: str) -> None:
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute("CREATE VIRTUAL TABLE t USING fts5(w, tokenize='unicode61 remove_diacritics 2')")
        index.execute("INSERT INTO t VALUES (?)", (text,))
        wanted = " ".join(f'"{word}"' for word in query_words(query))
        by_index = index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (wanted,)).fetchone()[0]
    assert len(search_by_scanning([("r1", None, text)], query, limit=5)) == by_index


def test_scanning_puts_the_fullest_first() -> None:
    rows = [("long", None, "port " + "word " * 50), ("short", "Port", "the port")]
    assert [found for found, _ in search_by_scanning(rows, "port", limit=5)] == ["short", "long"]
    assert len(search_by_scanning(rows, "port", limit=1)) == 1
