"""What did a newer version of a report change? Its edits in words, for the terminal."""

from whence.model.report import Edit
from whence.model.stemma import ReportVersions
from whence.show.wording import count_of, quoted, shortened

# Edits of one report that are shown; the dossier has all.
MOST_EDITS = 3
# Characters of either side of an edit.
EDIT_LENGTH = 70


def versions_in_words(versions: ReportVersions) -> str:
    """Return how many versions came before the one that was traced.

    >>> versions_in_words(ReportVersions("r2", ("r1",), ()))
    'changed since 1 earlier version'
    """
    return f"changed since {count_of(len(versions.earlier), 'earlier version')}"


def edits_in_words(versions: ReportVersions) -> list[str]:
    """Return the first edits from the last version but one to the newest, and how many more there are."""
    said = [edit_in_words(edit) for edit in versions.edits[:MOST_EDITS]]
    left = len(versions.edits) - len(said)
    if left:
        said.append(f"and {count_of(left, 'more edit')}")
    return said or ["the words of the text are the same"]


def edit_in_words(edit: Edit) -> str:
    """Return one edit: what became what, what was added, or what was removed.

    >>> from whence.model.spans import Span
    >>> edit_in_words(Edit("Fifty", Span(0, 5), "Sixty", Span(0, 5)))
    '“Fifty” became “Sixty”'
    >>> edit_in_words(Edit("", Span(0, 0), "at least", Span(0, 8)))
    'added: “at least”'
    """
    before, after = (quoted(shortened(side, EDIT_LENGTH)) for side in (edit.before, edit.after))
    if not edit.before.strip():
        return f"added: {after}"
    if not edit.after.strip():
        return f"removed: {before}"
    return f"{before} became {after}"
