"""What must a reader see first? The trace on a terminal: stories, their claims in order, and what is behind each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from whence.model.judgement import Judgement
from whence.model.report import Report
from whence.model.stemma import Drift, Trace, WeighedClaim, WeighedStory
from whence.show.judgements import flags_in_words, marks_of
from whence.show.lineage import LineageRow, find_uncredited, trace_lineage
from whence.show.versions import edits_in_words, versions_in_words
from whence.show.wording import (
    DRIFT_WORDS,
    LINK_WORDS,
    NOT_RECORDED,
    claim_frame,
    count_of,
    independence_in_words,
    moment_in_words,
    numbers_in_words,
    origins_in_words,
    outlet_in_words,
    plain,
    quoted,
    report_in_words,
    shortened,
    statement_frame,
    voice_in_words,
    voices_beyond,
)

# Claims shown a story unless more are asked for: a story then fits two screens.
MOST_CLAIMS = 3
# Rows of a claim's tree, levels it is indented by, and lines of changes and of contrary claims.
MOST_ROWS = 12
MOST_INDENTS = 4
MOST_LINES = 4
# Reports with a story of their own, with a newer version, and not understood, that are listed by name.
MOST_REPORTS = 10
# Characters of a claim, and of a passage beside another; the dossier and `explain` have them whole.
CLAIM_LENGTH = 280
PASSAGE_LENGTH = 70
# Columns: below the first, labels stand above their lines; no text is squeezed under the second.
NARROW = 72
NARROWEST = 20

LEGEND = (
    "Under each origin stand the reports that likely have the claim from there. "
    "A ← B: A says it has it from B. A number says how likely a step is, where it is not nearly sure."
)

# One line of a list: what stands before it (the branches of the tree), and its text.
Line = tuple[str, Text]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the lines of one claim look things up in."""

    reports: Mapping[str, Report]
    claims: Mapping[str, WeighedClaim]
    uncredited: frozenset[tuple[str, str]]
    trace: Trace
    marks: Mapping[str, Judgement]


def print_summary(
    trace: Trace, console: Console, *, most_claims: int = MOST_CLAIMS, judgements: Sequence[Judgement] = ()
) -> tuple[int, ...]:
    """Print the stories, the one with the first-ranked claim first; of each the first `most_claims` claims.

    Claims that several reports make come before those of one. A story of one report has nothing to compare: those are
    listed at the end. Returns the numbers of the claims that are shown, in their order. `judgements` are those that
    hold.
    """
    if not trace.reports:
        console.print(Text("No report could be read, so there is nothing to trace."))
        return ()
    shown = _Shown(
        {report.id: report for report in trace.reports},
        {claim.claim.id: claim for claim in trace.claims},
        find_uncredited(trace.edges),
        trace,
        marks_of(judgements),
    )
    stories, lone = _sort_stories(trace)
    _print_head(trace, stories, shown, console)
    _print_versions(trace, shown, console)
    ranks: list[int] = []
    claims: dict[str, list[WeighedClaim]] = {}
    for claim in trace.claims:
        claims.setdefault(claim.claim.story, []).append(claim)
    for place, story in enumerate(stories, 1):
        ranks += _print_story(
            story,
            claims.get(story.story.id, []),
            shown,
            console,
            place=f"{place} of {len(stories)}",
            most_claims=most_claims,
        )
    _print_lone(lone, shown, console, is_only=not stories)
    _print_not_understood(trace, shown, console)
    return tuple(ranks)


def order_claims(claims: Sequence[WeighedClaim]) -> list[WeighedClaim]:
    """Return the claims of a story as a reader should meet them: those in several reports first, each by rank."""
    return sorted(claims, key=lambda claim: (count_reports(claim) < 2, claim.rank))


def pick_claims(ordered: Sequence[WeighedClaim], most: int) -> list[WeighedClaim]:
    """Return the first `most` claims; the last place goes to one with two origins at least, where none else has them.

    The order puts first what needs caution; a reader must also see what rests on more than one origin.
    """
    listed, rest = list(ordered[:most]), ordered[most:]
    best = next((claim for claim in rest if claim.origins.numbers.at_least > 1), None)
    if best is not None and most > 1 and all(claim.origins.numbers.at_least < 2 for claim in listed):
        listed[-1] = best
    return listed


