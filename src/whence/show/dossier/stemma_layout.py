"""Where does each node of a stemma stand on paper? Outlets are lanes, time runs downwards, no two labels ever meet.

Every report has a row of its own, so a line that runs up the gutter left of a lane and then along the gap under its
parent's row passes no box. What a line says stands inside the report it enters, on the row where it enters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from whence.show.dossier.stemma_drawing import Caption, Drawing, Entry, Line, Node, Placed
from whence.show.dossier.stemma_paths import TRACK, draw_paths

# All sizes in px at full size; letters are taken as 6.2 px wide at the 11 px of the labels (DejaVu Sans, the widest
# of the fonts that the page asks for, measures 6.1).
AXIS = 78
GUTTER = 28
BOX = 112
LANE = GUTTER + BOX
LETTERS = 17
# Letters a good deal wider than the others, in widths of those.
_WIDE = dict.fromkeys("mMwW%@—", 1.6) | dict.fromkeys("ABCDEGHKNOQRUVX…“”", 1.15)
HEAD_LINE = 14
PADDING = 6
ENTRY = 16
GAP = 16
MARGIN = 8


def lay_out(reports: Sequence[Node], others: Sequence[Node], lines: Sequence[Line], *, summary: str = "") -> Drawing:
    """Return the drawing; `reports` come in the order of their rows, `others` stand above them."""
    lanes = list(dict.fromkeys(node.lane for node in reports))
    columns = {node.id: lanes.index(node.lane) for node in reports}
    width_in_lanes = max(len(lanes), min(4, len(others)))
    band = _place_above(others, lines, columns, width_in_lanes)
    rows = [[node for node, _ in row] for row in band]
    columns |= {node.id: column for row in band for node, column in row}
    sheet = _Sheet(columns, lines)
    for row in rows:
        sheet.place_row(row)
    header = sheet.y
    lane_lines = {lane: wrap_label(lane, LETTERS, 3) for lane in lanes}
    if lanes:
        sheet.y += HEAD_LINE * max(len(words) for words in lane_lines.values()) + PADDING * 2
    for node in reports:
        sheet.place_row([node])
    placed = {box.node.id: box for box in sheet.boxes}
    width = AXIS + width_in_lanes * LANE + MARGIN
    return Drawing(
        width=width,
        height=sheet.y,
        boxes=tuple(sheet.boxes),
        # Likely lines are drawn last, over the faint ones they meet.
        paths=tuple(sorted(draw_paths(sheet.boxes, lines, sheet.under), key=lambda path: path.is_likely)),
        lanes=tuple(
            Caption(AXIS + lanes.index(lane) * LANE + GUTTER, header + HEAD_LINE, words)
            for lane, words in lane_lines.items()
        ),
        times=tuple(Caption(MARGIN, placed[node.id].y + HEAD_LINE, node.time) for node in reports),
        rules=(header + 2,) if others and reports else (),
        summary=summary,
    )


def _letters_that_fit(text: str, letters: int) -> int:
    """Return how many letters of a text take no more room than so many of middle width; never more than those.

    >>> _letters_that_fit("memorandum circulating", 15), _letters_that_fit("in the region itself", 15)
    (13, 15)
    """
    room = float(letters)
    for place, letter in enumerate(text[:letters]):
        room -= _WIDE.get(letter, 1.0)
        if room < 0:
            return max(1, place)
    return min(letters, len(text))


def wrap_label(label: str, letters: int, lines: int) -> tuple[str, ...]:
    """Return a label in at most so many lines of so many letters, the last cut with an ellipsis where it must be.

    >>> wrap_label("Ministry of Foreign Affairs of Morovar", 14, 2)
    ('Ministry of', 'Foreign Affa…')
    """
    out: list[str] = []
    rest = " ".join(label.split())
    while rest and len(out) < lines:
        held = _letters_that_fit(rest, letters)
        if len(rest) <= held:
            return (*out, rest)
        space = rest.rfind(" ", 0, held + 1)
        if len(out) == lines - 1:
            return (*out, rest[: _letters_that_fit(rest, letters - 1)].rstrip() + "…")
        cut = space if space > letters // 3 else held
        out.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return tuple(out)


def _place_above(
    others: Sequence[Node], lines: Sequence[Line], columns: Mapping[str, int], width: int
) -> list[list[tuple[Node, int]]]:
    """Return the rows above the reports: each voice in the free lane nearest the middle of those it feeds."""
    taken: dict[tuple[int, int], Node] = {}
    fed = {
        node.id: [columns[line.later] for line in lines if line.earlier == node.id and line.later in columns]
        for node in others
    }
    for node in sorted(others, key=lambda node: (-len(fed[node.id]), node.label, node.id)):
        middle = sum(fed[node.id]) / len(fed[node.id]) if fed[node.id] else 0.0
        # Rows needed at the least, plus one, so that a crowd over one lane may stack instead of spreading far.
        cells = [(row, lane) for row in range(len(others) // width + 2) for lane in range(width)]
        free = [cell for cell in cells if cell not in taken]
        taken[min(free, key=lambda cell: (abs(cell[1] - middle) + 1.6 * cell[0], cell))] = node
    depth = max((row for row, _ in taken), default=-1) + 1
    return [
        [(taken[row, lane], lane) for lane in range(width) if (row, lane) in taken] for row in reversed(range(depth))
    ]


@dataclass(slots=True)
class _Sheet:
    """The paper while it is filled from the top: `y` is the next row, `under` where lines turn."""

    columns: Mapping[str, int]
    dependences: Sequence[Line]
    y: float = MARGIN
    boxes: list[Placed] = field(default_factory=list)
    under: dict[str, float] = field(default_factory=dict)

    def place_row(self, row: Sequence[Node]) -> None:
        """Place the boxes of one row, and leave a track below it for each node that feeds another."""
        placed = [self._place(node) for node in row]
        bottom = self.y + max(box.height for box in placed)
        feeding = [node for node in row if any(line.earlier == node.id for line in self.dependences)]
        for n, node in enumerate(feeding):
            self.under[node.id] = bottom + PADDING + 2 + TRACK * n
        self.boxes += placed
        self.y = bottom + GAP + TRACK * len(feeding)

    def _place(self, node: Node) -> Placed:
        # A rounded box has less room than a square one.
        words = wrap_label(node.label, LETTERS if node.shape == "report" else LETTERS - 1, 2)
        incoming = [line for line in self.dependences if line.later == node.id]
        head = self.y + PADDING + HEAD_LINE * len(words)
        entries = tuple(
            Entry(head + ENTRY * (n + 0.5) + 2, shorten_entry(line.words), line.kind, line.title, line.earlier is None)
            for n, line in enumerate(incoming)
        )
        height = PADDING * 2 + HEAD_LINE * len(words) + ENTRY * len(entries)
        return Placed(AXIS + self.columns[node.id] * LANE + GUTTER, self.y, BOX, height, node, words, entries)


def shorten_entry(words: str) -> str:
    """Return the words of a line cut to what its row holds."""
    return words if len(words) <= LETTERS else words[: LETTERS - 1] + "…"
