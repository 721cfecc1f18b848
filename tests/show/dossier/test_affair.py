"""Does the dossier show who, when, where and spread, each row with a passage, and nothing where there is nothing?"""

from collections import Counter
from dataclasses import replace

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.invented_affair import MADE_BY, Manner, Tale, day, tell_small
from tests.show.dossier.invented import AT, HOSTILE
from tests.show.dossier.test_style import Balance
from whence.engines.base_map import NaturalEarthMap
from whence.model.affair import Affair
from whence.model.statement import Voice
from whence.show.dossier.affair_rows import MOST_ROWS, OPEN_ROWS
from whence.show.dossier.dossier import render_dossier
from whence.show.dossier.timeline_view import DRAWN_ROWS
from whence.weigh.affair import find_affair

PARTS = ("who", "when", "where", "spread")


def render(tale: Tale) -> str:
    affair = find_affair(tale.sources())
    return render_dossier(tale.trace(), tale.understandings(), AT, affair=affair, base_map=NaturalEarthMap())


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    return html.document_fromstring(render(tell_small()))


def tell_many(rows: int) -> Tale:
    """Return a tale of one report with so many days."""
    tale = Tale()
    report = tale.report("r", "Post", day("2031-05-03"))
    for n in range(rows):
        tale.say(report, f"Crate {n} came.")
        tale.time(report, f"Crate {n}", f"20{n % 90 + 10}-05-{n % 28 + 1:02}")
    return tale


def test_each_part_has_a_picture_with_title_and_description_and_a_table(page: HtmlElement) -> None:
    for part in PARTS:
        [section] = page.xpath(f"//section[@id='{part}']")
        [picture] = section.xpath(".//svg[contains(@class,'picture') and not(contains(@class,'key'))]")
        named = picture.get("aria-labelledby").split()
        assert all(picture.xpath(f"./*[@id='{name}']")[0].text_content() for name in named)
        assert section.xpath(".//table")
        assert page.xpath(f"//nav//a[@href='#{part}']")


