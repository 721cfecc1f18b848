"""What does `whence copiers` do? Tells which sources of a table copy, and how many independent ones give each value."""

from dataclasses import dataclass
from pathlib import Path

from whence.app import weigh_table
from whence.show.cli.exit_codes import DONE, SOME_FAILED
from whence.show.cli.options import SettingFlags, check_format
from whence.show.cli.running import settings_of
from whence.show.cli.terminal import Terminal, write_answer, writing_answers
from whence.show.copiers import copier_lines
from whence.show.export.copiers_json import copiers_document
from whence.show.export.json_text import encode_json
from whence.show.wording import count_of

FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class CopiersRequest:
    """What was typed after `whence copiers`; `items` is how many disputed items the text shows."""

    table: Path
    format: str
    items: int
    flags: SettingFlags


def run_copiers(request: CopiersRequest, terminal: Terminal) -> int:
    """Weigh the table, write the answer, and return 1 where rows had to be left out."""
    check_format(request.format, FORMATS)
    settings = settings_of(request.flags)
    weighed = weigh_table(request.table, settings)
    for row in weighed.refused:
        terminal.list_refused(request.table, row)
    if request.format == "json":
        write_answer(encode_json(copiers_document(weighed.findings, weighed.refused, made_by=weighed.made_by)))
    else:
        with writing_answers():
            for line in copier_lines(weighed.findings, most_items=request.items):
                terminal.answers.print(line, soft_wrap=True)
    if weighed.refused:
        terminal.tell(f"{count_of(len(weighed.refused), 'row')} left out")
    return SOME_FAILED if weighed.refused else DONE
