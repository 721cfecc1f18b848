"""What does `whence add` do? Takes new reports into a traced case, and shows the stories that they changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from whence.app import Session
from whence.model.stemma import Trace
from whence.model.story import StoryChange
from whence.show.cli.exit_codes import DONE, SOME_FAILED
from whence.show.cli.options import SettingFlags
from whence.show.cli.running import settings_of
from whence.show.cli.terminal import Terminal, write_answer, writing_answers
from whence.show.cli.tracing import tell_notices, tell_settings, tell_skipped, tell_where_texts_go
from whence.show.progress import CountingProgress
from whence.show.summary import print_summary
from whence.show.wording import count_of, plain, quoted

_CHANGE_WORDS: Mapping[str, str] = {
    "opened": "a new story",
    "joined": "joined",
    "merged": "makes one story of",
    "split": "parts",
    "regrouped": "groups anew",
    "left": "leaves",
}


@dataclass(frozen=True, slots=True)
class AddRequest:
    """What was typed after `whence add`."""

    paths: tuple[str, ...]
    case: Path
    claims: int
    flags: SettingFlags
    allow_remote: bool = False


def run_add(request: AddRequest, terminal: Terminal, progress: CountingProgress) -> int:
    """Take the reports in, and return the exit code: 1 where some failed."""
    settings = settings_of(request.flags)
    tell_settings(settings, terminal)
    tell_where_texts_go(settings, terminal, allow_remote=request.allow_remote)
    with Session.open(
        settings, case_path=request.case, progress=progress, create=False, allow_remote=request.allow_remote
    ) as session:
        outcome = session.add(request.paths)
        whole = session.last_trace()
    added, counts = outcome.added, outcome.counts
    shown = _only(whole, {story.story.id for story in added.trace.stories})
    if shown.stories:
        with writing_answers():
            print_summary(shown, terminal.answers, most_claims=request.claims)
    else:
        write_answer(b"No story changed.\n")
    terminal.list_failures(added.trace.failed)
    tell_notices(outcome.notices, terminal)
    for line in _tell_changes(added.changes, whole):
        terminal.tell(line)
    if added.waiting:
        terminal.tell(
            f"{count_of(len(added.waiting), 'report is a newer version', 'reports are newer versions')} of one traced"
            f" already; to take it in: whence trace --case {request.case}"
        )
    terminal.tell(
        f"{counts.read:,} read, {counts.known:,} known already, {len(counts.skipped):,} skipped, "
        f"{counts.failed:,} failed; {count_of(len(added.new), 'report')} taken in"
    )
    tell_skipped(counts.skipped, terminal)
    return SOME_FAILED if added.trace.failed else DONE


def _only(trace: Trace, stories: set[str]) -> Trace:
    """Return the trace with only these stories, claims keeping their numbers."""
    kept = tuple(story for story in trace.stories if story.story.id in stories)
    inside = {report for story in kept for report in story.story.reports}
    return replace(
        trace,
        reports=tuple(report for report in trace.reports if report.id in inside),
        versions=tuple(versions for versions in trace.versions if versions.report in inside),
        stories=kept,
        claims=tuple(claim for claim in trace.claims if claim.claim.story in stories),
        edges=tuple(edge for edge in trace.edges if edge.later in inside),
        not_understood=tuple(report for report in trace.not_understood if report in inside),
        failed=(),
    )


def _tell_changes(changes: Sequence[StoryChange], trace: Trace) -> list[str]:
    """Return what became of stories, a line a change, by the titles that they have now."""
    titles = {story.story.id: story.story.title for story in trace.stories}
    lines = []
    for change in changes:
        names = " and ".join(quoted(plain(titles.get(story, story))) for story, _ in change.after)
        size = sum(len(reports) for _, reports in change.after)
        before = (
            f" {count_of(len(change.before), 'story', 'stories')}, now" if change.kind in ("merged", "split") else ""
        )
        lines.append(f"{_CHANGE_WORDS[change.kind]}{before}: {names} ({count_of(size, 'report')})")
    return lines