def count_reports(claim: WeighedClaim) -> int:
    """Return in how many reports a claim more likely stands than not."""
    return len(list_reports(claim))


def list_reports(claim: WeighedClaim) -> set[str]:
    """Return the reports that more likely make a claim than not; all that may where none does."""
    sure = {mention.mention.report for mention in claim.mentions if mention.mention.belongs >= 0.5}
    return sure or {mention.mention.report for mention in claim.mentions}


def _sort_stories(trace: Trace) -> tuple[list[WeighedStory], list[WeighedStory]]:
    first: dict[str, int] = {}
    for claim in trace.claims:
        first[claim.claim.story] = min(claim.rank, first.get(claim.claim.story, claim.rank))
    last = len(trace.claims) + 1
    stories = sorted(trace.stories, key=lambda story: first.get(story.story.id, last))
    shared = [story for story in stories if len(story.story.reports) > 1]
    return shared, [story for story in stories if len(story.story.reports) < 2]


def _print_head(trace: Trace, stories: Sequence[WeighedStory], shown: _Shown, console: Console) -> None:
    """Print what there is in all, a line a story where there are several, and how to read the trees."""
    several = sum(count_reports(claim) > 1 for claim in trace.claims)
    counts = [
        count_of(len(trace.reports), "report"),
        count_of(len(stories), "story of several reports", "stories of several reports"),
        f"{count_of(several, 'claim')} in several reports",
    ]
    _print_hanging(Text(" · ".join(counts), style="bold"), console)
    for place, story in enumerate(stories if len(stories) > 1 else (), 1):
        held = [shown.reports[report] for report in story.story.reports if report in shown.reports]
        where = f"{_count_outlets(held)}, {numbers_in_words(story.origins.numbers)}"
        line = Text.assemble((plain(story.story.title), "bold"), f"  {where}")
        _print_hanging(line, console, prefix=f"{place:>{len(str(len(stories)))}}. ")
    if stories:
        console.print()
        _print_hanging(Text(LEGEND, style="dim"), console)


def _print_versions(trace: Trace, shown: _Shown, console: Console) -> None:
    """Print each report that has changed since an earlier version, and what: an edit may be the news."""
    held = [versions for versions in trace.versions if versions.report in shown.reports]
    for versions in held[:MOST_REPORTS]:
        console.print()
        head = f"{report_in_words(shown.reports[versions.report])}: {versions_in_words(versions)}"
        _print_hanging(Text(head, style="yellow"), console)
        for line in edits_in_words(versions):
            _print_hanging(Text(line), console, prefix="  ")
    if len(held) > MOST_REPORTS:
        console.print()
        _print_hanging(Text(f"{count_of(len(held) - MOST_REPORTS, 'more report')} changed.", style="dim"), console)


def _print_story(
    story: WeighedStory,
    claims: Sequence[WeighedClaim],
    shown: _Shown,
    console: Console,
    *,
    place: str,
    most_claims: int,
) -> list[int]:
    """Print a story, and return the numbers of its claims that are shown."""
    console.print()
    console.print(Rule(Text(f"Story {place}", style="bold"), align="left", style="dim"))
    _print_hanging(Text(plain(story.story.title), style="bold"), console)
    _print_hanging(Text(_coverage(story, shown.reports)), console)
    pooled = count_of(len(story.pooled_claims), "claim")
    _print_hanging(Text(f"The story, pooled over {pooled}: {origins_in_words(story.origins)}"), console)
    ordered = order_claims(claims)
    several = [claim for claim in ordered if count_reports(claim) > 1]
    listed = pick_claims(several, most_claims)
    listed += ordered[len(several) :][: most_claims - len(listed)]
    for claim in listed:
        console.print()
        _print_claim(claim, shown, console)
    left = len(ordered) - len(listed)
    if left:
        lone = min(left, len(ordered) - len(several))
        detail = f" ({lone:,} of them in one report only)" if lone else ""
        line = f"{left:,} more in this story{detail}: --claims {len(ordered)} shows them, --out dossier.html shows all."
        console.print()
        _print_hanging(Text(line, style="dim"), console)
    return [claim.rank for claim in listed]


