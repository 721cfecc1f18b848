"""What does the dossier show of who is said to be how related to whom? A picture, the lines, and the entities."""

from collections.abc import Mapping, Sequence

from whence.model.affair import Network, NetworkLine
from whence.model.entity import CaseEntity
from whence.model.statement import EntityKind
from whence.show.affair_words import KIND_WORDS, PREDICATE_WORDS, framed, guarded_frame, reports_naming, stated_in_words
from whence.show.dossier.affair_rows import MOST_ROWS, QUOTED, Cast, build_table
from whence.show.dossier.affair_views import EntityRow, LineRow, WhoView
from whence.show.dossier.inert import inert
from whence.show.dossier.network_drawing import draw_network
from whence.show.dossier.network_layout import Form, Line, Node
from whence.show.dossier.picture import Picture
from whence.show.wording import count_of, plain

# What a picture can hold and still be read; the tables hold all.
DRAWN_NODES = 36
DRAWN_LINES = 60
LINES = "Who is said to be how related to whom"
ENTITIES = "Who and what is named or described"
FORMS: Mapping[EntityKind, Form] = {
    "person": "person",
    "place": "place",
    "facility": "place",
    "equipment": "thing",
    "document": "thing",
    "unknown": "thing",
}
NOT_NAMED = "not named"


def show_network(network: Network, entities: Sequence[CaseEntity], cast: Cast) -> WhoView | None:
    """Return the network, or None where nobody is named or described."""
    if not network.lines and not entities:
        return None
    held = list(enumerate(network.lines[:MOST_ROWS], 1))
    picture, undrawn = _draw(network, held, cast)
    ranked = _rank(network, entities)
    return WhoView(
        picture=picture,
        undrawn=undrawn,
        lines=build_table(LINES, [_line_row(number, line, cast) for number, line in held], len(network.lines)),
        entities=build_table(ENTITIES, [_entity_row(held, cast) for held in ranked[:MOST_ROWS]], len(ranked)),
    )


def _rank(network: Network, entities: Sequence[CaseEntity]) -> list[CaseEntity]:
    """Return the entities, those that lines join first, then those of most reports."""
    joined = {node.id: n for n, node in enumerate(network.nodes)}
    return sorted(entities, key=lambda e: (joined.get(e.id, len(joined)), -reports_naming(e), e.name, e.id))


def _draw(network: Network, held: Sequence[tuple[int, NetworkLine]], cast: Cast) -> tuple[Picture | None, str]:
    chosen = {node.id for node in network.nodes[:DRAWN_NODES]}
    drawn = [
        _line(number, line, cast)
        for number, line in held
        if {line.relation.subject, line.relation.object} <= chosen and line.relation.subject != line.relation.object
    ][:DRAWN_LINES]
    if not drawn:
        return None, ""
    ends = {end for line in drawn for end in (line.subject, line.object)}
    nodes = [_node(node, cast) for node in network.nodes if node.id in ends]
    undrawn = ""
    if len(drawn) < len(network.lines):
        undrawn = (
            f"{len(drawn)} of {count_of(len(network.lines), 'line')} are drawn, those that most reports tell and that "
            f"join the {len(nodes)} with most lines; {len(network.lines) - len(drawn):,} more are in the table."
        )
    return draw_network(nodes, drawn, LINES), undrawn


def _node(entity: CaseEntity, cast: Cast) -> Node:
    kind = _kind(entity)
    places = [place for held in entity.occurrences for place in held.passages]
    href = cast.places.passage(places[0]).place.href if places and places[0].report in cast.places.reports else ""
    reports = count_of(reports_naming(entity), "report")
    return Node(
        id=entity.id,
        name=cast.name(entity.id),
        kind=kind,
        form=FORMS.get(entity.kind, "body"),
        is_named=entity.named,
        title=f"{cast.name(entity.id)}, {kind}, in {reports}",
        href=href,
    )


def _kind(entity: CaseEntity) -> str:
    return KIND_WORDS[entity.kind] if entity.named else f"{KIND_WORDS[entity.kind]}, {NOT_NAMED}"


def _line(number: int, line: NetworkLine, cast: Cast) -> Line:
    relation, frame = line.relation, guarded_frame(line.said)
    predicate = PREDICATE_WORDS[relation.predicate]
    whole = f"{cast.name(relation.subject)} {predicate} {cast.name(relation.object)}"
    return Line(
        number=number,
        subject=relation.subject,
        object=relation.object,
        words=framed(frame, predicate, is_short=True),
        title=f"{frame}: {whole} ({cast.outlets(line.said)})",
        href=f"#line{number}",
        manner=relation.certainty,
        is_denied=relation.polarity == "negative",
        has_direction=relation.predicate != "met",
    )


def _line_row(number: int, line: NetworkLine, cast: Cast) -> LineRow:
    said, more = cast.all_said(line.said)
    return LineRow(
        number=number,
        anchor=f"line{number}",
        frame=guarded_frame(line.said),
        subject=cast.name(line.relation.subject),
        predicate=PREDICATE_WORDS[line.relation.predicate],
        object=cast.name(line.relation.object),
        said=said,
        more=more,
    )


def _entity_row(entity: CaseEntity, cast: Cast) -> EntityRow:
    places = [place for held in entity.occurrences for place in held.passages if place.report in cast.places.reports]
    return EntityRow(
        name=cast.name(entity.id),
        kind=_kind(entity),
        aliases=tuple(plain(alias) for alias in entity.aliases if alias != entity.name),
        stated=tuple(map(inert, stated_in_words(entity))),
        places=tuple(cast.places.cite(place.report, place.span) for place in places[:QUOTED]),
        more=max(0, len(places) - QUOTED),
        maybe_same=tuple(cast.name_in(other) for other in entity.maybe_same if other in cast.entities),
    )
