"""Can everybody read the dossier? Contrast in every scheme, well-formed elements, a shape for every flag."""

import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from tests.show.dossier.invented import AT, build_trace
from whence.show.dossier.dossier import render_dossier
from whence.show.wording import FLAG_WORDS

STYLE = (files("whence.show.dossier") / "templates" / "dossier.css").read_text("utf-8")
VOID = {"meta", "link", "br"}
# Words, their ground, and the contrast that WCAG 2.2 AA asks: 4.5 for words, 3 for lines that mean something.
PAIRS = [
    *((words, ground, 4.5) for words in ("ink", "quiet", "accent", "source") for ground in ("paper", "said", "box")),
    ("faint", "paper", 3.0),
    ("accent", "paper", 3.0),
]


def schemes() -> dict[str, dict[str, str]]:
    """Return the colours of each scheme by name; a later scheme keeps what it does not set anew."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE, flags=re.DOTALL)
    found = [dict(re.findall(r"--([a-z]+): (#[0-9a-f]+)", block)) for block in blocks]
    return {"light": found[0], "dark": found[0] | found[1], "print": found[0] | found[2]}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_colours_have_the_contrast_of_wcag_aa(scheme: str) -> None:
    colours = schemes()[scheme]
    weak = []
    for words, ground, least in PAIRS:
        bright, dim = sorted((luminance(colours[words]), luminance(colours[ground])), reverse=True)
        ratio = (bright + 0.05) / (dim + 0.05)
        if ratio < least:
            weak.append((words, ground, round(ratio, 2)))
    assert weak == []


class Balance(HTMLParser):
    """Notes every element that is closed out of order or never."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.wrong.append(f"{tag} has an attribute twice")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"{tag} at {self.getpos()}")


def test_every_element_is_closed_in_order() -> None:
    trace, understandings = build_trace()
    balance = Balance()
    balance.feed(render_dossier(trace, understandings, AT))
    assert balance.wrong == []
    assert balance.open == []


def test_every_flag_has_a_shape_of_its_own() -> None:
    source = (files("whence.show.dossier") / "templates" / "shapes.svg.j2").read_text("utf-8")
    shapes = dict(re.findall(r'<symbol id="flag-([a-z-]+)"[^>]*>(.*?)</symbol>', source))
    assert set(shapes) == {flag.replace("_", "-") for flag in FLAG_WORDS}
    assert len(set(shapes.values())) == len(shapes)
