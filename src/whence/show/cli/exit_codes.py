"""What does the exit code of `whence` say? A visible table; docs/cli.md repeats it and is tested against it."""

from whence.registry import Row, Table

DONE = 0
SOME_FAILED = 1
WRONG_USAGE = 2
CASE_UNUSABLE = 3
# EX_SOFTWARE of sysexits.h: the fault is the program's.
UNEXPECTED = 70
# EX_IOERR of the same list.
OUTPUT_UNWRITABLE = 74
# What shells report of a program that ended by SIGINT and by SIGPIPE.
INTERRUPTED = 130
PIPE_CLOSED = 141

EXIT_CODES: Table[int] = Table(
    "exit code",
    (
        Row("done", DONE, "done"),
        Row(
            "some_failed",
            SOME_FAILED,
            "done, but some reports failed, or rows were left out, and are listed; `doctor`: something is missing",
        ),
        Row("wrong_usage", WRONG_USAGE, "wrong usage: what was typed or set cannot work"),
        Row("case_unusable", CASE_UNUSABLE, "the case cannot be used"),
        Row("unexpected", UNEXPECTED, "an error in Whence itself"),
        Row("output_unwritable", OUTPUT_UNWRITABLE, "the answer cannot be written: standard output is closed or full"),
        Row("interrupted", INTERRUPTED, "interrupted with Ctrl-C"),
        Row("pipe_closed", PIPE_CLOSED, "the program that read the output stopped reading"),
    ),
)
