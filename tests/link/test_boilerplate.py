"""Does `link.boilerplate` take off what a site repeats, and nothing that it reports?"""

from tests.link.making import make_report
from whence.link.boilerplate import find_boilerplate, name_site
from whence.link.options import LinkOptions

FOOTER = "Got a tip? Write to the newsdesk of the Lantern, day or night, in confidence."
NEWS = (
    "The ferry to Ostmere ran aground on a sandbank before dawn and was towed off at noon by a naval tug.",
    "Councillors in Dunesk voted eleven to four for a second bridge, after a debate that lasted until one.",
    "A grain lift burst its belt at Kellin mill on Tuesday; nobody was near it and the harvest goes by lorry.",
)


def _cut(texts: list[str], outlets: list[str]) -> list[list[str]]:
    reports = [
        make_report(f"r{number}", text, outlet=outlet)
        for number, (text, outlet) in enumerate(zip(texts, outlets, strict=True))
    ]
    found = find_boilerplate(reports, options=LinkOptions())
    return [[span.cut(report.text) for span in found[report.id]] for report in reports]


def test_find_boilerplate_takes_off_a_footer_in_three_reports() -> None:
    assert _cut([f"{text}\n\n{FOOTER}" for text in NEWS], ["Lantern"] * 3) == [[FOOTER.rstrip(".")]] * 3


def test_find_boilerplate_leaves_what_only_two_reports_share() -> None:
    texts = [f"{NEWS[0]}\n\n{FOOTER}", f"{NEWS[1]}\n\n{FOOTER}", NEWS[2]]
    assert _cut(texts, ["Lantern"] * 3) == [[], [], []]


def test_find_boilerplate_leaves_what_several_outlets_share() -> None:
    assert _cut([f"{text}\n\n{FOOTER}" for text in NEWS], ["Lantern", "Courier", "Herald"]) == [[], [], []]


def test_find_boilerplate_keeps_the_news_of_an_agency_that_updates_it() -> None:
    texts = [f"{NEWS[0]} {NEWS[1]} {more}" for more in ("First take.", "Second take.", "Third take.")]
    assert _cut(texts, ["Wire"] * 3) == [[], [], []], "three takes of one story are its news, not the site's furniture"


def test_name_site_prefers_the_host() -> None:
    report = make_report("r", "text", outlet="The Lantern")
    assert name_site(report) == "the lantern"