def test_every_link_leads_to_one_place(page: HtmlElement) -> None:
    ids = Counter(page.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    assert {href[1:] for href in page.xpath("//@href") if href.startswith("#")} - set(ids) == set()


def test_every_row_of_a_table_leads_to_its_passage_in_the_texts(page: HtmlElement) -> None:
    rows = page.xpath("//section[contains(@class,'affair')]//tbody/tr")
    assert len(rows) > 10
    texts = page.xpath("//section[@id='texts']")[0]
    for row in rows:
        targets = [link.get("href")[1:] for link in row.xpath(".//a[@class='place']")]
        assert targets
        assert all(texts.xpath(f".//*[@id='{target}']") for target in targets)


def test_an_allegation_and_a_denial_are_told_in_words_and_in_shape(page: HtmlElement) -> None:
    for part in ("who", "spread"):
        section = page.xpath(f"//section[@id='{part}']")[0]
        drawn = " ".join(section.xpath(".//svg//text/text()"))
        assert "alleged" in drawn
        assert "denied" in drawn
        assert section.xpath(".//svg[@role]//path[contains(@class,'unstated')]")
        assert section.xpath(".//svg[@role]//path[@class='strike']")
        frames = section.xpath(".//td//span[@class='frame']/text()")
        assert {"alleged", "denied"} <= set(frames)


def test_who_is_not_named_stands_between_quote_marks_and_is_drawn_as_such(page: HtmlElement) -> None:
    who = page.xpath("//section[@id='who']")[0]
    assert "“a Veldian national”" in who.text_content()
    assert who.xpath(".//svg//path[contains(@class,'described')]")
    assert "person, not named" in who.text_content()


def test_the_numbers_of_the_claim_stand_beside_the_line(page: HtmlElement) -> None:
    assert "at least 1, likely 1, at most 1" in page.xpath("//tr[@id='line1']")[0].text_content()


def test_what_may_be_the_same_description_is_said_and_not_merged() -> None:
    tale = tell_small()
    key = "d:first:a Veldian national"
    tale.say("second", "A Veldian man was seen.")
    other = tale.name("second", "A Veldian man", "person", named=False)
    tale.entities[key] = replace(tale.entities[key], maybe_same=(other,))
    who = html.document_fromstring(render(tale)).xpath("//section[@id='who']")[0]
    assert "possibly the same as described: “A Veldian man” in R2" in " ".join(who.text_content().split())


def test_nothing_is_shown_where_there_is_nothing() -> None:
    tale = tell_small()
    without = render_dossier(tale.trace(), tale.understandings(), AT, affair=Affair())
    assert not html.document_fromstring(without).xpath("//section[contains(@class,'affair')]")
    assert ".picture" not in without
    times = find_affair(tale.sources()).timeline
    alone = html.document_fromstring(
        render_dossier(tale.trace(), tale.understandings(), AT, affair=Affair(timeline=times))
    )
    assert [part for part in PARTS if alone.xpath(f"//section[@id='{part}']")] == ["when"]


def test_without_a_base_map_places_stand_in_the_table_alone() -> None:
    tale = tell_small()
    shown = html.document_fromstring(
        render_dossier(tale.trace(), tale.understandings(), AT, affair=find_affair(tale.sources()))
    )
    assert shown.xpath("//tr[@id='where1']")
    assert not shown.xpath("//svg[contains(@aria-labelledby,'where-picture')]")


def test_elements_are_closed_and_strangers_words_inert() -> None:
    tale = Tale()
    report = tale.report("r", HOSTILE, day("2031-05-03"))
    said = Manner("alleges", "unstated", "positive", (Voice(HOSTILE, HOSTILE, "person", named=True),))
    tale.say(report, "The Rook has the Kestrel in Karst since 2029.", said)
    tale.time(report, "since 2029", "2029/..")
    tale.place(report, "Karst", (50.0, 30.0, 10.0))
    rook = tale.name(report, "Rook", "armed_group", name=HOSTILE)
    tale.relate(report, rook, "uses_equipment", tale.name(report, "Kestrel", "equipment", name=f"K {HOSTILE}"), "has")
    source = render(tale)
    balance = Balance()
    balance.feed(source)
    assert (balance.wrong, balance.open) == ([], [])
    assert "<script" not in source
    assert "{{ 7*7 }}" in source
    assert "\u202e" not in source


def test_a_long_timeline_is_drawn_in_part_and_folded_and_the_rest_is_counted() -> None:
    shown = html.document_fromstring(render(tell_many(MOST_ROWS + 5)))
    when = shown.xpath("//section[@id='when']")[0]
    drawn = when.xpath(".//svg[@role]//text[contains(@class,'number')]")
    assert len(drawn) == DRAWN_ROWS
    assert f"and {MOST_ROWS - DRAWN_ROWS} more are in the table" in when.text_content()
    assert len(when.xpath("./table/tbody/tr")) == OPEN_ROWS
    assert len(when.xpath(".//tbody/tr")) == MOST_ROWS
    assert "5 more are left out of this page" in when.text_content()


def test_one_time_of_one_claim_is_drawn_once_however_many_reports_tell_it() -> None:
    tale = Tale()
    for name in ("one", "two", "three"):
        report = tale.report(name, name.title(), day("2031-05-03"))
        tale.say(report, "The dam broke on 2 May.", claim="dam")
        tale.time(report, "2 May", "2031-05-02")
    when = html.document_fromstring(render(tale)).xpath("//section[@id='when']")[0]
    assert len(when.xpath(".//svg[@role]//text[contains(@class,'number')]")) == 1
    assert "(3 reports)" in "".join(when.xpath(".//svg[@role]//text/text()"))
    assert len(when.xpath(".//tbody/tr")) == 3


def test_the_same_affair_makes_the_same_page() -> None:
    assert render(tell_small()) == render(tell_small())
    assert MADE_BY.component in render(tell_small())
