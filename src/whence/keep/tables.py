"""Which tables does a case have? What the code reads and writes; the migrations make them, a test compares both."""

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

# Written into the file's header, so that a case is told from any other SQLite file: "Whnc" in ASCII.
APPLICATION_ID = 0x57686E63
# The newest migration; a test compares it with the folder of migrations.
HEAD = "0007"
# The index of words (FTS5). It is made and asked in whence.keep.reports, and only where SQLite has FTS5.
SEARCH = "report_words"


class ExactText(TypeDecorator[str]):
    """Text that comes back as it went in: what UTF-8 cannot hold (half a surrogate pair) goes in as bytes.

    JSON lines can hold such halves, and so do names of files that are no UTF-8; spans count them, so none may be lost.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | bytes | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the text, or its bytes where it holds half a surrogate pair."""
        if value is None or value.isascii():
            return value
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
        return value

    def process_result_value(self, value: str | bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the text, from its bytes where it was kept so."""
        return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("arrival", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("series", Text, nullable=False),
    Column("arrived_at", Text, nullable=False),
    Column("given_id", ExactText),
    Column("path", ExactText, nullable=False),
    Column("title", ExactText),
    Column("title_in_text", Boolean, nullable=False),
    Column("outlet", ExactText),
    Column("outlet_type", ExactText),
    Column("byline", ExactText),
    Column("url", ExactText),
    Column("published", Text),
    Column("published_precision", Text),
    Column("language", ExactText),
    Column("media_type", ExactText, nullable=False),
    Column("original_sha256", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("made_by", LargeBinary, nullable=False),
    Column("links", LargeBinary, nullable=False),
    Column("text", ExactText, nullable=False),  # last: rows are read without it where only the rest is wanted
    Index("reports_by_series", "series", "arrival"),
)

understandings = Table(
    "understandings",
    metadata,
    Column("text_sha256", Text, primary_key=True),
    Column("made_by_digest", Text, primary_key=True),
    Column("kept_at", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

traces = Table(
    "traces",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("reports", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    # The parts that it is made of, by the SHA-256 of their bodies, one behind the other: 32 bytes each, in order.
    Column("parts", LargeBinary, nullable=False),
)

# One part a story; a part that did not change from one trace to the next is kept once.
trace_parts = Table(
    "trace_parts",
    metadata,
    Column("sha256", LargeBinary, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# Which reports and voices a part speaks of.
trace_nodes = Table(
    "trace_nodes",
    metadata,
    Column("node", Text, primary_key=True),
    Column("part", LargeBinary, primary_key=True),
)

failures = Table(
    "failures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("path", ExactText, nullable=False),
    Column("code", Text, nullable=False),
    Column("reason", ExactText, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("undone_at", Text),
    Column("body", LargeBinary, nullable=False),
)

vectors = Table(
    "vectors",
    metadata,
    Column("text_sha256", LargeBinary, primary_key=True),
    Column("encoder", Text, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

# The reports by the words that tell most about them (a hash of each), with their day; and which reports those are.
story_words = Table(
    "story_words",
    metadata,
    Column("word", Integer, primary_key=True),
    Column("report", Text, primary_key=True),
    Column("day", Float),
    sqlite_with_rowid=False,
)

story_reports = Table("story_reports", metadata, Column("report", Text, primary_key=True), sqlite_with_rowid=False)

# In how many reports each word stands; word 0 counts the reports.
word_counts = Table(
    "word_counts",
    metadata,
    Column("word", Integer, primary_key=True),
    Column("reports", Integer, nullable=False),
)

# What became of stories, in order.
story_log = Table(
    "story_log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# Things as single reports name them, each with the entity that it was taken as.
entity_occurrences = Table(
    "entity_occurrences",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# The keys of their names, by which those that may be one are found (a hash of each).
entity_keys = Table(
    "entity_keys",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("occurrence", Text, primary_key=True),
    Column("report", Text, nullable=False),
    sqlite_with_rowid=False,
)

# What runs decided about two of them; what people decided is among the judgements.
entity_decisions = Table(
    "entity_decisions",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# Every version of a watchlist; what a newer one replaced has neither index nor entries any more.
watchlists = Table(
    "watchlists",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("series", Text, nullable=False),
    Column("superseded", Boolean, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("name_index", LargeBinary),
)

watch_entries = Table(
    "watch_entries",
    metadata,
    Column("list", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

purposes = Table(
    "purposes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# Possible matches that were shown once, under the number by which a person confirms or rejects them.
shown_matches = Table(
    "shown_matches",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

match_decisions = Table(
    "match_decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("undone_at", Text),
    Column("body", LargeBinary, nullable=False),
)

# Imported company registers, in order of arrival: the register, and the rows and cells that could not be used.
registers = Table(
    "registers",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),
    Column("refused", LargeBinary, nullable=False),
)

# Every row of a register as it stands in the file, by its line.
register_rows = Table(
    "register_rows",
    metadata,
    Column("register", Integer, primary_key=True),
    Column("line", Integer, primary_key=True),
    Column("raw", ExactText, nullable=False),
    sqlite_with_rowid=False,
)

register_companies = Table(
    "register_companies",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("register", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("register_companies_by_register", "register", "number"),
)