def _coverage(story: WeighedStory, reports: Mapping[str, Report]) -> str:
    held = [reports[report] for report in story.story.reports if report in reports]
    line = _count_outlets(held)
    dated = sorted(
        (report.published for report in held if report.published), key=lambda moment: (moment.earliest(), moment.value)
    )
    if not dated:
        return f"{line}, times {NOT_RECORDED}"
    first, last = dated[0].value[:10], dated[-1].value[:10]
    undated = len(held) - len(dated)
    rest = f", {undated:,} with time {NOT_RECORDED}" if undated else ""
    return f"{line}, {first}{rest}" if first == last else f"{line}, {first} to {last}{rest}"


def _print_claim(claim: WeighedClaim, shown: _Shown, console: Console) -> None:
    statements = [mention.mention.statement for mention in claim.mentions]
    number = f"[{claim.rank}] "
    indent = " " * len(number)
    head = Text.assemble(
        (f"{claim_frame(statements)}: ", "italic"),
        (quoted(shortened(claim.claim.text, CLAIM_LENGTH)), "bold"),
    )
    _print_hanging(head, console, prefix=number)
    warnings = [Text(f"! {said}", style="yellow") for said in flags_in_words(claim, shown.marks, shown.trace)]
    for line in [*_numbers(claim, shown), *warnings]:
        _print_hanging(line, console, prefix=indent)
    rows = (("from", _ways(claim, shown)), ("changed", _drift(claim, shown)), ("against", _against(claim, shown)))
    for label, lines in rows:
        _print_labelled(label, lines, console, indent=indent)


def _print_labelled(label: str, lines: Sequence[Line], console: Console, *, indent: str) -> None:
    """Print lines beside their label; on a narrow terminal, below it."""
    is_narrow = console.width < NARROW
    if lines and is_narrow:
        _print_hanging(Text(f"{indent}{label}", style="dim"), console)
    for place, (prefix, line) in enumerate(lines):
        shown_label = "" if place or is_narrow else label
        _print_hanging(line, console, prefix=indent + (f"{shown_label:8}" if not is_narrow else "") + prefix)


def _print_hanging(text: Text, console: Console, *, prefix: str = "") -> None:
    """Print a text after a prefix, its further lines below its first."""
    width = max(console.width - len(prefix), NARROWEST)
    for place, line in enumerate(text.wrap(console, width)):
        line.rstrip()
        before = (" " * len(prefix) if place else prefix, "dim")
        console.print(Text.assemble(before, line), soft_wrap=True)


def _numbers(claim: WeighedClaim, shown: _Shown) -> tuple[Text, Text]:
    style = "green" if claim.origins.is_corroborated else "cyan"
    reports = list_reports(claim)
    where = _count_outlets([shown.reports[report] for report in reports if report in shown.reports])
    left = len({mention.mention.report for mention in claim.mentions}) - len(reports)
    perhaps = f", perhaps in {left:,} more" if left else ""
    return (
        Text(origins_in_words(claim.origins), style),
        Text(f"in {where}{perhaps}: {independence_in_words(claim.origins)}"),
    )


def _count_outlets(reports: Sequence[Report]) -> str:
    """Return how many reports there are and by how many outlets, as far as outlets are recorded."""
    outlets = len({report.outlet for report in reports if report.outlet})
    held = count_of(len(reports), "report")
    return f"{held} by {count_of(outlets, 'outlet')}" if outlets else f"{held}, outlets {NOT_RECORDED}"


def _ways(claim: WeighedClaim, shown: _Shown) -> list[Line]:
    rows = trace_lineage(claim, reports=shown.reports, uncredited=shown.uncredited)
    kept = rows[:MOST_ROWS]
    # An origin without the reports below it says nothing.
    while len(kept) < len(rows) and kept[-1].mention is None:
        kept.pop()
    lines = [_way(row, shown) for row in kept]
    left = sum(row.mention is not None for row in rows[len(kept) :])
    return [*lines, ("", _more(left, "report"))] if left else lines


