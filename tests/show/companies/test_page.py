"""Does the page show every line with its rows, to everybody, and nothing that a stranger slips into it?"""

import re
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from tests.show.companies.making import HOSTILE, example_network, hostile_network
from whence.show.companies.page import render_network
from whence.show.register_words import KIND_WORDS, PATTERN_WORDS

AT = datetime(2031, 3, 2, 12, 0, tzinfo=UTC)
VOID = {"meta", "link", "br"}


@cache
def page(company: str = "") -> str:
    return render_network(*example_network(company), AT)


class Page(HTMLParser):
    """Collects ids, links within the page, tags, and elements that are closed out of order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: list[str] = []
        self.wrong: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.wrong += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "aria-labelledby") and value and (name != "href" or value.startswith("#")):
                self.targets += [each.removeprefix("#") for each in value.split()]
            if name == "marker-end" and value:
                self.targets.append(value.removeprefix("url(#").removesuffix(")"))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"{tag} at {self.getpos()}")


def test_every_element_is_closed_and_every_link_leads_somewhere() -> None:
    found = Page(page())
    assert found.wrong == []
    assert len(found.ids) == len(set(found.ids))
    assert set(found.targets) <= set(found.ids)


def test_every_line_of_the_network_stands_in_a_table_with_its_rows() -> None:
    network, rows = example_network()
    source = page()
    for raw in rows.values():
        shown = raw.replace("&", "&amp;").replace('"', "&#34;").replace("'", "&#39;").replace("<", "&lt;")
        assert shown in source
    holders = sum(len(tie.holders) for tie in network.ties)
    assert len(re.findall(r'<td data-label="By whom">', source)) == holders
    owned = re.findall(r'<th scope="row"><bdi>([^<]* owns [^<]*)</bdi>', source)
    assert len(owned) == len(network.holdings)
    assert "Harrow Boats Ltd owns 60% of Kesk Fuel Ltd" in owned


def test_each_group_is_drawn_with_a_title_and_a_description() -> None:
    network, _ = example_network()
    drawn = re.findall(r'<svg class="net" [^>]*role="img" aria-labelledby="(g\d+)-title \1-desc"', page())
    assert len(drawn) == len(network.groups)
    assert "10 companies on the left, joined by lines to 6 things that they share, on the right" in page()


def test_each_kind_has_a_sign_of_its_own() -> None:
    source = (files("whence.show.companies") / "templates" / "icons.svg.j2").read_text("utf-8")
    signs = dict(re.findall(r'<symbol id="kind-([a-z]+)"[^>]*>(.*?)</symbol>', source))
    assert set(signs) == set(KIND_WORDS)
    assert len(set(signs.values())) == len(signs)


def test_patterns_hubs_matches_and_registers_are_told() -> None:
    source = page()
    for words in PATTERN_WORDS.values():
        assert f"<h3>{words}</h3>" in source
    assert "a registration address with 14 companies; it links nobody by itself" in source
    assert "made up" in source
    assert "Innocent" not in source
    assert "each has innocent grounds" in source


def test_the_page_of_one_company_is_about_it() -> None:
    source = page("reed logistics")
    assert "<h1><bdi>Reed Logistics Ltd: what it is part of</bdi></h1>" in source
    assert "Grey Reed Holding Ltd owns 100% of Reed Logistics Ltd" in source
    assert "Vant Trading" not in source


def test_the_page_needs_no_script_and_no_network() -> None:
    found = Page(page())
    assert not set(found.tags) & {"script", "img", "iframe", "object", "form"}
    assert "default-src 'none'" in page()
    assert not re.search(r'(src|href)="(https?:)?//', page())


def test_a_strangers_text_is_shown_and_does_nothing(tmp_path: Path) -> None:
    source = render_network(*hostile_network(tmp_path), AT)
    assert "<script" not in source
    assert "\u202e" not in source
    assert "&lt;script&gt;" in source
    assert Page(source).wrong == []
    assert HOSTILE not in source


@pytest.mark.parametrize("company", ["Morning Loaf", "ombra institute"])
def test_a_company_that_shares_nothing_surely_has_a_page_too(company: str) -> None:
    assert "No company surely shares anything with another." in page(company)
    assert Page(page(company)).wrong == []
