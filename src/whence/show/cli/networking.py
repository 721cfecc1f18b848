"""What does `whence network` do? Shows who, when, where and what spread, as the reports of a case have it."""

from whence.app import Session
from whence.errors import FixUsage
from whence.show.cli.exit_codes import DONE, SOME_FAILED
from whence.show.cli.options import NetworkRequest, check_format
from whence.show.cli.running import settings_of
from whence.show.cli.terminal import Terminal, write_answer, writing_answers
from whence.show.cli.tracing import tell_notices, tell_settings, tell_where_texts_go
from whence.show.cli.typed_things import find_entity
from whence.show.export.affair_json import affair_document
from whence.show.export.json_text import encode_json
from whence.show.network_summary import print_network
from whence.show.progress import CountingProgress
from whence.show.wording import count_of
from whence.weigh.affair import only_about

TEXT, JSON = "text", "json"


def run_network(request: NetworkRequest, terminal: Terminal, progress: CountingProgress) -> int:
    """Show the affair, and return the exit code: 1 where some reports failed."""
    _check_request(request)
    settings = settings_of(request.flags)
    tell_settings(settings, terminal)
    tell_where_texts_go(settings, terminal, allow_remote=request.allow_remote)
    with Session.open(
        settings,
        case_path=request.case,
        progress=progress,
        create=bool(request.paths),
        allow_remote=request.allow_remote,
    ) as session:
        if request.paths:
            outcome = session.trace(request.paths)
            tell_notices(outcome.notices, terminal)
            trace, understandings = outcome.trace, outcome.understandings
        else:
            trace = session.last_trace()
            understandings = session.understandings(trace)
        affair = session.affair(trace, understandings)
        about = find_entity(request.about, affair.entities) if request.about is not None else None
    if about is not None:
        affair = only_about(affair, about)
    if request.format == JSON:
        document = affair_document(affair, trace.reports, made_by=trace.made_by, failed=trace.failed)
        write_answer(encode_json(document))
    else:
        with writing_answers():
            print_network(affair, {report.id: report for report in trace.reports}, terminal.answers, about=about)
    terminal.list_failures(trace.failed)
    for why in dict.fromkeys(conflict.why for conflict in affair.conflicts):
        at = f" --case {request.case}" if request.case else ""
        terminal.tell(f"kept apart: {why}; other judgements would join them: whence judge list{at}")
    terminal.tell(
        f"{count_of(len(affair.entities), 'entity', 'entities')}, {count_of(len(affair.network.lines), 'line')}, "
        f"{count_of(len(affair.timeline), 'time')}, {count_of(len(affair.points), 'place')}"
    )
    return SOME_FAILED if trace.failed else DONE


def _check_request(request: NetworkRequest) -> None:
    check_format(request.format, (TEXT, JSON))
    if not request.paths and request.case is None:
        raise FixUsage(
            "Found nothing to show.", hint="Give files or folders, or a traced case: whence network --case FILE"
        )
