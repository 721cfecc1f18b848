"""Are printed lines joined as their writer meant them?"""

import pytest

from whence.read.page_lines import join_pages

LINE = "The minister said on Monday that the bridge would be closed until"


@pytest.mark.parametrize(
    ("lines", "paragraphs", "why"),
    [
        ([LINE, "summer."], [f"{LINE} summer."], "a sentence goes on"),
        ([LINE, "summer.", LINE, "autumn."], [f"{LINE} summer.", f"{LINE} autumn."], "a short last line ends it"),
        (["What is known", LINE, "summer."], ["What is known", f"{LINE} summer."], "a heading stands alone"),
        ([LINE, "", LINE], [LINE, LINE], "a blank line ends it"),
        ([LINE + " sum-", "mer."], [f"{LINE} summer."], "a word split at a line's end"),
        ([LINE + " Nor-", "Way's end."], [f"{LINE} Nor- Way's end."], "no word goes on with a capital"),
        (["The north-east of it was dry, " + LINE + " north-", "east."], None, "a hyphen that stands elsewhere too"),
        ([LINE, "• one", "• two"], [LINE, "• one", "• two"], "a list"),
        (["The ﬁrst of\u00adﬁcer"], ["The first officer"], "ligatures and soft hyphens"),
        (["12", LINE, "Page 3 of 9"], [LINE], "page numbers"),
    ],
)
def test_join_pages_joins_lines(lines: list[str], paragraphs: list[str] | None, why: str) -> None:
    joined = join_pages(["\n".join(lines)])
    if paragraphs is None:
        assert joined[0].endswith("north-east."), why
    else:
        assert joined == paragraphs, why


def test_join_pages_takes_running_heads_out_and_joins_over_the_page_break() -> None:
    pages = [f"Report 7\n{LINE}", "Report 7\nsummer.\nPage 2", "Report 7\nIt rained."]
    assert join_pages(pages) == [f"{LINE} summer.", "It rained."]


def test_join_pages_keeps_a_line_that_repeats_on_few_pages() -> None:
    assert join_pages(["It rained.\nAll day.", "It rained."]) == ["It rained. All day.", "It rained."]
