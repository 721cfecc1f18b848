"""What can go wrong, and what should the caller do?

WhenceError
├── SkipReport            this input is recorded as failed, the run goes on
│   ├── EmptyReport       nothing to read in it
│   ├── BinaryReport      bytes that are no text
│   ├── ReportTooLarge    over a limit of the settings
│   ├── BadEncoding       the bytes do not fit their declared or any likely encoding
│   ├── PasswordProtected needs a password
│   ├── BrokenFile        damaged, or not what its name says
│   ├── UnknownFormat     no reader for it
│   └── UnreadablePath    missing, or not allowed to be read
├── UseFallback           this passage is read by the built-in reader, the run goes on
│   └── ProposerFailed    the language model gave no answer that can be used
├── CaseUnusable          stop: the case cannot be used (exit code 3)
│   ├── CaseDamaged       not a case, or damaged
│   ├── CaseTooNew        made by a newer Whence
│   ├── CaseBusy          another program holds it
│   └── NoSpace           the disk is full or refuses to be written
├── FixUsage              stop: change what was typed or set (exit code 2)
│   ├── BadSetting        a setting is unknown or has a value it cannot have
│   ├── NothingToRead     no path led to anything that could be a report
│   ├── NoSuchThing       a claim, report or story that the case does not hold
│   ├── WeightsMissing    the encoder's weights are not there
│   ├── WeightsDamaged    the encoder's weights are not the ones expected
│   ├── ReaderMissing     another reader was set, and what it needs is not installed
│   ├── NetworkRefused    something wanted the network in a run that was not told to use it
│   └── BrokenPlan        a step needs what no earlier step makes
└── OutputUnwritable      stop: the answer cannot be written (exit code 74)
"""

from typing import ClassVar


class WhenceError(Exception):
    """Anything that Whence itself raises: `message` says what was found and expected, `hint` what to type next."""

    code: ClassVar[str] = "error"

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"


class SkipReport(WhenceError):
    """One input cannot be used; it is recorded with its reason and the run goes on."""

    code = "skipped"


class EmptyReport(SkipReport):
    """The input holds no text."""

    code = "empty"


class BinaryReport(SkipReport):
    """The input is bytes that are no text."""

    code = "binary"


class ReportTooLarge(SkipReport):
    """The input is over a limit of the settings."""

    code = "too_large"


class BadEncoding(SkipReport):
    """The bytes do not fit their declared encoding, nor any likely one."""

    code = "bad_encoding"


class PasswordProtected(SkipReport):
    """The input cannot be opened without a password."""

    code = "password_protected"


class BrokenFile(SkipReport):
    """The input is damaged, or not what its name says."""

    code = "broken"


class UnknownFormat(SkipReport):
    """No reader knows this kind of input."""

    code = "unknown_format"


class UnreadablePath(SkipReport):
    """The path is missing or may not be read."""

    code = "unreadable"


class UseFallback(WhenceError):
    """Another reader cannot read this passage; the built-in one does, and the run goes on."""

    code = "fallback"


class ProposerFailed(UseFallback):
    """The language model gave no answer that can be used."""

    code = "proposer_failed"


class CaseUnusable(WhenceError):
    """The case cannot be used; nothing was changed."""

    code = "case_unusable"


class CaseDamaged(CaseUnusable):
    """The file is not a case, or is damaged."""

    code = "case_damaged"


class CaseTooNew(CaseUnusable):
    """The case was made by a newer Whence."""

    code = "case_too_new"


class CaseBusy(CaseUnusable):
    """Another program holds the case and did not let go in time."""

    code = "case_busy"


class NoSpace(CaseUnusable):
    """The disk is full or refuses to be written."""

    code = "no_space"


class FixUsage(WhenceError):
    """What was typed or set cannot work as it is."""

    code = "usage"


class BadSetting(FixUsage):
    """A setting is unknown or has a value it cannot have."""

    code = "bad_setting"


class NothingToRead(FixUsage):
    """No path led to anything that could be a report."""

    code = "nothing_to_read"


class NoSuchThing(FixUsage):
    """The case holds no claim, report or story of that name."""

    code = "no_such_thing"


class WeightsMissing(FixUsage):
    """The encoder's weights are not where they should be."""

    code = "weights_missing"


class WeightsDamaged(FixUsage):
    """The encoder's weights are not the ones expected."""

    code = "weights_damaged"


class ReaderMissing(FixUsage):
    """Another reader was set, and what it needs is not installed."""

    code = "reader_missing"


class NetworkRefused(FixUsage):
    """Something wanted the network in a run that was not told to use it."""

    code = "network_refused"


class BrokenPlan(FixUsage):
    """A step of the plan needs what no earlier step makes."""

    code = "broken_plan"


class OutputUnwritable(WhenceError):
    """The answer cannot be written to standard output."""

    code = "output_unwritable"
