"""Does the dossier hold everything of a trace, lead everywhere it says, and stay inert whatever the reports contain?"""

import re
import time
from collections import Counter
from dataclasses import replace

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.show.dossier.invented import AT, HOSTILE, TEXTS, build_trace
from whence.model.report import Passage
from whence.model.spans import Span
from whence.model.stemma import Origin, Trace
from whence.show.dossier import claims
from whence.show.dossier.dossier import render_dossier
from whence.show.wording import DRIFT_WORDS, FLAG_WORDS


def render() -> str:
    trace, understandings = build_trace()
    return render_dossier(trace, understandings, AT)


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    return html.document_fromstring(render())


def words_of(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_link_inside_the_page_leads_to_one_place(page: HtmlElement) -> None:
    ids = Counter(page.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    targets = {href[1:] for href in page.xpath("//@href") if href.startswith("#")}
    assert len(targets) > 20
    assert targets - set(ids) == set()


def test_every_reference_by_id_is_there(page: HtmlElement) -> None:
    ids = set(page.xpath("//@id"))
    named = {name for value in page.xpath("//@aria-labelledby") for name in value.split()}
    drawn = set(re.findall(r"url\(#([^)]+)\)", render()))
    assert (named | drawn) - ids == set()


def test_nothing_is_loaded_from_anywhere(page: HtmlElement) -> None:
    assert page.xpath("//@src") == []
    assert page.xpath("//script | //iframe | //object | //embed | //form | //base") == []
    assert page.xpath("//link/@href") == ["data:,"]
    assert "@import" not in render()
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")


def test_outside_links_are_the_reports_addresses_without_a_referrer(page: HtmlElement) -> None:
    outside = [a for a in page.xpath("//a[@href]") if not a.get("href").startswith("#")]
    assert [a.get("href") for a in outside] == ["https://morningpost.example/dam?a=1&b=2"]
    assert all("noreferrer" in a.get("rel") for a in outside)


def test_hostile_words_come_out_as_words(page: HtmlElement) -> None:
    source = render()
    assert "<script" not in source
    assert "\u202e" not in source
    assert "\x00" not in source
    assert source.count("</style>") == 1
    assert "alert('x')" in words_of(page)
    assert "{{ 7*7 }}" in words_of(page)
    handlers = [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert handlers == []


def test_every_claim_stands_in_its_frame_with_its_numbers(page: HtmlElement) -> None:
    listed = [words_of(row) for row in page.xpath("//ol[@class='claims']/li")]
    assert len(listed) == 2
    assert "alleged “The Harrow dam leaks”" in listed[0]
    assert "at least 1, likely 1, at most 2" in listed[0]
    assert "denied “that the dam leaks”" in listed[1]
    once = [words_of(row) for row in page.xpath("//details[@class='singles']//tbody/tr")]
    assert len(once) == 1
    assert "Nobody was hurt" in once[0]


def test_flags_are_in_words_beside_their_shape(page: HtmlElement) -> None:
    row = page.xpath("//ol[@class='claims']/li")[0]
    assert [words_of(flag) for flag in row.xpath(".//ul[@class='flags']/li")] == [
        FLAG_WORDS["single_origin"],
        FLAG_WORDS["certainty_hardened"],
        FLAG_WORDS["unacknowledged_copy"],
    ]
    assert len(row.xpath(".//ul[@class='flags']/li/svg")) == 3


def test_corroborated_is_said_only_of_two_origins_at_95_percent() -> None:
    trace, understandings = build_trace()
    unsure = render_dossier(trace, understandings, AT)
    assert "corroborated:" not in unsure
    assert "independence not established" in unsure
    lead = trace.claims[0]
    sure = replace(lead, origins=replace(lead.origins, distribution=((1, 0.04), (2, 0.96))))
    assert "corroborated:" in render_dossier(replace(trace, claims=(sure, *trace.claims[1:])), understandings, AT)


def test_numbers_pooled_over_several_claims_never_call_one_corroborated() -> None:
    trace, understandings = build_trace()
    held = trace.stories[0]
    sure = replace(held.origins, distribution=((2, 1.0),))
    pooled = replace(held, origins=sure, pooled_claims=("claim-leak", "claim-hurt"))
    source = render_dossier(replace(trace, stories=(pooled,)), understandings, AT)
    assert "corroborated:" not in source
    assert "they corroborate no single one" in source


def test_the_table_twin_has_every_dependence_with_passages_of_both_sides(page: HtmlElement) -> None:
    rows = [words_of(row) for row in page.xpath("//article[@id='c1']//table[@class='twin']/tbody/tr")]
    expected = [
        r"attributes it to a source left unnamed, “two engineers” .* yes, not by name 100% .*“Two engineers” R1",
        r"rewrites R1 Morning Post .* yes 93% .*“The Harrow dam leaks” .*“the Harrow dam might leak” R1",
        r"has it from Hill Radio \(not among these reports\) .* 7%",
        r"has it from R2 Evening Echo .* 50% ",
        r"has it from a source not recorded .* 30%",
        r"has it by what may be its own access .* 100% .*“It leaks”",
    ]
    assert len(rows) == len(expected)
    for pattern in expected:
        assert any(re.search(pattern, row) for row in rows), (pattern, rows)


def test_every_drawn_line_has_its_row_in_the_twin(page: HtmlElement) -> None:
    for article in page.xpath("//article[@class='one']"):
        entries = article.xpath(".//*[contains(@class, 'entry')]")
        drawn_rows = article.xpath("./div/table[@class='twin']/tbody/tr")
        assert len(entries) == len(drawn_rows) > 0


def test_unseen_nodes_and_origins_are_drawn_as_such(page: HtmlElement) -> None:
    trace, understandings = build_trace()
    lead = trace.claims[0]
    sure = replace(lead.mentions[1], parents=tuple(replace(p, probability=0.5) for p in lead.mentions[1].parents))
    likelier = replace(lead, mentions=(lead.mentions[0], sure, *lead.mentions[2:]))
    drawn = html.document_fromstring(render_dossier(replace(trace, claims=(likelier,)), understandings, AT))
    assert [words_of(node) for node in drawn.xpath("//article[@id='c1']//*[contains(@class, 'node unseen')]/text")] == [
        "Hill Radio"
    ]
    origins = page.xpath("//article[@id='c1']//*[contains(@class, 'node') and contains(@class, 'origin')]/title")
    assert "Voice: a source left unnamed, “two engineers” (a possible origin)" in [words_of(title) for title in origins]


def test_drift_shows_both_passages(page: HtmlElement) -> None:
    row = words_of(page.xpath("//article[@id='c1']//table[@class='drift']/tbody/tr")[0])
    assert DRIFT_WORDS["certainty"] in row
    assert "“might leak” R1" in row
    assert "“leaks” R2" in row


def test_what_is_not_known_is_said(page: HtmlElement) -> None:
    section = words_of(page.xpath("//article[@id='c1']")[0])
    assert "The time of publication is not recorded for R3." in section
    assert "Only the day of publication is known for R2." in section
    assert "No source is named in R3." in section
    assert "A source is left without a name in R1, R2." in section
    assert "If the third report has it from the second: at least 1, likely 1, at most 1" in section


def test_texts_are_whole_and_their_anchors_start_at_the_passage(page: HtmlElement) -> None:
    for number, name in ((1, "first"), (2, "second"), (4, "foreign")):
        paragraphs = page.xpath(f"//article[@id='r{number}']/div[@class='text']/p")
        for sup in page.xpath(f"//article[@id='r{number}']//sup"):
            sup.drop_tree()
        assert [words_of(p) for p in paragraphs] == [" ".join(p.split()) for p in TEXTS[name].split("\n\n")]
    assert page.xpath("//*[@id='r1-s1']")[0].text_content().startswith("the Harrow dam ")


def test_overlapping_statements_keep_all_their_marks() -> None:
    page = html.document_fromstring(render())
    shared = page.xpath("//article[@id='r2']//span[contains(@class, 'source') and contains(@class, 'said')]")
    assert [words_of(piece) for piece in shared] == ["the Morning Post"]
    assert page.xpath("//*[@id='r2-s2']")[0].text_content() == "Harrow dam "


def test_titles_are_marked_apart_from_the_text(page: HtmlElement) -> None:
    titled = page.xpath("//article[@id='r3']//h3//*[@id='r3-t0-8']")
    assert [words_of(piece) for piece in titled] == ["It leaks"]


def test_foreign_text_says_its_language_and_that_it_is_not_understood(page: HtmlElement) -> None:
    article = page.xpath("//article[@id='r4']")[0]
    assert article.xpath("./div[@class='text']/@lang") == ["ar"]
    assert article.xpath("./div[@class='text']/p/@dir") == ["auto"]
    assert "Not yet understood" in words_of(article)


def test_a_foreign_passage_says_its_language() -> None:
    trace, understandings = build_trace()
    lead, foreign = trace.claims[0], Passage("foreign", Span(0, 4))
    parent = replace(lead.mentions[1].parents[0], id="foreign", passages=(foreign,))
    copied = replace(lead, mentions=(lead.mentions[0], replace(lead.mentions[1], parents=(parent,))))
    page = html.document_fromstring(render_dossier(replace(trace, claims=(copied,)), understandings, AT))
    quoted = page.xpath("//table[@class='twin']//span[@class='quote' and @lang='ar']")
    assert [words_of(words) for words in quoted] == [f"“{TEXTS['foreign'][:4]}”"]


def test_times_keep_their_precision(page: HtmlElement) -> None:
    texts = [words_of(page.xpath(f"//article[@id='r{n}']//dl")[0]) for n in (1, 2, 3)]
    assert "2031-05-01 06:00" in texts[0]
    assert "2031-05-01 (date only)" in texts[1]
    assert "time not recorded" in texts[2]


def test_versions_and_failures_are_shown(page: HtmlElement) -> None:
    assert "Two people were hurt" in words_of(page.xpath("//article[@id='r2']//del")[0])
    assert "Nobody was hurt" in words_of(page.xpath("//article[@id='r2']//ins")[0])
    assert "There is no text in it." in words_of(page.xpath("//*[@id='method']")[0])


def _sending(page: HtmlElement) -> str:
    [item] = [words for item in page.xpath("//*[@id='method']//li") if "off this machine" in (words := words_of(item))]
    return item


def test_a_dossier_of_texts_that_were_read_here_says_so(page: HtmlElement) -> None:
    told = "It does not send a text off this machine unless a run is told that it may."
    assert _sending(page) == f"{told} Nothing shown here was read elsewhere."


def test_a_dossier_of_texts_that_were_sent_elsewhere_names_the_address() -> None:
    trace, understandings = build_trace()
    sent = replace(trace, remote="https://models.example/v1\u202e<script>")
    source = render_dossier(sent, understandings, AT)
    words = _sending(html.document_fromstring(source))
    assert words.endswith(
        "Here one was: texts of these reports were sent to https://models.example/v1\ufffd<script>, to be read there."
    )
    assert "Nothing shown here was read elsewhere" not in source
    assert "<script" not in source
    assert 'href="https://models.example' not in source


def test_print_and_dark_have_rules_of_their_own() -> None:
    source = render()
    assert "@media print" in source
    assert "@media (prefers-color-scheme: dark)" in source
    assert "break-inside: avoid" in source


def test_the_same_trace_gives_the_same_bytes() -> None:
    assert render() == render()
    render().encode("utf-8")


def test_a_trace_of_nothing_still_makes_a_page() -> None:
    trace, _ = build_trace()
    empty = Trace(trace.made_by, (), (), (), (), (), (), (), ())
    page = html.document_fromstring(render_dossier(empty, {}, AT))
    assert "0 reports read" in words_of(page)


def test_spans_beyond_the_text_break_nothing() -> None:
    trace, understandings = build_trace()
    held = understandings["first"]
    far = replace(held.statements[0], content=(Span(10, 9000),))
    broken = {**understandings, "first": replace(held, statements=(far,))}
    assert "the Harrow dam might" in words_of(html.document_fromstring(render_dossier(trace, broken, AT)))


def test_words_never_call_a_claim_true_or_false(page: HtmlElement) -> None:
    for part in page.xpath("//ol[@class='claims'] | //article[@class='one']"):
        assert not re.search(r"\b(true|false|confirmed|debunked|fact)\b", words_of(part).lower().replace(HOSTILE, ""))


def test_claims_beyond_the_limit_are_listed_without_a_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "MOST_SECTIONS", 1)
    page = html.document_fromstring(render())
    assert [article.get("id") for article in page.xpath("//article[@class='one']")] == ["c1"]
    row = page.xpath("//ol[@class='claims']/li[@id='c2']")[0]
    assert "whence explain 2 --case FILE" in words_of(row)
    targets = {href[1:] for href in page.xpath("//@href") if href.startswith("#")}
    assert targets - set(page.xpath("//@id")) == set()


@pytest.mark.slow
def test_a_hundred_reports_render_in_two_seconds() -> None:
    trace, understandings = build_trace()
    reports = [replace(report, id=f"{report.id}{n}") for n in range(25) for report in trace.reports]
    many = replace(trace, reports=(*trace.reports, *reports))
    known = {**understandings, **{report.id: understandings[report.id.rstrip("0123456789")] for report in reports}}
    render_dossier(trace, understandings, AT)
    started = time.perf_counter()
    render_dossier(many, known, AT)
    assert time.perf_counter() - started < 2


def test_a_report_that_speaks_for_itself_stands_once_in_its_chain() -> None:
    trace, understandings = build_trace()
    found = [
        (claim, mention) for claim in trace.claims for mention in claim.mentions if mention.mention.statement.voices
    ]
    mention = found[0][1].mention
    reports = tuple(
        replace(report, outlet="Brandt & Sons") if report.id == mention.report else report for report in trace.reports
    )
    own = replace(mention.statement.voices[0], name="Brandt & Sons", as_worded="the firm", named=True)
    changed = replace(mention, statement=replace(mention.statement, voices=(own,)))
    weighed = tuple(
        replace(each, mention=changed) if each.mention is mention else each for each in found[0][0].mentions
    )
    claims_now = tuple(replace(each, mentions=weighed) if each is found[0][0] else each for each in trace.claims)
    shown = html.document_fromstring(
        render_dossier(replace(trace, reports=reports, claims=claims_now), understandings, AT)
    )
    chains = {words_of(chain) for chain in shown.xpath("//span[@class='chain']")}
    assert "Brandt & Sons" in chains
    assert not any(chain.startswith("Brandt & Sons ← Brandt") for chain in chains)


def test_own_access_that_is_counted_is_said_without_doubt() -> None:
    trace, understandings = build_trace()
    lead = trace.claims[0]
    holder = next(m.mention.report for m in lead.mentions if m.parents and m.parents[0].kind == "own")
    held = Origin("report", holder, "the report", True, "it speaks for itself")
    counted = replace(lead, origins=replace(lead.origins, own_access=1, members=(held,)))
    source = render_dossier(replace(trace, claims=(counted, *trace.claims[1:])), understandings, AT)
    assert "has it by its own access" in words_of(html.document_fromstring(source))