def _way(row: LineageRow, shown: _Shown) -> Line:
    """Return a line of the tree: an origin, or below it a report with the voices it names, nearest first."""
    judged = f"  judged {shown.marks[row.node].verdict}" if row.node in shown.marks else ""
    if row.mention is None:
        remark = f"  {row.remark}" if row.remark else ""
        return "", Text.assemble((row.name, "bold"), (judged, "yellow"), (remark, "dim"))
    statement = row.mention.mention.statement
    report = shown.reports.get(row.mention.mention.report)
    notes = [moment_in_words(report.published if report else None), statement_frame(statement), row.remark]
    # Nine in ten: below that a reader should see that another way is possible.
    notes.append(f"likely {row.probability:.2f}" if row.probability < 0.9 else "")
    heard = voices_beyond(row.name, statement.voices)
    voices = "".join(f" ← {voice_in_words(voice)}" for voice in heard)
    name = (row.name, "bold" if row.depth == 0 else "")
    line = Text.assemble(name, (judged, "yellow"), voices, ("  " + ", ".join(filter(None, notes)), "dim"))
    return "  " * min(row.depth - 1, MOST_INDENTS) + "└ " if row.depth else "", line


def _drift(claim: WeighedClaim, shown: _Shown) -> list[Line]:
    lines = [("", _change(drift, shown.reports)) for drift in claim.drift[:MOST_LINES]]
    left = len(claim.drift) - len(lines)
    return [*lines, ("", _more(left, "change"))] if left else lines


def _change(drift: Drift, reports: Mapping[str, Report]) -> Text:
    sides = [reports[side] for side in (drift.earlier, drift.later) if side in reports]
    way = " → ".join(outlet_in_words(side) for side in sides)
    before = quoted(shortened(drift.before.text, PASSAGE_LENGTH))
    if drift.after is None:
        change = before if drift.kind == "detail_lost" else f"{before} is no longer there"
    elif drift.kind == "detail_added":
        change = quoted(shortened(drift.after.text, PASSAGE_LENGTH))
    else:
        change = f"{before} became {quoted(shortened(drift.after.text, PASSAGE_LENGTH))}"
    return Text.assemble((f"{DRIFT_WORDS[drift.kind]}: ", "magenta"), change, (f"  {way}", "dim"))


def _against(claim: WeighedClaim, shown: _Shown) -> list[Line]:
    links = [link for link in claim.claim.links if link.kind == "contradicts" and link.claim in shown.claims]
    lines = [("", _contrary(shown.claims[link.claim])) for link in links[:MOST_LINES]]
    left = len(links) - len(lines)
    return [*lines, ("", _more(left, "claim"))] if left else lines


def _contrary(other: WeighedClaim) -> Text:
    frame = claim_frame(mention.mention.statement for mention in other.mentions)
    words = quoted(shortened(other.claim.text, PASSAGE_LENGTH * 2))
    contradicted = f"{LINK_WORDS['contradicts']} "
    return Text.assemble((contradicted, "red"), (f"[{other.rank}] ", "dim"), (f"{frame}: ", "italic"), words)


def _more(left: int, noun: str) -> Text:
    return Text(f"and {left:,} more {noun if left == 1 else noun + 's'}", style="dim")


def _print_lone(lone: Sequence[WeighedStory], shown: _Shown, console: Console, *, is_only: bool) -> None:
    if not lone:
        return
    reports = [shown.reports[report] for story in lone for report in story.story.reports if report in shown.reports]
    all_alone = "Nothing to compare: every report has a story of its own."
    what = all_alone if is_only else "Reports with a story of their own:"
    _print_reports(what, [report_in_words(report) for report in reports], console)


def _print_not_understood(trace: Trace, shown: _Shown, console: Console) -> None:
    reports = [shown.reports[report] for report in trace.not_understood if report in shown.reports]
    lines = [f"{report_in_words(report)} (language: {report.language or NOT_RECORDED})" for report in reports]
    if lines:
        _print_reports("Kept, searched and compared for copies, but not yet understood:", lines, console)


def _print_reports(what: str, lines: Sequence[str], console: Console) -> None:
    console.print()
    _print_hanging(Text(what), console)
    for line in lines[:MOST_REPORTS]:
        _print_hanging(Text(line), console, prefix="  ")
    if len(lines) > MOST_REPORTS:
        _print_hanging(_more(len(lines) - MOST_REPORTS, "report"), console, prefix="  ")
