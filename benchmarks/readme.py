"""Which figures stand in the README, and how do they get there? By command, never by hand."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.tasks.measure import Measured

README = Path(__file__).resolve().parents[1] / "README.md"
# What the tables are made of.
README_TASKS = [
    *("newsroom", "written-newsroom", "locked-newsroom", "chains", "written-passages", "locked-passages"),
    *("entities", "relations", "times", "places", "screening"),
]

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"

# (task, figure as measured, what it is called for a reader)
ROWS = (
    ("newsroom", "origins: claims answered", "claims found again (of the annotated ones), %"),
    (
        "newsroom",
        "origins: false corroboration, at_least 2 of one true",
        "**false corroboration**: one true origin shown as two, %",
    ),
    (
        "newsroom",
        "origins: corroboration shown, at_least 2 of two or more",
        "corroboration shown where two or more are true, %",
    ),
    ("newsroom", "origins: range holds the true number", "range holds the true number, %"),
    (
        "newsroom",
        "origins: interval score, width + 20 x miss (constant 1-5: 4.00)",
        "interval score (lower is better; always answering 1 of 1 to 5: 4.0)",
    ),
    ("newsroom", "origins: likely is true", "likely number is the true one, %"),
    ("newsroom", "claims, mentions grouped", "mentions grouped into claims, B-cubed F1"),
    ("newsroom", "report parents, directed", "which report depends on which, F1"),
    ("newsroom", "stories, reports grouped", "reports grouped into stories, B-cubed F1"),
    ("newsroom", "edges without a passage", "edges without a passage"),
)
PASSAGES = (
    ("statements F1", "statements found, F1"),
    ("link F1", "with the right source and cue, F1"),
    ("chain F1", "with the whole chain of voices right, F1"),
    ("certainty, macro F1", "certainty of found, macro F1"),
    ("polarity, macro F1", "polarity of found, macro F1"),
)
# (task, figure of one half and of the other, what it is called for a reader)
WHO = (
    ("entities", "learn: entities B3", "locked: entities B3", "names and voices put together, B-cubed F1"),
    (
        "entities",
        "learn: near names, two things merged, %",
        "locked: near names, two things merged, %",
        "**near names merged** that are two things, %",
    ),
    (
        "entities",
        "learn: near names, one thing found, %",
        "locked: near names, one thing found, %",
        "near names found that are one thing, %",
    ),
    (
        "relations",
        "learn, as certain as it says: precision",
        "locked, as certain as it says: precision",
        "relations right, as certain as they are said, %",
    ),
    (
        "relations",
        "learn, as certain as it says: recall",
        "locked, as certain as it says: recall",
        "relations found, %",
    ),
    ("times", "learn: value right, %", "locked: value right, %", "time phrases with their exact value, %"),
    ("places", "even: end to end", "odd, not looked at: end to end", "places of US local news within 161 km, %"),
    (
        "screening",
        "learn: with contexts, recall at precision .9",
        "locked: with contexts, recall at precision .9",
        "spellings found on a list at precision 0.9, %",
    ),
)


def write_figures(measured: Mapping[str, Measured]) -> None:
    """Put the figures between the marks in the README, with today's date."""
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    README.write_text(f"{before}{BEGIN}\n{_tables(measured)}\n{END}{after}", encoding="utf-8")


def _tables(measured: Mapping[str, Measured]) -> str:
    today = datetime.now(UTC).date().isoformat()
    values = {(task, figure.name): figure.value for task, each in measured.items() for figure in each.figures}
    lines = [
        f"Measured on {today} by `python -m benchmarks {' '.join(README_TASKS)}`.",
        "",
        "| invented stories with known origins | development: 12 | written by others: 4 | locked: 28 |",
        "|---|---:|---:|---:|",
    ]
    for task, name, words in ROWS:
        stories = (f"{values[each, name]:g}" for each in (task, f"written-{task}", f"locked-{task}"))
        lines.append(f"| {words} | {' | '.join(stories)} |")
    lines += [
        "",
        "| annotated passages with nested attribution | development | written by others | locked |",
        "|---|---:|---:|---:|",
    ]
    for name, words in PASSAGES:
        columns = (f"{values[task, name]:g}" for task in ("chains", "written-passages", "locked-passages"))
        lines.append(f"| {words} | {' | '.join(columns)} |")
    lines += [
        "",
        "| who, where, when: sets written by others | looked at | locked |",
        "|---|---:|---:|",
    ]
    for task, one, other, words in WHO:
        lines.append(f"| {words} | {values[task, one]:.1f} | {values[task, other]:.1f} |")
    return "\n".join(lines)
