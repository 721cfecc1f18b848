"""Do pieces of marked-up text become paragraphs with every link in its place?"""

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.read.running_text import RunningText

PIECES = st.lists(st.tuples(st.sampled_from(["text", "link", "line", "paragraph"]), st.text("ab \n\u00a0", max_size=6)))


def test_take_title_leaves_a_heading_that_is_not_the_title() -> None:
    running = RunningText()
    for words, is_heading in (("Markets", True), ("It rained.", False)):
        running.add(words)
        running.end_paragraph(is_heading=is_heading)
    assert running.take_title("Bridge closed | Post") == "Bridge closed | Post"
    assert running.take_title("Markets | Post") == "Markets"
    assert running.finish(base=None)[0] == "It rained."


def test_finish_keeps_addresses_of_reports_only_and_makes_them_whole() -> None:
    running = RunningText()
    for target in ("/a", "//b.example/c", "#top", "mailto:a@b.example", "javascript:x()", "http://[", "d?e=1"):
        start = running.position()
        running.add("word ")
        running.link(target, start)
    running.end_paragraph()
    targets = [link.target for link in running.finish(base="https://a.example/x/y")[1]]
    assert targets == ["https://a.example/a", "https://b.example/c", "http://[", "https://a.example/x/d?e=1"]


@settings(deadline=None)  # the machine may be shared
@given(PIECES)
def test_finish_places_every_link_on_its_own_words(pieces: list[tuple[str, str]]) -> None:
    running = RunningText()
    linked: list[str] = []
    for kind, words in pieces:
        start = running.position()
        if kind in ("text", "link"):
            running.add(words)
        if kind == "link":
            running.link("https://a.example/", start)
            linked.append(" ".join(words.split()))
        if kind == "line":
            running.break_line()
        if kind == "paragraph":
            running.end_paragraph()
    running.end_paragraph()
    text, links = running.finish(base=None)
    assert text == text.strip()
    assert "\n\n\n" not in text
    assert [link.span.cut(text) for link in links if link.span] == [words for words in linked if words]
