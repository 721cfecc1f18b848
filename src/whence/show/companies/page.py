"""How does a network of companies look as one HTML page that needs neither a network nor a script?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from whence.flow.registers import RegisterRows
from whence.model.company_network import CompanyNetwork
from whence.model.register import Register
from whence.show.companies.groups import GroupShower
from whence.show.companies.views import MatchView, NetworkView, PatternsView, PatternView, RegisterView
from whence.show.dossier.inert import inert
from whence.show.register_words import KIND_WORDS, NO_BLAME, PATTERN_WORDS
from whence.show.wording import NOT_RECORDED, count_of
from whence.version import __version__

TEMPLATE = "network.html.j2"
# A page of more groups or loose ties is read by nobody; the JSON has all.
MOST_GROUPS, MOST_LOOSE, MOST_MATCHES, MOST_PATTERNS, MOST_ROWS = 20, 40, 100, 50, 60


def render_network(network: CompanyNetwork, rows: RegisterRows, at: datetime) -> str:
    """Return the page of a network, or of the part that is about one company; `at` is the time of the run."""
    page = show_network(network, rows, at)
    template = _environment().get_template(TEMPLATE)
    return template.render(page=page, version=__version__, no_blame=NO_BLAME, kinds=KIND_WORDS)


def show_network(network: CompanyNetwork, rows: RegisterRows, at: datetime) -> NetworkView:
    """Return everything that the page shows of a network."""
    shower = GroupShower(network, rows)
    shown = network.groups[:MOST_GROUPS]
    left = len(network.groups) - len(shown)
    linked = sum(len(group.companies) for group in network.groups)
    page = NetworkView(
        title=f"{shower.company(network.about).name}: what it is part of" if network.about else "Company network",
        at=f"{at:%Y-%m-%d %H:%M} UTC",
        counts=(
            count_of(len(network.companies), "company", "companies"),
            f"{linked:,} in {count_of(len(network.groups), 'group')}",
            count_of(len(network.patterns), "pattern"),
        ),
        groups=tuple(shower.show(group, f"g{number}") for number, group in enumerate(shown, 1)),
        left_out=f"{count_of(left, 'smaller group')} left out here; the JSON has all." if left else "",
        loose=tuple(map(shower.tie, shower.loose[:MOST_LOOSE])),
        patterns=tuple(_patterns(network, shower)),
        matches=tuple(
            MatchView(
                inert(match.name),
                shower.company(match.company),
                tuple(map(inert, match.reasons)),
                tuple(map(inert, match.against)),
            )
            for match in network.matches[:MOST_MATCHES]
        ),
        registers=tuple(_registers(network.registers)),
        rows=(),
    )
    # Last: by then every row that anything shows is known.
    return replace(page, rows=shower.shown_rows())


@cache
def _environment() -> Environment:
    # The style of the dossier is the style of every page.
    loader = ChoiceLoader([PackageLoader("whence.show.companies"), PackageLoader("whence.show.dossier")])
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _patterns(network: CompanyNetwork, shower: GroupShower) -> Iterable[PatternsView]:
    for kind, words in PATTERN_WORDS.items():
        found = [pattern for pattern in network.patterns if pattern.kind == kind]
        if found:
            views = tuple(
                PatternView(
                    inert(pattern.said),
                    inert(pattern.how_common),
                    tuple(view for row in pattern.rows[:MOST_ROWS] for view in shower.rows(row.company, (row.line,))),
                    len(pattern.rows),
                )
                for pattern in found[:MOST_PATTERNS]
            )
            left = len(found) - len(views)
            cut = f"{left:,} more of this kind are left out here; the JSON has all." if left else ""
            yield PatternsView(words, found[0].innocent, views, cut)


def _registers(registers: Sequence[Register]) -> Iterable[RegisterView]:
    for register in registers:
        yield RegisterView(
            inert(register.name),
            (
                ("file", inert(register.file)),
                ("SHA-256", register.sha256),
                ("licence", inert(register.licence) or NOT_RECORDED),
                ("imported", register.at[:10]),
                ("companies", f"{register.companies:,}"),
                ("rows", f"{register.rows:,}, {register.refused:,} refused"),
            ),
        )
